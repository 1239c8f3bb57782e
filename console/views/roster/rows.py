"""The roster as rows, and what its two forms do alike."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget
from typing_extensions import override

from console.views.roster.cells import ROW
from console.views.roster.columns import Column

WIDTHS = {
    Column.NUMBER: 90,
    Column.NAME: 110,
    Column.GRID: 120,
    Column.DUTY: 110,
    Column.LOAD: 80,
    Column.PHONE: 130,
    Column.SEEN: 100,
}
"""Widths of the columns in pixels; the badges take theirs from the number of skills."""


def is_enter(event: QKeyEvent) -> bool:
    """Whether a key asks for the page of the selected member."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_letter(event: QKeyEvent) -> bool:
    """Whether a key would start Qt's search as you type; in the roster letters are deeds."""
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return bool(event.text().strip()) and not control


def prepare(view: QAbstractItemView) -> None:
    """Set what is the same in both forms; single keys are deeds, so no input method starts."""
    view.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTabKeyNavigation(False)
    view.setFrameShape(QFrame.Shape.NoFrame)


class RosterTable(QTableView):
    """The members as rows; Enter goes into the page of the selected one."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        prepare(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        rows, heading = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW)
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heading.setStretchLastSection(True)
        # A heading in bold for the selected row's cells would need room that it does not have.
        heading.setHighlightSections(False)
        self.doubleClicked.connect(self.opened)

    def set_widths(self, badges: int) -> None:
        """Give the columns their widths, with so much room for the badges."""
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        self.setColumnWidth(Column.BADGES, badges)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.opened.emit()
        elif is_letter(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
