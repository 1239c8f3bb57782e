"""The priority's mark and the time limit's ring: shape and colour, the same everywhere."""

from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from console.domain.category import Priority
from console.domain.limits import WARNING_SHARE, share_left
from console.widgets.labels import priority_label
from console.widgets.theme import Look, Theme

PRIORITY_COLORS = {
    Priority.URGENT: "red",
    Priority.HIGH: "amber",
    Priority.NORMAL: "blue",
    Priority.LOW: "faint",
}
"""The token of each priority's colour."""


def paint_priority(painter: QPainter, rect: QRectF, priority: Priority, theme: Theme) -> None:
    """Paint a priority's mark: a triangle with an exclamation mark, a diamond, a ring or a bar."""
    color = theme.color(PRIORITY_COLORS[priority])
    middle = rect.center()
    half = min(rect.width(), rect.height()) / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    if priority is Priority.URGENT:
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(middle.x(), middle.y() - half),
                    QPointF(middle.x() + half, middle.y() + half * 0.8),
                    QPointF(middle.x() - half, middle.y() + half * 0.8),
                ]
            )
        )
        painter.setPen(QPen(theme.color("bg"), half / 4, c=Qt.PenCapStyle.RoundCap))
        x = middle.x()
        painter.drawLine(QPointF(x, middle.y() - half * 0.3), QPointF(x, middle.y() + half * 0.2))
        painter.drawPoint(QPointF(x, middle.y() + half * 0.55))
    elif priority is Priority.HIGH:
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(middle.x(), middle.y() - half),
                    QPointF(middle.x() + half, middle.y()),
                    QPointF(middle.x(), middle.y() + half),
                    QPointF(middle.x() - half, middle.y()),
                ]
            )
        )
    elif priority is Priority.NORMAL:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color, half / 3))
        painter.drawEllipse(middle, half * 0.75, half * 0.75)
    else:
        painter.drawRect(QRectF(middle.x() - half, middle.y() - half / 5, half * 2, half * 0.4))


def ring_color(share: float, theme: Theme, *, overdue: bool) -> QColor:
    """The colour of a ring: red when over, amber when nearly so, quiet otherwise."""
    if overdue:
        return theme.color("red")
    return theme.color("amber" if share < WARNING_SHARE else "dim")


def paint_ring(
    painter: QPainter, rect: QRectF, share: float | None, theme: Theme, *, overdue: bool
) -> None:
    """Paint how much of a time limit is left; None where no limit runs."""
    width = max(2.0, rect.width() / 6)
    inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("line"), width))
    painter.drawEllipse(inner)
    if share is None:
        return
    painter.setPen(
        QPen(ring_color(share, theme, overdue=overdue), width, c=Qt.PenCapStyle.FlatCap)
    )
    if overdue:
        painter.drawEllipse(inner)
    else:
        painter.drawArc(inner, 90 * 16, round(share * 360 * 16))


class PriorityMark(QWidget):
    """A priority's mark as a control of its own."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._priority = Priority.NORMAL
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def set_priority(self, priority: Priority) -> None:
        """Show a priority."""
        self._priority = priority
        self.setAccessibleName(priority_label(priority))
        self.setToolTip(priority_label(priority))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(18, 18)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_priority(painter, QRectF(1, 1, 16, 16), self._priority, self._look.theme)
        painter.end()


class LimitRing(QWidget):
    """A time limit's ring as a control of its own."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._share: float | None = None
        self._overdue = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def set_limit(self, stage_from: datetime, due: datetime | None, now: datetime) -> None:
        """Show how much is left of the limit that began and ends at these instants."""
        self._share = None if due is None else share_left(stage_from, due, now)
        self._overdue = due is not None and due < now
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(20, 20)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(1, 1, 18, 18)
        paint_ring(painter, rect, self._share, self._look.theme, overdue=self._overdue)
        painter.end()
