"""Working time: a center's hours, the holidays of China, and how far apart instants are in them.

A limit is counted by a calendar. ``PLAIN`` counts every instant; a ``WorkingCalendar`` counts the
center's working hours on working days. Whoever uses either need not know which one it is.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import Enum, auto
from typing import Protocol

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_NOTHING = timedelta(0)
_MINUTES_A_DAY = 1440
_WEEK = 7
_FRIDAY = 4
_KEPT_DAYS = 4000
"""So many days are remembered; a calendar that counts over more begins anew."""

MinuteSpan = tuple[int, int]
"""From a minute of the day to another one that does not belong to it any more (at most 1440)."""

Stretch = tuple[datetime, datetime]
"""From an instant to another one, both in UTC."""


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """A center's hours by weekday, Monday first; several spans a day, none across midnight."""

    days: tuple[tuple[MinuteSpan, ...], ...]

    def __post_init__(self) -> None:
        if len(self.days) != _WEEK:
            raise ValueError("working hours need seven days")
        if not any(self.days):
            raise ValueError("working hours need at least one span")
        for spans in self.days:
            minutes = [minute for span in spans for minute in span]
            rising = all(a < b for a, b in spans) and minutes == sorted(minutes)
            if not rising or not all(0 <= minute <= _MINUTES_A_DAY for minute in minutes):
                raise ValueError("spans of working hours must rise and not overlap")

    @classmethod
    def of(cls, days: Sequence[Iterable[Sequence[str]]]) -> "WorkingHours":
        """The hours in a list of seven lists of pairs such as ``["08:30", "12:00"]``.

        Raises:
            ValueError: If they are not such a list, a span ends before it begins, two overlap,
                or there is none at all.
        """
        try:
            return cls(tuple(tuple((_minute(a), _minute(b)) for a, b in spans) for spans in days))
        except (AttributeError, TypeError) as error:
            raise ValueError("working hours must be seven lists of pairs") from error

    def plain(self) -> list[list[list[str]]]:
        """The hours as ``of`` reads them."""
        return [[[_clock(a), _clock(b)] for a, b in spans] for spans in self.days]

    @property
    def of_shifted_day(self) -> tuple[MinuteSpan, ...]:
        """The hours of a workday at the weekend: those of the week's first day that has any."""
        return next(spans for spans in self.days if spans)


def _minute(text: str) -> int:
    hour, minute = text.split(":")
    if int(minute) not in range(60):
        raise ValueError(f"{text} is no time of the day")
    return int(hour) * 60 + int(minute)


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


DEFAULT_HOURS = WorkingHours.of(
    [[["08:30", "12:00"], ["14:00", "17:30"]] for _ in range(5)] + [[], []]
)
"""The hours of a center that has told none."""


class DayKind(Enum):
    """What the calendar of the state says about a day."""

    ORDINARY = auto()
    HOLIDAY = auto()
    SHIFTED = auto()
    """A Saturday or Sunday that is worked, in exchange for a day off beside a holiday."""


def kind_of(day: date) -> DayKind:
    """What China's calendar of holidays says about a day.

    Source: the General Office of the State Council's yearly notice, as the package
    ``chinesecalendar`` holds it. The notice appears in the autumn before its year, and the package
    after it: outside of the years that the package knows every day is an ordinary one, so that
    a week of work is the center's hours, Monday to Friday, without any holiday. The package is
    loaded by the first call and not before.
    """
    # Its tables and not its functions: those look for its first and last year at each call.
    from chinese_calendar import holidays, workdays

    if day in workdays:
        return DayKind.SHIFTED if day.weekday() > _FRIDAY else DayKind.ORDINARY
    return DayKind.HOLIDAY if day in holidays else DayKind.ORDINARY


class Calendar(Protocol):
    """How the time of a limit is counted. All instants carry a zone; results are in UTC."""

    def due_after(self, start: datetime, limit: timedelta) -> datetime:
        """The first instant at which so much has been counted since ``start``."""

    def begun_before(self, end: datetime, counted: timedelta) -> datetime:
        """The last instant since which so much has been counted at ``end``."""

    def between(self, start: datetime, end: datetime) -> timedelta:
        """How much is counted between two instants; nothing if the second is not the later one."""


class PlainCalendar:
    """Counts every instant."""

    def due_after(self, start: datetime, limit: timedelta) -> datetime:
        """The instant so long after another one."""
        return start.astimezone(UTC) + limit

    def begun_before(self, end: datetime, counted: timedelta) -> datetime:
        """The instant so long before another one."""
        return end.astimezone(UTC) - counted

    def between(self, start: datetime, end: datetime) -> timedelta:
        """How long it is from one instant to a later one."""
        return max(_NOTHING, end - start.astimezone(UTC))


PLAIN = PlainCalendar()
"""The calendar of limits that run day and night."""


@dataclass(frozen=True, eq=False)
class WorkingCalendar:
    """Counts a center's working hours on China's working days.

    An ordinary day has the hours of its weekday, a statutory holiday none, and a workday at the
    weekend those of ``WorkingHours.of_shifted_day``. A span lasts from the first instant at which
    the center's clock shows its beginning or more, to the first at which it shows its end or
    more. So an hour that summer time takes away is not counted, and one that it gives back is.
    """

    hours: WorkingHours
    zone: tzinfo
    _days: dict[date, tuple[Stretch, ...]] = field(default_factory=dict, init=False, repr=False)

    def due_after(self, start: datetime, limit: timedelta) -> datetime:
        """The first instant at which so much working time has passed since another one.

        It lies within a span or at its end, never at the beginning of the next one: what is due
        at closing time is due today. No limit at all leaves the instant as it is, even at night.
        """
        at = start.astimezone(UTC)
        if limit <= _NOTHING:
            return at
        spans = self._from(at)
        while True:
            begin, end = next(spans)
            begin = max(begin, at)
            if end - begin >= limit:
                return begin + limit
            limit -= max(_NOTHING, end - begin)

    def begun_before(self, end: datetime, counted: timedelta) -> datetime:
        """The last instant since which so much working time has passed at another one."""
        at = end.astimezone(UTC)
        if counted <= _NOTHING:
            return at
        spans = self._back_from(at)
        while True:
            begin, finish = next(spans)
            finish = min(finish, at)
            if finish - begin >= counted:
                return finish - counted
            counted -= max(_NOTHING, finish - begin)

    def between(self, start: datetime, end: datetime) -> timedelta:
        """The working time between two instants; none if the second is not the later one."""
        at, until = start.astimezone(UTC), end.astimezone(UTC)
        total = _NOTHING
        for begin, finish in self._from(at):
            if begin >= until:
                break
            total += max(_NOTHING, min(finish, until) - max(begin, at))
        return total

    def _from(self, at: datetime) -> Iterator[Stretch]:
        """The spans from the day before an instant on; the day before, for clocks put back."""
        day = at.astimezone(self.zone).date() - _DAY
        while True:
            yield from self._stretches(day)
            day += _DAY

    def _back_from(self, at: datetime) -> Iterator[Stretch]:
        day = at.astimezone(self.zone).date() + _DAY
        while True:
            yield from reversed(self._stretches(day))
            day -= _DAY

    def _stretches(self, day: date) -> tuple[Stretch, ...]:
        found = self._days.get(day)
        if found is None:
            if len(self._days) >= _KEPT_DAYS:
                self._days.clear()
            found = self._days[day] = tuple(
                (self._instant(day, begin), self._instant(day, end))
                for begin, end in self._spans(day)
            )
        return found

    def _spans(self, day: date) -> tuple[MinuteSpan, ...]:
        kind = kind_of(day)
        if kind is DayKind.HOLIDAY:
            return ()
        return (
            self.hours.of_shifted_day
            if kind is DayKind.SHIFTED
            else self.hours.days[day.weekday()]
        )

    def _instant(self, day: date, minute: int) -> datetime:
        """The first instant at which the center's clock shows a minute of a day, or more."""
        wall = datetime.combine(day, time()) + minute * _MINUTE
        late, early = (
            wall.replace(tzinfo=self.zone, fold=fold).astimezone(UTC) for fold in (0, 1)
        )
        if early >= late:  # As nearly always, or shown twice: then the first time is ``late``.
            return late
        # Summer time left it out: the clock jumped over it somewhere in between.
        while early.astimezone(self.zone).replace(tzinfo=None) < wall:
            early += _MINUTE
        return early
