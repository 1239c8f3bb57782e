"""Deeds on single assignments: teams, further members, reserving, and what each one answers.

What happens to one assignment never touches another. The incident itself stands where the member
stands who leads on it. They lock members first, in the order of their ids.
"""

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from console.commands import assignments
from console.commands.mentoring import require_mentor_there, require_no_trainee
from console.commands.moves import move, note_for, outcome
from console.commands.office import Outcome, Work
from console.commands.parting import CALLS_OFF, ENDS, bound_rows, end, hand_over, is_live, named
from console.commands.returning import returned
from console.commands.rows import category_row, incident_row, member_row, today
from console.commands.telling import tell_dispatched, tell_withdrawn
from console.db.channels import channel_of
from console.db.members import members
from console.db.queries import weights
from console.db.tables import AssignmentRow, IncidentRow, MemberRow
from console.db.tables_teams import RoleRow, TeamRow, role_of
from console.domain.errors import Refusal, Refused
from console.domain.incident import (
    LIVE_ASSIGNMENT,
    RUNNING,
    TO_DISPATCH,
    AssignmentState,
    State,
)
from console.domain.lifecycle import Deed, target_of
from console.domain.orders import AddMember, Dispatch, DispatchTeam, MemberStep, Reserve, Step
from console.domain.people import AVAILABLE, Duty

_TO_RESERVE = frozenset({State.REPORTED, *TO_DISPATCH, *RUNNING})

_SOURCES = {
    Deed.CALL: frozenset({AssignmentState.RESERVED}),
    Deed.ACKNOWLEDGE: frozenset({AssignmentState.DISPATCHED}),
    Deed.SET_OUT: frozenset({AssignmentState.ACKNOWLEDGED}),
    Deed.ARRIVE: frozenset({AssignmentState.EN_ROUTE}),
    Deed.LEAVE: LIVE_ASSIGNMENT | {AssignmentState.RESERVED},
    Deed.WITHDRAW: LIVE_ASSIGNMENT | {AssignmentState.RESERVED},
    Deed.RETURN: LIVE_ASSIGNMENT - {AssignmentState.ON_SCENE},
}
"""In which states of an assignment each deed about one member can be done."""

_OF_ALL: dict[Deed, Callable[[Work, Step], Outcome]] = {
    Deed.ACKNOWLEDGE: assignments.acknowledge,
    Deed.SET_OUT: assignments.set_out,
    Deed.ARRIVE: assignments.arrive,
    Deed.WITHDRAW: assignments.withdraw,
    Deed.RETURN: assignments.return_assignment,
}
"""What is done about who leads, or is alone, is done about the incident."""


def dispatch_team(work: Work, order: DispatchTeam) -> Outcome:
    """Send several members with given roles, all of them or none."""
    note = note_for(Deed.DISPATCH_TEAM, order.note)
    team = work.session.get(TeamRow, order.team)
    if team is None:
        raise Refusal(Refused.UNKNOWN_TEAM, team=order.team)
    if not order.members:
        raise Refusal(Refused.MISSING, field="members")
    rows = {number: member_row(work, number) for number in sorted({n for _, n in order.members})}
    row = incident_row(work, order.incident, order.seen)
    sent = [
        _add(work, row, rows[number], role, AssignmentState.DISPATCHED)
        for role, number in order.members
    ]
    payload: dict[str, object] = {}
    if State(row.state) in RUNNING:
        _touch(row)
    else:
        payload = assignments.decided_by_leader(row, note) | move(work, row, Deed.DISPATCH)
        sent[0].is_primary = True
    for one in sent:
        payload |= _tell(work, row, one)
    payload |= named(rows[order.members[0][1]])
    payload |= {
        "members": [number for _, number in order.members],
        "names": "、".join(rows[number].name for _, number in order.members),
        "team": team.name,
        "team_en": team.name_en,
    }
    return outcome(row.id, payload, note)


def add_member(work: Work, order: AddMember) -> Outcome:
    """Send a further member to an incident that somebody is on."""
    member = member_row(work, order.member)
    row = incident_row(work, order.incident, order.seen)
    if State(row.state) not in RUNNING:
        raise Refusal(Refused.ILLEGAL_MOVE, deed=Deed.ADD_MEMBER.value, state=row.state)
    assignment = _add(work, row, member, order.role, AssignmentState.DISPATCHED)
    _touch(row)
    told = _tell(work, row, assignment)
    return outcome(row.id, named(member) | {"role": order.role} | told)


def reserve(work: Work, order: Reserve) -> Outcome:
    """Hold a member for an incident; neither is moved by it."""
    member = member_row(work, order.member)
    row = incident_row(work, order.incident, order.seen)
    if State(row.state) not in _TO_RESERVE:
        raise Refusal(Refused.ILLEGAL_MOVE, deed=Deed.RESERVE.value, state=row.state)
    _add(work, row, member, order.role, AssignmentState.RESERVED)
    _touch(row)
    return outcome(row.id, named(member) | {"role": order.role})


def member_step(work: Work, order: MemberStep) -> Outcome:
    """Move one member's assignment on, or end it."""
    sources = _SOURCES.get(order.deed)
    if sources is None:
        raise Refusal(Refused.BAD_VALUE, field="deed", value=order.deed.value)
    note = note_for(order.deed, order.note)
    member = member_row(work, order.member)
    row = incident_row(work, order.incident)
    bound = bound_rows(work.session, row.id)
    assignment = next((one for one in bound if one.member_id == member.id), None)
    if assignment is None:
        raise Refusal(Refused.NOT_ON_IT, member=member.name, incident=row.id)
    if AssignmentState(assignment.state) not in sources:
        raise Refusal(Refused.ILLEGAL_MOVE, deed=order.deed.value, state=assignment.state)
    if order.deed is Deed.CALL:
        return _call(work, row, assignment, member, note)
    others = [one for one in bound if one is not assignment]
    alone = not any(map(is_live, others))
    whole = _OF_ALL.get(order.deed)
    if whole and assignment.is_primary and (order.deed not in ENDS or alone):
        return whole(work, Step(order.deed, row.id, note=order.note, by=order.by))
    if order.deed in ENDS:
        told: dict[str, object] = {}
        if order.deed is Deed.RETURN:
            told = returned(work, row.id, assignment.dispatched_at, order.by)
        told |= _part(work, row, order.deed, assignment, member, others)
        return outcome(row.id, told, note)
    return outcome(row.id, _go_on(work, row, order.deed, assignment, member), note)


def _part(
    work: Work,
    row: IncidentRow,
    deed: Deed,
    assignment: AssignmentRow,
    member: MemberRow,
    others: list[AssignmentRow],
) -> dict[str, object]:
    leads, live = assignment.is_primary, is_live(assignment)
    require_no_trainee(work, row, others, member)
    _, changed = end(work, assignment, ENDS[deed], member)
    told = named(member, duty=changed)
    if live and deed in CALLS_OFF:
        told |= tell_withdrawn(work, [assignment.id])
    return told | (hand_over(work, row, others, member) if leads else {})


def _go_on(
    work: Work, row: IncidentRow, deed: Deed, assignment: AssignmentRow, member: MemberRow
) -> dict[str, object]:
    if deed is Deed.ACKNOWLEDGE:
        assignments.take_note(work, assignment)
        return named(member)
    if deed is Deed.SET_OUT:
        assignments.begin_way(work, assignment, member)
    else:
        assignments.be_there(work, row, assignment, member)
    return named(member, duty=True)


def _call(
    work: Work, row: IncidentRow, assignment: AssignmentRow, member: MemberRow, note: str
) -> Outcome:
    """Send somebody who was reserved: the first one leads."""
    first = State(row.state) not in RUNNING
    if first and not assignment.role:
        return assignments.dispatch(work, Dispatch(row.id, member.id, note=note))
    _require_fit(work, row, member, assignment.role)
    payload: dict[str, object] = {}
    if first:
        payload = assignments.decided_by_leader(row, note) | move(work, row, Deed.DISPATCH)
        assignment.is_primary = True
    else:
        _touch(row)
    assignment.state = AssignmentState.DISPATCHED.value
    assignment.dispatched_at = work.now
    told = _tell(work, row, assignment)
    return outcome(row.id, payload | named(member) | {"role": assignment.role} | told, note)


def _add(
    work: Work, row: IncidentRow, member: MemberRow, role: str, state: AssignmentState
) -> AssignmentRow:
    if State(row.state) not in RUNNING and state is AssignmentState.DISPATCHED:
        target_of(Deed.DISPATCH, State(row.state))
    if any(one.member_id == member.id for one in bound_rows(work.session, row.id)):
        raise Refusal(Refused.ON_IT_ALREADY, member=member.name, incident=row.id)
    _require_fit(work, row, member, role)
    sent = state is AssignmentState.DISPATCHED
    assignment = AssignmentRow(
        incident_id=row.id,
        member_id=member.id,
        is_primary=False,
        role=role,
        state=state.value,
        reserved_at=None if sent else work.now,
        dispatched_at=work.now if sent else None,
    )
    work.session.add(assignment)
    return assignment


def _require_fit(work: Work, row: IncidentRow, member: MemberRow, role: str) -> None:
    """Make sure that a member may go, in a role or for the skill that the incident needs.

    Raises:
        Refusal: MEMBER_NOT_AVAILABLE, MEMBER_AT_LIMIT, UNKNOWN_ROLE, or ROLE_NOT_FILLED if it is
            not for them; MENTOR_FIRST if they are in training and their mentor is not there.
    """
    if Duty(member.duty) not in AVAILABLE:
        raise Refusal(Refused.MEMBER_NOT_AVAILABLE, member=member.name, duty=member.duty)
    skill = category_row(work.session, row.category).skill
    [known] = members(work.session, [member.id])
    most = weights(work.session).most_running
    if known.load >= most:
        raise Refusal(Refused.MEMBER_AT_LIMIT, member=member.name, limit=int(most))
    if not role:
        if not known.holds(skill, today(work)):
            require_mentor_there(work, row, known, skill)
        return
    place = work.session.scalars(select(RoleRow).where(RoleRow.code == role)).first()
    if place is None:
        raise Refusal(Refused.UNKNOWN_ROLE, role=role)
    if not role_of(place).may_be_filled(known, skill, today(work)):
        raise Refusal(Refused.ROLE_NOT_FILLED, member=member.name, role=place.name)


def _tell(work: Work, row: IncidentRow, assignment: AssignmentRow) -> dict[str, object]:
    """Put the order for one member into the outbox, if a channel reaches them."""
    channel = channel_of(work.session, assignment.member_id)
    if channel is None:
        return {}
    category = category_row(work.session, row.category)
    return tell_dispatched(work, row, category, assignment, channel)


def _touch(row: IncidentRow) -> None:
    """Give the incident a new version: whoever ends it meanwhile must see who came."""
    flag_modified(row, "state")
