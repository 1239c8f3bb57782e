"""Paints a row of the queue in the form that is chosen, out of roles alone."""

from collections.abc import Callable
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from console.domain.category import Category
from console.domain.incident import Incident
from console.domain.queue_columns import QueueForm
from console.widgets.queue_cells import CellPainter
from console.widgets.queue_heading import HeadingLook, HeadingPainter
from console.widgets.queue_line import LinePainter
from console.widgets.queue_paint import RowLook, RowPainter
from console.widgets.theme import Look, Theme


class QueueRole(IntEnum):
    """What a row is painted from."""

    INCIDENT = Qt.ItemDataRole.UserRole + 1
    CATEGORY = Qt.ItemDataRole.UserRole + 2
    GRID_SHORT = Qt.ItemDataRole.UserRole + 3
    ASSIGNEE = Qt.ItemDataRole.UserRole + 4
    NEW = Qt.ItemDataRole.UserRole + 5
    BUSY = Qt.ItemDataRole.UserRole + 6
    POINTED = Qt.ItemDataRole.UserRole + 7
    CARD = Qt.ItemDataRole.UserRole + 8
    GONE = Qt.ItemDataRole.UserRole + 9
    HEADING = Qt.ItemDataRole.UserRole + 10
    CELL = Qt.ItemDataRole.UserRole + 11
    ONLOOKERS = Qt.ItemDataRole.UserRole + 12
    TOGETHER = Qt.ItemDataRole.UserRole + 13


_HEIGHTS = {
    QueueForm.ROWS: "queue_row",
    QueueForm.LINES: "queue_line",
    QueueForm.TABLE: "queue_line",
}


class QueueRowDelegate(QStyledItemDelegate):
    """One row; it only looks things up and hands them to the painters.

    They are made anew for each theme, because they keep fonts, pens and drawings of one.
    """

    def __init__(
        self, look: Look, clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._clock = clock
        self.form = QueueForm.ROWS
        self._restyle()
        look.changed.connect(self._restyle)

    @property
    def height(self) -> int:
        """How high a row is in the form that is chosen, in pixels."""
        return self._look.theme.size(_HEIGHTS[self.form])

    def _restyle(self) -> None:
        self._rows: dict[QueueForm, RowPainter] = {}
        self._headings: HeadingPainter | None = None

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(320, self.height)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        incident = index.data(QueueRole.INCIDENT)
        if not isinstance(incident, Incident):
            self._paint_heading(painter, option, index)
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        category = index.data(QueueRole.CATEGORY)
        look = RowLook(
            incident=incident,
            now=self._clock(),
            icon=category.icon if isinstance(category, Category) else "general",
            grid=index.data(QueueRole.GRID_SHORT) or "",
            monogram=index.data(QueueRole.ASSIGNEE) or "",
            card=index.data(QueueRole.CARD),
            onlookers=index.data(QueueRole.ONLOOKERS) or "",
            together=index.data(QueueRole.TOGETHER) or "",
            new=bool(index.data(QueueRole.NEW)),
            busy=bool(index.data(QueueRole.BUSY)),
            gone=bool(index.data(QueueRole.GONE)),
            selected=bool(state & QStyle.StateFlag.State_Selected),
            focused=self._has_keyboard(option, index),
            hovered=bool(
                state & QStyle.StateFlag.State_MouseOver or index.data(QueueRole.POINTED)
            ),
        )
        rows = self._painter_of_rows()
        if isinstance(rows, CellPainter):
            field, text = index.data(QueueRole.CELL)
            rows.paint_cell(painter, rect, whole_row(option), look, field, text)
        else:
            rows.paint(painter, rect, look)

    def _painter_of_rows(self) -> RowPainter:
        found = self._rows.get(self.form)
        if found is None:
            found = self._rows[self.form] = _painter(self.form, self._look.theme)
        return found

    def _paint_heading(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        heading = index.data(QueueRole.HEADING)
        if not isinstance(heading, HeadingLook):
            return
        if self._headings is None:
            self._headings = HeadingPainter(self._look.theme)
        painter.save()
        # A heading goes through all the columns; each paints its part of it.
        painter.setClipRect(option.rect)
        self._headings.paint(
            painter,
            whole_row(option),
            heading,
            selected=bool(option.state & QStyle.StateFlag.State_Selected),
            focused=self._has_keyboard(option, index),
        )
        painter.restore()

    def _has_keyboard(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> bool:
        """Whether the keyboard is in this row: in a table, whichever its cell is."""
        view = option.widget
        if self.form is not QueueForm.TABLE or not isinstance(view, QAbstractItemView):
            return bool(option.state & QStyle.StateFlag.State_HasFocus)
        return view.hasFocus() and view.currentIndex().row() == index.row()


def whole_row(option: QStyleOptionViewItem) -> QRect:
    """Where the whole row is that a cell belongs to."""
    view, rect = option.widget, QRect(option.rect)
    if isinstance(view, QAbstractItemView):
        rect.setLeft(0)
        rect.setWidth(view.viewport().width())
    return rect


def _painter(form: QueueForm, theme: Theme) -> RowPainter:
    match form:
        case QueueForm.ROWS:
            return RowPainter(theme)
        case QueueForm.LINES:
            return LinePainter(theme)
        case QueueForm.TABLE:
            return CellPainter(theme)
