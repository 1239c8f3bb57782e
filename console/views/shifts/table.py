"""The calendar as a table: one cell a member and day, moved through with the arrows."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from console.domain.shifts import Why
from console.views.common.item_views import is_letter, prepare
from console.views.shifts.model import FIRST_DAY, ShiftModel
from console.widgets.measure import sized
from console.widgets.painting import Texts
from console.widgets.theme import Look

ROW = 30
EDGE = 8
DAY = 72
"""The least width of a day in pixels; in a large text size the week is scrolled."""
WIDTHS = (90, 90, 120)

_SELECTED = QStyle.StateFlag.State_Selected.value


class ShiftTable(QTableView):
    """Single keys are deeds and start no search."""

    def __init__(self, model: ShiftModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        prepare(self)
        self.setModel(model)
        self.setItemDelegate(ShiftDelegate(model, look, self.hasFocus))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setShowGrid(False)
        rows, heading = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        sized(rows.setDefaultSectionSize, ROW)
        sized(heading.setMinimumSectionSize, DAY)
        heading.setHighlightSections(False)
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in range(model.columnCount()):
            if column < FIRST_DAY:
                sized(self.setColumnWidth, WIDTHS[column], at=column)
            else:
                heading.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_letter(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class ShiftDelegate(QStyledItemDelegate):
    """Paints a cell's text; a free day stays quiet, a leave and today's column are marked."""

    def __init__(self, model: ShiftModel, look: Look, has_keys: Callable[[], bool]) -> None:
        super().__init__(model)
        self._has_keys = has_keys
        self._model, self._look = model, look
        self._texts = Texts(look.theme.font("body"))
        look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self._texts = Texts(self._look.theme.font("body"))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model, theme, rect = self._model, self._look.theme, option.rect
        row, column = index.row(), index.column()
        if model.day(column) == model.today:
            painter.fillRect(rect, theme.color("raised"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
        plan = model.plan(row, column)
        color = "text"
        if plan is not None and plan.kind is None:
            color = "amber" if plan.why is Why.LEAVE else "faint"
        painter.setFont(self._texts.font)
        painter.setPen(theme.color(color))
        text = str(index.data() or "")
        middle = rect.top() + rect.height() / 2
        edge = theme.px(EDGE)
        self._texts.draw(painter, rect.left() + edge, middle, text, rect.width() - 2 * edge)
        if option.state.value & _SELECTED:
            painter.setPen(theme.color("accent"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
            if self._has_keys():
                painter.drawRect(rect.adjusted(1, 1, -2, -2))
