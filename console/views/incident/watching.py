"""Looks through one camera after the other: first it is written down why, then it is opened."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QImage

from console.domain.errors import ConsoleError
from console.domain.events import Event
from console.domain.orders import Attach, EndWatch, Order, WatchCamera
from console.domain.people import Camera
from console.domain.streams import Address, Patience, StreamTrouble, read_address
from console.domain.text import one_line
from console.live.desk import Desk
from console.live.logins import Logins
from console.live.picture import Picture
from console.live.stream import Stream
from console.widgets.still import still_file
from console.widgets.theme import Look

PACE_MS = 60
"""Pictures are shown no closer together than this: what happens in a street is seen as well."""


class Watching(QObject):
    """Opens cameras, tells how it goes, keeps stills, and writes down who looked and for how long.

    Nothing is opened before the look is written down: a refusal, or a database that is away,
    leaves the camera closed.
    """

    changed = Signal()
    framed = Signal()
    closed = Signal()

    def __init__(
        self,
        picture: Picture,
        desk: Desk,
        look: Look,
        clock: Callable[[], datetime],
        patience: Patience,
        logins: Logins,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._picture, self._desk, self._look, self._clock = picture, desk, look, clock
        self._patience, self._logins = patience, logins
        self._asked: UUID | None = None
        self._keeping: UUID | None = None
        self._stream: Stream | None = None
        self._image: QImage | None = None
        self._new = False
        self._trouble: StreamTrouble | None = None
        self._pace = QTimer(self, singleShot=True)
        self._pace.timeout.connect(self._show_new)
        self.camera: Camera | None = None
        """The camera that is looked through; None while none is."""
        self.about: int | None = None
        """The incident for which it is."""
        self.address: Address | None = None
        self.not_written = False
        """Whether it stays closed because the look could not be written down."""
        self.last_at: datetime | None = None
        """When the last picture came."""
        self.kept_at: datetime | None = None
        """Of when the last still of this look is that is in the case."""
        desk.deed_done.connect(self._done)
        desk.deed_failed.connect(self._failed)

    def open(self, camera: Camera, about: int | None, reason: str) -> None:
        """Look through a camera, and no longer through the one before."""
        self._let_go()
        self.camera, self.about = camera, about
        self.address = read_address(camera.url) if camera.url else None
        if self.address is None:
            self._trouble = StreamTrouble.BAD_ADDRESS if camera.url else StreamTrouble.NO_ADDRESS
        else:
            self._asked = self._desk.do(WatchCamera(camera.id, reason, about))
        self.changed.emit()

    def again(self) -> None:
        """Try once more, if it was given up."""
        if self._stream is not None and self._stream.over:
            self._stream.again()

    def close(self) -> None:
        """Look no more."""
        if self.camera is not None:
            self._let_go()
            self.changed.emit()
            self.closed.emit()

    def keep_still(self) -> bool:
        """Put the picture that is seen now into the case; False if there is none, or no case."""
        image, camera, about = self.image, self.camera, self.about
        if image is None or camera is None or about is None or not self.playing:
            return False
        now = self._clock()
        at = now.astimezone(self._picture.zone)
        name = f"{one_line(camera.name)} {at:%Y-%m-%d %H.%M.%S}.jpg"
        content = still_file(image, self._lines(camera, about, at), self._look.theme)
        self._keeping = self._desk.do(Attach(about, name, content, camera=camera.id, taken_at=now))
        self.kept_at = None
        return True

    @property
    def playing(self) -> bool:
        """Whether pictures are coming."""
        return self._stream is not None and self._stream.playing

    @property
    def seen(self) -> bool:
        """Whether there was a picture of the camera that is looked through."""
        return self._stream is not None and self._stream.seen

    @property
    def trouble(self) -> StreamTrouble | None:
        """Why there is no picture, or none any more."""
        return self._trouble if self._stream is None else self._stream.trouble

    @property
    def over(self) -> bool:
        """Whether nothing more comes by itself."""
        return self._stream.over if self._stream is not None else self._trouble is not None

    @property
    def tries(self) -> int:
        """How often the stream was opened again since the last picture."""
        return 0 if self._stream is None else self._stream.tries

    @property
    def image(self) -> QImage | None:
        """The last picture; it is made of the frame when somebody wants to see it."""
        if self._new and self._stream is not None:
            self._image, self._new = self._stream.image() or self._image, False
        return self._image

    def _lines(self, camera: Camera, about: int, at: datetime) -> tuple[str, ...]:
        center = self._picture.center
        seat = (f"{about:04d}", self._desk.operator)
        return (
            f"{one_line(camera.name)}  {at:%Y-%m-%d %H:%M:%S}",
            "  ".join((*seat, one_line(center.name)) if center else seat),
        )

    def _done(self, command: UUID, _order: Order, _event: Event) -> None:
        if command == self._keeping:
            self._keeping, self.kept_at = None, self._clock()
            self.changed.emit()
        if command == self._asked and self.address is not None:
            self._asked, self.not_written = None, False
            stream = self._stream = Stream(self.address, self._patience, self._logins, self)
            stream.framed.connect(self._framed)
            stream.changed.connect(self.changed)
            self.changed.emit()

    def _failed(self, command: UUID, _order: Order, _error: ConsoleError) -> None:
        if command == self._asked:
            # If it is sent again, the camera opens after all.
            self.not_written = True
            self.changed.emit()

    def _framed(self) -> None:
        self._new, self.last_at = True, self._clock()
        if not self._pace.isActive():
            self._show_new()

    def _show_new(self) -> None:
        """Have the newest picture shown; what it cost is waited for three times over.

        So a video leaves the GUI thread three quarters of its time, however large it is.
        """
        if self._new:
            cost = QElapsedTimer()
            cost.start()
            self.framed.emit()
            self._pace.start(max(PACE_MS, 3 * cost.elapsed()))

    def _let_go(self) -> None:
        camera, stream = self.camera, self._stream
        if camera is not None and stream is not None:
            if stream.seen:
                self._desk.do(EndWatch(camera.id, stream.watched_s, self.about))
            stream.close()
        self._stream = self._asked = self._keeping = self._image = self._trouble = None
        self.camera = self.about = self.address = self.last_at = self.kept_at = None
        self._new = self.not_written = False
