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
from dataclasses import fields, make_dataclass
from datetime import UTC, datetime, timedelta
from itertools import repeat
from typing import Any, TypeAlias

from sqlalchemy import BigInteger, ColumnElement, DateTime, Select, TextClause, select, type_coerce
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
    bare = BigInteger() if local else DateTime(timezone=True)
    columns = [type_coerce(c, bare) if isinstance(c.type, Utc) else c for c in _COLUMNS]
    with _without_collector():
        instants = _from_local if local else _in_utc
        found: list[Any] = []
        for rows in connection.execute(choose(select(*columns))).partitions(AT_ONCE):
            drafts = list(_drafts(rows, assignees, people, instants))
            for draft in drafts:
                draft.__class__ = Incident
            found += drafts
        return tuple(found)


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
