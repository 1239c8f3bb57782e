"""A row of the queue as cells of a table: one thing a column, in the same signs as elsewhere."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from console.domain.queue_columns import QueueField
from console.widgets.painting import sharpness
from console.widgets.queue_paint import RowLook, RowPainter

PADDING = 8
"""Between a cell's edge and what it shows, in pixels; a header's texts begin there too."""


class CellPainter(RowPainter):
    """Paints cells in one theme."""

    def paint_cell(
        self,
        painter: QPainter,
        cell: QRect,
        row_rect: QRect,
        row: RowLook,
        field: QueueField,
        text: str,
    ) -> None:
        """Paint one cell.

        Args:
            painter: Where to.
            cell: The cell's rectangle.
            row_rect: That of the whole row: ground and focus go through all of it.
            row: What the row shows.
            field: What the cell shows of it.
            text: That in words, for what is shown as text.
        """
        painter.save()
        painter.setClipRect(cell)
        self._ratio = sharpness(painter)
        self._paint_ground(painter, row_rect, row)
        padding = self._theme.px(PADDING)
        left, right = cell.left() + padding, cell.right() + 1 - padding
        middle = cell.top() + cell.height() / 2
        match field:
            case QueueField.PRIORITY:
                self._paint_mark(painter, cell.left() + cell.width() / 2, cell, row)
            case QueueField.TITLE:
                self._paint_words(painter, left, middle, right, row)
            case QueueField.LIMIT:
                self._paint_limit(painter, right, middle, row, right - left)
            case QueueField.STATE:
                width = self._columns_now().chip
                self._paint_chip(painter, min(right, left + width), middle, row, flat=True)
            case QueueField.ASSIGNEE:
                side = self._theme.size("monogram")
                end = cell.left() + (cell.width() + side) // 2
                self._paint_monogram(painter, end, middle, row)
            case _:
                painter.setFont(self._small.font)
                painter.setPen(self._colors["dim"])
                x = left + self._small.draw(painter, left, middle, text, max(0, right - left))
                if field is QueueField.ADDRESS and row.onlookers:
                    self._paint_onlookers(painter, x + self._at.gap, middle, right, row.onlookers)
        painter.restore()
