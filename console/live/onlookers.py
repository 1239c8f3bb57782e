"""Who looks at which incident now: told to the others and heard of them, on its own thread."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from threading import Event as Flag
from threading import Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from console.db.engine import Database
from console.domain.attention import Attention, Onlooker
from console.domain.errors import ConsoleError
from console.domain.rights import Actor
from console.live.teller import Teller

if TYPE_CHECKING:
    from console.db.presence import PresenceBook

WRITE_S = 2.0
"""Whoever goes through the rows quickly writes this often at most, in seconds."""

BEAT_S = 5.0
"""How often a sign of life is written, and everybody's is read, in seconds."""

READ_S = 1.0
"""However many write, they are read this often at most, in seconds."""

AFTER_A_FAULT_S = 5.0
STOP_S = 1.0
"""How long a stop waits for the thread, which may be in the middle of connecting."""

_log = logging.getLogger(__name__)

There = Mapping[int, tuple[Onlooker, ...]]


class Onlookers(QObject):
    """Lives on the GUI thread, but for its thread; ``changed`` tells which incidents to look at.

    What others see of it is a courtesy: that it cannot be told or heard disturbs nothing else.
    """

    changed = Signal(object)

    def __init__(
        self,
        url: str,
        actor: Actor,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._url, self._clock = url, clock
        self._seat = (actor.workstation, actor.operator)
        self._there: There = {}
        self._teller = Teller(self)
        self._attention = Attention(self._seat)
        self._wanted: int | None = None
        self._since = clock()
        self._told: Onlooker | None = None
        self._written = self._read = 0.0
        self._stopping = Flag()
        self._asked = Flag()
        self._lock = Lock()
        self._book: PresenceBook | None = None
        self._thread = Thread(target=self._run, name="onlookers", daemon=True)

    def start(self) -> None:
        """Begin, once the screen is there; once."""
        if not self._stopping.is_set():
            self._thread.start()

    def stop(self) -> None:
        """Take the own sign away and end; not waited for where the server does not answer."""
        self._stopping.set()
        self._wake()
        if self._thread.is_alive():
            self._thread.join(STOP_S)

    def look_at(self, incident: int | None) -> None:
        """The operator has an incident before them, or none."""
        if incident != self._wanted:
            self._since = self._clock()
            self._wanted = incident
            self._wake()

    def look(self) -> None:
        """Read now who is there; from any thread."""
        self._asked.set()
        self._wake()

    def at(self, incident: int) -> tuple[Onlooker, ...]:
        """The others who look at an incident, whoever has been there longest first."""
        return self._there.get(incident, ())

    def _wake(self) -> None:
        with self._lock:
            if self._book is not None:
                self._book.wake()

    def _show(self, there: There) -> None:
        before, self._there = self._there, there
        differs = {n for n in (*before, *there) if _who(before, n) != _who(there, n)}
        if differs:
            self.changed.emit(differs)

    # On its own thread

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._follow()
            except ConsoleError as error:
                _log.info("who looks at what is not known: %s", error)
            except Exception:
                # A mistake of ours must not end the thread in silence: it is tried again.
                _log.exception("telling who looks at what failed unexpectedly")
            if self._stopping.is_set():
                return
            self._attention.forget()
            self._teller.tell(partial(self._show, {}))
            self._stopping.wait(AFTER_A_FAULT_S)

    def _follow(self) -> None:
        # Late: no start waits for it.
        from console.db.presence import PresenceBook

        database = Database.open(self._url)
        try:
            book = PresenceBook(database)
            with self._lock:
                self._book = book
            try:
                self._keep(book)
            finally:
                with self._lock:
                    self._book = None
                book.close()
        finally:
            database.close()

    def _keep(self, book: "PresenceBook") -> None:
        self._told = None
        self._read = self._written = -BEAT_S
        self._asked.set()
        while not self._stopping.is_set():
            self._write(book)
            if self._asked.is_set() and monotonic() - self._read >= READ_S:
                self._hear(book)
            if book.wait(self._pause()) or monotonic() - self._read >= BEAT_S:
                self._asked.set()
        if self._told is not None:
            book.remove(self._seat)

    def _pause(self) -> float:
        """How long there is nothing to do by oneself, in seconds."""
        now = monotonic()
        coming = [self._read + (READ_S if self._asked.is_set() else BEAT_S)]
        if self._differs():
            coming.append(self._written + WRITE_S)
        elif self._told is not None:
            coming.append(self._written + BEAT_S)
        return max(0.0, min(coming) - now)

    def _differs(self) -> bool:
        told = None if self._told is None else self._told.incident
        return told != self._wanted

    def _write(self, book: "PresenceBook") -> None:
        """Write what the operator looks at: a change soon, a sign of life from time to time."""
        passed = monotonic() - self._written
        differs, wanted = self._differs(), self._wanted
        if passed < (WRITE_S if differs else BEAT_S):
            return
        if wanted is not None:
            workstation, operator = self._seat
            own = Onlooker(workstation, operator, wanted, self._since, self._clock())
            book.write(own, tell=differs)
            self._told = own
        elif differs:
            book.remove(self._seat)
            self._told = None
        self._written = monotonic()

    def _hear(self, book: "PresenceBook") -> None:
        self._asked.clear()
        now = self._clock()
        self._attention.take_in(book.read(), now)
        self._read = monotonic()
        self._teller.tell(partial(self._show, self._attention.there(now)))


def _who(there: There, incident: int) -> list[tuple[str, str]]:
    return [one.seat for one in there.get(incident, ())]
