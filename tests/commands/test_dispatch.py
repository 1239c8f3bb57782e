"""Whom an incident is given to, and what the second dispatcher is told."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, func, select, update
from sqlalchemy.exc import IntegrityError

from console.db.tables import AssignmentRow, BadgeRow, CenterRow, IncidentRow
from console.domain.errors import Refused
from console.domain.incident import RUNNING, State
from console.domain.lifecycle import Deed
from console.domain.orders import ChangeDuty, Dispatch, Step
from console.domain.people import BadgeLevel, Duty
from tests.clock import START, Clock
from tests.commands.seat import TODAY, Seat, refused


def test_a_dispatch_puts_the_member_on_the_incident(seat: Seat) -> None:
    member = seat.ready()[0]
    incident = seat.bring(State.VERIFIED)
    event = seat.do(Dispatch(incident, member.id, note="先看看"))
    stood = event.payload["stood"]
    assert isinstance(stood, dict)
    assert stood["state"] == "verified"
    assert event.payload == {
        "stood": stood,
        "from": "verified",
        "to": "dispatched",
        "member": member.id,
        "member_name": member.name,
        "note": "先看看",
    }
    assert seat.incident(incident).assignee == member.id
    assert seat.member(member.id).load == 1
    assert seat.member(member.id).duty is Duty.ON_DUTY


@pytest.mark.parametrize("duty", [Duty.OFF, Duty.BREAK])
def test_a_member_who_is_not_on_duty_is_not_sent(seat: Seat, duty: Duty) -> None:
    member = seat.ready()[0]
    incident = seat.bring(State.VERIFIED)
    seat.do(ChangeDuty(member.id, duty))
    with refused(Refused.MEMBER_NOT_AVAILABLE, member=member.name, duty=duty.value):
        seat.do(Dispatch(incident, member.id))


def test_a_member_without_the_skill_is_not_sent(seat: Seat) -> None:
    incident = seat.bring(State.VERIFIED)
    member = next(
        m for m in seat.members() if m.duty is Duty.ON_DUTY and not m.holds("urban", TODAY)
    )
    with refused(Refused.SKILL_NOT_HELD, member=member.name, skill="urban"):
        seat.do(Dispatch(incident, member.id))
    with refused(Refused.UNKNOWN_MEMBER, member=9999):
        seat.do(Dispatch(incident, 9999))
    assert seat.incident(incident).state is State.VERIFIED


def test_a_trainee_is_not_sent(seat: Seat) -> None:
    member = seat.ready()[0]
    incident = seat.bring(State.VERIFIED)
    seat.write(
        update(BadgeRow)
        .where(BadgeRow.member_id == member.id)
        .values(level=BadgeLevel.TRAINING.value)
    )
    with refused(Refused.SKILL_NOT_HELD):
        seat.do(Dispatch(incident, member.id))


def test_a_badge_ends_with_the_day_in_the_center_and_not_in_greenwich(
    seat: Seat, clock: Clock
) -> None:
    """In Shanghai 2 March ends at 16:00 UTC."""
    member = seat.ready()[0]
    incident = seat.bring(State.VERIFIED)
    seat.write(update(BadgeRow).where(BadgeRow.member_id == member.id).values(valid_until=TODAY))
    clock.advance((datetime(2026, 3, 2, 16, tzinfo=UTC) - START).total_seconds())
    with refused(Refused.SKILL_NOT_HELD):
        seat.do(Dispatch(incident, member.id))
    clock.advance(-1)
    seat.do(Dispatch(incident, member.id))


def test_without_a_center_the_day_is_greenwichs(seat: Seat, clock: Clock) -> None:
    member = seat.ready()[0]
    incident = seat.bring(State.VERIFIED)
    seat.write(update(BadgeRow).where(BadgeRow.member_id == member.id).values(valid_until=TODAY))
    seat.write(delete(CenterRow))
    clock.advance(timedelta(hours=21).total_seconds())
    seat.do(Dispatch(incident, member.id))


def test_an_incident_that_has_ended_is_refused_before_the_member_is_looked_at(seat: Seat) -> None:
    incident, member = seat.bring(State.CLOSED), seat.ready()[0].id
    seat.set_duty(member, Duty.OFF)
    with refused(Refused.ILLEGAL_MOVE, deed="dispatch", state="closed"):
        seat.do(Dispatch(incident, member))


@pytest.mark.parametrize("seen", [None, 2])
def test_the_second_dispatcher_is_told_who_was_first(
    seat: Seat, clock: Clock, seen: int | None
) -> None:
    first, second = seat.ready()[:2]
    incident = seat.bring(State.VERIFIED)
    assert seat.incident(incident).version == 2
    at = clock.advance(5)
    seat.beside("王芳", "窗口二").do(Dispatch(incident, first.id, seen))
    clock.advance(1)
    with refused(
        Refused.ALREADY_DISPATCHED,
        incident=incident,
        member=first.name,
        operator="王芳",
        workstation="窗口二",
        at=at.isoformat(),
    ):
        seat.do(Dispatch(incident, second.id, seen))
    assert len(seat.case(incident).assignments) == 1


@pytest.mark.parametrize("state", sorted(RUNNING))
def test_and_also_when_the_member_has_gone_on_since(seat: Seat, state: State) -> None:
    incident = seat.bring(state)
    with refused(Refused.ALREADY_DISPATCHED, operator="测试员"):
        seat.beside().do(Dispatch(incident, seat.ready()[-1].id, seen=2))


def test_a_dispatch_on_an_incident_changed_otherwise_is_told_by_what(
    seat: Seat, clock: Clock
) -> None:
    incident = seat.bring(State.REWORK)
    seen = seat.incident(incident).version
    at = clock.advance(7)
    seat.beside().step(Deed.SUSPEND, incident, "等路灯所")
    with refused(
        Refused.OVERTAKEN, incident=incident, deed="suspend", operator="王芳", at=at.isoformat()
    ):
        seat.do(Dispatch(incident, seat.ready()[0].id, seen))


def test_a_step_from_an_old_screen_is_refused_even_where_it_would_be_possible(seat: Seat) -> None:
    """Withdrawn and dispatched anew: the operator would withdraw somebody they never saw."""
    incident = seat.bring(State.DISPATCHED)
    seen = seat.incident(incident).version
    other = seat.beside()
    other.step(Deed.WITHDRAW, incident, "换人")
    other.do(Dispatch(incident, seat.ready()[1].id))
    with refused(Refused.OVERTAKEN, deed="dispatch", operator="王芳", workstation="test-2"):
        seat.do(Step(Deed.WITHDRAW, incident, seen, "换人"))


def test_the_version_seen_is_taken_while_nothing_has_changed(seat: Seat) -> None:
    incident = seat.bring(State.DISPATCHED)
    seen = seat.incident(incident).version
    seat.do(Step(Deed.ACKNOWLEDGE, incident, seen))
    assert seat.incident(incident).version == seen + 1


def test_the_index_refuses_a_second_live_assignment_whatever_the_states_say(seat: Seat) -> None:
    """A damaged row: the state says free and somebody is on it."""
    incident = seat.bring(State.DISPATCHED)
    member = seat.ready()[0].id
    seat.write(
        update(IncidentRow).where(IncidentRow.id == incident).values(state=State.VERIFIED.value)
    )
    with pytest.raises(IntegrityError):
        seat.do(Dispatch(incident, member))
    with seat.session() as session:
        assert session.scalar(select(func.count()).select_from(AssignmentRow)) == 1


def test_the_office_of_somebody_without_the_right_refuses(seat: Seat) -> None:
    actor = replace(seat.office.actor, rights=frozenset())
    stranger = Seat(replace(seat.office, actor=actor))
    with refused(Refused.NO_RIGHT, deed="dispatch", right="dispatch"):
        stranger.do(Dispatch(1, 1))
