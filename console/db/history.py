"""Dispatches of the past, for comparing weights."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from console.db.queries import incidents_by_id
from console.db.tables import AssignmentRow
from console.domain.hindsight import Past, Stint
from console.domain.incident import UNDONE, AssignmentState
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
