"""A member as a small circle with the first character of the name; dashed where nobody is."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from console.widgets.theme import Theme


def paint_monogram(painter: QPainter, rect: QRectF, monogram: str, theme: Theme) -> None:
    """Paint who is on it; an empty monogram stands for nobody."""
    circle = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    if not monogram:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("line"), 1, Qt.PenStyle.DashLine))
        painter.drawEllipse(circle)
        return
    painter.setPen(QPen(theme.color("line"), 1))
    painter.setBrush(theme.color("raised"))
    painter.drawEllipse(circle)
    painter.setPen(theme.color("text"))
    painter.setFont(theme.font("caption"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, monogram)
