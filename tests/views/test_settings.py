"""The settings: found, changed at once, put back, carried in a file, following their operator."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QSpinBox, QToolButton
from pytestqt.qtbot import QtBot

from console.commands.office import Office
from console.commands.preferences import keep_preferences, read_preferences
from console.db.engine import Database
from console.domain.rights import Actor
from console.domain.settings_file import MARK
from console.views.settings.dialog import SettingsDialog
from console.views.settings.differences import DifferencesDialog
from console.wiring import Console
from tests.clock import Clock
from tests.conftest import Templates
from tests.postgres import Cluster
from tests.views.conftest import OpenConsole
from tests.views.hands import CTRL, click, press, settle, until, write
from tests.views.outages import Outage

ESCAPE, RETURN = Qt.Key.Key_Escape, Qt.Key.Key_Return


def opened(qtbot: QtBot, console: Console) -> SettingsDialog:
    press(console.window, Qt.Key.Key_Comma, CTRL)
    return the_dialog(qtbot)


def the_dialog(qtbot: QtBot) -> SettingsDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SettingsDialog)
    until(qtbot, dialog.isActiveWindow)
    return dialog


def close(qtbot: QtBot, console: Console) -> None:
    QTest.keyClick(the_dialog(qtbot), ESCAPE)
    until(qtbot, lambda: QApplication.activeModalWidget() is None)
    console.window.activateWindow()
    until(qtbot, console.window.isActiveWindow)


def shown(dialog: SettingsDialog) -> set[str]:
    return {name for name, row in dialog.rows.items() if row.isVisible()}


def choose(dialog: SettingsDialog, name: str, key: Qt.Key) -> None:
    """Choose another one of a few by a key."""
    box = dialog.rows[name].control
    assert isinstance(box, QComboBox)
    box.setFocus()
    QTest.keyClick(box, key)


def test_a_choice_is_obeyed_at_once_kept_and_put_back(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, tmp_path: Path
) -> None:
    kept = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    console = open_console(sqlite_center_url, settings=kept)
    dialog = opened(qtbot, console)
    row = dialog.rows["look.theme"]
    assert not row.back.isEnabled()
    choose(dialog, "look.theme", Qt.Key.Key_End)
    assert console.look.theme.name == "contrast"
    assert kept.value("settings/look.theme") == "contrast"
    assert row.label.text() == "Theme  •"
    click(row.back)
    assert console.look.theme.name == "dark"
    # The keys that switch change the same setting.
    close(qtbot, console)
    press(console.window, Qt.Key.Key_F10)
    assert console.settings.value("look.theme") == "light"


def test_settings_are_found_by_chinese_by_sound_and_by_english(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    dialog = opened(qtbot, console)
    assert dialog.search.hasFocus()
    for typed in ("zihao", "zih", "size"):
        QTest.keyClicks(dialog.search, typed)
        assert "look.text_size" in shown(dialog)
        assert "look.motion" not in shown(dialog)
        QTest.keyClick(dialog, ESCAPE)
        assert dialog.search.text() == ""
    write(dialog.search, "高对比")
    assert shown(dialog) == {"look.theme"}
    QTest.keyClick(dialog.search, RETURN)
    assert dialog.rows["look.theme"].control.hasFocus()
    dialog.search.setFocus()
    QTest.keyClicks(dialog.search, "?!")
    assert dialog.nothing.isVisible()
    assert shown(dialog) == set()
    QTest.keyClick(dialog, ESCAPE)
    close(qtbot, console)


def test_the_language_changes_under_the_open_dialog(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    dialog = opened(qtbot, console)
    choose(dialog, "look.language", Qt.Key.Key_Up)
    until(qtbot, lambda: dialog.windowTitle() == "设置")
    assert dialog.rows["look.text_size"].label.text() == "字号"
    assert dialog.rows["look.text_size"].control.accessibleName() == "字号"
    close(qtbot, console)


def test_the_palette_and_the_rail_lead_to_them(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    press(console.window, Qt.Key.Key_K, CTRL)
    write(console.window, "设置")
    until(qtbot, lambda: console.palette.rows.current is not None)
    press(console.window, RETURN)
    the_dialog(qtbot)
    close(qtbot, console)
    rail = console.window.rail
    (tool,) = [b for b in rail.findChildren(QToolButton) if b.accessibleName() == "Settings"]
    click(tool)
    the_dialog(qtbot)
    close(qtbot, console)


def through_files(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    answer = (str(path), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: answer)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: answer)


def test_a_file_brings_settings_and_keys_to_another_workstation_after_a_look(
    qtbot: QtBot,
    open_console: OpenConsole,
    sqlite_center_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "设置.json"
    through_files(monkeypatch, path)
    console = open_console(sqlite_center_url)
    console.settings.change("look.theme", "light")
    assert console.keymap.change("report", "Z") is None
    dialog = opened(qtbot, console)
    click(dialog.export)
    until(qtbot, lambda: "Written to" in dialog.said.text())
    click(dialog.reset)
    assert console.look.theme.name == "dark"
    assert console.language.name == "en", "who reads English only could not read on"
    console.keymap.reset_all()
    content = json.loads(path.read_text("utf-8"))
    content["settings"]["look.wallpaper"] = "cat"
    content["settings"]["queue.columns"] = '["number"]'
    path.write_text(json.dumps(content), "utf-8")

    click(dialog.take_in)
    until(qtbot, lambda: isinstance(QApplication.activeModalWidget(), DifferencesDialog))
    preview = QApplication.activeModalWidget()
    assert isinstance(preview, DifferencesDialog)
    rows = [
        [item.text() for column in range(3) if (item := preview.table.item(row, column))]
        for row in range(preview.table.rowCount())
    ]
    assert ["Look · Theme", "Dark", "Light"] in rows
    assert rows[-1] == ["take a new report", "N", "Z"]
    assert not any("Text size" in where for where, _, _ in rows), "that is as it was"
    assert "look.wallpaper" in preview.skipped.text()
    assert console.look.theme.name == "dark", "nothing is applied before it is told so"
    QTest.keyClick(preview.table, RETURN, CTRL)
    assert console.look.theme.name == "light"
    assert console.keymap.keys.changed == {"report": "Z"}
    assert console.settings.value("queue.columns") == '["number"]', "it has no row, and holds too"
    dialog.activateWindow()
    until(qtbot, dialog.isActiveWindow)
    click(dialog.undo)
    assert console.look.theme.name == "dark"
    assert console.keymap.keys.changed == {}
    close(qtbot, console)


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"{\n\n oops", "Line 3 of the file"),
        (b"\xff\xfe\x00", "no file of settings"),
        (json.dumps({"format": MARK, "version": 9}).encode(), "newer version"),
        (
            json.dumps({"format": MARK, "version": 1, "settings": {"look.theme": "<b>"}}).encode(),
            "“Theme” (look.theme) cannot be “<b>”.",
        ),
        (None, "cannot be used"),
    ],
)
def test_a_file_that_is_none_is_refused_with_a_word(
    qtbot: QtBot,
    open_console: OpenConsole,
    sqlite_center_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    content: bytes | None,
    word: str,
) -> None:
    path = tmp_path / "x.json"
    if content is not None:
        path.write_bytes(content)
    through_files(monkeypatch, path)
    console = open_console(sqlite_center_url)
    before = console.settings.values
    dialog = opened(qtbot, console)
    click(dialog.take_in)
    until(qtbot, lambda: word in dialog.said.text())
    assert console.settings.values == before
    close(qtbot, console)


@pytest.mark.both_databases
def test_an_operators_choice_follows_them_to_another_workstation(
    qtbot: QtBot, open_console: OpenConsole, center_url: str
) -> None:
    first = open_console(center_url, workstation="一号席")
    dialog = opened(qtbot, first)
    box = dialog.rows["look.text_size"].control
    assert isinstance(box, QSpinBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert first.settings.value("look.text_size") == 110
    close(qtbot, first)
    until(qtbot, lambda: first.settings.unkept == {})
    settle(qtbot, first)
    second = open_console(center_url, workstation="二号席")
    until(qtbot, lambda: second.settings.value("look.text_size") == 110)
    other = open_console(center_url, operator="乙", workstation="三号席")
    settle(qtbot, other)
    assert other.settings.value("look.text_size") == 100
    # The theme belongs to the workstation.
    assert second.settings.value("look.theme") == "dark"


def test_a_choice_made_without_the_database_is_kept_and_told_later(
    qtbot: QtBot,
    open_console: OpenConsole,
    cluster: Cluster,
    postgresql_templates: Templates,
    clock: Clock,
) -> None:
    url = postgresql_templates.center()
    database = Database.open(url)
    office = Office(database, Actor("甲", "九号席"), clock.now)
    keep_preferences(office, {"look.motion": "full"})
    console = open_console(url)
    until(qtbot, lambda: console.settings.value("look.motion") == "full")
    outage = Outage(cluster, url)
    outage.begin()
    until(qtbot, lambda: "Database lost" in console.top_bar.database.text())
    console.settings.change("look.motion", "reduced")
    assert "look.motion" in console.settings.unkept
    outage.end()
    until(qtbot, lambda: console.settings.unkept == {})
    assert read_preferences(office)["look.motion"] == "reduced"
    database.close()


def test_what_moves_by_itself_stands_still_when_it_shall(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    flash, menu = QApplication.cursorFlashTime(), Qt.UIEffect.UI_AnimateMenu
    found = QApplication.isEffectEnabled(menu)
    assert flash > 0
    dialog = opened(qtbot, console)
    for key, caret, moves in (
        (Qt.Key.Key_End, 0, False),
        (Qt.Key.Key_Up, flash, True),
        (Qt.Key.Key_Home, flash, found),
    ):
        choose(dialog, "look.motion", key)
        assert (QApplication.cursorFlashTime(), QApplication.isEffectEnabled(menu)) == (
            caret,
            moves,
        )
    close(qtbot, console)
