"""The log: chained, without gaps, kept by the database itself."""

from datetime import timedelta, timezone
from uuid import uuid4

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from console.db import log
from console.db.engine import Database
from console.db.tables import EventHeadRow, SkillRow
from console.domain.events import GENESIS, Subject, chain_hash
from console.domain.lifecycle import Deed
from tests.db import rows


def test_events_are_numbered_from_one_and_chained(database: Database) -> None:
    with database.write() as session:
        first = rows.event(session, 1)
    with database.write() as session:
        second = rows.event(session, 2, Deed.VERIFY, {"to": "verified"})
    assert (first.seq, second.seq) == (1, 2)
    assert first.hash == chain_hash(GENESIS, first)
    assert second.hash == chain_hash(first.hash, second)
    with database.read() as session:
        head = session.scalars(select(EventHeadRow)).one()
        assert (head.seq, head.hash) == (2, second.hash)


def test_an_event_reads_back_as_it_was_and_its_hash_still_holds(database: Database) -> None:
    payload = {
        "note": "文宗路 \U0001f525 \u202e\n<b>",
        "member": 7,
        "share": 0.1,
        "nothing": None,
        "nested": {"b": [1, 2], "a": True},
    }
    with database.write() as session:
        written = rows.event(session, 2**40, Deed.COMMENT, payload)
    with database.read() as session:
        read = log.find(session, written.command_id)
    assert read == written
    assert read is not None
    assert read.payload == payload
    assert read.at == rows.NOW
    assert read.subject == Subject("incident", 2**40)
    assert chain_hash(GENESIS, read) == read.hash


def test_what_json_cannot_tell_apart_is_stored_and_hashed_in_its_json_form(
    database: Database,
) -> None:
    with database.write() as session:
        written = rows.event(session, 1, payload={"pair": (1, 2), "by_number": {1: "x"}})
    assert written.payload == {"pair": [1, 2], "by_number": {"1": "x"}}
    with database.read() as session:
        assert log.find(session, written.command_id) == written


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_number_that_json_does_not_know_is_refused(database: Database, value: float) -> None:
    with pytest.raises(ValueError, match="JSON"), database.write() as session:
        rows.event(session, 1, payload={"share": value})


def test_an_unknown_command_has_left_nothing(database: Database) -> None:
    with database.read() as session:
        assert log.find(session, uuid4()) is None


def test_a_command_leaves_one_event(database: Database) -> None:
    command = uuid4()
    with database.write() as session:
        rows.event(session, 1, command_id=command)
    with pytest.raises(IntegrityError), database.write() as session:
        rows.event(session, 2, command_id=command)
    with database.write() as session:
        assert rows.event(session, 3).seq == 2, "a failed append must leave no gap"


def test_many_events_are_appended_in_their_order(database: Database) -> None:
    zone = timezone(timedelta(hours=8))
    with database.write() as session:
        entries = [
            log.Entry(
                rows.NOW.astimezone(zone),
                rows.ACTOR,
                uuid4(),
                Deed.COMMENT,
                Subject("incident", n),
                {},
            )
            for n in range(2500)
        ]
        events = log.append_all(session, entries)
    assert [event.seq for event in events] == list(range(1, 2501))
    assert [event.subject.id for event in events] == list(range(2500))
    with database.read() as session:
        assert log.find(session, events[-1].command_id) == events[-1]


def test_appending_nothing_changes_nothing(database: Database) -> None:
    with database.write() as session:
        assert log.append_all(session, []) == []
        assert session.scalars(select(EventHeadRow.seq)).one() == 0


def test_a_time_without_a_zone_is_refused(database: Database) -> None:
    entry = log.Entry(
        rows.NOW.replace(tzinfo=None),
        rows.ACTOR,
        uuid4(),
        Deed.COMMENT,
        Subject("incident", 1),
        {},
    )
    with pytest.raises(ValueError, match="without a zone"), database.write() as session:
        log.append_all(session, [entry])


def test_changes_of_rows_are_written_before_the_log_is_locked(database: Database) -> None:
    with database.write() as session:
        session.add(SkillRow(code="a", monogram="安", name="x", name_en="x", color="#cc0000"))
        rows.event(session, 1)
        assert not session.new


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET operator = 'somebody else'",
        "UPDATE event SET seq = 7",
        "DELETE FROM event",
    ],
)
def test_the_database_itself_keeps_events(database: Database, statement: str) -> None:
    with database.write() as session:
        event = rows.event(session, 1)
    with (
        pytest.raises(IntegrityError, match="cannot be changed or removed"),
        database.write() as session,
    ):
        session.execute(text(statement))
    with database.read() as session:
        assert log.find(session, event.command_id) == event


def test_the_log_cannot_be_emptied_at_once(database: Database) -> None:
    if not database.is_shared:
        pytest.skip("SQLite knows no TRUNCATE")
    with database.write() as session:
        rows.event(session, 1)
    with pytest.raises(IntegrityError), database.write() as session:
        session.execute(text("TRUNCATE event"))
