"""A database of each earlier revision, with people at work in it, becomes a sound current one."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import MetaData, Table, insert, text
from sqlalchemy.orm import Session

from console.db import log, migrate, queries
from console.db.check import check
from console.db.engine import Database
from console.db.tables import IncidentRow
from console.domain.events import Subject
from console.domain.incident import Assigned, AssignmentState, State
from console.domain.lifecycle import Deed
from console.domain.people import Badge, BadgeLevel, Unit
from console.domain.place import LonLat
from tests.db.rows import ACTOR, BASE, COMMUNITY, NOW

HOUSE = "文宗路 8 号"
DOOR = "文宗路8号"
"""The key of that house, where the table has a column for it."""

ROWS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("center", {"id": 1, "code": COMMUNITY, "name": "宝屯社区", "zone": "Asia/Shanghai"}),
    ("skill", {"code": "fire", "monogram": "消", "name": "消防员", "color": "#a00"}),
    ("category", {"code": "fire", "name": "火情", "skill": "fire", "priority": 1}),
    ("grid", {"code": COMMUNITY, "name": "宝屯"}),
    ("grid", {"code": BASE, "parent": COMMUNITY, "name": "三网格"}),
    ("member", {"id": 1, "number": "B1", "name": "李四", "grid": BASE, "duty": "en_route"}),
    ("member", {"id": 2, "number": "B2", "name": "王五", "grid": BASE, "duty": "off"}),
    ("badge", {"member_id": 1, "skill": "fire", "level": "held"}),
    (
        "incident",
        {"id": 1, "state": "reported", "title": "起火", "address": HOUSE, "premises": DOOR},
    ),
    ("assignment", {"id": 3, "member_id": 2, "state": "withdrawn", "ended_at": NOW}),
    ("assignment", {"id": 5, "member_id": 1, "state": "en_route", "set_out_at": NOW}),
)
ROAD = (
    (Deed.REPORT, State.REPORTED),
    (Deed.VERIFY, State.VERIFIED),
    (Deed.DISPATCH, State.DISPATCHED),
    (Deed.ACKNOWLEDGE, State.ACKNOWLEDGED),
    (Deed.SET_OUT, State.EN_ROUTE),
)
"""How the incident came where it stands."""

ELSE: dict[str, Any] = {
    "version": 3,
    "lon": 113.6,
    "lat": 22.9,
    "incident_id": 1,
    "is_primary": True,
    "grid": BASE,
    "category": "fire",
    "priority": 1,
    "origin": "phone",
    "dispatched_at": NOW,
    "reported_at": NOW,
    "round_from": NOW,
    "stage_from": NOW,
    "demonstration": False,
}
"""What stands in columns that the rows say nothing of."""


@pytest.fixture
def empty(url: str) -> Iterator[Database]:
    database = Database.open(url)
    yield database
    database.close()


def fill(session: Session) -> None:
    """Put the rows into the tables as they were then."""
    known = MetaData()
    known.reflect(session.connection())
    for name, told in ROWS:
        table = known.tables[name]
        given = {c.name: told.get(c.name, ELSE.get(c.name)) for c in table.columns}
        chosen = {name: value for name, value in given.items() if value is not None}
        session.execute(insert(table).values(**_rest(table, chosen)))


def _rest(table: Table, chosen: dict[str, Any]) -> dict[str, Any]:
    for column in table.columns:
        if column.name not in chosen and not column.nullable and column.server_default is None:
            kind = column.type.python_type
            chosen[column.name] = 1 if kind is int else [] if kind in (dict, list) else ""
    return {
        # SQLite keeps instants as microseconds, and reflects them so.
        name: int(value.timestamp()) * 1_000_000
        if value is NOW and table.columns[name].type.python_type is int
        else value
        for name, value in chosen.items()
    }


@pytest.mark.parametrize("begun", migrate.KNOWN[:-1])
def test_from_each_revision(empty: Database, begun: str) -> None:
    migrate.upgrade(empty, begun)
    with empty.write() as session:
        fill(session)
        for deed, to in ROAD:
            session.execute(text("UPDATE incident SET state = :to WHERE id = 1"), {"to": to.value})
            _tell(session, deed, to)
    migrate.upgrade(empty)
    migrate.require_current(empty)
    with empty.read() as session:
        assert check(session) == []
        found = queries.snapshot(session)
        [incident] = found.incidents
        assert (incident.version, incident.state, incident.assignee) == (3, State.EN_ROUTE, 1)
        assert incident.people == (Assigned(1, AssignmentState.EN_ROUTE, "", leads=True),)
        assert (incident.place, incident.language, incident.returns) == (
            LonLat(113.6, 22.9),
            "",
            0,
        )
        first, second = found.members
        assert (first.number, first.version, first.grid, first.unit) == ("B1", 3, BASE, Unit.OWN)
        assert (first.place, first.load, second.load) == (LonLat(113.6, 22.9), 1, 0)
        assert first.badges == (Badge("fire", BadgeLevel.HELD),)
        assert [event.kind for event in found.events][-1] is Deed.SET_OUT
        states = [one.state.value for one in queries.case(session, 1).assignments]
        assert states == ["withdrawn", "en_route"]
        assert session.get_one(IncidentRow, 1).premises == DOOR
        assert found.catalogue.teams
        assert found.catalogue.ladder
    with empty.write() as session:
        # They go on from there.
        session.execute(text("UPDATE assignment SET state = 'on_scene' WHERE id = 5"))
        session.execute(text("UPDATE incident SET state = 'on_scene' WHERE id = 1"))


def _tell(session: Session, kind: Deed, to: State) -> None:
    log.append(
        session,
        at=NOW,
        actor=ACTOR,
        command_id=uuid4(),
        kind=kind,
        subject=Subject("incident", 1),
        payload={"to": to.value},
    )
