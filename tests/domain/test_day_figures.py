"""The figures of a day, worked by hand."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from console.domain.day_figures import DayCase, day_begin, figures
from console.domain.incident import State

ZONE = ZoneInfo("Asia/Shanghai")
MINUTE = timedelta(minutes=1)


def local(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=ZONE).astimezone(UTC)


NOW = local(2, 10, 30)


def case(
    number: int,
    reported: datetime,
    state: State = State.REPORTED,
    since: datetime | None = None,
    *,
    category: str = "litter",
    on_time: bool | None = None,
) -> DayCase:
    return DayCase(number, category, reported, state, since or reported, on_time)


CASES = (
    case(1, local(1, 23, 59), State.CLOSED, local(2, 0, 0), on_time=True),
    case(2, local(2, 0, 0), category="noise"),
    case(3, local(2, 9, 59), State.CLOSED, local(2, 10, 20), on_time=False),
    case(4, local(2, 10, 30), State.REJECTED),
    case(5, local(1, 8), State.CLOSED, local(1, 23, 59), on_time=True),
    case(6, local(2, 10, 31)),
    case(7, local(1, 8), State.CLOSED, local(2, 9), on_time=None),
)


def test_each_figure_counts_the_center_s_day_until_now() -> None:
    found = figures(NOW, ZONE, CASES, [], [])
    assert found.day == date(2026, 3, 2)
    # Midnight and this instant belong to the day; a minute earlier or later does not.
    assert found.reported == 3
    assert found.closed == 3
    assert (found.on_time, found.judged) == (1, 2)
    assert found.on_time_rate == pytest.approx(0.5)
    assert found.hours == (1, *(0,) * 8, 1, 1, *(0,) * 13)
    assert found.categories == (("litter", 2), ("noise", 1))


def test_of_nothing_there_is_no_rate_and_no_mean() -> None:
    found = figures(NOW, ZONE, [], [], [])
    assert found.on_time_rate is None
    assert found.arrival is None
    assert (found.reported, found.closed, found.arrivals) == (0, 0, 0)
    assert found.categories == ()


def test_the_mean_of_arrivals_and_the_day_a_week_ago() -> None:
    week_ago = [local(2, 0) - timedelta(days=7), local(2, 23, 59) - timedelta(days=7)]
    found = figures(NOW, ZONE, [], [5 * MINUTE, 10 * MINUTE, 9 * MINUTE], week_ago)
    assert found.arrival == 8 * MINUTE
    assert found.arrivals == 3
    assert found.week_ago == (1, *(0,) * 22, 1)


def test_a_day_begins_by_the_center_s_clock_also_when_summer_time_begins() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    begin = day_begin(date(2026, 3, 29), berlin)
    after = day_begin(date(2026, 3, 30), berlin)
    assert after.astimezone(UTC) - begin.astimezone(UTC) == timedelta(hours=23)
