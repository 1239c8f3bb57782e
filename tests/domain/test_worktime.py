"""Working time: known days of China's calendar, and what must hold on any day in any zone."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.worktime import (
    DEFAULT_HOURS,
    PLAIN,
    Calendar,
    DayKind,
    WorkingCalendar,
    WorkingHours,
    kind_of,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")
BERLIN = ZoneInfo("Europe/Berlin")
APIA = ZoneInfo("Pacific/Apia")
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
CHINA = WorkingCalendar(DEFAULT_HOURS, SHANGHAI)
NIGHTS = WorkingHours.of([[["00:00", "02:30"], ["02:30", "03:00"], ["22:00", "24:00"]]] * 7)
"""Hours in which clocks are changed, and which go on over midnight."""


def at(text: str, zone: ZoneInfo = SHANGHAI) -> datetime:
    """An instant by the clock on the wall."""
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("start", "hours", "due"),
    [
        ("2026-03-02 08:30", 3.5, "2026-03-02 12:00"),  # a Monday; to the end of the morning
        ("2026-03-02 10:00", 4, "2026-03-02 16:00"),  # over noon
        ("2026-03-02 13:00", 1, "2026-03-02 15:00"),  # begun at noon
        ("2026-03-02 16:00", 4, "2026-03-03 11:00"),  # over a night
        ("2026-03-02 20:00", 1, "2026-03-03 09:30"),  # begun at night
        ("2026-03-06 17:00", 1, "2026-03-09 09:00"),  # over a weekend
        ("2026-03-07 12:00", 1, "2026-03-09 09:30"),  # begun on a Saturday
        ("2026-02-13 17:00", 1, "2026-02-14 09:00"),  # a shifted workday, a Saturday
        ("2026-02-14 17:00", 1, "2026-02-24 09:00"),  # over the Spring Festival
        ("2025-01-24 17:00", 1, "2025-01-26 09:00"),  # a shifted workday, a Sunday
        ("2026-09-30 17:00", 1, "2026-10-08 09:00"),  # over the National Day
        ("2026-12-31 17:00", 1, "2027-01-01 09:00"),  # a year that is not known: no holiday
        ("2003-10-01 08:00", 1, "2003-10-01 09:30"),  # likewise
    ],
)
def test_a_limit_in_working_time_ends_when_so_much_has_been_worked(
    start: str, hours: float, due: str
) -> None:
    assert CHINA.due_after(at(start), hours * HOUR) == at(due)


def test_what_the_state_says_about_days() -> None:
    assert kind_of(date(2026, 10, 1)) is DayKind.HOLIDAY
    assert kind_of(date(2025, 1, 26)) is DayKind.SHIFTED  # a Sunday
    assert kind_of(date(2026, 3, 7)) is DayKind.ORDINARY
    assert kind_of(date(2026, 3, 9)) is DayKind.ORDINARY
    assert kind_of(date(1999, 10, 1)) is DayKind.ORDINARY
    assert kind_of(date(2100, 10, 1)) is DayKind.ORDINARY


def test_a_center_may_work_on_saturdays_but_never_on_a_holiday() -> None:
    hours = WorkingHours.of([[["09:00", "17:00"]]] * 5 + [[["09:00", "11:00"]], []])
    calendar = WorkingCalendar(hours, SHANGHAI)
    day = timedelta(days=1)
    assert calendar.between(at("2026-03-07 00:00"), at("2026-03-07 00:00") + day) == 2 * HOUR
    # The Saturday of the National Day; and one that is worked for it, with a full day's hours.
    assert calendar.between(at("2026-10-03 00:00"), at("2026-10-03 00:00") + day) == 0 * HOUR
    assert calendar.between(at("2026-10-10 00:00"), at("2026-10-10 00:00") + day) == 8 * HOUR


def test_an_hour_that_summer_time_takes_or_gives_is_not_or_is_counted() -> None:
    hours = WorkingHours.of([[["00:00", "06:00"]]] * 7)
    calendar = WorkingCalendar(hours, BERLIN)

    def worked(day: str) -> timedelta:
        return calendar.between(at(f"{day} 00:00", BERLIN), at(f"{day} 12:00", BERLIN))

    assert worked("2026-03-28") == 6 * HOUR
    assert worked("2026-03-29") == 5 * HOUR  # 02:00 becomes 03:00
    assert worked("2026-10-25") == 7 * HOUR  # 03:00 becomes 02:00


def test_a_span_that_the_clock_jumps_over_is_empty() -> None:
    hours = WorkingHours.of([[["02:15", "02:45"], ["02:50", "03:10"]]] * 7)
    calendar = WorkingCalendar(hours, BERLIN)
    begin = at("2026-03-29 00:00", BERLIN)
    assert calendar.between(begin, begin + 12 * HOUR) == 10 * MINUTE
    assert calendar.due_after(begin, 10 * MINUTE) == at("2026-03-29 03:10", BERLIN)


def test_a_day_that_a_zone_has_left_out_is_not_worked() -> None:
    """Samoa went from Thursday the 29th to Saturday the 31st of December 2011."""
    hours = WorkingHours.of([[["08:00", "12:00"]]] * 7)
    calendar = WorkingCalendar(hours, APIA)
    start, end = at("2011-12-29 00:00", APIA), at("2012-01-01 00:00", APIA)
    assert calendar.between(start, end) == 8 * HOUR


@pytest.mark.parametrize(
    "days",
    [
        [],
        [[]] * 7,
        [[["08:00", "12:00"]]] * 6,
        [[["12:00", "08:00"]]] * 7,
        [[["08:00", "08:00"]]] * 7,
        [[["08:00", "12:00"], ["11:00", "13:00"]]] * 7,
        [[["08:00", "24:01"]]] * 7,
        [[["08:60", "12:00"]]] * 7,
        [[["08", "12:00"]]] * 7,
        [[["08:00"]]] * 7,
        [[[8, 12]]] * 7,
        [None] * 7,
    ],
)
def test_hours_that_cannot_be_are_refused(days: list[list[list[str]]]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the reasons are told by different hands
        WorkingHours.of(days)


def test_hours_are_written_as_they_are_read() -> None:
    assert WorkingHours.of(NIGHTS.plain()) == NIGHTS
    assert DEFAULT_HOURS.plain()[0] == [["08:30", "12:00"], ["14:00", "17:30"]]
    assert DEFAULT_HOURS.plain()[5:] == [[], []]


def test_the_calendar_of_holidays_is_not_loaded_before_a_limit_needs_it() -> None:
    told = (
        "import sys; from datetime import *; import console.cli, console.session\n"
        "from console.domain.worktime import *; now = datetime.now(UTC)\n"
        "PLAIN.due_after(now, timedelta(1)); calendar = WorkingCalendar(DEFAULT_HOURS, UTC)\n"
        "print('chinese_calendar' in sys.modules); calendar.due_after(now, timedelta(1))\n"
        "print('chinese_calendar' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


# What must hold for any hours, in any zone, on any day

_minutes = st.lists(st.integers(0, 1440), max_size=6, unique=True).map(sorted)
_spans = _minutes.map(lambda m: tuple(zip(m[::2], m[1::2], strict=False)))
_hours = st.builds(WorkingHours, st.tuples(*[_spans] * 7).filter(any)) | st.just(NIGHTS)
_zones = st.sampled_from([SHANGHAI, BERLIN, ZoneInfo("Australia/Lord_Howe"), APIA])
_working = st.builds(WorkingCalendar, _hours, _zones)
_calendars = st.just(PLAIN) | st.just(CHINA) | _working
_odd_instants = [
    at("2026-03-28 20:00", BERLIN),
    at("2026-10-24 22:30", BERLIN),
    at("2011-12-29 12:00", APIA),
]
_seconds = st.integers(0, 600_000_000)  # from 2011 on, for nineteen years
_instants = _seconds.map(lambda s: datetime(2011, 1, 1, tzinfo=UTC) + s * timedelta(seconds=1))
_instants |= st.sampled_from(_odd_instants)
_limits = st.timedeltas(timedelta(0), timedelta(days=5))


@given(_calendars, _instants, _limits)
def test_due_after_and_between_are_inverse(
    calendar: Calendar, start: datetime, limit: timedelta
) -> None:
    due = calendar.due_after(start, limit)
    assert due >= start
    assert due.tzinfo is UTC
    assert calendar.between(start, due) == limit
    if limit:  # It is the first such instant.
        assert calendar.between(start, due - timedelta(microseconds=1)) < limit


@given(_calendars, _instants, _limits)
def test_begun_before_is_due_after_backwards(
    calendar: Calendar, end: datetime, counted: timedelta
) -> None:
    begun = calendar.begun_before(end, counted)
    assert begun <= end
    assert calendar.between(begun, end) == counted
    if counted:  # It is the last such instant.
        assert calendar.between(begun + timedelta(microseconds=1), end) < counted


@given(_calendars, _instants, _limits, _limits)
def test_two_limits_one_after_the_other_are_their_sum(
    calendar: Calendar, start: datetime, first: timedelta, second: timedelta
) -> None:
    then = calendar.due_after(calendar.due_after(start, first), second)
    assert then == calendar.due_after(start, first + second)


@given(_calendars, _instants, _instants, _limits, _limits)
def test_what_begins_later_or_takes_longer_is_not_due_earlier(
    calendar: Calendar, one: datetime, other: datetime, short: timedelta, long: timedelta
) -> None:
    earlier, later = sorted((one, other))
    short, long = sorted((short, long))
    assert calendar.due_after(earlier, short) <= calendar.due_after(later, short)
    assert calendar.due_after(earlier, short) <= calendar.due_after(earlier, long)


@settings(max_examples=50, deadline=None)
@given(_calendars, st.lists(_instants, min_size=3, max_size=3))
def test_the_time_between_instants_adds_up(calendar: Calendar, instants: list[datetime]) -> None:
    first, second, third = sorted(instants)
    whole = calendar.between(first, third)
    assert whole == calendar.between(first, second) + calendar.between(second, third)
    assert timedelta(0) <= whole <= third - first
    assert calendar.between(third, first) == timedelta(0)


def walked(calendar: WorkingCalendar, start: datetime, end: datetime) -> int:
    """The minutes between two instants that are worked, by looking at the clock each minute.

    What the clock has shown already it does not show again: a span that has ended stays ended
    when the clock is put back, and one that runs runs on.
    """
    furthest = datetime.min  # noqa: DTZ901 - a clock on a wall has no zone
    worked, instant = 0, start - 30 * HOUR
    while instant < end:
        furthest = max(furthest, instant.astimezone(calendar.zone).replace(tzinfo=None))
        if instant >= start and _is_worked(calendar.hours, furthest):
            worked += 1
        instant += MINUTE
    return worked


def _is_worked(hours: WorkingHours, wall: datetime) -> bool:
    import chinese_calendar

    day = wall.date()
    spans = hours.days[day.weekday()]
    if 2004 <= day.year <= 2026:
        off, name = chinese_calendar.get_holiday_detail(day)
        if name and off:
            return False
        if name and day.weekday() >= 5:
            spans = next(filter(None, hours.days))
    minute = wall.hour * 60 + wall.minute
    return any(begin <= minute < end for begin, end in spans)


@settings(max_examples=60, deadline=None)
@given(_working, _instants, st.integers(0, 4000))
def test_a_walk_minute_by_minute_agrees(
    calendar: WorkingCalendar, start: datetime, minutes: int
) -> None:
    start = start.astimezone(UTC).replace(second=0, microsecond=0)
    end = start + minutes * MINUTE
    worked = walked(calendar, start, end)
    assert calendar.between(start, end) == worked * MINUTE
    if worked:
        due = calendar.due_after(start, worked * MINUTE)
        assert due <= end
        assert walked(calendar, start, due) == worked
        assert walked(calendar, start, due - MINUTE) == worked - 1
