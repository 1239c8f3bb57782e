"""Read-only queries on major incidents and their parts."""

from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from console.db.log import COLUMNS, event_of
from console.db.tables import OPEN, EventRow, IncidentRow
from console.domain.change import LedPart
from console.domain.incident import State
from console.domain.major import Standing

if TYPE_CHECKING:
    from console.domain.events import Event

MOST = 200
"""So many parts of one major incident are read with it."""


def open_parts(session: Session, incident: int) -> list[IncidentRow]:
    """The parts of a major incident that are open, by number."""
    return list(
        session.scalars(
            select(IncidentRow)
            .where(IncidentRow.part_of == incident, OPEN)
            .order_by(IncidentRow.id)
        )
    )


def count_open_parts(session: Session, incident: int) -> int:
    """How many parts of a major incident are open."""
    chosen = select(func.count()).where(IncidentRow.part_of == incident, OPEN)
    return session.scalars(chosen.select_from(IncidentRow)).one()


def standing_of(row: IncidentRow, parts: int = 0) -> Standing:
    """How an incident stands towards major ones."""
    return Standing(row.id, State(row.state), row.major_from is not None, row.part_of, parts)


def led_parts(session: Session, incident: int) -> tuple[LedPart, ...]:
    """The parts of a major incident, open and ended, with what happened to each."""
    rows = session.execute(
        select(IncidentRow.id, IncidentRow.version, IncidentRow.title, IncidentRow.state)
        .where(IncidentRow.part_of == incident)
        .order_by(IncidentRow.id)
        .limit(MOST)
    ).all()
    if not rows:
        return ()
    events: dict[int, list[Event]] = {row.id: [] for row in rows}
    told = session.execute(
        select(*COLUMNS)
        .where(EventRow.subject_kind == "incident", EventRow.subject_id.in_(list(events)))
        .order_by(EventRow.seq)
    )
    for event in map(event_of, told):
        events[event.subject.id].append(event)
    return tuple(
        LedPart(row.id, row.version, row.title, State(row.state), tuple(events[row.id]))
        for row in rows
    )
