"""The archive on the screen: typed into, gone through, read and exported, all by keys."""

import csv
from pathlib import Path
from threading import Event as Flag
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.commands.exporting import archive as exporting
from console.db import archive
from console.db.archiving import archive_all
from console.db.engine import Database
from console.db.tables import IncidentRow
from console.domain.archive import PAGE
from console.domain.lifecycle import Deed
from console.domain.orders import Dispatch, Report, Step, Verify
from console.domain.place import LonLat
from console.views.archive.export_dialog import ExportDialog
from console.views.archive.view import ArchiveView
from console.widgets.language import Language
from console.wiring import Console
from tests.clock import START
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, click, press, until, write
from tests.views.test_names import nameless

pytestmark = pytest.mark.both_databases


def end(elsewhere: Elsewhere, url: str, title: str, **more: Any) -> int:
    """An incident that is reported and rejected at another workstation."""
    order = Report(title, **{"category": "litter", "address": "文宗路 12 号", **more})
    incident = elsewhere(url, order).subject.id
    elsewhere(url, Step(Deed.REJECT, incident, None, "重复"))
    return incident


def many(url: str, count: int, title: str = "乱丢垃圾") -> None:
    """Imported history, more than fits onto a page."""
    database = Database.open(url)
    with database.write() as session:
        rows = [
            IncidentRow(
                state="closed",
                priority=3,
                category="litter",
                title=title,
                origin="import",
                reported_at=START,
                round_from=START,
                stage_from=START,
            )
            for _ in range(count)
        ]
        session.add_all(rows)
        session.flush()
        archive_all(session.connection(), [row.id for row in rows])
    database.close()


def opened(qtbot: QtBot, console: Console) -> ArchiveView:
    press(console.window, Qt.Key.Key_5, CTRL)
    assert console.window.page == "archive"
    until(qtbot, lambda: console.archive.model.rowCount() or console.archive.nothing.text())
    return console.archive


def shown(view: ArchiveView) -> list[list[str]]:
    model = view.model
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_an_old_case_is_found_by_a_fragment_and_read(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    wanted = end(elsewhere, center_url, "井盖破损", reporter_name="王小明", description="靠近东门")
    end(elsewhere, center_url, "乱丢垃圾")
    console = open_console(center_url)
    view = opened(qtbot, console)
    assert [row[2] for row in shown(view)] == ["乱丢垃圾", "井盖破损"]
    assert view.filters.text.hasFocus()
    write(console.window, "井盖 文宗")
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: [row[0] for row in shown(view)] == [f"{wanted:04d}"])
    assert shown(view)[0][6] == "rejected"
    assert view.table.hasFocus()
    until(qtbot, lambda: view.case.case is not None)
    assert view.case.description.text() == "靠近东门"
    assert view.case.contact.text() == "王**"
    assert any("重复" in line for line in view.case.timeline.texts)
    press(console.window, Qt.Key.Key_Return)
    assert view.case.hasFocus()
    press(console.window, Qt.Key.Key_Escape)
    assert view.table.hasFocus()
    press(console.window, "o")
    assert console.window.page == "desk"

    def at_the_desk() -> bool:
        incident = console.incident.incident
        return incident is not None and incident.id == wanted

    until(qtbot, at_the_desk)


def test_typing_is_answered_after_a_pause_and_only_the_last_answer_is_shown(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    end(elsewhere, sqlite_center_url, "井盖破损")
    end(elsewhere, sqlite_center_url, "乱丢垃圾")
    console = open_console(sqlite_center_url)
    view = opened(qtbot, console)
    resets: list[int] = []
    view.model.modelReset.connect(lambda: resets.append(view.model.rowCount()))
    write(console.window, "井盖")
    view.ask()
    view.filters.text.setText("没有这样的")
    view.ask()
    until(qtbot, lambda: "Nothing was found" in view.nothing.text())
    assert resets == [0]
    view.filters.text.clear()
    write(console.window, "垃圾")
    until(qtbot, lambda: [row[2] for row in shown(view)] == ["乱丢垃圾"])


def test_filters_narrow(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    first = end(elsewhere, sqlite_center_url, "一")
    end(elsewhere, sqlite_center_url, "二", category="dirty_road")
    console = open_console(sqlite_center_url)
    view = opened(qtbot, console)
    filters = view.filters
    filters.category.setCurrentIndex(filters.category.findData("litter"))
    until(qtbot, lambda: [row[0] for row in shown(view)] == [f"{first:04d}"])
    filters.result.setCurrentIndex(1)
    until(qtbot, lambda: "Fewer words" in view.nothing.text())
    filters.result.setCurrentIndex(0)
    filters.since.setText("2026-03-02")
    until(qtbot, lambda: len(shown(view)) == 1)
    filters.until.setText("2025")
    until(qtbot, lambda: not shown(view))
    filters.until.setText("2025-13")
    assert filters.wrong.isVisible()
    until(qtbot, lambda: len(shown(view)) == 1)


def test_whoever_was_sent_is_chosen_by_name(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    console = open_console(center_url)
    order = Report("井盖", category="litter", place=LonLat(113.680884, 22.927541))
    sent = elsewhere(center_url, order).subject.id
    elsewhere(center_url, Verify(sent))
    until(qtbot, lambda: sent in console.hub.picture.incidents)
    member = console.hub.picture.propose(sent, START.date()).candidates[0].member
    elsewhere(center_url, Dispatch(sent, member.id))
    for deed in (Deed.WITHDRAW, Deed.REJECT):
        elsewhere(center_url, Step(deed, sent, None, "重复"))
    end(elsewhere, center_url, "井盖")
    view = opened(qtbot, console)
    view.filters.person.line.setFocus()
    press(console.window, member.number)
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: [row[0] for row in shown(view)] == [f"{sent:04d}"])
    assert shown(view)[0][7] == member.name
    view.filters.person.line.clear()
    until(qtbot, lambda: len(shown(view)) == 2)


def test_the_next_page_comes_when_the_end_is_reached(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    many(sqlite_center_url, 2 * PAGE + 10)
    console = open_console(sqlite_center_url)
    view = opened(qtbot, console)
    assert view.model.rowCount() == PAGE
    assert "more follow" in view.summary.text()
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, view.table.hasFocus)
    press(console.window, Qt.Key.Key_End, CTRL)
    until(qtbot, lambda: view.model.rowCount() == 2 * PAGE)
    press(console.window, Qt.Key.Key_End, CTRL)
    until(qtbot, lambda: view.model.rowCount() == 2 * PAGE + 10)
    numbers = [int(row[0]) for row in shown(view)]
    assert numbers == sorted(set(numbers), reverse=True)
    assert "210 cases" in view.summary.text()


def test_a_failure_is_told_and_asked_again(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    end(elsewhere, sqlite_center_url, "井盖破损")
    console = open_console(sqlite_center_url)
    view = opened(qtbot, console)
    database = Database.open(sqlite_center_url)
    with database.write() as session:
        session.connection().exec_driver_sql("ALTER TABLE archive RENAME TO gone")
    write(console.window, "井盖")
    until(qtbot, view.again.isVisible)
    assert view.nothing.text()
    with database.write() as session:
        session.connection().exec_driver_sql("ALTER TABLE gone RENAME TO archive")
    database.close()
    click(view.again)
    until(qtbot, view.table.isVisible)
    assert [row[2] for row in shown(view)] == ["井盖破损"]
    assert not view.again.isVisible()


def dialog_of(view: ArchiveView, path: Path) -> ExportDialog:
    view.focus_rows()
    press(view, "e")
    assert view.dialog is not None
    view.dialog.path.setText(str(path))
    return view.dialog


def test_what_was_found_goes_to_a_file(
    qtbot: QtBot,
    open_console: OpenConsole,
    center_url: str,
    elsewhere: Elsewhere,
    tmp_path: Path,
) -> None:
    end(elsewhere, center_url, "=1+1 井盖")
    end(elsewhere, center_url, "乱丢垃圾")
    many(center_url, PAGE + 5, "井盖")
    console = open_console(center_url)
    view = opened(qtbot, console)
    write(console.window, "井盖")
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: view.model.rowCount() == PAGE)
    path = tmp_path / "found.csv"
    dialog = dialog_of(view, path)
    dialog.form.setCurrentIndex(1)
    assert dialog.path.text() == str(path)
    QTest.keyClick(dialog.path, Qt.Key.Key_Return, CTRL)
    until(qtbot, lambda: f"{PAGE + 6} cases are in" in dialog.said.text())
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    assert len(rows) == PAGE + 7
    assert rows[-1][4] == "'=1+1 井盖"
    QTest.keyClick(dialog.stop, Qt.Key.Key_Escape)
    until(qtbot, lambda: view.dialog is None)


def test_a_file_is_not_replaced_unasked_and_a_folder_that_is_not_there_is_told(
    qtbot: QtBot,
    open_console: OpenConsole,
    sqlite_center_url: str,
    elsewhere: Elsewhere,
    tmp_path: Path,
) -> None:
    end(elsewhere, sqlite_center_url, "井盖")
    view = opened(qtbot, open_console(sqlite_center_url))
    path = tmp_path / "found.xlsx"
    path.write_text("mine")
    dialog = dialog_of(view, path)
    click(dialog.start)
    assert "already" in dialog.said.text()
    assert path.read_text() == "mine"
    dialog.path.setText(str(tmp_path / "none" / "found.xlsx"))
    click(dialog.start)
    until(qtbot, dialog.start.isEnabled)
    until(qtbot, lambda: "none" in dialog.said.text())
    dialog.path.setText(str(path))
    click(dialog.start)
    click(dialog.start)
    until(qtbot, lambda: "1 cases are in" in dialog.said.text())
    assert path.read_bytes()[:2] == b"PK"


def test_a_cancelled_export_leaves_nothing(
    qtbot: QtBot,
    open_console: OpenConsole,
    sqlite_center_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    many(sqlite_center_url, 20)
    view = opened(qtbot, open_console(sqlite_center_url))
    monkeypatch.setattr(exporting, "BATCH", 1)
    waits, cancelled = Flag(), Flag()
    find = archive.find

    def slow(*arguments: Any) -> Any:
        waits.set()
        cancelled.wait(5)
        return find(*arguments)

    monkeypatch.setattr(exporting, "find", slow)
    folder = tmp_path / "out"
    folder.mkdir()
    dialog = dialog_of(view, folder / "found.xlsx")
    click(dialog.start)
    until(qtbot, waits.is_set)
    QTest.keyClick(dialog.stop, Qt.Key.Key_Escape)
    cancelled.set()
    until(qtbot, lambda: "Nothing was written" in dialog.said.text())
    assert list(folder.iterdir()) == []
    assert dialog.start.isEnabled()


@pytest.mark.parametrize("tongue", ["en", "zh"])
def test_every_control_has_a_name_in_both_languages(
    qtbot: QtBot,
    open_console: OpenConsole,
    sqlite_center_url: str,
    elsewhere: Elsewhere,
    language: Language,
    tongue: str,
) -> None:
    end(elsewhere, sqlite_center_url, "<b>井盖</b>\n" * 3, description="<img src='x'>")
    console = open_console(sqlite_center_url)
    language.use(tongue)
    view = opened(qtbot, console)
    assert nameless(view) == []
    view.focus_rows()
    until(qtbot, lambda: view.case.case is not None)
    assert view.case.description.textFormat() == Qt.TextFormat.PlainText
    press(view, "e")
    assert view.dialog is not None
    assert nameless(view.dialog) == []
    assert view.dialog.windowTitle()


def test_a_window_that_closes_stops_the_export(
    qtbot: QtBot,
    open_console: OpenConsole,
    sqlite_center_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    many(sqlite_center_url, 20)
    console = open_console(sqlite_center_url)
    view = opened(qtbot, console)
    monkeypatch.setattr(exporting, "BATCH", 1)
    waits, goes_on = Flag(), Flag()
    find = archive.find

    def slow(*arguments: Any) -> Any:
        waits.set()
        goes_on.wait(5)
        return find(*arguments)

    monkeypatch.setattr(exporting, "find", slow)
    folder = tmp_path / "out"
    folder.mkdir()
    dialog = dialog_of(view, folder / "found.csv")
    click(dialog.start)
    until(qtbot, waits.is_set)
    view.stop()
    goes_on.set()
    until(qtbot, lambda: not dialog.export.running)
    assert list(folder.iterdir()) == []
