"""How the roster is painted: the cells of a row, and what both of its forms share.

A frame must be painted within 16 ms. So nothing is made while painting that can be kept: badges
are painted once for each of their looks and then copied, texts are shaped once.
"""

from collections.abc import Callable

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    QSizeF,
)
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from console.domain.people import BadgeLook, Member, Skill
from console.live.picture import Picture
from console.views.roster.columns import Column
from console.views.roster.model import RosterModel
from console.widgets.badge import GAP, drawing
from console.widgets.painting import Stamps, Texts, sharpness
from console.widgets.stylesheet import shades
from console.widgets.theme import Look, Theme

EDGE = 8
"""Space between the edge of a cell and what is in it, in pixels."""

ROW = 36
"""The height of a row in pixels."""


SELECTED = QStyle.StateFlag.State_Selected.value
HOVERED = QStyle.StateFlag.State_MouseOver.value

STRIPS = 4000
"""For so many different sets of badges it is kept of which drawings they consist."""

_COLUMNS = tuple(Column)


class Tools:
    """What cells and cards are painted with in one theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.edge = theme.px(EDGE)
        self.body = Texts(theme.font("body"))
        self.name = Texts(theme.font("row_title", bold=True))
        self.small = Texts(theme.font("caption"))
        self.colors = {**theme.colors, **shades(theme)}
        self.stamps = Stamps()
        self._skills: dict[str, Skill] = {}
        self._strips: dict[tuple[tuple[BadgeLook, ...], float], list[QPixmap]] = {}

    def draw_badges(
        self,
        painter: QPainter,
        x: float,
        y: float,
        skills: dict[str, Skill],
        looks: tuple[BadgeLook, ...],
    ) -> None:
        """Paint badges in the order of the catalogue from a place on."""
        if skills is not self._skills:
            # Another catalogue: what is kept shows the one before.
            self._skills = skills
            self._strips.clear()
        ratio = sharpness(painter)
        strip = self._strips.get((looks, ratio))
        if strip is None:
            if len(self._strips) >= STRIPS:
                self._strips.clear()
            strip = self._strips[looks, ratio] = self._strip(skills, looks, ratio)
        step = self.theme.size("badge") + self.theme.px(GAP)
        for place, pixmap in enumerate(strip):
            painter.drawPixmap(QPointF(x + place * step, y), pixmap)

    def _strip(
        self, skills: dict[str, Skill], looks: tuple[BadgeLook, ...], ratio: float
    ) -> list[QPixmap]:
        side = self.theme.size("badge")
        return [
            self.stamps.drawn(
                QSizeF(side, side), (skill, look), drawing(skill, look, self.theme), ratio
            )
            for skill, look in zip(skills.values(), looks, strict=False)
        ]


def badges_width(theme: Theme, skills: int) -> int:
    """How much room the badges of so many skills take."""
    gap = theme.px(GAP)
    return max(0, skills * (theme.size("badge") + gap) - gap)


class MemberDelegate(QStyledItemDelegate):
    """What both forms need: the member of an index, and tools that follow the theme."""

    def __init__(self, picture: Picture, look: Look, model: RosterModel) -> None:
        super().__init__(model)
        self._picture, self._look, self._model = picture, look, model
        self._tools = Tools(look.theme)
        look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self._tools = Tools(self._look.theme)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        member = self._model.member(index.row())
        if member is None:
            return
        # Arithmetic with Qt's flags costs more than painting a text.
        self.paint_member(painter, option.rect, option.state.value, member, index.column())

    def paint_member(
        self,
        painter: QPainter,
        rect: QRect,
        state: int,
        member: Member,
        column: int,
    ) -> None:
        """Paint what an index shows of a member."""
        raise NotImplementedError


class CellDelegate(MemberDelegate):
    """One cell of a row."""

    def __init__(
        self, picture: Picture, look: Look, model: RosterModel, has_keys: Callable[[], bool]
    ) -> None:
        super().__init__(picture, look, model)
        self._has_keys = has_keys

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        theme = self._look.theme
        badges = badges_width(theme, len(self._picture.skills))
        width = badges if index.column() == Column.BADGES else theme.px(60)
        return QSize(2 * theme.px(EDGE) + width, theme.px(ROW))

    @override
    def paint_member(
        self,
        painter: QPainter,
        rect: QRect,
        state: int,
        member: Member,
        column: int,
    ) -> None:
        tools = self._tools
        self._paint_ground(painter, rect, state, column)
        edge, middle = tools.edge, rect.top() + rect.height() / 2
        if column == Column.BADGES:
            self._paint_badges(painter, rect, member)
            return
        text = self._model.text(member, _COLUMNS[column])
        if text:
            painter.setFont(tools.body.font)
            painter.setPen(tools.colors["text"])
            tools.body.draw(painter, rect.left() + edge, middle, text, rect.width() - 2 * edge)

    def _paint_badges(self, painter: QPainter, rect: QRect, member: Member) -> None:
        tools, looks = self._tools, self._model.looks(member)
        narrow = rect.width() < badges_width(tools.theme, len(looks)) + tools.edge
        if narrow:
            painter.save()
            painter.setClipRect(rect)
        top = rect.top() + (rect.height() - tools.theme.size("badge")) / 2
        tools.draw_badges(painter, rect.left() + tools.edge, top, self._picture.skills, looks)
        if narrow:
            painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: int, column: int) -> None:
        colors, theme = self._tools.colors, self._tools.theme
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colors["line"])
        if not state & SELECTED:
            if state & HOVERED:
                painter.fillRect(rect.adjusted(0, 0, 0, -1), colors["hover"])
            return
        painter.fillRect(rect, colors["raised"])
        width = theme.size("focus") if self._has_keys() else 1
        accent = colors["accent"]
        painter.fillRect(rect.left(), rect.top(), rect.width(), width, accent)
        painter.fillRect(rect.left(), rect.bottom() + 1 - width, rect.width(), width, accent)
        if column == 0:
            bar = theme.size("row_bar")
            painter.fillRect(rect.left(), rect.top(), bar, rect.height(), accent)
