"""A center is established once, as a whole, and bad files are told by entry."""

import json
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from console import assets
from console.commands.center import establish, load_center
from console.commands.office import Office
from console.db import queries
from console.db.check import check
from console.db.engine import Database
from console.domain.change import Snapshot
from console.domain.errors import Fault, FaultError, Refusal, Refused
from console.domain.lifecycle import Deed
from console.domain.people import Unit
from console.domain.rights import Actor
from console.domain.worktime import DEFAULT_HOURS, WorkingHours
from tests.clock import START, Clock

ACTOR = Actor("测试员", "test-1")


def snapshot(database: Database) -> Snapshot:
    with database.read() as session:
        return queries.snapshot(session)


def test_some_of_those_in_training_have_a_mentor_who_is_certified(
    center_database: Database,
) -> None:
    known = {member.id: member for member in snapshot(center_database).members}
    pairs = [
        (badge.skill, known[badge.mentor])
        for member in known.values()
        for badge in member.badges
        if badge.mentor is not None
    ]
    assert sorted((skill, mentor.number) for skill, mentor in pairs) == [
        ("fire", "BT-006"),
        ("security", "BT-004"),
        ("urban", "BT-014"),
    ]
    assert all(mentor.holds(skill, START.date()) for skill, mentor in pairs)


def test_everything_in_the_file_arrives(center_database: Database) -> None:
    center = load_center("baotun")
    seen = snapshot(center_database)
    assert seen.catalogue.center == center.center
    assert set(seen.catalogue.grids) == set(center.grids)
    assert seen.catalogue.roads == center.roads
    assert set(seen.catalogue.categories) == set(center.categories)
    assert [s.code for s in seen.catalogue.skills] == [s.code for s in center.skills]
    assert [skill.position for skill in seen.catalogue.skills] == list(range(8))
    everybody = (*center.members, *center.helpers)
    assert [m.number for m in seen.members] == sorted(m.number for m in everybody)
    helpers = {m.number: m for m in seen.members if m.unit is not Unit.OWN}
    assert helpers.keys() == {helper.number for helper in center.helpers}
    assert all(helper.grid == "" and helper.organisation for helper in helpers.values())
    assert {helper.unit for helper in helpers.values()} == {
        Unit.SQUAD,
        Unit.PARTNER,
        Unit.NEIGHBOUR,
    }
    assert {m.roles for m in helpers.values() if m.unit is Unit.PARTNER} == {
        ("medic",),
        ("auxiliary",),
    }
    assert all(camera.grid is not None for camera in seen.catalogue.cameras)
    assert seen.incidents == ()


def test_badges_end_counted_from_the_day_of_the_center(center_database: Database) -> None:
    member = snapshot(center_database).members[0]
    told = load_center("baotun").members[0]
    assert [badge.skill for badge in member.badges] == [badge.skill for badge in told.badges]
    for badge, entry in zip(member.badges, told.badges, strict=True):
        days = entry.valid_days
        # Ten in the morning in Shanghai is the same day in UTC.
        assert badge.valid_until == (days and START.date() + timedelta(days=days))


def test_establishing_leaves_events_about_the_catalogue(center_database: Database) -> None:
    events = snapshot(center_database).events
    assert [event.kind for event in events] == [
        Deed.IMPORT_CATALOGUE,
        Deed.IMPORT_GRIDS,
        Deed.IMPORT_MEMBERS,
        Deed.IMPORT_CAMERAS,
    ]
    assert {event.subject.kind for event in events} == {"catalogue"}
    assert events[2].payload["added"] == 61
    with center_database.read() as session:
        assert check(session) == []


def test_a_second_center_is_refused_and_changes_nothing(
    office: Office, center_database: Database
) -> None:
    before = snapshot(center_database)
    with pytest.raises(Refusal) as refused:
        establish(office, load_center("baotun"))
    assert refused.value.code is Refused.CENTER_EXISTS
    assert snapshot(center_database) == before


def test_without_the_right_to_import_nothing_is_established(
    database: Database, clock: Clock
) -> None:
    powerless = Actor("测试员", "test-1", frozenset())
    with pytest.raises(Refusal) as refused:
        establish(Office(database, powerless, clock.now), load_center("baotun"))
    assert refused.value.code is Refused.NO_RIGHT
    assert snapshot(database).catalogue.grids == ()


def test_all_or_nothing_is_established(database: Database, clock: Clock) -> None:
    center = load_center("baotun")
    # The database refuses the last member; what came before them must be gone too.
    twice = replace(center, members=(*center.members, center.members[0]))
    with pytest.raises(IntegrityError):
        establish(Office(database, ACTOR, clock.now), twice)
    assert snapshot(database).seq == 0
    establish(Office(database, ACTOR, clock.now), center)
    assert len(snapshot(database).members) == 61


def test_of_two_that_establish_at_once_one_is_refused(database: Database, clock: Clock) -> None:
    center = load_center("baotun")
    both = Barrier(2)

    def attempt(number: int) -> Refusal | None:
        both.wait()
        try:
            establish(Office(database, Actor("测试员", f"test-{number}"), clock.now), center)
        except Refusal as refusal:
            return refusal
        return None

    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(attempt, range(2)))
    refused = [refusal.code for refusal in results if refusal is not None]
    assert refused == [Refused.CENTER_EXISTS]
    assert snapshot(database).seq == 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "center"
    shutil.copytree(assets.path("demo", "baotun"), copy)
    return copy


def test_a_center_can_be_read_from_any_folder(folder: Path) -> None:
    assert load_center(folder) == load_center("baotun")


def test_a_center_s_own_hours_arrive_and_without_any_there_are_the_usual_ones(
    folder: Path, database: Database, clock: Clock
) -> None:
    hours = [[["09:00", "17:00"]]] * 6 + [[]]
    _edit(folder / "center.json", lambda content: content["center"].update(hours=hours))
    establish(Office(database, ACTOR, clock.now), load_center(folder))
    assert snapshot(database).catalogue.center.hours == WorkingHours.of(hours)
    _edit(folder / "center.json", lambda content: content["center"].pop("hours"))
    assert load_center(folder).center.hours == DEFAULT_HOURS


def _edit(file: Path, change: Callable[[Any], object]) -> None:
    content = json.loads(file.read_text("utf-8"))
    change(content)
    file.write_text(json.dumps(content), "utf-8")


def _set(section: str, number: int, key: str, value: object) -> Callable[[Any], object]:
    return lambda content: content[section][number - 1].update({key: value})


BAD: list[tuple[str, Callable[[Any], object], str]] = [
    ("members.json", _set("members", 3, "duty", "asleep"), "entry 3: 'asleep'"),
    ("members.json", _set("members", 3, "lon", 200), "entry 3: coordinates are out of range"),
    ("members.json", _set("members", 3, "name", " "), "entry 3: name must be a text"),
    ("members.json", _set("members", 3, "badges", 5), "entry 3"),
    (
        "members.json",
        lambda content: content["members"][1]["badges"][1].update(mentor="BT-999"),
        "BT-999 is not known",
    ),
    ("members.json", _set("members", 3, "number", "BT-001"), "BT-001 is there twice"),
    ("members.json", _set("members", 3, "grid", "4419001220109999"), "4419001220109999"),
    ("members.json", lambda content: content["members"][4].pop("phone"), "entry 5: phone"),
    ("members.json", lambda content: content.pop("members"), "members is missing"),
    ("members.json", lambda content: content.update(members={}), "members must be a list"),
    ("categories.json", _set("categories", 2, "skill", "magic"), "magic is not known"),
    ("categories.json", _set("categories", 2, "priority", 9), "entry 2"),
    ("categories.json", _set("categories", 2, "limits", {"acknowledge": 0}), "entry 2"),
    ("categories.json", _set("categories", 2, "clock", "lunar"), "entry 2: 'lunar'"),
    ("cameras.json", _set("cameras", 1, "lat", "north"), "entry 1"),
    ("grids.geojson", _set("features", 2, "geometry", {"type": "Point"}), "entry 2"),
    (
        "grids.geojson",
        _set("features", 2, "geometry", {"type": "Point", "coordinates": [1, 2]}),
        "the geometry must be a polygon",
    ),
    (
        "grids.geojson",
        _set("features", 2, "geometry", {"type": "Polygon", "coordinates": [[[1, 2], [3, 4]]]}),
        "a ring of the outline is not closed",
    ),
    ("grids.geojson", _set("features", 2, "properties", {"code": "12"}), "entry 2"),
    ("grids.geojson", lambda content: content["features"].pop(0), "441900122 is not known"),
    (
        "roads.geojson",
        _set("features", 1, "geometry", {"type": "Point", "coordinates": [1, 2]}),
        "entry 1: the geometry must be a line",
    ),
    ("center.json", lambda content: content["center"].update(code="999"), "999 is not known"),
    ("center.json", lambda content: content["center"].pop("zone"), "zone is missing"),
    ("center.json", lambda content: content["center"].update(hours=[]), "need seven days"),
    ("center.json", lambda content: content["center"].update(hours=8), "seven lists of pairs"),
]


@pytest.mark.parametrize(("name", "change", "reason"), BAD)
def test_a_bad_entry_is_named(
    folder: Path, name: str, change: Callable[[Any], object], reason: str
) -> None:
    _edit(folder / name, change)
    with pytest.raises(FaultError) as fault:
        load_center(folder)
    assert fault.value.code is Fault.BAD_FILE
    assert fault.value.details["path"] == str(folder / name)
    assert reason in str(fault.value.details["reason"])


def test_outlines_of_several_polygons_are_read(folder: Path) -> None:
    def split(content: Any) -> None:
        geometry = content["features"][1]["geometry"]
        geometry.update(type="MultiPolygon", coordinates=[geometry["coordinates"]] * 2)

    _edit(folder / "grids.geojson", split)
    assert len(load_center(folder).grids[1].outline) == 2


@pytest.mark.parametrize("content", ["{", "[]", "\ufeff"])
def test_a_file_that_is_no_such_file_is_named(folder: Path, content: str) -> None:
    (folder / "cameras.json").write_text(content, "utf-8")
    with pytest.raises(FaultError) as fault:
        load_center(folder)
    assert fault.value.code is Fault.BAD_FILE


def test_a_center_that_is_not_there_is_named() -> None:
    with pytest.raises(FaultError) as fault:
        load_center("atlantis")
    assert fault.value.code is Fault.BAD_FILE
    assert "atlantis" in str(fault.value.details["path"])
