"""The feed: what the new events changed, and how a console learns that there are some."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import URL

from console.db import feed, queries
from console.db import members as people
from console.db.address import Address
from console.db.engine import Database
from console.db.feed import Feed, read_change
from console.domain.errors import Fault, FaultError
from console.domain.incident import State
from console.domain.lifecycle import Deed
from tests.db import rows


@pytest.fixture(autouse=True)
def _center(database: Database) -> None:
    with database.write() as session:
        rows.center(session)


@pytest.fixture
def listening(database: Database) -> Iterator[Feed]:
    opened = Feed(database)
    yield opened
    opened.close()


def settle(listening: Feed) -> None:
    while listening.wait(0):
        pass


def comment(database: Database) -> None:
    with database.write() as session:
        rows.event(session, 1)


def test_nothing_new_is_a_change_with_the_number_that_was_known(database: Database) -> None:
    with database.read() as session:
        change = read_change(session, 0)
    assert (change.seq, change.events, change.catalogue) == (0, (), None)


def test_a_change_holds_the_events_and_the_rows_as_they_stand_now(database: Database) -> None:
    with database.write() as session:
        first = rows.incident(session)
        second = rows.incident(session)
        unchanged = rows.incident(session)
    with database.read() as session:
        seen = read_change(session, 0).seq
    with database.write() as session:
        rows.move(session, first, State.VERIFIED, State.DISPATCHED)
        rows.assign(session, first, 2)
        rows.event(session, first, Deed.DISPATCH, {"member": 2, "member_name": "王五"})
        rows.move(session, second, State.MERGED, merged_into=first)
    with database.read() as session:
        change = read_change(session, seen)
        assert change.incidents == (queries.get_incident(session, first),)
        assert change.members == people.members(session, [2], change.events[-1].at)
    assert change.incidents[0].assignee == 2
    assert (change.members[0].load, change.members[0].week) == (1, 1)
    assert change.ended == (second,)
    assert [event.seq for event in change.events] == list(range(seen + 1, change.seq + 1))
    assert unchanged not in {event.subject.id for event in change.events}
    assert change.catalogue is None


def test_the_incident_that_goes_on_is_read_again_after_a_merge(database: Database) -> None:
    with database.write() as session:
        goes_on = rows.incident(session)
        merged = rows.incident(session)
    with database.write() as session:
        event = rows.event(session, merged, Deed.MERGE, {"into": goes_on, "note": "same"})
    with database.read() as session:
        change = read_change(session, event.seq - 1)
    assert {incident.id for incident in change.incidents} == {goes_on, merged}


def test_a_members_own_event_reads_the_member_again(database: Database) -> None:
    with database.write() as session:
        rows.event(session, 1, Deed.CHANGE_DUTY, {"duty": "off"}, subject="member")
    with database.read() as session:
        change = read_change(session, 0)
    assert [member.number for member in change.members] == ["B002"]
    assert change.incidents == ()


def test_the_catalogue_comes_along_when_it_has_changed(database: Database) -> None:
    with database.write() as session:
        rows.event(session, 0, Deed.IMPORT_GRIDS, {}, subject="catalogue")
    with database.read() as session:
        assert read_change(session, 0).catalogue == queries.catalogue(session)


def test_what_a_payload_only_resembles_is_not_looked_up(database: Database) -> None:
    with database.write() as session:
        rows.event(session, 99, payload={"member": "2", "into": None})
    with database.read() as session:
        change = read_change(session, 0)
    assert (change.incidents, change.ended, change.members) == ((), (), ())


def test_a_reader_far_behind_catches_up_in_portions(database: Database) -> None:
    with database.write() as session:
        for _ in range(5):
            rows.event(session, 1)
    numbers, after = [], 0
    with database.read() as session:
        while (change := read_change(session, after, limit=2)).events:
            numbers.append([event.seq for event in change.events])
            after = change.seq
    assert numbers == [[1, 2], [3, 4], [5]]


def test_a_quiet_database_lets_a_wait_run_out(listening: Feed) -> None:
    settle(listening)
    assert not listening.wait(0.05)


def test_what_another_one_commits_ends_the_wait(database: Database, listening: Feed) -> None:
    settle(listening)
    comment(database)
    assert listening.wait(30)
    settle(listening)
    writer = Thread(target=comment, args=(database,))
    writer.start()
    assert listening.wait(30)
    writer.join()


def test_what_is_committed_between_two_waits_is_not_missed(
    database: Database, listening: Feed
) -> None:
    settle(listening)
    for _ in range(3):
        comment(database)
    assert listening.wait(0.5)
    # The news of the later two may come one by one; then it is quiet again.
    while listening.wait(0.05):
        pass


def test_what_is_undone_wakes_nobody(database: Database, listening: Feed) -> None:
    settle(listening)

    def undone() -> None:
        with database.write() as session:
            rows.event(session, 1)
            raise LookupError

    with pytest.raises(LookupError):
        undone()
    assert not listening.wait(0.1)


def test_a_wait_is_ended_from_another_thread(listening: Feed) -> None:
    settle(listening)
    waker = Thread(target=listening.wake)
    waker.start()
    assert listening.wait(600)
    waker.join()
    assert not listening.wait(0.05)


def test_any_number_of_wake_ups_is_harmless(listening: Feed) -> None:
    settle(listening)
    for _ in range(100_000):
        listening.wake()
    assert listening.wait(600)


def test_a_shared_feed_looks_again_after_a_second_even_unasked(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not database.is_shared:
        pytest.skip("SQLite is asked all the time")
    monkeypatch.setattr(feed, "FLOOR_S", 0.01)
    listening = Feed(database)
    assert not listening.wait(0)
    assert listening.wait(600)
    listening.close()


def test_a_local_feed_of_a_damaged_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"holiday photos" * 1000)
    address = Address.parse(str(tmp_path / "a.db"))
    with pytest.raises(FaultError) as caught:
        Feed(Database(address, create_engine("sqlite://")))
    assert caught.value.code is Fault.CORRUPT


def test_a_lost_listener_says_so(database: Database, listening: Feed) -> None:
    if not database.is_shared:
        pytest.skip("a file has no server that could end a connection")
    with database.read() as session:
        session.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE query LIKE 'LISTEN%' AND datname = current_database()"
            )
        )

    def listen_on() -> None:
        while True:
            listening.wait(5)

    with pytest.raises(FaultError) as caught:
        listen_on()
    assert caught.value.code is Fault.LOST


def test_a_feed_of_a_database_that_cannot_be_reached_is_a_fault(
    database: Database,
) -> None:
    if database.path is not None:
        database.path.unlink()
        with pytest.raises(FaultError) as caught:
            Feed(database)
        assert caught.value.code is Fault.NO_DATABASE
        return
    nowhere = Address.parse(f"{database.url.rpartition('/')[0]}/nowhere")
    target = database.address.target
    assert isinstance(target, URL)
    gone = Database(replace(nowhere, target=target.set(database="nowhere")), database.engine)
    with pytest.raises(FaultError) as caught:
        Feed(gone)
    assert caught.value.code is Fault.NO_DATABASE
