"""A console's window without the map, that tells when a row of its queue is painted."""

import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEventLoop,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSettings,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from typing_extensions import override

from bench.actor import ACTOR
from console.widgets.language import Language
from console.widgets.queue_row import QueueRole, QueueRowDelegate
from console.widgets.theme import Look
from console.wiring import Console

if TYPE_CHECKING:
    from console.domain.incident import Incident

WAIT_MS = 20_000
"""How long something is waited for before the measurement is given up, in milliseconds."""

SETTLED_MS = 2000
"""So long after the last piece of the start has begun is it over, in milliseconds."""


def _now() -> datetime:
    return datetime.now(UTC)


class Painted(QueueRowDelegate):
    """Paints as ever, and keeps when each version of each incident was painted first."""

    def __init__(self, look: Look, told: "Told") -> None:
        super().__init__(look, _now)
        self.at: dict[tuple[int, int], float] = {}
        self._told = told

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        incident: Incident = index.data(QueueRole.INCIDENT)
        key = incident.id, incident.version
        if key not in self.at:
            self.at[key] = monotonic()
            self._told.painted.emit(incident)


class Told(QObject):
    """Carries the news of a painted row."""

    painted = Signal(object)


class Seat:
    """One open console."""

    def __init__(self, url: str) -> None:
        app = QApplication.instance() or QApplication(["bench"])
        assert isinstance(app, QApplication)
        self._folder = tempfile.TemporaryDirectory(prefix="bench-seat-")
        look, language = Look(app), Language(app)
        look.use("dark")
        language.use("zh")
        settings = QSettings(
            str(Path(self._folder.name) / "settings.ini"), QSettings.Format.IniFormat
        )
        self.console = Console(
            url, ACTOR, _now, look, language, settings, with_map=False, with_ladder=False
        )
        self.told = Told()
        self.painted = Painted(look, self.told)
        self.console.queue.table.setItemDelegate(self.painted)
        self.console.window.show()
        self.console.usable.connect(self._ready)
        self._loop = QEventLoop()
        self.console.start()
        self.wait()

    def _ready(self) -> None:
        self._loop.quit()

    def wait(self) -> None:
        """Run the event loop until somebody calls ``go_on``.

        Raises:
            TimeoutError: If nobody does.
        """
        late = QTimer(singleShot=True, interval=WAIT_MS)
        late.timeout.connect(self._late)
        self._was_late = False
        late.start()
        self._loop.exec()
        late.stop()
        if self._was_late:
            raise TimeoutError("the measurement waited in vain")

    def settle(self) -> None:
        """Wait until all that begins after the start has begun, and a while longer."""
        while not self.console.after_start.has_begun:
            self._pause()
        self._pause()

    def _pause(self) -> None:
        QTimer.singleShot(SETTLED_MS, self._loop.quit)
        self.wait()

    def go_on(self, *_: object) -> None:
        """End a wait."""
        self._loop.quit()

    def until(self, signal_connect: Callable[[Callable[..., None]], object]) -> None:
        """Wait for a signal, given by its ``connect``."""
        signal_connect(self.go_on)
        self.wait()

    def close(self) -> None:
        """End the console."""
        self.console.window.close()
        self.console.stop()
        self._folder.cleanup()

    def _late(self) -> None:
        self._was_late = True
        self._loop.quit()
