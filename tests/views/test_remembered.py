"""What a seat finds again when it comes back: the window, the columns."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings, Qt
from pytestqt.qtbot import QtBot

from tests.views.conftest import OpenConsole
from tests.views.hands import press, until


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "seat.ini"), QSettings.Format.IniFormat)


def test_window_and_columns_are_as_they_were_left(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, settings: QSettings
) -> None:
    first = open_console(sqlite_center_url, settings=settings)
    first.window.setGeometry(40, 30, 1500, 860)
    splitter = first.page.splitter
    splitter.setSizes([500, 520, 480])
    left = splitter.sizes()
    assert left != [460, 940, 420]
    first.window.close()

    second = open_console(sqlite_center_url, settings=settings)
    until(qtbot, lambda: second.window.width() == 1500)
    assert second.window.height() == 860
    assert second.page.splitter.sizes() == left


@pytest.mark.parametrize("kept", [QByteArray(b"nonsense"), "text", 7])
def test_what_cannot_be_read_is_left_aside(
    open_console: OpenConsole, sqlite_center_url: str, settings: QSettings, kept: object
) -> None:
    settings.setValue("window", kept)
    settings.setValue("columns", kept)
    console = open_console(sqlite_center_url, settings=settings)
    assert console.window.width() >= 1366
    assert all(width >= 280 for width in console.page.splitter.sizes())


def test_no_column_can_be_pushed_away(open_console: OpenConsole, sqlite_center_url: str) -> None:
    console = open_console(sqlite_center_url)
    console.page.splitter.setSizes([0, 2000, 0])
    queue, area, side = console.page.splitter.sizes()
    assert queue >= 320
    assert area >= 280
    assert side >= 360


@pytest.mark.parametrize("english", [False, True])
def test_the_window_can_be_as_small_as_a_small_screen(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, english: bool
) -> None:
    console = open_console(sqlite_center_url)
    if english:
        press(console.window, Qt.Key.Key_F9)
        until(qtbot, lambda: "To verify" in console.top_bar.counters["unverified"].text())
    console.window.resize(1366, 768)
    until(qtbot, lambda: console.window.width() == 1366)
    assert console.window.minimumSizeHint().width() <= 1366
    assert console.window.height() == 768
