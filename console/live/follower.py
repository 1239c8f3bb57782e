"""Following one database, over any number of connections: everything first, then each change."""

from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from threading import Lock
from time import monotonic, perf_counter

from sqlalchemy import text
from sqlalchemy.orm import Session

from console.db.address import Address
from console.db.engine import Database
from console.db.feed import LIMIT, Feed, OtherLogError, read_change
from console.db.migrate import require_current
from console.db.queries import snapshot
from console.domain.change import Change, Snapshot
from console.domain.events import GENESIS
from console.live.echo import Echo

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

    def __init__(self, url: str, echo: Echo) -> None:
        self._url = url
        self._echo = echo
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
                yield from self._catch_up(database)
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

    def _catch_up(self, database: Database) -> Iterator[Snapshot | Change]:
        full = True
        while full:
            with self._echo.reading():
                with database.read() as session:
                    news = self._read(session)
                if isinstance(news, Snapshot) or news.events:
                    yield news
                    last = news.events[-1] if news.events else None
                    self._echo.told((0, GENESIS) if last is None else (last.seq, last.hash))
            # Fewer than the limit were all: who commits after this snapshot wakes the feed again.
            full = isinstance(news, Change) and len(news.events) >= LIMIT

    def _read(self, session: Session) -> Snapshot | Change:
        """What is new; all of it, if the log is not the one that was told so far.

        That happens when a backup has been put back, be it between two connections or under one.
        """
        if self._echo.last is not None:
            with suppress(OtherLogError):
                return read_change(session, *self._echo.last)
        return snapshot(session)


def _round_trip_ms(database: Database) -> float | None:
    if not database.is_shared:
        return None
    nothing = text("SELECT 1")
    with database.read() as session:
        session.execute(nothing)  # Looks after the connection and begins the transaction.
        began = perf_counter()
        session.execute(nothing)
        return (perf_counter() - began) * 1000
