"""The darkroom: photos are read and decoded here, off the GUI thread, and small ones are kept."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from console.commands.office import Office
from console.domain.change import AttachmentView
from console.domain.errors import ConsoleError
from console.live.photo_files import LOOKED_AT, Taken, decode, take_file, take_image, write_file
from console.live.questions import Questions

KEPT = 64
"""So many small photos are kept: some 24 MB."""

SCREEN = 2048
"""The longest side of a photo that is shown as a whole, in pixels."""

MOST_SHOWN = 24_000_000
"""So many pixels of a photo can be looked at closely; of a larger one it is made smaller."""

Source = Path | QImage
"""Where a photo comes from: a file, or what lies on the clipboard."""


@dataclass(frozen=True, slots=True)
class Small:
    """How a photo looks in a list; an empty image if it cannot be shown."""

    photo: AttachmentView
    image: QImage


@dataclass(frozen=True, slots=True)
class Large:
    """A photo to be looked at: as a whole, and as closely as may be."""

    attachment: int
    whole: QImage
    close: QImage


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a photo was written to."""

    path: Path


class Darkroom(QObject):
    """Answers with signals on the GUI thread; small photos do not wait for large ones."""

    small_ready = Signal(object, object)
    """The attachment, and its small image; an empty one if it cannot be shown."""
    large_ready = Signal(object)
    failed = Signal(object, object)
    """The number of the question, and the error."""
    saved = Signal(object)
    taken = Signal(object, object)
    """The number of the question, and what was taken."""

    def __init__(self, new_questions: Callable[[], Questions], parent: QObject) -> None:
        super().__init__(parent)
        self._small, self._large = new_questions(), new_questions()
        self._kept: OrderedDict[str, QImage] = OrderedDict()
        self._asked: dict[str, tuple[UUID, AttachmentView]] = {}
        for questions in (self._small, self._large):
            questions.answered.connect(self._answered)
            questions.unanswered.connect(self._unanswered)

    def stop(self) -> None:
        """Finish what was asked for."""
        self._small.stop()
        self._large.stop()

    def small(self, photo: AttachmentView) -> QImage | None:
        """How a photo looks, if that is known; else it is asked for, and told by a signal."""
        image = self._kept.get(photo.digest)
        if image is not None:
            self._kept.move_to_end(photo.digest)
        elif photo.digest not in self._asked:
            self._asked[photo.digest] = self._small.ask(partial(_small, photo)), photo
        return image

    def ask_large(self, attachment: int) -> UUID:
        """Ask for a photo to be looked at: a ``Large``."""
        return self._large.ask(partial(_large, attachment))

    def save(self, attachment: int, path: Path) -> UUID:
        """Have a photo written to a file, bit for bit as it came: a ``Saved``."""
        return self._large.ask(partial(_save, attachment, path))

    def take(self, source: Source, name: str) -> UUID:
        """Have a photo read and looked through before it is attached: a ``Taken``."""
        return self._large.ask(lambda _office: take(source, name))

    def _answered(self, number: UUID, answer: object) -> None:
        match answer:
            case Small(photo, image):
                self._asked.pop(photo.digest, None)
                self._kept[photo.digest] = image
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
                self.small_ready.emit(photo, image)
            case Large():
                self.large_ready.emit(answer)
            case Saved():
                self.saved.emit(answer)
            case Taken():
                self.taken.emit(number, answer)

    def _unanswered(self, number: UUID, error: ConsoleError) -> None:
        # It may be asked for again: a database that was away comes back.
        for asked, photo in list(self._asked.values()):
            if asked == number:
                del self._asked[photo.digest]
                self.small_ready.emit(photo, QImage())
        self.failed.emit(number, error)


def take(source: Source, name: str) -> Taken:
    """Read a photo; ``name`` is for one that has none.

    Raises:
        ConsoleError: If it is none, or cannot be read.
    """
    return take_file(source) if isinstance(source, Path) else take_image(name, source)


def _content(office: Office, attachment: int) -> bytes:
    from console.commands.attachments import read_attachment

    return read_attachment(office.database, attachment)


def _small(photo: AttachmentView, office: Office) -> Small:
    content = _content(office, photo.id)
    return Small(photo, decode(content, LOOKED_AT * LOOKED_AT, LOOKED_AT))


def _large(attachment: int, office: Office) -> Large:
    close = decode(_content(office, attachment), MOST_SHOWN, MOST_SHOWN)
    whole = close
    if max(close.width(), close.height()) > SCREEN:
        whole = close.scaled(
            SCREEN,
            SCREEN,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    return Large(attachment, whole, close)


def _save(attachment: int, path: Path, office: Office) -> Saved:
    write_file(path, _content(office, attachment))
    return Saved(path)
