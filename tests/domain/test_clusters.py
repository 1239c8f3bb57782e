"""The same again over months: by person, by place, by theme."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from console.domain.clusters import SHOWN, SPAN, Bond, clusters
from console.domain.duplicates import Telling
from console.domain.incident import State
from console.domain.known import Known
from console.domain.place import LonLat

NOON = datetime(2026, 3, 31, 4, tzinfo=UTC)
HERE, THERE = LonLat(113.680884, 22.927541), LonLat(113.70, 22.95)
TOLD = Telling("litter", "文宗路口堆了很多垃圾", "文宗路12号", HERE, NOON)
DAY = timedelta(days=1)


def known(
    number: int, days: int, person: str = "", root: int | None = None, **changes: Any
) -> Known:
    state = changes.pop("state", State.CLOSED)
    telling = replace(TOLD, at=NOON - days * DAY, **changes)
    return Known(number, 1, f"第{number}件", telling, state, root or number, person)


def found(*some: Known, person: str = "1", telling: Telling = TOLD) -> dict[Bond, list[int]]:
    return {
        one.bond: [one.count, *(earlier.number for earlier in one.latest)]
        for one in clusters(telling, person, some)
    }


def test_a_person_is_known_again_wherever_and_whatever_it_is() -> None:
    elsewhere: dict[str, Any] = {
        "place": THERE,
        "address": "",
        "words": "电梯困人",
        "category": "lift",
    }
    some = [known(n, 10 * n, "1", **elsewhere) for n in range(1, 6)]
    assert found(*some) == {Bond.PERSON: [5, 1, 2, 3]}
    assert found(*some, person="") == {}
    assert len(clusters(TOLD, "1", some)[0].latest) == SHOWN


def test_a_place_is_known_again_by_where_it_is_or_by_its_address() -> None:
    other: dict[str, Any] = {"words": "电梯困人", "category": "lift"}
    assert found(known(4, 100, **other), known(5, 50, place=THERE, **other)) == {
        Bond.PLACE: [1, 4]
    }
    nowhere = replace(TOLD, place=None)
    assert found(known(4, 100, place=None, **other), telling=nowhere) == {Bond.PLACE: [1, 4]}
    assert found(known(4, 100, place=None, address="", **other), telling=nowhere) == {}


def test_a_theme_is_known_again_elsewhere_by_kind_and_words() -> None:
    there: dict[str, Any] = {"place": THERE, "address": ""}
    theme = [known(n, n, words="路口又堆了很多垃圾", **there) for n in (4, 5)]
    assert found(*theme) == {Bond.THEME: [2, 4, 5]}
    assert found(*theme[:1]) == {}
    assert found(*(known(n, n, words="噪声扰民", **there) for n in (4, 5))) == {}
    kinds = [known(n, n, category="dispute", **there) for n in (4, 5)]
    assert found(*kinds) == {}


def test_what_is_too_old_later_rejected_or_its_own_is_not_counted() -> None:
    beyond = SPAN.days + 1
    some = [
        known(4, beyond, "1"),
        known(5, -1, "1"),
        known(6, 5, "1", state=State.REJECTED),
        known(7, 5, "1"),
    ]
    assert clusters(TOLD, "1", some, own=7) == ()
    assert [one.count for one in clusters(TOLD, "1", some)] == [1, 1]


def test_the_parts_of_a_major_incident_are_one_matter_and_no_recurrence_of_each_other() -> None:
    head = known(4, 9, "1")
    parts = [replace(known(n, 9 - n % 5, "1"), led_by=4) for n in (5, 6)]
    assert found(head, *parts) == {Bond.PERSON: [1, 4], Bond.PLACE: [1, 4]}
    for own in (4, 5):
        assert clusters(TOLD, "1", [head, *parts], own) == ()


def test_reports_of_one_matter_are_one() -> None:
    some = [known(4, 9, "1"), known(5, 8, "1", root=4), known(6, 7, "1", root=4)]
    assert found(*some) == {Bond.PERSON: [1, 4], Bond.PLACE: [1, 4]}
