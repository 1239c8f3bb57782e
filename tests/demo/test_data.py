"""The demonstration center's files describe a center that could exist."""

import json
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from shapely import LineString, MultiPolygon, Polygon, coverage_is_valid, unary_union

from console import assets
from console.commands.center import load_center
from console.commands.center_entries import MemberEntry
from console.commands.stories import load_stories
from console.domain.category import LimitClock, Priority
from console.domain.codes import Level, numbered, parent_of
from console.domain.grid import Grid, GridTree
from console.domain.incident import State
from console.domain.people import AVAILABLE, Badge, BadgeLevel, BadgeLook, look_of
from console.domain.place import LonLat, distance_m
from console.domain.worktime import DEFAULT_HOURS

CENTER = load_center("baotun")
STORIES = load_stories()
TREE = GridTree(CENTER.grids)
COMMUNITY = "441900122010"


def shape(grid: Grid) -> MultiPolygon:
    return MultiPolygon([Polygon(rings[0], rings[1:]) for rings in grid.outline])


def held(member: MemberEntry) -> set[str]:
    return {badge.skill for badge in member.badges if badge.level is BadgeLevel.HELD}


def test_it_is_the_community_of_the_town_with_five_base_grids_and_twenty_one_sub_grids() -> None:
    assert CENTER.center.code == COMMUNITY
    assert CENTER.center.zone == "Asia/Shanghai"
    assert CENTER.center.demonstration
    assert [grid.name for grid in TREE.at(Level.TOWN)] == ["厚街镇"]
    assert len(TREE.at(Level.BASE)) == 5
    assert len(TREE.at(Level.SUB)) == 21
    assert [len(TREE.below(base.code)) for base in TREE.at(Level.BASE)] == [4, 4, 5, 4, 4]


@pytest.mark.parametrize("level", [Level.SUB, Level.BASE])
def test_the_grids_of_a_level_tile_the_community_without_gap_or_overlap(level: Level) -> None:
    community = TREE.get(COMMUNITY)
    assert community is not None
    shapes = [shape(grid) for grid in TREE.at(level)]
    assert all(grid.is_valid and len(grid.geoms) == 1 for grid in shapes)
    assert coverage_is_valid(shapes)
    assert unary_union(shapes).equals(shape(community))
    assert sum(grid.area for grid in shapes) == pytest.approx(shape(community).area, rel=1e-12)


def test_a_base_grid_is_what_its_sub_grids_make_together() -> None:
    for base in TREE.at(Level.BASE):
        parts = [shape(grid) for grid in TREE.below(base.code)]
        assert unary_union(parts).equals(shape(base))


@pytest.mark.parametrize("parent", [COMMUNITY, *(grid.code for grid in TREE.at(Level.BASE))])
def test_grids_are_numbered_from_west_to_east_by_the_rule(parent: str) -> None:
    grids = TREE.below(parent)
    codes = [grid.code for grid in grids]
    centroids = [shape(grid).centroid for grid in grids]
    assert numbered(parent, [LonLat(point.x, point.y) for point in centroids]) == codes
    assert numbered(parent, [m for code in codes if (m := TREE.middle(code))]) == codes


def test_the_community_is_about_two_and_a_half_kilometres_across() -> None:
    community = TREE.get(COMMUNITY)
    assert community is not None
    west, south, east, north = shape(community).bounds
    assert 2_200 < distance_m(LonLat(west, south), LonLat(east, south)) < 2_800
    assert 2_200 < distance_m(LonLat(west, south), LonLat(west, north)) < 2_800
    assert TREE.locate(LonLat(113.68, 22.93)) is not None


def test_every_street_runs_through_the_community() -> None:
    community = TREE.get(COMMUNITY)
    assert community is not None
    assert {"文宗路", "宝塘厦三巷"} <= {road.name for road in CENTER.roads}
    assert any(road.main for road in CENTER.roads)
    assert all(LineString(road.line).intersects(shape(community)) for road in CENTER.roads)


def test_the_skills_are_the_eight_with_their_colours() -> None:
    assert "".join(skill.monogram for skill in CENTER.skills) == "综安治消人城社食"
    tokens = json.loads(assets.path("themes", "tokens.json").read_text("utf-8"))["skill_badges"]
    for skill in CENTER.skills:
        assert skill.color == tokens[skill.code]["color"]
        assert skill.text_color == tokens[skill.code]["text"]


def test_every_skill_is_needed_by_a_category_and_every_category_has_a_tale() -> None:
    assert {category.skill for category in CENTER.categories} == {s.code for s in CENTER.skills}
    told = {tale.category for tale in STORIES.tales}
    assert {category.code for category in CENTER.categories} == told
    assert len({category.name for category in CENTER.categories}) == len(CENTER.categories)


def test_limits_grow_from_stage_to_stage_and_urgent_ones_are_short() -> None:
    for category in CENTER.categories:
        limits = category.limits
        assert limits.acknowledge < limits.arrive < limits.resolve, category.code
        assert limits.acknowledge <= timedelta(minutes=30), category.code
        assert limits.check <= timedelta(hours=2), category.code
        if category.priority is Priority.URGENT:
            longest = timedelta(minutes=5)
            assert timedelta(minutes=2) <= limits.acknowledge <= longest, category.code


def test_limits_that_are_published_are_as_published() -> None:
    resolve = {category.code: category.limits.resolve for category in CENTER.categories}
    assert resolve["litter"] == timedelta(hours=4)
    assert resolve["dirty_road"] in (timedelta(hours=2), timedelta(hours=5))
    assert resolve["standing_water"] == timedelta(hours=4)
    assert resolve["building_waste"] == timedelta(hours=4)
    assert resolve["illegal_building"] == timedelta(hours=4)


def test_urban_management_counts_in_working_time_and_what_is_urgent_day_and_night() -> None:
    """But for a danger and for a noise at night, which cannot wait until the morning."""
    assert CENTER.center.hours == DEFAULT_HOURS
    for category in CENTER.categories:
        waits = category.skill == "urban" and category.code not in ("manhole", "building_noise")
        assert category.limits.clock is (LimitClock.WORKING if waits else LimitClock.PLAIN)


def test_there_are_fifty_two_members_and_nobody_can_be_called_by_mistake() -> None:
    assert [m.number for m in CENTER.members] == [f"BT-{n:03d}" for n in range(1, 53)]
    assert len({member.name for member in CENTER.members}) == 52
    assert len({member.phone for member in CENTER.members}) == 52
    # 100 is not the beginning of any mobile number.
    assert all(member.phone.startswith("1000000") for member in CENTER.members)


def test_every_member_is_within_their_own_sub_grid() -> None:
    for member in CENTER.members:
        assert TREE.locate(member.place) == member.grid, member.number


def test_about_two_thirds_are_on_duty_and_somebody_in_each_sub_grid() -> None:
    on_duty = [member for member in CENTER.members if member.duty in AVAILABLE]
    assert 0.6 < len(on_duty) / len(CENTER.members) < 0.72
    assert {member.grid for member in on_duty} == {grid.code for grid in TREE.at(Level.SUB)}


def test_every_skill_has_at_least_four_certified_members_on_duty() -> None:
    on_duty = [member for member in CENTER.members if member.duty in AVAILABLE]
    counts = Counter(skill for member in on_duty for skill in held(member))
    assert {skill.code: counts[skill.code] >= 4 for skill in CENTER.skills} == {
        skill.code: True for skill in CENTER.skills
    }


def test_members_have_two_to_five_badges_of_all_looks_and_at_least_one_held() -> None:
    today = date(2026, 3, 2)
    looks = Counter(
        look_of(
            Badge(
                badge.skill,
                badge.level,
                None if badge.valid_days is None else today + timedelta(badge.valid_days),
            ),
            today,
        )
        for member in CENTER.members
        for badge in member.badges
    )
    assert all(2 <= len(member.badges) <= 5 and held(member) for member in CENTER.members)
    assert set(looks) == {BadgeLook.HELD, BadgeLook.TRAINING, BadgeLook.EXPIRING}
    assert min(looks.values()) >= 5


def test_every_camera_and_every_address_lies_in_a_sub_grid() -> None:
    assert len(CENTER.cameras) == 14
    places = [camera.place for camera in CENTER.cameras] + [spot.place for spot in STORIES.spots]
    codes = [TREE.locate(place) for place in places]
    assert all(code is not None and len(code) == 16 for code in codes)
    assert len({spot.address for spot in STORIES.spots}) == len(STORIES.spots)


def test_every_tale_has_an_address_to_happen_at() -> None:
    kinds = {spot.kind for spot in STORIES.spots}
    addresses = {spot.address for spot in STORIES.spots}
    for tale in STORIES.tales:
        assert tale.kind in kinds
        assert tale.address is None or tale.address in addresses


def test_the_story_of_the_suspicious_man_has_a_camera_near_by_and_somebody_to_send() -> None:
    tale = STORIES.tale("居民楼可疑人员徘徊")
    spot = next(spot for spot in STORIES.spots if spot.address == tale.address)
    away = {c.name: distance_m(c.place, spot.place) for c in CENTER.cameras}
    nearest = min(away, key=lambda name: away[name])
    assert nearest == "宝塘厦三巷口"
    assert away[nearest] < 60
    near = TREE.neighbours(TREE.locate(spot.place) or "") | {TREE.locate(spot.place)}
    on_duty = [m for m in CENTER.members if m.duty in AVAILABLE and m.grid in near]
    assert any("security" in held(member) for member in on_duty)


def test_the_opening_shows_every_state() -> None:
    states = {scene.state for scene in STORIES.opening} | {State.CLOSED}
    assert states == set(State)
    assert 24 <= len(STORIES.opening) <= 30


def test_icons_of_the_categories_exist() -> None:
    for category in CENTER.categories:
        assert assets.path("icons", f"{category.icon}.svg").is_file(), category.icon


def test_parents_are_in_the_file() -> None:
    codes = {grid.code for grid in CENTER.grids}
    parents = {parent for code in codes if (parent := parent_of(code))}
    assert parents <= codes


def test_the_files_say_that_they_are_invented() -> None:
    for file in sorted(Path(assets.path("demo", "baotun")).iterdir()):
        content = json.loads(file.read_text("utf-8"))
        assert content.get("about") or content["center"]["demonstration"], file.name
