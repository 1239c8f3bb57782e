"""Draws the map's document on a worker thread and brings its files back to the GUI thread."""

import logging
from collections.abc import Mapping

from PySide6.QtCore import QObject, QThreadPool, Signal

from console.domain.change import Catalogue
from console.widgets.map.values import Palette, palette_row

Files = Mapping[str, bytes]

_log = logging.getLogger(__name__)


class Press(QObject):
    """One drawing at a time; the last one asked for is the one that counts."""

    drawn = Signal(int, object)
    """The number of the drawing and its files."""

    failed = Signal(int)
    """The number of a drawing that could not be made; why is in the log."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._number = 0

    def draw(self, catalogue: Catalogue, palette: Palette) -> int:
        """Begin a drawing and return its number."""
        self._number += 1
        number = self._number
        roads = tuple((road.main, road.line) for road in getattr(catalogue, "roads", ()))
        colors = tuple(palette_row(palette).items())
        self._pool.start(lambda: self._work(number, catalogue, roads, colors))
        return number

    def stop(self) -> None:
        """Wait for a drawing that is still being made."""
        self._pool.waitForDone()

    def _work(
        self,
        number: int,
        catalogue: Catalogue,
        roads: tuple[tuple[bool, tuple[tuple[float, float], ...]], ...],
        colors: tuple[tuple[str, str], ...],
    ) -> None:
        # Runs on the pool's thread. Whatever goes wrong here must reach the window as a failed
        # map: an exception that ended in the pool would leave it waiting for ever.
        try:
            from console.widgets.map.document import Sheet, gather

            files = gather(Sheet(catalogue.grids, roads, colors))
        except Exception:
            _log.exception("the map's document could not be drawn")
            self.failed.emit(number)
        else:
            self.drawn.emit(number, files)
