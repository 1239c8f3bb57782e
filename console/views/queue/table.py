"""The rows of the queue as a view: what its keys and the pointer do."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget
from typing_extensions import override

from console.views.queue.model import QueueModel


class QueueTable(QTableView):
    """The rows; single keys belong to the desk, so no input method starts here."""

    primary_requested = Signal()
    hovered = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
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
        whole = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(
            index, whole | QItemSelectionModel.SelectionFlag.Rows
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # A key that is held down would go through the whole lifecycle.
            if not event.isAutoRepeat():
                self.primary_requested.emit()
            event.accept()
            return
        # A letter would start Qt's search as you type; on the desk letters are deeds.
        if event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit(-1)
        super().leaveEvent(event)

    def _entered(self, index: QModelIndex) -> None:
        model = self.model()
        incident = model.incident(index.row()) if isinstance(model, QueueModel) else None
        self.hovered.emit(incident.id if incident else -1)
