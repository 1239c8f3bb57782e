"""The desk: queue, map and incident side by side, and the single keys that work on it."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.widgets.keys import BELOW, bind
from console.widgets.theme import Look

LEAST = ((320, 0.33), (280, 0.16), (380, 0.42))
"""The least width of each column in pixels, and the share of a screen that is enough for it."""


class DeskPage(QWidget):
    """Three columns whose widths are remembered; on the right, one panel at a time."""

    def __init__(
        self,
        look: Look,
        queue: QWidget,
        map_panel: QWidget,
        side_panel: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.side = QStackedWidget(self)
        self.side.addWidget(side_panel)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for widget in (queue, map_panel, self.side):
            self.splitter.addWidget(widget)
        self._columns = (queue, map_panel, self.side)
        self.splitter.setStretchFactor(1, 1)
        self._look, self._percent = look, look.theme.percent
        self._wanted: list[float] = []
        self.splitter.splitterMoved.connect(self._remember)
        theme = look.theme
        self.splitter.setSizes([theme.size("queue"), 940, theme.size("incident_panel")])
        self._measure()
        look.changed.connect(self._measure)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.splitter, 1)

    def add_above(self, widget: QWidget) -> None:
        """Put something above the columns."""
        self._layout.insertWidget(0, widget)

    def show_side(self, panel: QWidget) -> None:
        """Show one of the panels on the right."""
        self.side.setCurrentWidget(panel)

    def add_key(self, action: str, slot: Callable[[], object]) -> None:
        """Let an action's key do something while the keyboard is anywhere on the desk."""
        bind(action, self, slot, BELOW)

    def _measure(self) -> None:
        """Keep the columns readable in the text size that holds, on the screen that there is."""
        px, screen = self._look.theme.px, self.screen().availableSize().width()
        for widget, (least, share) in zip(self._columns, LEAST, strict=True):
            widget.setMinimumWidth(min(px(least), round(screen * share)))
        before, self._percent = self._percent, self._look.theme.percent
        if before != self._percent:
            sizes = self.splitter.sizes()
            if not self._wanted:
                self._wanted = [sizes[0] / before, sizes[2] / before]
            # From what somebody wanted, and not from what there was room for in between.
            queue, side = (round(width * self._percent) for width in self._wanted)
            self.splitter.setSizes([queue, max(0, sum(sizes) - queue - side), side])

    def _remember(self) -> None:
        self._wanted = []

    def layout_state(self) -> QByteArray:
        """The widths of the columns, to be remembered."""
        return self.splitter.saveState()

    def restore_layout(self, state: QByteArray) -> None:
        """Give the columns the widths that they had."""
        if not state.isEmpty():
            self.splitter.restoreState(state)
