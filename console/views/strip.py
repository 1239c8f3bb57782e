"""The strip at the foot of the window: the last events, and what can be taken back."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from console.domain.events import Event
from console.domain.lifecycle import Deed
from console.domain.text import one_line
from console.live.hub import Hub
from console.widgets.labels import event_sentence
from console.widgets.plain import ElidedLabel
from console.widgets.theme import Look
from console.widgets.tips import plain_tip

SHOWN = 3
"""So many of the last events are shown."""

LONGEST = 60
"""So many characters of each."""


class EventStrip(QWidget):
    """What happened last; beside it stands what Ctrl+Z takes back."""

    def __init__(self, hub: Hub, look: Look, undo: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._hub, self._look = hub, look
        self._measure()
        look.changed.connect(self._measure)
        # They give way: three long sentences must not make the window wider than a small screen.
        self.labels = [ElidedLabel(self) for _ in range(SHOWN)]
        self.undo = undo
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(24)
        for label in self.labels:
            label.setProperty("role", "dim")
            layout.addWidget(label)
        layout.addWidget(self.undo)
        layout.addStretch(1)
        hub.loaded.connect(self._say)
        hub.changed.connect(self._say)
        self._say()

    def add_at_end(self, widget: QWidget) -> None:
        """Put something at the right end, where it is always seen."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(widget)

    def lend(self, widget: QWidget) -> None:
        """Let something stand in place of the last events when they give way."""
        layout = self.layout()
        if isinstance(layout, QHBoxLayout):
            layout.insertWidget(0, widget, 1000)

    def give_way(self, away: bool) -> None:
        """Hide the last events, or show them again; what can be taken back stays."""
        for label in self.labels:
            label.setHidden(away)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _measure(self) -> None:
        self.setFixedHeight(self._look.theme.size("status_strip"))

    def _say(self, _change: object = None) -> None:
        picture = self._hub.picture
        # That a message went out says nothing new of an incident; the panel shows it.
        told = [event for event in picture.events if event.kind is not Deed.TOLD]
        newest = told[-SHOWN:][::-1]
        for place, label in enumerate(self.labels):
            label.setText(self._sentence(newest[place]) if place < len(newest) else "")
            label.setToolTip(plain_tip(label.text()))

    def _sentence(self, event: Event) -> str:
        number = f"{event.subject.id:04d}" if event.subject.kind == "incident" else ""
        at = f"{event.at.astimezone(self._hub.picture.zone):%H:%M}"
        sentence = one_line(event_sentence(event)[: 4 * LONGEST])
        short = sentence if len(sentence) <= LONGEST else f"{sentence[:LONGEST]}…"
        return " ".join(part for part in (at, number, short) if part)
