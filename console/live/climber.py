"""The Climber: raises what is due at this workstation, on a thread of its own, and then sleeps.

Every open console has one, and it does not matter: what is raised is raised once. It sleeps until
the next instant that is due; a change that makes something due sooner wakes it sooner.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from threading import Condition, Thread

from PySide6.QtCore import QObject, Slot

from console.commands.office import Office
from console.db.engine import Database
from console.domain.change import Change
from console.domain.errors import FaultError
from console.live.hub import Hub

LONGEST_SLEEP_S = 30.0
"""It looks at the clock this often: a computer that was asleep does not tell that it was."""

AFTER_A_FAULT_S = 5.0

_log = logging.getLogger(__name__)


class Climber(QObject):
    """Lives on the GUI thread, but for its thread; whenever all is loaded it looks what is due."""

    def __init__(
        self,
        url: str,
        workstation: str,
        clock: Callable[[], datetime],
        hub: Hub,
        wake_feed: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._url, self._workstation, self._clock = url, workstation, clock
        self._hub, self._wake_feed = hub, wake_feed
        self._condition = Condition()
        self._stopping = False
        self._opened: Office | None = None
        self._next: datetime | None = clock()  # What is due then; None for nothing at all.
        self._thread = Thread(target=self._run, name="climber", daemon=True)
        hub.loaded.connect(self._loaded)
        hub.changed.connect(self._changed)

    def look(self) -> None:
        """Look now whether something is due; may be called from any thread."""
        with self._condition:
            self._next = self._clock()
            self._condition.notify()

    def stop(self) -> None:
        """Finish the one that is being raised, then end."""
        with self._condition:
            self._stopping = True
            self._condition.notify()
        if self._thread.is_alive():
            self._thread.join()

    def start(self) -> None:
        """Begin, once the screen is there; once."""
        if not self._stopping:
            self._thread.start()

    @Slot()
    def _loaded(self) -> None:
        self.look()

    @Slot(object)
    def _changed(self, change: Change) -> None:
        if change.catalogue is not None:
            self.look()
            return
        oversight, now = self._hub.picture.oversight, self._clock()
        for incident in change.incidents:
            coming = oversight.next_due(incident, now)
            if coming is not None:
                self._due_at(coming)

    def _due_at(self, at: datetime) -> None:
        with self._condition:
            if self._next is None or at < self._next:
                self._next = at
                self._condition.notify()

    # On its own thread

    def _run(self) -> None:
        while self._wait():
            try:
                self._raise()
            except FaultError as fault:
                _log.warning("what is due could not be raised: %s", fault)
                self._rest()
            except Exception:
                # A mistake of ours must not stop the clock in silence: it is tried again.
                _log.exception("raising what is due failed unexpectedly")
                self._rest()
        if self._opened is not None:
            self._opened.database.close()

    def _raise(self) -> None:
        # Late: no start waits for the deeds to be read.
        from console.commands.raising import raise_all, raiser

        if self._opened is None:
            actor = raiser(self._workstation)
            self._opened = Office(Database.open(self._url), actor, self._clock)
        raised, coming = raise_all(self._opened, lambda: self._stopping)
        if raised:
            self._wake_feed()
        if coming is not None:
            self._due_at(coming)

    def _wait(self) -> bool:
        """Sleep until something is due; False when it is to end."""
        with self._condition:
            while not self._stopping:
                now = self._clock()
                if self._next is not None and self._next <= now:
                    self._next = None
                    return True
                left = LONGEST_SLEEP_S
                if self._next is not None:
                    left = min(left, (self._next - now).total_seconds())
                self._condition.wait(left)
            return False

    def _rest(self) -> None:
        with self._condition:
            if not self._stopping:
                self._condition.wait(AFTER_A_FAULT_S)
            self._next = self._clock()
