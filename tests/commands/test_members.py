"""A member's duty set by hand."""

import pytest

from console.domain.errors import Refused
from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import ChangeDuty
from console.domain.people import OPERATOR_DUTIES, Duty
from tests.clock import Clock
from tests.commands.seat import Seat, refused


@pytest.mark.parametrize("duty", sorted(OPERATOR_DUTIES))
def test_duty_is_set_and_told(seat: Seat, duty: Duty) -> None:
    member = seat.ready()[0]
    event = seat.do(ChangeDuty(member.id, duty, seen=member.version))
    assert seat.member(member.id).duty is duty
    assert str(event.subject) == f"member:{member.id}"
    assert event.payload == {
        "member": member.id,
        "member_name": member.name,
        "from": "on_duty",
        "duty": duty.value,
    }


@pytest.mark.parametrize("duty", [Duty.EN_ROUTE, Duty.ON_SCENE])
def test_what_follows_from_an_assignment_is_not_set_by_hand(seat: Seat, duty: Duty) -> None:
    with refused(Refused.BAD_VALUE, field="duty", value=duty.value):
        seat.do(ChangeDuty(seat.ready()[0].id, duty))


@pytest.mark.parametrize(
    ("state", "duty"), [(State.EN_ROUTE, "en_route"), (State.ON_SCENE, "on_scene")]
)
def test_a_member_under_way_keeps_their_duty(seat: Seat, state: State, duty: str) -> None:
    member = seat.ready()[0]
    incident = seat.bring(state, member.id)
    with refused(Refused.DUTY_BOUND, member=member.name, duty=duty):
        seat.do(ChangeDuty(member.id, Duty.OFF))
    seat.step(Deed.WITHDRAW, incident, "换人")
    seat.do(ChangeDuty(member.id, Duty.OFF))
    assert seat.member(member.id).duty is Duty.OFF


def test_who_is_only_sent_may_still_take_a_break(seat: Seat) -> None:
    member = seat.ready()[0].id
    seat.bring(State.ACKNOWLEDGED, member)
    seat.do(ChangeDuty(member, Duty.BREAK))
    assert seat.member(member).duty is Duty.BREAK


def test_nobody_has_no_duty(seat: Seat) -> None:
    with refused(Refused.UNKNOWN_MEMBER, member=9999):
        seat.do(ChangeDuty(9999, Duty.OFF))


def test_an_old_screen_is_told_who_changed_the_duty(seat: Seat, clock: Clock) -> None:
    member = seat.ready()[0]
    at = clock.advance(3)
    seat.beside().do(ChangeDuty(member.id, Duty.BREAK))
    with refused(
        Refused.OVERTAKEN,
        member=member.name,
        deed="change_duty",
        operator="王芳",
        workstation="test-2",
        at=at.isoformat(),
    ):
        seat.do(ChangeDuty(member.id, Duty.OFF, seen=member.version))


def test_or_which_deed_on_an_incident_did(seat: Seat, clock: Clock) -> None:
    """Later events of the same incident, and of others' incidents, are not about the member."""
    member, other = seat.ready()[:2]
    incident = seat.bring(State.ACKNOWLEDGED, member.id)
    at = clock.advance(3)
    seat.beside().step(Deed.SET_OUT, incident)
    clock.advance(3)
    seat.bring(State.ON_SCENE, other.id)
    seat.do(seat.order(Deed.VERIFY, seat.report()))
    with refused(Refused.OVERTAKEN, deed="set_out", operator="王芳", at=at.isoformat()):
        seat.do(ChangeDuty(member.id, Duty.OFF, seen=member.version))


def test_or_that_the_roster_was_imported(seat: Seat) -> None:
    member = seat.ready()[0]
    seat.set_duty(member.id, Duty.OFF)
    with refused(Refused.OVERTAKEN, deed="import_members"):
        seat.do(ChangeDuty(member.id, Duty.ON_DUTY, seen=member.version - 1))
