"""Following one database, over any number of connections: everything first, then each change."""

from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from threading import Lock
from time import monotonic, perf_counter

from sqlalchemy import text
from sqlalchemy.orm import Session

from console.db.address import Address
from console.db.engine import Database
from console.db.feed import LIMIT, Feed, read_change
from console.db.migrate import require_current
from console.db.queries import snapshot
from console.domain.change import Change, Snapshot

WAIT_S = 1.0
"""How long one wait for news lasts at most."""

MEASURE_EVERY_S = 10.0
"""How often the round trip to a shared database is measured."""


@dataclass(frozen=True, slots=True)
class Reached:
    """All that had happened until now has been told; the round trip to a shared database."""

    latency_ms: float | None


News = Snapshot | Change | Reached


class Follower:
    """Knows how far a console has got; used by one thread, but for ``wake``."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._seq: int | None = None
        self._hash: str | None = None
        self._lock = Lock()
        self._feed: Feed | None = None

    @property
    def is_shared(self) -> bool:
        """Whether it is a database that many workstations use."""
        return Address.parse(self._url).path is None

    def wake(self) -> None:
        """End the wait for news; may be called from any thread."""
        with self._lock:
            if self._feed is not None:
                self._feed.wake()

    def follow(self, stopped: Callable[[], bool]) -> Generator[News]:
        """Connect, tell what is new since the last time, and go on telling until stopped.

        Raises:
            FaultError: If the database cannot be reached or used, or is lost. Calling this again
                takes up the thread where it broke.
        """
        with closing(Database.open(self._url)) as database:
            require_current(database)
            # Listening begins before the reading, so that nothing falls between the two.
            with self._listening(database) as feed:
                yield from self._begin(database)
                yield Reached(_round_trip_ms(database))
                yield from self._go_on(database, feed, stopped)

    def _go_on(
        self, database: Database, feed: Feed, stopped: Callable[[], bool]
    ) -> Iterator[News]:
        measured = monotonic()
        while not stopped():
            if feed.wait(WAIT_S):
                yield from self._catch_up(database)
            if database.is_shared and monotonic() - measured >= MEASURE_EVERY_S:
                measured = monotonic()
                yield Reached(_round_trip_ms(database))

    @contextmanager
    def _listening(self, database: Database) -> Iterator[Feed]:
        with closing(Feed(database)) as feed:
            with self._lock:
                self._feed = feed
            try:
                yield feed
            finally:
                with self._lock:
                    self._feed = None

    def _begin(self, database: Database) -> Iterator[News]:
        with database.read() as session:
            everything = None if self._is_known(session) else snapshot(session)
        if everything is None:
            yield from self._catch_up(database)
            return
        self._seq = everything.seq
        self._hash = everything.events[-1].hash if everything.events else None
        yield everything

    def _is_known(self, session: Session) -> bool:
        """Whether the log still holds the last event told: a backup put back may not."""
        if self._seq is None or self._hash is None:
            return False
        last = read_change(session, self._seq - 1, limit=1).events
        return bool(last) and last[0].hash == self._hash

    def _catch_up(self, database: Database) -> Iterator[Change]:
        full = True
        while full:
            with database.read() as session:
                change = read_change(session, self._seq or 0)
            if change.events:
                self._seq, self._hash = change.seq, change.events[-1].hash
                yield change
            # Fewer than the limit were all: who commits after this snapshot wakes the feed again.
            full = len(change.events) >= LIMIT


def _round_trip_ms(database: Database) -> float | None:
    if not database.is_shared:
        return None
    nothing = text("SELECT 1")
    with database.read() as session:
        session.execute(nothing)  # Looks after the connection and begins the transaction.
        began = perf_counter()
        session.execute(nothing)
        return (perf_counter() - began) * 1000
