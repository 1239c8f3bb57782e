"""Skill badges: one painter for every place where a badge is shown."""

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from console.domain.people import Badge, BadgeLook, Skill, look_of
from console.widgets.theme import Look, Theme
from console.widgets.words import badge_look_label, localised

GAP = 4
"""Space between two badges in pixels."""


def paint_badge(
    painter: QPainter, rect: QRectF, skill: Skill, look: BadgeLook, theme: Theme
) -> None:
    """Paint a badge.

    Held is filled; in training is outlined with a dot; not held is faint; expiring has a notch.
    """
    radius = theme.radii["badge"]
    box = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    held = look in (BadgeLook.HELD, BadgeLook.EXPIRING)
    if held:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(skill.color))
        painter.drawRoundedRect(rect, radius, radius)
        if look is BadgeLook.EXPIRING:
            _cut_notch(painter, rect, theme)
        painter.setPen(QColor(skill.text_color))
    elif look is BadgeLook.TRAINING:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("dim"), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("amber"))
        dot = rect.width() / 7
        painter.drawEllipse(QPointF(rect.right() - dot, rect.top() + dot), dot, dot)
        painter.setPen(theme.color("text"))
    else:
        painter.setPen(theme.color("faint"))
        painter.setOpacity(0.55)
    font = theme.font("caption")
    font.setPixelSize(max(9, round(rect.height() * 0.62)))
    painter.setFont(font)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, skill.monogram)
    painter.setOpacity(1.0)


def _cut_notch(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    size = rect.width() * 0.36
    corner = rect.topRight()
    painter.setBrush(theme.color("amber"))
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(corner.x() - size, corner.y()),
                corner,
                QPointF(corner.x(), corner.y() + size),
            ]
        )
    )


class BadgeStrip(QWidget):
    """A member's badges in the order of the catalogue, with what each means on hover."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: list[tuple[Skill, BadgeLook]] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def set_badges(
        self, skills: tuple[Skill, ...], badges: tuple[Badge, ...], today: date
    ) -> None:
        """Show a member's standing in each skill."""
        by_skill = {badge.skill: badge for badge in badges}
        self._shown = [(skill, look_of(by_skill.get(skill.code), today)) for skill in skills]
        self.setAccessibleName(
            ", ".join(
                _meaning(skill, look)
                for skill, look in self._shown
                if look is not BadgeLook.NOT_HELD
            )
        )
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = self._look.theme.size("badge")
        return QSize(max(1, len(self._shown) * (side + GAP) - GAP), side)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = event.pos().x() // (self._look.theme.size("badge") + GAP)
            if 0 <= place < len(self._shown):
                QToolTip.showText(event.globalPos(), _meaning(*self._shown[place]), self)
            return True
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._look.theme.size("badge")
        for place, (skill, look) in enumerate(self._shown):
            rect = QRectF(place * (side + GAP), 0, side, side)
            paint_badge(painter, rect, skill, look, self._look.theme)
        painter.end()


def _meaning(skill: Skill, look: BadgeLook) -> str:
    return f"{localised(skill.name, skill.name_en)}: {badge_look_label(look)}"
