"""Time limits: which one runs in a state, when it ends, and how much of it is left."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from console.domain.category import Limits
from console.domain.incident import Incident, State
from console.domain.worktime import Calendar

WARNED_FIFTHS = 4
"""A limit is close from the instant on at which so many fifths of it are used up (80 %)."""

_LEFT_AT_WARNING = 1 - WARNED_FIFTHS / 5

_ACKNOWLEDGE = frozenset(
    {State.REPORTED, State.VERIFIED, State.DISPATCHED, State.REWORK, State.REOPENED}
)
_ARRIVE = frozenset({State.ACKNOWLEDGED, State.EN_ROUTE})
_CHECK = frozenset({State.RESOLVED, State.CHECKED})
_PAUSED = frozenset({State.SUSPENDED, State.ESCALATED})


@dataclass(frozen=True, slots=True)
class Timing:
    """An incident's clock: when the round and the stage began, when its limit warns and ends.

    All limits of a round count from its beginning, so where a limit runs ``stage_from`` is
    ``round_from``; where none runs it is when the incident came to rest.
    """

    round_from: datetime
    stage_from: datetime
    warn_at: datetime | None
    due_at: datetime | None


class Standing(Enum):
    """How a time limit stands at an instant."""

    NONE = auto()
    """No limit runs."""
    QUIET = auto()
    CLOSE = auto()
    """Four fifths of it or more are used up."""
    OVER = auto()


def limit_in(state: State, limits: Limits) -> timedelta | None:
    """The limit that runs in a state, or None where none runs."""
    if state in _ACKNOWLEDGE:
        return limits.acknowledge
    if state in _ARRIVE:
        return limits.arrive
    if state is State.ON_SCENE:
        return limits.resolve
    if state in _CHECK:
        return limits.check
    return None


def begins_round(state: State) -> bool:
    """Whether entering a state starts the clock afresh."""
    return state in (State.REPORTED, State.REWORK, State.REOPENED, State.RESOLVED)


def timing_at_start(limits: Limits, reported_at: datetime, calendar: Calendar) -> Timing:
    """The clock of a new report, by the calendar that its category's limits run in."""
    return _running(reported_at, limits.acknowledge, calendar)


def timing_after(
    source: State,
    target: State,
    limits: Limits,
    before: Timing,
    now: datetime,
    calendar: Calendar,
) -> Timing:
    """The clock after a move; the time that an incident rested counts for no limit.

    Args:
        source: The state that the incident leaves.
        target: The state that it enters.
        limits: Its category's limits.
        before: Its clock until now.
        now: When it moves.
        calendar: How the time of these limits is counted.
    """
    if begins_round(target):
        round_from = now
    elif source in _PAUSED and target not in _PAUSED:
        # As if the round had begun later: so much of it has been used up as when the rest began.
        used = calendar.between(before.round_from, before.stage_from)
        round_from = calendar.begun_before(now, used)
    else:
        round_from = before.round_from
    limit = limit_in(target, limits)
    if limit is not None:
        return _running(round_from, limit, calendar)
    rests_on = source in _PAUSED and target in _PAUSED
    return Timing(round_from, before.stage_from if rests_on else now, None, None)


def timing_back(state: State, limits: Limits, kept: Timing, calendar: Calendar) -> Timing:
    """The clock of what comes back to a state as if it had never left it.

    Its limits count from the beginning of the round that it was in, whatever came in between.
    """
    limit = limit_in(state, limits)
    if limit is None:
        return Timing(kept.round_from, kept.stage_from, None, None)
    return _running(kept.round_from, limit, calendar)


def _running(round_from: datetime, limit: timedelta, calendar: Calendar) -> Timing:
    return Timing(
        round_from,
        round_from,
        warn_at=calendar.due_after(round_from, limit * WARNED_FIFTHS // 5),
        due_at=calendar.due_after(round_from, limit),
    )


def standing(incident: Incident, now: datetime) -> Standing:
    """How an incident's limit stands: close exactly from ``warn_at`` on, over after ``due_at``."""
    if incident.due_at is None:
        return Standing.NONE
    if incident.overdue(now):
        return Standing.OVER
    warned = incident.warn_at is not None and incident.warn_at <= now
    return Standing.CLOSE if warned else Standing.QUIET


def share_left(incident: Incident, now: datetime) -> float | None:
    """The share of the limit that is left, from 1.0 at its start to 0.0 at its end and after.

    It falls evenly from the start to a fifth at ``warn_at``, and from there to nothing. For a
    limit in plain time that is the share itself; for one in working time it is that share at
    these three instants and near it in between, so that no screen need know the calendar.

    Returns:
        The share, or None where no limit runs.
    """
    due, warn = incident.due_at, incident.warn_at
    if due is None:
        return None
    if warn is None:
        return _part_left(incident.stage_from, due, now)
    if now < warn:
        rest = 1 - _LEFT_AT_WARNING
        return _LEFT_AT_WARNING + rest * _part_left(incident.stage_from, warn, now)
    return _LEFT_AT_WARNING * _part_left(warn, due, now)


def _part_left(begin: datetime, end: datetime, now: datetime) -> float:
    total = (end - begin).total_seconds()
    if total <= 0:
        return 0.0
    return min(1.0, max(0.0, (end - now).total_seconds() / total))
