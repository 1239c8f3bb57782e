"""Time limits: which one runs in a state, when it ends, and how much of it is left."""

from dataclasses import dataclass
from datetime import datetime

from console.domain.category import Limits
from console.domain.incident import State

WARNING_SHARE = 0.2
"""A limit is close when less than this share of it is left."""

_ACKNOWLEDGE = frozenset(
    {State.REPORTED, State.VERIFIED, State.DISPATCHED, State.REWORK, State.REOPENED}
)
_ARRIVE = frozenset({State.ACKNOWLEDGED, State.EN_ROUTE})
_CHECK = frozenset({State.RESOLVED, State.CHECKED})
_PAUSED = frozenset({State.SUSPENDED, State.ESCALATED})


@dataclass(frozen=True, slots=True)
class Timing:
    """An incident's clock: when the round began, when the stage began, when its limit ends.

    All limits of a round count from its beginning, so where a limit runs ``stage_from`` is
    ``round_from``; where none runs it is when the incident came to rest.
    """

    round_from: datetime
    stage_from: datetime
    due_at: datetime | None


def due_at(state: State, limits: Limits, counted_from: datetime) -> datetime | None:
    """When the limit that runs in a state ends, or None where none runs.

    Args:
        state: The incident's state.
        limits: Its category's limits.
        counted_from: When the round began (the report, the rework or the reopening); for the
            check, when the incident was resolved.
    """
    if state in _ACKNOWLEDGE:
        return counted_from + limits.acknowledge
    if state in _ARRIVE:
        return counted_from + limits.arrive
    if state is State.ON_SCENE:
        return counted_from + limits.resolve
    if state in _CHECK:
        return counted_from + limits.check
    return None


def begins_round(state: State) -> bool:
    """Whether entering a state starts the clock afresh."""
    return state in (State.REPORTED, State.REWORK, State.REOPENED, State.RESOLVED)


def timing_at_start(limits: Limits, reported_at: datetime) -> Timing:
    """The clock of a new report."""
    return Timing(reported_at, reported_at, due_at(State.REPORTED, limits, reported_at))


def timing_after(
    source: State, target: State, limits: Limits, before: Timing, now: datetime
) -> Timing:
    """The clock after a move; the time that an incident rested counts for no limit."""
    if begins_round(target):
        round_from = now
    elif source in _PAUSED and target not in _PAUSED:
        round_from = before.round_from + (now - before.stage_from)
    else:
        round_from = before.round_from
    due = due_at(target, limits, round_from)
    if due is not None:
        return Timing(round_from, round_from, due)
    rests_on = source in _PAUSED and target in _PAUSED
    return Timing(round_from, before.stage_from if rests_on else now, None)


def share_left(stage_from: datetime, due: datetime, now: datetime) -> float:
    """The share of a limit that is left, from 1.0 at its start to 0.0 at its end and after."""
    total = (due - stage_from).total_seconds()
    if total <= 0:
        return 0.0
    return min(1.0, max(0.0, (due - now).total_seconds() / total))
