"""What the event of a return (退回) says beside its reason: by whom, with which evidence."""

from datetime import datetime

from sqlalchemy import select

from console.commands.moves import NAME_LIMIT
from console.commands.office import Work
from console.db.tables import AttachmentRow
from console.domain.text import clean, one_line


def returned(work: Work, incident: int, since: datetime | None, by: str) -> dict[str, object]:
    """What the event shall say of a return.

    Args:
        work: The transaction.
        incident: What is sent back.
        since: When the assignment was dispatched: photos from then on are the evidence.
        by: The department that sends it back; empty if it is the member.

    Raises:
        Refusal: TOO_LONG if the department's name is.
    """
    told: dict[str, object] = {}
    department = one_line(clean(by, field="by", limit=NAME_LIMIT))
    if department:
        told["department"] = department
    if since is None:
        return told
    photos = work.session.execute(
        select(AttachmentRow.id, AttachmentRow.name)
        .where(
            AttachmentRow.incident_id == incident,
            AttachmentRow.added_at >= since,
            AttachmentRow.withdrawn_at.is_(None),
        )
        .order_by(AttachmentRow.id)
    ).all()
    if photos:
        told["evidence"] = [photo.id for photo in photos]
        told["evidence_names"] = "、".join(photo.name for photo in photos)
    return told
