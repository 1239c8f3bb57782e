"""The event log: append-only, without gaps, each event chained to the one before by its hash.

The row lock on ``event_head`` is held from the append to the commit. So the order of the numbers
is the order of the commits, and a reader that has seen number n has missed nothing below it.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Table, bindparam, insert, select, update
from sqlalchemy.orm import Session

from console.db.json_text import dump
from console.db.tables import EventHeadRow, EventRow
from console.domain.events import Event, Payload, Subject, chain_hash
from console.domain.lifecycle import Deed
from console.domain.rights import Actor


@dataclass(frozen=True, slots=True)
class Entry:
    """An event that is still to be appended."""

    at: datetime
    actor: Actor
    command_id: UUID
    kind: Deed
    subject: Subject
    payload: Payload


COLUMNS = (
    EventRow.seq,
    EventRow.at,
    EventRow.operator,
    EventRow.workstation,
    EventRow.command_id,
    EventRow.kind,
    EventRow.subject_kind,
    EventRow.subject_id,
    EventRow.payload,
    EventRow.hash,
)
"""What ``event_of`` reads, in its order."""


_HEAD: Table = EventHeadRow.metadata.tables[EventHeadRow.__tablename__]
_EVENT: Table = EventRow.metadata.tables[EventRow.__tablename__]

# Put together once: each deed waits for them.
_LOCK_HEAD = select(_HEAD.c.seq, _HEAD.c.hash).where(_HEAD.c.id == 1).with_for_update()
_MOVE_HEAD = (
    update(_HEAD)
    .where(_HEAD.c.id == 1)
    .values(seq=bindparam("head_seq"), hash=bindparam("head_hash"))
)
_APPEND = insert(_EVENT)
_APPEND_ONE = insert(_EVENT).add_cte(_MOVE_HEAD.cte("moved"))


def event_of(row: Row[*tuple[Any, ...]]) -> Event:
    """The event in a row of ``COLUMNS``."""
    seq, at, operator, workstation, command_id, kind, subject, number, payload, digest = row
    return Event(
        seq,
        at,
        operator,
        workstation,
        command_id,
        Deed(kind),
        Subject(subject, number),
        payload,
        digest,
    )


def find(session: Session, command_id: UUID) -> Event | None:
    """The event that a command has already left, if it has."""
    row = session.execute(select(*COLUMNS).where(EventRow.command_id == command_id)).first()
    return None if row is None else event_of(row)


def append(
    session: Session,
    *,
    at: datetime,
    actor: Actor,
    command_id: UUID,
    kind: Deed,
    subject: Subject,
    payload: Payload,
) -> Event:
    """Append one event; the last thing to do before the commit.

    From here to the commit every other writer waits.
    """
    return append_all(session, [Entry(at, actor, command_id, kind, subject, payload)])[0]


def append_all(session: Session, entries: Iterable[Entry]) -> Sequence[Event]:
    """Append many events in the order given, like ``append``."""
    # What is still to be written goes first, so that the lock is taken as late as possible.
    session.flush()
    drafts = [_draft(entry) for entry in entries]
    if not drafts:
        return []
    seq, digest = session.connection().execute(_LOCK_HEAD).one()
    events = []
    for draft in drafts:
        seq += 1
        numbered = replace(draft, seq=seq)
        digest = chain_hash(digest, numbered)
        events.append(replace(numbered, hash=digest))
    head = {"head_seq": seq, "head_hash": digest}
    connection = session.connection()
    if len(events) == 1 and connection.dialect.name == "postgresql":
        # Every other writer waits meanwhile: one way to the server and back, not two.
        connection.execute(_APPEND_ONE, _fields(events[0]) | head)
    else:
        connection.execute(_APPEND, [_fields(event) for event in events])
        connection.execute(_MOVE_HEAD, head)
    return events


def _draft(entry: Entry) -> Event:
    if entry.at.tzinfo is None:
        raise ValueError("a time without a zone")
    return Event(
        seq=0,
        at=entry.at.astimezone(UTC),
        operator=entry.actor.operator,
        workstation=entry.actor.workstation,
        command_id=entry.command_id,
        kind=entry.kind,
        subject=entry.subject,
        # As it will be read back: the hash must hold for that form too.
        payload=json.loads(dump(entry.payload)),
        hash="",
    )


def _fields(event: Event) -> dict[str, object]:
    return {
        "seq": event.seq,
        "at": event.at,
        "operator": event.operator,
        "workstation": event.workstation,
        "command_id": event.command_id,
        "kind": event.kind.value,
        "subject_kind": event.subject.kind,
        "subject_id": event.subject.id,
        "payload": event.payload,
        "hash": event.hash,
    }
