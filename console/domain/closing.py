"""Whether an incident was closed on time, judged from what happened to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from console.domain.category import Limits
from console.domain.extending import prolonged
from console.domain.incident import State
from console.domain.limits import begins_round, timing_after, timing_at_start
from console.domain.worktime import Calendar

JUDGED = frozenset({State.RESOLVED, State.CLOSED})
"""Where it counts whether the limit that ran was kept: dealt with, and checked and closed."""


@dataclass(frozen=True, slots=True)
class Passed:
    """One thing that happened to an incident: a move from a state to another, or an extension."""

    at: datetime
    source: State | None = None
    target: State | None = None
    extended: timedelta = timedelta(0)


def closed_on_time(
    reported_at: datetime, passed: Iterable[Passed], limits: Limits, calendar: Calendar
) -> bool | None:
    """Whether an incident that is closed was dealt with and closed within its limits.

    It was if, each time that it was dealt with (resolve) and when it was closed (close), the limit
    that ran had not passed: ``limits.resolve`` from the beginning of the round, longer by every
    extension, and ``limits.check`` from the resolution. Time in which it rested counts for
    nothing. Late answers and arrivals are another matter. The limits are those that its category
    has now.

    Source: the rules of the two clocks (``console.domain.limits``); the name follows the on-time
    closing rate (按时结案率) of the evaluation of digital urban management, GB/T 30428.4, whose
    denominator is what was due and not, as here, what was closed.

    Args:
        reported_at: When it was reported.
        passed: What happened to it since, the oldest first.
        limits: Its category's limits.
        calendar: How the time of these limits is counted.

    Returns:
        Whether it was, or None if it was not closed here, as with a closed one that was imported.
    """
    timing = timing_at_start(limits, reported_at, calendar)
    extended = timedelta(0)
    on_time: bool | None = None
    kept = True
    for one in passed:
        if one.extended and timing.due_at is not None:
            extended += one.extended
            limit = calendar.between(timing.round_from, timing.due_at) + one.extended
            due = calendar.due_after(timing.round_from, limit)
            timing = type(timing)(timing.round_from, timing.stage_from, timing.warn_at, due)
        if one.source is None or one.target is None:
            continue
        if one.target in JUDGED:
            kept = kept and (timing.due_at is None or one.at <= timing.due_at)
        if begins_round(one.target):
            extended = timedelta(0)
        longer = prolonged(limits, extended) if extended else limits
        timing = timing_after(one.source, one.target, longer, timing, one.at, calendar)
        on_time = kept if one.target is State.CLOSED else None
    return on_time
