"""The wall's window: full screen, with no pointer, closed by F11 or Esc."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QScreen,
    QShortcut,
)
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from console.live.day_figures import DayWatch
from console.live.hub import Hub
from console.live.link import Link
from console.live.questions import Questions
from console.views.board.page import Situation
from console.views.board.scale import Scale
from console.widgets.theme import WALL, load_theme

POINTER_MS = 3000
"""So long after its last movement the pointer is hidden, in milliseconds."""

KEY = "F11"


class BoardWindow(QWidget):
    """Shows the page; whoever opens it stops it when it has been closed."""

    closed = Signal()

    def __init__(
        self,
        hub: Hub,
        questions: Questions,
        clock: Callable[[], datetime],
        *,
        with_map: bool = True,
    ) -> None:
        super().__init__()
        self.setObjectName("board")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Wall"))
        self._theme = load_theme(WALL)
        self._size: tuple[int, int] | None = None
        self.watch = DayWatch(hub, questions, clock, self)
        self.page = Situation(hub, self.watch, clock, self)
        # So the window gets all that the mouse does, and knows when to show the pointer.
        self.page.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        # The screen says how large the page is, never the page.
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        layout.addWidget(self.page)
        self._still = QTimer(self, interval=POINTER_MS, singleShot=True)
        self._still.timeout.connect(self._hide_pointer)
        self._still.start()
        for key in (KEY, "Esc"):
            QShortcut(QKeySequence(key), self).activated.connect(self.close)
        self._with_map = with_map

    def start(self, link: Link | None = None) -> None:
        """Begin to show what is known; the link as it is told, if it is known already."""
        if link is not None:
            self.page.show_link(link)
        self._fit()
        if self._with_map:
            self.page.map.start()
        self.watch.start()

    def stop(self) -> None:
        """Let go of the map, before it is deleted."""
        self.page.map.stop()

    def show_on(self, screen: QScreen) -> None:
        """Fill a screen."""
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.unsetCursor()
        self._still.start()
        super().mouseMoveEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _hide_pointer(self) -> None:
        self.setCursor(Qt.CursorShape.BlankCursor)

    def _fit(self) -> None:
        size = self.width(), self.height()
        if size != self._size:
            self._size = size
            scale = Scale.of(self._theme, *size)
            self.setStyleSheet(wall_sheet(scale))
            self.page.fit(scale)


def screen_beside(taken: QRect | None = None) -> QScreen:
    """Another screen than the one where a window stands; that one if there is no other.

    Without a window it is another one than the first screen.
    """
    at = None if taken is None else QGuiApplication.screenAt(taken.center())
    own = at or QGuiApplication.primaryScreen()
    return next((one for one in QGuiApplication.screens() if one is not own), own)


def wall_sheet(scale: Scale) -> str:
    """The wall's own style: what stands here goes before the application's sheet."""
    theme, px = scale.theme, scale.px
    rules = [
        f"QWidget#board {{ background: {theme.color('bg').name()}; }}",
        f"QFrame#rule {{ background: {theme.color('line').name()}; border: none; }}",
        f"QWidget#map {{ background: {theme.color('map').name()}; }}",
        f"QLabel {{ background: transparent; color: {theme.color('dim').name()}; }}",
        f"QLabel#demonstration {{ border: {px(2)}px solid {theme.color('amber').name()};"
        f" border-radius: {px(6)}px; padding: {px(2)}px {px(12)}px; }}",
    ]
    rules += [
        f'QLabel[tone="{tone}"] {{ color: {theme.color(tone).name()}; }}'
        for tone in ("text", "dim", "red", "amber", "green", "blue")
    ]
    return "\n".join(rules)
