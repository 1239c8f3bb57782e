"""The Journal: keeps half-typed texts on disk while they are typed, on a thread of its own."""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from console.domain.drafts import Draft
from console.live.drawer import Drawer, Left
from console.live.teller import Teller

WRITE_MS = 300
"""What was typed is written at most so much later, in milliseconds, however fast one types."""

_log = logging.getLogger(__name__)

Task = Callable[[Drawer], None]


class Journal(QObject):
    """Keeps drafts by their keys until they are dropped; the GUI thread never waits for a file.

    Without a folder it keeps nothing. Its thread begins with the first thing to do.
    """

    found = Signal(object)
    """What earlier runs left, as a ``Left``."""
    unwritten = Signal(str)
    """It cannot be written, and why; told once until it can again."""

    def __init__(
        self,
        folder: Path | None,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder, self._clock = folder, clock
        self._teller = Teller(self)
        self._waiting: dict[str, Draft] = {}
        self._dropped: set[str] = set()
        self._tasks: SimpleQueue[Task | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._failing = False
        self._write = QTimer(self, singleShot=True, interval=WRITE_MS)
        self._write.timeout.connect(self._flush)

    def now(self) -> datetime:
        """The time of a draft that is typed at this moment."""
        return self._clock()

    def keep(self, draft: Draft) -> None:
        """Keep a draft as it now stands."""
        self._waiting[draft.key] = draft
        self._dropped.discard(draft.key)
        self._flush_soon()

    def drop(self, key: str) -> None:
        """A draft is stored, or thrown away: soon its words are on no disk any more."""
        self._waiting.pop(key, None)
        self._dropped.add(key)
        self._flush_soon()

    def look(self) -> None:
        """Look for what earlier runs left; ``found`` brings it, if there is anything."""
        self._do(self._take_in)

    def stop(self) -> None:
        """Write what was typed last, then end."""
        self._write.stop()
        self._flush()
        if self._thread is not None:
            self._tasks.put(None)
            self._thread.join()
            self._thread = None

    def _flush_soon(self) -> None:
        if not self._write.isActive():
            self._write.start()

    def _flush(self) -> None:
        waiting, self._waiting = self._waiting, {}
        dropped, self._dropped = self._dropped, set()
        for draft in waiting.values():
            self._do(partial(self._put, draft))
        # Afterwards: words that have moved from one draft to another lie in one of them always.
        if self._thread is not None:
            for key in dropped:
                self._do(partial(_remove, key))

    def _do(self, task: Task) -> None:
        if self._folder is None:
            return
        if self._thread is None:
            self._thread = Thread(
                target=self._run, args=(self._folder,), name="journal", daemon=True
            )
            self._thread.start()
        self._tasks.put(task)

    # On the journal's thread

    def _run(self, folder: Path) -> None:
        drawer = Drawer(folder)
        while (task := self._tasks.get()) is not None:
            try:
                task(drawer)
            except OSError as error:
                self._fail(error)
            except Exception:
                # A mistake of ours must not end the thread: what is typed next is still kept.
                _log.exception("the journal failed unexpectedly")
        drawer.close()

    def _put(self, draft: Draft, drawer: Drawer) -> None:
        drawer.write(draft)
        self._failing = False

    def _take_in(self, drawer: Drawer) -> None:
        left = drawer.take_in(self._clock())
        if left != Left():
            self._teller.tell(partial(self.found.emit, left))

    def _fail(self, error: OSError) -> None:
        if not self._failing:
            self._failing = True
            _log.warning("drafts cannot be kept: %s", error)
            reason = error.strerror or str(error)
            self._teller.tell(partial(self.unwritten.emit, reason))


def _remove(key: str, drawer: Drawer) -> None:
    drawer.remove(key)
