"""Whether somebody is about to act on the rows: then they must not move under the hand."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

LOOK_MS = 200
"""How often it is looked whether the hand rests, in milliseconds; only while it does not."""


class Hand(QObject):
    """Knows when keyboard or pointer were last used on the rows, by the clock that it is given.

    Args:
        clock: Tells the instant.
        patience_s: For how many seconds after that the hand may still be about to act; 0 for
            never.
        parent: Owns it.
    """

    rested = Signal()

    def __init__(
        self,
        clock: Callable[[], datetime],
        patience_s: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock, self._patience_s = clock, patience_s
        self._keyed: datetime | None = None
        self._pointed: datetime | None = None
        self.busy: Callable[[], bool] = lambda: False
        """Whether something is open that is about the current row, such as a line to confirm."""
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)

    def typed(self) -> None:
        """A key was pressed while the rows have the keyboard."""
        self._keyed = self._clock()

    def moved(self) -> None:
        """The pointer moved over the rows, or pressed, or turned its wheel."""
        self._pointed = self._clock()

    def left(self) -> None:
        """The pointer has left the rows: it can hit none by mistake."""
        self._pointed = None

    def rest(self) -> None:
        """Forget what was done: somebody wants to see the rows as they now are."""
        self._keyed = self._pointed = None
        self._look()

    @property
    def at_work(self) -> bool:
        """Whether rows must stand still; while they do, `rested` will tell when it is over."""
        patience = timedelta(seconds=self._patience_s())
        if not patience:
            return False
        now = self._clock()
        recent = any(
            # A clock that was put back must not hold the rows for an hour.
            at is not None and timedelta(0) <= now - at < patience
            for at in (self._keyed, self._pointed)
        )
        working = recent or self.busy()
        if working and not self._timer.isActive():
            self._timer.start()
        return working

    def _look(self) -> None:
        if not self.at_work:
            self._timer.stop()
            self.rested.emit()
