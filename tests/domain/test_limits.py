"""Time limits: which one runs, and what rest and rework do to it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.category import LimitClock, Limits, Priority
from console.domain.incident import ENDED, Incident, Origin, State
from console.domain.lifecycle import MOVES, Move
from console.domain.limits import (
    Standing,
    Timing,
    limit_in,
    share_left,
    standing,
    timing_after,
    timing_at_start,
)
from console.domain.worktime import DEFAULT_HOURS, PLAIN, WorkingCalendar

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
    assert limit_in(state, LIMITS) == minutes * MINUTE


@pytest.mark.parametrize("state", [*sorted(ENDED), State.SUSPENDED, State.ESCALATED])
def test_no_limit_runs_where_nothing_is_to_be_done(state: State) -> None:
    assert limit_in(state, LIMITS) is None


def test_all_limits_of_a_round_count_from_the_report() -> None:
    timing = timing_at_start(LIMITS, NOON, PLAIN)
    timing = timing_after(State.REPORTED, State.VERIFIED, LIMITS, timing, after(2), PLAIN)
    timing = timing_after(State.VERIFIED, State.DISPATCHED, LIMITS, timing, after(3), PLAIN)
    timing = timing_after(State.DISPATCHED, State.ACKNOWLEDGED, LIMITS, timing, after(5), PLAIN)

    assert timing == Timing(NOON, NOON, after(24), after(30))


def test_rest_counts_for_no_limit() -> None:
    timing = timing_at_start(LIMITS, NOON, PLAIN)
    timing = timing_after(State.VERIFIED, State.SUSPENDED, LIMITS, timing, after(4), PLAIN)
    assert timing == Timing(NOON, after(4), None, None)

    timing = timing_after(State.SUSPENDED, State.ESCALATED, LIMITS, timing, after(50), PLAIN)
    assert timing == Timing(NOON, after(4), None, None)

    timing = timing_after(State.ESCALATED, State.VERIFIED, LIMITS, timing, after(104), PLAIN)
    assert timing == Timing(after(100), after(100), after(108), after(110))


@pytest.mark.parametrize("target", [State.REWORK, State.REOPENED, State.RESOLVED])
def test_some_moves_begin_a_round(target: State) -> None:
    before = Timing(NOON, NOON, after(48), after(60))

    timing = timing_after(State.CHECKED, target, LIMITS, before, after(500), PLAIN)

    assert timing.round_from == timing.stage_from == after(500)


def test_an_end_stops_the_clock() -> None:
    before = Timing(NOON, NOON, after(48), after(60))
    timing = timing_after(State.CHECKED, State.CLOSED, LIMITS, before, after(20), PLAIN)
    assert timing == Timing(NOON, after(20), None, None)


def limited(begin: float, warn: float | None, due: float | None) -> Incident:
    """An incident whose limit begins, warns and ends so many minutes after noon."""
    return Incident(
        id=1, version=1, state=State.REPORTED, priority=Priority.NORMAL, category="litter",
        title="", address="", place=None, grid=None, origin=Origin.PHONE, reported_at=NOON,
        stage_from=after(begin), due_at=None if due is None else after(due),
        warn_at=None if warn is None else after(warn), assignee=None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("minutes", "share"), [(-5, 1.0), (0, 1.0), (15, 0.75), (48, 0.2), (54, 0.1), (60, 0), (99, 0)]
)
def test_the_share_left_runs_from_one_to_nothing(minutes: float, share: float) -> None:
    assert share_left(limited(0, 48, 60), after(minutes)) == pytest.approx(share)


def test_a_fifth_is_left_when_a_limit_over_a_night_warns() -> None:
    """Begun an hour before closing time, four hours: it warns and ends in the morning."""
    over_night = limited(0, 1092, 1140)
    assert share_left(over_night, after(1092)) == pytest.approx(0.2)
    assert share_left(over_night, after(1116)) == pytest.approx(0.1)
    before = share_left(over_night, after(1000))
    assert before is not None
    assert before > 0.2


def test_a_limit_of_no_length_has_nothing_left() -> None:
    assert share_left(limited(0, 0, 0), NOON) == 0.0


def test_where_no_limit_runs_there_is_no_share_and_no_standing() -> None:
    assert share_left(limited(0, None, None), NOON) is None
    assert standing(limited(0, None, None), after(9999)) is Standing.NONE


@pytest.mark.parametrize(
    ("minutes", "tick", "expected"),
    [
        (48, -1, Standing.QUIET),
        (48, 0, Standing.CLOSE),
        (60, 0, Standing.CLOSE),
        (60, 1, Standing.OVER),
    ],
)
def test_a_limit_is_close_from_four_fifths_on_and_over_after_its_end(
    minutes: int, tick: int, expected: Standing
) -> None:
    timing = timing_at_start(replace(LIMITS, acknowledge=60 * MINUTE), NOON, PLAIN)
    incident = replace(limited(0, 0, 0), warn_at=timing.warn_at, due_at=timing.due_at)
    assert standing(incident, after(minutes) + timedelta(microseconds=tick)) is expected


WORKING = WorkingCalendar(DEFAULT_HOURS, ZoneInfo("Asia/Shanghai"))
FRIDAY = datetime(2026, 3, 6, 9, 0, tzinfo=UTC)
"""17:00 in Shanghai, half an hour before closing time."""


def test_a_limit_in_working_time_warns_at_four_fifths_of_its_working_time() -> None:
    limits = replace(LIMITS, acknowledge=240 * MINUTE, clock=LimitClock.WORKING)
    timing = timing_at_start(limits, FRIDAY, WORKING)
    # Half an hour on Friday; then 162 min to the warning and 210 to the end, from 08:30 on Monday.
    monday = datetime(2026, 3, 9, 0, 30, tzinfo=UTC)
    assert timing == Timing(FRIDAY, FRIDAY, monday + 162 * MINUTE, monday + 210 * MINUTE)
    incident = replace(
        limited(0, 0, 0), stage_from=FRIDAY, warn_at=timing.warn_at, due_at=timing.due_at
    )
    assert standing(incident, monday) is Standing.QUIET


def test_rest_over_a_weekend_uses_up_no_working_time() -> None:
    limits = replace(LIMITS, acknowledge=60 * MINUTE, clock=LimitClock.WORKING)
    timing = timing_at_start(limits, FRIDAY, WORKING)
    rested = FRIDAY + 20 * MINUTE
    timing = timing_after(State.VERIFIED, State.SUSPENDED, limits, timing, rested, WORKING)
    assert timing == Timing(FRIDAY, rested, None, None)

    monday = datetime(2026, 3, 9, 1, 0, tzinfo=UTC)
    timing = timing_after(State.SUSPENDED, State.VERIFIED, limits, timing, monday, WORKING)

    # Forty minutes are left, from nine o'clock on; as if it had begun twenty minutes earlier.
    assert timing.due_at == monday + 40 * MINUTE
    assert timing.stage_from == timing.round_from == monday - 20 * MINUTE


def test_a_night_before_the_rest_is_not_used_up_either() -> None:
    limits = replace(LIMITS, acknowledge=60 * MINUTE, clock=LimitClock.WORKING)
    timing = timing_at_start(limits, FRIDAY, WORKING)
    morning = datetime(2026, 3, 9, 0, 30, tzinfo=UTC)
    rested = morning + 10 * MINUTE  # Half an hour was used up on Friday, ten minutes on Monday.
    timing = timing_after(State.VERIFIED, State.ESCALATED, limits, timing, rested, WORKING)

    resumed = morning + 60 * MINUTE
    timing = timing_after(State.ESCALATED, State.VERIFIED, limits, timing, resumed, WORKING)

    assert timing.due_at == resumed + 20 * MINUTE
    assert timing.round_from == morning + 20 * MINUTE


@given(st.lists(st.tuples(st.randoms(use_true_random=False), st.integers(0, 500)), max_size=25))
def test_on_any_way_through_the_lifecycle_rest_is_never_counted(
    walk: list[tuple[Random, int]],
) -> None:
    """The round's beginning moves by exactly the rest, or to now where a round begins."""
    state, timing, now = State.REPORTED, timing_at_start(LIMITS, NOON, PLAIN), NOON
    rested_from: datetime | None = None
    for chance, minutes in walk:
        now += minutes * MINUTE
        move: Move = chance.choice([move for move in MOVES if move.source is state])
        before, state = timing, move.target
        timing = timing_after(move.source, state, LIMITS, before, now, PLAIN)

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
        limit = limit_in(state, LIMITS)
        if limit is None:
            assert timing == Timing(expected, rested_from or now, None, None)
        else:
            due = expected + limit
            assert timing == Timing(expected, expected, due - limit / 5, due)


@given(*[st.integers(-1000, 1000)] * 4)
def test_the_share_left_is_a_share_and_only_falls(a: int, b: int, c: int, now: int) -> None:
    incident = limited(*sorted((a, b, c)))
    share, later = share_left(incident, after(now)), share_left(incident, after(now + 1))

    assert share is not None
    assert later is not None
    assert 0.0 <= later <= share <= 1.0
