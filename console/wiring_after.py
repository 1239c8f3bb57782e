"""What nobody waits for begins after the first picture, piece by piece: no frame waits for it."""

from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from console.live.memory import keep_what_lasts
from console.wiring_queue import learn_what_is_mine

if TYPE_CHECKING:
    from console.wiring import Console

QUIET_MS = 50
"""How long after the queue is usable the first piece begins, in milliseconds."""

PAUSE_MS = 5
"""How long the window has between two pieces, in milliseconds."""


class AfterStart(QObject):
    """Begins the web engine, and what deeds, messages, alarms and time limits need."""

    def __init__(self, console: "Console", *, with_map: bool) -> None:
        super().__init__(console)
        self._console = console
        self._pieces = deque(self._all(with_map=with_map))
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._next)

    def begin(self) -> None:
        """Begin when the window is there."""
        self._timer.start(QUIET_MS)

    @property
    def has_begun(self) -> bool:
        """Whether every piece has begun."""
        return not self._pieces

    def stop(self) -> None:
        """Begin nothing more."""
        self._timer.stop()

    def _next(self) -> None:
        piece = self._pieces.popleft()
        # Before it begins: one that fails is told, and keeps no other from beginning.
        if self._pieces:
            self._timer.start(PAUSE_MS)
        piece()

    def _all(self, *, with_map: bool) -> Iterator[Callable[[], object]]:
        console = self._console
        yield keep_what_lasts
        if with_map:
            yield console.map.start
        yield console.desk.prepare
        yield console.journal.look
        # These parts are made when they are first asked for, each in a piece of its own.
        yield self._mentions
        yield lambda: console.form
        yield lambda: console.bell
        yield self._alarms
        yield self._onlookers
        yield self._following
        yield partial(learn_what_is_mine, console)
        yield console.sending.start
        yield self._climb

    def _mentions(self) -> None:
        self._console.mentions.follow()

    def _alarms(self) -> None:
        self._console.bell.start()

    def _onlookers(self) -> None:
        self._console.looking.start()

    def _following(self) -> None:
        self._console.following.begin()

    def _climb(self) -> None:
        if self._console.climber is not None:
            self._console.climber.start()
