"""Text from 90 to 200 percent: it follows at once, and nothing is cut in either language."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.exceptions import TimeoutError as Unsettled
from pytestqt.qtbot import QtBot

from tests.views.clipped import clipped
from tests.views.conftest import OpenConsole
from tests.views.hands import CTRL, press
from tests.views.tour import Tour, open_at_work


def test_keys_make_all_text_larger_and_smaller_at_once(
    open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    rows, bar = console.queue.table.verticalHeader(), console.top_bar
    heights = rows.defaultSectionSize(), bar.height(), bar.time.font().pixelSize()
    console.settings.change("look.text_size", 190)
    for _ in range(2):
        press(console.window, Qt.Key.Key_Equal, CTRL)
    assert console.settings.value("look.text_size") == 200
    assert QApplication.font().pixelSize() == 28
    doubled = rows.defaultSectionSize(), bar.height(), bar.time.font().pixelSize()
    assert doubled == tuple(2 * height for height in heights)
    console.settings.change("look.text_size", 100)
    for _ in range(2):
        press(console.window, Qt.Key.Key_Minus, CTRL)
    assert console.settings.value("look.text_size") == 90
    assert QApplication.font().pixelSize() == 13
    press(console.window, Qt.Key.Key_0, CTRL)
    assert (rows.defaultSectionSize(), bar.height(), bar.time.font().pixelSize()) == heights


def still_clipped(qtbot: QtBot, window: QWidget) -> set[str]:
    """What is cut once everything has found its place."""
    try:
        qtbot.waitUntil(lambda: not any(clipped(window)), timeout=1_000)
    except Unsettled:
        return set(clipped(window))
    return set()


@pytest.mark.parametrize(("speech", "sizes"), [("zh", (150, 200)), ("en", (90, 200))])
def test_nothing_is_cut_in_any_text_size(
    qtbot: QtBot,
    open_console: OpenConsole,
    work_url: str,
    speech: str,
    sizes: tuple[int, ...],
) -> None:
    console = open_at_work(qtbot, open_console, work_url)
    console.language.use(speech)
    found = []
    for percent in sizes:
        console.settings.change("look.text_size", percent)
        for name, window in Tour(qtbot, console).stops():
            found += [f"{percent} % {name}: {why}" for why in still_clipped(qtbot, window)]
    assert not found, "\n".join(found)
