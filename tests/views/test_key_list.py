"""The list of keys: a key is changed by pressing another one, refused if taken, and remembered."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain.incident import State
from console.domain.keymap import ACTIONS
from console.domain.lifecycle import Deed
from console.domain.orders import Verify
from console.views.keys.list import ACTION, KeyList
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, NONE, click, press, shown_as, until
from tests.views.reports import litter
from tests.views.seats import one_reported

RETURN, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def opened(qtbot: QtBot, console: Console) -> KeyList:
    press(console.window, Qt.Key.Key_F1)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, KeyList)
    until(qtbot, dialog.isActiveWindow)
    return dialog


def close(qtbot: QtBot, console: Console, dialog: KeyList) -> None:
    QTest.keyClick(dialog, ESCAPE)
    until(qtbot, lambda: QApplication.activeModalWidget() is None)
    console.window.activateWindow()
    until(qtbot, console.window.isActiveWindow)


def go_to(dialog: KeyList, action: str) -> None:
    """Select an action as somebody does who reads down the list."""
    for row in range(dialog.table.rowCount()):
        for column in range(0, dialog.table.columnCount(), 2):
            item = dialog.table.item(row, column)
            if item is not None and item.data(ACTION) == action:
                dialog.table.setCurrentItem(item)
    assert dialog.action == action


def shown(dialog: KeyList, action: str) -> str:
    go_to(dialog, action)
    item = dialog.table.currentItem()
    assert item is not None
    return item.text()


def give(dialog: KeyList, action: str, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Select an action, press Enter, then its new key."""
    go_to(dialog, action)
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, RETURN)
    assert dialog.table.waiting
    QTest.keyClick(dialog.table, key, modifiers)
    assert not dialog.table.waiting


def test_a_changed_key_works_at_once_everywhere_and_the_old_one_no_more(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = one_reported(qtbot, open_console, sqlite_center_url, elsewhere)
    dialog = opened(qtbot, console)
    give(dialog, "reject", Qt.Key.Key_Z)
    assert shown(dialog, "reject").startswith("Z")
    close(qtbot, console, dialog)
    assert console.incident.deeds.buttons[Deed.REJECT].text().startswith("Z  ")
    press(console.queue.table, "r")
    assert not console.incident.deeds.bar.isVisible()
    press(console.queue.table, "z")
    assert console.incident.deeds.bar.isVisible()
    assert console.incident.deeds.bar.deed is Deed.REJECT


def test_a_key_that_is_taken_is_refused_and_named(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    dialog = opened(qtbot, console)
    give(dialog, "reject", Qt.Key.Key_M)
    assert dialog.said.text() == "M is taken already: Merge"
    assert shown(dialog, "reject") == "R"
    give(dialog, "reject", Qt.Key.Key_F9)
    assert dialog.said.text() == "F9 is taken already: switch the language"
    # On another screen the same key may mean something else.
    give(dialog, "duty_off", Qt.Key.Key_M)
    assert shown(dialog, "duty_off").startswith("M")
    close(qtbot, console, dialog)


@pytest.mark.parametrize(
    ("key", "modifiers", "why"),
    [
        (Qt.Key.Key_C, CTRL, "text fields"),
        (Qt.Key.Key_Space, CTRL, "input methods"),
        (Qt.Key.Key_Tab, NONE, "to move about"),
        (Qt.Key.Key_Return, NONE, "to move about"),
    ],
)
def test_keys_of_text_fields_and_input_methods_are_refused(
    qtbot: QtBot,
    open_console: OpenConsole,
    sqlite_center_url: str,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
    why: str,
) -> None:
    console = open_console(sqlite_center_url)
    dialog = opened(qtbot, console)
    give(dialog, "reject", key, modifiers)
    assert why in dialog.said.text()
    assert shown(dialog, "reject") == "R"
    close(qtbot, console, dialog)


def test_escape_leaves_a_key_as_it_is_and_the_list_open(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    dialog = opened(qtbot, console)
    give(dialog, "reject", ESCAPE)
    assert dialog.isVisible()
    assert console.keymap.keys.changed == {}
    close(qtbot, console, dialog)


def test_what_is_fixed_does_not_wait_for_a_key(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    dialog = opened(qtbot, console)
    go_to(dialog, "help")
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, RETURN)
    assert not dialog.table.waiting
    assert not dialog.change.isEnabled()
    assert dialog.said.text() == "This key cannot be changed."
    close(qtbot, console, dialog)


def test_changed_keys_outlive_a_restart_and_go_back_one_by_one_or_all(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, tmp_path: Path
) -> None:
    settings = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    console = open_console(sqlite_center_url, settings=settings)
    dialog = opened(qtbot, console)
    give(dialog, "report", Qt.Key.Key_Z)
    give(dialog, "palette", Qt.Key.Key_P, CTRL)
    give(dialog, "camera", Qt.Key.Key_F7)
    close(qtbot, console, dialog)
    console.window.close()
    settings.sync()

    kept = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    console = open_console(sqlite_center_url, workstation="二号席", settings=kept)
    assert console.top_bar.report.text() == "New report  Z"
    assert "Ctrl+P" in console.top_bar.search.toolTip()
    press(console.window, Qt.Key.Key_P, CTRL)
    assert console.palette.isVisible()
    press(console.window, ESCAPE)
    dialog = opened(qtbot, console)
    go_to(dialog, "report")
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert console.keymap.keys.of("report") == ("N",)
    assert console.keymap.keys.of("palette") == ("Ctrl+P",)
    click(dialog.reset_all)
    assert console.keymap.keys.changed == {}
    close(qtbot, console, dialog)
    press(console.queue.table, "n")
    assert console.form.isVisible()


def test_a_settings_file_that_somebody_spoiled_makes_no_key_mean_two_things(
    open_console: OpenConsole, sqlite_center_url: str, tmp_path: Path
) -> None:
    path = tmp_path / "kept.ini"
    path.write_text("[keys]\nreject=M\nmerge=\nnothing=Z\nhelp=F2\ncamera=Ctrl+C\nreport=Z\n")
    settings = QSettings(str(path), QSettings.Format.IniFormat)
    console = open_console(sqlite_center_url, settings=settings)
    assert console.keymap.keys.changed == {"report": "Z"}
    press(console.queue.table, "z")
    assert console.form.isVisible()


def test_a_key_on_one_member_follows_the_key_on_all(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    elsewhere(sqlite_center_url, Verify(number))
    console = open_console(sqlite_center_url)
    assert console.keymap.change("withdraw", "Z") is None
    press(console.window, Qt.Key.Key_Down)
    shown_as(qtbot, console, State.VERIFIED)
    press(console.window, RETURN)
    shown_as(qtbot, console, State.DISPATCHED)
    press(console.window, "y")
    press(console.window, "z")
    bar = console.incident.deeds.bar
    assert (bar.isVisible(), bar.deed) == (True, Deed.WITHDRAW)


def test_every_action_that_can_be_changed_is_in_the_list(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    dialog = opened(qtbot, console)
    for name in ACTIONS:
        go_to(dialog, name)
        assert dialog.change.isEnabled() is not ACTIONS[name].fixed
    close(qtbot, console, dialog)
