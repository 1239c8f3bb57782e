"""The strip at the foot of the window: the last events, and taking the last dispatch back."""

from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from console.domain.events import Event
from console.domain.incident import Incident, State
from console.domain.lifecycle import Deed
from console.domain.orders import Dispatch, Join, Merge, Order, Separate, Step
from console.domain.text import one_line
from console.live.desk import Desk
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
    """What happened last; Ctrl+Z takes one's own last dispatch back while nobody has moved."""

    def __init__(self, hub: Hub, desk: Desk, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._hub, self._desk, self._look = hub, desk, look
        self._last: Event | None = None
        self._measure()
        look.changed.connect(self._measure)
        # They give way: three long sentences must not make the window wider than a small screen.
        self.labels = [ElidedLabel(self) for _ in range(SHOWN)]
        self.undo = QPushButton(self)
        self.undo.setProperty("kind", "key")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(24)
        for label in self.labels:
            label.setProperty("role", "dim")
            layout.addWidget(label)
        layout.addWidget(self.undo)
        layout.addStretch(1)
        self.undo.clicked.connect(self.withdraw_last)
        hub.loaded.connect(self._say)
        hub.changed.connect(self._say)
        desk.deed_done.connect(self._done)
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

    def withdraw_last(self) -> None:
        """Take one's own last dispatch back, if the member has not acknowledged it yet."""
        incident, reason = self._fresh(), self.tr("taken back by the dispatcher at once")
        if incident is not None:
            self._desk.do(Step(Deed.WITHDRAW, incident.id, incident.version, reason))
        elif (merged := self._fresh_merging()) is not None:
            self._desk.do(Separate(merged, note=reason))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _measure(self) -> None:
        self.setFixedHeight(self._look.theme.size("status_strip"))

    def _done(self, _command: UUID, order: Order, event: Event) -> None:
        if isinstance(order, Dispatch | Merge | Join):
            self._last = event
        self._say()

    def _fresh_merging(self) -> int | None:
        """The number of what one has merged last, if nothing has happened to it since."""
        last = self._last
        if last is None or last.kind not in (Deed.MERGE, Deed.JOIN):
            return None
        moved = any(_moved_on(event, last) for event in self._hub.picture.events)
        return None if moved else last.subject.id

    def _fresh(self) -> Incident | None:
        """The incident of one's own last dispatch, if it stands as that dispatch left it."""
        last, picture = self._last, self._hub.picture
        if last is None:
            return None
        if any(_moved_on(event, last) for event in picture.events):
            self._last = None
            return None
        incident = picture.incidents.get(last.subject.id)
        return incident if incident and incident.state is State.DISPATCHED else None

    def _say(self, _change: object = None) -> None:
        picture = self._hub.picture
        # That a message went out says nothing new of an incident; the panel shows it.
        told = [event for event in picture.events if event.kind is not Deed.TOLD]
        newest = told[-SHOWN:][::-1]
        for place, label in enumerate(self.labels):
            label.setText(self._sentence(newest[place]) if place < len(newest) else "")
            label.setToolTip(plain_tip(label.text()))
        incident, merged = self._fresh(), self._fresh_merging()
        self.undo.setVisible(incident is not None or merged is not None)
        if merged is not None:
            self.undo.setText(
                self.tr("Ctrl+Z  undo the merging of {number}").format(number=f"{merged:04d}")
            )
        if incident is not None:
            self.undo.setText(
                self.tr("Ctrl+Z  take back the dispatch of {number}").format(
                    number=incident.number
                )
            )

    def _sentence(self, event: Event) -> str:
        number = f"{event.subject.id:04d}" if event.subject.kind == "incident" else ""
        at = f"{event.at.astimezone(self._hub.picture.zone):%H:%M}"
        sentence = one_line(event_sentence(event)[: 4 * LONGEST])
        short = sentence if len(sentence) <= LONGEST else f"{sentence[:LONGEST]}…"
        return " ".join(part for part in (at, number, short) if part)


def _moved_on(event: Event, before: Event) -> bool:
    """Whether an event moved the incident of an earlier one on, or who is on it."""
    later = event.seq > before.seq and event.subject == before.subject
    return later and not event.payload.keys().isdisjoint(("to", "member"))
