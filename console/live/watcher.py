"""The Watcher: follows the feed on a thread of its own and tells the GUI thread what changed."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from threading import Event as Flag
from threading import Lock, Thread
from time import perf_counter

from PySide6.QtCore import QObject, Signal

from console.db.engine import Database
from console.db.feed import LIMIT, Feed, read_change
from console.db.queries import snapshot
from console.domain.errors import FaultError

PAUSES_S = (0.2, 0.4, 0.8, 1.0)
"""How long to wait before the next attempt to reach a lost database; the last one repeats."""

WAIT_S = 1.0
"""How long one wait for news lasts at most."""

LATENCY_EVERY_S = 10.0
"""How often the round trip to a shared database is measured."""

_log = logging.getLogger(__name__)


class LinkState(StrEnum):
    """How it stands with the database."""

    CONNECTING = "connecting"
    LIVE = "live"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Link:
    """How it stands with the database, and since when; the latency in milliseconds."""

    state: LinkState
    shared: bool
    latency_ms: float | None
    since: datetime
    fault: FaultError | None = None


class Watcher(QObject):
    """Loads everything once and then follows; after a loss it catches up and skips nothing.

    Its signals are emitted on the thread that follows; Qt brings them to the objects of the GUI
    thread whose methods are connected.
    """

    loaded = Signal(object)
    changed = Signal(object)
    link_changed = Signal(object)

    def __init__(
        self, url: str, clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._url = url
        self._clock = clock
        self._stopping = Flag()
        self._lock = Lock()
        self._feed: Feed | None = None
        self._seq: int | None = None
        self._shared = False
        self._failures = 0
        self._measured_at = 0.0
        self._thread: Thread | None = None

    def start(self) -> None:
        """Begin to follow; once."""
        self._thread = Thread(target=self._run, name="watcher", daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """Look at the feed now; may be called from any thread."""
        with self._lock:
            if self._feed is not None:
                self._feed.wake()

    def stop(self) -> None:
        """End and wait for the end."""
        self._stopping.set()
        self.wake()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    # On the thread that follows

    def _run(self) -> None:
        self._tell(LinkState.CONNECTING)
        while not self._stopping.is_set():
            try:
                self._follow()
            except FaultError as fault:
                _log.warning("the database is lost: %s", fault)
                self._tell(LinkState.LOST, fault=fault)
                self._stopping.wait(PAUSES_S[min(self._failures, len(PAUSES_S) - 1)])
                self._failures += 1

    def _follow(self) -> None:
        database = Database.open(self._url)
        self._shared = database.is_shared
        try:
            feed = Feed(database)
            try:
                self._offer(feed)
                self._catch_up(database)
                self._measure(database)
                self._failures = 0
                while not self._stopping.is_set():
                    if feed.wait(WAIT_S):
                        self._catch_up(database)
                    self._measure(database, LATENCY_EVERY_S)
            finally:
                self._offer(None)
                feed.close()
        finally:
            database.close()

    def _offer(self, feed: Feed | None) -> None:
        with self._lock:
            self._feed = feed

    def _catch_up(self, database: Database) -> None:
        if self._seq is None:
            with database.read() as session:
                everything = snapshot(session)
            self._seq = everything.seq
            self.loaded.emit(everything)
            return
        while not self._stopping.is_set():
            with database.read() as session:
                change = read_change(session, self._seq)
            if change.events:
                self._seq = change.seq
                self.changed.emit(change)
            if len(change.events) < LIMIT:
                return

    def _measure(self, database: Database, every_s: float = 0.0) -> None:
        began = perf_counter()
        if every_s and began - self._measured_at < every_s:
            return
        self._measured_at = began
        latency = None
        if database.is_shared:
            database.check_reachable()
            latency = (perf_counter() - began) * 1000
        elif every_s:
            return  # A local file does not come nearer.
        self._tell(LinkState.LIVE, latency_ms=latency)

    def _tell(
        self,
        state: LinkState,
        *,
        latency_ms: float | None = None,
        fault: FaultError | None = None,
    ) -> None:
        self.link_changed.emit(Link(state, self._shared, latency_ms, self._clock(), fault))
