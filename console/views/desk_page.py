"""The desk: queue, map and incident side by side, and the single keys that work on it."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.widgets.keys import BELOW, bind
from console.widgets.theme import Look


class DeskPage(QWidget):
    """Three columns whose widths are remembered; on the right, one panel at a time."""

    def __init__(
        self,
        look: Look,
        queue: QWidget,
        map_panel: QWidget,
        side_panels: list[QWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.side = QStackedWidget(self)
        for panel in side_panels:
            self.side.addWidget(panel)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for widget in (queue, map_panel, self.side):
            self.splitter.addWidget(widget)
        queue.setMinimumWidth(320)
        map_panel.setMinimumWidth(280)
        self.side.setMinimumWidth(360)
        self.splitter.setStretchFactor(1, 1)
        theme = look.theme
        self.splitter.setSizes([theme.size("queue"), 940, theme.size("incident_panel")])
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

    def layout_state(self) -> QByteArray:
        """The widths of the columns, to be remembered."""
        return self.splitter.saveState()

    def restore_layout(self, state: QByteArray) -> None:
        """Give the columns the widths that they had."""
        if not state.isEmpty():
            self.splitter.restoreState(state)
