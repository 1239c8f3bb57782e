"""Deeds on who goes to an incident: dispatching, withdrawing, and what the member answers.

They lock the member before they write anything; their order is member, incident, end of the log.
"""

from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, func, literal, select, true

from console.commands.mentoring import require_no_trainee
from console.commands.moves import move, note_for, outcome
from console.commands.office import Outcome, Work
from console.commands.overtaking import already_dispatched
from console.commands.parting import bound_rows, end, hand_over, is_live, named, release
from console.commands.returning import returned
from console.commands.rows import (
    assignment_row,
    category_row,
    day_in,
    incident_row,
    member_row,
)
from console.commands.telling import CHANNEL_OF_BADGE, tell_dispatched
from console.db.tables import (
    LIVE,
    AssignmentRow,
    BadgeRow,
    CenterRow,
    IncidentRow,
    MemberRow,
    WeightRow,
)
from console.db.values import badge_of
from console.domain.errors import Refusal, Refused
from console.domain.incident import LEADER_DECIDES_FROM, RUNNING, AssignmentState, State
from console.domain.lifecycle import Deed, target_of
from console.domain.orders import Dispatch, Step
from console.domain.people import AVAILABLE, Duty
from console.domain.weights import Weights


def dispatch(work: Work, order: Dispatch) -> Outcome:
    """Send a member to an incident."""
    note = note_for(Deed.DISPATCH, order.note)
    member = member_row(work, order.member)
    row = _free_incident(work, order)
    target_of(Deed.DISPATCH, State(row.state))  # An incident that has ended needs nobody.
    decided = decided_by_leader(row, note)
    # Kept until they are asked for limits too: the session forgets what nobody holds.
    category = category_row(work.session, row.category)
    reserved, channel, _center = _require_fit(work, category.skill, member, row.id)
    payload = move(work, row, Deed.DISPATCH)
    assignment = _send(work, row, member, reserved)
    if channel is not None:
        payload |= tell_dispatched(work, row, category, assignment, channel)
    return outcome(row.id, payload | named(member) | decided, note)


def withdraw(work: Work, order: Step) -> Outcome:
    """Call a member back."""
    note = note_for(Deed.WITHDRAW, order.note)
    row = incident_row(work, order.incident, order.seen)
    released = release(work, row, Deed.WITHDRAW)
    return outcome(row.id, move(work, row, Deed.WITHDRAW) | released, note)


def return_assignment(work: Work, order: Step) -> Outcome:
    """It is sent back (退回), by the member or a department: it waits again and is counted."""
    note = note_for(Deed.RETURN, order.note)
    row = incident_row(work, order.incident, order.seen)
    target_of(Deed.RETURN, State(row.state))
    bound = bound_rows(work.session, row.id)
    others = [one for one in bound if not one.is_primary]
    leading = next((one for one in bound if one.is_primary), None)
    since = None if leading is None else leading.dispatched_at
    why = returned(work, row.id, since, order.by)
    if leading is not None and any(map(is_live, others)):
        # The others stay on it: the incident does not go back to those that wait.
        member = member_row(work, leading.member_id)
        require_no_trainee(work, row, others, member)
        _, changed = end(work, leading, AssignmentState.RETURNED, member)
        told = named(member, duty=changed) | hand_over(work, row, others, member)
        return outcome(row.id, told | why, note)
    released = release(work, row, Deed.RETURN)
    payload = move(work, row, Deed.RETURN) | released
    row.returns += 1  # Not before the move, whose questions would write the row twice.
    return outcome(row.id, payload | why | {"returns": row.returns}, note)


def acknowledge(work: Work, order: Step) -> Outcome:
    """The member has taken note."""
    row, assignment, member = _sent(work, order)
    payload = move(work, row, Deed.ACKNOWLEDGE)
    take_note(work, assignment)
    return outcome(row.id, payload | named(member), note_for(Deed.ACKNOWLEDGE, order.note))


def set_out(work: Work, order: Step) -> Outcome:
    """The member is on the way."""
    row, assignment, member = _sent(work, order)
    payload = move(work, row, Deed.SET_OUT)
    begin_way(work, assignment, member)
    return outcome(row.id, payload | named(member, duty=True), note_for(Deed.SET_OUT, order.note))


def arrive(work: Work, order: Step) -> Outcome:
    """The member is there, and so is known to be at the incident's place."""
    row, assignment, member = _sent(work, order)
    payload = move(work, row, Deed.ARRIVE)
    be_there(work, row, assignment, member)
    return outcome(row.id, payload | named(member, duty=True), note_for(Deed.ARRIVE, order.note))


def resolve(work: Work, order: Step) -> Outcome:
    """It is dealt with: by the member, or by the town if it was escalated."""
    row = incident_row(work, order.incident, order.seen)
    released = release(work, row, Deed.RESOLVE)
    payload = move(work, row, Deed.RESOLVE)
    return outcome(row.id, payload | released, note_for(Deed.RESOLVE, order.note))


def take_note(work: Work, assignment: AssignmentRow) -> None:
    """The member knows."""
    assignment.state = AssignmentState.ACKNOWLEDGED.value
    assignment.acknowledged_at = work.now


def begin_way(work: Work, assignment: AssignmentRow, member: MemberRow) -> None:
    """The member is on the way."""
    assignment.state = AssignmentState.EN_ROUTE.value
    assignment.set_out_at = work.now
    member.duty = Duty.EN_ROUTE.value


def be_there(work: Work, row: IncidentRow, assignment: AssignmentRow, member: MemberRow) -> None:
    """The member is at the incident's place."""
    assignment.state = AssignmentState.ON_SCENE.value
    assignment.arrived_at = work.now
    member.duty = Duty.ON_SCENE.value
    if row.lon is not None:
        member.lon, member.lat, member.seen_at = row.lon, row.lat, work.now


def _free_incident(work: Work, order: Dispatch) -> IncidentRow:
    """The incident to be dispatched; refused with the first one's name if somebody is on it."""
    row = incident_row(work, order.incident)
    if State(row.state) in RUNNING:
        assignment = assignment_row(work.session, row.id)
        if assignment is not None:
            # Not locked: who is only named must not be waited for, else two could lock up.
            first = work.session.get_one(MemberRow, assignment.member_id)
            raise already_dispatched(work.session, row.id, first.name)
    return incident_row(work, order.incident, order.seen)


def decided_by_leader(row: IncidentRow, note: str) -> dict[str, object]:
    """What the event shall say of the shift leader, who alone sends somebody after many returns.

    Raises:
        Refusal: LEADER_DECIDES if the note does not tell the leader's decision.
    """
    if row.returns < LEADER_DECIDES_FROM:
        return {}
    if not note:
        raise Refusal(Refused.LEADER_DECIDES, incident=row.id, returns=row.returns)
    return {"decided_by": "leader"}


def _send(work: Work, row: IncidentRow, member: MemberRow, reserved: int | None) -> AssignmentRow:
    """Let a member lead: with an assignment of their own, or with the one that was reserved."""
    if reserved is not None:
        assignment = work.session.get_one(AssignmentRow, reserved)
        assignment.is_primary = True
        assignment.state = AssignmentState.DISPATCHED.value
        assignment.dispatched_at = work.now
        return assignment
    assignment = AssignmentRow(
        incident_id=row.id,
        member_id=member.id,
        is_primary=True,
        state=AssignmentState.DISPATCHED.value,
        dispatched_at=work.now,
    )
    work.session.add(assignment)
    return assignment


def _require_fit(
    work: Work, skill: str, member: MemberRow, incident: int
) -> tuple[int | None, str | None, CenterRow | None]:
    """Refuse a member who may not go.

    Returns:
        The id of the assignment by which they are reserved, the channel that reaches them, and
        the center.
    """
    if Duty(member.duty) not in AVAILABLE:
        raise Refusal(Refused.MEMBER_NOT_AVAILABLE, member=member.name, duty=member.duty)
    asked = {"member": member.id, "skill": skill, "incident": incident}
    badge, running, limit, center, reserved, channel = work.session.execute(
        _fitness(), asked
    ).one()
    zone = None if center is None else center.zone
    if badge is None or not badge_of(badge).certifies(day_in(zone, work.now)):
        raise Refusal(Refused.SKILL_NOT_HELD, member=member.name, skill=skill)
    most = Weights().most_running if limit is None else limit
    if running >= most:
        raise Refusal(Refused.MEMBER_AT_LIMIT, member=member.name, limit=int(most))
    return reserved, channel, center


@cache
def _fitness() -> Select[*tuple[Any, ...]]:
    """What is asked of a member for a skill, in one statement, put together once.

    It gives the badge, how many assignments run, the limit of them, the center, the
    assignment by which the member is reserved for the incident, and the channel that reaches them;
    the parameters are ``member``, ``skill`` and ``incident``.
    """
    member = bindparam("member", type_=AssignmentRow.member_id.type)
    running = (
        select(func.count())
        .where(AssignmentRow.member_id == member, LIVE)
        .select_from(AssignmentRow)
        .scalar_subquery()
    )
    limit = select(WeightRow.value).where(WeightRow.name == "most_running").scalar_subquery()
    reserved = (
        select(AssignmentRow.id)
        .where(
            AssignmentRow.incident_id == bindparam("incident", type_=AssignmentRow.id.type),
            AssignmentRow.member_id == member,
            AssignmentRow.state == AssignmentState.RESERVED.value,
        )
        .scalar_subquery()
    )
    held = (BadgeRow.member_id == member) & (BadgeRow.skill == bindparam("skill"))
    return (
        select(BadgeRow, running, limit, CenterRow, reserved, CHANNEL_OF_BADGE)
        .select_from(select(literal(1)).subquery())
        .outerjoin(BadgeRow, held)
        .outerjoin(CenterRow, true())
    )


def _sent(work: Work, order: Step) -> tuple[IncidentRow, AssignmentRow, MemberRow]:
    row = incident_row(work, order.incident, order.seen)
    target_of(order.deed, State(row.state))
    assignment = assignment_row(work.session, row.id)
    if assignment is None:
        raise Refusal(Refused.ILLEGAL_MOVE, deed=order.deed.value, state=row.state)
    return row, assignment, member_row(work, assignment.member_id)
