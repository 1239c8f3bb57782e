"""What tables and lists do alike in which single letters are deeds."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame


def is_enter(event: QKeyEvent) -> bool:
    """Whether a key asks for the page of the selected member."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_letter(event: QKeyEvent) -> bool:
    """Whether a key would start Qt's search as you type; here letters are deeds."""
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return bool(event.text().strip()) and not control


def prepare(view: QAbstractItemView) -> None:
    """Set what is the same in all forms; single keys are deeds, so no input method starts."""
    view.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTabKeyNavigation(False)
    view.setFrameShape(QFrame.Shape.NoFrame)
