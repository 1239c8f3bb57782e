"""A member as a small circle with the first character of the name; dashed where nobody is."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from console.domain.text import one_line
from console.widgets.painting import draw_centred, kept
from console.widgets.theme import Look, Theme
from console.widgets.tips import plain_tip


def monogram_of(name: str) -> str:
    """What stands for a member: the surname's character, or the first letter."""
    return one_line(name[:20])[:1].upper()


def paint_monogram(painter: QPainter, rect: QRectF, monogram: str, theme: Theme) -> None:
    """Paint who is on it; an empty monogram stands for nobody."""
    with kept(painter):
        circle = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        if not monogram:
            pen = QPen(theme.color("faint"), 1)
            pen.setDashPattern([3, 3])
            painter.setOpacity(0.6)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(circle)
            return
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(theme.color("raised"))
        painter.drawEllipse(circle)
        font = theme.font("caption")
        font.setPixelSize(max(9, round(rect.height() * 0.5)))
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        draw_centred(painter, rect, monogram[:1])


class Monogram(QWidget):
    """A member's circle as a control of its own."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)
        self.set_name("")

    def set_name(self, name: str) -> None:
        """Show a member by name; an empty name is nobody."""
        self._name = name
        text = one_line(name) or self.tr("Nobody assigned")
        self.setAccessibleName(text)
        self.setToolTip(plain_tip(text))
        self.update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.set_name(self._name)
        super().changeEvent(event)

    @override
    def sizeHint(self) -> QSize:
        side = self._look.theme.size("monogram")
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_monogram(painter, QRectF(self.rect()), monogram_of(self._name), self._look.theme)
        painter.end()
