"""A duplicate, the same again, and many at once are told apart."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from console.domain.duplicates import Telling
from console.domain.incident import State
from console.domain.known import Known
from console.domain.place import LonLat
from console.domain.recurrence import Pattern, sameness

NOON = datetime(2026, 3, 31, 4, tzinfo=UTC)
HERE = LonLat(113.680884, 22.927541)
TOLD = Telling("litter", "文宗路口堆了很多垃圾", "文宗路12号", HERE, NOON)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


def known(
    number: int,
    before: timedelta,
    state: State = State.CLOSED,
    person: str = "",
    root: int | None = None,
    **changes: Any,
) -> Known:
    telling = replace(TOLD, at=NOON - before, **changes)
    return Known(number, 1, "垃圾", telling, state, root or number, person)


def test_nothing_before_is_nothing() -> None:
    told = sameness(TOLD, "1", [])
    assert (told.pattern, told.times, told.people, told.last) == (Pattern.NOTHING, 1, 1, None)


def test_what_is_open_and_alike_is_a_duplicate_and_not_counted_as_another_time() -> None:
    told = sameness(TOLD, "1", [known(4, 10 * MINUTE, State.VERIFIED, "1")])
    assert told.pattern is Pattern.DUPLICATE
    (likely,) = told.likely
    assert (likely.match.number, likely.same_person, likely.later) == (4, True, False)
    assert (told.times, told.by_same_person) == (1, 1)


def test_what_was_dealt_with_before_is_a_recurrence() -> None:
    told = sameness(TOLD, "1", [known(4, 20 * DAY, person="1"), known(6, 9 * DAY, person="2")])
    assert told.pattern is Pattern.RECURRENCE
    assert (told.times, told.by_same_person, told.last) == (3, 2, 6)
    assert told.likely == ()


def test_older_elsewhere_of_another_kind_or_rejected_is_no_recurrence() -> None:
    there = LonLat(HERE.lon, HERE.lat + 0.001)
    told = sameness(
        TOLD,
        "1",
        [
            known(1, 31 * DAY),
            known(2, 3 * DAY, place=there),
            known(3, 3 * DAY, category="noise"),
            known(4, 4 * DAY, State.REJECTED),
        ],
    )
    assert (told.pattern, told.times) == (Pattern.NOTHING, 1)


def test_without_a_place_the_same_address_is_the_same_place() -> None:
    nowhere = replace(TOLD, place=None)
    assert sameness(nowhere, "", [known(4, 9 * DAY, place=None)]).times == 2
    assert sameness(nowhere, "", [known(4, 9 * DAY, place=None, address="别处")]).times == 1
    blank = replace(nowhere, address="")
    assert sameness(blank, "", [known(4, 9 * DAY, place=None, address="")]).times == 1


def test_many_people_within_minutes_are_many_at_once() -> None:
    calls = [known(n, n * MINUTE, State.REPORTED, str(n)) for n in range(1, 5)]
    told = sameness(TOLD, "0", calls)
    assert (told.pattern, told.people) == (Pattern.MANY_AT_ONCE, 5)


def test_one_person_who_calls_often_is_not_many() -> None:
    calls = [known(n, n * MINUTE, State.REPORTED, "1") for n in range(1, 5)]
    told = sameness(TOLD, "1", calls)
    assert (told.pattern, told.people) == (Pattern.DUPLICATE, 1)


def test_those_without_a_number_count_as_one_together() -> None:
    calls = [known(n, n * MINUTE, State.REPORTED) for n in range(1, 5)]
    assert sameness(TOLD, "", calls).people == 1
    assert sameness(TOLD, "1", calls).people == 2


def test_a_part_speaks_for_the_whole_that_it_belongs_to() -> None:
    far = LonLat(HERE.lon, HERE.lat + 0.003)
    whole = known(3, 30 * MINUTE, State.DISPATCHED, place=far, words="夜里吵")
    part = known(4, 5 * MINUTE, State.MERGED, root=3)
    (likely,) = sameness(TOLD, "", [whole, part]).likely
    assert (likely.match.number, likely.state) == (3, State.DISPATCHED)
    assert likely.match.metres == 0
    ended = replace(whole, state=State.CLOSED)
    assert sameness(TOLD, "", [ended, part]).likely == ()


def test_merged_reports_of_one_matter_are_one_time() -> None:
    reports = [known(3, 9 * DAY), known(4, 9 * DAY, State.MERGED, root=3)]
    assert sameness(TOLD, "", reports).times == 2


def test_what_it_belongs_to_is_no_duplicate_but_tells_how_many_there_are() -> None:
    family = [
        known(8, 2 * MINUTE, State.REPORTED, "1"),
        *(known(n, MINUTE, State.MERGED, str(n), root=8, words="乱") for n in (9, 10, 11)),
    ]
    told = sameness(TOLD, "1", family, own=8)
    assert told.likely == ()
    assert (told.pattern, told.people, told.times) == (Pattern.MANY_AT_ONCE, 4, 1)


def test_all_that_one_person_has_reported_is_counted_wherever_it_was() -> None:
    there = LonLat(HERE.lon + 0.05, HERE.lat)
    told = sameness(
        TOLD, "1", [known(n, n * 10 * DAY, person="1", place=there) for n in (1, 2, 3)]
    )
    assert (told.person_times, told.times) == (4, 1)
