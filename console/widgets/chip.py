"""Chips: an incident's state as a small frame, and filters as buttons of which one is chosen."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from console.domain.incident import State
from console.widgets.flow import Flow
from console.widgets.painting import draw_centred, kept
from console.widgets.plain import button_text
from console.widgets.theme import Look, Theme
from console.widgets.tips import plain_tip
from console.widgets.words import stage_label, state_label

PADDING = 7
"""Space on both sides of a chip's text in pixels."""


def paint_chip(
    painter: QPainter,
    rect: QRectF,
    text: str,
    theme: Theme,
    *,
    color: str = "dim",
    dashed: bool = False,
) -> None:
    """Paint a word in a small frame.

    Args:
        painter: Where to.
        rect: The frame.
        text: A short text of our own.
        theme: Gives colours and the font.
        color: The token of the text's colour.
        dashed: Whether the frame is dashed and accented: something is on its way.
    """
    with kept(painter):
        paint_frame(painter, rect, theme, dashed=dashed)
        painter.setPen(theme.color(color))
        painter.setFont(theme.font("caption"))
        draw_centred(painter, rect, text)


def paint_frame(painter: QPainter, rect: QRectF, theme: Theme, *, dashed: bool = False) -> None:
    """Paint a chip's frame alone."""
    pen = QPen(QColor(theme.color("accent" if dashed else "line")), 1)
    if dashed:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = theme.radius("chip")
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class StateChip(QWidget):
    """An incident's state as a control of its own."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._state = State.REPORTED
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)
        self.set_state(State.REPORTED)

    def set_state(self, state: State) -> None:
        """Show a state."""
        self._state = state
        text = self.tr("State: {state}").format(state=state_label(state))
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.set_state(self._state)
        super().changeEvent(event)

    @override
    def sizeHint(self) -> QSize:
        theme = self._look.theme
        metrics = QFontMetrics(theme.font("caption"))
        width = metrics.horizontalAdvance(stage_label(self._state)) + 2 * theme.px(PADDING)
        return QSize(width, theme.size("chip"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), stage_label(self._state), self._look.theme)
        painter.end()


MOST_TOLD = 999
"""The largest count that a chip tells exactly."""


class FilterChips(QWidget):
    """Buttons of which one is chosen, each with its count; the arrow keys go along them."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._layout = Flow(self, gap=look.theme.space(0))
        self._group.buttonClicked.connect(self._clicked)

    def set_chips(self, chips: list[tuple[str, str, int]]) -> None:
        """Show chips: key, label, count; the first one added is chosen."""
        for key, label, count in chips:
            button = self._buttons.get(key) or self._add(key)
            # Four figures would push the last chip out of the queue; the tool tip has them.
            told = str(count) if count <= MOST_TOLD else f"{MOST_TOLD}+"
            exact = f"{label} {count}"
            if button.accessibleName() != exact:
                button.setText(button_text(f"{label} {told}"))
                button.setAccessibleName(exact)
                button.setToolTip(plain_tip(exact))

    def set_chosen(self, key: str) -> None:
        """Mark a chip as chosen, without telling."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def remove(self, key: str) -> None:
        """Take a chip away, if there is one."""
        button = self._buttons.pop(key, None)
        if button is not None:
            self._group.removeButton(button)
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
            self._layout.invalidate()

    @property
    def keys(self) -> list[str]:
        """The keys of all chips, from the first on."""
        return list(self._buttons)

    def button(self, key: str) -> QPushButton:
        """The button of a chip."""
        return self._buttons[key]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        buttons = list(self._buttons.values())
        here = next((n for n, button in enumerate(buttons) if button.hasFocus()), None)
        if here is not None and 0 <= here + step < len(buttons):
            buttons[here + step].setFocus(Qt.FocusReason.TabFocusReason)
            buttons[here + step].click()

    def _add(self, key: str) -> QPushButton:
        button = _Chip(self)
        button.setProperty("key", key)
        self._group.addButton(button)
        self._layout.addWidget(button)
        button.setChecked(not self._buttons)
        self._buttons[key] = button
        return button

    def _clicked(self, button: QPushButton) -> None:
        self.chosen.emit(str(button.property("key")))


class _Chip(QPushButton):
    """One filter; it leaves the arrow keys to the row of chips."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setProperty("kind", "chip")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
            return
        super().keyPressEvent(event)
