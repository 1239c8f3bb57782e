"""Draws the map's document on a worker thread and brings its files back to the GUI thread."""

import logging
from collections.abc import Mapping
from threading import Thread

from PySide6.QtCore import QObject, Signal

from console.domain.change import Catalogue
from console.widgets.map.values import Palette, palette_row

Files = Mapping[str, bytes]

_log = logging.getLogger(__name__)


class Press(QObject):
    """Draws one document after the other; the last one asked for is the one that counts."""

    drawn = Signal(int, object)
    """The number of the drawing and its files."""

    failed = Signal(int)
    """The number of a drawing that could not be made; why is in the log."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._threads: list[Thread] = []

    def draw(self, catalogue: Catalogue, palette: Palette) -> int:
        """Begin a drawing and return its number."""
        self._number += 1
        colors = tuple(palette_row(palette).items())
        thread = Thread(
            target=self._work, args=(self._number, catalogue, colors), name="map-press"
        )
        self._threads = [thread, *(old for old in self._threads if old.is_alive())]
        thread.start()
        return self._number

    def stop(self) -> None:
        """Wait for drawings that are still being made; needed before this object is deleted."""
        for thread in self._threads:
            thread.join()

    def _work(
        self, number: int, catalogue: Catalogue, colors: tuple[tuple[str, str], ...]
    ) -> None:
        # Whatever goes wrong here must reach the window as a failed map: an exception that ended
        # with the thread would leave the window waiting for ever.
        try:
            from console.widgets.map.document import Sheet, gather

            files = gather(Sheet(catalogue.grids, catalogue.roads, colors))
        except Exception:
            _log.exception("the map's document could not be drawn")
            self.failed.emit(number)
        else:
            self.drawn.emit(number, files)
