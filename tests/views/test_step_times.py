"""When an incident took each step: what was taken back leaves no trace in the times."""

from console.commands.office import Office
from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import Separate, TakeBack
from console.views.incident.header import step_times
from tests.clock import Clock
from tests.commands.seat import Seat


def test_a_step_keeps_its_time_when_the_next_one_is_taken_back(
    office: Office, clock: Clock
) -> None:
    seat = Seat(office)
    incident = seat.bring(State.VERIFIED)
    verified = step_times(seat.case(incident))[State.VERIFIED]
    clock.advance(300)
    dispatched = seat.do(seat.order(Deed.DISPATCH, incident))
    clock.advance(60)
    seat.do(TakeBack(dispatched.seq, Deed.WITHDRAW, dispatched.subject))
    assert seat.incident(incident).state is State.VERIFIED
    assert step_times(seat.case(incident))[State.VERIFIED] == verified


def test_a_step_keeps_its_time_when_the_report_is_taken_out_of_another_one(
    office: Office, clock: Clock
) -> None:
    seat = Seat(office)
    incident, other = seat.bring(State.VERIFIED), seat.report("已在处理")
    verified = step_times(seat.case(incident))[State.VERIFIED]
    clock.advance(300)
    seat.do(seat.order(Deed.MERGE, incident))
    clock.advance(60)
    seat.do(Separate(incident))
    assert seat.incident(incident).state is State.VERIFIED
    assert step_times(seat.case(incident))[State.VERIFIED] == verified
    assert seat.incident(other).state is State.REPORTED
