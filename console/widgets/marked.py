"""Plain text in which some words stand on a coloured ground; no HTML is needed for it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

STRENGTH = 60
"""How much of the accent the ground has, of 255."""


class MarkedLabel(QLabel):
    """Paints the ground; the words are painted over it as a plain label paints them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._marks: tuple[tuple[int, int], ...] = ()

    @property
    def marks(self) -> tuple[tuple[int, int], ...]:
        """Where the marked words begin and end."""
        return self._marks

    def set_marks(self, marks: Sequence[tuple[int, int]]) -> None:
        """Mark words of the text that stands there now."""
        if tuple(marks) != self._marks:
            self._marks = tuple(marks)
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._marks:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            ground = self.palette().color(QPalette.ColorRole.Accent)
            ground.setAlpha(STRENGTH)
            painter.setBrush(ground)
            for box in self._boxes():
                painter.drawRoundedRect(box, 3, 3)
            painter.end()
        super().paintEvent(event)

    def _boxes(self) -> list[QRectF]:
        """Where the marked words are; a word that is broken has a box on each line."""
        room = QRectF(self.contentsRect())
        layout = self._laid_out(room.width())
        boxes = []
        for begin, end in self._marks:
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                first = max(begin, line.textStart())
                last = min(end, line.textStart() + line.textLength())
                if first < last:
                    left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
                    boxes.append(
                        QRectF(left, line.y() + 1, right - left, line.height() - 2)
                        .normalized()
                        .translated(room.topLeft())
                    )
        return boxes

    def _laid_out(self, width: float) -> QTextLayout:
        layout = QTextLayout(self.text(), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout


def _x(found: object) -> float:
    """The place on a line; the library gives it with the place in the text, or alone."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
