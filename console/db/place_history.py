"""Read what was reported at a place before: two bounded reads, each with an index."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from math import cos, radians
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from console.db.alike import DEGREE_M
from console.db.tables import IncidentRow
from console.db.tables_incidents import PREMISES_KNOWN
from console.db.values import place_of
from console.domain.errors import Refusal, Refused
from console.domain.incident import State
from console.domain.place import LonLat
from console.domain.premises import NEAR_M, YEAR, Before, PlaceHistory, history

MOST = 500
"""So many of each kind are looked at, the latest: nobody reads more of one place."""

_NOT_THERE = (State.REJECTED.value, State.MERGED.value)
"""What was not so, or is counted with what it was merged into."""

_COLUMNS = (
    IncidentRow.id,
    IncidentRow.title,
    IncidentRow.category,
    IncidentRow.state,
    IncidentRow.reported_at,
    IncidentRow.lon,
    IncidentRow.lat,
    IncidentRow.premises,
)


def place_history(session: Session, incident: int) -> PlaceHistory:
    """What was reported within a year before an incident, at its place or its address.

    Raises:
        Refusal: UNKNOWN_INCIDENT if there is none.
    """
    own = session.execute(select(*_COLUMNS).where(IncidentRow.id == incident)).one_or_none()
    if own is None:
        raise Refusal(Refused.UNKNOWN_INCIDENT, incident=incident)
    place = place_of(own.lon, own.lat)
    rows: dict[int, Any] = {}
    full = False
    for chosen in choices(own.reported_at, place, own.premises, but=incident):
        found = session.execute(chosen).all()
        full = full or len(found) == MOST
        rows.update((row.id, row) for row in found)
    told = history(own.reported_at, place, own.premises, (_read(row) for row in rows.values()))
    return replace(told, more=full)


def choices(
    at: datetime, place: LonLat | None, premises: str, *, but: int
) -> Iterator[Select[*tuple[Any, ...]]]:
    """The reads for a place and for an address, as far as they are known."""
    if place is not None:
        up = NEAR_M / DEGREE_M
        across = up / max(0.01, cos(radians(place.lat)))
        # In a form that the index of the times does not serve: it would lead to a whole year.
        reported = func.coalesce(IncidentRow.reported_at, IncidentRow.reported_at)
        yield _latest(reported, at, but).where(
            IncidentRow.lat.between(place.lat - up, place.lat + up),
            IncidentRow.lon.between(place.lon - across, place.lon + across),
        )
    if premises:
        yield _latest(IncidentRow.reported_at, at, but).where(
            PREMISES_KNOWN, IncidentRow.premises == premises
        )


def _latest(reported: Any, at: datetime, but: int) -> Select[*tuple[Any, ...]]:
    return (
        select(*_COLUMNS)
        .where(
            reported.between(at - YEAR, at),
            IncidentRow.id != but,
            IncidentRow.state.not_in(_NOT_THERE),
        )
        .order_by(reported.desc())
        .limit(MOST)
    )


def _read(row: Any) -> tuple[Before, LonLat | None, str]:
    one = Before(
        row.id,
        row.title,
        row.category,
        State(row.state),
        row.reported_at,
        None,
        same_address=False,
    )
    return one, place_of(row.lon, row.lat), row.premises
