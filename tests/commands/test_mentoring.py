"""In training (以旧带新): who learns goes with the mentor, never leads, and leaves before them."""

from uuid import uuid4

import pytest

from console.db.engine import Database
from console.domain.errors import Refused
from console.domain.incident import AssignmentState, State
from console.domain.lifecycle import Deed
from console.domain.orders import (
    AddMember,
    Certify,
    Dispatch,
    DispatchTeam,
    MemberStep,
    Order,
    Reserve,
    Revoke,
    Step,
    Train,
)
from tests.commands.racer import office_of
from tests.commands.seat import Seat, refused
from tests.commands.test_races import Orders, in_threads
from tests.conftest import Templates

A = AssignmentState


def pair(seat: Seat) -> tuple[int, int, int]:
    """A mentor, their trainee, and somebody else who is certified."""
    mentor, trainee, other = (one.id for one in seat.ready()[:3])
    seat.do(Revoke(trainee, "urban", "重新培训"))
    seat.do(Train(trainee, "urban", mentor))
    return mentor, trainee, other


def stand(seat: Seat, incident: int) -> dict[int, AssignmentState]:
    return {one.member: one.state for one in seat.case(incident).assignments}


def test_a_trainee_joins_their_mentor_and_nobody_else(seat: Seat) -> None:
    mentor, trainee, other = pair(seat)
    incident = seat.bring(State.VERIFIED)
    with refused(Refused.SKILL_NOT_HELD):
        seat.do(Dispatch(incident, trainee))
    seat.do(Dispatch(incident, other))
    with refused(Refused.MENTOR_FIRST, mentor=seat.member(mentor).name, incident=incident):
        seat.do(AddMember(incident, trainee))
    seat.do(Reserve(incident, mentor))
    with refused(Refused.MENTOR_FIRST):
        seat.do(AddMember(incident, trainee))
    seat.do(MemberStep(Deed.CALL, incident, mentor))
    seat.do(AddMember(incident, trainee))
    assert seat.incident(incident).on_it == {mentor, trainee, other}
    assert seat.incident(incident).assignee == other
    seat.sound()


def test_a_trainee_who_is_reserved_is_called_with_the_mentor_only(seat: Seat) -> None:
    mentor, trainee, other = pair(seat)
    incident = seat.bring(State.DISPATCHED, mentor)
    seat.do(Reserve(incident, trainee))
    seat.do(AddMember(incident, other))
    seat.do(MemberStep(Deed.LEAVE, incident, mentor, "换人"))
    with refused(Refused.MENTOR_FIRST):
        seat.do(MemberStep(Deed.CALL, incident, trainee))
    seat.step(Deed.WITHDRAW, incident, "换人")
    with refused(Refused.SKILL_NOT_HELD):
        seat.do(MemberStep(Deed.CALL, incident, trainee))
    assert stand(seat, incident)[trainee] is A.RESERVED


def test_a_team_takes_the_trainee_after_the_mentor(seat: Seat) -> None:
    mentor, trainee, _ = pair(seat)
    incident = seat.bring(State.VERIFIED)
    with refused(Refused.MENTOR_FIRST):
        seat.do(DispatchTeam(incident, "three", (("", trainee), ("", mentor))))
    seat.do(DispatchTeam(incident, "three", (("grid_member", mentor), ("", trainee))))
    assert seat.incident(incident).assignee == mentor


ENDINGS = (Deed.LEAVE, Deed.WITHDRAW, Deed.RETURN)


@pytest.mark.parametrize("deed", ENDINGS)
def test_the_mentor_does_not_leave_before_the_trainee(seat: Seat, deed: Deed) -> None:
    mentor, trainee, _ = pair(seat)
    incident = seat.bring(State.DISPATCHED, mentor)
    seat.do(AddMember(incident, trainee))
    before = stand(seat, incident)
    orders: list[Order] = [MemberStep(deed, incident, mentor, "换人")]
    if deed is Deed.RETURN:
        orders.append(Step(deed, incident, note="换人"))
    for order in orders:
        with refused(Refused.TRAINEE_ALONE, trainee=seat.member(trainee).name):
            seat.do(order)
    assert stand(seat, incident) == before
    assert seat.incident(incident).assignee == mentor
    seat.do(MemberStep(Deed.LEAVE, incident, trainee))
    if deed is not Deed.LEAVE:
        seat.do(MemberStep(deed, incident, mentor, "换人"))
        assert seat.incident(incident).state is State.VERIFIED
    seat.sound()


def test_a_trainee_never_leads_though_they_have_got_furthest(seat: Seat) -> None:
    mentor, trainee, other = pair(seat)
    incident = seat.bring(State.DISPATCHED, other)
    seat.do(AddMember(incident, mentor))
    seat.do(AddMember(incident, trainee))
    for deed in (Deed.ACKNOWLEDGE, Deed.SET_OUT, Deed.ARRIVE):
        seat.do(MemberStep(deed, incident, trainee))
    seat.do(MemberStep(Deed.LEAVE, incident, other))
    shown = seat.incident(incident)
    assert (shown.assignee, shown.state) == (mentor, State.DISPATCHED)
    seat.sound()


def test_once_certified_they_lead_like_anybody(seat: Seat) -> None:
    mentor, trainee, _ = pair(seat)
    incident = seat.bring(State.DISPATCHED, mentor)
    seat.do(AddMember(incident, trainee))
    seat.do(Certify(trainee, "urban"))
    seat.do(MemberStep(Deed.LEAVE, incident, mentor))
    assert seat.incident(incident).assignee == trainee


def test_what_ends_for_all_ends_for_both(seat: Seat) -> None:
    mentor, trainee, _ = pair(seat)
    incident = seat.bring(State.DISPATCHED, mentor)
    seat.do(AddMember(incident, trainee))
    seat.step(Deed.WITHDRAW, incident, "误报")
    assert stand(seat, incident) == {mentor: A.WITHDRAWN, trainee: A.WITHDRAWN}
    seat.sound()


def test_a_mentor_who_leaves_as_the_trainee_comes_leaves_nobody_alone(
    templates: Templates,
) -> None:
    url = templates.center()
    database = Database.open(url)
    seat = Seat(office_of(database, "测试员"))
    mentor, trainee, other = pair(seat)
    for _ in range(8):
        incident = seat.bring(State.DISPATCHED, mentor)
        seat.do(AddMember(incident, other))
        join, leave = AddMember(incident, trainee), MemberStep(Deed.LEAVE, incident, mentor)
        orders: dict[str, Orders] = {"甲": [(join, uuid4())], "乙": [(leave, uuid4())]}
        answers = in_threads(url, orders)
        assert sum("done" in answer[0] for answer in answers.values()) == 1, answers
        live = seat.incident(incident).on_it
        assert mentor in live or trainee not in live
        seat.step(Deed.WITHDRAW, incident, "误报")
    seat.sound()
    database.close()
