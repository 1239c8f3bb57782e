"""Starts the sender of messages beside a console, and wakes it when there is one to be sent."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from console.domain.change import Change
from console.domain.lifecycle import Deed
from console.live.hub import Hub

if TYPE_CHECKING:
    from console.live.outbox import OutboxThread


class Sending(QObject):
    """The console's part in sending; of several consoles, whichever is first sends a message."""

    def __init__(
        self,
        hub: Hub,
        url: str,
        workstation: str,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._url, self._workstation, self._clock = url, workstation, clock
        self._thread: OutboxThread | None = None
        hub.changed.connect(self._changed)

    def start(self) -> None:
        """Begin, once the screen is there."""
        # Late: nothing of it is needed for the first picture.
        from console.live.outbox import OutboxThread

        self._thread = OutboxThread(self._url, self._workstation, self._clock)
        self._thread.start()

    def stop(self) -> None:
        """End; what is just being sent is another console's affair."""
        if self._thread is not None:
            self._thread.stop()

    def wake(self) -> None:
        """Look at the outbox now."""
        if self._thread is not None:
            self._thread.wake()

    def _changed(self, change: Change) -> None:
        new = any("channel" in e.payload or e.kind is Deed.TELL_AGAIN for e in change.events)
        if new:
            self.wake()
