"""One look through one camera: from the first knock to the last picture, and what went wrong.

The order is fixed: a login is looked for, somebody is asked at the address, the player is let at
it. Whatever stays away is told when its limit has passed (see ``Patience``), and still waited for;
what breaks off after pictures is opened again by itself.
"""

import logging
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QImage

from console.domain.streams import (
    TRIED_AGAIN,
    WAITED_OUT,
    Address,
    Login,
    Patience,
    StreamTrouble,
)
from console.live.knock import Knock
from console.live.logins import Logins
from console.live.player import Player

_log = logging.getLogger(__name__)


class Stream(QObject):
    """Opens a stream and keeps it open; it ends with ``close``, which also lets go of it."""

    changed = Signal()
    """Something else is to be said: a trouble came, or went."""

    framed = Signal()
    """There is a new picture: ``image``."""

    def __init__(
        self, address: Address, patience: Patience, logins: Logins, parent: QObject | None = None
    ) -> None:
        """Open the stream at an address."""
        super().__init__(parent)
        self._address, self._patience, self._logins = address, patience, logins
        self._knock: Knock | None = None
        self._player: Player | None = None
        self._login: Login | None = None
        self._wanted, self._closed = False, False
        self._watched_ms, self._since = 0, QElapsedTimer()
        self.trouble: StreamTrouble | None = None
        """What is wrong; None while it opens, and while it plays."""
        self.seen = False
        """Whether there was a picture."""
        self.over = False
        """Whether nothing is waited for any more."""
        self.tries = 0
        """How often it was opened again since the last picture."""
        self._late = self._timer(patience.picture, self._is_late)
        self._still = self._timer(patience.still, self._stands_still)
        self._pause = self._timer(patience.pause, self._open)
        self._end = self._timer(patience.given_up, self._give_up)
        self._open()

    @property
    def playing(self) -> bool:
        """Whether pictures are coming."""
        return self._since.isValid()

    def image(self) -> QImage | None:
        """The newest picture; None where none is open."""
        return None if self._player is None else self._player.image()

    @property
    def watched_s(self) -> int:
        """For how many seconds pictures came, begun ones included."""
        running = self._since.elapsed() if self._since.isValid() else 0
        return 1 + (self._watched_ms + running) // 1000 if self.seen else 0

    def again(self) -> None:
        """Open it anew, as often as somebody wants to."""
        self.tries = 0
        self._say(None)
        self._open()

    def close(self) -> None:
        """Let go of everything; nothing is told after this."""
        if self._closed:
            return
        self._closed = True
        self._stop()
        self.deleteLater()

    # One attempt

    def _open(self) -> None:
        self._stop()
        self.over = False
        self._end.start()
        self._logins.ask(self._address, self._ask_at_the_door)

    def _ask_at_the_door(self, login: Login | None) -> None:
        if self._closed or self._knock is not None or self._player is not None:
            return
        self._login = login
        knock = self._knock = Knock(
            self._address, self._patience.answer, has_login=login is not None, parent=self
        )
        knock.silent.connect(self._is_silent)
        knock.answered.connect(self._answered)

    def _answered(self, trouble: StreamTrouble | None, wanted: bool) -> None:
        self._drop_knock()
        if trouble is not None:
            self._lose(trouble)
            return
        self._wanted = wanted
        try:
            player = self._player = Player(
                self._address.opened_with(self._login), self._patience.given_up, self
            )
        except ImportError as error:
            _log.error("no video player: %s", error)
            self._lose(StreamTrouble.NO_PLAYER)
            return
        self._late.start()
        player.framed.connect(self._framed)
        player.failed.connect(self._failed)
        player.ended.connect(self._has_ended)

    def _framed(self) -> None:
        self._late.stop()
        self._end.stop()
        self._still.start()
        self.seen, self.tries, self.trouble = True, 0, None
        first = not self._since.isValid()
        if first:
            self._since.start()
        self.framed.emit()
        if first:
            self.changed.emit()

    def _failed(self) -> None:
        if self._since.isValid():
            self._lose(StreamTrouble.ENDED)
        else:
            self._lose(StreamTrouble.WRONG_LOGIN if self._wanted else StreamTrouble.NO_STREAM)

    # Slots of this object, and not calls made for the purpose: those would keep it alive for ever.

    def _is_silent(self) -> None:
        self._say(StreamTrouble.SILENT)

    def _is_late(self) -> None:
        self._say(StreamTrouble.NO_PICTURE)

    def _stands_still(self) -> None:
        self._lose(StreamTrouble.FROZEN)

    def _has_ended(self) -> None:
        self._lose(StreamTrouble.ENDED)

    def _give_up(self) -> None:
        trouble = self.trouble if self.trouble in WAITED_OUT else StreamTrouble.NO_PICTURE
        self._lose(trouble or StreamTrouble.NO_PICTURE)

    def _lose(self, trouble: StreamTrouble) -> None:
        """The attempt is over; perhaps another one follows by itself."""
        self._stop()
        _log.info("no picture from %s: %s", self._address.shown, trouble.value)
        self.over = not (
            self.seen and trouble in TRIED_AGAIN and self.tries < self._patience.tries
        )
        if not self.over:
            self.tries += 1
            self._pause.start()
        self.trouble = trouble
        self.changed.emit()

    def _say(self, trouble: StreamTrouble | None) -> None:
        if self.trouble is not trouble:
            self.trouble = trouble
            self.changed.emit()

    def _stop(self) -> None:
        for timer in (self._late, self._still, self._pause, self._end):
            timer.stop()
        if self._since.isValid():
            self._watched_ms += self._since.elapsed()
            self._since.invalidate()
        self._drop_knock()
        if self._player is not None:
            self._player.stop()
            self._player = None

    def _drop_knock(self) -> None:
        if self._knock is not None:
            self._knock.stop()
            self._knock.deleteLater()
            self._knock = None

    def _timer(self, interval_ms: int, then: Callable[[], object]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval_ms)
        timer.timeout.connect(then)
        return timer
