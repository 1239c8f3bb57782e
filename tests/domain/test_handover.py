"""What is open, in the order in which a handover tells it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.handover import Part, part_of, told
from console.domain.incident import ENDED, State
from tests.domain.test_incident import INCIDENT

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
LATER, EARLIER = NOW + timedelta(minutes=5), NOW - timedelta(minutes=5)
OPEN = [state for state in State if state not in ENDED]


@pytest.mark.parametrize(
    ("state", "part"),
    [
        (State.REPORTED, Part.UNVERIFIED),
        (State.REWORK, Part.TO_DISPATCH),
        (State.EN_ROUTE, Part.RUNNING),
        (State.CHECKED, Part.TO_CHECK),
        (State.SUSPENDED, Part.SUSPENDED),
        (State.ESCALATED, Part.ESCALATED),
    ],
)
def test_each_state_has_its_part_unless_it_is_overdue(state: State, part: Part) -> None:
    assert part_of(state, LATER, NOW) is part
    assert part_of(state, None, NOW) is part
    assert part_of(state, EARLIER, NOW) is Part.OVERDUE


@given(st.lists(st.tuples(st.sampled_from(OPEN), st.sampled_from([None, EARLIER, LATER]))))
def test_everything_open_is_told_once_and_what_presses_most_comes_first(
    made: list[tuple[State, datetime | None]],
) -> None:
    incidents = [
        replace(INCIDENT, id=number, state=state, due_at=due)
        for number, (state, due) in enumerate(made)
    ]
    pairs = told(incidents, NOW)
    assert sorted(one.id for _, one, _ in pairs) == [one.id for one in incidents]
    order = list(Part)
    places = [order.index(part) for part, _, _ in pairs]
    assert places == sorted(places)


def test_a_major_incident_is_told_once_where_its_most_pressing_part_is() -> None:
    head = replace(INCIDENT, id=1, state=State.ESCALATED, due_at=None, leads=True)
    late = replace(INCIDENT, id=2, state=State.VERIFIED, due_at=EARLIER, part_of=1)
    early = replace(INCIDENT, id=3, state=State.VERIFIED, due_at=LATER, part_of=1)
    alone = replace(INCIDENT, id=4, state=State.VERIFIED, due_at=LATER, part_of=99)
    pairs = told([late, early, head, alone], NOW)
    assert [(part, one.id, pressing.id) for part, one, pressing in pairs] == [
        (Part.OVERDUE, 1, 2),
        (Part.TO_DISPATCH, 4, 4),
    ]
