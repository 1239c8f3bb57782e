"""Says aloud that a member could not be told, and what to do about it."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from console.domain.change import Change
from console.domain.channels import Trouble
from console.domain.events import Event
from console.domain.incident import RUNNING
from console.domain.lifecycle import Deed
from console.domain.orders import TellAgain
from console.domain.text import one_line
from console.live.desk import Desk
from console.live.hub import Hub
from console.widgets.messages import MessageStack
from console.widgets.words_channels import trouble_sentence

_SETTLES = frozenset({Deed.TOLD, Deed.TELL_AGAIN, Deed.RETURN, Deed.ACKNOWLEDGE})
"""After these nobody needs to be told any more, or it is under way again."""


class Telling(QObject):
    """Watches the events of the outbox."""

    def __init__(
        self, hub: Hub, desk: Desk, messages: MessageStack, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._hub, self._desk, self._messages = hub, desk, messages
        hub.changed.connect(self._changed)
        hub.loaded.connect(self._loaded)

    def _loaded(self) -> None:
        running = {one.id for one in self._hub.picture.incidents.values() if one.state in RUNNING}
        self._hear(event for event in self._hub.picture.events if event.subject.id in running)

    def _changed(self, change: Change) -> None:
        self._hear(change.events)

    def _hear(self, events: Iterable[Event]) -> None:
        for event in events:
            if event.subject.kind != "incident":
                continue
            over = event.payload.get("trouble") == Trouble.OVER
            if event.kind is Deed.NOT_TOLD and not over:
                self._say(event)
            elif over or event.kind in _SETTLES:
                self._messages.dismiss(f"told-{event.subject.id}")

    def _say(self, event: Event) -> None:
        number = event.subject.id
        text = self.tr("{number}: {member} could not be told; telephone them. {reason}").format(
            number=f"{number:04d}",
            member=one_line(str(event.payload.get("member_name", ""))),
            reason=trouble_sentence(str(event.payload.get("trouble", ""))),
        )
        self._messages.show_message(
            "error",
            text,
            key=f"told-{number}",
            action=self.tr("Send again"),
            callback=lambda: self._desk.do(TellAgain(number)),
        )
