"""Shifts: who is to be on duty when, by a weekly pattern and by what differs on single days."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from console.domain.codes import base_of_grid
from console.domain.people import AVAILABLE, Member

WEEK_DAYS = 7
DAY = timedelta(days=1)
MINUTES_A_DAY = 1440

LONGEST_LEAVE = 92
"""So many days one leave lasts at most; whoever is away longer gets another pattern."""

LEAVE_SIGN = "假"
FREE_SIGN = "休"
"""How a leave and a free day are written in the rosters of offices."""


@dataclass(frozen=True, slots=True)
class ShiftKind:
    """A shift of the day, in minutes of the center's local day.

    One whose end is not later than its begin ends on the next day.
    """

    code: str
    sign: str
    name: str
    name_en: str
    begins: int
    ends: int

    @property
    def passes_midnight(self) -> bool:
        """Whether it ends on the day after the one that it belongs to."""
        return self.ends <= self.begins

    @property
    def stretch(self) -> tuple[int, int]:
        """From which minute to which, counted from the midnight at which its day begins."""
        return self.begins, self.ends + (MINUTES_A_DAY if self.passes_midnight else 0)


DEFAULT_KINDS = (
    ShiftKind("early", "早", "早班", "early shift", 7 * 60, 15 * 60),
    ShiftKind("late", "中", "中班", "late shift", 15 * 60, 23 * 60),
    ShiftKind("night", "夜", "夜班", "night shift", 23 * 60, 7 * 60),
)
"""The three shifts of eight hours that a center begins with (*modelled*)."""


class Why(StrEnum):
    """Why a day differs from the pattern."""

    LEAVE = "leave"
    CHANGE = "change"
    SWAP = "swap"


@dataclass(frozen=True, slots=True)
class DayPlan:
    """What one day says: a shift's code or none, and why, if it is not the pattern.

    ``partner`` is the id of the member with whom it was swapped.
    """

    kind: str | None
    why: Why | None = None
    note: str = ""
    partner: int | None = None


Days = tuple[str | None, ...]
"""The codes of a pattern's shifts, Monday first, None for a free day."""

FREE: Days = (None,) * WEEK_DAYS


@dataclass(frozen=True, slots=True)
class MemberShifts:
    """A member's weekly pattern and the days that differ from it."""

    member: int
    days: Days = FREE
    exceptions: Mapping[date, DayPlan] = field(default_factory=dict)

    def on(self, day: date) -> DayPlan:
        """What is planned for a day."""
        found = self.exceptions.get(day)
        return DayPlan(self.days[day.weekday()]) if found is None else found


@dataclass(frozen=True, slots=True)
class Slot:
    """One shift of one day, from an instant to another one, both in UTC."""

    kind: ShiftKind
    day: date
    begin: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Hole:
    """A base grid or a skill without anybody in a slot.

    ``absent``: somebody is planned for the running shift, but nobody of them is on duty.
    """

    slot: Slot
    grid: str | None = None
    skill: str | None = None
    absent: bool = False


def overlap(first: ShiftKind, second: ShiftKind, days_later: int) -> bool:
    """Whether a shift and one that begins so many days later share any time."""
    begin, end = first.stretch
    other_begin, other_end = (minute + days_later * MINUTES_A_DAY for minute in second.stretch)
    return begin < other_end and other_begin < end


def clash(kinds: Mapping[str, ShiftKind], days: Days) -> int | None:
    """The weekday (0 for Monday) whose shift overlaps the next day's, week after week."""
    for weekday, code in enumerate(days):
        following = days[(weekday + 1) % WEEK_DAYS]
        if code and following and overlap(kinds[code], kinds[following], 1):
            return weekday
    return None


def clash_on(kinds: Mapping[str, ShiftKind], shifts: MemberShifts, day: date) -> date | None:
    """The neighbouring day whose shift overlaps the one of a day."""
    code = shifts.on(day).kind
    if code is None:
        return None
    for step in (-1, 1):
        near = day + step * DAY
        other = shifts.on(near).kind
        if other is not None and overlap(kinds[code], kinds[other], step):
            return near
    return None


class Rota:
    """All members' shifts in memory."""

    def __init__(
        self, kinds: Iterable[ShiftKind] = (), shifts: Iterable[MemberShifts] = ()
    ) -> None:
        self.kinds = {kind.code: kind for kind in kinds}
        self._shifts = {one.member: one for one in shifts}

    def take_in(self, shifts: Iterable[MemberShifts]) -> None:
        """Replace the shifts of some members by what they are now."""
        for one in shifts:
            self._shifts[one.member] = one

    @property
    def is_empty(self) -> bool:
        """Whether nothing is planned for anybody: then nothing can be missing either."""
        return not any(any(s.days) or s.exceptions for s in self._shifts.values())

    def of(self, member: int) -> MemberShifts:
        """A member's shifts; free every day if nothing is planned."""
        return self._shifts.get(member) or MemberShifts(member)

    def scheduled(self, member: int, day: date) -> ShiftKind | None:
        """The shift that a member has on a day."""
        code = self.of(member).on(day).kind
        return None if code is None else self.kinds.get(code)

    def slots(self, begin: datetime, end: datetime, zone: tzinfo) -> list[Slot]:
        """The shifts that run at any time between two instants, the earliest first."""
        day = begin.astimezone(zone).date() - DAY
        found = []
        while day <= end.astimezone(zone).date():
            made = (slot_of(kind, day, zone) for kind in self.kinds.values())
            found += [slot for slot in made if slot.begin < end and slot.end > begin]
            day += DAY
        return sorted(found, key=lambda slot: (slot.begin, slot.kind.code))

    def running(self, at: datetime, zone: tzinfo) -> list[Slot]:
        """The shifts that run at an instant."""
        return [s for s in self.slots(at, at + timedelta(microseconds=1), zone) if s.begin <= at]

    def following(self, at: datetime, zone: tzinfo) -> Slot | None:
        """The next shift to begin."""
        later = (s for s in self.slots(at, at + 2 * DAY, zone) if s.begin > at)
        return next(later, None)

    def on(self, slot: Slot, members: Iterable[Member]) -> list[Member]:
        """Who of some members is planned for a slot."""
        code, day, weekday = slot.kind.code, slot.day, slot.day.weekday()
        meant = set()
        for one in self._shifts.values():
            # Without making a value a day: thousands of members are asked slot by slot.
            other = one.exceptions.get(day) if one.exceptions else None
            if (one.days[weekday] if other is None else other.kind) == code:
                meant.add(one.member)
        return [m for m in members if m.id in meant]

    def now_and_next(
        self, member: int, at: datetime, zone: tzinfo
    ) -> tuple[Slot | None, Slot | None]:
        """The slot that a member is in, and the first one of theirs after it within a week."""
        shifts = self.of(member)
        now = following = None
        for slot in self._own(shifts, at, zone):
            if slot.begin <= at < slot.end:
                now = slot
            elif slot.begin > at:
                following = slot
                break
        return now, following

    def _own(self, shifts: MemberShifts, at: datetime, zone: tzinfo) -> Iterator[Slot]:
        today = at.astimezone(zone).date()
        for step in range(-1, WEEK_DAYS + 1):
            kind = self.kinds.get(shifts.on(today + step * DAY).kind or "")
            if kind is not None:
                yield slot_of(kind, today + step * DAY, zone)

    def holes(
        self,
        members: Sequence[Member],
        grids: Sequence[str],
        skills: Sequence[str],
        at: datetime,
        ahead: timedelta,
        zone: tzinfo,
    ) -> list[Hole]:
        """Which base grids and skills have nobody, slot by slot from the running one on.

        Args:
            members: All members.
            grids: The codes of the base grids.
            skills: The codes of the catalogue's skills.
            at: Now; the running slot is also compared with who really is on duty.
            ahead: How far to look.
            zone: The center's time zone.
        """
        if self.is_empty:
            return []
        codes = {grid: base_of_grid(grid) for grid in {m.grid for m in members}}
        bases = {m.id: codes[m.grid] for m in members}
        found: list[Hole] = []
        for slot in self.slots(at, at + ahead, zone):
            planned = self.on(slot, members)
            there = planned
            if slot.begin <= at:
                # Whoever is on duty covers, planned or not.
                there = [m for m in members if m.duty in AVAILABLE]
            found += _missing(slot, there, planned, bases, grids, skills)
        return found


def _missing(
    slot: Slot,
    there: Sequence[Member],
    planned: Sequence[Member],
    bases: Mapping[int, str | None],
    grids: Sequence[str],
    skills: Sequence[str],
) -> Iterator[Hole]:
    covered = {bases[m.id] for m in there}
    meant = {bases[m.id] for m in planned}
    for grid in grids:
        if grid not in covered:
            yield Hole(slot, grid=grid, absent=grid in meant)
    for skill in skills:
        if not any(m.holds(skill, slot.day) for m in there):
            absent = there is not planned and any(m.holds(skill, slot.day) for m in planned)
            yield Hole(slot, skill=skill, absent=absent)


def slot_of(kind: ShiftKind, day: date, zone: tzinfo) -> Slot:
    """The shift of a day, by the center's clock."""
    begin, end = (_instant(day, minute, zone) for minute in kind.stretch)
    return Slot(kind, day, begin, end)


def _instant(day: date, minute: int, zone: tzinfo) -> datetime:
    wall = datetime.combine(day, time()) + timedelta(minutes=minute)
    return wall.replace(tzinfo=zone).astimezone(UTC)


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())
