"""Premises: which spellings name one door, and what counts as having been there before."""

from datetime import UTC, datetime, timedelta

import pytest

from console.domain.incident import State
from console.domain.place import LonLat
from console.domain.premises import KEY_LIMIT, SHOWN, Before, history, premises_key

AT = datetime(2026, 3, 2, 2, tzinfo=UTC)
HERE = LonLat(113.68, 22.92)
DAY = timedelta(days=1)


def before(number: int, days: float) -> Before:
    return Before(number, "x", "litter", State.CLOSED, AT - days * DAY, None, same_address=False)


def test_spellings_of_one_door_have_one_key() -> None:
    spellings = ("文宗路8号2栋", " 文宗路 8 号 2 栋", "文宗路８号，２栋", "文宗路8号-2栋")
    assert {premises_key(text) for text in spellings} == {"文宗路8号2栋"}
    assert premises_key("Wenzong Rd. 8B") == premises_key("wenzong rd 8b")
    assert premises_key("文宗路八号")
    assert len(premises_key("文宗路8号" * 99)) == KEY_LIMIT


@pytest.mark.parametrize("address", ["", "文宗路", "市场东门", "一品小区", "Main Street"])
def test_an_address_without_a_number_names_no_door(address: str) -> None:
    assert premises_key(address) == ""


def test_what_was_near_or_at_the_address_counts_and_nothing_later() -> None:
    near, far = LonLat(113.6801, 22.92), LonLat(113.6810, 22.92)
    others = [
        (before(1, 3), near, ""),
        (before(2, 31), far, "文宗路8号"),
        (before(3, 5), far, "文宗路9号"),
        (before(4, 366), near, ""),
        (before(5, -1), near, ""),
        (before(6, 2), None, "文宗路8号"),
        (before(7, 2), None, ""),
    ]
    known = history(AT, HERE, "文宗路8号", others)
    assert [(one.number, one.same_address) for one in known.before] == [
        (6, True),
        (1, False),
        (2, True),
    ]
    assert (known.month, known.year) == (2, 3)
    first = known.before[1].metres
    assert first is not None
    assert 10 < first < 11


def test_without_a_place_and_a_door_nothing_was_there() -> None:
    assert history(AT, None, "", [(before(1, 1), HERE, ""), (before(2, 1), None, "")]).year == 0


def test_only_the_latest_are_listed_but_all_are_counted() -> None:
    known = history(AT, HERE, "", [(before(n, n / 10), HERE, "") for n in range(1, 100)])
    assert [one.number for one in known.before] == list(range(1, SHOWN + 1))
    assert known.year == known.month == 99
