"""What a skill's badge will look like: its colours to choose from, its icons, a preview."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget
from typing_extensions import override

from console.domain.people import BadgeLook, Skill
from console.domain.skills import SkillDraft, ink_on
from console.widgets.badge import paint_badge
from console.widgets.icons import icon
from console.widgets.theme import Look

_COLORS: dict[str, Any] = {
    "#64778c": QT_TRANSLATE_NOOP("SkillLook", "slate"),
    "#4473b8": QT_TRANSLATE_NOOP("SkillLook", "blue"),
    "#2f7d8c": QT_TRANSLATE_NOOP("SkillLook", "cyan"),
    "#338174": QT_TRANSLATE_NOOP("SkillLook", "teal"),
    "#617d30": QT_TRANSLATE_NOOP("SkillLook", "olive"),
    "#f4c542": QT_TRANSLATE_NOOP("SkillLook", "yellow"),
    "#e08a3c": QT_TRANSLATE_NOOP("SkillLook", "orange"),
    "#9a6734": QT_TRANSLATE_NOOP("SkillLook", "brown"),
    "#c14e44": QT_TRANSLATE_NOOP("SkillLook", "red"),
    "#c4557f": QT_TRANSLATE_NOOP("SkillLook", "pink"),
    "#9e5f8e": QT_TRANSLATE_NOOP("SkillLook", "mauve"),
    "#736aad": QT_TRANSLATE_NOOP("SkillLook", "violet"),
}
"""Colours that are told apart on both themes; any other one can be typed."""

_ICONS: dict[str, Any] = {
    "general": QT_TRANSLATE_NOOP("SkillLook", "general"),
    "safety": QT_TRANSLATE_NOOP("SkillLook", "safety"),
    "security": QT_TRANSLATE_NOOP("SkillLook", "security"),
    "fire": QT_TRANSLATE_NOOP("SkillLook", "fire"),
    "population": QT_TRANSLATE_NOOP("SkillLook", "population"),
    "urban": QT_TRANSLATE_NOOP("SkillLook", "town"),
    "labour": QT_TRANSLATE_NOOP("SkillLook", "labour"),
    "food_drug": QT_TRANSLATE_NOOP("SkillLook", "food and drugs"),
    "medicine": QT_TRANSLATE_NOOP("SkillLook", "medicine"),
    "help": QT_TRANSLATE_NOOP("SkillLook", "help"),
    "home": QT_TRANSLATE_NOOP("SkillLook", "home"),
    "people": QT_TRANSLATE_NOOP("SkillLook", "people"),
    "traffic": QT_TRANSLATE_NOOP("SkillLook", "traffic"),
    "water": QT_TRANSLATE_NOOP("SkillLook", "water"),
    "dispute": QT_TRANSLATE_NOOP("SkillLook", "disputes"),
    "document": QT_TRANSLATE_NOOP("SkillLook", "documents"),
}
"""The icons offered; an imported skill may have another one, which then stays."""

SWATCH = 16
PREVIEW = 32
GAP = 10


def _swatch(color: str) -> QIcon:
    pixmap = QPixmap(SWATCH, SWATCH)
    pixmap.fill(QColor(color))
    return QIcon(pixmap)


class Swatches(QComboBox):
    """Colours by name; the value is ``#rrggbb``, or None for one that has no name here."""

    def fill(self) -> None:
        """Name the colours in the language that now holds."""
        chosen = self.currentData()
        self.blockSignals(True)
        self.clear()
        self.addItem(QCoreApplication.translate("SkillLook", "another colour"), None)
        for color, name in _COLORS.items():
            self.addItem(_swatch(color), QCoreApplication.translate("SkillLook", name), color)
        self.setCurrentIndex(max(self.findData(chosen), 0))
        self.blockSignals(False)

    def show_color(self, color: str) -> None:
        """Show the name of a colour that is typed elsewhere."""
        self.blockSignals(True)
        self.setCurrentIndex(max(self.findData(color.strip().lower()), 0))
        self.blockSignals(False)


class IconBox(QComboBox):
    """The icons to choose from, by name; drawn when they are first seen, for the start's sake."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        look.changed.connect(self.fill)

    def fill(self) -> None:
        """Draw and name the icons in the theme and the language that now hold."""
        chosen = self.currentData() or "general"
        self.clear()
        for name, text in _ICONS.items():
            self.addItem(QCoreApplication.translate("SkillLook", text), name)
        self.choose(chosen)
        self._draw()

    def choose(self, name: str) -> None:
        """Choose an icon, also one that is not offered otherwise."""
        if self.findData(name) < 0:
            self.addItem(QCoreApplication.translate("SkillLook", "another icon"), name)
            self._draw()
        self.setCurrentIndex(self.findData(name))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._draw()
        super().showEvent(event)

    def _draw(self) -> None:
        if self.isVisible():
            for place in range(self.count()):
                self.setItemIcon(place, icon(str(self.itemData(place)), self._look.theme))


class BadgePreview(QWidget):
    """The four looks of a badge, as large as they can be judged."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._skill: Skill | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def show_draft(self, draft: SkillDraft | None) -> None:
        """Show a draft that can be stored, or nothing."""
        self._skill = None
        if draft is not None:
            self._skill = Skill(
                "", draft.monogram, draft.name, draft.name_en, draft.color, ink_on(draft.color)
            )
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side, gap = self._look.theme.px(PREVIEW), self._look.theme.px(GAP)
        return QSize(len(BadgeLook) * (side + gap) - gap, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._skill is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, gap = self._look.theme.px(PREVIEW), self._look.theme.px(GAP)
        for place, badge in enumerate(BadgeLook):
            box = QRectF(place * (side + gap), 0, side, side)
            paint_badge(painter, box, self._skill, badge, self._look.theme)
        painter.end()
