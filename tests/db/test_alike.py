"""What a report is compared with is found by place, time and person, on both databases."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from console.commands.office import Office
from console.db.alike import Asked, same_as_incident, same_as_typed
from console.db.merged import parts_of
from console.domain.checking import Callback
from console.domain.clusters import Bond
from console.domain.duplicates import Telling
from console.domain.errors import Refused
from console.domain.lifecycle import Deed
from console.domain.orders import Join, Merge, Report, Separate
from console.domain.place import LonLat
from console.domain.recurrence import Pattern, Sameness
from tests.clock import Clock
from tests.commands.seat import MARKET, Seat, refused, step_of

WORDS = "文宗路口堆了很多垃圾"


@pytest.fixture
def seat(office: Office) -> Seat:
    """Somebody at work in the demonstration center."""
    return Seat(office)


def typed(seat: Seat, clock: Clock, phone: str = "", **changes: object) -> Sameness:
    """What is known of litter at the market, typed now."""
    told = {"category": "litter", "words": WORDS, "address": "", "place": MARKET} | changes
    with seat.session() as session:
        return same_as_typed(session, Asked(Telling(at=clock.now(), **told), phone))  # type: ignore[arg-type]


def of(seat: Seat, incident: int) -> Sameness:
    with seat.session() as session:
        return same_as_incident(session, incident)


def near(metres: float) -> LonLat:
    return LonLat(MARKET.lon, MARKET.lat + metres / 111_195)


def likely(known: Sameness) -> list[int]:
    return [one.match.number for one in known.likely]


def test_what_is_near_is_found_and_what_is_far_or_different_is_not(
    seat: Seat, clock: Clock
) -> None:
    first = seat.report(WORDS)
    seat.report(WORDS, place=near(700))
    seat.report("电梯困人", place=near(300), category="cooking_fumes")
    clock.advance(600)
    known = typed(seat, clock)
    assert likely(known) == [first]
    assert known.pattern is Pattern.DUPLICATE


def test_a_report_without_a_place_is_compared_by_its_address(seat: Seat, clock: Clock) -> None:
    here = seat.report(WORDS, place=None, address="文宗路12号")
    there = seat.report(WORDS, place=None, address="康乐北路3号")
    placed = seat.report(WORDS, address="文宗路12号", place=near(5))
    clock.advance(60)
    found = likely(typed(seat, clock, place=None, address="文宗路12号"))
    assert sorted(found) == [here, placed]
    assert there not in found
    assert here in likely(typed(seat, clock, address="文宗路12号"))


def test_an_incident_is_not_compared_with_itself_or_with_what_it_is_merged_with(
    seat: Seat, clock: Clock
) -> None:
    one, two, three = (seat.report(WORDS) for _ in range(3))
    assert likely(of(seat, one)) == [two, three]
    seat.do(Merge(two, one))
    assert likely(of(seat, one)) == [three]
    assert likely(of(seat, three)) == [one]
    seat.do(Separate(two))
    assert sorted(likely(of(seat, one))) == [two, three]
    assert likely(typed(seat, clock)) == [one, two, three]


def test_what_was_merged_into_something_far_away_is_told_as_that(seat: Seat, clock: Clock) -> None:
    whole = seat.report("大面积停电", place=near(3000), category="cooking_fumes")
    part = seat.report(WORDS)
    seat.do(Merge(part, whole))
    assert likely(typed(seat, clock)) == [whole]


def test_the_same_person_is_known_by_the_number_however_it_is_written(
    seat: Seat, clock: Clock
) -> None:
    seat.report("别处的事", place=near(4000), reporter_phone="13800138001")
    seat.report("还有一件", place=near(5000), reporter_phone="13800138001")
    seat.report("旁人的事", place=near(5000), reporter_phone="13900139002")
    assert typed(seat, clock, "+86 13800138001").person_times == 3
    assert typed(seat, clock, "").person_times == 1


def test_the_history_of_a_place_ends_after_its_time(seat: Seat, clock: Clock) -> None:
    def dealt_with() -> int:
        number = seat.report(WORDS)
        seat.step(Deed.ESCALATE, number, "原因")
        for deed in (Deed.RESOLVE, Deed.CHECK, Deed.CLOSE):
            seat.step(deed, number)
        return number

    dealt_with()
    clock.advance(timedelta(days=20).total_seconds())
    last = dealt_with()
    clock.advance(timedelta(days=5).total_seconds())
    known = typed(seat, clock)
    assert (known.pattern, known.times, known.last) == (Pattern.RECURRENCE, 3, last)
    clock.advance(timedelta(days=10).total_seconds())
    assert typed(seat, clock).times == 2


def test_the_same_again_is_found_in_the_archive_over_months(seat: Seat, clock: Clock) -> None:
    def dealt_with(words: str, **more: Any) -> int:
        number = seat.report(words, **more)
        seat.step(Deed.ESCALATE, number, "原因")
        seat.step(Deed.RESOLVE, number)
        seat.do(replace(step_of(Deed.CHECK, number), callback=Callback.SATISFIED))
        seat.step(Deed.CLOSE, number)
        return number

    person = dealt_with(
        "邻居吵架", category="dispute", place=near(6000), reporter_phone="13800138001"
    )
    addressed = dealt_with(WORDS, place=None, address="康乐北路 3 号")
    themes = [dealt_with(f"{WORDS}{n}", place=near(3000 + n)) for n in range(2)]
    here = dealt_with("有人打架", category="fight")
    clock.advance(timedelta(days=150).total_seconds())

    def bonds(known: Sameness) -> dict[Bond, list[int]]:
        return {one.bond: [last.number for last in one.latest] for one in known.clusters}

    assert bonds(typed(seat, clock, "+86 13800138001")) == {
        Bond.PERSON: [person],
        Bond.PLACE: [here],
        Bond.THEME: [*reversed(themes), addressed],
    }
    placeless = bonds(typed(seat, clock, place=None, address="康乐北路 3 号"))
    assert placeless[Bond.PLACE] == [addressed]
    now = seat.report(WORDS, reporter_phone="13800138001")
    assert bonds(of(seat, now))[Bond.PERSON] == [person]
    clock.advance(timedelta(days=60).total_seconds())
    assert bonds(typed(seat, clock, "13800138001", place=near(9000))) == {Bond.PERSON: [now]}


def test_people_who_joined_count_as_many_at_once(seat: Seat, clock: Clock) -> None:
    first = seat.report(WORDS, reporter_phone="1")
    for phone in ("2", "3"):
        seat.do(Join(Report(WORDS, "litter", place=MARKET, reporter_phone=phone), first))
    known = of(seat, first)
    assert (known.pattern, known.people, likely(known)) == (Pattern.MANY_AT_ONCE, 3, [])


def test_an_unknown_incident_is_refused(seat: Seat) -> None:
    with refused(Refused.UNKNOWN_INCIDENT, incident=9999):
        of(seat, 9999)


def test_each_read_has_its_index(seat: Seat, clock: Clock) -> None:
    read: list[tuple[str, Any]] = []

    def note(_c: Any, _cursor: Any, sql: str, given: Any, *_more: Any) -> None:
        read.append((sql, given))

    with seat.session() as session:
        connection = session.connection()
        if connection.dialect.name != "sqlite":
            pytest.skip("PostgreSQL reads a small table as a whole, whatever indexes it has")
        event.listen(connection, "before_cursor_execute", note)
        told = Telling("litter", WORDS, "", MARKET, clock.now())
        for telling in (told, replace(told, place=None)):
            same_as_typed(session, Asked(telling, "13800138001"))
        parts_of(session, 1)
        event.remove(connection, "before_cursor_execute", note)
        assert len(read) == 9
        for sql, given in read:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", given).all()
            assert "USING INDEX ix_incident_" in str(plan), sql
