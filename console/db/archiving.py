"""Keep the archive true: a row when an incident ends, none any more when it is opened again."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Connection, Table, delete, insert, select, text
from sqlalchemy.orm import Session

from console.db.archive import block_marks, token
from console.db.chunks import chunks
from console.db.tables import AssignmentRow, IncidentRow
from console.db.tables_archive import ArchiveRow
from console.domain.archive import Archived, searched_text
from console.domain.archive_marks import case_marks
from console.domain.incident import State
from console.domain.place import LonLat
from console.domain.text import mask_name, one_line

_ARCHIVE = cast("Table", ArchiveRow.__table__)
_INDEX = text("INSERT INTO archive_marks (rowid, marks) VALUES (:rowid, :marks)")
_FORGET = text(
    "INSERT INTO archive_marks (archive_marks, rowid, marks) VALUES ('delete', :rowid, :marks)"
)


def archive_incident(session: Session, row: IncidentRow) -> None:
    """Put an incident that has just ended into the archive, within the same transaction."""
    # What the deed has changed of it so far may not be fit to be written yet.
    with session.no_autoflush:
        people = _people(session.connection(), [row.id])
    fields = (row.category, row.grid, row.lon, row.lat)
    texts = (row.title, row.address, row.description, row.reporter_name)
    case = _archived(row.id, row.stage_from, row.state, *fields, people.get(row.id, ()), *texts)
    store(session.connection(), [case])


def take_out(session: Session, incident: int) -> None:
    """Take an incident out of the archive that is about to be opened again."""
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        columns = [column for column in _ARCHIVE.c if column.name != "marks"]
        found = connection.execute(
            select(*columns).where(ArchiveRow.incident_id == incident)
        ).one_or_none()
        if found is not None:
            place = None if found.lon is None else LonLat(found.lon, found.lat)
            case = Archived(
                found.incident_id,
                found.ended_at,
                State(found.result),
                found.category,
                found.grid,
                place,
                tuple(map(int, found.people.split())),
                found.text,
            )
            connection.execute(_FORGET, _indexed(case))
    connection.execute(delete(_ARCHIVE).where(_ARCHIVE.c.incident_id == incident))


def archive_all(connection: Connection, incidents: Sequence[int]) -> None:
    """Put incidents into the archive that have ended already: imported ones."""
    for some in chunks(incidents):
        rows = connection.execute(
            select(
                IncidentRow.id,
                IncidentRow.stage_from,
                IncidentRow.state,
                IncidentRow.category,
                IncidentRow.grid,
                IncidentRow.lon,
                IncidentRow.lat,
                IncidentRow.title,
                IncidentRow.address,
                IncidentRow.description,
                IncidentRow.reporter_name,
            ).where(IncidentRow.id.in_(some))
        ).all()
        people = _people(connection, some)
        store(connection, [_archived(*row[:7], people.get(row.id, ()), *row[7:]) for row in rows])


def store(connection: Connection, cases: Sequence[Archived]) -> None:
    """Write rows of the archive with their marks."""
    if not cases:
        return
    if connection.dialect.name == "sqlite":
        connection.execute(insert(_ARCHIVE), [_fields(case) for case in cases])
        connection.execute(_INDEX, [_indexed(case) for case in cases])
    else:
        marked = [
            _fields(case) | {"marks": sorted({*case_marks(case), *block_marks(case.incident)})}
            for case in cases
        ]
        connection.execute(insert(_ARCHIVE), marked)


def _archived(
    incident: int,
    ended_at: datetime,
    result: str,
    category: str,
    grid: str | None,
    lon: float | None,
    lat: float | None,
    people: Iterable[int],
    title: str,
    address: str,
    description: str,
    reporter: str,
) -> Archived:
    return Archived(
        incident,
        ended_at,
        State(result),
        category,
        grid,
        None if lon is None or lat is None else LonLat(lon, lat),
        tuple(people),
        # Of the reporter's name only what everybody may see of it.
        searched_text(title, address, description, mask_name(one_line(reporter))),
    )


def _people(connection: Connection, incidents: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Who was sent to incidents; whoever was only reserved was sent nowhere."""
    rows = connection.execute(
        select(AssignmentRow.incident_id, AssignmentRow.member_id)
        .where(AssignmentRow.incident_id.in_(incidents), AssignmentRow.dispatched_at.is_not(None))
        .order_by(AssignmentRow.id)
    )
    found: dict[int, dict[int, None]] = {}
    for incident, member in rows:
        found.setdefault(incident, {})[member] = None
    return {incident: tuple(members) for incident, members in found.items()}


def _fields(case: Archived) -> dict[str, Any]:
    return {
        "incident_id": case.incident,
        "ended_at": case.ended_at,
        "result": case.result.value,
        "category": case.category,
        "grid": case.grid,
        "lon": None if case.place is None else case.place.lon,
        "lat": None if case.place is None else case.place.lat,
        "people": f" {' '.join(map(str, case.people))} ",
        "text": case.text,
    }


def _indexed(case: Archived) -> dict[str, Any]:
    return {"rowid": case.incident, "marks": " ".join(map(token, sorted(case_marks(case))))}
