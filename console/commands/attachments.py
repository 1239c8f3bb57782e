"""Photos of an incident: known by their content, kept once, named by their SHA-256."""

from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from console.commands.files import read_file, store_file
from console.commands.moves import outcome
from console.commands.office import Outcome, Work
from console.commands.rows import found, incident_row
from console.commands.watching import camera_told
from console.db.engine import Database
from console.db.tables import AttachmentRow, BlobRow
from console.domain.checking import Moment
from console.domain.errors import Fault, FaultError, Refusal, Refused
from console.domain.incident import TO_CHECK, State
from console.domain.orders import Attach, TurnPhoto
from console.domain.pictures import TURNS, examine
from console.domain.text import clean, one_line

LIMIT_MB = 20
"""The largest photo in megabytes."""

NAME_LIMIT = 255
"""The longest name of a file in characters."""


def attach(work: Work, order: Attach) -> Outcome:
    """Attach a photo; the same one twice on an incident is kept once, under its first name.

    Of a still from a camera, the event tells which camera it was and when.
    """
    name = _name(order.name)
    if len(order.content) > LIMIT_MB * 1_000_000:
        raise Refusal(Refused.FILE_TOO_BIG, name=name, limit_mb=LIMIT_MB)
    media_type = examine(name, order.content).media_type
    incident = incident_row(work, order.incident)
    digest = sha256(order.content).hexdigest()
    row = work.session.scalars(
        select(AttachmentRow).where(
            AttachmentRow.incident_id == incident.id, AttachmentRow.digest == digest
        )
    ).first()
    again = row is not None and row.withdrawn_at is None
    if row is None:
        _store(work, digest, order.content)
        row = AttachmentRow(
            incident_id=incident.id,
            digest=digest,
            name=name,
            media_type=media_type,
            size=len(order.content),
            added_at=work.now,
            moment=(order.moment or _moment_in(State(incident.state))).value,
        )
        work.session.add(row)
        work.session.flush()
    # One that was attached in error, and taken back, is attached after all.
    row.withdrawn_at = None
    told: dict[str, object] = {"attachment": row.id, "name": row.name, "moment": row.moment}
    if again:
        told["again"] = True  # Nothing new: there is nothing to take back.
    return outcome(incident.id, told | _taken(work, order))


def _taken(work: Work, order: Attach) -> dict[str, object]:
    if order.camera is None:
        return {}
    taken_at = order.taken_at or work.now
    return {**camera_told(work, order.camera), "taken_at": taken_at.isoformat()}


def turn_photo(work: Work, order: TurnPhoto) -> Outcome:
    """Have a photo shown turned; its content is not touched.

    Raises:
        Refusal: BAD_VALUE if the incident has no such photo, or nobody can turn by so much;
            NOTHING_CHANGED if it is shown so already.
    """
    incident = incident_row(work, order.incident)
    row = found(work.session, AttachmentRow, order.attachment)
    if row is None or row.incident_id != incident.id:
        raise Refusal(Refused.BAD_VALUE, field="attachment", value=order.attachment)
    if order.rotation not in TURNS:
        raise Refusal(Refused.BAD_VALUE, field="rotation", value=order.rotation)
    if row.rotation == order.rotation:
        raise Refusal(Refused.NOTHING_CHANGED, incident=incident.id)
    before, row.rotation = row.rotation, order.rotation
    told = {"attachment": row.id, "name": row.name, "rotation": row.rotation, "before": before}
    return outcome(incident.id, told)


def _moment_in(state: State) -> Moment:
    """What a photo is likely to show: who is at the place is there to deal with it."""
    return Moment.AFTER if state is State.ON_SCENE or state in TO_CHECK else Moment.BEFORE


def read_attachment(database: Database, attachment: int) -> bytes:
    """The content of an attachment, as it was attached.

    Raises:
        Refusal: If there is no such attachment.
        FaultError: If its content is missing or damaged, or the database fails.
    """
    with database.read() as session:
        row = found(session, AttachmentRow, attachment)
        if row is None:
            raise Refusal(Refused.BAD_VALUE, field="attachment", value=attachment)
        digest = row.digest
        content = _content(session, database, digest)
    if content is None or sha256(content).hexdigest() != digest:
        reason = "missing" if content is None else "damaged"
        raise FaultError(Fault.BAD_FILE, path=digest, reason=reason)
    return content


def _name(given: str) -> str:
    """The file's own name, whichever way the folders before it were written."""
    last = given.replace("\\", "/").rpartition("/")[2]
    return clean(one_line(last), field="name", limit=NAME_LIMIT) or "photo"


def _store(work: Work, digest: str, content: bytes) -> None:
    if work.database.path is not None:
        store_file(work.database.path, digest, content)
    elif work.session.get(BlobRow, digest) is None:
        work.session.add(BlobRow(digest=digest, content=content))


def _content(session: Session, database: Database, digest: str) -> bytes | None:
    if database.path is not None:
        return read_file(database.path, digest)
    return session.scalars(select(BlobRow.content).where(BlobRow.digest == digest)).first()
