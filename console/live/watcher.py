"""The Watcher: follows the feed on a thread of its own and tells the GUI thread what changed."""

import logging
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Event as Flag
from threading import Semaphore, Thread

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

from console.domain.change import Change, Snapshot
from console.domain.errors import Fault, FaultError
from console.live.echo import Echo, Task
from console.live.follower import Follower, News, Reached
from console.live.link import Link, LinkState

__all__ = ["Link", "LinkState", "Watcher"]

PAUSES_S = (0.2, 0.4, 0.8, 1.0)
"""How long to wait before the next attempt to reach a lost database; the last one repeats."""

STOP_S = 0.2
"""How long a stop waits for the thread, which may be in the middle of connecting."""

AHEAD = 1
"""So many pieces of news may wait for the GUI thread; what comes after stays in the database.

A busy screen thus gets fewer and bigger changes, and nothing piles up before it.
"""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Own:
    """What an own deed changed, and what is told in the same breath: no key comes in between."""

    change: Change
    after: Task


class Watcher(QObject):
    """Loads everything once and then follows; after a loss it catches up and skips nothing.

    The object lives on the GUI thread, and there its signals are emitted.
    """

    loaded = Signal(object)
    changed = Signal(object)
    link_changed = Signal(object)
    _told = Signal(object)

    def __init__(
        self, url: str, clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self.echo = Echo(self._tell_now)
        self._follower = Follower(url, self.echo)
        self._link = Link(LinkState.CONNECTING, self._follower.is_shared, None, clock())
        self._stopping = Flag()
        self._room = Semaphore(AHEAD)
        self._thread = Thread(target=self._run, name="watcher", daemon=True)
        # Queued: it is emitted on the thread that follows.
        self._told.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin to follow; once."""
        self.link_changed.emit(self._link)
        self._thread.start()

    def wake(self) -> None:
        """Look at the feed now; may be called from any thread."""
        self._follower.wake()

    def stop(self) -> None:
        """End; from here on nothing is emitted.

        The thread is waited for, but not if it is just connecting to a server that does not
        answer, which nothing can interrupt: then it ends by itself, in silence.
        """
        self._stopping.set()
        self._room.release()
        self._follower.wake()
        if self._thread.is_alive():
            self._thread.join(STOP_S)
        if self._thread.is_alive():
            # It holds this object to the last, and must not be the one that destroys it.
            self.setParent(QCoreApplication.instance())

    # On the GUI thread

    @Slot(object)
    def _deliver(self, news: News | Own | FaultError) -> None:
        if self._stopping.is_set():
            return
        try:
            if isinstance(news, Snapshot):
                self.loaded.emit(news)
            elif isinstance(news, Change):
                self.changed.emit(news)
            elif isinstance(news, Own):
                self.changed.emit(news.change)
                news.after()
            elif isinstance(news, Reached):
                self._reached(news)
            else:
                self._lost(news)
        finally:
            self._room.release()

    def _reached(self, news: Reached) -> None:
        if self._link.state is LinkState.LIVE:
            self._change_link(replace(self._link, latency_ms=news.latency_ms))
        else:
            shared = self._link.shared
            self._change_link(Link(LinkState.LIVE, shared, news.latency_ms, self._clock()))

    def _lost(self, fault: FaultError) -> None:
        lost_before = self._link.state is LinkState.LOST
        since = self._link.since if lost_before else self._clock()
        self._change_link(Link(LinkState.LOST, self._link.shared, None, since, fault))

    def _change_link(self, link: Link) -> None:
        self._link = link
        self.link_changed.emit(link)

    # On the thread that follows

    def _run(self) -> None:
        failures = 0
        while not self._stopping.is_set():
            try:
                with closing(self._follower.follow(self._stopping.is_set)) as all_news:
                    for news in all_news:
                        failures = 0
                        if not self._tell(news):
                            return
            except FaultError as fault:
                _log.warning("the database is lost: %s", fault)
                self._tell(fault)
            except Exception:
                # A mistake of ours must not leave a screen that looks alive and is not.
                _log.exception("following the database failed unexpectedly")
                self._tell(FaultError(Fault.UNEXPECTED))
            self._stopping.wait(PAUSES_S[min(failures, len(PAUSES_S) - 1)])
            failures += 1

    def _tell(self, news: News | FaultError) -> bool:
        """Hand news over, once there is room for them; False when nobody listens any more."""
        self._room.acquire()
        if self._stopping.is_set():
            return False
        self._told.emit(news)
        return True

    def _tell_now(self, change: Change, after: Task) -> bool:
        """Hand over what a deed changed, on its thread, if there is room for it."""
        if self._stopping.is_set() or not self._room.acquire(blocking=False):
            return False
        self._told.emit(Own(change, after))
        return True
