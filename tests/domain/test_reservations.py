"""Reserved is not dispatched: who is held for another incident may go, costs more, and is told."""

from dataclasses import replace

import pytest

from console.domain.assigning import assign
from console.domain.crew import Crew
from console.domain.incident import Assigned, AssignmentState, Incident
from console.domain.people import Duty, Member
from console.domain.ranking import Proposal, Reason, best_first, costs_of, propose
from console.domain.reservations import Reservations
from console.domain.weights import Weights
from tests.domain.test_ranking import INCIDENT, TODAY, TREE, member

RULE = Weights()


def crew(*members: Member, held: tuple[tuple[int, int], ...]) -> Crew:
    return Crew(TREE, members, reservations=Reservations(held))


def proposal(known: Crew) -> Proposal:
    return propose(INCIDENT, "security", known, TODAY)


def test_who_is_held_for_another_incident_costs_as_one_that_runs() -> None:
    known = crew(member(1), member(2, away=19), held=((1, 12),))
    running = Crew(TREE, [member(1, load=1), member(2, away=19)])
    costs = costs_of(INCIDENT, "security", known, TODAY, RULE)
    free = costs_of(
        INCIDENT, "security", crew(member(1), member(2, away=19), held=()), TODAY, RULE
    )
    assert costs[0] - free[0] == pytest.approx(RULE.running)
    assert costs[1] == free[1]
    for one in (known, running):
        assert [found.member.id for found in proposal(one).candidates] == [2, 1]
    nearer = crew(member(1), member(2, away=21), held=((1, 12),))
    assert [found.member.id for found in proposal(nearer).candidates] == [1, 2]
    assert [one.id for one in best_first(INCIDENT, known.members, known, TODAY, RULE)] == [2, 1]


def test_who_is_held_for_this_one_costs_nothing_more() -> None:
    known = crew(member(1), member(2, away=5), held=((1, INCIDENT.id),))
    first = proposal(known).candidates[0]
    assert (first.member.id, first.reserved) == (1, ())
    assert Reason.RESERVED not in first.reasons


def test_it_is_told_of_who_may_go_and_of_who_may_not() -> None:
    off = replace(member(3), duty=Duty.OFF)
    known = crew(member(1), off, held=((1, 12), (1, 7), (3, 12), (99, 12)))
    found = proposal(known)
    assert found.candidates[0].reserved == (7, 12)
    assert Reason.RESERVED in found.candidates[0].reasons
    assert [(one.member.id, one.reserved) for one in found.excluded] == [(3, (12,))]


def test_who_is_held_is_spared_when_all_are_proposed_at_once() -> None:
    known = crew(member(1), member(2, away=15), held=((1, 12),))
    plan = assign([(INCIDENT, "security")], known, TODAY, RULE)
    assert [pair.member.id for pair in plan.pairs] == [2]
    mine = assign([(replace(INCIDENT, id=12), "security")], known, TODAY, RULE)
    assert [pair.member.id for pair in mine.pairs] == [1]


def holding(number: int, *members: int) -> Incident:
    state = AssignmentState.RESERVED
    lead = Assigned(50, AssignmentState.DISPATCHED, leads=True)
    return replace(INCIDENT, id=number, people=(lead, *(Assigned(one, state) for one in members)))


def test_reservations_follow_the_incidents() -> None:
    known = Reservations()
    known.take_in(holding(7, 1, 2))
    known.take_in(holding(12, 1))
    assert known.elsewhere(99) == {1: 2, 2: 1}
    assert known.elsewhere(7) == {1: 1}
    assert known.of(1, 7) == (12,)
    before = known.changes
    known.forget(holding(7, 1, 2))
    assert known.changes > before
    assert known.elsewhere(99) == {1: 1}
    assert known.of(50, 0) == (), "who has been sent is held no longer"
