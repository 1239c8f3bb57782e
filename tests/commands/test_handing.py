"""The handover of a shift: written by one, signed by another, once."""

from concurrent.futures import ThreadPoolExecutor

from console.db.handovers import last_handovers
from console.domain.errors import Refusal, Refused
from console.domain.handover import Handover, Part
from console.domain.incident import State
from console.domain.orders import HandOver, TakeOver
from tests.clock import Clock
from tests.commands.seat import Seat, refused


def last(seat: Seat) -> Handover:
    with seat.session() as session:
        return last_handovers(session, 1)[0]


def test_what_is_open_is_counted_and_what_was_written_is_kept(seat: Seat, clock: Clock) -> None:
    seat.report()
    seat.bring(State.ESCALATED)
    seat.bring(State.CLOSED)
    seat.do(HandOver("周三前回复张女士", "三号对讲机坏", "夜里查一次工地"))
    found = last(seat)
    assert found.counts == {Part.UNVERIFIED: 1, Part.ESCALATED: 1}
    assert (found.promised, found.equipment, found.note) == (
        "周三前回复张女士",
        "三号对讲机坏",
        "夜里查一次工地",
    )
    assert (found.operator, found.at, found.signed_by) == (
        seat.office.actor.operator,
        clock.now(),
        "",
    )
    clock.advance(3600 * 24)
    seat.do(HandOver())
    assert last(seat).counts == {Part.OVERDUE: 1, Part.ESCALATED: 1}


def test_the_next_operator_signs_and_nobody_after_them(seat: Seat) -> None:
    handed = seat.do(HandOver("回电")).seq
    with refused(Refused.OWN_HANDOVER, operator=seat.office.actor.operator):
        seat.do(TakeOver(handed))
    seat.beside("王芳").do(TakeOver(handed))
    assert last(seat).signed_by == "王芳"
    with refused(Refused.SIGNED_ALREADY, operator="王芳"):
        seat.beside("赵磊").do(TakeOver(handed))
    seat.sound()


def test_what_is_no_handover_is_not_signed(seat: Seat) -> None:
    incident = seat.report()
    report = seat.events("incident", incident)[0].seq
    for number in (report, 0, 10**9):
        with refused(Refused.BAD_VALUE, field="handover", value=number):
            seat.beside("王芳").do(TakeOver(number))


def test_two_who_sign_at_the_same_moment_are_one_signature(seat: Seat) -> None:
    handed = seat.do(HandOver()).seq

    def sign(name: str) -> Refused | None:
        try:
            seat.beside(name).do(TakeOver(handed))
        except Refusal as refusal:
            return refusal.code
        return None

    with ThreadPoolExecutor(4) as pool:
        signed = list(pool.map(sign, ("王芳", "赵磊", "陈静", "周敏")))
    assert sorted(map(str, signed)) == ["None", *[Refused.SIGNED_ALREADY] * 3]
    seat.sound()
