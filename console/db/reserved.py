"""Read who is held for which incident."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from console.db.tables import AssignmentRow
from console.domain.incident import AssignmentState


def reserved(session: Session) -> list[tuple[int, int]]:
    """Each member who is reserved, with the incident."""
    rows = session.execute(
        select(AssignmentRow.member_id, AssignmentRow.incident_id).where(
            AssignmentRow.state == AssignmentState.RESERVED.value
        )
    )
    return [(row.member_id, row.incident_id) for row in rows]
