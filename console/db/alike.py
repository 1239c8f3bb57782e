"""Read what a report is compared with: what is near, what came in lately, what one person told.

Each of the reads is bounded and has an index, so that the answer takes milliseconds however many
incidents there are.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import cos, radians
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from console.db.tables import IncidentRow
from console.db.tables_incidents import REPORTER_KNOWN
from console.db.values import place_of
from console.domain.clusters import PLACE_M, SPAN
from console.domain.duplicates import NEAR_M, WITHIN, Telling
from console.domain.errors import Refusal, Refused
from console.domain.incident import State
from console.domain.known import Known
from console.domain.place import LonLat
from console.domain.recurrence import HISTORY, Sameness, sameness

MOST = 1000
"""So many of each kind are looked at, the latest: a busy town has as many in three days."""

DEGREE_M = 111_195.0
"""Metres of a degree of latitude."""

_LONGEST = 500
"""So many characters of a description are compared."""

_COLUMNS = (
    IncidentRow.id,
    IncidentRow.version,
    IncidentRow.state,
    IncidentRow.category,
    IncidentRow.title,
    IncidentRow.description,
    IncidentRow.address,
    IncidentRow.lon,
    IncidentRow.lat,
    IncidentRow.reported_at,
    IncidentRow.merged_into,
    IncidentRow.reporter_phone,
    IncidentRow.part_of,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A report that is being typed, and who makes it."""

    telling: Telling
    phone: str = ""


def same_as_typed(session: Session, asked: Asked) -> Sameness:
    """What is known of a report that is not stored yet."""
    known = _known(session, asked.telling, asked.phone)
    return sameness(asked.telling, _person(asked.phone), known)


def same_as_incident(session: Session, incident: int) -> Sameness:
    """What is known of an incident; what it is merged with already is not told again.

    Raises:
        Refusal: UNKNOWN_INCIDENT if there is none.
    """
    row = session.execute(select(*_COLUMNS).where(IncidentRow.id == incident)).one_or_none()
    if row is None:
        raise Refusal(Refused.UNKNOWN_INCIDENT, incident=incident)
    one = _known_of(row)
    known = _known(session, one.telling, row.reporter_phone)
    root = next((other.root for other in known if other.number == incident), incident)
    return sameness(one.telling, one.person, known, root)


def _known(session: Session, telling: Telling, phone: str) -> list[Known]:
    rows: dict[int, Any] = {}
    for chosen in _choices(telling, phone):
        rows.update((row.id, row) for row in session.execute(chosen))
    into = {number: row.merged_into for number, row in rows.items()}
    _follow(session, rows, into)
    return [replace(_known_of(row), root=_root(number, into)) for number, row in rows.items()]


def _choices(telling: Telling, phone: str) -> Iterable[Select[*tuple[Any, ...]]]:
    """What may have to do with a report, in few reads that each have an index."""
    lately = IncidentRow.reported_at > telling.at - WITHIN
    if telling.place is None:
        yield _newest(lately)
    else:
        yield _newest(*_around(telling.place), IncidentRow.reported_at > telling.at - HISTORY)
        yield _newest(IncidentRow.lat.is_(None), IncidentRow.lon.is_(None), lately)
        # What was at the very place, however long before what is within some streets.
        yield _newest(
            *_around(telling.place, PLACE_M), IncidentRow.reported_at > telling.at - SPAN
        )
    if telling.category:
        # Of the same theme anywhere, and at the same address where no place is known.
        yield _newest(
            IncidentRow.category == telling.category, IncidentRow.reported_at > telling.at - SPAN
        )
    spellings = {text for text in (phone.strip(), _person(phone)) if text}
    if spellings:
        yield _newest(
            REPORTER_KNOWN,
            IncidentRow.reporter_phone.in_(sorted(spellings)),
            IncidentRow.reported_at > telling.at - SPAN,
        )


def _newest(*conditions: Any) -> Select[*tuple[Any, ...]]:
    return (
        select(*_COLUMNS)
        .where(*conditions)
        .order_by(IncidentRow.reported_at.desc(), IncidentRow.id.desc())
        .limit(MOST)
    )


def _around(
    place: LonLat, metres: float = NEAR_M
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    up = metres / DEGREE_M
    across = up / max(0.01, cos(radians(place.lat)))
    return (
        IncidentRow.lat.between(place.lat - up, place.lat + up),
        IncidentRow.lon.between(place.lon - across, place.lon + across),
    )


def _follow(session: Session, rows: dict[int, Any], into: dict[int, int | None]) -> None:
    """Read what was merged into, too: a part is shown as the whole that it belongs to."""
    while missing := {root for root in into.values() if root is not None and root not in into}:
        wanted = select(*_COLUMNS).where(IncidentRow.id.in_(sorted(missing)))
        for row in session.execute(wanted):
            rows[row.id], into[row.id] = row, row.merged_into
        for number in missing - into.keys():
            into[number] = None


def _root(number: int, into: dict[int, int | None]) -> int:
    seen = {number}
    while (following := into.get(number)) is not None and following not in seen:
        number = following
        seen.add(number)
    return number


def _known_of(row: Any) -> Known:
    telling = Telling(
        row.category,
        f"{row.title} {row.description[:_LONGEST]}",
        row.address,
        place_of(row.lon, row.lat),
        row.reported_at,
    )
    person = _person(row.reporter_phone)
    return Known(
        row.id, row.version, row.title, telling, State(row.state), row.id, person, row.part_of
    )


def _person(phone: str) -> str:
    """Who has a telephone number: its last eleven digits, so that +86 makes no difference."""
    return "".join(c for c in phone if c.isascii() and c.isdigit())[-11:]
