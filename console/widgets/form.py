"""What every form has: Ctrl+Enter sends it, and it follows the language."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override


def sends(event: QKeyEvent) -> bool:
    """Whether a key is the one that sends: Ctrl+Enter, on either part of the keyboard."""
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


class SendingDialog(QDialog):
    """A base for dialogs that Ctrl+Enter sends; ``send`` is theirs."""

    def send(self) -> None:
        """Send what stands in the dialog."""
        raise NotImplementedError

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if sends(event):
            self.send()
            event.accept()
        else:
            super().keyPressEvent(event)


class Form(QWidget):
    """A base for forms; ``send`` and ``retranslate`` are theirs."""

    def send(self) -> None:
        """Send what stands in the form."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        raise NotImplementedError

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if sends(event):
            self.send()
            event.accept()
        else:
            super().keyPressEvent(event)
