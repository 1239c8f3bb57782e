"""Assignments sent back (退回): who is free, what the clock does, and when the leader decides."""

from uuid import uuid4

import pytest

from console.domain.errors import Refused
from console.domain.incident import AssignmentState, State
from console.domain.lifecycle import Deed
from console.domain.orders import Attach, Dispatch, Step
from console.domain.people import Duty
from console.widgets.event_sentences import event_sentence
from tests.clock import Clock
from tests.commands.seat import Seat, refused
from tests.photos import GIF, JPEG, PNG


def to_and_fro(seat: Seat, times: int) -> int:
    """A new incident that was sent back so many times."""
    incident = seat.bring(State.VERIFIED)
    for _ in range(times):
        seat.do(seat.order(Deed.DISPATCH, incident))
        seat.step(Deed.RETURN, incident, "不属于本网格")
    return incident


@pytest.mark.parametrize("state", [State.DISPATCHED, State.ACKNOWLEDGED, State.EN_ROUTE])
def test_a_return_frees_the_member_and_the_clock_goes_on(
    seat: Seat, clock: Clock, state: State
) -> None:
    member = seat.ready()[0].id
    waiting = seat.bring(State.VERIFIED)
    incident = seat.bring(state, member)
    now = clock.advance(600)
    event = seat.step(Deed.RETURN, incident, "不属于本网格")
    [assignment] = seat.case(incident).assignments
    assert (assignment.state, assignment.ended_at) == (AssignmentState.RETURNED, now)
    assert (seat.member(member).duty, seat.member(member).load) == (Duty.ON_DUTY, 0)
    shown, other = seat.incident(incident), seat.incident(waiting)
    assert (shown.state, shown.assignee, shown.returns) == (State.VERIFIED, None, 1)
    assert shown.due_at is not None
    # As if nobody had ever been sent: the limit of the first dispatch runs on.
    assert (shown.stage_from, shown.warn_at, shown.due_at) == (
        other.stage_from,
        other.warn_at,
        other.due_at,
    )
    assert event.payload["member"] == member
    assert event.payload["note"] == "不属于本网格"
    assert event.payload["returns"] == 1
    seat.sound()


def test_who_has_arrived_cannot_send_it_back(seat: Seat) -> None:
    incident = seat.bring(State.ON_SCENE)
    with refused(Refused.ILLEGAL_MOVE, deed="return", state="on_scene"):
        seat.step(Deed.RETURN, incident, "不属于本网格")
    assert seat.incident(incident).returns == 0


def test_a_return_sent_twice_counts_once(seat: Seat) -> None:
    incident = seat.bring(State.DISPATCHED)
    command, order = uuid4(), Step(Deed.RETURN, incident, note="车坏了")
    assert seat.do(order, command) == seat.do(order, command)
    assert seat.incident(incident).returns == 1


def test_a_return_of_what_was_seen_earlier_is_overtaken(seat: Seat) -> None:
    incident = seat.bring(State.DISPATCHED)
    seen = seat.incident(incident).version
    seat.step(Deed.ACKNOWLEDGE, incident)
    with refused(Refused.OVERTAKEN, deed="acknowledge"):
        seat.step(Deed.RETURN, incident, "车坏了", seen)
    assert seat.incident(incident).returns == 0


def test_being_called_back_is_no_return(seat: Seat) -> None:
    incident = seat.bring(State.DISPATCHED)
    seat.step(Deed.WITHDRAW, incident, "换人")
    assert seat.incident(incident).returns == 0


def test_after_two_returns_anybody_sends_again_without_a_word(seat: Seat) -> None:
    incident = to_and_fro(seat, 2)
    assert not seat.incident(incident).leader_decides
    event = seat.do(seat.order(Deed.DISPATCH, incident))
    assert "decided_by" not in event.payload


def test_from_the_third_return_on_the_shift_leader_decides(seat: Seat) -> None:
    incident, member = to_and_fro(seat, 3), seat.ready()[0].id
    before = seat.incident(incident)
    assert before.leader_decides
    for note in ("", " \n"):
        with refused(Refused.LEADER_DECIDES, incident=incident, returns=3):
            seat.do(Dispatch(incident, member, before.version, note))
    assert seat.incident(incident) == before
    event = seat.do(Dispatch(incident, member, before.version, "派本组，班长陈强"))
    assert event.payload["decided_by"] == "leader"
    assert event.payload["note"] == "派本组，班长陈强"
    # And so the next time too: the leader's word holds for one dispatch.
    seat.step(Deed.RETURN, incident, "又退")
    assert seat.incident(incident).returns == 4
    with refused(Refused.LEADER_DECIDES, returns=4):
        seat.do(Dispatch(incident, member))
    seat.sound()


def test_a_department_sends_it_back_and_counts_as_the_member_does(seat: Seat) -> None:
    incident = seat.bring(State.DISPATCHED)
    member = seat.incident(incident).assignee
    clinic = "社区卫生服务站"
    event = seat.do(Step(Deed.RETURN, incident, note="不归我们管", by=f" {clinic}\n"))
    assert (event.payload["department"], event.payload["member"]) == (clinic, member)
    shown = seat.incident(incident)
    assert (shown.state, shown.returns, event.payload["returns"]) == (State.VERIFIED, 1, 1)
    assert shown.due_at is not None, "no clock stops"
    assert event_sentence(event).startswith(f"{clinic} sent it back (")
    for _ in range(2):
        seat.do(seat.order(Deed.DISPATCH, incident))
        seat.do(Step(Deed.RETURN, incident, note="又退", by=clinic))
    with refused(Refused.LEADER_DECIDES, returns=3):
        seat.do(seat.order(Deed.DISPATCH, incident))


def test_a_department_needs_a_reason_too_and_a_name_that_is_one(seat: Seat) -> None:
    incident = seat.bring(State.DISPATCHED)
    with refused(Refused.MISSING, field="note"):
        seat.do(Step(Deed.RETURN, incident, by="社区卫生服务站"))
    with refused(Refused.TOO_LONG, field="by"):
        seat.do(Step(Deed.RETURN, incident, note="不归我们管", by="名" * 101))
    event = seat.step(Deed.RETURN, incident, "车坏了")
    assert "department" not in event.payload, "the member's own return names none"


def test_photos_since_the_dispatch_are_the_evidence(seat: Seat, clock: Clock) -> None:
    incident = seat.bring(State.VERIFIED)
    seat.do(Attach(incident, "报告.png", PNG))
    clock.advance(60)
    seat.do(seat.order(Deed.DISPATCH, incident))
    clock.advance(60)
    seat.do(Attach(incident, "门锁着.jpg", JPEG))
    seat.do(Attach(incident, "界桩.gif", GIF))
    _, *since = (photo.id for photo in seat.case(incident).attachments)
    event = seat.step(Deed.RETURN, incident, "进不去")
    assert event.payload["evidence"] == since
    assert event_sentence(event).endswith("进不去, with evidence: 门锁着.jpg、界桩.gif")
    # The next one has evidence of their own.
    clock.advance(60)
    seat.do(seat.order(Deed.DISPATCH, incident))
    assert "evidence" not in seat.step(Deed.RETURN, incident, "车坏了").payload
