"""A row of the queue in one line: mark, number, title, time left and state."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from typing_extensions import override

from console.widgets.painting import sharpness
from console.widgets.queue_paint import RowLook, RowPainter

ADDRESS_ROOM = 70
"""So many pixels must be left beside the title, or the address is left out."""


class LinePainter(RowPainter):
    """Paints rows of one line in one theme."""

    @override
    def paint(self, painter: QPainter, rect: QRect, row: RowLook) -> None:
        painter.save()
        painter.setClipRect(rect)
        self._ratio = sharpness(painter)
        at = self._at
        self._paint_ground(painter, rect, row)
        self._paint_mark(painter, rect.left() + at.mark_middle, rect, row)
        middle = rect.top() + rect.height() / 2
        right = rect.right() + 1 - at.edge
        columns = self._columns_now()
        self._paint_chip(painter, right, middle, row, flat=True)
        end = self._paint_limit(painter, right - columns.chip - at.gap, middle, row) - at.gap
        small = self._small
        painter.setFont(small.font)
        painter.setPen(self._colors["dim"])
        x = rect.left() + at.text_left
        x += small.draw(painter, x, middle, row.incident.number, max(0, end - x)) + at.gap
        if row.onlookers:
            x = self._paint_onlookers(painter, x, middle, end, row.onlookers)
        x = self._paint_title(painter, x, middle, end, row) + at.gap
        if row.incident.address and end - x >= self._theme.px(ADDRESS_ROOM):
            painter.setFont(small.font)
            painter.setPen(self._colors["dim"])
            small.draw(painter, x, middle, row.incident.address, end - x)
        painter.restore()
