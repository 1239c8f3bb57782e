"""Carries the scene's changes into the page: one batch a frame, the next when the last is in."""

import json
import logging
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWebEngineCore import QWebEnginePage

from console.widgets.map.scene import Scene

FRAME_MS: Final = 16

_log = logging.getLogger(__name__)


class Courier(QObject):
    """Tells the page what the scene holds; lives on the GUI thread.

    The first change after a pause goes out in the same turn of the event loop. Those that follow
    wait for the end of the frame and for the page to have taken in the batch before, so that a
    storm of changes makes larger batches and not a longer queue.
    """

    def __init__(self, page: QWebEnginePage, scene: Scene, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._scene = scene
        self._open = False
        self._underway = False
        self._batch = 0
        self._life = 0
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._send)
        self._frame = QTimer(self, singleShot=True, interval=FRAME_MS)
        self._frame.timeout.connect(self._send)

    @property
    def batch(self) -> int:
        """The number of the last batch that was sent."""
        return self._batch

    def open(self) -> None:
        """The page is ready and knows nothing."""
        self._open = True
        self._scene.restart()
        self.wake()

    def close(self) -> None:
        """The page is gone or is being loaded; changes are kept."""
        self._open = False
        self._underway = False
        self._life += 1

    def wake(self) -> None:
        """Something in the scene changed."""
        if self._open and not self._underway and not self._frame.isActive():
            self._turn.start()

    def _send(self) -> None:
        if not self._open or self._underway:
            return
        told = self._scene.take()
        if told is None:
            return
        self._batch += 1
        self._underway = True
        life = self._life
        told["batch"] = self._batch
        script = f"gridMap.apply({json.dumps(told, allow_nan=False)})"
        self._frame.start()
        self._page.runJavaScript(script, 0, lambda result: self._arrived(life, result))

    def _arrived(self, life: int, result: object) -> None:
        if life != self._life:
            return
        self._underway = False
        if result is not True:
            _log.warning("the map's page did not take a change in: %r", result)
        self.wake()
