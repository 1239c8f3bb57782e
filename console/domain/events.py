"""Events: the audit trail, the feed and the timeline in one; each chained to the one before."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID

from typing_extensions import override

from console.domain.lifecycle import Deed

GENESIS = "0" * 64
"""The hash that the first event is chained to."""


Payload = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Subject:
    """What an event is about, such as ``incident:112``."""

    kind: str
    id: int

    @override
    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, as it stands in the log."""

    seq: int
    at: datetime
    operator: str
    workstation: str
    command_id: UUID
    kind: Deed
    subject: Subject
    payload: Payload
    hash: str


def chain_hash(before: str, event: Event) -> str:
    """SHA-256 in hex over the hash before and the event's own fields, as canonical JSON.

    The event's own ``hash`` does not enter, so a new event may carry an empty one.
    """
    fields = [
        event.seq,
        event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        event.operator,
        event.workstation,
        str(event.command_id),
        event.kind.value,
        str(event.subject),
        event.payload,
    ]
    text = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(f"{before}\n{text}".encode()).hexdigest()
