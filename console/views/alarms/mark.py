"""Why nothing is heard, at the foot of the window: a silence that nobody sees is forgotten."""

from datetime import datetime
from enum import Enum, auto

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from console.widgets.icons import icon
from console.widgets.keys import key_mark
from console.widgets.restyle import restyle
from console.widgets.theme import Look


class Silence(Enum):
    """Why nothing is heard."""

    NONE = auto()
    OFF = auto()
    MUTED = auto()
    QUIET = auto()
    NO_DEVICE = auto()


class SoundMark(QPushButton):
    """Hidden while alarms can be heard; a click mutes and ends that, as its key does."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.why = Silence.NONE
        self._until: datetime | None = None
        self.setProperty("kind", "counter")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.changed.connect(self._say)
        self._say()

    def show_silence(self, why: Silence, until: datetime | None = None) -> None:
        """Tell why nothing is heard; for a mute until when, in the center's zone."""
        if (why, until) != (self.why, self._until):
            self.why, self._until = why, until
            self._say()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        text = self._text()
        self.setVisible(self.why is not Silence.NONE)
        self.setText(text)
        self.setAccessibleName(text)
        tint = "amber" if self.why in (Silence.OFF, Silence.MUTED) else "dim"
        restyle(self, grade=tint)
        self.setIcon(icon("mute", self._look.theme, tint))

    def _text(self) -> str:
        match self.why:
            case Silence.OFF:
                return self.tr("sounds are off")
            case Silence.MUTED if self._until is not None:
                muted = self.tr("muted until {time}").format(time=f"{self._until:%H:%M}")
                return f"{muted}  {key_mark('mute')}"
            case Silence.QUIET:
                return self.tr("quiet hours")
            case Silence.NO_DEVICE:
                return self.tr("no audio device")
            case _:
                return ""
