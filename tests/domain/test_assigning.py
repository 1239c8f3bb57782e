"""Several incidents at once: the plan as a whole is never worse than one after another."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.assigning import assign
from console.domain.crew import Crew
from console.domain.incident import Incident
from console.domain.people import Duty, Member
from console.domain.ranking import costs_of, propose
from console.domain.weights import Weights
from tests.domain.test_ranking import (
    INCIDENT,
    INCIDENTS,
    MEMBERS,
    TODAY,
    TREE,
    member,
    minutes_away,
)

RULE = Weights()


def incident(number: int, away: float) -> Incident:
    return replace(INCIDENT, id=number, place=minutes_away(away))


def waiting(*incidents: Incident) -> list[tuple[Incident, str]]:
    return [(one, "security") for one in incidents]


def test_the_near_one_is_kept_for_whom_nobody_else_is_near() -> None:
    # Member 1 is nearest to both; member 2 is near the first incident only.
    crew = Crew(TREE, [member(1, away=10), member(2, away=5)])
    first, second = incident(1, 8), incident(2, 20)
    plan = assign(waiting(first, second), crew, TODAY, RULE)
    assert [(p.incident.id, p.member.id) for p in plan.pairs] == [(1, 2), (2, 1)]
    # One after another: 2 + 15 minutes; as a whole: 3 + 10.
    assert plan.saved == pytest.approx(4.0, abs=0.1)


def test_as_many_as_possible_get_somebody() -> None:
    only_near = member(1, away=10)
    crew = Crew(TREE, [only_near, replace(member(2), duty=Duty.OFF)])
    plan = assign(waiting(incident(1, 30), incident(2, 10)), crew, TODAY, RULE)
    assert [(p.incident.id, p.member.id) for p in plan.pairs] == [(2, 1)]
    assert [one.id for one in plan.left] == [1]


def test_nobody_and_nothing() -> None:
    assert assign([], Crew(TREE, [member(1)]), TODAY, RULE).pairs == ()
    plan = assign(waiting(incident(1, 0)), Crew(TREE), TODAY, RULE)
    assert (plan.pairs, [one.id for one in plan.left]) == ((), [1])


def test_a_single_incident_gets_the_first_of_the_ranking() -> None:
    crew = Crew(TREE, [member(1, load=1), member(2, away=12), member(3, away=9)])
    best = propose(INCIDENT, "security", crew, TODAY, RULE).candidates[0]
    plan = assign(waiting(INCIDENT), crew, TODAY, RULE)
    assert plan.pairs[0].member == best.member
    assert plan.pairs[0].cost == pytest.approx(best.cost)
    assert plan.saved == 0.0


@given(st.lists(INCIDENTS, max_size=4), MEMBERS)
def test_it_is_the_best_of_all_plans(incidents: list[Incident], members: list[Member]) -> None:
    crew = Crew(TREE, members[:6])
    numbered = [replace(one, id=n) for n, one in enumerate(incidents)]
    plan = assign(waiting(*numbered), crew, TODAY, RULE)
    assert len({pair.member.id for pair in plan.pairs}) == len(plan.pairs)
    assert {p.incident.id for p in plan.pairs} | {one.id for one in plan.left} == set(
        range(len(numbered))
    )
    costs = [costs_of(one, "security", crew, TODAY, RULE) for one in numbered]
    slots = list(range(len(crew))) + [None] * len(numbered)
    every = (
        [float(costs[row][slot]) for row, slot in enumerate(chosen) if slot is not None]
        for chosen in set(permutations(slots, len(numbered)))
    )
    possible = [plan_ for plan_ in every if float("inf") not in plan_]
    best = min(possible, key=lambda found: (-len(found), sum(found)), default=[])
    assert len(plan.pairs) == len(best)
    assert sum(pair.cost for pair in plan.pairs) == pytest.approx(sum(best))
    assert plan.saved is None or plan.saved >= -1e-9
