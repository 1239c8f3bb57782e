"""The line of the palette: what is typed there, and the keys that are not typed but obeyed."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

PAGE = 5
"""So many rows a page key goes."""

_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -PAGE,
    Qt.Key.Key_PageDown: PAGE,
}


class PaletteLine(QLineEdit):
    """A line of text; arrows go through the rows below, Enter takes one, Escape leaves."""

    stepped = Signal(int)
    entered = Signal()
    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # A key that is held down would answer the question that it has raised.
            if not event.isAutoRepeat():
                self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif Qt.Key(key) in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(key)])
        else:
            super().keyPressEvent(event)
            return
        event.accept()
