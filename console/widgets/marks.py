"""The priority's mark and the time limit's ring: shape and colour, the same everywhere."""

from datetime import datetime

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from console.domain.category import Priority
from console.domain.incident import Incident
from console.domain.limits import Standing, share_left, standing
from console.widgets.painting import kept
from console.widgets.theme import Look, Theme
from console.widgets.words import priority_label
from console.widgets.words_times import duration_text, overdue_text

_CIRCLE = 5760
"""A whole turn in Qt's sixteenths of a degree."""

_TOP = 1440
"""Where a ring begins: at twelve o'clock."""


def paint_priority(painter: QPainter, rect: QRectF, priority: Priority, theme: Theme) -> None:
    """Paint a priority: triangle with an exclamation mark, diamond, ring or bar."""
    with kept(painter):
        painter.translate(rect.center())
        painter.scale(rect.width() / 16, rect.height() / 16)
        _SHAPES[priority](painter, theme)


def _paint_triangle(painter: QPainter, theme: Theme) -> None:
    color = theme.color(theme.priorities[Priority.URGENT])
    # The pen rounds the corners; the triangle's middle of weight lies in the middle of the mark.
    pen = QPen(color, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([QPointF(0, -6.6), QPointF(7, 6), QPointF(-7, 6)]))
    hole = theme.color("panel")
    painter.setPen(QPen(hole, 1.7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(0, -2), QPointF(0, 1.6))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(hole)
    painter.drawEllipse(QPointF(0, 4.2), 1.05, 1.05)


def _paint_diamond(painter: QPainter, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(theme.priorities[Priority.HIGH]))
    painter.drawPolygon(QPolygonF([QPointF(0, -7), QPointF(7, 0), QPointF(0, 7), QPointF(-7, 0)]))


def _paint_circle(painter: QPainter, theme: Theme) -> None:
    painter.setPen(QPen(theme.color(theme.priorities[Priority.NORMAL]), 2.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(0, 0), 5.3, 5.3)


def _paint_bar(painter: QPainter, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(theme.priorities[Priority.LOW]))
    painter.drawRoundedRect(QRectF(-6, -1.3, 12, 2.6), 1, 1)


_SHAPES = {
    Priority.URGENT: _paint_triangle,
    Priority.HIGH: _paint_diamond,
    Priority.NORMAL: _paint_circle,
    Priority.LOW: _paint_bar,
}


RING_COLORS = {
    Standing.NONE: "dim",
    Standing.QUIET: "dim",
    Standing.CLOSE: "amber",
    Standing.OVER: "red",
}
"""The colour token of a time limit's ring and of its figures."""


def paint_ring(
    painter: QPainter,
    rect: QRectF,
    share: float | None,
    theme: Theme,
    stands: Standing = Standing.QUIET,
) -> None:
    """Paint how much of a time limit is left as an arc; full and red when it is over.

    Args:
        painter: Where to.
        rect: A square around the ring.
        share: The share left, or None where no limit runs: then only the track is there.
        theme: Gives the colours.
        stands: Whether the limit is close or over.
    """
    overdue = stands is Standing.OVER
    with kept(painter):
        width = rect.width() * 0.17
        inset = width / 2 + 0.5
        box = rect.adjusted(inset, inset, -inset, -inset)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("line"), width))
        if not overdue:
            painter.drawEllipse(box)
        span = _CIRCLE if overdue else round(_CIRCLE * (share or 0.0))
        if span:
            pen = QPen(theme.color(RING_COLORS[stands]), width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            # Qt counts against the clock; the arc runs with it.
            painter.drawArc(box, _TOP, -span)


class _Mark(QWidget):
    """A small painted thing of fixed size."""

    def __init__(self, side: str, look: Look, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._look = look
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        side = self._look.theme.size(self._side)
        return QSize(side, side)

    def say(self, text: str) -> None:
        """Tell in words what the shape and the colour mean."""
        if text != self.accessibleName():
            self.setAccessibleName(text)
            self.setToolTip(text)


class PriorityMark(_Mark):
    """A priority's mark as a control of its own."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("priority_mark", look, parent)
        self._priority = Priority.NORMAL
        self._name()

    def set_priority(self, priority: Priority) -> None:
        """Show a priority."""
        self._priority = priority
        self._name()
        self.update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_priority(painter, QRectF(self.rect()), self._priority, self._look.theme)
        painter.end()

    def _name(self) -> None:
        self.say(self.tr("Priority: {name}").format(name=priority_label(self._priority)))


class LimitRing(_Mark):
    """A time limit's ring as a control of its own."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("limit_ring", look, parent)
        self._share: float | None = None
        self._stands = Standing.NONE

    def set_limit(self, incident: Incident, now: datetime) -> None:
        """Show how much is left of an incident's limit."""
        self._share = share_left(incident, now)
        self._stands = standing(incident, now)
        due = incident.due_at
        if due is None:
            self.say(self.tr("No time limit runs"))
        elif self._stands is Standing.OVER:
            self.say(overdue_text(now - due))
        else:
            self.say(self.tr("{duration} left").format(duration=duration_text(due - now)))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_ring(painter, QRectF(self.rect()), self._share, self._look.theme, self._stands)
        painter.end()
