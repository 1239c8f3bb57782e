"""Check a whole database: the chain of events, states, assignments and references.

A finding tells what is wrong and where; nothing is mended. The checks read in one snapshot and in
batches, so that a database of any size can be checked while consoles work on it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKeyConstraint, Select, and_, func, or_, select, text
from sqlalchemy.orm import Session

from console.db import (  # noqa: F401 - their tables are checked too
    tables_channels,
    tables_courses,
    tables_endings,
    tables_ladder,
    tables_languages,
    tables_mentions,
    tables_presence,
    tables_settings,
    tables_shifts,
    tables_teams,
)
from console.db.log import COLUMNS, event_of
from console.db.tables import (
    LIVE,
    LIVE_PRIMARY,
    AssignmentRow,
    Base,
    EventHeadRow,
    EventRow,
    IncidentRow,
    LifecycleMoveRow,
)
from console.db.tables_archive import ArchiveRow
from console.domain.events import GENESIS, Event, chain_hash
from console.domain.incident import ENDED, RUNNING, TO_DISPATCH, AssignmentState, State
from console.domain.lifecycle import BACKWARD, HAND_OVERS, MOVES, SEPARATIONS, Deed

MAY_RESERVE = frozenset({State.REPORTED, *TO_DISPATCH, *RUNNING})
"""The states in which somebody may be reserved for an incident; else they were let go."""

BATCH = 5000
"""How many events are held in memory at a time."""


class Defect(StrEnum):
    """What can be wrong."""

    UNREADABLE_EVENT = "unreadable_event"  # seq
    EDITED_EVENT = "edited_event"  # seq
    MISSING_EVENTS = "missing_events"  # after, before
    WRONG_HEAD = "wrong_head"  # head, last
    ILLEGAL_MOVE = "illegal_move"  # seq, incident, from, to
    WRONG_STATE = "wrong_state"  # incident, state, logged
    NO_HISTORY = "no_history"  # incident, state
    NO_INCIDENT = "no_incident"  # incident, logged
    NOBODY_ON_IT = "nobody_on_it"  # incident, state
    SOMEBODY_ON_IT = "somebody_on_it"  # incident, state
    WRONG_ASSIGNMENT = "wrong_assignment"  # incident, state, assignment
    TWO_ON_IT = "two_on_it"  # incident, count
    BROKEN_REFERENCE = "broken_reference"  # table, column, value
    WRONG_MOVES = "wrong_moves"  # source, target
    NOT_ARCHIVED = "not_archived"  # incident, state
    WRONGLY_ARCHIVED = "wrongly_archived"  # incident, state


@dataclass(frozen=True, slots=True)
class Finding:
    """One defect and where it is."""

    defect: Defect
    details: dict[str, str | int] = field(default_factory=dict)


def check(session: Session) -> list[Finding]:
    """Everything that is wrong in a database; an empty list if nothing is."""
    history = _History()
    return [
        *_chain(session, history),
        *_states(session, history),
        *_assignments(session),
        *_references(session),
        *_moves(session),
        *_archive(session),
    ]


class _History:
    """The state of each incident as the log tells it."""

    def __init__(self) -> None:
        self.states: dict[int, str] = {}
        self._allowed = _pairs()

    def follow(self, event: Event) -> Iterator[Finding]:
        """Take in one event; an impossible move is a finding."""
        target = event.payload.get("to")
        if event.subject.kind != "incident" or not isinstance(target, str):
            return
        incident = event.subject.id
        source = self.states.get(incident)
        self.states[incident] = target
        begins = source is None and event.kind in (Deed.REPORT, Deed.JOIN)
        stays = source == target
        if not (begins or stays or (source, target) in self._allowed):
            yield Finding(
                Defect.ILLEGAL_MOVE,
                {"seq": event.seq, "incident": incident, "from": source or "", "to": target},
            )


def _chain(session: Session, history: _History) -> Iterator[Finding]:
    last, digest = 0, GENESIS
    for seq, found, event in _events(session):
        if seq != last + 1:
            yield Finding(Defect.MISSING_EVENTS, {"after": last, "before": seq})
        if event is None:
            yield Finding(Defect.UNREADABLE_EVENT, {"seq": seq})
        else:
            # After a gap the hash before is not known, so this one cannot be judged.
            if seq == last + 1 and chain_hash(digest, event) != found:
                yield Finding(Defect.EDITED_EVENT, {"seq": seq})
            yield from history.follow(event)
        last, digest = seq, found
    head = session.execute(select(EventHeadRow.seq, EventHeadRow.hash)).one_or_none()
    if head is None or (head.seq, head.hash) != (last, digest):
        yield Finding(Defect.WRONG_HEAD, {"head": 0 if head is None else head.seq, "last": last})


def _events(session: Session) -> Iterator[tuple[int, str, Event | None]]:
    """All events in order: number, stored hash, and the event if it can be read."""
    after = 0
    while True:
        stored = session.execute(
            select(EventRow.seq, EventRow.hash)
            .where(EventRow.seq > after)
            .order_by(EventRow.seq)
            .limit(BATCH)
        ).all()
        if not stored:
            return
        events = _readable(session, [seq for seq, _ in stored])
        yield from ((seq, digest, events.get(seq)) for seq, digest in stored)
        after = stored[-1][0]


def _readable(session: Session, numbers: Sequence[int]) -> dict[int, Event]:
    """Those of a range of events that can be read; a damaged one is searched for by halves."""
    among = EventRow.seq.between(numbers[0], numbers[-1])
    try:
        rows = session.execute(select(*COLUMNS).where(among)).all()
        events = map(event_of, rows)
        return {event.seq: event for event in events if isinstance(event.payload, dict)}
    except (ValueError, TypeError, AttributeError, OverflowError, OSError):
        if len(numbers) == 1:
            return {}
    half = len(numbers) // 2
    return {**_readable(session, numbers[:half]), **_readable(session, numbers[half:])}


def _states(session: Session, history: _History) -> Iterator[Finding]:
    logged = dict(history.states)
    rows = session.execute(select(IncidentRow.id, IncidentRow.state).order_by(IncidentRow.id))
    for incident, state in rows:
        known = logged.pop(incident, None)
        if known is None:
            yield Finding(Defect.NO_HISTORY, {"incident": incident, "state": state})
        elif known != state:
            yield Finding(
                Defect.WRONG_STATE, {"incident": incident, "state": state, "logged": known}
            )
    for incident, known in logged.items():
        yield Finding(Defect.NO_INCIDENT, {"incident": incident, "logged": known})


def _assignments(session: Session) -> Iterator[Finding]:
    live = (
        select(
            AssignmentRow.incident_id,
            func.count().label("count"),
            func.min(AssignmentRow.state).label("state"),
        )
        .where(LIVE_PRIMARY)
        .group_by(AssignmentRow.incident_id)
        .subquery()
    )
    running = IncidentRow.state.in_([state.value for state in RUNNING])
    rows = session.execute(
        select(IncidentRow.id, IncidentRow.state, live.c.count, live.c.state)
        .outerjoin(live, live.c.incident_id == IncidentRow.id)
        .where(or_(running, live.c.count.is_not(None)))
        .order_by(IncidentRow.id)
    )
    for incident, state, count, assigned in rows:
        yield from _assignment(incident, state, count, assigned)
    left = (
        select(IncidentRow.id, IncidentRow.state)
        .join(AssignmentRow, AssignmentRow.incident_id == IncidentRow.id)
        .where(
            or_(
                and_(text(f"assignment.{LIVE.text}"), ~AssignmentRow.is_primary, ~running),
                and_(
                    AssignmentRow.state == AssignmentState.RESERVED.value,
                    IncidentRow.state.not_in([state.value for state in MAY_RESERVE]),
                ),
            )
        )
        .distinct()
        .order_by(IncidentRow.id)
    )
    for incident, state in session.execute(left):
        yield Finding(Defect.SOMEBODY_ON_IT, {"incident": incident, "state": state})


def _assignment(
    incident: int, state: str, count: int | None, assigned: str | None
) -> Iterator[Finding]:
    if count is None or assigned is None:
        yield Finding(Defect.NOBODY_ON_IT, {"incident": incident, "state": state})
    elif count > 1:
        yield Finding(Defect.TWO_ON_IT, {"incident": incident, "count": count})
    elif state not in RUNNING:
        yield Finding(Defect.SOMEBODY_ON_IT, {"incident": incident, "state": state})
    elif state != assigned:
        yield Finding(
            Defect.WRONG_ASSIGNMENT,
            {"incident": incident, "state": state, "assignment": assigned},
        )


def _references(session: Session) -> Iterator[Finding]:
    for table in Base.metadata.sorted_tables:
        for constraint in sorted(table.foreign_key_constraints, key=lambda c: str(c.name)):
            for row in session.execute(_dangling(constraint)):
                yield Finding(
                    Defect.BROKEN_REFERENCE,
                    {"table": table.name, "column": constraint.column_keys[0], "value": row[0]},
                )


def _dangling(constraint: ForeignKeyConstraint) -> Select[Any]:
    [element] = constraint.elements
    column = element.parent
    target = element.column.table.alias()
    return (
        select(column)
        .outerjoin(target, target.c[element.column.key] == column)
        .where(and_(column.is_not(None), target.c[element.column.key].is_(None)))
        .distinct()
        .order_by(column)
    )


def _pairs() -> set[tuple[str, str]]:
    made = {(move.source.value, move.target.value) for move in MOVES}
    return made | {
        (source.value, target.value) for source, target in HAND_OVERS | SEPARATIONS | BACKWARD
    }


def _moves(session: Session) -> Iterator[Finding]:
    rows = session.execute(select(LifecycleMoveRow.source, LifecycleMoveRow.target))
    found = set(rows)
    expected = _pairs()
    for source, target in sorted(found ^ expected):
        yield Finding(Defect.WRONG_MOVES, {"source": source, "target": target})


def _archive(session: Session) -> Iterator[Finding]:
    """In the archive is what has ended, as it ended, and nothing else."""
    ended = IncidentRow.state.in_([state.value for state in ENDED])
    archived = ArchiveRow.incident_id
    missing = (
        select(IncidentRow.id, IncidentRow.state)
        .outerjoin(ArchiveRow, archived == IncidentRow.id)
        .where(ended, archived.is_(None))
    )
    wrong = select(IncidentRow.id, IncidentRow.state).join(
        ArchiveRow, and_(archived == IncidentRow.id, ArchiveRow.result != IncidentRow.state)
    )
    for defect, rows in ((Defect.NOT_ARCHIVED, missing), (Defect.WRONGLY_ARCHIVED, wrong)):
        for incident, state in session.execute(rows.order_by(IncidentRow.id)):
            yield Finding(defect, {"incident": incident, "state": state})
