"""Read incidents, few or all: a console with a hundred thousand open ones starts in a second.

So the columns are plain ones in place of mapped ones, times are converted here in place of by the
column type, everything is put together a column at a time, the garbage collector rests meanwhile,
and the values are made in a quicker way than by their constructor: together most of the time that
is not the database's.
"""

import gc
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, make_dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import repeat
from typing import Any, TypeAlias

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    DateTime,
    Select,
    bindparam,
    select,
    text,
    type_coerce,
)
from sqlalchemy.orm import Session

from console.db.tables import BOUND, AssignmentRow, IncidentRow
from console.db.types import Utc
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

_ON_IT: tuple[ColumnElement[Any], ...] = (
    _ASSIGNED.member_id,
    _ASSIGNED.state,
    _ASSIGNED.role,
    _ASSIGNED.is_primary,
)
"""What is read of who is on an incident, or reserved for it."""

_Draft: Any = make_dataclass(
    "_Draft", [(field.name, field.type) for field in fields(Incident)], slots=True
)
"""An Incident's twin that is not frozen: same fields, same slots.

A frozen value's constructor sets each field through a guard, which takes three times as long as
setting it. So many are made as drafts first, and then declared to be what they are.
"""

_Place: Any = make_dataclass("_Place", [("lon", float), ("lat", float)], slots=True)
"""A LonLat's twin that is not frozen and asks nothing: it was a place when it was stored."""

AT_ONCE = 200
"""So many rows are put together at once: what was just read is still near the processor.

All of them at once would also stay in memory as free space.
"""

Instants = Callable[[Sequence[Any]], list[datetime | None]]
"""Makes instants of what the database gave for them."""

Chosen: TypeAlias = Select[*tuple[Any, ...]]
"""A statement that selects incidents."""


def read_incidents(
    session: Session,
    choose: Callable[[Chosen], Chosen],
) -> tuple[Incident, ...]:
    """The incidents that ``choose`` narrows a selection of all of them down to.

    Args:
        session: Within whose snapshot to read.
        choose: Adds the conditions, the order and the limit.
    """
    on_it = select(_ASSIGNED.incident_id, *_ON_IT).where(BOUND)
    connection = session.connection()
    hands = _Hands()
    for number, *one in connection.execute(on_it.order_by(_ASSIGNED.id)):
        hands.add(number, *one)
    local = connection.dialect.name == "sqlite"
    with _without_collector():
        found: list[Incident] = []
        for rows in connection.execute(choose(select(*_bare(local=local)))).partitions(AT_ONCE):
            found += _incidents(rows, hands, local=local)
        return tuple(found)


def read_some(session: Session, ids: Sequence[int]) -> tuple[Incident, ...]:
    """The incidents with these numbers, in their order; unknown ones are left out.

    In one statement, which is put together once: each deed waits for it.
    """
    connection = session.connection()
    local = connection.dialect.name == "sqlite"
    hands, rows = _Hands(), {}
    width = len(_COLUMNS)
    for row in connection.execute(_some(local=local), {"ids": ids}):
        rows[row[0]] = row[:width]
        if row[width] is not None:
            hands.add(row[0], *row[width:])
    return tuple(_incidents(list(rows.values()), hands, local=local))


@dataclass
class _Hands:
    """Who leads on which incident, and who is on it or reserved for it."""

    leads: dict[int, int] = field(default_factory=dict)
    people: dict[int, tuple[Assigned, ...]] = field(default_factory=dict)

    def add(self, incident: int, who: int, standing: str, role: str, leads: bool) -> None:
        one = Assigned(who, _ASSIGNMENT_STATES[standing], role, leads)
        self.people[incident] = (*self.people.get(incident, ()), one)
        if leads:
            self.leads[incident] = who


@cache
def _bare(*, local: bool) -> list[ColumnElement[Any]]:
    """The columns, with times as the database has them."""
    bare = BigInteger() if local else DateTime(timezone=True)
    return [type_coerce(c, bare) if isinstance(c.type, Utc) else c for c in _COLUMNS]


@cache
def _some(*, local: bool) -> Select[*tuple[Any, ...]]:
    ids: BindParameter[Any] = bindparam("ids", expanding=True)
    # The words of the partial index, of a table of which there are two with a state.
    bound = text(f"{_ASSIGNED.state.table.name}.{BOUND.text}")
    return (
        select(*_bare(local=local), *_ON_IT)
        .outerjoin(AssignmentRow, (_ASSIGNED.incident_id == _TABLE.id) & bound)
        .where(_TABLE.id.in_(ids))
        .order_by(_TABLE.id, _ASSIGNED.id)
    )


def _incidents(rows: Sequence[Sequence[Any]], hands: _Hands, *, local: bool) -> list[Any]:
    drafts = list(
        _drafts(rows, hands.leads, hands.people, _from_local if local else _in_utc) if rows else ()
    )
    for draft in drafts:
        draft.__class__ = Incident
    return drafts


def _drafts(
    rows: Sequence[Sequence[Any]],
    assignees: Mapping[int, int],
    people: Mapping[int, tuple[Assigned, ...]],
    instants: Instants,
) -> Iterable[Any]:
    """Drafts of all incidents, put together a column at a time: no step is Python's own."""
    columns: Iterator[Any] = zip(*rows, strict=True)
    numbers, versions, states, priorities, categories, titles, addresses, *more = columns
    lons, lats, grids, origins, reported, stages, due, warn, *rest = more
    merged, returns, extended, extensions, languages, majors, parts = rest
    reported_at = instants(reported)
    return map(
        _Draft,
        numbers,
        versions,
        map(_STATES.__getitem__, states),
        map(_PRIORITIES.__getitem__, priorities),
        # Of a hundred thousand, all but a few share these texts with others.
        map(sys.intern, categories),
        titles,
        # A community has some thousand addresses, however much is reported.
        map(sys.intern, addresses),
        _places(lons, lats),
        [None if grid is None else sys.intern(grid) for grid in grids],
        map(_ORIGINS.__getitem__, origins),
        reported_at,
        _stages(stages, reported, reported_at, instants),
        instants(due),
        instants(warn),
        map(assignees.get, numbers),
        merged,
        returns,
        _spans(extended),
        extensions,
        languages,
        map(people.get, numbers, repeat(())),
        [since is not None for since in majors],
        parts,
    )


def _stages(
    stages: Sequence[Any],
    reported: Sequence[Any],
    reported_at: Sequence[datetime | None],
    instants: Instants,
) -> list[datetime | None]:
    """When the stages began: many are the first one, which began with the report."""
    pairs = list(zip(stages, reported, strict=True))
    others = iter(instants([stage for stage, report in pairs if stage != report]))
    return [
        at if stage == report else next(others)
        for (stage, report), at in zip(pairs, reported_at, strict=True)
    ]


def _places(lons: Sequence[float | None], lats: Sequence[float | None]) -> list[Any]:
    places = [
        None if lon is None else _Place(lon, lat) for lon, lat in zip(lons, lats, strict=True)
    ]
    for place in places:
        if place is not None:
            place.__class__ = LonLat
    return places


def _spans(seconds: Sequence[int]) -> list[timedelta]:
    none = timedelta(0)
    return [timedelta(seconds=span) if span else none for span in seconds]


def _from_local(values: Sequence[int | None]) -> list[datetime | None]:
    # As `from_microseconds`, without a call for each.
    instant = datetime.fromtimestamp
    return [None if value is None else instant(value / 1_000_000, UTC) for value in values]


def _in_utc(values: Sequence[datetime | None]) -> list[datetime | None]:
    return [None if value is None else value.astimezone(UTC) for value in values]


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
