"""The line at the foot of the window: the gravest alarm by name, or a flood as a sum."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from console.domain.alarms import Grade
from console.widgets.icons import icon
from console.widgets.keys import key_mark
from console.widgets.plain import ElidedLabel, plain_label
from console.widgets.restyle import restyle
from console.widgets.theme import Look

ICON = 16


class AlarmLine(QFrame):
    """Stands in place of the last events while something waits, so that nothing moves for it."""

    heard = Signal()
    show_wanted = Signal()
    retranslated = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("alarm_line")
        self._look = look
        self._grade = Grade.LOW
        self.icon = plain_label(self)
        self.text = ElidedLabel(self)
        self.more = plain_label(self)
        self.show_button, self.hear_button = QPushButton(self), QPushButton(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(10)
        layout.addWidget(self.icon)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.more)
        for button, signal in (
            (self.hear_button, self.heard),
            (self.show_button, self.show_wanted),
        ):
            button.setProperty("kind", "alarm")
            # A click leaves the keyboard with the rows; there are keys for both.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(signal)
            layout.addWidget(button)
        look.changed.connect(self._tint)
        self.hide()
        self._name()

    def say(self, grade: Grade, text: str, more: int) -> None:
        """Show an alarm or a sum of them, and how many more wait behind it."""
        if self.text.text() != text:
            self.text.setText(text)
            self.setAccessibleName(text)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self.more.setText(self.tr("{n} more").format(n=more) if more else "")
        self._grade = grade
        for widget in (self, self.text, self.more, self.show_button, self.hear_button):
            restyle(widget, alarm=grade.name.lower())
        self._tint()
        self.show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            # What it says comes from somewhere else, and must be said anew.
            self.retranslated.emit()
        super().changeEvent(event)

    def _name(self) -> None:
        self.hear_button.setText(self.tr("Acknowledge") + f"  {key_mark('alarm_heard')}")
        self.show_button.setText(self.tr("Show") + f"  {key_mark('alarm_show')}")

    def _tint(self) -> None:
        tint = "panel" if self._grade is Grade.EMERGENCY else "text"
        drawing = icon("bell", self._look.theme, tint)
        side = self._look.theme.px(ICON)
        self.icon.setPixmap(drawing.pixmap(QSize(side, side), self.devicePixelRatioF()))
