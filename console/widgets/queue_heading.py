"""The heading of a group of rows in the queue: folded or not, what it is about, how many."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPolygonF

from console.widgets.painting import Texts, kept
from console.widgets.theme import Theme

LEFT = 16
ARROW = 4.0
"""Half the width of the small triangle, in pixels."""

TEXT_LEFT = 40


@dataclass(frozen=True, slots=True)
class HeadingLook:
    """What a heading shows; ``spoken`` is what a screen reader says."""

    name: str
    count: int
    closed: bool
    spoken: str


class HeadingPainter:
    """Paints headings in one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._name = Texts(theme.font("body", bold=True))
        self._small = Texts(theme.font("caption"))
        self._left, self._text_left = theme.px(LEFT), theme.px(TEXT_LEFT)

    def paint(
        self, painter: QPainter, rect: QRect, look: HeadingLook, *, selected: bool, focused: bool
    ) -> None:
        """Paint a heading into its rectangle."""
        theme = self._theme
        painter.fillRect(rect, theme.color("raised" if selected else "bg"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
        middle = rect.top() + rect.height() / 2
        self._paint_arrow(painter, rect.left() + self._left + ARROW, middle, closed=look.closed)
        count = str(look.count)
        room = rect.width() - self._text_left - self._small.width(count) - 40
        painter.setPen(theme.color("text"))
        painter.setFont(self._name.font)
        x = rect.left() + self._text_left
        x += self._name.draw(painter, x, middle, look.name, max(0, room)) + 10
        painter.setPen(theme.color("dim"))
        painter.setFont(self._small.font)
        self._small.draw(painter, x, middle, count, max(0, rect.right() - x))
        if focused:
            width = theme.size("focus")
            color = theme.color("accent")
            painter.fillRect(rect.left(), rect.top(), rect.width(), width, color)
            painter.fillRect(rect.left(), rect.bottom() - width + 1, rect.width(), width, color)

    def _paint_arrow(self, painter: QPainter, x: float, y: float, *, closed: bool) -> None:
        points = [QPointF(x - ARROW, y - 3), QPointF(x + ARROW, y - 3), QPointF(x, y + 4)]
        if closed:
            points = [QPointF(x - 3, y - ARROW), QPointF(x - 3, y + ARROW), QPointF(x + 4, y)]
        with kept(painter):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("dim"))
            painter.drawPolygon(QPolygonF(points))
