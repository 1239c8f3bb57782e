"""Who else has the incident before them, in the head of its panel."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.domain.attention import Onlooker
from console.widgets.icons import icon
from console.widgets.measure import sized
from console.widgets.onlooker_words import onlookers_full, onlookers_short
from console.widgets.plain import ElidedLabel, plain_label
from console.widgets.theme import Look
from console.widgets.tips import plain_tip

ICON = 16
WIDEST = 190
"""In pixels; whoever sits at a seat with a long name is told in full by the tip."""


class OnlookerMark(QWidget):
    """An eye, who, and at which seat; empty while nobody else looks."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.icon, self.text = plain_label(self), ElidedLabel(self)
        self.text.setProperty("role", "onlooker")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.icon)
        layout.addWidget(self.text, 1)
        sized(self.setMaximumWidth, WIDEST)
        look.changed.connect(self._tint)
        self._tint()
        self.hide()

    def show_onlookers(self, found: Sequence[Onlooker], zone: ZoneInfo) -> None:
        """Show who else looks, since when in a zone."""
        full = onlookers_full(found, zone)
        self.text.setText(onlookers_short(found))
        self.setToolTip(plain_tip(full))
        self.setAccessibleName(full)
        self.setVisible(bool(found))

    def _tint(self) -> None:
        drawing = icon("eye", self._look.theme, "accent")
        side = self._look.theme.px(ICON)
        self.icon.setPixmap(drawing.pixmap(QSize(side, side), self.devicePixelRatioF()))
