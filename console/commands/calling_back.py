"""What taking a deed back means for the members: who was sent stays, who was let go of goes on.

An assignment whose end nobody was told of goes on as it was. Whoever was called off is sent anew,
with an assignment of its own: they are told again, and the log keeps both.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm.attributes import flag_modified

from console.commands.moves import outcome, restore
from console.commands.office import Outcome, Work
from console.commands.parting import CALLS_OFF, bound_rows, end, is_live, named
from console.commands.rows import category_row, incident_row, member_row, running_states
from console.commands.telling import tell_dispatched, tell_withdrawn
from console.db.channels import channel_of
from console.db.queries import weights
from console.db.tables import AssignmentRow, IncidentRow, MemberRow
from console.domain.errors import Refusal, Refused
from console.domain.events import Event
from console.domain.incident import LIVE_ASSIGNMENT, AssignmentState
from console.domain.people import AVAILABLE, Duty, bound_duty


@dataclass(frozen=True, slots=True)
class Back:
    """Whose assignment goes on: those who were only reserved are not told."""

    assignment: AssignmentRow
    member: MemberRow
    state: AssignmentState
    called_off: bool


def reinstate(work: Work, event: Event) -> list[Back]:
    """Whom a deed has let go of that is taken back; they are locked, nothing is written yet.

    Raises:
        Refusal: MEMBER_NOT_AVAILABLE or MEMBER_AT_LIMIT if somebody is bound otherwise meanwhile.
    """
    parted: Any = event.payload.get("parted", [])
    rows = [(work.session.get_one(AssignmentRow, number), state) for number, state in parted]
    back = []
    most = weights(work.session).most_running
    for row, state in sorted(rows, key=lambda pair: pair[0].member_id):
        member = member_row(work, row.member_id)
        before = AssignmentState(state)
        if before in LIVE_ASSIGNMENT:
            running = running_states(work.session, member.id)
            free = Duty(member.duty) in AVAILABLE or bound_duty(running) is not None
            if not free:
                raise Refusal(Refused.MEMBER_NOT_AVAILABLE, member=member.name, duty=member.duty)
            if len(running) >= most:
                raise Refusal(Refused.MEMBER_AT_LIMIT, member=member.name, limit=int(most))
        called_off = event.kind in CALLS_OFF and before in LIVE_ASSIGNMENT
        back.append(Back(row, member, before, called_off))
    return back


def call_back(work: Work, row: IncidentRow, back: list[Back]) -> dict[str, object]:
    """Let assignments go on, and tell those who were called off.

    Returns:
        What the event shall say.
    """
    told: dict[str, object] = {}
    again = [(one, _go_on(work, one)) for one in back]
    work.session.flush()
    live = [one for one in back if one.state in LIVE_ASSIGNMENT]
    for one in live:
        running = running_states(work.session, one.member.id)
        one.member.duty = (bound_duty(running) or Duty.ON_DUTY).value
        if one.assignment.is_primary:
            told |= named(one.member, duty=True)
    if len(live) > 1 or (live and not told):
        told["members"] = [one.member.id for one in live]
    for one, assignment in again:
        channel = channel_of(work.session, one.member.id) if one.called_off else None
        if channel is not None:
            category = category_row(work.session, row.category)
            told |= tell_dispatched(work, row, category, assignment, channel)
    return told


def unsend(work: Work, event: Event, note: str) -> Outcome:
    """Whom a deed has sent need not go; who was reserved before is reserved again.

    Raises:
        Refusal: ILLEGAL_MOVE if one of them has answered already, NOT_ON_IT if they are gone.
    """
    several: Any = event.payload.get("members")
    numbers = several if isinstance(several, list) else [event.payload["member"]]
    people = {number: member_row(work, number) for number in sorted(numbers)}
    row = incident_row(work, event.subject.id)
    bound = {one.member_id: one for one in bound_rows(work.session, row.id)}
    told: dict[str, object] = {}
    called_off: list[int] = []
    for number, member in people.items():
        assignment = bound.get(number)
        if assignment is None:
            raise Refusal(Refused.NOT_ON_IT, member=member.name, incident=row.id)
        if assignment.state not in _UNANSWERED:
            raise Refusal(Refused.ILLEGAL_MOVE, deed=event.kind.value, state=assignment.state)
        sent = is_live(assignment)
        _, changed = end(work, assignment, AssignmentState.WITHDRAWN, member)
        told = told or named(member, duty=changed)
        if sent:
            called_off.append(assignment.id)
        if sent and assignment.reserved_at is not None:
            work.session.flush()  # One who has ended in the database leaves room for this.
            work.session.add(_reserved(assignment))
    told |= tell_withdrawn(work, called_off)
    if len(people) > 1:
        told["members"] = list(people)
    if "to" in event.payload:
        told |= restore(work, row, _stood(event))
    else:
        flag_modified(row, "state")
    return outcome(row.id, told, note)


_UNANSWERED = frozenset({AssignmentState.DISPATCHED.value, AssignmentState.RESERVED.value})


def _stood(event: Event) -> Any:
    return event.payload["stood"]


def _go_on(work: Work, one: Back) -> AssignmentRow:
    row = one.assignment
    if not one.called_off:
        row.state, row.ended_at = one.state.value, None
        return row
    again = AssignmentRow(
        incident_id=row.incident_id,
        member_id=row.member_id,
        is_primary=row.is_primary,
        role=row.role,
        state=one.state.value,
        reserved_at=row.reserved_at,
        dispatched_at=row.dispatched_at,
        acknowledged_at=row.acknowledged_at,
        set_out_at=row.set_out_at,
        arrived_at=row.arrived_at,
    )
    work.session.add(again)
    return again


def _reserved(before: AssignmentRow) -> AssignmentRow:
    return AssignmentRow(
        incident_id=before.incident_id,
        member_id=before.member_id,
        is_primary=False,
        role=before.role,
        state=AssignmentState.RESERVED.value,
        reserved_at=before.reserved_at,
    )
