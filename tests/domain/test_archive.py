"""What is asked of the archive, and the marks that lead to it."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.archive import (
    Archived,
    Area,
    Search,
    begin_of,
    days_of,
    end_of,
    folded,
    searched_text,
)
from console.domain.archive_marks import (
    MOST_CELLS,
    case_marks,
    fragment_marks,
    search_marks,
    text_marks,
)
from console.domain.incident import State
from console.domain.place import LonLat

CASE = Archived(
    7, datetime(2026, 3, 31, 20, tzinfo=UTC), State.CLOSED, "litter", None, None, (), ""
)
DAYS = st.dates(date(1900, 1, 2), date(2199, 12, 30))


@given(st.text(), st.integers(0, 20), st.integers(1, 30))
def test_a_text_has_all_marks_of_its_fragments(text: str, begin: int, length: int) -> None:
    line = searched_text(text)
    for fragment in line[begin : begin + length].split():
        assert fragment_marks(fragment) <= text_marks(line)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_wide_and_large_letters_and_line_breaks_make_no_difference() -> None:
    assert searched_text("ＷＩＦＩ\n故障", "  文宗路 12号") == "wifi 故障\n文宗路 12号"
    assert Search("WiFi　故障 wifi").fragments == ("wifi", "故障")


def test_marks_are_numbers_of_32_bits() -> None:
    marks = text_marks("火\U00020000 zZ") | case_marks(CASE)
    assert all(-(2**31) <= mark < 2**31 for mark in marks)


@given(DAYS, DAYS, st.integers(-2_500_000_000, 7_500_000_000))
def test_whatever_ended_in_a_span_has_one_of_its_marks(
    first: date, last: date, ended: int
) -> None:
    zone = ZoneInfo("Asia/Shanghai")
    since, until = begin_of(min(first, last), zone), end_of(max(first, last), zone)
    at = datetime.fromtimestamp(ended, UTC)
    case = Archived(1, at, State.CLOSED, "", None, None, (), "")
    for search in (Search(since=since, until=until), Search(since=since), Search(until=until)):
        [marks] = search_marks(search)
        meant = (search.since or at) <= at and (search.until is None or at < search.until)
        assert not meant or marks & case_marks(case)


@given(
    st.floats(-60, 60),
    st.floats(-170, 170),
    st.floats(1, 1_000_000),
    st.floats(-1, 1),
    st.floats(-1, 1),
)
def test_whatever_lies_in_an_area_has_one_of_its_marks(
    lat: float, lon: float, metres: float, right: float, up: float
) -> None:
    area = Area.around(LonLat(lon, lat), metres)
    low, high = area.south_west, area.north_east
    place = LonLat(
        area.middle.lon + right * (high.lon - low.lon) / 2.0001,
        area.middle.lat + up * (high.lat - low.lat) / 2.0001,
    )
    case = Archived(1, CASE.ended_at, State.CLOSED, "", None, place, (), "")
    [marks] = search_marks(Search(area=area))
    assert len(marks) <= MOST_CELLS
    assert not marks or marks & case_marks(case)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2026-03-01", date(2026, 3, 1), date(2026, 3, 1)),
        ("20260301", date(2026, 3, 1), date(2026, 3, 1)),
        ("2026年3月1日", date(2026, 3, 1), date(2026, 3, 1)),
        (" ２０２６/3/1 ", date(2026, 3, 1), date(2026, 3, 1)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026.12", date(2026, 12, 1), date(2026, 12, 31)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_days_months_and_years_are_understood(typed: str, first: date, last: date) -> None:
    assert days_of(typed) == (first, last)


@pytest.mark.parametrize(
    "typed", ["", "26", "2026-13", "2026-02-30", "heute", "3026", "2026-3-1-1"]
)
def test_what_is_no_day_is_none(typed: str) -> None:
    assert days_of(typed) is None


def test_a_day_begins_and_ends_in_the_centers_zone() -> None:
    zone = ZoneInfo("Asia/Shanghai")
    assert begin_of(date(2026, 3, 1), zone) == datetime(2026, 2, 28, 16, tzinfo=UTC)
    assert end_of(date(2026, 3, 1), zone) == datetime(2026, 3, 1, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "number", "only"),
    [
        ("23", 23, False),
        ("0023", 23, False),
        ("#23", 23, True),
        ("23号", None, False),
        ("²", None, False),
    ],
)
def test_a_number_is_understood(typed: str, number: int | None, only: bool) -> None:
    search = Search(typed)
    assert (search.number, search.only_number) == (number, only)


def test_an_area_that_is_none_is_refused() -> None:
    low, high = LonLat(113, 22), LonLat(114, 23)
    for wrong in ((high, low), (LonLat(113, 23), LonLat(114, 22))):
        with pytest.raises(ValueError, match="corners"):
            Area(*wrong)
    for metres in (0.0, -1.0, float("nan")):
        with pytest.raises(ValueError, match="distance"):
            Area.around(low, metres)
