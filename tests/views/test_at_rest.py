"""A window in which nothing happens does nothing: it takes no core from whoever works on it."""

from collections import Counter

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.views.conftest import OpenConsole
from tests.views.tour import Tour, open_at_work

SETTLING, LOOKED_AT = 20, 30
"""How many turns of the event loop a screen may settle in, and how many are then looked at."""


class Restless(QObject):
    """Counts in how many turns of the event loop each widget asks to be laid out again."""

    def __init__(self) -> None:
        super().__init__()
        self.turns: Counter[str] = Counter()
        self._now: set[str] = set()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._now.add(f"{type(watched).__name__} {watched.objectName()}")
        return False

    def turn(self) -> None:
        QCoreApplication.sendPostedEvents()
        self.turns.update(self._now)
        self._now.clear()


def test_no_screen_lays_itself_out_for_ever(
    qtbot: QtBot, qapp: QApplication, open_console: OpenConsole, work_url: str
) -> None:
    console = open_at_work(qtbot, open_console, work_url)
    found: dict[str, list[str]] = {}
    for name, _ in Tour(qtbot, console).stops():
        restless = Restless()
        qapp.installEventFilter(restless)
        for _ in range(SETTLING):
            restless.turn()
        restless.turns.clear()
        for _ in range(LOOKED_AT):
            restless.turn()
        qapp.removeEventFilter(restless)
        # A clock that ticks meanwhile asks once; what feeds itself asks in every turn.
        always = [who for who, turns in restless.turns.items() if turns > LOOKED_AT // 2]
        if always:
            found[name] = always
    assert not found
