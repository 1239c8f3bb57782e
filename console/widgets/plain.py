"""Labels that show text as text: what was reported must never be taken for HTML."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override


def plain_label(parent: QWidget | None = None) -> QLabel:
    """A label that shows any text as it is.

    A label of Qt's own guesses, and takes a title such as ``<img src=…>`` for rich text.
    """
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


class ElidedLabel(QLabel):
    """A line of plain text that ends in dots where there is no room for all of it."""

    LEAST = 96
    """It gives way down to so many pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    @override
    def minimumSizeHint(self) -> QSize:
        wanted = super().minimumSizeHint()
        return QSize(min(self.LEAST, wanted.width()), wanted.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = self.contentsRect()
        text = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, self.alignment(), text)


def button_text(text: str) -> str:
    """A text for a button, in which an ampersand is not the mark of a key."""
    return text.replace("&", "&&")
