"""Assignments of the past: all of them for comparing weights, a member's own for their page."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from console.db.queries import incidents_by_id
from console.db.tables import AssignmentRow, IncidentRow
from console.domain.hindsight import Past, Stint
from console.domain.incident import BOUND_ASSIGNMENT, UNDONE, AssignmentState
from console.domain.past import PastAssignment
from console.domain.people import WEEK

LONGEST = timedelta(days=2)
"""An assignment that began longer before the others is taken to be over."""


def last_dispatches(session: Session, count: int) -> tuple[list[Past], list[Stint]]:
    """The last dispatches, the oldest first, and the assignments that bore on them.

    The skill of each is left empty: the categories know it.
    """
    rows = session.execute(
        select(AssignmentRow.incident_id, AssignmentRow.member_id, AssignmentRow.dispatched_at)
        # Further members of a team are no answers of the proposal.
        .where(AssignmentRow.is_primary)
        .order_by(AssignmentRow.dispatched_at.desc(), AssignmentRow.id.desc())
        .limit(count)
    ).all()[::-1]
    if not rows:
        return [], []
    incidents = {one.id: one for one in incidents_by_id(session, {row[0] for row in rows})}
    pasts = [Past(incidents[number], "", at, member) for number, member, at in rows if at]
    since = pasts[0].at - WEEK - LONGEST
    stints = session.execute(
        select(
            AssignmentRow.member_id,
            AssignmentRow.dispatched_at,
            AssignmentRow.ended_at,
            AssignmentRow.state,
        ).where(AssignmentRow.dispatched_at > since)
    )
    return pasts, [
        Stint(who, begin, end, AssignmentState(state) in UNDONE)
        for who, begin, end, state in stints
        if begin is not None
    ]


def last_assignments(session: Session, member: int, count: int) -> tuple[PastAssignment, ...]:
    """A member's last assignments that have ended, the newest first.

    Whoever was only reserved was sent nowhere.
    """
    rows = session.execute(
        select(
            AssignmentRow.incident_id,
            IncidentRow.title,
            AssignmentRow.state,
            AssignmentRow.dispatched_at,
            AssignmentRow.arrived_at,
            AssignmentRow.ended_at,
        )
        .join(IncidentRow, IncidentRow.id == AssignmentRow.incident_id)
        .where(
            AssignmentRow.member_id == member,
            AssignmentRow.dispatched_at.is_not(None),
            AssignmentRow.state.not_in([state.value for state in BOUND_ASSIGNMENT]),
        )
        .order_by(AssignmentRow.dispatched_at.desc(), AssignmentRow.id.desc())
        .limit(count)
    )
    return tuple(
        PastAssignment(number, title, AssignmentState(state), sent, arrived, ended)
        for number, title, state, sent, arrived, ended in rows
        if sent is not None
    )
