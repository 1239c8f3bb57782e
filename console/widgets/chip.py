"""Chips: an incident's state as a small frame, and the filters of the queue as buttons."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from console.domain.incident import State
from console.widgets.theme import Look, Theme
from console.widgets.words import state_label


def paint_chip(painter: QPainter, rect: QRectF, state: State, theme: Theme) -> None:
    """Paint an incident's state in a small frame."""
    painter.setPen(QPen(theme.color("line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = theme.radii["chip"]
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(theme.color("dim"))
    painter.setFont(theme.font("caption"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, state_label(state))


class FilterChips(QWidget):
    """Buttons of which one is chosen, each with its count; the arrow keys go along them."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addStretch(1)
        self._group.buttonClicked.connect(self._clicked)

    def set_chips(self, chips: list[tuple[str, str, int]]) -> None:
        """Show chips: key, label, count; the first one added is chosen."""
        for key, label, count in chips:
            button = self._buttons.get(key) or self._add(key)
            text = f"{label} {count}"
            if button.text() != text:
                button.setText(text)
                button.setAccessibleName(text)

    def set_chosen(self, key: str) -> None:
        """Mark a chip as chosen, without telling."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def button(self, key: str) -> QPushButton:
        """The button of a chip."""
        return self._buttons[key]

    def _add(self, key: str) -> QPushButton:
        button = QPushButton(self)
        button.setCheckable(True)
        button.setProperty("kind", "chip")
        button.setProperty("key", key)
        self._group.addButton(button)
        self._layout.insertWidget(len(self._buttons), button)
        button.setChecked(not self._buttons)
        self._buttons[key] = button
        return button

    def _clicked(self, button: QPushButton) -> None:
        self.chosen.emit(str(button.property("key")))
