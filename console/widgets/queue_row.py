"""Paints a row of the queue: two lines with mark, ring, chip and monogram, out of roles alone."""

from collections.abc import Callable
from datetime import datetime
from enum import IntEnum
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from console.domain.category import Category
from console.domain.incident import Incident
from console.domain.limits import WARNING_SHARE, share_left
from console.domain.text import one_line
from console.widgets.chip import paint_chip
from console.widgets.icons import icon_pixmap
from console.widgets.marks import paint_priority, paint_ring
from console.widgets.monogram import paint_monogram
from console.widgets.theme import Look, Theme
from console.widgets.words import limit_text

SHAPED = 120
"""So many characters of a text are given to the font engine; no row is wider."""

MARK, ICON, RING, CIRCLE = 16, 14, 18, 26
LEFT, TEXT_LEFT = 14, 40
CHIP_WIDTH, CHIP_HEIGHT = 58, 22
LIMIT_WIDTH = 160


class QueueRole(IntEnum):
    """What a row is painted from."""

    INCIDENT = Qt.ItemDataRole.UserRole + 1
    CATEGORY = Qt.ItemDataRole.UserRole + 2
    GRID_SHORT = Qt.ItemDataRole.UserRole + 3
    ASSIGNEE = Qt.ItemDataRole.UserRole + 4
    NEW = Qt.ItemDataRole.UserRole + 5
    BUSY = Qt.ItemDataRole.UserRole + 6


class _Type:
    """The fonts and measures of one theme; made once, because each costs more than a row."""

    def __init__(self, theme: Theme) -> None:
        self.title: QFont = theme.font("row_title")
        self.new_title: QFont = theme.font("row_title", bold=True)
        self.small: QFont = theme.font("caption")
        self.limit: QFont = theme.font("body", bold=True)
        self.metrics = {
            id(font): QFontMetrics(font)
            for font in (self.title, self.new_title, self.small, self.limit)
        }
        self.elided = lru_cache(maxsize=4096)(self._elide)

    def _elide(self, text: str, font: int, width: int) -> str:
        line = one_line(text)[:SHAPED]
        return self.metrics[font].elidedText(line, Qt.TextElideMode.ElideRight, width)


class QueueRowDelegate(QStyledItemDelegate):
    """One row; it only looks things up and paints them."""

    def __init__(
        self, look: Look, clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._clock = clock
        self._type = _Type(look.theme)
        self._icon = lru_cache(maxsize=64)(self._draw_icon)
        look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self._type = _Type(self._look.theme)
        self._icon = lru_cache(maxsize=64)(self._draw_icon)

    def _draw_icon(self, name: str, ratio: float) -> QPixmap:
        return icon_pixmap(name, self._look.theme, ICON, ratio)

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(320, self._look.theme.size("queue_row"))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        incident = index.data(QueueRole.INCIDENT)
        if not isinstance(incident, Incident):
            return
        theme = self._look.theme
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        new = bool(index.data(QueueRole.NEW))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, state, new=new)
        if index.data(QueueRole.BUSY):
            painter.setOpacity(0.55)
        mark = QRectF(rect.left() + LEFT, rect.center().y() - MARK / 2, MARK, MARK)
        paint_priority(painter, mark, incident.priority, theme)
        right = self._paint_right(painter, rect, incident, str(index.data(QueueRole.ASSIGNEE)))
        category = index.data(QueueRole.CATEGORY)
        grid = str(index.data(QueueRole.GRID_SHORT))
        icon = category.icon if isinstance(category, Category) else "general"
        self._paint_texts(painter, rect, right, incident, icon, grid, new=new)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, *, new: bool
    ) -> None:
        theme = self._look.theme
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("raised"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
        if selected or new:
            bar = theme.color("accent" if selected else "text")
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), bar)

    def _paint_right(
        self, painter: QPainter, rect: QRect, incident: Incident, monogram: str
    ) -> int:
        """Paint ring, limit, chip and monogram from the right; returns where they begin."""
        theme = self._look.theme
        middle = rect.center().y()
        x = rect.right() - 10 - CIRCLE
        paint_monogram(painter, QRectF(x, middle - CIRCLE / 2, CIRCLE, CIRCLE), monogram, theme)
        x -= CHIP_WIDTH + 8
        chip = QRectF(x, middle - CHIP_HEIGHT / 2, CHIP_WIDTH, CHIP_HEIGHT)
        paint_chip(painter, chip, incident.state, theme)
        now = self._clock()
        overdue = incident.overdue(now)
        share = None
        if incident.due_at is not None:
            share = share_left(incident.stage_from, incident.due_at, now)
        text = limit_text(incident, now)
        font = self._type.limit
        width = min(self._type.metrics[id(font)].horizontalAdvance(text), LIMIT_WIDTH)
        x -= width + 10
        near = share is not None and share < WARNING_SHARE
        painter.setFont(font)
        painter.setPen(theme.color("red" if overdue else "amber" if near else "dim"))
        box = QRectF(x, rect.top(), width + 2, rect.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        x -= RING + 6
        ring = QRectF(x, middle - RING / 2, RING, RING)
        paint_ring(painter, ring, share, theme, overdue=overdue)
        return int(x)

    def _paint_texts(
        self,
        painter: QPainter,
        rect: QRect,
        right: int,
        incident: Incident,
        icon: str,
        grid: str,
        *,
        new: bool,
    ) -> None:
        theme, kind = self._look.theme, self._type
        left = rect.left() + TEXT_LEFT
        width = max(0, right - left - 8)
        top, half = rect.top() + 6, (rect.height() - 12) // 2
        device = painter.device()
        pixmap = self._icon(icon, device.devicePixelRatioF())
        painter.drawPixmap(left, top + (half - ICON) // 2, pixmap)
        font = kind.new_title if new else kind.title
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        line = QRect(left + ICON + 6, top, width - ICON - 6, half)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        title = kind.elided(incident.title[: 2 * SHAPED], id(font), line.width())
        painter.drawText(line, flags, title)
        painter.setFont(kind.small)
        painter.setPen(theme.color("dim"))
        below = f"{incident.number}   {incident.address[: 2 * SHAPED]}   {grid}"
        painter.drawText(
            QRect(left, top + half, width, half), flags, kind.elided(below, id(kind.small), width)
        )
