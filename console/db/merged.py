"""Read the reports that were merged into an incident, with all that was said and shown of them."""

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from console.db.log import COLUMNS, event_of
from console.db.tables import AttachmentRow, EventRow, IncidentRow
from console.db.values import attachment_of
from console.domain.change import AttachmentView
from console.domain.events import Event
from console.domain.parts import Part

MOST = 200
"""So many parts of one incident are read; a power cut may have more."""


def parts_of(session: Session, incident: int) -> tuple[Part, ...]:
    """What was merged into an incident, and into that, by number."""
    rows = _all_below(session, incident)
    if not rows:
        return ()
    numbers = [row.id for row in rows]
    events, photos = _events(session, numbers), _photos(session, numbers)
    return tuple(
        Part(
            row.id,
            row.version,
            row.title,
            row.description,
            row.reporter_name,
            row.reporter_phone,
            row.reported_at,
            row.merged_into,
            tuple(events[row.id]),
            tuple(photos[row.id]),
        )
        for row in sorted(rows, key=lambda row: row.id)
        if row.merged_into is not None
    )


def _all_below(session: Session, incident: int) -> list[IncidentRow]:
    found: dict[int, IncidentRow] = {}
    into = [incident]
    while into and len(found) < MOST:
        rows = session.scalars(
            select(IncidentRow)
            .where(IncidentRow.merged_into.in_(into))
            .order_by(IncidentRow.id)
            .limit(MOST - len(found))
        ).all()
        into = [row.id for row in rows if row.id not in found]
        found.update((row.id, row) for row in rows)
    return list(found.values())


def _events(session: Session, numbers: list[int]) -> dict[int, list[Event]]:
    events: dict[int, list[Event]] = defaultdict(list)
    rows = session.execute(
        select(*COLUMNS)
        .where(EventRow.subject_kind == "incident", EventRow.subject_id.in_(numbers))
        .order_by(EventRow.seq)
    )
    for event in map(event_of, rows):
        events[event.subject.id].append(event)
    return events


def _photos(session: Session, numbers: list[int]) -> dict[int, list[AttachmentView]]:
    photos: dict[int, list[AttachmentView]] = defaultdict(list)
    rows = session.scalars(
        select(AttachmentRow)
        .where(AttachmentRow.incident_id.in_(numbers))
        .order_by(AttachmentRow.id)
    )
    for row in rows:
        photos[row.incident_id].append(attachment_of(row))
    return photos
