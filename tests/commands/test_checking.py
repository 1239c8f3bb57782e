"""Dealt with means dealt with: another person checks, asks the reporter, and closes."""

import pytest

from console.domain.checking import Callback, Moment
from console.domain.errors import Refused
from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import Attach, Step
from console.domain.people import Member
from tests.commands.seat import CHECKER, Seat, refused
from tests.photos import jpeg


def dealt_with(seat: Seat, **report: str) -> tuple[int, Member]:
    """An incident that a member was sent to, and that this seat noted as dealt with."""
    incident = seat.report(**report)
    member = min(seat.ready(), key=lambda ready: (ready.load, ready.number))
    deeds = (Deed.VERIFY, Deed.DISPATCH, Deed.ACKNOWLEDGE, Deed.SET_OUT, Deed.ARRIVE, Deed.RESOLVE)
    for deed in deeds:
        seat.do(seat.order(deed, incident, member.id))
    return incident, member


def test_who_noted_it_and_who_was_there_do_not_check_it(seat: Seat) -> None:
    incident, member = dealt_with(seat)
    operator = seat.office.actor.operator
    with refused(Refused.HANDLED_IT, name=operator, incident=incident):
        seat.do(Step(Deed.CHECK, incident))
    with refused(Refused.HANDLED_IT, name=member.name):
        seat.do(Step(Deed.CHECK, incident, by=member.name))
    with refused(Refused.HANDLED_IT, name=operator):
        seat.beside("王芳").do(Step(Deed.CHECK, incident, by=f" {operator} "))
    assert seat.incident(incident).state is State.RESOLVED

    seat.beside("王芳").do(Step(Deed.CHECK, incident))
    assert seat.incident(incident).state is State.CHECKED
    seat.sound()


def test_who_handled_it_does_not_close_it_either(seat: Seat) -> None:
    incident, member = dealt_with(seat)
    seat.do(Step(Deed.CHECK, incident, by=CHECKER))
    for name in ("", member.name):
        with refused(Refused.HANDLED_IT):
            seat.do(Step(Deed.CLOSE, incident, by=name, reason="handled"))
    event = seat.do(Step(Deed.CLOSE, incident, by=CHECKER, reason="handled"))
    assert event.payload["by"] == CHECKER
    assert seat.incident(incident).state is State.CLOSED


def test_who_was_sent_and_never_got_there_has_handled_nothing(seat: Seat) -> None:
    incident = seat.report()
    first, second = seat.ready()[:2]
    for order in (
        seat.order(Deed.VERIFY, incident),
        seat.order(Deed.DISPATCH, incident, first.id),
    ):
        seat.do(order)
    seat.step(Deed.WITHDRAW, incident, "叫错人了")
    for deed in (Deed.DISPATCH, Deed.ACKNOWLEDGE, Deed.SET_OUT, Deed.ARRIVE, Deed.RESOLVE):
        seat.do(seat.order(deed, incident, second.id))
    assert first.name not in seat.case(incident).handlers
    assert second.name in seat.case(incident).handlers
    seat.do(Step(Deed.CHECK, incident, by=first.name))
    assert seat.incident(incident).state is State.CHECKED


def test_a_reporter_with_a_telephone_is_asked_first(seat: Seat) -> None:
    incident, _ = dealt_with(seat, reporter_phone="13800001111")
    with refused(Refused.MISSING, field="callback"):
        seat.do(Step(Deed.CHECK, incident, by=CHECKER))
    event = seat.do(Step(Deed.CHECK, incident, by=CHECKER, callback=Callback.NOT_REACHED))
    assert event.payload["callback"] == "not_reached"


def test_whom_nobody_can_call_nobody_must_call(seat: Seat) -> None:
    incident, _ = dealt_with(seat)
    event = seat.do(Step(Deed.CHECK, incident, by=CHECKER))
    assert "callback" not in event.payload


@pytest.mark.parametrize("code", ["", "gone", "untrue"])
def test_it_ends_with_a_reason_from_the_list_of_its_deed(seat: Seat, code: str) -> None:
    incident = seat.bring(State.CHECKED)
    with refused(Refused.BAD_VALUE if code else Refused.MISSING, field="reason"):
        seat.do(Step(Deed.CLOSE, incident, by=CHECKER, reason=code))
    assert seat.incident(incident).state is State.CHECKED
    event = seat.do(Step(Deed.CLOSE, incident, by=CHECKER, reason="stopped", note="已散"))
    assert (event.payload["reason"], event.payload["reason_name"]) == ("stopped", "已当场制止")
    assert event.payload["note"] == "已散"


def test_a_report_is_rejected_with_a_reason_from_the_list_or_with_words(seat: Seat) -> None:
    first, second, third = seat.report(), seat.report(), seat.report()
    event = seat.do(Step(Deed.REJECT, first, reason="untrue"))
    assert event.payload["reason_name_en"] == "found to be untrue"
    assert "note" not in event.payload
    seat.do(Step(Deed.REJECT, second, note="重复拨打"))
    with refused(Refused.MISSING, field="note"):
        seat.do(Step(Deed.REJECT, third))
    with refused(Refused.BAD_VALUE, field="reason", value="handled"):
        seat.do(Step(Deed.REJECT, third, reason="handled"))


def test_a_check_that_fails_sends_it_back_and_the_next_check_is_another_persons_too(
    seat: Seat,
) -> None:
    incident, member = dealt_with(seat)
    seat.beside("王芳").step(Deed.SEND_BACK, incident, "还有垃圾")
    assert seat.incident(incident).state is State.REWORK
    for deed in (Deed.DISPATCH, Deed.ACKNOWLEDGE, Deed.SET_OUT, Deed.ARRIVE):
        seat.do(seat.order(deed, incident, member.id))
    seat.beside("赵磊").do(seat.order(Deed.RESOLVE, incident))
    for name in (seat.office.actor.operator, "赵磊"):
        with refused(Refused.HANDLED_IT, name=name):
            seat.do(Step(Deed.CHECK, incident, by=name))


def test_a_photo_shows_it_before_or_after(seat: Seat) -> None:
    incident = seat.report()
    seat.do(Attach(incident, "one.jpg", jpeg()))
    for deed in (Deed.VERIFY, Deed.DISPATCH, Deed.ACKNOWLEDGE, Deed.SET_OUT, Deed.ARRIVE):
        seat.do(seat.order(deed, incident))
    seat.do(Attach(incident, "two.jpg", jpeg(mark=b"2")))
    seat.do(Attach(incident, "three.jpg", jpeg(mark=b"3"), Moment.BEFORE))
    seat.do(seat.order(Deed.RESOLVE, incident))
    seat.do(Attach(incident, "four.jpg", jpeg(mark=b"4")))
    assert [one.moment for one in seat.case(incident).attachments] == [
        Moment.BEFORE,
        Moment.AFTER,
        Moment.BEFORE,
        Moment.AFTER,
    ]
