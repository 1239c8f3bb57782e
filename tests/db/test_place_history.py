"""What was at a place before: read through indexes, on both databases, and kept up to date."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, insert, select, text

from console.db.engine import Database
from console.db.place_history import MOST, place_history
from console.db.tables import IncidentRow
from console.domain.errors import Refusal, Refused
from console.domain.incident import State
from tests.db import rows

DAY = timedelta(days=1)


def test_the_place_and_the_door_are_found_open_and_closed(database: Database) -> None:
    with database.write() as session:
        rows.center(session)
        closed: dict[str, Any] = {
            "state": "closed",
            "origin": "import",
            "due_at": None,
            "warn_at": None,
        }
        ago = rows.NOW - 40 * DAY
        near = rows.incident(session, lon=113.6801, lat=22.92, reported_at=ago, **closed)
        door = rows.incident(session, address="文宗路８号", reported_at=rows.NOW - DAY)
        rows.incident(session, lon=113.69, lat=22.92, address="文宗路9号")
        untrue = rows.incident(session, address="文宗路8号", reported_at=ago)
        rows.move(session, untrue, State.REJECTED)
        own = rows.incident(session, address="文宗路 8 号", lon=113.68, lat=22.92)
    with database.read() as session:
        known = place_history(session, own)
        assert [one.number for one in known.before] == [door, near]
        assert (known.month, known.year, known.more) == (1, 2, False)
        with pytest.raises(Refusal) as refused:
            place_history(session, 4711)
    assert refused.value.code is Refused.UNKNOWN_INCIDENT


def test_both_reads_go_through_an_index_among_many(database: Database) -> None:
    read: list[tuple[str, Any]] = []

    def note(_c: Any, _cursor: Any, sql: str, given: Any, *_more: Any) -> None:
        read.append((sql, given))

    with database.write() as session:
        rows.center(session)
        for number in range(MOST + 100):
            house = f"文宗路{number % 20}号"
            lat = 22 + number / 1000
            rows.incident(session, log_it=False, address=house, lon=113.68, lat=lat)
        session.execute(text("ANALYZE"))
    with database.read() as session:
        connection = session.connection()
        if database.is_shared:  # So few rows are read faster without any index.
            session.execute(text("SET LOCAL enable_seqscan = off"))
        event.listen(connection, "before_cursor_execute", note)
        known = place_history(session, 1)
        event.remove(connection, "before_cursor_execute", note)
        assert (known.year, known.more) == (29, False)
        plans = []
        explain = "EXPLAIN " if database.is_shared else "EXPLAIN QUERY PLAN "
        for sql, given in read[1:]:
            plan = connection.exec_driver_sql(explain + sql, given)
            plans.append(" ".join(str(tuple(row)) for row in plan))
        assert "ix_incident_place" in plans[0]
        assert "ix_incident_premises" in plans[1]


def test_of_a_place_with_very_many_it_is_said_that_there_are_more(database: Database) -> None:
    with database.write() as session:
        rows.center(session)
        first = rows.incident(session, log_it=False, address="文宗路8号")
        copied = [c for c in IncidentRow.__table__.columns if c.key != "id"]
        [row] = session.execute(select(*copied).where(IncidentRow.id == first)).mappings()
        session.execute(insert(IncidentRow), [dict(row)] * MOST)
    with database.read() as session:
        known = place_history(session, first)
    assert (known.year, known.more) == (MOST, True)


def test_whoever_corrects_the_address_corrects_its_key(database: Database) -> None:
    with database.write() as session:
        rows.center(session)
        number = rows.incident(session, address="文宗路 8 号")
        row = session.get_one(IncidentRow, number)
        assert row.premises == "文宗路8号"
        row.address = "文宗路 9 号"
    with database.read() as session:
        assert session.get_one(IncidentRow, number).premises == "文宗路9号"
