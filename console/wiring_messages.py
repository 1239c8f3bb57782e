"""What the window says of deeds on their way, of what went wrong, and of the link."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject

from console.domain.errors import ConsoleError, Fault, FaultError
from console.domain.events import Event
from console.domain.orders import Order, deed_of
from console.live.desk import Desk
from console.live.hub import Hub
from console.live.watcher import Link, LinkState
from console.views.common.photo_intake import AT_ONCE
from console.views.queue.panel import QueuePanel
from console.widgets.labels import deed_label, error_sentence
from console.widgets.messages import MessageStack

if TYPE_CHECKING:
    from collections.abc import Callable

NOT_AGAIN = frozenset({Fault.UNEXPECTED, Fault.BAD_FILE})
"""Faults after which the same order is not offered again."""


class Troubles(QObject):
    """Connects the Desk and the Hub with the messages of the window."""

    def __init__(
        self, hub: Hub, desk: Desk, queue: QueuePanel, messages: MessageStack, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._hub, self._desk, self._queue, self._messages = hub, desk, queue, messages
        self.told_elsewhere: list[Callable[[UUID], bool]] = []
        """Who tells of failures at the place where the deed was asked for."""
        desk.deed_started.connect(self._started)
        desk.deed_done.connect(self._done)
        desk.deed_failed.connect(self._failed)
        desk.problem.connect(self._problem)
        desk.read_failed.connect(self._read_failed)
        hub.link_changed.connect(self._link)

    def _started(self, command: UUID, order: Order) -> None:
        self._messages.dismiss(str(command))
        self._mark_busy(order, busy=True)

    def _done(self, _command: UUID, order: Order, _event: Event) -> None:
        self._mark_busy(order, busy=False)

    def _failed(self, command: UUID, order: Order, error: ConsoleError) -> None:
        self._mark_busy(order, busy=False)
        if any(tells(command) for tells in self.told_elsewhere):
            return
        text = QCoreApplication.translate("Console", "{deed}: {reason}").format(
            deed=deed_label(deed_of(order)), reason=error_sentence(error, self._hub.picture.zone)
        )
        if isinstance(error, FaultError) and error.code not in NOT_AGAIN:
            self._messages.show_message(
                "error",
                text,
                key=str(command),
                action=QCoreApplication.translate("Console", "Send again"),
                callback=partial(self._desk.retry, command),
            )
        else:
            self._messages.show_message("warning", text, key=str(command))

    def _read_failed(self, error: ConsoleError) -> None:
        self._messages.show_message("warning", error_sentence(error), key="read")

    def _problem(self) -> None:
        self._messages.show_message(
            "error",
            QCoreApplication.translate(
                "Console",
                "Something unexpected went wrong; it was written to the log. Nothing was lost:"
                " look whether the deed was done, and do it again if not.",
            ),
            key="problem",
        )

    def _link(self, link: Link) -> None:
        messages = self._messages
        if link.state is LinkState.LOST and link.fault is not None:
            messages.show_message("error", error_sentence(link.fault), key="link")
        elif link.state is LinkState.LIVE:
            messages.dismiss("link")
            messages.dismiss("read")

    def say_results(self, kind: str, text: str) -> None:
        """What has come of what was asked for last, or of several at once."""
        self._messages.show_message(kind, text, key="results")

    def say_wrong_number(self, text: str) -> None:
        """What was typed as the number of an incident is none."""
        self._messages.show_message(
            "warning",
            QCoreApplication.translate("Console", "“{text}” is not an incident's number.").format(
                text=text[:40]
            ),
            key="number",
        )

    def say_too_many(self, count: int) -> None:
        """So many photos were given at once that they were hardly meant."""
        text = QCoreApplication.translate(
            "Console", "{count} photos at once are too many: take at most {most}. None was taken."
        )
        self._messages.show_message(
            "warning", text.format(count=count, most=AT_ONCE), key="photos"
        )

    def say_nothing_to_paste(self) -> None:
        """There is no photo on the clipboard."""
        self._messages.show_message(
            "info",
            QCoreApplication.translate(
                "Console", "There is no photo on the clipboard. Copy one first."
            ),
            key="photos",
        )

    def _mark_busy(self, order: Order, *, busy: bool) -> None:
        incident_id = getattr(order, "incident", None)
        if incident_id is not None:
            self._queue.mark_busy(incident_id, busy=busy)
