"""Each deed against each state: the lifecycle's table holds, for rows, events and clocks."""

from datetime import timedelta

import pytest
from sqlalchemy import delete

from console.db.queries import catalogue
from console.db.tables import AssignmentRow
from console.domain.errors import Refused
from console.domain.incident import RUNNING, AssignmentState, State
from console.domain.lifecycle import MOVES, Deed
from console.domain.orders import NEEDS_REASON, Dispatch, Step
from console.domain.people import Duty
from tests.clock import START, Clock
from tests.commands.seat import ROAD, Seat, refused

DEEDS = sorted({move.deed for move in MOVES})
TARGETS = {(move.deed, move.source): move.target for move in MOVES}


@pytest.mark.parametrize("state", State)
def test_in_each_state_a_deed_does_its_move_or_is_refused(seat: Seat, state: State) -> None:
    for deed in DEEDS:
        incident = seat.bring(state)
        before = seat.incident(incident)
        order = seat.order(deed, incident)
        target = TARGETS.get((deed, state))
        if target is not None:
            event = seat.do(order)
            after = seat.incident(incident)
            assert (after.state, after.version) == (target, before.version + 1)
            assert event.kind is deed
            assert (event.payload["from"], event.payload["to"]) == (state, target)
        else:
            code = Refused.ILLEGAL_MOVE
            if deed is Deed.DISPATCH and state in RUNNING:
                code = Refused.ALREADY_DISPATCHED
            with refused(code):
                seat.do(order)
            assert seat.incident(incident) == before
        assert seat.incident(incident).assignee is None or seat.incident(incident).state in RUNNING
    seat.sound()


@pytest.mark.parametrize("deed", sorted(NEEDS_REASON))
def test_a_deed_that_needs_a_reason_is_refused_without_one(seat: Seat, deed: Deed) -> None:
    source = next(move.source for move in MOVES if move.deed is deed)
    incident = seat.bring(source)
    with refused(Refused.MISSING, field="note"):
        seat.step(deed, incident, note=" \n\t ")
    assert seat.incident(incident).state is source
    assert seat.step(deed, incident, note="重复").payload["note"] == "重复"


def test_a_step_that_is_no_step_is_refused(seat: Seat) -> None:
    incident = seat.report()
    with refused(Refused.BAD_VALUE, field="deed", value="comment"):
        seat.step(Deed.COMMENT, incident)


def test_the_limits_run_from_the_report_and_the_check_from_the_resolution(
    seat: Seat, clock: Clock
) -> None:
    """Help: acknowledge 20 min, arrive 1 h, resolve 4 h, check 1 h in plain time, as data say."""
    member = seat.ready("general")[0].id
    incident = seat.report(category="help")

    def due_after(seconds: float) -> bool:
        shown = seat.incident(incident)
        return shown.due_at == START + timedelta(seconds=seconds)

    with seat.session() as session:
        limits = next(c for c in catalogue(session).categories if c.code == "help").limits
    for deed, limit in (
        (Deed.VERIFY, limits.acknowledge),
        (Deed.DISPATCH, limits.acknowledge),
        (Deed.ACKNOWLEDGE, limits.arrive),
        (Deed.SET_OUT, limits.arrive),
        (Deed.ARRIVE, limits.resolve),
    ):
        clock.advance(60)
        seat.do(seat.order(deed, incident, member))
        assert due_after(limit.total_seconds()), deed
        assert seat.incident(incident).stage_from == START
    resolved = clock.advance(60)
    seat.step(Deed.RESOLVE, incident)
    clock.advance(60)
    seat.step(Deed.CHECK, incident)
    shown = seat.incident(incident)
    assert (shown.stage_from, shown.due_at) == (resolved, resolved + limits.check)
    clock.advance(60)
    seat.step(Deed.CLOSE, incident)
    assert seat.incident(incident).due_at is None


def test_the_time_in_which_an_incident_rests_counts_for_no_limit(seat: Seat, clock: Clock) -> None:
    incident = seat.report(category="help")
    due = seat.incident(incident).due_at
    assert due is not None
    clock.advance(60)
    seat.do(seat.order(Deed.VERIFY, incident))
    clock.advance(60)
    seat.step(Deed.SUSPEND, incident, "等配件")
    assert seat.incident(incident).due_at is None
    clock.advance(86_400)
    seat.step(Deed.ESCALATE, incident, "镇里处理")
    assert seat.incident(incident).due_at is None
    clock.advance(600)
    seat.step(Deed.RESUME, incident)
    assert seat.incident(incident).due_at == due + timedelta(seconds=87_000)


@pytest.mark.parametrize(
    ("source", "deed"), [(State.CLOSED, Deed.REOPEN), (State.RESOLVED, Deed.SEND_BACK)]
)
def test_rework_and_reopening_begin_a_round_of_their_own(
    seat: Seat, clock: Clock, source: State, deed: Deed
) -> None:
    incident = seat.bring(source)
    now = clock.advance(7_200)
    seat.step(deed, incident, "没扫干净")
    shown = seat.incident(incident)
    assert shown.stage_from == now
    assert shown.due_at is not None
    assert shown.due_at > now


def test_an_incident_merged_by_mistake_is_its_own_again(seat: Seat) -> None:
    incident = seat.bring(State.MERGED)
    into = seat.incident(incident).merged_into
    assert into is not None
    seat.step(Deed.REOPEN, incident, "不是同一件事")
    assert seat.incident(incident).merged_into is None
    seat.sound()


@pytest.mark.parametrize(
    ("deed", "end"),
    [
        (Deed.WITHDRAW, AssignmentState.WITHDRAWN),
        (Deed.RESOLVE, AssignmentState.DONE),
        (Deed.SUSPEND, AssignmentState.RELEASED),
        (Deed.ESCALATE, AssignmentState.RELEASED),
    ],
)
def test_a_deed_that_ends_the_work_frees_the_member(
    seat: Seat, clock: Clock, deed: Deed, end: AssignmentState
) -> None:
    member = seat.ready()[0].id
    incident = seat.bring(State.ON_SCENE, member)
    assert seat.member(member).load == 1
    now = clock.advance(600)
    event = seat.step(deed, incident, "原因")
    [assignment] = seat.case(incident).assignments
    assert (assignment.state, assignment.ended_at) == (end, now)
    assert (seat.member(member).duty, seat.member(member).load) == (Duty.ON_DUTY, 0)
    assert event.payload["member"] == member
    assert event.payload["duty"] == "on_duty"


def test_the_members_duty_and_place_follow_the_work(seat: Seat, clock: Clock) -> None:
    member = seat.ready()[0].id
    incident = seat.bring(State.ACKNOWLEDGED, member)
    assert seat.member(member).duty is Duty.ON_DUTY
    clock.advance(60)
    assert seat.step(Deed.SET_OUT, incident).payload["duty"] == "en_route"
    assert seat.member(member).duty is Duty.EN_ROUTE
    now = clock.advance(300)
    seat.step(Deed.ARRIVE, incident)
    there, shown = seat.member(member), seat.incident(incident)
    assert (there.duty, there.place, there.seen_at) == (Duty.ON_SCENE, shown.place, now)
    [view] = seat.case(incident).assignments
    assert (view.dispatched_at, view.acknowledged_at) == (START, START)
    assert (view.set_out_at, view.arrived_at) == (START + timedelta(seconds=60), now)


def test_an_incident_without_a_place_leaves_the_member_where_he_is(seat: Seat) -> None:
    member = seat.ready()[0]
    incident = seat.report(place=None)
    for deed in ROAD[State.ON_SCENE]:
        seat.do(seat.order(deed, incident, member.id))
    assert seat.member(member.id).place == member.place
    assert seat.member(member.id).seen_at == member.seen_at


def test_a_member_on_two_incidents_is_free_only_after_both(seat: Seat) -> None:
    member = seat.ready()[0].id
    first, second = seat.bring(State.ON_SCENE, member), seat.bring(State.EN_ROUTE, member)
    assert seat.member(member).duty is Duty.EN_ROUTE
    seat.step(Deed.RESOLVE, first)
    assert seat.member(member).duty is Duty.EN_ROUTE
    seat.step(Deed.ARRIVE, second)
    third = seat.bring(State.DISPATCHED, member)
    seat.step(Deed.RESOLVE, second)
    assert seat.member(member).duty is Duty.ON_DUTY
    seat.step(Deed.WITHDRAW, third, "不需要了")
    assert seat.member(member).load == 0


def test_who_took_a_break_before_setting_out_stays_on_it_when_called_back(seat: Seat) -> None:
    member = seat.ready()[0].id
    incident = seat.bring(State.DISPATCHED, member)
    seat.set_duty(member, Duty.BREAK)
    event = seat.step(Deed.WITHDRAW, incident, "换人")
    assert seat.member(member).duty is Duty.BREAK
    assert "duty" not in event.payload


def test_an_answer_of_nobody_is_refused(seat: Seat) -> None:
    """A damaged database: the state says that somebody was sent, and nobody was."""
    incident = seat.bring(State.DISPATCHED)
    seat.write(delete(AssignmentRow).where(AssignmentRow.incident_id == incident))
    for deed in (Deed.ACKNOWLEDGE, Deed.DISPATCH):
        order = Step(deed, incident) if deed is Deed.ACKNOWLEDGE else None
        with refused(Refused.ILLEGAL_MOVE, deed=deed.value, state="dispatched"):
            seat.do(order or Dispatch(incident, seat.ready()[0].id))
