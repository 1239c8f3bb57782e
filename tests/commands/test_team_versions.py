"""Who leads is part of an incident's version: no answer is taken for somebody else's."""

from console.domain.errors import Refused
from console.domain.incident import AssignmentState, State
from console.domain.lifecycle import Deed
from console.domain.orders import AddMember, MemberStep
from tests.commands.seat import Seat, refused


def test_an_answer_to_who_led_is_not_taken_for_the_next_ones(seat: Seat) -> None:
    first, second = (member.id for member in seat.ready()[:2])
    incident = seat.bring(State.DISPATCHED, first)
    seat.do(AddMember(incident, second))
    seen = seat.incident(incident).version
    seat.do(MemberStep(Deed.LEAVE, incident, first))
    shown = seat.incident(incident)
    assert (shown.state, shown.assignee) == (State.DISPATCHED, second)
    with refused(Refused.OVERTAKEN, deed=Deed.LEAVE.value):
        seat.step(Deed.ACKNOWLEDGE, incident, seen=seen)
    assert [(one.member, one.state) for one in seat.incident(incident).people] == [
        (second, AssignmentState.DISPATCHED)
    ]
    seat.step(Deed.ACKNOWLEDGE, incident, seen=seat.incident(incident).version)
    seat.sound()
