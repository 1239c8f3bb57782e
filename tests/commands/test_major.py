"""A major incident is led with its parts, which stay incidents of their own."""

from sqlalchemy import select

from console.db.feed import read_change
from console.db.handovers import open_counts
from console.db.tables import IncidentRow
from console.domain.errors import Refused
from console.domain.handover import Part
from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import (
    Comment,
    DeclareMajor,
    Dispatch,
    JoinMajor,
    LeaveMajor,
    Merge,
    StandDown,
    TakeBack,
)
from tests.clock import Clock
from tests.commands.seat import Seat, refused


def led(seat: Seat, parts: int = 2) -> tuple[int, list[int]]:
    """A major incident with so many parts."""
    major = seat.bring(State.VERIFIED)
    seat.do(DeclareMajor(major, "多人同时上报停水"))
    numbers = [seat.bring(State.VERIFIED) for _ in range(parts)]
    for number in numbers:
        seat.do(JoinMajor(number, major))
    return major, numbers


def test_parts_are_led_by_one_and_stay_incidents_of_their_own(seat: Seat) -> None:
    major, (first, second) = led(seat)
    assert seat.incident(major).leads
    assert seat.incident(first).part_of == major
    before = seat.incident(second)
    seat.do(Dispatch(first, seat.ready()[0].id))
    seat.do(Comment(first, "三楼也停水"))
    assert seat.incident(second) == before
    told = seat.case(major).led
    assert [(one.id, one.state) for one in told] == [
        (first, State.DISPATCHED),
        (second, State.VERIFIED),
    ]
    kinds = [event.kind for event in told[0].timeline]
    assert kinds[-3:] == [Deed.JOIN_MAJOR, Deed.DISPATCH, Deed.COMMENT]
    left = seat.do(LeaveMajor(first, "另一件事"))
    assert seat.incident(first).part_of is None
    assert left.payload["major"] == major
    with refused(Refused.NO_PART, incident=first):
        seat.do(LeaveMajor(first))
    seat.sound()


def test_the_feed_brings_the_major_one_with_a_part_and_the_parts_that_are_let_go(
    seat: Seat,
) -> None:
    major, numbers = led(seat)
    with seat.session() as session:
        change = read_change(session, seat.events("incident", numbers[1])[-1].seq - 1)
    assert {one.id for one in change.incidents} == {major, numbers[1]}
    down = seat.do(StandDown(major, "供水已恢复"))
    with seat.session() as session:
        change = read_change(session, down.seq - 1)
    assert {one.id: one.part_of for one in change.incidents} == {
        major: None,
        **dict.fromkeys(numbers),
    }
    assert not seat.incident(major).leads


def test_a_major_one_ends_after_its_parts_and_the_archive_keeps_the_relation(seat: Seat) -> None:
    major, (first, second) = led(seat)
    with refused(Refused.PARTS_OPEN, incident=major, count=2):
        seat.step(Deed.REJECT, major, "不属实")
    with refused(Refused.PARTS_OPEN, count=2):
        seat.do(Merge(major, seat.report()))
    seat.step(Deed.REJECT, first, "不属实")
    with refused(Refused.PARTS_OPEN, count=1):
        seat.step(Deed.REJECT, major, "不属实")
    seat.step(Deed.REJECT, second, "不属实")
    seat.step(Deed.REJECT, major, "不属实")
    assert [one.id for one in seat.case(major).led] == [first, second]
    assert seat.case(first).incident.part_of == major
    seat.sound()


def test_what_cannot_be_led_together_is_refused(seat: Seat) -> None:
    major, (first, _) = led(seat)
    plain, ended = seat.report(), seat.bring(State.REJECTED)
    with refused(Refused.MISSING, field="note"):
        seat.do(DeclareMajor(plain, " "))
    with refused(Refused.PART_ALREADY, incident=first):
        seat.do(DeclareMajor(first, "原因"))
    with refused(Refused.HAS_ENDED, incident=ended):
        seat.do(JoinMajor(ended, major))
    with refused(Refused.NOT_MAJOR, incident=plain):
        seat.do(JoinMajor(seat.report(), plain))
    with refused(Refused.UNKNOWN_INCIDENT, incident=9999):
        seat.do(JoinMajor(plain, 9999))
    with refused(Refused.NOT_MAJOR, incident=plain):
        seat.do(StandDown(plain, "原因"))
    version = seat.incident(plain).version
    seat.step(Deed.ESCALATE, plain, "镇里")
    with refused(Refused.OVERTAKEN):
        seat.do(JoinMajor(plain, major, seen=version))


def test_leading_together_is_taken_back(seat: Seat) -> None:
    major, (first, second) = led(seat)

    def led_now() -> list[tuple[int, bool, int | None]]:
        with seat.session() as session:
            rows = session.scalars(select(IncidentRow).order_by(IncidentRow.id))
            return [(row.id, row.major_from is not None, row.part_of) for row in rows]

    before = led_now()
    third = seat.report()
    whole = [*before, (third, False, None)]
    joined = seat.do(JoinMajor(third, major))
    seat.do(TakeBack(joined.seq, Deed.LEAVE_MAJOR, joined.subject))
    assert led_now() == whole
    left = seat.do(LeaveMajor(first))
    seat.do(TakeBack(left.seq, Deed.JOIN_MAJOR, left.subject))
    assert led_now() == whole
    down = seat.do(StandDown(major, "供水已恢复"))
    seat.do(TakeBack(down.seq, Deed.DECLARE_MAJOR, down.subject))
    assert led_now() == whole
    other = seat.report()
    declared = seat.do(DeclareMajor(other, "原因"))
    seat.do(TakeBack(declared.seq, Deed.STAND_DOWN, declared.subject))
    assert not seat.incident(other).leads
    assert {second, first} == {number for number, _, of in led_now() if of == major}


def test_a_handover_counts_a_major_incident_once(seat: Seat, clock: Clock) -> None:
    major, (first, _) = led(seat)
    seat.step(Deed.ESCALATE, first, "镇里")
    seat.bring(State.VERIFIED)

    def counts() -> dict[Part, int]:
        with seat.session() as session:
            return open_counts(session, clock.now())

    assert counts() == {Part.ESCALATED: 1, Part.TO_DISPATCH: 1}
    clock.advance(24 * 3600)
    assert counts() == {Part.OVERDUE: 2}
    seat.do(StandDown(major, "供水已恢复"))
    assert counts() == {Part.OVERDUE: 3, Part.ESCALATED: 1}
