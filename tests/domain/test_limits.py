"""Time limits: which one runs, and what rest and rework do to it."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.category import Limits
from console.domain.incident import ENDED, State
from console.domain.lifecycle import MOVES, Move
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
RESTING = (State.SUSPENDED, State.ESCALATED)
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


@given(st.lists(st.tuples(st.randoms(use_true_random=False), st.integers(0, 500)), max_size=25))
def test_on_any_way_through_the_lifecycle_rest_is_never_counted(
    walk: list[tuple[Random, int]],
) -> None:
    """The round's beginning moves by exactly the rest, or to now where a round begins."""
    state, timing, now = State.REPORTED, timing_at_start(LIMITS, NOON), NOON
    rested_from: datetime | None = None
    for chance, minutes in walk:
        now += minutes * MINUTE
        move: Move = chance.choice([move for move in MOVES if move.source is state])
        before, state = timing, move.target
        timing = timing_after(move.source, state, LIMITS, before, now)

        expected = before.round_from
        if state in (State.REWORK, State.REOPENED, State.RESOLVED):
            expected = now
        elif rested_from is not None and state not in RESTING:
            expected += now - rested_from
        if state not in RESTING:
            rested_from = None
        elif rested_from is None:
            rested_from = now
        assert timing.round_from == expected <= now
        assert timing.due_at == due_at(state, LIMITS, expected)
        if timing.due_at is None:
            assert timing.stage_from == (rested_from or now)
        else:
            assert timing.stage_from == expected


@given(st.integers(-1000, 1000), st.integers(-1000, 1000), st.integers(-1000, 1000))
def test_the_share_left_is_a_share_and_only_falls(start: int, end: int, now: int) -> None:
    share = share_left(after(start), after(end), after(now))

    assert 0.0 <= share <= 1.0
    assert share_left(after(start), after(end), after(now + 1)) <= share
