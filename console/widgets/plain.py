"""Labels that show text as text: what was reported must never be taken for HTML."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def plain_label(parent: QWidget | None = None) -> QLabel:
    """A label that shows any text as it is.

    A label of Qt's own guesses, and takes a title such as ``<img src=…>`` for rich text.
    """
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def button_text(text: str) -> str:
    """A text for a button, in which an ampersand is not the mark of a key."""
    return text.replace("&", "&&")
