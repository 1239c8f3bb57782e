"""How tables of plain rows look and behave."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QTableWidget

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


def skip_while_empty(table: QTableWidget) -> None:
    """Let Tab pass a table by while it is empty: nothing could show that it has the keyboard."""
    _Emptiness(table)


class _Emptiness(QObject):
    """Watches the rows of its parent."""

    def __init__(self, table: QTableWidget) -> None:
        super().__init__(table)
        self._table, self._policy = table, table.focusPolicy()
        for changed in (table.model().rowsInserted, table.model().rowsRemoved):
            changed.connect(self._look)
        self._look()

    def _look(self) -> None:
        empty = self._table.rowCount() == 0
        self._table.setFocusPolicy(Qt.FocusPolicy.NoFocus if empty else self._policy)
