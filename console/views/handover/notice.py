"""Says that somebody has handed the shift over, until it is signed."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject

from console.domain.change import Change
from console.domain.checking import same_person
from console.domain.events import Event
from console.domain.lifecycle import Deed
from console.domain.text import one_line
from console.live.hub import Hub
from console.widgets.keys import key_mark
from console.widgets.messages import MessageStack

KEY = "handover"


class HandoverNotice(QObject):
    """Watches the events of handovers."""

    def __init__(
        self,
        hub: Hub,
        operator: str,
        messages: MessageStack,
        open_handover: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._hub, self._operator, self._messages = hub, operator, messages
        self._open = open_handover
        self._told: Event | None = None
        hub.changed.connect(self._changed)
        hub.loaded.connect(self._loaded)

    def _loaded(self) -> None:
        self._hear(self._hub.picture.events)

    def _changed(self, change: Change) -> None:
        self._hear(change.events)

    def _hear(self, events: Iterable[Event]) -> None:
        for event in events:
            if event.kind is Deed.TAKE_OVER:
                self._told = None
                self._messages.dismiss(KEY)
            elif event.kind is Deed.HAND_OVER and not same_person(event.operator, self._operator):
                self._told = event
                self._say(event)

    def say_again(self) -> None:
        """Say what is still said in the language that now holds."""
        if self._told is not None and KEY in self._messages.messages:
            self._say(self._told)

    def _say(self, event: Event) -> None:
        text = self.tr("{name} has handed the shift over. Whoever takes it signs: {key}.")
        self._messages.show_message(
            "info",
            text.format(name=one_line(event.operator), key=key_mark("handover")),
            key=KEY,
            action=self.tr("Open"),
            callback=self._open,
        )
