"""A small queue to look at, and a long one to scroll."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView
from typing_extensions import override

from console.domain.incident import Incident
from console.widgets.queue_row import QueueRole, QueueRowDelegate
from console.widgets.theme import Look
from tests.widgets.make import NOW, category


@dataclass(frozen=True)
class Row:
    """What one row of a queue shows."""

    incident: Incident
    icon: str = "general"
    grid: str = "2-04"
    monogram: str = ""
    new: bool = False
    busy: bool = False


class RowModel(QAbstractTableModel):
    """Rows by number, made when they are asked for."""

    def __init__(self, count: int, row: Callable[[int], Row]) -> None:
        super().__init__()
        self._count, self._row = count, row

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return self._count

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 1

    @override
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        row = self._row(index.row())
        match role:
            case QueueRole.INCIDENT:
                return row.incident
            case QueueRole.CATEGORY:
                return category(row.icon)
            case QueueRole.GRID_SHORT:
                return row.grid
            case QueueRole.ASSIGNEE:
                return row.monogram
            case QueueRole.NEW:
                return row.new
            case QueueRole.BUSY:
                return row.busy
            case Qt.ItemDataRole.DisplayRole:
                return row.incident.number
        return None


def queue_table(model: RowModel, look: Look) -> QTableView:
    """A table that shows rows as the desk does."""
    table = QTableView()
    table.setModel(model)
    table.setItemDelegate(QueueRowDelegate(look, lambda: NOW, table))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.horizontalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(look.theme.size("queue_row"))
    return table
