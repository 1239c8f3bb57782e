"""What the tiles of the wall are made of: texts and painted marks that grow with the screen."""

from abc import abstractmethod

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget
from typing_extensions import override

from console.domain.category import Priority
from console.domain.people import BadgeLook, Skill
from console.views.board.scale import Scale
from console.widgets.badge import paint_badge
from console.widgets.marks import paint_priority
from console.widgets.plain import ElidedLabel
from console.widgets.restyle import restyle


class Text(ElidedLabel):
    """A line of plain text; its tone is a colour of the theme."""

    def __init__(
        self,
        kind: str = "wall_body",
        tone: str = "text",
        *,
        bold: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind, self._bold = kind, bold
        self.setProperty("tone", tone)

    def fit(self, scale: Scale) -> None:
        """Take the size of a screen."""
        self.setFont(scale.font(self._kind, bold=self._bold))

    def show_text(self, text: str, tone: str | None = None) -> None:
        """Say something, in another tone if told."""
        self.setText(text)
        if tone is not None:
            restyle(self, tone=tone)

    @property
    def is_whole(self) -> bool:
        """Whether all of it is seen."""
        return self.fontMetrics().horizontalAdvance(self.text()) <= self.contentsRect().width()

    @override
    def minimumSizeHint(self) -> QSize:
        # Long ones give way; what must stay whole is given its width by its tile.
        return QSize(1, super().minimumSizeHint().height())


def heading(parent: QWidget) -> Text:
    """The name of a tile."""
    return Text("wall_body", "dim", parent=parent)


class Rule(QFrame):
    """A hair line between two parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rule")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fit(self, scale: Scale) -> None:
        """Take the size of a screen."""
        self.setFixedHeight(max(1, scale.px(1)))


class Painted(QWidget):
    """Something painted in a square whose side is a measure of the design."""

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._scale: Scale | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def fit(self, scale: Scale) -> None:
        """Take the size of a screen."""
        self._scale = scale
        self.setFixedSize(scale.px(self._side), scale.px(self._side))

    @abstractmethod
    def paint(self, painter: QPainter, scale: Scale) -> None:
        """Paint it."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._scale is not None:
            painter = QPainter(self)
            self.paint(painter, self._scale)
            painter.end()


class Mark(Painted):
    """A priority's mark."""

    priority = Priority.NORMAL

    @override
    def paint(self, painter: QPainter, scale: Scale) -> None:
        paint_priority(painter, QRectF(self.rect()), self.priority, scale.theme)


class SkillBadge(Painted):
    """A skill's badge, as everywhere."""

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(side, parent)
        self.skill: Skill | None = None

    def show_skill(self, skill: Skill | None, name: str = "") -> None:
        """Show a skill; nothing for None."""
        self.skill = skill
        self.setVisible(skill is not None)
        self.setAccessibleName(name)
        self.update()

    @override
    def paint(self, painter: QPainter, scale: Scale) -> None:
        if self.skill is not None:
            paint_badge(painter, QRectF(self.rect()), self.skill, BadgeLook.HELD, scale.theme)


class Tile(QWidget):
    """A part of the wall; what it is made of grows with it."""

    def fit(self, scale: Scale) -> None:
        """Take the size of a screen."""
        for part in self.findChildren(QWidget):
            if isinstance(part, Text | Rule | Painted):
                part.fit(scale)
        self.place(scale)

    def place(self, scale: Scale) -> None:
        """Set the distances."""

    def say(self) -> None:
        """Say everything in the language that now holds, as it stands now."""


def keep_whole(text: Text, longest: str) -> None:
    """Give a text the width of the longest that it says, so that nothing beside it moves."""
    text.setMinimumWidth(text.fontMetrics().horizontalAdvance(longest) + 2)


RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
