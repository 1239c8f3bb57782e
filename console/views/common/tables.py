"""How tables of plain rows look and behave."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from console.widgets.measure import sized

ROW = 34
"""Height of a row in pixels."""

LEAST = 70
"""The least width of a column in pixels: a heading has room, and the table is scrolled."""


def prepare(table: QTableView) -> None:
    """Give a table whole rows, one of them selected, and no keys of its own but the arrows."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    # Without an input method, letters are keys also where Chinese is typed.
    table.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    sized(table.verticalHeader().setDefaultSectionSize, ROW)
    sized(table.horizontalHeader().setMinimumSectionSize, LEAST)
    table.horizontalHeader().setDefaultAlignment(
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    )
    table.horizontalHeader().setStretchLastSection(True)
