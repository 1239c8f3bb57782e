"""Photos as files: read from where they lie, decoded no larger than they are shown, written away.

Nothing here is for the GUI thread. What a file is called decides nothing: its kind is told by its
content, and only the decoder of that kind ever sees it.
"""

import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from console.domain.errors import Fault, FaultError, Refusal, Refused
from console.domain.pictures import MOST_AT_ONCE, examine, media_type_of

DECODER_MB = 8 * MOST_AT_ONCE // 1_000_000 + 32
"""So much memory a decoder may take: for the largest picture with two bytes a colour."""

LOOKED_AT = 360
"""The longest side of a photo that is only looked at to see whether it can be shown, in pixels."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A photo that can be attached: it was read, looked through and decoded once.

    ``small`` is how it looks, at most ``LOOKED_AT`` pixels wide and high.
    """

    name: str
    content: bytes
    small: QImage


def take_file(path: Path) -> Taken:
    """Read a photo from a file.

    Raises:
        Refusal: If it is no file, is too big, or holds no photo.
        FaultError: BAD_FILE if it cannot be read.
    """
    try:
        content = _read(path)
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have.
        raise _fault(path, error) from error
    return _look_at(path.name, content)


def take_image(name: str, image: QImage) -> Taken:
    """Take a picture that lies on the clipboard: it becomes a PNG, which loses nothing.

    Raises:
        Refusal: If it is too large, or is no picture.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return _look_at(name, bytes(buffer.data().data()))


def decode(content: bytes, most: int, longest: int) -> QImage:
    """Decode a photo as it is to be held, made smaller where it is larger than wanted.

    Args:
        content: The file's bytes.
        most: So many pixels at most.
        longest: The longest side in pixels at most.

    Returns:
        The picture, or an empty one if it cannot be decoded.
    """
    kind = media_type_of(content)
    if kind is None:
        return QImage()
    QImageReader.setAllocationLimit(DECODER_MB)
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.removeprefix("image/").encode()))
    # Else one decoder after the other would try its luck.
    reader.setDecideFormatFromContent(False)
    reader.setAutoTransform(True)
    whole = reader.size()
    wanted = fitting(whole, most, longest)
    if wanted != whole:
        reader.setScaledSize(wanted)
    return reader.read()


def fitting(whole: QSize, most: int, longest: int) -> QSize:
    """A size of the same shape that is no larger than wanted."""
    size = whole
    if max(size.width(), size.height()) > longest:
        size = size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio)
    pixels = size.width() * size.height()
    if pixels > most:
        size = size * (most / pixels) ** 0.5
    return size.expandedTo(QSize(1, 1)) if whole.isValid() else whole


def write_file(path: Path, content: bytes) -> None:
    """Write a file wholly or not at all.

    Raises:
        FaultError: If it cannot be written; what stood there is as it was.
    """
    written: Path | None = None
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=".new-", delete=False) as file:
            written = Path(file.name)
            file.write(content)
        written.chmod(0o644)
        written.replace(path)
    except (OSError, ValueError) as error:
        if written is not None:
            with suppress(OSError):
                written.unlink()
        raise _fault(path, error) from error


def _read(path: Path) -> bytes:
    from console.commands.attachments import LIMIT_MB

    # A pipe or a device could keep whoever opens it waiting for ever.
    if not stat.S_ISREG(path.stat().st_mode):
        raise Refusal(Refused.NOT_A_FILE, name=path.name)
    with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise Refusal(Refused.NOT_A_FILE, name=path.name)
        content = file.read(LIMIT_MB * 1_000_000 + 1)
    if len(content) > LIMIT_MB * 1_000_000:
        raise Refusal(Refused.FILE_TOO_BIG, name=path.name, limit_mb=LIMIT_MB)
    return content


def _look_at(name: str, content: bytes) -> Taken:
    examine(name, content)
    small = decode(content, LOOKED_AT * LOOKED_AT, LOOKED_AT)
    if small.isNull():
        raise Refusal(Refused.IMAGE_BROKEN, name=name)
    return Taken(name, content, small)


def _fault(path: Path, error: OSError | ValueError) -> FaultError:
    reason = getattr(error, "strerror", None) or str(error)
    return FaultError(Fault.BAD_FILE, path=str(path), reason=reason)
