"""Rows of an arrangement as a table of Qt: what happens to them is told in Qt's own words."""

from collections.abc import Callable, Iterable
from functools import partial

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex
from typing_extensions import override

from console.domain.incident import Incident
from console.views.queue.arrangement import Arrangement, Edit, Kind
from console.views.queue.ordering import Slots
from console.widgets.queue_row import QueueRole

Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractTableModel):
    """Inserts, removes, moves and folds rows, so that a selection stays on its incidents."""

    def __init__(self, rows: Arrangement, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._removing = False

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows.rows)

    @property
    def removing(self) -> bool:
        """Whether a row is being taken out; a view then moves its selection by itself."""
        return self._removing

    @property
    def count(self) -> int:
        """How many incidents are shown; a heading is none."""
        return self._rows.count

    def incident(self, row: int) -> Incident | None:
        """The incident in a row; None for a heading."""
        return self._rows.incident(row)

    @property
    def grouped(self) -> bool:
        """Whether rows stand below headings."""
        return self._rows.columns.grouped

    def is_heading(self, row: int) -> bool:
        """Whether a row is the heading of a group."""
        return self._rows.heading(row) is not None

    def is_closed(self, row: int) -> bool:
        """Whether a row is a heading whose group is folded away."""
        heading = self._rows.heading(row)
        return heading is not None and heading.closed

    def row_of(self, incident_id: int) -> int | None:
        """The row that shows an incident, or None where it is not shown."""
        return self._rows.row_of(incident_id)

    def heading_of(self, incident_id: int) -> int | None:
        """The row with the heading of an incident's group."""
        return self._rows.heading_of(incident_id)

    def fold(self, row: int, *, closed: bool) -> None:
        """Fold the group of a heading away, or show it again."""
        rows = self._rows
        heading = rows.heading(row)
        if heading is None or heading.closed == closed:
            return
        (rows.closed.add if closed else rows.closed.discard)(heading.code)
        shown, first, last = rows.rows, row + 1, row + heading.count
        rows.show()
        after, rows.rows = rows.rows, shown
        if closed:
            self._removing = True
            self.beginRemoveRows(QModelIndex(), first, last)
            rows.rows = after
            self.endRemoveRows()
            self._removing = False
        else:
            self.beginInsertRows(QModelIndex(), first, last)
            rows.rows = after
            self.endInsertRows()
        self._touch_row(row)

    # How it is done

    def _edit(self, edits: Iterable[Edit]) -> None:
        """Take edits in one by one, and tell the views of each."""
        nowhere = QModelIndex()
        for edit in edits:
            row, target = edit.row, edit.target
            match edit.kind:
                case Kind.INSERT:
                    self.beginInsertRows(nowhere, row, row)
                    self._rows.rows = edit.rows
                    self.endInsertRows()
                case Kind.TAKE:
                    self._removing = True
                    self.beginRemoveRows(nowhere, row, row)
                    self._rows.rows = edit.rows
                    self.endRemoveRows()
                    self._removing = False
                case Kind.MOVE if row != target:
                    # Qt counts the target among the rows as they stand, the moved one included.
                    before = target if target < row else target + 1
                    self.beginMoveRows(nowhere, row, row, nowhere, before)
                    self._rows.rows = edit.rows
                    self.endMoveRows()
                    self._touch_row(target)
                case Kind.ORDER:
                    self._relayout(partial(self._take_rows, edit.rows))
                case _:
                    self._rows.rows = edit.rows
                    self._touch_row(row)

    def _take_rows(self, rows: Slots) -> None:
        self._rows.rows = rows

    def _reset(self, change: Callable[[], None]) -> None:
        self.beginResetModel()
        change()
        self.endResetModel()

    def _look_again(self) -> None:
        """Show what is wanted by now; the views hear of it only if that is something else."""
        shown = self._rows.rows
        self._rows.show()
        after, self._rows.rows = self._rows.rows, shown
        if not np.array_equal(shown, after):
            self._reset(self._rows.show)

    def _relayout(self, change: Callable[[], None]) -> None:
        """Give the rows another order; whoever holds an index keeps hold of its incident."""
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        slots = [int(self._rows.rows[index.row()]) for index in held]
        change()
        moved = [self._index_at(slot, index) for slot, index in zip(slots, held, strict=True)]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _index_at(self, slot: int, held: QModelIndex) -> QModelIndex:
        row = self._rows.row_at(slot)
        return QModelIndex() if row is None else self.index(row, held.column())

    def _touch(self, incident_id: int, role: QueueRole | None = None) -> None:
        row = self.row_of(incident_id)
        if row is not None:
            self._touch_row(row, [] if role is None else [role])

    def _touch_row(self, row: int, roles: list[int] | None = None) -> None:
        self.dataChanged.emit(
            self.index(row, 0), self.index(row, self.columnCount() - 1), roles or []
        )

    def _touch_all(self) -> None:
        if len(self._rows.rows):
            last = self.index(len(self._rows.rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
