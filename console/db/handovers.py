"""Read-only queries on handovers: they live in the log alone."""

from collections import Counter
from datetime import datetime

from sqlalchemy import and_, func, not_, select
from sqlalchemy.orm import Session

from console.db.log import COLUMNS, event_of
from console.db.tables import OPEN, EventRow, IncidentRow
from console.domain.events import Event
from console.domain.handover import Handover, Part, most_pressing, part_of
from console.domain.incident import State
from console.domain.lifecycle import Deed

SHIFT = "shift"
"""The kind of subject that handovers are about."""


def last_handovers(session: Session, count: int) -> tuple[Handover, ...]:
    """The last handovers, the newest first, each with who has signed it."""
    rows = session.execute(
        select(*COLUMNS)
        .where(EventRow.subject_kind == SHIFT, EventRow.subject_id == 0)
        .order_by(EventRow.seq.desc())
        # Each has one signature at most.
        .limit(2 * count)
    )
    events = list(map(event_of, rows))
    signed = {one.payload.get("handover"): one for one in events if one.kind is Deed.TAKE_OVER}
    handed = [one for one in events if one.kind is Deed.HAND_OVER]
    return tuple(_handover(one, signed.get(one.seq)) for one in handed[:count])


def open_counts(session: Session, now: datetime) -> dict[Part, int]:
    """How many incidents are open in each part; a major one counts once with its parts."""
    late = IncidentRow.due_at < now
    alone = and_(IncidentRow.part_of.is_(None), IncidentRow.major_from.is_(None))
    rows = session.execute(
        select(IncidentRow.state, late, func.count())
        .where(OPEN, alone)
        .group_by(IncidentRow.state, late)
    )
    found: Counter[Part] = Counter()
    for state, over, count in rows:
        found[Part.OVERDUE if over else part_of(State(state), None, now)] += count
    led = session.execute(
        select(IncidentRow.id, IncidentRow.part_of, IncidentRow.state, IncidentRow.due_at).where(
            OPEN, not_(alone)
        )
    ).all()
    known = {row.id for row in led}
    together: dict[int, list[Part]] = {}
    for row in led:
        head = row.part_of if row.part_of in known else row.id
        together.setdefault(head, []).append(part_of(State(row.state), row.due_at, now))
    found.update(map(most_pressing, together.values()))
    return dict(found)


def _handover(event: Event, signature: Event | None) -> Handover:
    payload = event.payload
    counts = payload.get("counts")
    numbers = counts if isinstance(counts, dict) else {}
    return Handover(
        seq=event.seq,
        at=event.at,
        operator=event.operator,
        workstation=event.workstation,
        promised=str(payload.get("promised", "")),
        equipment=str(payload.get("equipment", "")),
        note=str(payload.get("note", "")),
        counts={part: int(numbers[part.value]) for part in Part if part.value in numbers},
        signed_by="" if signature is None else signature.operator,
        signed_at=None if signature is None else signature.at,
    )
