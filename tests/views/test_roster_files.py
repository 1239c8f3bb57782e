"""The roster to a file and back on the screen: differences first, applied or left."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from console.domain.lifecycle import Deed
from console.domain.orders import Certify
from console.views.roster.list_dialog import ListDialog
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, click, deeds, press, settle, until


def chosen(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Have the system's own file window, which no test can type into, answer with a path."""
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: (str(path), ""))


def exported(qtbot: QtBot, console: Console, path: Path) -> list[str]:
    console.window.show_page("roster")
    console.roster.focus_rows()
    press(console.window, "e")
    until(qtbot, lambda: str(path) in console.roster.files.said.text())
    return path.read_text("utf-8-sig").splitlines()


def dialog_of(qtbot: QtBot) -> ListDialog:
    until(qtbot, lambda: isinstance(QApplication.activeModalWidget(), ListDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ListDialog)
    return dialog


def texts(dialog: ListDialog) -> list[list[str]]:
    table = dialog.table
    found = []
    for row in range(table.rowCount()):
        items = [table.item(row, column) for column in range(table.columnCount())]
        found.append([item.text() for item in items if item is not None])
    return found


def edited(lines: list[str], path: Path) -> tuple[str, str]:
    """One member renamed, one new, one without a name; returns the renamed one's number, name."""
    number, name, *rest = lines[1].split(",")
    new = ",".join(["BT-900", "新来的", *rest])
    bad = ",".join(["BT-901", "", *rest])
    lines[1] = ",".join([number, "改名", *rest])
    path.write_text("\n".join([*lines, new, bad, ""]), "utf-8-sig")
    return number, name


def test_a_list_goes_out_is_edited_and_its_differences_are_applied(
    qtbot: QtBot,
    open_console: OpenConsole,
    center_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "名册.csv"
    chosen(monkeypatch, path)
    console = open_console(center_url)
    imports = len(deeds(console, Deed.IMPORT_MEMBERS))
    number, name = edited(exported(qtbot, console, path), path)
    press(console.window, "i")
    dialog = dialog_of(qtbot)
    rows = texts(dialog)
    assert ["2", "changed", number, "改名", "Name", name, "改名"] in rows
    assert any(row[1:4] == ["new", "BT-900", "新来的"] for row in rows)
    assert any(row[1] == "not taken" and "name" in row[4] for row in rows)
    assert "1 new, 1 changed" in dialog.said.text()
    assert len(deeds(console, Deed.IMPORT_MEMBERS)) == imports, (
        "nothing is applied before it is told so"
    )
    QTest.keyClick(dialog.table, Qt.Key.Key_Return, CTRL)

    def names() -> dict[str, str]:
        return {one.number: one.name for one in console.hub.picture.members.values()}

    until(qtbot, lambda: names()[number] == "改名" and names().get("BT-900") == "新来的")
    assert "BT-901" not in names()
    until(qtbot, lambda: "are in" in dialog.said.text())
    click(dialog.leave)


def test_cancel_changes_nothing(
    qtbot: QtBot,
    open_console: OpenConsole,
    sqlite_center_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "list.csv"
    chosen(monkeypatch, path)
    console = open_console(sqlite_center_url)
    edited(exported(qtbot, console, path), path)
    before = dict(console.hub.picture.members)
    click(console.roster.files.take_in)
    QTest.keyClick(dialog_of(qtbot).table, Qt.Key.Key_Escape)
    settle(qtbot, console)
    assert console.hub.picture.members == before


def test_a_file_that_changed_after_the_look_is_looked_at_again(
    qtbot: QtBot,
    open_console: OpenConsole,
    sqlite_center_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "list.csv"
    chosen(monkeypatch, path)
    console = open_console(sqlite_center_url)
    lines = exported(qtbot, console, path)
    edited(list(lines), path)
    press(console.window, "i")
    dialog = dialog_of(qtbot)
    path.write_text("\n".join([*lines, ""]), "utf-8-sig")
    click(dialog.apply)
    until(qtbot, lambda: "have changed meanwhile" in dialog.said.text())
    assert texts(dialog) == []
    assert not dialog.apply.isEnabled()
    settle(qtbot, console)
    assert "BT-900" not in {one.number for one in console.hub.picture.members.values()}
    dialog.reject()


def test_a_file_that_cannot_be_read_is_told(
    qtbot: QtBot,
    open_console: OpenConsole,
    sqlite_center_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chosen(monkeypatch, tmp_path / "not-there.csv")
    console = open_console(sqlite_center_url)
    console.window.show_page("roster")
    console.roster.focus_rows()
    press(console.window, "i")
    until(qtbot, lambda: "cannot be opened" in console.roster.files.said.text())


def test_members_that_another_seat_changed_after_the_look_are_looked_at_again(
    qtbot: QtBot,
    open_console: OpenConsole,
    sqlite_center_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    elsewhere: Elsewhere,
) -> None:
    path = tmp_path / "list.csv"
    chosen(monkeypatch, path)
    console = open_console(sqlite_center_url)
    edited(exported(qtbot, console, path), path)
    before = dict(console.hub.picture.members)
    press(console.window, "i")
    dialog = dialog_of(qtbot)
    learner = next(m for m in before.values() if m.badge("fire") is None)
    elsewhere(sqlite_center_url, Certify(learner.id, "fire"))
    click(dialog.apply)
    until(qtbot, lambda: "have changed meanwhile" in dialog.said.text())
    settle(qtbot, console)
    after = console.hub.picture.members
    assert {n for n in before if after[n] != before[n]} == {learner.id}
