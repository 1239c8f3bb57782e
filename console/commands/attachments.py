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
from console.domain.orders import Attach
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
    media_type = _require_photo(name, order.content)
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


def media_type_of(content: bytes) -> str | None:
    """The kind of picture that a content is by its first bytes, or None if it is none we take."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return None


def _require_photo(name: str, content: bytes) -> str:
    if len(content) > LIMIT_MB * 1_000_000:
        raise Refusal(Refused.FILE_TOO_BIG, name=name, limit_mb=LIMIT_MB)
    media_type = media_type_of(content)
    if media_type is None:
        raise Refusal(Refused.NOT_AN_IMAGE, name=name)
    return media_type


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
