"""Whom to send: who may go, in which order, for which reasons; and who may not, and why."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.category import Priority
from console.domain.crew import Crew
from console.domain.grid import Grid, GridTree
from console.domain.incident import Incident, Origin, State
from console.domain.people import Badge, BadgeLevel, Duty, Member, Unit
from console.domain.place import LonLat
from console.domain.ranking import Obstacle, Proposal, Reason, costs_of, propose
from console.domain.weights import Weights
from tests.domain.plain_ranking import plain_order

TODAY = date(2026, 3, 2)
YESTERDAY = date(2026, 3, 1)
NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
COMMUNITY = "441900122010"
HERE, BESIDE, SAME_BASE, OTHER_BASE = (
    f"{COMMUNITY}{digits}" for digits in ("0101", "0102", "0103", "0201")
)
HELD = (Badge("security", BadgeLevel.HELD),)
SIDE = 0.002
"""Degrees: some 220 m, about four minutes on foot."""


def _grid(code: str, place: int) -> Grid:
    left = place * SIDE
    right = left + SIDE
    ring = ((left, 0.0), (right, 0.0), (right, SIDE), (left, SIDE), (left, 0.0))
    return Grid(code, code, ((ring,),))


TREE = GridTree([_grid(HERE, 0), _grid(BESIDE, 1), _grid(SAME_BASE, 2), _grid(OTHER_BASE, 3)])
PLACE = LonLat(SIDE / 2, SIDE / 2)
INCIDENT = Incident(
    id=1, version=1, state=State.VERIFIED, priority=Priority.NORMAL, category="suspicious",
    title="可疑人员徘徊", address="", place=PLACE, grid=HERE, origin=Origin.MEMBER,
    reported_at=NOON, stage_from=NOON, due_at=None, warn_at=None, assignee=None,
)  # fmt: skip


def minutes_away(minutes: float) -> LonLat:
    """A place so many minutes' walk to the east of the incident (1.3 m/s, 1.3 times as far)."""
    return LonLat(PLACE.lon + minutes * 60 / 111_195, PLACE.lat)


def member(
    number: int, grid: str = HERE, *, load: int = 0, week: int = 0, away: float = 0.0
) -> Member:
    return Member(
        number, 1, f"{number:03d}", f"第{number}人", "", grid, Duty.ON_DUTY, HELD,
        place=minutes_away(away), load=load, week=week,
    )  # fmt: skip


def proposal(*members: Member, incident: Incident = INCIDENT) -> Proposal:
    shuffled = list(members)
    random.Random(7).shuffle(shuffled)
    return propose(incident, "security", Crew(TREE, shuffled), TODAY)


def ranked(*members: Member, incident: Incident = INCIDENT) -> list[int]:
    return [found.member.id for found in proposal(*members, incident=incident).candidates]


@pytest.mark.parametrize(
    ("one", "obstacle", "since"),
    [
        (replace(member(1), duty=Duty.OFF), Obstacle.OFF_DUTY, None),
        (replace(member(1), duty=Duty.BREAK), Obstacle.ON_BREAK, None),
        (member(1, load=3), Obstacle.AT_LIMIT, None),
        (
            replace(member(1), badges=(Badge("security", BadgeLevel.TRAINING),)),
            Obstacle.IN_TRAINING,
            None,
        ),
        (
            replace(member(1), badges=(Badge("security", BadgeLevel.HELD, YESTERDAY),)),
            Obstacle.EXPIRED,
            YESTERDAY,
        ),
    ],
)
def test_who_may_not_go_is_told_with_the_reason(
    one: Member, obstacle: Obstacle, since: date | None
) -> None:
    found = proposal(one)
    assert found.candidates == ()
    assert found.eligible == 0
    assert [(e.member, e.obstacle, e.since) for e in found.excluded] == [(one, obstacle, since)]


@pytest.mark.parametrize("badges", [(), (Badge("fire", BadgeLevel.HELD),)])
def test_who_has_nothing_to_do_with_the_skill_is_not_told_at_all(
    badges: tuple[Badge, ...],
) -> None:
    assert proposal(replace(member(1), badges=badges)) == Proposal()


@pytest.mark.parametrize("unit", [Unit.SQUAD, Unit.PARTNER, Unit.NEIGHBOUR])
def test_who_is_not_our_own_is_neither_proposed_nor_excused(unit: Unit) -> None:
    other = replace(member(1, grid=""), unit=unit)
    assert proposal(other, replace(other, id=2, number="002", duty=Duty.OFF)) == Proposal()
    assert ranked(other, member(3)) == [3]


def test_the_last_day_of_a_badge_still_counts() -> None:
    last = replace(member(1), badges=(Badge("security", BadgeLevel.HELD, TODAY),))
    assert ranked(last) == [1]


def test_with_the_same_way_the_nearer_grid_comes_first() -> None:
    assert ranked(
        member(1, OTHER_BASE), member(2, SAME_BASE), member(3, BESIDE), member(4, HERE)
    ) == [4, 3, 2, 1]


def test_the_shorter_way_comes_first_and_equal_ones_by_number() -> None:
    assert ranked(member(1, away=5), member(3, away=2), member(2, away=2)) == [2, 3, 1]


def test_somebody_free_is_worth_a_longer_way_but_not_any() -> None:
    assert ranked(member(1, load=1), member(2, OTHER_BASE, away=12)) == [2, 1]
    assert ranked(member(1, load=1), member(2, OTHER_BASE, away=19)) == [1, 2]


def test_in_an_urgent_case_the_way_counts_double() -> None:
    urgent = replace(INCIDENT, priority=Priority.URGENT)
    pair = member(1, load=1), member(2, OTHER_BASE, away=12)
    assert ranked(*pair) == [2, 1]
    assert ranked(*pair, incident=urgent) == [1, 2]


def test_who_was_sent_often_this_week_is_spared() -> None:
    assert ranked(member(1, week=8), member(2, away=3, week=0)) == [2, 1]
    assert ranked(member(1, week=2), member(2, away=3, week=0)) == [1, 2]


def test_a_member_not_seen_yet_is_taken_to_be_in_the_middle_of_their_grid() -> None:
    unseen = replace(member(1, BESIDE), place=None)
    found = proposal(unseen, member(2, BESIDE, away=9)).candidates
    assert [candidate.member.id for candidate in found] == [1, 2]
    assert found[0].distance == pytest.approx(222, abs=2)


def test_of_whom_nothing_is_known_counts_as_far_as_the_farthest() -> None:
    lost = replace(member(1, COMMUNITY), place=None)
    found = proposal(lost, member(2, COMMUNITY, away=3), member(3, COMMUNITY, away=5)).candidates
    assert [candidate.member.id for candidate in found] == [2, 1, 3]
    assert found[1].distance is None


def test_the_reasons_are_those_that_ranked() -> None:
    first, second = proposal(member(1), member(2, OTHER_BASE, load=1, week=4, away=30)).candidates
    assert first.reasons == (
        Reason.HOLDS_SKILL,
        Reason.OWN_SUB_GRID,
        Reason.FREE,
        Reason.FEWER_THIS_WEEK,
    )
    assert second.reasons == (
        Reason.HOLDS_SKILL,
        Reason.ELSEWHERE,
        Reason.BUSY,
        Reason.MORE_THIS_WEEK,
    )
    assert first.distance == pytest.approx(0.0)
    assert second.eta == pytest.approx(30 * 60, rel=0.01)


def test_without_a_place_and_a_grid_everybody_is_elsewhere() -> None:
    nowhere = replace(INCIDENT, place=None, grid=None)
    found = proposal(member(2), member(1), incident=nowhere).candidates
    assert [candidate.member.id for candidate in found] == [1, 2]
    assert all(candidate.distance is None and candidate.eta is None for candidate in found)
    assert all(Reason.ELSEWHERE in candidate.reasons for candidate in found)


@pytest.mark.parametrize(
    ("grid", "own"),
    [(COMMUNITY, HERE), (HERE, COMMUNITY), (COMMUNITY, OTHER_BASE), (HERE, "")],
)
def test_who_or_what_belongs_to_no_base_grid_is_elsewhere(grid: str, own: str) -> None:
    """A place in a gap between the base grids lies in the community and in nothing smaller."""
    (found,) = proposal(member(1, own), incident=replace(INCIDENT, grid=grid)).candidates
    assert found.reasons[1] is Reason.ELSEWHERE


def test_in_a_whole_base_grid_all_its_members_are_at_home() -> None:
    incident = replace(INCIDENT, grid=HERE[:14])
    found = proposal(member(1, SAME_BASE), member(2, OTHER_BASE), incident=incident).candidates
    assert [one.reasons[1] for one in found] == [Reason.OWN_BASE_GRID, Reason.ELSEWHERE]


def test_what_a_choice_leaves_behind_is_told() -> None:
    both = (*HELD, Badge("fire", BadgeLevel.HELD))
    lone = replace(member(1), badges=both)
    first, second, third = proposal(
        lone, member(2, BESIDE), member(3, OTHER_BASE), member(4, SAME_BASE, load=3)
    ).candidates
    # Two free ones in the base grid have the first skill; the second one goes with the member.
    assert (first.member.id, first.leaves) == (1, ("fire",))
    assert (second.member.id, second.leaves) == (2, ())
    assert (third.member.id, third.leaves) == (3, ("security",))


def test_only_as_many_as_asked_for_are_told_but_all_are_counted() -> None:
    crew = Crew(TREE, [member(n, away=n) for n in range(1, 30)])
    found = propose(INCIDENT, "security", crew, TODAY, most=3)
    assert [candidate.member.id for candidate in found.candidates] == [1, 2, 3]
    assert found.eligible == 29


def test_other_weights_give_another_order() -> None:
    crew = Crew(TREE, [member(1, load=1), member(2, OTHER_BASE, away=12)])
    light = Weights(running=1.0)
    found = propose(INCIDENT, "security", crew, TODAY, light).candidates
    assert [candidate.member.id for candidate in found] == [1, 2]


GRIDS = st.sampled_from([HERE, BESIDE, SAME_BASE, OTHER_BASE, COMMUNITY, ""])
BADGES = st.sampled_from(
    [
        (),
        HELD,
        (Badge("security", BadgeLevel.TRAINING),),
        (Badge("security", BadgeLevel.HELD, YESTERDAY), Badge("fire", BadgeLevel.HELD)),
        (Badge("security", BadgeLevel.HELD, TODAY), Badge("fire", BadgeLevel.HELD)),
    ]
)
PLACES = st.one_of(st.none(), st.floats(0, 40).map(minutes_away))
MEMBERS = st.lists(
    st.tuples(GRIDS, st.sampled_from(Duty), BADGES, PLACES, st.integers(0, 4), st.integers(0, 9)),
    max_size=14,
).map(
    lambda stands: [
        replace(member(n, grid, load=load, week=week), duty=duty, badges=badges, place=place)
        for n, (grid, duty, badges, place, load, week) in enumerate(stands, 1)
    ]
)
INCIDENTS = st.sampled_from(
    [
        INCIDENT,
        replace(INCIDENT, priority=Priority.URGENT),
        replace(INCIDENT, grid=COMMUNITY),
        replace(INCIDENT, grid=None),
        replace(INCIDENT, place=None),
        replace(INCIDENT, place=None, grid=None),
    ]
)


@given(MEMBERS, INCIDENTS, st.randoms(use_true_random=False))
def test_it_is_what_a_plain_loop_finds(
    members: list[Member], incident: Incident, chance: random.Random
) -> None:
    shuffled = members.copy()
    chance.shuffle(shuffled)
    crew = Crew(TREE, shuffled)
    rule = Weights()
    expected = plain_order(incident, "security", members, TREE, TODAY, rule)
    found = propose(incident, "security", crew, TODAY, rule)
    assert [c.cost for c in found.candidates] == pytest.approx([cost for cost, _ in expected])
    # Costs that differ only by rounding may stand in either order.
    assert {c.member.id for c in found.candidates} == {one.id for _, one in expected}
    assert found.eligible == len(expected)
    costs = costs_of(incident, "security", crew, TODAY, rule)
    by_member = {one.id: cost for cost, one in expected}
    for slot, one in enumerate(crew.members):
        assert costs[slot] == pytest.approx(by_member.get(one.id, float("inf")))


@given(MEMBERS, MEMBERS)
def test_a_crew_that_was_changed_equals_a_fresh_one(
    before: list[Member], after: list[Member]
) -> None:
    crew = Crew(TREE, before)
    propose(INCIDENT, "security", crew, TODAY)
    crew.take_in(after)
    known = {one.id: one for one in [*before, *after]}
    fresh = Crew(TREE, known.values())
    assert propose(INCIDENT, "security", crew, TODAY) == propose(
        INCIDENT, "security", fresh, TODAY
    )
