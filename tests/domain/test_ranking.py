"""Whom to send: who is eligible, in which order, and the reasons that are shown."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.category import Priority
from console.domain.grid import Grid, GridTree
from console.domain.incident import Incident, Origin, State
from console.domain.people import Badge, BadgeLevel, Duty, Member
from console.domain.place import LonLat
from console.domain.ranking import Reason, candidates

TODAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
COMMUNITY = "441900122010"
HERE, BESIDE, SAME_BASE, OTHER_BASE = (
    f"{COMMUNITY}{digits}" for digits in ("0101", "0102", "0103", "0201")
)
HELD = (Badge("security", BadgeLevel.HELD),)


def _grid(code: str, left: float) -> Grid:
    ring = ((left, 0.0), (left + 1, 0.0), (left + 1, 1.0), (left, 1.0), (left, 0.0))
    return Grid(code, code, ((ring,),))


TREE = GridTree([_grid(HERE, 0), _grid(BESIDE, 1), _grid(SAME_BASE, 2), _grid(OTHER_BASE, 3)])
INCIDENT = Incident(
    id=1, version=1, state=State.VERIFIED, priority=Priority.URGENT, category="suspicious",
    title="可疑人员徘徊", address="", place=LonLat(0.5, 0.5), grid=HERE, origin=Origin.MEMBER,
    reported_at=NOON, stage_from=NOON, due_at=None, warn_at=None, assignee=None,
)  # fmt: skip


def member(number: int, grid: str = HERE, *, load: int = 0, lon: float = 0.5) -> Member:
    return Member(
        number, 1, f"{number:03d}", f"第{number}人", "", grid, Duty.ON_DUTY, HELD,
        place=LonLat(lon, 0.5), load=load,
    )  # fmt: skip


def ranked(members: list[Member], incident: Incident = INCIDENT) -> list[int]:
    shuffled = members.copy()
    random.Random(7).shuffle(shuffled)
    found = candidates(incident, "security", shuffled, TREE, TODAY)
    return [candidate.member.id for candidate in found]


@pytest.mark.parametrize("duty", [Duty.OFF, Duty.BREAK])
def test_who_is_not_there_is_no_candidate(duty: Duty) -> None:
    assert ranked([replace(member(1), duty=duty)]) == []


@pytest.mark.parametrize(
    "badges",
    [
        (),
        (Badge("fire", BadgeLevel.HELD),),
        (Badge("security", BadgeLevel.TRAINING),),
        (Badge("security", BadgeLevel.HELD, date(2026, 3, 1)),),
    ],
)
def test_who_is_not_certified_is_no_candidate(badges: tuple[Badge, ...]) -> None:
    assert ranked([replace(member(1), badges=badges)]) == []


def test_the_nearer_grid_comes_first() -> None:
    assert ranked(
        [member(1, OTHER_BASE), member(2, SAME_BASE), member(3, BESIDE), member(4, HERE)]
    ) == [4, 3, 2, 1]


def test_a_free_member_elsewhere_comes_before_a_busy_one_here() -> None:
    assert ranked([member(1, HERE, load=1), member(2, OTHER_BASE)]) == [2, 1]


def test_in_the_same_grid_load_then_distance_then_number_decide() -> None:
    members = [
        member(1, load=2, lon=0.5),
        member(2, load=1, lon=0.9),
        member(3, load=1, lon=0.6),
        member(5, lon=0.7),
        member(4, lon=0.7),
        replace(member(6), place=None),
    ]
    assert ranked(members) == [4, 5, 6, 3, 2, 1]


def test_the_reasons_are_those_that_ranked() -> None:
    (first, second) = candidates(
        INCIDENT, "security", [member(1), member(2, OTHER_BASE, load=1, lon=3.5)], TREE, TODAY
    )
    assert first.reasons == (Reason.HOLDS_SKILL, Reason.OWN_SUB_GRID, Reason.FREE)
    assert second.reasons == (Reason.HOLDS_SKILL, Reason.ELSEWHERE, Reason.BUSY)
    assert first.distance == pytest.approx(0.0)
    assert second.eta is not None
    assert second.distance is not None
    assert second.eta == pytest.approx(second.distance)  # 1.3 times as far at 1.3 m/s


def test_without_a_place_there_is_no_distance_and_everybody_is_elsewhere() -> None:
    nowhere = replace(INCIDENT, place=None, grid=None)

    found = candidates(nowhere, "security", [member(2), member(1)], TREE, TODAY)

    assert [candidate.member.id for candidate in found] == [1, 2]
    assert all(candidate.distance is None and candidate.eta is None for candidate in found)
    assert all(Reason.ELSEWHERE in candidate.reasons for candidate in found)


@pytest.mark.parametrize(
    ("grid", "own"),
    [(COMMUNITY, HERE), (HERE, COMMUNITY), (COMMUNITY, OTHER_BASE), (HERE, "")],
)
def test_who_or_what_belongs_to_no_base_grid_is_elsewhere(grid: str, own: str) -> None:
    """A place in a gap between the base grids lies in the community and in nothing smaller."""
    (found,) = candidates(replace(INCIDENT, grid=grid), "security", [member(1, own)], TREE, TODAY)

    assert found.reasons[1] is Reason.ELSEWHERE


def test_in_a_whole_base_grid_all_its_members_are_at_home() -> None:
    base = HERE[:14]
    incident = replace(INCIDENT, grid=base)

    found = candidates(
        incident, "security", [member(1, SAME_BASE), member(2, OTHER_BASE)], TREE, TODAY
    )

    assert [candidate.reasons[1] for candidate in found] == [
        Reason.OWN_BASE_GRID,
        Reason.ELSEWHERE,
    ]


GRIDS = st.sampled_from([HERE, BESIDE, SAME_BASE, OTHER_BASE, COMMUNITY, ""])


@given(
    st.lists(st.tuples(GRIDS, st.integers(0, 3), st.sampled_from([0.5, 0.7, 3.5])), max_size=12),
    st.sampled_from([INCIDENT, replace(INCIDENT, grid=COMMUNITY), replace(INCIDENT, grid=None)]),
    st.randoms(use_true_random=False),
)
def test_the_order_never_depends_on_the_order_asked_in(
    stands: list[tuple[str, int, float]], incident: Incident, chance: random.Random
) -> None:
    members = [
        member(number, grid, load=load, lon=lon)
        for number, (grid, load, lon) in enumerate(stands, 1)
    ]
    shuffled = members.copy()
    chance.shuffle(shuffled)

    found = candidates(incident, "security", members, TREE, TODAY)

    assert candidates(incident, "security", shuffled, TREE, TODAY) == found
    assert {candidate.member.id for candidate in found} == {one.id for one in members}
    loads = [candidate.member.load > 0 for candidate in found]
    assert loads == sorted(loads)  # whoever is free comes first
