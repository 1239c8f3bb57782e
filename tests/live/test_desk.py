"""The Desk: deeds and readings on its own thread, whatever they bring."""

import sqlite3
from contextlib import closing
from pathlib import Path

from pytestqt.qtbot import QtBot

from console.db.engine import Database
from console.db.log import find
from console.domain.errors import Fault, FaultError, Refusal, Refused
from console.domain.events import Event
from console.domain.lifecycle import Deed
from console.domain.orders import Attach, Comment, Report
from tests.live.conftest import Line, OpenLine

PIXEL = b"\x89PNG\r\n\x1a\n" + b"\0" * 32


def reported(qtbot: QtBot, line: Line) -> Event:
    with qtbot.waitSignal(line.desk.deed_done) as done:
        line.desk.do(Report("一件", "litter", description="三袋", reporter_phone="13800001111"))
    event: Event = done.args[2]
    return event


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
    with qtbot.waitSignal(line.desk.attachment_ready) as ready:
        line.desk.read_attachment(done.args[2].payload["attachment"])
    assert ready.args[1] == PIXEL


def test_a_photo_that_cannot_be_read_fails_as_a_file_of_the_world(
    qtbot: QtBot, open_line: OpenLine, sqlite_center_url: str, tmp_path: Path
) -> None:
    line = open_line(sqlite_center_url)
    incident = reported(qtbot, line).subject.id
    with qtbot.waitSignal(line.desk.deed_failed) as failed:
        line.desk.attach_file(incident, tmp_path / "fehlt.png")
    assert isinstance(failed.args[2], FaultError)
    assert failed.args[2].code is Fault.BAD_FILE


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
    qtbot: QtBot, open_line: OpenLine, sqlite_center_url: str
) -> None:
    line = open_line(sqlite_center_url)
    incident = reported(qtbot, line).subject.id
    path = sqlite_center_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("ALTER TABLE event_head RENAME TO away")
        with qtbot.waitSignal(line.desk.deed_failed) as failed:
            line.desk.do(Comment(incident, "verloren"))
        assert failed.args[2].code is Fault.UNEXPECTED
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
