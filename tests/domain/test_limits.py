"""Time limits: which one runs, and what rest and rework do to it."""

from datetime import UTC, datetime, timedelta

import pytest

from console.domain.category import Limits
from console.domain.incident import ENDED, State
from console.domain.limits import (
    Timing,
    due_at,
    share_left,
    timing_after,
    timing_at_start,
)

MINUTE = timedelta(minutes=1)
LIMITS = Limits(
    acknowledge=10 * MINUTE, arrive=30 * MINUTE, resolve=120 * MINUTE, check=60 * MINUTE
)
NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


def after(minutes: float) -> datetime:
    return NOON + minutes * MINUTE


@pytest.mark.parametrize(
    ("state", "minutes"),
    [
        (State.REPORTED, 10),
        (State.VERIFIED, 10),
        (State.DISPATCHED, 10),
        (State.REWORK, 10),
        (State.REOPENED, 10),
        (State.ACKNOWLEDGED, 30),
        (State.EN_ROUTE, 30),
        (State.ON_SCENE, 120),
        (State.RESOLVED, 60),
        (State.CHECKED, 60),
    ],
)
def test_each_stage_has_its_limit(state: State, minutes: int) -> None:
    assert due_at(state, LIMITS, NOON) == after(minutes)


@pytest.mark.parametrize("state", [*sorted(ENDED), State.SUSPENDED, State.ESCALATED])
def test_no_limit_runs_where_nothing_is_to_be_done(state: State) -> None:
    assert due_at(state, LIMITS, NOON) is None


def test_all_limits_of_a_round_count_from_the_report() -> None:
    timing = timing_at_start(LIMITS, NOON)
    timing = timing_after(State.REPORTED, State.VERIFIED, LIMITS, timing, after(2))
    timing = timing_after(State.VERIFIED, State.DISPATCHED, LIMITS, timing, after(3))
    timing = timing_after(State.DISPATCHED, State.ACKNOWLEDGED, LIMITS, timing, after(5))

    assert timing == Timing(NOON, NOON, after(30))


def test_rest_counts_for_no_limit() -> None:
    timing = timing_at_start(LIMITS, NOON)
    timing = timing_after(State.VERIFIED, State.SUSPENDED, LIMITS, timing, after(4))
    assert timing == Timing(NOON, after(4), None)

    timing = timing_after(State.SUSPENDED, State.ESCALATED, LIMITS, timing, after(50))
    assert timing == Timing(NOON, after(4), None)

    timing = timing_after(State.ESCALATED, State.VERIFIED, LIMITS, timing, after(104))
    assert timing == Timing(after(100), after(100), after(110))


@pytest.mark.parametrize("target", [State.REWORK, State.REOPENED, State.RESOLVED])
def test_some_moves_begin_a_round(target: State) -> None:
    before = Timing(NOON, NOON, after(60))

    timing = timing_after(State.CHECKED, target, LIMITS, before, after(500))

    assert timing.round_from == timing.stage_from == after(500)


def test_an_end_stops_the_clock() -> None:
    timing = timing_after(
        State.CHECKED, State.CLOSED, LIMITS, Timing(NOON, NOON, after(60)), after(20)
    )
    assert timing == Timing(NOON, after(20), None)


@pytest.mark.parametrize(
    ("minutes", "share"), [(-5, 1.0), (0, 1.0), (15, 0.75), (60, 0.0), (99, 0.0)]
)
def test_the_share_left_runs_from_one_to_nothing(minutes: float, share: float) -> None:
    assert share_left(NOON, after(60), after(minutes)) == pytest.approx(share)


def test_a_limit_of_no_length_has_nothing_left() -> None:
    assert share_left(NOON, NOON, NOON) == 0.0
