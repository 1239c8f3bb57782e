"""Paints a row of the queue: two lines with mark, ring, chip and monogram, out of roles alone."""

from collections.abc import Callable
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from console.domain.category import Category
from console.domain.incident import Incident
from console.widgets.queue_paint import RowLook, RowPainter
from console.widgets.theme import Look


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
    ONLOOKERS = Qt.ItemDataRole.UserRole + 9
    TOGETHER = Qt.ItemDataRole.UserRole + 10


class QueueRowDelegate(QStyledItemDelegate):
    """One row; it only looks things up and hands them to the painter of rows.

    The painter is made anew for each theme, because it keeps fonts, pens and drawings of one.
    """

    def __init__(
        self, look: Look, clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._clock = clock
        self._rows = RowPainter(look.theme)
        look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self._rows = RowPainter(self._look.theme)

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
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        category = index.data(QueueRole.CATEGORY)
        self._rows.paint(
            painter,
            rect,
            RowLook(
                incident=incident,
                now=self._clock(),
                icon=category.icon if isinstance(category, Category) else "general",
                grid=index.data(QueueRole.GRID_SHORT) or "",
                monogram=index.data(QueueRole.ASSIGNEE) or "",
                card=index.data(QueueRole.CARD),
                together=index.data(QueueRole.TOGETHER) or "",
                onlookers=index.data(QueueRole.ONLOOKERS) or "",
                new=bool(index.data(QueueRole.NEW)),
                busy=bool(index.data(QueueRole.BUSY)),
                selected=bool(state & QStyle.StateFlag.State_Selected),
                focused=bool(state & QStyle.StateFlag.State_HasFocus),
                hovered=bool(
                    state & QStyle.StateFlag.State_MouseOver or index.data(QueueRole.POINTED)
                ),
            ),
        )
