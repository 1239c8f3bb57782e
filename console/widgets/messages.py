"""Messages over the window: stacked, never in the way, each replaced by the next of its like."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.widgets.icons import icon
from console.widgets.plain import plain_label
from console.widgets.restyle import restyle
from console.widgets.theme import Look

WIDTH = 440
MARGIN = 16
BELOW = 44
"""Room below, so that the strip of last events stays free, in pixels."""

LONGEST = 600
"""So many characters of a message are shown."""

SHOWN_MS = {"info": 6000, "success": 4000, "warning": 15000}
"""How long a message stays, in milliseconds; an error stays until it is put away."""

COLORS = {"info": "blue", "success": "green", "warning": "amber", "error": "red"}
"""The kinds with the token of their colour; each also has an icon of its name."""

ICON = 18
MOST = 5
"""So many messages are shown at most; the oldest that is no error makes room first."""


class Message(QFrame):
    """One message with a word of what can be done."""

    closed = Signal(str)

    def __init__(self, key: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.key = key
        self.kind = "info"
        self._look = look
        self._callback: Callable[[], object] | None = None
        self.icon = plain_label(self)
        self.label = plain_label(self)
        self.label.setWordWrap(True)
        self.action = QPushButton(self)
        self.action.setProperty("kind", "quiet")
        self.action.clicked.connect(self._act)
        self.close_button = QPushButton(self)
        self.close_button.setProperty("kind", "quiet")
        self.close_button.clicked.connect(self._close)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._close)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(10)
        layout.addWidget(self.icon)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.action)
        layout.addWidget(self.close_button)
        look.changed.connect(self._tint)
        self._name()

    def say(
        self, kind: str, text: str, action: str | None, callback: Callable[[], object] | None
    ) -> None:
        """Say something, in place of what was said before."""
        self.kind = kind
        restyle(self, kind=kind)
        self.label.setText(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")
        self.setAccessibleName(self.label.text())
        self._callback = callback
        self.action.setVisible(action is not None)
        self.action.setText(action or "")
        self._tint()
        self._timer.stop()
        if kind in SHOWN_MS and not self.underMouse():
            self._timer.start(SHOWN_MS[kind])

    @property
    def leaves_by_itself(self) -> bool:
        """Whether it will be put away after a while."""
        return self._timer.isActive()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        # Whoever reads it should not have it taken away.
        self._timer.stop()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        if self.kind in SHOWN_MS:
            self._timer.start(SHOWN_MS[self.kind])
        super().leaveEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def _tint(self) -> None:
        theme = self._look.theme
        drawing = icon(self.kind, theme, COLORS[self.kind])
        self.icon.setPixmap(
            drawing.pixmap(QSize(theme.px(ICON), theme.px(ICON)), self.devicePixelRatioF())
        )
        self.close_button.setIcon(icon("close", theme, "dim"))

    def _name(self) -> None:
        self.close_button.setAccessibleName(self.tr("Put the message away"))
        self.close_button.setToolTip(self.tr("Put the message away"))

    def _act(self) -> None:
        callback = self._callback
        self._close()
        if callback is not None:
            callback()

    def _close(self) -> None:
        self.closed.emit(self.key)


class MessageStack(QWidget):
    """The messages, at the foot of what they lie over and in its middle."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._over = parent
        self.messages: dict[str, Message] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        parent.installEventFilter(self)
        look.changed.connect(self._place)
        self.hide()

    def show_message(
        self,
        kind: str,
        text: str,
        *,
        key: str,
        action: str | None = None,
        callback: Callable[[], object] | None = None,
    ) -> None:
        """Show a message of a kind (info, success, warning, error); one with its key is replaced.

        Args:
            kind: How serious it is.
            text: What happened and what to do, as plain text.
            key: What it is about.
            action: What a button beside it says, if there is one.
            callback: What that button does.
        """
        message = self.messages.get(key)
        if message is None:
            self._make_room()
            message = self.messages[key] = Message(key, self._look, self)
            message.closed.connect(self.dismiss)
            self._layout.addWidget(message)
        message.say(kind, text, action, callback)
        # Qt would find out in the next turn only, and it is placed now: a longer text were cut.
        message.updateGeometry()
        message.show()
        QAccessible.updateAccessibility(QAccessibleEvent(message, QAccessible.Event.Alert))
        # Placed before it is shown, or it would for a moment stand under the pointer at the top.
        self._place()
        self.show()
        self.raise_()

    def dismiss(self, key: str) -> None:
        """Put a message away, if it is there."""
        message = self.messages.pop(key, None)
        if message is None:
            return
        self._layout.removeWidget(message)
        message.hide()
        message.deleteLater()
        self.setVisible(bool(self.messages))
        self._place()

    def _make_room(self) -> None:
        while len(self.messages) >= MOST:
            passing = (key for key, message in self.messages.items() if message.kind != "error")
            self.dismiss(next(passing, next(iter(self.messages))))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        parent = self._over
        width = min(self._look.theme.px(WIDTH), parent.width() - 2 * MARGIN)
        height = self._layout.totalHeightForWidth(width)
        top = max(MARGIN, parent.height() - height - BELOW)
        # In the middle: at the right it would lie on the large button, and an alarm stays long.
        self.setGeometry((parent.width() - width) // 2, top, width, height)
