"""The frame around the window while an alarm waits: for who does not hear, or looks elsewhere."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from console.domain.alarms import Grade
from console.widgets.alarm_words import COLORS
from console.widgets.theme import Look

TOPS = {Grade.EMERGENCY: 6, Grade.HIGH: 5, Grade.MEDIUM: 4, Grade.LOW: 3}
"""How wide the frame is at the top, in pixels; a graver one is wider: it is not colour alone."""

SIDE = 2
"""How wide it is at the other sides, where words stand close to the window's edge, in pixels."""


class Edge(QWidget):
    """One side of the frame; clicks go through it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.color = "text"
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        look.changed.connect(self.update)
        self.hide()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.theme.color(self.color))
        painter.end()


class Edges(QObject):
    """Four sides over the window. They stand still: steady colour is seen, and harms nobody.

    A flash would have to stay below three a second, and off where movement is reduced; a frame
    that was not there before is noticed without one.
    """

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._grade: Grade | None = None
        self.sides = [Edge(look, over) for _ in range(4)]
        over.installEventFilter(self)

    @property
    def grade(self) -> Grade | None:
        """For which grade the frame stands; None while there is none."""
        return self._grade

    def show_grade(self, grade: Grade | None) -> None:
        """Show the frame of a grade, or none."""
        if grade is self._grade:
            return
        self._grade = grade
        for side in self.sides:
            side.setVisible(grade is not None)
            if grade is not None:
                side.color = COLORS[grade]
                side.update()
        self._place()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        if self._grade is None:
            return
        wide, high = self._over.width(), self._over.height()
        for side, rect in zip(
            self.sides,
            (
                QRect(0, 0, wide, TOPS[self._grade]),
                QRect(0, high - SIDE, wide, SIDE),
                QRect(0, 0, SIDE, high),
                QRect(wide - SIDE, 0, SIDE, high),
            ),
            strict=True,
        ):
            side.setGeometry(rect)
            side.raise_()
