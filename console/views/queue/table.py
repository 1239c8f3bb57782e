"""The rows of the queue as a view: what its keys and the pointer do."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QRegion, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget
from typing_extensions import override

from console.views.queue.model import QueueModel

FLAG = QItemSelectionModel.SelectionFlag


class QueueTable(QTableView):
    """The rows; single keys belong to the desk, so no input method starts here."""

    primary_requested = Signal()
    hovered = Signal(int)
    typed = Signal()
    """A key was pressed while the rows have the keyboard, whatever it does."""
    pointed = Signal()
    """The pointer did something over the rows."""
    left = Signal()
    """The pointer has left the rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.entered.connect(self._entered)

    def make_current(self, index: QModelIndex) -> None:
        """Select one row alone.

        Qt's own way would look at which keys are held down just now, and could add to a selection.
        """
        self.selectionModel().setCurrentIndex(index, FLAG.ClearAndSelect | FLAG.Rows)

    def select_rows(self, rows: list[int]) -> None:
        """Select some rows and no others; the current one stays what it is."""
        model, chosen = self.model(), QItemSelection()
        for row in rows:
            index = model.index(row, 0)
            chosen.select(index, index)
        self.selectionModel().select(chosen, FLAG.ClearAndSelect | FLAG.Rows)

    def paint_now(self, rows: Iterable[int]) -> None:
        """Paint some rows, as far as they are in view, before the frame that would do it."""
        viewport = self.viewport()
        seen = QRegion()
        for row in rows:
            place = self.visualRect(self.model().index(row, 0))
            seen += QRect(0, place.top(), viewport.width(), place.height())
        seen &= viewport.rect()
        if not seen.isEmpty():
            viewport.repaint(seen)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            # Comes before every key, also before those that are deeds of the desk.
            self.typed.emit()
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.typed.emit()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # A key that is held down would go through the whole lifecycle.
            if not event.isAutoRepeat() and not self._fold_current():
                self.primary_requested.emit()
            event.accept()
            return
        step = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}.get(Qt.Key(event.key()))
        if step is not None and self._go_in_or_out(out=step):
            event.accept()
            return
        # A letter would start Qt's search as you type; on the desk letters are deeds.
        if event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit()
        super().mousePressEvent(event)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() is Qt.MouseButton.LeftButton and plain:
            self._fold(self.indexAt(event.position().toPoint()).row())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit()
        super().mouseMoveEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self.pointed.emit()
        super().wheelEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.left.emit()
        self.hovered.emit(-1)
        super().leaveEvent(event)

    def _fold_current(self) -> bool:
        return self._fold(self.currentIndex().row())

    def _fold(self, row: int) -> bool:
        """Fold a heading's group away or unfold it; tells whether the row is a heading."""
        model = self.model()
        if not isinstance(model, QueueModel) or not model.is_heading(row):
            return False
        model.fold(row, closed=not model.is_closed(row))
        return True

    def _go_in_or_out(self, *, out: bool) -> bool:
        """Left: to the heading, then fold; right: unfold. Tells whether there are headings."""
        model, row = self.model(), self.currentIndex().row()
        if not isinstance(model, QueueModel) or not model.grouped:
            return False
        incident = model.incident(row)
        if incident is None:
            model.fold(row, closed=out)
        elif out:
            above = model.heading_of(incident.id)
            if above is not None:
                self.make_current(model.index(above, 0))
        return True

    def _entered(self, index: QModelIndex) -> None:
        model = self.model()
        incident = model.incident(index.row()) if isinstance(model, QueueModel) else None
        self.hovered.emit(incident.id if incident else -1)
