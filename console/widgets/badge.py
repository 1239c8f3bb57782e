"""Skill badges: one painter for every place where a badge is shown."""

from datetime import date
from functools import lru_cache

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from console.domain.people import Badge, BadgeLook, Skill, look_of
from console.domain.skills import readable_pair
from console.widgets.painting import Paint, Stamps, draw_centred, kept, sharpness
from console.widgets.stylesheet import mix
from console.widgets.theme import Look, Theme
from console.widgets.tips import plain_tip
from console.widgets.words import localised
from console.widgets.words_people import badge_look_label

GAP = 4
"""Space between two badges in pixels."""

_FAINT, _FAINT_BUT_READ = 0.6, 0.85
"""How strong a badge that is not held is, and where every text must be read easily."""

_EASILY = 7
"""From this contrast of a theme on."""

_NOTCH = 0.38
"""How much of a side the notch of an ending badge takes."""


def paint_badge(
    painter: QPainter, rect: QRectF, skill: Skill, look: BadgeLook, theme: Theme
) -> None:
    """Paint a badge.

    Held is filled; in training is outlined with a dot; not held is faint; expiring has a corner
    cut off. The four differ in shape, so that they are told apart without colour.
    """
    with kept(painter):
        font = theme.font("caption", bold=look is not BadgeLook.NOT_HELD)
        font.setPixelSize(max(9, round(rect.height() * 0.62)))
        painter.setFont(font)
        if look is BadgeLook.NOT_HELD:
            painter.setOpacity(_FAINT_BUT_READ if theme.contrast >= _EASILY else _FAINT)
            painter.setPen(theme.color("faint"))
        elif look is BadgeLook.TRAINING:
            _paint_outline(painter, rect, skill, theme)
        else:
            _paint_filled(painter, rect, skill, theme, notched=look is BadgeLook.EXPIRING)
        draw_centred(painter, rect, skill.monogram[:1])


def drawing(skill: Skill, look: BadgeLook, theme: Theme) -> Paint:
    """What paints a badge into a box, for where its drawing is kept and copied."""
    return lambda painter, box: paint_badge(painter, box, skill, look, theme)


def _paint_outline(painter: QPainter, rect: QRectF, skill: Skill, theme: Theme) -> None:
    scale = rect.height() / theme.size("badge")
    # Nearer to the text, the skill's colour is seen on every ground.
    pen = QPen(mix(QColor(skill.color), theme.color("text"), 0.35), scale)
    pen.setDashPattern([2.5, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = scale / 2
    radius = theme.radius("badge") * scale
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)
    dot = rect.width() * 0.14
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("text"))
    painter.drawEllipse(QPointF(rect.right() - dot, rect.top() + dot), dot, dot)
    painter.setPen(theme.color("text"))


def _paint_filled(
    painter: QPainter, rect: QRectF, skill: Skill, theme: Theme, *, notched: bool
) -> None:
    radius = theme.radius("badge") * rect.height() / theme.size("badge")
    shape = QPainterPath()
    shape.addRoundedRect(rect, radius, radius)
    if notched:
        size = rect.width() * _NOTCH
        corner = rect.topRight()
        notch = QPainterPath(corner)
        notch.lineTo(corner.x() - size, corner.y())
        notch.lineTo(corner.x(), corner.y() + size)
        notch.closeSubpath()
        shape = shape.subtracted(notch)
        # The corner that is gone comes back smaller, in the colour of what needs attention.
        rest = QPainterPath(corner)
        rest.lineTo(corner.x() - size * 0.62, corner.y())
        rest.lineTo(corner.x(), corner.y() + size * 0.62)
        rest.closeSubpath()
        painter.fillPath(rest, theme.color("amber"))
    fill, ink = _pair(skill.color, skill.text_color, theme.contrast)
    painter.fillPath(shape, fill)
    painter.setPen(ink)


@lru_cache(maxsize=256)
def _pair(color: str, wanted: str, least: float) -> tuple[QColor, QColor]:
    """The catalogue's colour and ink where they can be read in the theme, or some that can."""
    fill, ink = readable_pair(QColor(color).name(), QColor(wanted).name(), least)
    return QColor(fill), QColor(ink)


class BadgeStrip(QWidget):
    """A member's badges in the order of the catalogue, with what each means on hover."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: list[tuple[Skill, BadgeLook]] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._stamps = Stamps()
        look.changed.connect(self._look_changed)
        self._name()

    def set_badges(
        self, skills: tuple[Skill, ...], badges: tuple[Badge, ...], today: date
    ) -> None:
        """Show a member's standing in each skill."""
        by_skill = {badge.skill: badge for badge in badges}
        shown = [(skill, look_of(by_skill.get(skill.code), today)) for skill in skills]
        if shown != self._shown:
            self._shown = shown
            self._name()
            self.updateGeometry()
            self.update()

    def tip_at(self, x: int) -> str:
        """What the badge at a place means, or nothing between two badges."""
        theme = self._look.theme
        place, rest = divmod(x, theme.size("badge") + theme.px(GAP))
        inside = 0 <= place < len(self._shown) and rest < theme.size("badge")
        return badge_text(*self._shown[place]) if inside else ""

    @override
    def sizeHint(self) -> QSize:
        theme = self._look.theme
        side, gap = theme.size("badge"), theme.px(GAP)
        return QSize(max(0, len(self._shown) * (side + gap) - gap), side)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), plain_tip(self.tip_at(event.pos().x())), self)
            return True
        return super().event(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._look.theme
        side, step = theme.size("badge"), theme.size("badge") + theme.px(GAP)
        ratio = sharpness(painter)
        for place, (skill, look) in enumerate(self._shown):
            box = QRectF(place * step, 0, side, side)
            self._stamps.stamp(painter, box, (skill, look), drawing(skill, look, theme), ratio)
        painter.end()

    def _look_changed(self) -> None:
        self._stamps = Stamps()
        self.updateGeometry()
        self.update()

    def _name(self) -> None:
        held = [(skill, look) for skill, look in self._shown if look is not BadgeLook.NOT_HELD]
        told = ", ".join(badge_text(skill, look) for skill, look in held)
        self.setAccessibleName(told or self.tr("No skills"))


def badge_text(skill: Skill, look: BadgeLook) -> str:
    """A badge in words."""
    return f"{localised(skill.name, skill.name_en)}: {badge_look_label(look)}"
