"""Which encoding a text file is in: told by its mark, else strict UTF-8, else GB18030."""

import codecs
from pathlib import Path

from console.domain.importing import FileFault, ImportRefusal

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHUNK = 1 << 18


def encoding_of(path: Path, given: str | None = None) -> str:
    """The encoding of a file, after making sure that all of it can be read in it.

    GB18030 comes last because almost any text is also valid in it, as nonsense.

    Raises:
        ImportRefusal: If the encoding given is unknown, or the file is in none of them.
    """
    if given is not None:
        return _checked(path, _known(given))
    with path.open("rb") as file:
        head = file.read(4)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return _checked(path, name)
    if _failure(path, "utf-8") is None:
        return "utf-8"
    return _checked(path, "gb18030")


def _known(name: str) -> str:
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError) as error:
        raise ImportRefusal(FileFault.UNKNOWN_ENCODING, encoding=name) from error
    if not info._is_text_encoding:  # noqa: SLF001 - the only way to tell "hex" from a charset
        raise ImportRefusal(FileFault.UNKNOWN_ENCODING, encoding=name)
    # A mark at the beginning is no part of the first heading.
    return "utf-8-sig" if info.name == "utf-8" else info.name


def _checked(path: Path, encoding: str) -> str:
    position = _failure(path, encoding)
    if position is None:
        return encoding
    raise ImportRefusal(
        FileFault.NOT_DECODABLE, path=str(path), encoding=encoding, position=position
    )


def _failure(path: Path, encoding: str) -> int | None:
    """The position of about the first byte that cannot be read, or None if all can."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    read = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            try:
                decoder.decode(chunk)
            except UnicodeError as error:
                return read + getattr(error, "start", 0)
            read += len(chunk)
    try:
        decoder.decode(b"", final=True)
    except UnicodeError:
        return read
    return None
