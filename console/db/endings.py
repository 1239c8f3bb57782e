"""Read-only queries on how incidents end: with which reasons, and who may not say so."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from console.db.tables import AssignmentRow, EventRow, MemberRow
from console.db.tables_endings import EndReasonRow
from console.domain.checking import EndReason
from console.domain.incident import AssignmentState
from console.domain.lifecycle import Deed
from console.domain.undoing import UNDOES


def end_reasons(session: Session) -> tuple[EndReason, ...]:
    """The list of reasons, in its order."""
    rows = session.scalars(select(EndReasonRow).order_by(EndReasonRow.position, EndReasonRow.code))
    return tuple(EndReason(row.code, Deed(row.deed), row.name, row.name_en) for row in rows)


def handlers(session: Session, incident: int) -> tuple[str, ...]:
    """The names of all who handled an incident, in order: on scene, or noting it as dealt with.

    Whoever was sent and never got there has handled nothing; so has who noted it in error.
    """
    there = (
        select(MemberRow.name)
        .join(AssignmentRow, AssignmentRow.member_id == MemberRow.id)
        .where(
            AssignmentRow.incident_id == incident,
            or_(
                AssignmentRow.arrived_at.is_not(None),
                AssignmentRow.state == AssignmentState.DONE.value,
            ),
        )
    )
    told = session.execute(
        select(EventRow.seq, EventRow.kind, EventRow.operator, EventRow.payload).where(
            EventRow.subject_kind == "incident",
            EventRow.subject_id == incident,
            EventRow.kind.in_([Deed.RESOLVE.value, Deed.TAKE_BACK.value]),
        )
    ).all()
    undone = {row.payload.get(UNDOES) for row in told}
    noted = {
        row.operator for row in told if row.kind == Deed.RESOLVE.value and row.seq not in undone
    }
    return tuple(sorted({*session.scalars(there), *noted}))
