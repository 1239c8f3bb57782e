"""The Desk: deeds and readings on its own thread, whatever they bring."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
from pytestqt.qtbot import QtBot

from console.db.engine import Database
from console.db.log import find
from console.domain.errors import Fault, FaultError, Refusal, Refused
from console.domain.events import Event
from console.domain.lifecycle import Deed
from console.domain.orders import Attach, Comment, Report
from console.domain.rights import Actor
from console.live.desk import Desk
from tests.clock import Clock
from tests.conftest import Templates
from tests.live.conftest import Line, OpenLine
from tests.live.files import file_of, raw
from tests.live.relay import Relay
from tests.photos import PNG as PIXEL
from tests.postgres import Cluster


def reported(qtbot: QtBot, line: Line) -> Event:
    with qtbot.waitSignal(line.desk.deed_done) as done:
        line.desk.do(Report("一件", "litter", description="三袋", reporter_phone="13800001111"))
    event: Event = done.args[2]
    return event


@pytest.fixture
def relay(cluster: Cluster) -> Iterator[Relay]:
    """A network to the shared database that can be cut."""
    between = Relay(cluster.port)
    yield between
    between.close()


@pytest.fixture
def open_desk(clock: Clock) -> Iterator[Callable[[str], Desk]]:
    """Makes desks without anything beside them, and stops them at the end."""
    made: list[Desk] = []

    def make(url: str) -> Desk:
        made.append(Desk(url, Actor("调度员", "席位"), clock.now, lambda: None))
        return made[-1]

    yield make
    for desk in made:
        desk.stop()


def test_everything_is_told_on_the_thread_of_the_screens(
    qtbot: QtBot, open_line: OpenLine, center_url: str, tmp_path: Path
) -> None:
    line = open_line(center_url)
    desk, here = line.desk, threading.current_thread()
    told: list[tuple[str, bool]] = []
    for name in ("deed_started", "deed_done", "deed_failed", "case_ready", "read_failed"):
        signal = getattr(desk, name)
        signal.connect(lambda *_, n=name: told.append((n, threading.current_thread() is here)))
    incident = reported(qtbot, line).subject.id
    desk.do(Comment(4711, "?"))
    desk.read_case(incident)
    desk.read_case(4711)
    photo = tmp_path / "现场.png"
    photo.write_bytes(PIXEL)
    desk.attach_file(incident, photo)
    qtbot.waitUntil(lambda: len(told) == 8)
    assert [name for name, _ in told] == [
        # The starts of orders at once; all the rest in the order in which it was asked for.
        *("deed_started", "deed_done", "deed_started", "deed_failed", "case_ready"),
        *("read_failed", "deed_started", "deed_done"),
    ]
    assert all(on_it for _, on_it in told)


def test_a_case_is_read_in_full(qtbot: QtBot, open_line: OpenLine, center_url: str) -> None:
    line = open_line(center_url)
    event = reported(qtbot, line)
    with qtbot.waitSignal(line.desk.case_ready) as ready:
        line.desk.read_case(event.subject.id)
    case = ready.args[0]
    assert case.description == "三袋"
    assert case.reporter_phone == "13800001111"
    assert case.timeline == (event,)


def test_a_case_that_is_not_there_is_refused(
    qtbot: QtBot, open_line: OpenLine, center_url: str
) -> None:
    line = open_line(center_url)
    with qtbot.waitSignal(line.desk.read_failed) as failed:
        line.desk.read_case(4711)
    assert failed.args[0].code is Refused.UNKNOWN_INCIDENT


def test_a_photo_is_attached_from_its_file_and_read_back(
    qtbot: QtBot, open_line: OpenLine, center_url: str, tmp_path: Path
) -> None:
    line = open_line(center_url)
    incident = reported(qtbot, line).subject.id
    photo = tmp_path / "现场.png"
    photo.write_bytes(PIXEL)
    with qtbot.waitSignal(line.desk.deed_done) as done:
        command = line.desk.attach_file(incident, photo)
    assert done.args[0] == command
    assert done.args[1] == Attach(incident, "现场.png", PIXEL)
    with qtbot.waitSignal(line.desk.darkroom.saved):
        line.desk.darkroom.save(done.args[2].payload["attachment"], tmp_path / "again.png")
    assert (tmp_path / "again.png").read_bytes() == PIXEL


def test_a_photo_that_cannot_be_read_fails_as_a_file_of_the_world(
    qtbot: QtBot, open_line: OpenLine, sqlite_center_url: str, tmp_path: Path
) -> None:
    line = open_line(sqlite_center_url)
    incident = reported(qtbot, line).subject.id
    with qtbot.waitSignal(line.desk.deed_failed) as failed:
        line.desk.attach_file(incident, tmp_path / "fehlt.png")
    assert isinstance(failed.args[2], FaultError)
    assert failed.args[2].code is Fault.BAD_FILE


def test_a_photo_that_could_not_be_read_is_read_again_when_it_is_sent_again(
    qtbot: QtBot, open_line: OpenLine, sqlite_center_url: str, tmp_path: Path
) -> None:
    line = open_line(sqlite_center_url)
    incident = reported(qtbot, line).subject.id
    photo = tmp_path / "usb.png"
    with qtbot.waitSignal(line.desk.deed_failed):
        command = line.desk.attach_file(incident, photo)
    photo.write_bytes(PIXEL)  # The stick is back.
    with qtbot.waitSignal(line.desk.deed_done) as done:
        line.desk.retry(command)
    assert done.args[0] == command
    assert done.args[1] == Attach(incident, "usb.png", PIXEL)


def test_a_name_that_no_file_can_have_fails_as_a_file_and_the_next_order_still_happens(
    qtbot: QtBot, open_line: OpenLine, sqlite_center_url: str
) -> None:
    line = open_line(sqlite_center_url)
    with qtbot.waitSignal(line.desk.deed_failed) as failed:
        line.desk.attach_file(1, Path("photo\0.png"))
    assert failed.args[2].code is Fault.BAD_FILE
    reported(qtbot, line)


def test_an_order_that_nobody_knows_is_told_as_a_problem_and_the_next_one_still_happens(
    qtbot: QtBot, open_line: OpenLine, sqlite_center_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    line = open_line(sqlite_center_url)
    with qtbot.waitSignal(line.desk.problem):
        line.desk.do("no order")  # type: ignore[arg-type]
    assert "unexpectedly" in caplog.text
    reported(qtbot, line)


def test_what_is_no_photo_is_refused(
    qtbot: QtBot, open_line: OpenLine, center_url: str, tmp_path: Path
) -> None:
    line = open_line(center_url)
    incident = reported(qtbot, line).subject.id
    file = tmp_path / "notes.png"
    file.write_text("no photo")
    with qtbot.waitSignal(line.desk.deed_failed) as failed:
        line.desk.attach_file(incident, file)
    assert isinstance(failed.args[2], Refusal)
    assert failed.args[2].code is Refused.NOT_AN_IMAGE


def test_a_mistake_of_ours_is_told_and_the_next_order_still_happens(
    qtbot: QtBot, open_line: OpenLine, sqlite_center_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    line = open_line(sqlite_center_url)
    incident = reported(qtbot, line).subject.id
    with closing(raw(file_of(sqlite_center_url))) as connection:
        connection.execute("ALTER TABLE event_head RENAME TO away")
        with qtbot.waitSignal(line.desk.deed_failed) as failed:
            line.desk.do(Comment(incident, "verloren"))
        assert failed.args[2].code is Fault.UNEXPECTED
        assert "a deed failed unexpectedly" in caplog.text
        assert "event_head" in caplog.text, "the log tells where"
        connection.execute("ALTER TABLE away RENAME TO event_head")
    with qtbot.waitSignal(line.desk.deed_done) as done:
        line.desk.do(Comment(incident, "angekommen"))
    assert done.args[2].kind is Deed.COMMENT


def test_a_stop_finishes_what_was_asked_for(open_line: OpenLine, center_url: str) -> None:
    line = open_line(center_url)
    commands = [line.desk.do(Report(f"第 {n} 件", "litter")) for n in range(10)]
    line.desk.stop()
    with closing(Database.open(center_url)) as database, database.read() as session:
        events = [find(session, command) for command in commands]
    assert all(event is not None and event.kind is Deed.REPORT for event in events)


def test_a_mistake_of_ours_while_reading_is_told_and_logged(
    qtbot: QtBot, open_line: OpenLine, sqlite_center_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    line = open_line(sqlite_center_url)
    incident = reported(qtbot, line).subject.id
    with closing(raw(file_of(sqlite_center_url))) as connection:
        connection.execute("ALTER TABLE attachment RENAME TO away")
        with qtbot.waitSignal(line.desk.problem):
            line.desk.read_case(incident)
        assert "no such table: attachment" in caplog.text
        connection.execute("ALTER TABLE away RENAME TO attachment")
    with qtbot.waitSignal(line.desk.case_ready):
        line.desk.read_case(incident)


def test_an_order_whose_answer_was_lost_on_the_way_happens_once_though_it_is_sent_again(
    qtbot: QtBot,
    open_desk: Callable[[str], Desk],
    relay: Relay,
    cluster: Cluster,
    postgresql_templates: Templates,
) -> None:
    url = postgresql_templates.center()
    by_relay = url.replace(f":{cluster.port}/", f":{relay.port}/")
    desk = open_desk(by_relay)
    with qtbot.waitSignal(desk.deed_done) as first:
        desk.do(Report("第一件", "litter"))
    relay.lose_answer_to(b"COMMIT\0")
    with qtbot.waitSignal(desk.deed_failed) as failed:
        command = desk.do(Comment(first.args[2].subject.id, "只有一条"))
    assert failed.args[2].code is Fault.LOST
    with closing(Database.open(url)) as database, database.read() as session:
        arrived = find(session, command)
    assert arrived is not None, "it had arrived after all"
    with qtbot.waitSignal(desk.deed_done) as done:
        desk.retry(command)
    assert done.args == [command, Comment(first.args[2].subject.id, "只有一条"), arrived]
    desk.retry(command)
    with qtbot.waitSignal(desk.case_ready) as ready:
        desk.read_case(first.args[2].subject.id)
    assert [event.kind for event in ready.args[0].timeline] == [Deed.REPORT, Deed.COMMENT]


def test_nothing_is_sent_again_that_did_not_fail(
    qtbot: QtBot, open_line: OpenLine, sqlite_center_url: str
) -> None:
    line = open_line(sqlite_center_url)
    incident = reported(qtbot, line).subject.id
    started: list[object] = []
    line.desk.deed_started.connect(lambda *args: started.append(args))
    line.desk.retry(uuid4())
    with qtbot.waitSignal(line.desk.case_ready) as ready:
        line.desk.read_case(incident)
    assert started == []
    assert len(ready.args[0].timeline) == 1


def test_a_stop_leaves_out_the_readings_that_nobody_waits_for(
    open_desk: Callable[[str], Desk],
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        url = f"postgresql://grid:x@127.0.0.1:{port}/silent?connect_timeout=2"
        desk = open_desk(url)
        for _ in range(10):
            desk.read_case(1)
        first, _ = silent.accept()
        desk.stop()  # One connection attempt is waited for, not ten.
        first.close()
        silent.setblocking(False)
        with pytest.raises(BlockingIOError):
            silent.accept()


def test_a_desk_that_did_nothing_ends_too(
    open_desk: Callable[[str], Desk], sqlite_center_url: str
) -> None:
    before = threading.active_count()
    desk = open_desk(sqlite_center_url)
    assert threading.active_count() == before + 1
    desk.stop()
    assert threading.active_count() == before
