"""The Echo: a deed's own transaction tells what it changed, if that is what the feed tells next.

Whoever holds the end of the log knows that nobody else commits before them. So what a deed reads
between its event and its commit is what the feed would read after it; the console need not ask
the database a second time for what it has just written.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition

from console.domain.change import Change
from console.domain.events import Event, chain_hash

PATIENCE_S = 0.1
"""So long the feed waits for a deed that is being committed; then it reads for itself.

A commit takes some milliseconds; one that takes longer must not hold up the news of others.
"""

Known = tuple[int, str]
"""An event by its number and its hash."""

Task = Callable[[], object]
"""Something to do without being told anything more."""

Tell = Callable[[Change, Task], bool]

_log = logging.getLogger(__name__)


class Echo:
    """Knows how far a console has been told, and whose turn it is to tell what comes next.

    Either the feed reads and tells, or one deed does; never both, so that nothing older is told
    after something newer. Each of its two users is one thread.
    """

    def __init__(self, tell: Tell) -> None:
        """Begin with nothing told.

        Args:
            tell: Tells a change at once and then does something more, or returns False if it
                cannot; called by a deed's thread.
        """
        self._tell = tell
        self._turns = Condition()
        self._last: Known | None = None
        self._feed_reads = False
        self._deed_commits = False

    @property
    def last(self) -> Known | None:
        """The last event that was told; None before everything was."""
        return self._last

    # The feed

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read what is new, and tell it, while no deed does."""
        with self._turns:
            self._turns.wait_for(lambda: not self._deed_commits, PATIENCE_S)
            self._deed_commits = False
            self._feed_reads = True
        try:
            yield
        finally:
            with self._turns:
                self._feed_reads = False

    def told(self, last: Known) -> None:
        """All up to an event has been told by the feed; called while ``reading``."""
        self._last = last

    # A deed

    def begin(self) -> bool:
        """Whether a deed that holds the end of the log may read what it changed, and tell it."""
        with self._turns:
            if self._feed_reads or self._last is None:
                return False
            self._deed_commits = True
            return True

    def end(self, change: Change | None, after: Task) -> bool:
        """Tell what a deed changed, now that it is committed; None if it is not.

        Nothing is raised: the deed is done, whatever becomes of telling it; the feed tells it
        then.

        Returns:
            Whether it was told, and ``after`` will be called right behind it.
        """
        with self._turns:
            has_turn, self._deed_commits = self._deed_commits, False
            self._turns.notify()
            if not has_turn or change is None or not self._comes_next(change):
                return False
            try:
                told = self._tell(change, after)
            except Exception:
                _log.exception("what a deed changed could not be told")
                return False
            if told:
                self._last = change.seq, change.events[-1].hash
            return told

    def _comes_next(self, change: Change) -> bool:
        """Whether nothing lies between, and it is the log that was told so far."""
        if self._last is None:
            return False
        seq, digest = self._last
        (event,) = change.events
        return event.seq == seq + 1 and event.hash == chain_hash(digest, event)


class DeedEcho:
    """The echo of one deed, which tells behind its change that it is done."""

    def __init__(self, echo: Echo | None, done: Callable[[Event], object]) -> None:
        self._echo, self._done = echo, done
        self.has_told = False

    def begin(self) -> bool:
        """As ``Echo.begin``; nobody listens where there is no echo."""
        return self._echo is not None and self._echo.begin()

    def end(self, change: Change | None) -> None:
        """As ``Echo.end``."""
        if self._echo is not None:
            event = None if change is None else change.events[-1]
            self.has_told = self._echo.end(change, lambda: event and self._done(event))
