"""A few answers of which one is chosen: by a click, or by the digit in front of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QWidget
from typing_extensions import override

from console.widgets.plain import button_text


class Choices(QWidget):
    """Buttons that can stay down, one of them at a time."""

    chosen = Signal(str)
    confirmed = Signal()
    """Enter was pressed in one of the buttons, and an answer is chosen."""

    def __init__(self, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._keys: list[str] = []
        self._texts: list[str] = []
        self.buttons: list[QPushButton] = []
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._group.idClicked.connect(self._clicked)

    @property
    def key(self) -> str:
        """The key of what is chosen; empty while nothing is."""
        number = self._group.checkedId()
        return self._keys[number] if 0 <= number < len(self._keys) else ""

    def offer(self, items: Sequence[tuple[str, str]]) -> None:
        """Offer these, each as key and text; what is chosen stays if it is among them."""
        kept = self.key
        self._keys = [key for key, _ in items]
        self._texts = [text for _, text in items]
        while len(self.buttons) < len(items):
            self._add()
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(items))
        self.set_key(kept)

    def set_key(self, key: str) -> None:
        """Choose without telling; an empty key chooses nothing."""
        self._group.setExclusive(False)
        for number, button in enumerate(self.buttons[: len(self._keys)]):
            button.setChecked(self._keys[number] == key)
        self._group.setExclusive(True)
        self._say()

    def choose(self, number: int) -> None:
        """Choose by place, as a digit does; a place where nothing is changes nothing."""
        if 0 <= number < len(self._keys):
            self.set_key(self._keys[number])
            self.chosen.emit(self.key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what a button leaves: Enter goes on with what is chosen, and chooses nothing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.key:
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)

    def _clicked(self, number: int) -> None:
        self._say()
        self.chosen.emit(self._keys[number])

    def _say(self) -> None:
        for number, text in enumerate(self._texts):
            button = self.buttons[number]
            # Not by colour alone.
            mark = "✓" if button.isChecked() else str(number + 1)
            button.setText(f"{mark}  {button_text(text)}")
            button.setAccessibleName(text)

    def _add(self) -> None:
        button = QPushButton(self)
        button.setCheckable(True)
        button.setProperty("kind", "key")
        number = len(self.buttons)
        self._group.addButton(button, number)
        self._layout.addWidget(button, number // self._columns, number % self._columns)
        self.buttons.append(button)
