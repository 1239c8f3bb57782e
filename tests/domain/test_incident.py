"""The incident's own words: its number, and when it is overdue."""

from dataclasses import replace
from datetime import timedelta

import pytest

from console.domain.category import Priority
from console.domain.incident import (
    ENDED,
    LIVE_ASSIGNMENT,
    RUNNING,
    TO_CHECK,
    TO_DISPATCH,
    Incident,
    Origin,
    State,
)
from tests.clock import START

INCIDENT = Incident(
    id=112,
    version=1,
    state=State.REPORTED,
    priority=Priority.NORMAL,
    category="litter",
    title="乱丢垃圾",
    address="",
    place=None,
    grid=None,
    origin=Origin.PHONE,
    reported_at=START,
    stage_from=START,
    due_at=START + timedelta(minutes=30),
    warn_at=START + timedelta(minutes=24),
    assignee=None,
)


@pytest.mark.parametrize(("number", "shown"), [(7, "0007"), (112, "0112"), (123456, "123456")])
def test_a_number_has_at_least_four_digits(number: int, shown: str) -> None:
    assert replace(INCIDENT, id=number).number == shown


def test_it_is_overdue_only_after_its_limit() -> None:
    due = START + timedelta(minutes=30)
    assert not INCIDENT.overdue(due)
    assert INCIDENT.overdue(due + timedelta(microseconds=1))


def test_where_no_limit_runs_nothing_is_overdue() -> None:
    assert not replace(INCIDENT, due_at=None).overdue(START + timedelta(days=9_999))


def test_whoever_reported_waits_in_plain_time_until_the_end_and_no_longer() -> None:
    noon = START + timedelta(hours=2)
    assert INCIDENT.waited(noon) == timedelta(hours=2)
    resting = replace(INCIDENT, state=State.SUSPENDED, stage_from=START + timedelta(minutes=5))
    assert resting.waited(noon) == timedelta(hours=2)
    for state in ENDED:
        ended = replace(INCIDENT, state=state, stage_from=START + timedelta(minutes=50))
        assert (
            ended.waited(noon) == ended.waited(noon + timedelta(days=9)) == timedelta(minutes=50)
        )
    assert INCIDENT.waited(START - timedelta(seconds=1)) == timedelta(0)


def test_the_groups_of_states_do_not_overlap_and_bind_who_runs() -> None:
    groups = (ENDED, RUNNING, TO_DISPATCH, TO_CHECK)
    assert sum(map(len, groups)) == len(frozenset().union(*groups))
    assert {state.value for state in LIVE_ASSIGNMENT} == {state.value for state in RUNNING}
