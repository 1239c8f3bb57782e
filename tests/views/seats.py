"""How many a test begins: a console with one report in its queue, selected."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.domain.incident import State
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import press, shown_as
from tests.views.reports import litter


def one_reported(
    qtbot: QtBot, open_console: OpenConsole, url: str, elsewhere: Elsewhere
) -> Console:
    """Open a console on a center with one unverified report, and go to it by the keyboard."""
    elsewhere(url, litter())
    console = open_console(url)
    press(console.window, Qt.Key.Key_Down)
    shown_as(qtbot, console, State.REPORTED)
    return console
