"""The roster as rows, and what its two forms do alike."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from console.views.common.item_views import is_enter, is_letter, prepare
from console.views.roster.cells import ROW
from console.views.roster.columns import Column
from console.widgets.measure import sized

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
        sized(rows.setDefaultSectionSize, ROW)
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heading.setStretchLastSection(True)
        # A heading in bold for the selected row's cells would need room that it does not have.
        heading.setHighlightSections(False)
        self.doubleClicked.connect(self.opened)

    def set_widths(self, badges: int) -> None:
        """Give the columns their widths, with so much room for the badges."""
        for column, width in WIDTHS.items():
            sized(self.setColumnWidth, width, at=column)
        self.setColumnWidth(Column.BADGES, badges)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.opened.emit()
        elif is_letter(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
