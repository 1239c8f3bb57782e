"""Events: the audit trail, the feed and the timeline in one; each chained to the one before."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID

from typing_extensions import override

from console.domain.lifecycle import Deed

GENESIS = "0" * 64
"""The hash that the first event is chained to."""

_SUBJECT = re.compile(r"([a-z_]+):(0|[1-9][0-9]*)")

Payload = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Subject:
    """What an event is about, such as ``incident:112``."""

    kind: str
    id: int

    @override
    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"

    @classmethod
    def parse(cls, text: str) -> "Subject":
        """Read a subject back from its text.

        Raises:
            ValueError: If the text is not ``kind:number``.
        """
        found = _SUBJECT.fullmatch(text)
        if found is None:
            raise ValueError(f"not a subject: {text!r}")
        return cls(found[1], int(found[2]))


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
