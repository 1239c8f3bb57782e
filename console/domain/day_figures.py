"""The figures of a day: what was reported and closed, how much on time, how soon somebody came.

Each figure is defined once, here; where its numbers come from is said in ``db.day_figures``.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from console.domain.incident import State

HOURS = 24


@dataclass(frozen=True, slots=True)
class DayCase:
    """An incident as far as the figures of a day need it; it holds no personal data.

    ``rests_since`` is when a closed one was closed; ``on_time`` is None where it is not closed, or
    was not closed here.
    """

    id: int
    category: str
    reported_at: datetime
    state: State
    rests_since: datetime
    on_time: bool | None = None


@dataclass(frozen=True, slots=True)
class DayFigures:
    """The figures of one day of the center until an instant.

    Attributes:
        day: The day, in the center's zone.
        at: Until when it was counted.
        reported: Incidents reported since midnight, whatever has become of them (件).
        closed: Incidents that were closed since midnight and still are (件).
        judged: Those of the closed ones of which it is known whether they were closed on time.
        on_time: Those of the judged ones that were.
        arrivals: So many members who lead on an incident arrived since midnight.
        arrival: Their mean time from being sent to being there; None if nobody arrived.
        hours: Incidents reported in each hour of the day.
        week_ago: The same of the same weekday a week before, all of that day.
        categories: Incidents reported since midnight by category, the most frequent first.
    """

    day: date
    at: datetime
    reported: int
    closed: int
    judged: int
    on_time: int
    arrivals: int
    arrival: timedelta | None
    hours: tuple[int, ...]
    week_ago: tuple[int, ...]
    categories: tuple[tuple[str, int], ...]

    @property
    def on_time_rate(self) -> float | None:
        """The on-time closing rate of the day, 0 to 1: on time ÷ judged; None of nothing."""
        return self.on_time / self.judged if self.judged else None


def day_begin(day: date, zone: tzinfo) -> datetime:
    """The instant at which a day begins by the center's clock."""
    return datetime.combine(day, time(), zone)


def figures(
    at: datetime,
    zone: tzinfo,
    cases: Iterable[DayCase],
    ways: Sequence[timedelta],
    week_ago: Iterable[datetime],
) -> DayFigures:
    """The figures of the day on which an instant falls, until then.

    Args:
        at: Until when to count.
        zone: The center's zone.
        cases: At least all incidents that were reported or closed since that day's midnight.
        ways: How long each of those who lead and arrived since midnight took from being sent.
        week_ago: When incidents were reported on the same weekday of the week before.
    """
    day = at.astimezone(zone).date()
    begin = day_begin(day, zone)
    known = tuple(cases)
    reported = [case for case in known if begin <= case.reported_at <= at]
    closed = [c for c in known if c.state is State.CLOSED and begin <= c.rests_since <= at]
    judged = [case for case in closed if case.on_time is not None]
    counted = Counter(case.category for case in reported)
    return DayFigures(
        day=day,
        at=at,
        reported=len(reported),
        closed=len(closed),
        judged=len(judged),
        on_time=sum(bool(case.on_time) for case in judged),
        arrivals=len(ways),
        arrival=sum(ways, timedelta(0)) / len(ways) if ways else None,
        hours=by_hour((case.reported_at for case in reported), zone),
        week_ago=by_hour(week_ago, zone),
        categories=tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))),
    )


def by_hour(instants: Iterable[datetime], zone: tzinfo) -> tuple[int, ...]:
    """How many instants fall into each hour of the center's clock, from 0 to 23."""
    counted = Counter(instant.astimezone(zone).hour for instant in instants)
    return tuple(counted[hour] for hour in range(HOURS))
