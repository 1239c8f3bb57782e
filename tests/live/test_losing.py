"""What happens to a console when its database goes away, comes back, or is another one then."""

import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from uuid import UUID

import pytest
from psycopg import sql
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from console.commands.office import Office
from console.commands.perform import perform
from console.db.engine import Database
from console.db.log import append
from console.db.queries import snapshot
from console.domain.errors import Fault, FaultError
from console.domain.events import Event, Subject
from console.domain.incident import Incident
from console.domain.lifecycle import Deed
from console.domain.orders import Comment, Order, Report
from console.domain.rights import Actor
from console.live.watcher import LinkState, Watcher
from tests.clock import Clock
from tests.conftest import Templates
from tests.live.conftest import Line, OpenLine
from tests.live.files import file_of, raw
from tests.postgres import QUICK, Cluster, binaries

PATIENCE_MS = 20_000
"""How long a server may take to stop and start again on a busy machine."""


@pytest.fixture
def shared_url(postgresql_templates: Templates) -> str:
    return postgresql_templates.center()


@pytest.fixture(scope="module")
def own_cluster() -> Iterator[Cluster]:
    """A server that these tests may stop."""
    with Cluster(QUICK) as running:
        yield running


@pytest.fixture
def fragile_url(own_cluster: Cluster) -> str:
    """A center on a server that may be stopped."""
    numbers = count()

    def create(source: str | None) -> str:
        template = "template0" if source is None else source.rpartition("/")[2]
        return own_cluster.create(f"fragile_{next(numbers)}", template)

    return Templates(create).center()


def elsewhere(url: str, clock: Clock, *orders: Order, first: int = 0) -> list[Event]:
    """Somebody at another workstation does something, under command ids from ``first`` on."""
    with closing(Database.open(url)) as database:
        office = Office(database, Actor("王芳", "九号席"), clock.now)
        return [
            perform(office, order, UUID(int=n, version=4))
            for n, order in enumerate(orders, start=first)
        ]


def by_id(incident: Incident) -> int:
    return incident.id


def cut(cluster: Cluster, url: str) -> None:
    """Cut every connection to a database."""
    cluster.run(
        sql.SQL(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = {}"
        ).format(sql.Literal(url.rpartition("/")[2]))
    )


def states(line: Line) -> list[LinkState]:
    """The states of the link one after the other, each once."""
    told = [link.state for link in line.links]
    return [s for n, s in enumerate(told) if n == 0 or s is not told[n - 1]]


def test_a_console_begins_by_connecting_and_tells_the_round_trip_of_a_shared_database(
    open_line: OpenLine, center_url: str
) -> None:
    line = open_line(center_url)
    assert states(line) == [LinkState.CONNECTING, LinkState.LIVE]
    shared = center_url.startswith("postgresql")
    assert all(link.shared is shared for link in line.links)
    assert (line.link.latency_ms is not None) is shared


def test_a_cut_connection_shows_and_nothing_is_missed(
    qtbot: QtBot, open_line: OpenLine, cluster: Cluster, shared_url: str, clock: Clock
) -> None:
    line = open_line(shared_url)
    start = line.picture.seq
    told: list[Event] = []
    line.hub.changed.connect(lambda change: told.extend(change.events))
    cut(cluster, shared_url)
    elsewhere(shared_url, clock, *(Report(f"第 {n} 件", "litter") for n in range(5)))
    qtbot.waitUntil(lambda: line.is_live() and len(told) >= 5, timeout=PATIENCE_MS)
    assert states(line)[-2:] == [LinkState.LOST, LinkState.LIVE]
    lost = next(link for link in line.links if link.state is LinkState.LOST)
    assert lost.fault is not None
    assert lost.fault.code is Fault.LOST
    assert [event.seq for event in told] == list(range(start + 1, start + 6))
    assert line.loads == 1, "it catches up; it does not begin anew"


def test_a_stopped_server_is_told_once_kept_in_sight_and_caught_up_with(
    qtbot: QtBot, open_line: OpenLine, own_cluster: Cluster, fragile_url: str, clock: Clock
) -> None:
    elsewhere(fragile_url, clock, Report("早先的一件", "litter"))
    line = open_line(fragile_url)
    open_before = dict(line.picture.incidents)
    own_cluster.stop()
    qtbot.waitUntil(line.is_lost, timeout=PATIENCE_MS)
    lost_at = line.link.since
    clock.advance(90)
    seen = len(line.links)
    qtbot.waitUntil(lambda: len(line.links) > seen, timeout=PATIENCE_MS)  # it keeps trying
    assert line.link.fault is not None
    assert line.link.fault.code is Fault.UNREACHABLE
    assert line.link.since == lost_at, "how old the data is counts from the loss"
    assert line.picture.incidents == open_before, "what was known stays readable"

    with qtbot.waitSignal(line.desk.deed_failed, timeout=PATIENCE_MS) as failed:
        command = line.desk.do(Report("断线时接到的一件", "litter"))
    assert isinstance(failed.args[2], FaultError)

    own_cluster.start()
    qtbot.waitUntil(line.is_live, timeout=PATIENCE_MS)
    assert line.link.since == clock.now()
    with qtbot.waitSignal(line.desk.deed_done, timeout=PATIENCE_MS) as done:
        line.desk.retry(command)
    assert done.args[2].command_id == command
    qtbot.waitUntil(lambda: len(line.picture.incidents) == 2)
    assert line.loads == 1


def test_an_order_sent_again_after_it_had_arrived_happens_once(
    qtbot: QtBot, open_line: OpenLine, center_url: str
) -> None:
    line = open_line(center_url)
    with qtbot.waitSignal(line.desk.deed_done) as first:
        command = line.desk.do(Report("一件", "litter"))
    line.desk._send(command, Report("一件", "litter"))
    with qtbot.waitSignal(line.desk.deed_done) as second:
        pass
    assert second.args[2] == first.args[2]
    with qtbot.waitSignal(line.hub.changed):
        line.desk.do(Comment(first.args[2].subject.id, "只有一件"))
    assert len(line.picture.incidents) == 1


def test_a_log_put_back_from_a_backup_is_read_anew(
    qtbot: QtBot, open_line: OpenLine, cluster: Cluster, shared_url: str, clock: Clock
) -> None:
    saved = f"{shared_url}_saved"
    names = [url.rpartition("/")[2] for url in (shared_url, saved)]
    elsewhere(shared_url, clock, Report("备份里有的一件", "litter"))
    cut(cluster, shared_url)
    cluster.create(names[1], names[0])
    line = open_line(shared_url)
    elsewhere(shared_url, clock, *(Report(f"备份后第 {n} 件", "litter") for n in range(1, 4)))
    qtbot.waitUntil(lambda: len(line.picture.incidents) >= 3)
    cluster.drop(names[0])
    qtbot.waitUntil(line.is_lost, timeout=PATIENCE_MS)
    cluster.create(names[0], names[1])
    qtbot.waitUntil(line.is_live, timeout=PATIENCE_MS)
    assert [i.title for i in line.picture.incidents.values()] == ["备份里有的一件"]
    assert line.loads == 2


def put_back(url: str, saved: Path) -> None:
    """Put a backup back into a database that is in use, with the database's own tools."""
    if url.startswith("sqlite"):
        with closing(raw(saved)) as source, closing(raw(file_of(url))) as target:
            source.backup(target)
    else:
        how = ["--clean", "--if-exists", "--single-transaction", f"--dbname={url}"]
        subprocess.run([binaries() / "pg_restore", *how, saved], check=True)


def save(url: str, saved: Path) -> None:
    """Make a backup of a database that is in use, with the database's own tools."""
    if url.startswith("sqlite"):
        with closing(raw(file_of(url))) as source, closing(raw(saved)) as target:
            source.backup(target)
    else:
        how = ["--format=custom", f"--file={saved}", f"--dbname={url}"]
        subprocess.run([binaries() / "pg_dump", *how], check=True)


@pytest.mark.parametrize("afterwards", [[], ["后来的"], [f"后来的第 {n} 件" for n in range(4)]])
def test_a_backup_put_back_while_consoles_are_at_work_is_read_anew(
    qtbot: QtBot,
    open_line: OpenLine,
    center_url: str,
    clock: Clock,
    tmp_path: Path,
    afterwards: list[str],
) -> None:
    elsewhere(center_url, clock, Report("备份里有的一件", "litter"))
    save(center_url, tmp_path / "saved")
    line = open_line(center_url)
    elsewhere(
        center_url, clock, *(Report(f"备份后第 {n} 件", "litter") for n in range(1, 4)), first=10
    )
    qtbot.waitUntil(lambda: len(line.picture.incidents) == 4)
    put_back(center_url, tmp_path / "saved")
    # Before the console has looked, the log may have grown past where it was.
    elsewhere(center_url, clock, *(Report(title, "litter") for title in afterwards), first=20)
    expected = ["备份里有的一件", *afterwards]

    def is_true_again() -> bool:
        return [i.title for i in sorted(line.picture.incidents.values(), key=by_id)] == expected

    qtbot.waitUntil(is_true_again, timeout=PATIENCE_MS)
    qtbot.waitUntil(line.is_live, timeout=PATIENCE_MS)
    with closing(Database.open(center_url)) as database, database.read() as session:
        truth = snapshot(session)
    assert line.picture.seq == truth.seq
    assert tuple(line.picture.events) == truth.events


def test_an_unexpected_failure_is_told_and_does_not_end_the_following(
    qtbot: QtBot, open_line: OpenLine, center_url: str, clock: Clock
) -> None:
    line = open_line(center_url)
    (reported,) = elsewhere(center_url, clock, Report("一件", "litter"))
    with closing(Database.open(center_url)) as database:
        with database.write() as session:
            session.execute(text("ALTER TABLE camera RENAME TO camera_away"))
            append(
                session,
                at=clock.now(),
                actor=Actor("王芳", "九号席"),
                command_id=UUID(int=99, version=4),
                kind=Deed.IMPORT_CAMERAS,
                subject=Subject("catalogue", 0),
                payload={},
            )
        qtbot.waitUntil(line.is_lost)
        assert line.link.fault is not None
        assert line.link.fault.code is Fault.UNEXPECTED
        with database.write() as session:
            session.execute(text("ALTER TABLE camera_away RENAME TO camera"))
    qtbot.waitUntil(line.is_live)
    assert reported.subject.id in line.picture.incidents
    assert line.picture.seq == reported.seq + 1


def test_a_missing_database_is_told_and_found_when_it_is_there(
    qtbot: QtBot, prepared_line: OpenLine, sqlite_center_url: str, tmp_path: Path
) -> None:
    path = tmp_path / "later.db"
    line = prepared_line(f"sqlite:///{path}")
    line.watcher.start()
    qtbot.waitUntil(line.is_lost)
    assert line.link.fault is not None
    assert line.link.fault.code in (Fault.NO_DATABASE, Fault.EMPTY)
    shutil.copyfile(file_of(sqlite_center_url), path)
    qtbot.waitUntil(line.is_live)
    assert line.picture.center is not None
    assert line.picture.center.name.startswith("宝屯社区")


def test_a_stop_does_not_wait_for_a_server_that_does_not_answer(
    qtbot: QtBot, clock: Clock
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        watcher = Watcher(f"postgresql://grid:x@127.0.0.1:{port}/silent", clock.now)
        told: list[object] = []
        watcher.start()
        connection, _ = silent.accept()
        watcher.link_changed.connect(told.append)
        watcher.stop()
        running = [t.name for t in threading.enumerate()]
        assert "watcher" in running, "the stop came back while the thread was still connecting"
        connection.close()
    qtbot.waitUntil(lambda: "watcher" not in [t.name for t in threading.enumerate()])
    assert told == []


def test_no_thread_is_left_behind(open_line: OpenLine, center_url: str) -> None:
    before = set(threading.enumerate())
    line = open_line(center_url)
    assert {t.name for t in set(threading.enumerate()) - before} == {"watcher", "desk"}
    line.stop()
    assert set(threading.enumerate()) <= before
