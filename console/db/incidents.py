"""Read incidents, few or all: a console with a hundred thousand open ones starts in a second.

So the columns are plain ones in place of mapped ones, times are converted here in place of by the
column type, the garbage collector rests meanwhile, and the values are made in a quicker way than
by their constructor: together two thirds of the time.
"""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields, make_dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

from sqlalchemy import BigInteger, ColumnElement, DateTime, Select, TextClause, select, type_coerce
from sqlalchemy.orm import Session

from console.db.tables import BOUND, AssignmentRow, IncidentRow
from console.db.types import Utc, from_microseconds
from console.domain.category import Priority
from console.domain.incident import Assigned, AssignmentState, Incident, Origin, State
from console.domain.place import LonLat

_STATES = {state.value: state for state in State}
_ASSIGNMENT_STATES = {state.value: state for state in AssignmentState}
_ORIGINS = {origin.value: origin for origin in Origin}
_PRIORITIES = {priority.value: priority for priority in Priority}

_TABLE = IncidentRow.__table__.c
_ASSIGNED = AssignmentRow.__table__.c
_COLUMNS: tuple[ColumnElement[Any], ...] = (
    _TABLE.id,
    _TABLE.version,
    _TABLE.state,
    _TABLE.priority,
    _TABLE.category,
    _TABLE.title,
    _TABLE.address,
    _TABLE.lon,
    _TABLE.lat,
    _TABLE.grid,
    _TABLE.origin,
    _TABLE.reported_at,
    _TABLE.stage_from,
    _TABLE.due_at,
    _TABLE.warn_at,
    _TABLE.merged_into,
    _TABLE.returns,
    _TABLE.extended_s,
    _TABLE.extensions,
    _TABLE.language,
    _TABLE.major_from,
    _TABLE.part_of,
)
"""What an Incident is made of, in the order of its fields; nothing of it is personal data."""

CHUNK = 2000
"""So many rows are fetched at once: all of them at once would stay in memory as free space."""

_Draft: Any = make_dataclass(
    "_Draft", [(field.name, field.type) for field in fields(Incident)], slots=True
)
"""An Incident's twin that is not frozen: same fields, same slots.

A frozen value's constructor sets each field through a guard, which takes three times as long as
setting it. So many are made as drafts first, and then declared to be what they are.
"""

Chosen: TypeAlias = Select[*tuple[Any, ...]]
"""A statement that selects incidents."""


def read_incidents(
    session: Session,
    choose: Callable[[Chosen], Chosen],
    assignments: ColumnElement[bool] | TextClause | None = None,
) -> tuple[Incident, ...]:
    """The incidents that ``choose`` narrows a selection of all of them down to.

    Args:
        session: Within whose snapshot to read.
        choose: Adds the conditions, the order and the limit.
        assignments: Which assignments are those of the incidents chosen; None means any.
    """
    on_it = select(
        _ASSIGNED.incident_id,
        _ASSIGNED.member_id,
        _ASSIGNED.state,
        _ASSIGNED.role,
        _ASSIGNED.is_primary,
    ).where(BOUND)
    if assignments is not None:
        on_it = on_it.where(assignments)
    connection = session.connection()
    assignees: dict[int, int] = {}
    people: dict[int, tuple[Assigned, ...]] = {}
    for number, who, standing, role, leads in connection.execute(on_it.order_by(_ASSIGNED.id)):
        one = Assigned(who, _ASSIGNMENT_STATES[standing], role, leads)
        people[number] = (*people.get(number, ()), one)
        if leads:
            assignees[number] = who
    local = connection.dialect.name == "sqlite"
    instant = from_microseconds if local else _in_utc
    bare = BigInteger() if local else DateTime(timezone=True)
    columns = [type_coerce(c, bare) if isinstance(c.type, Utc) else c for c in _COLUMNS]
    with _without_collector():
        # Looked up once and not a hundred thousand times.
        states, priorities, origins, member = _STATES, _PRIORITIES, _ORIGINS, assignees.get
        unextended = timedelta(0)
        others = people.get
        # Of a hundred thousand, all but a few share these texts with others.
        shared = sys.intern
        rows = connection.execute(choose(select(*columns)))
        drafts = [
            _Draft(
                number,
                version,
                states[state],
                priorities[priority],
                shared(category),
                title,
                address,
                None if lon is None else LonLat(lon, lat),
                None if grid is None else shared(grid),
                origins[origin],
                (reported := instant(reported_at)),
                reported if stage_from == reported_at else instant(stage_from),
                None if due_at is None else instant(due_at),
                None if warn_at is None else instant(warn_at),
                member(number),
                merged_into,
                returns,
                timedelta(seconds=extended_s) if extended_s else unextended,
                extensions,
                language,
                others(number, ()),
                major_from is not None,
                part_of,
            )
            for some in rows.partitions(CHUNK)
            for (
                number,
                version,
                state,
                priority,
                category,
                title,
                address,
                lon,
                lat,
                grid,
                origin,
                reported_at,
                stage_from,
                due_at,
                warn_at,
                merged_into,
                returns,
                extended_s,
                extensions,
                language,
                major_from,
                part_of,
            ) in some
        ]
        for draft in drafts:
            draft.__class__ = Incident
        return tuple(drafts)


def _in_utc(value: datetime) -> datetime:
    return value.astimezone(UTC)


@contextmanager
def _without_collector() -> Iterator[None]:
    # It would look through all the lasting objects again and again and find nothing.
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
