"""Pictures of the wall, in both languages and on both screens that it is made for."""

from collections.abc import Callable
from itertools import product
from pathlib import Path

from PySide6.QtCore import QObject, QSize, QTimer

from console.views.board.window import BoardWindow
from console.widgets.language import LOCALES, Language
from console.wiring import Console

SIZES = {"1080p": QSize(1920, 1080), "2160p": QSize(3840, 2160)}

PAINT_MS = 2500
"""How long the wall gets to paint after a change of its size: most of it for the map."""

QUICK = 80


class WallPhotographer(QObject):
    """Opens the wall beside the desk, takes its pictures, closes it, and says that it is done."""

    def __init__(
        self,
        console: Console,
        language: Language,
        folder: Path,
        done: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._console, self._language = console, language
        self._folder, self._done = folder, done
        self._plan = iter(tuple(product(SIZES, LOCALES)))
        self._shot: tuple[str, str] | None = None

    def begin(self) -> None:
        """Open the wall; the pictures follow."""
        self._console.wall.switch()
        view = self._window.page.map.view
        if view is None:
            self._next()
        else:
            view.ready.connect(self._next)

    @property
    def _window(self) -> BoardWindow:
        window = self._console.wall.window
        if window is None:
            raise RuntimeError("the wall is not open")
        return window

    def _next(self) -> None:
        self._shot = shot = next(self._plan, None)
        if shot is None:
            self._console.wall.close()
            self._done()
            return
        size, language = shot
        self._language.use(language)
        self._window.showNormal()
        self._window.resize(SIZES[size])
        QTimer.singleShot(PAINT_MS, self._take)

    def _take(self) -> None:
        if self._shot is not None:
            size, language = self._shot
            file = self._folder / f"wall-{language}-{size}.png"
            self._window.grab().save(str(file), "PNG", QUICK)
        self._next()
