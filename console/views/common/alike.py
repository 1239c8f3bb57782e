"""Lines that each tell of one incident, with a deed and a way to open it.

The form for a new report and the incident panel show with them what is possibly the same.
"""

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.widgets.plain import button_text, plain_label

SETTLING_MS = 600
"""So long the buttons rest after the lines have changed: the old ones were read."""


class LineButton(QPushButton):
    """Enter presses it, O opens what the line is about; the arrow keys go along the lines."""

    open_wanted = Signal()
    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "quiet")

    @override
    def event(self, event: QEvent) -> bool:
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and _opens(event):
            # Here the key is about the line, not about the incident that is shown.
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _opens(event):
            self.open_wanted.emit()
            return
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.modifiers():
                self.click()
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case _:
                super().keyPressEvent(event)


class Line(QWidget):
    """One line with a deed and a way to open what it tells of."""

    done = Signal(int)
    opened = Signal(int)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = 0
        self.said = plain_label(self)
        self.said.setWordWrap(True)
        self.deed = LineButton(self)
        self.open = LineButton(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.said, 1)
        layout.addWidget(self.deed)
        layout.addWidget(self.open)
        self.deed.clicked.connect(lambda: self.done.emit(self.number))
        self.open.clicked.connect(self._open)
        for button in (self.deed, self.open):
            button.open_wanted.connect(self._open)
            button.stepped.connect(self.stepped)

    def show_line(self, number: int, text: str, deed: str) -> None:
        """Say what it is about; without a deed it can only be opened."""
        self.number = number
        self.said.setText(text)
        self.deed.setText(button_text(deed))
        self.deed.setAccessibleName(f"{deed}: {text}")
        self.deed.setVisible(bool(deed))
        self.open.setText(self.tr("Open"))
        self.open.setAccessibleName(f"{self.open.text()}: {text}")

    def take_keyboard(self) -> None:
        """Give the first of its buttons the keyboard."""
        button = self.open if self.deed.isHidden() else self.deed
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open(self) -> None:
        self.opened.emit(self.number)


class Lines(QWidget):
    """Lines below each other; those that are there already are used again."""

    done = Signal(int)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._settling = QTimer(self, singleShot=True, interval=SETTLING_MS)

    @property
    def numbers(self) -> list[int]:
        """What the lines are about."""
        return [line.number for line in self.lines if not line.isHidden()]

    @property
    def rests(self) -> bool:
        """Whether the lines have just changed, so that nothing is done yet."""
        return self._settling.isActive()

    def show_lines(self, told: list[tuple[int, str, str]]) -> None:
        """Show lines: the number, the text and the deed of each."""
        before = self.numbers
        while len(self.lines) < len(told):
            self._add()
        for line, one in zip(self.lines, told, strict=False):
            line.show_line(*one)
            line.show()
        for line in self.lines[len(told) :]:
            line.hide()
        if before and before != self.numbers:
            self._settling.start()

    def take_keyboard(self) -> None:
        """Give the first line the keyboard."""
        if self.numbers:
            self.lines[0].take_keyboard()

    def _add(self) -> None:
        line = Line(self)
        line.done.connect(self._do)
        line.opened.connect(self.opened)
        line.stepped.connect(partial(self._step, len(self.lines)))
        self._layout.addWidget(line)
        self.lines.append(line)

    def _do(self, number: int) -> None:
        if not self.rests:
            self.done.emit(number)

    def _step(self, line: int, by: int) -> None:
        wanted = line + by
        if 0 <= wanted < len(self.numbers):
            self.lines[wanted].take_keyboard()


def _opens(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_O and event.modifiers() == Qt.KeyboardModifier.NoModifier
