"""The roster as cards: the same members, with their badges under their names."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget
from typing_extensions import override

from console.domain.people import Duty, Member
from console.domain.text import one_line
from console.live.picture import Picture
from console.views.common.item_views import is_enter, is_letter, prepare
from console.views.roster.cells import HOVERED, SELECTED, MemberDelegate, badges_width
from console.views.roster.model import RosterModel
from console.widgets.labels import duty_label
from console.widgets.monogram import monogram_of, paint_monogram
from console.widgets.painting import kept, sharpness
from console.widgets.theme import Look, Theme

HEIGHT = 104
"""The height of a card in pixels."""

LEAST_WIDTH = 220
"""The least width of a card in pixels; many skills make it wider."""

SPACE = 10
"""Space between two cards in pixels."""

PADDING = 12
"""Space between a card's edge and what is in it, in pixels."""

FIRST, SECOND, THIRD = 24, 52, 72
"""Where a card's lines are: the middles of the first two, the top of the badges."""


def card_size(theme: Theme, skills: int) -> QSize:
    """How large a card is at least, with the space after it."""
    width = max(theme.px(LEAST_WIDTH), badges_width(theme, skills) + 2 * theme.px(PADDING))
    return QSize(width, theme.px(HEIGHT)) + QSize(SPACE, SPACE)


class CardDelegate(MemberDelegate):
    """One card: circle, name and number; duty, grid and load; badges."""

    def __init__(
        self,
        picture: Picture,
        look: Look,
        model: RosterModel,
        size: Callable[[], QSize],
        has_keys: Callable[[], bool],
    ) -> None:
        super().__init__(picture, look, model)
        self._size, self._has_keys = size, has_keys

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return self._size()

    @override
    def paint_member(
        self, painter: QPainter, rect: QRect, state: int, member: Member, column: int
    ) -> None:
        card = rect.adjusted(0, 0, -SPACE, -SPACE)
        padding = self._tools.theme.px(PADDING)
        inside = card.adjusted(padding, 0, -padding, 0)
        self._paint_frame(painter, card, state)
        self._paint_head(painter, inside, member)
        self._paint_work(painter, inside, member)
        looks = self._model.looks(member)
        top = inside.top() + self._tools.theme.px(THIRD)
        self._tools.draw_badges(painter, inside.left(), top, self._picture.skills, looks)

    def _paint_frame(self, painter: QPainter, card: QRect, state: int) -> None:
        colors, theme = self._tools.colors, self._tools.theme
        chosen = bool(state & SELECTED)
        width = theme.size("focus") if chosen and self._has_keys() else 1
        ground = "raised" if chosen else "hover" if state & HOVERED else "panel"
        radius, half = theme.radius("card"), width / 2

        def paint(inner: QPainter, whole: QRectF) -> None:
            with kept(inner):
                inner.setPen(QPen(colors["accent" if chosen else "line"], width))
                inner.setBrush(colors[ground])
                box = whole.adjusted(half, half, -half, -half)
                inner.drawRoundedRect(box, radius, radius)

        key = ("card", chosen, ground, width)
        self._tools.stamps.stamp(painter, QRectF(card), key, paint, sharpness(painter))

    def _paint_head(self, painter: QPainter, inside: QRect, member: Member) -> None:
        tools, middle = self._tools, inside.top() + self._tools.theme.px(FIRST)
        side = tools.theme.size("monogram")
        letter = monogram_of(member.name)
        tools.stamps.stamp(
            painter,
            QRectF(inside.left(), middle - side / 2, side, side),
            ("monogram", letter),
            lambda p, box: paint_monogram(p, box, letter, tools.theme),
            sharpness(painter),
        )
        number = one_line(member.number)
        width = min(tools.small.width(number) + 2, inside.width() // 2)
        painter.setFont(tools.small.font)
        painter.setPen(tools.colors["dim"])
        tools.small.draw(painter, inside.right() + 1 - width, middle, number, width)
        painter.setFont(tools.name.font)
        painter.setPen(tools.colors["text"])
        x = inside.left() + side + 8
        tools.name.draw(painter, x, middle, member.name, inside.right() - width - 6 - x)

    def _paint_work(self, painter: QPainter, inside: QRect, member: Member) -> None:
        tools, middle = self._tools, inside.top() + self._tools.theme.px(SECOND)
        parts = [duty_label(member.duty), one_line(member.home)]
        if member.load:
            parts.append(self.tr("{n} running").format(n=member.load))
        painter.setFont(tools.small.font)
        painter.setPen(tools.colors["dim" if member.duty is Duty.OFF else "text"])
        tools.small.draw(painter, inside.left(), middle, "  ·  ".join(parts), inside.width())


class RosterCards(QListView):
    """The members as cards in rows that fill the width; the arrow keys go all four ways."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        prepare(self)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._least = QSize(LEAST_WIDTH, HEIGHT)
        self.doubleClicked.connect(self.opened)

    def set_least(self, size: QSize) -> None:
        """Give the cards their least size; they grow to fill the width."""
        self._least = size
        self._fill()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fill()
        super().resizeEvent(event)

    def _fill(self) -> None:
        # As Qt lays out: it always leaves room for a scroll bar that may come.
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        room = self.maximumViewportSize().width() - bar
        across = max(1, room // self._least.width())
        wanted = QSize(max(self._least.width(), room // across), self._least.height())
        if wanted != self.gridSize():
            self.setGridSize(wanted)

    @override
    def dataChanged(
        self,
        topLeft: QModelIndex | QPersistentModelIndex,
        bottomRight: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        # Not as a QListView, which would lay all cards out anew: all have one size for ever.
        QAbstractItemView.dataChanged(self, topLeft, bottomRight, roles)
        self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.opened.emit()
        elif is_letter(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
