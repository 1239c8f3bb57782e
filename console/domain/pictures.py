"""What a picture is, by its content alone: its kind and size, and why one is not taken.

Nothing is decoded here. The parts that each format is made of are walked through from the first
byte to the last, so that what is cut off, hides something else, moves, or would fill the memory
when it is decoded is refused before any library touches it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from struct import unpack_from
from zlib import crc32

from console.domain.errors import Refusal, Refused

MOST_PIXELS = 120_000_000
"""A larger picture is refused: the largest that telephones take have 108 million."""

MOST_AT_ONCE = 60_000_000
"""The same for pictures that can only be decoded whole, which takes four bytes a pixel."""

LONGEST_SIDE = 32_000

MOST_SCANS = 64
"""A progressive JPEG with more is made to keep a decoder busy; cameras write about ten."""

TURNS = (0, 90, 180, 270)
"""By so many degrees a picture can be turned."""

ENDINGS = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
}
"""How the name of a file ends that holds a kind of picture."""

_EARLY = 1024
"""Readers of PDF and of web pages look so far for a beginning."""

_ZIP_END = 65_557
"""The last record of a ZIP archive begins so near the end of the file, at most."""

_DOCUMENTS = re.compile(
    rb"%PDF-|<!doctype|<html|<head|<body|<script|<svg|<\?php|<iframe", re.IGNORECASE
)
_ARCHIVES = re.compile(rb"Rar!\x1a\x07|7z\xbc\xaf\x27\x1c")
_ARCHIVE_END = b"PK\x05\x06"
"""Without its last record nothing opens a ZIP archive; its first one is too short a mark."""
_MARKER = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")
_PNG = b"\x89PNG\r\n\x1a\n"
_STARTS_FRAME = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_PROGRESSIVE = frozenset({0xC2, 0xC6, 0xCA, 0xCE})
_SCAN, _END = 0xDA, 0xD9
_ALONE = frozenset({0x01, _END, *range(0xD0, 0xD8)})
_BITS_OF = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}


@dataclass(frozen=True, slots=True)
class Picture:
    """What is known of a picture without decoding it; the sides are in pixels, as stored."""

    media_type: str
    width: int
    height: int


class _BrokenError(Exception):
    """The parts do not fit together, or some are missing."""


class _MovesError(Exception):
    """There are several pictures in it that follow each other."""


@dataclass(frozen=True, slots=True)
class _Found:
    """The sizes that were found, whether it is decoded whole, and where the picture ends."""

    sizes: tuple[tuple[int, int], ...]
    whole: bool
    end: int


def examine(name: str, content: bytes) -> Picture:
    """Look through a picture.

    Args:
        name: What the file is called, for the refusal only; it decides nothing.
        content: The file's bytes.

    Raises:
        Refusal: NOT_AN_IMAGE, IMAGE_BROKEN, IMAGE_MOVES, IMAGE_TOO_LARGE or IMAGE_HIDES.
    """
    media_type = media_type_of(content)
    if media_type is None:
        raise Refusal(Refused.NOT_AN_IMAGE, name=name)
    try:
        found = _WALKS[media_type](content)
    except _MovesError:
        raise Refusal(Refused.IMAGE_MOVES, name=name) from None
    except (_BrokenError, IndexError, ValueError):
        raise Refusal(Refused.IMAGE_BROKEN, name=name) from None
    for width, height in found.sizes:
        _require_size(name, width, height, whole=found.whole)
    if _hides_something(content, found.end):
        raise Refusal(Refused.IMAGE_HIDES, name=name)
    return Picture(media_type, *found.sizes[0])


def media_type_of(content: bytes) -> str | None:
    """The kind of picture that a content is by its first bytes, or None if it is none we take."""
    if content.startswith(_PNG):
        return "image/png"
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return None


def _require_size(name: str, width: int, height: int, *, whole: bool) -> None:
    most = MOST_AT_ONCE if whole else MOST_PIXELS
    if not (width and height):
        raise Refusal(Refused.IMAGE_BROKEN, name=name)
    if width * height > most or max(width, height) > LONGEST_SIDE:
        raise Refusal(
            Refused.IMAGE_TOO_LARGE,
            name=name,
            width=width,
            height=height,
            most=most // 1_000_000,
        )


def _hides_something(content: bytes, end: int) -> bool:
    """Whether other programs would take the file for a document, a web page or an archive.

    What telephones put behind a picture, such as a smaller one or a moment of film, may stay.
    """
    if _DOCUMENTS.search(content, 0, _EARLY) or _DOCUMENTS.search(content, end, end + _EARLY):
        return True
    if _ARCHIVES.search(content, end) is not None:
        return True
    return content.find(_ARCHIVE_END, max(0, len(content) - _ZIP_END)) >= 0


def _parts(form: str, content: bytes, at: int) -> tuple[int, ...]:
    try:
        return unpack_from(form, content, at)
    except Exception as error:
        raise _BrokenError from error


# PNG


def _walk_png(content: bytes) -> _Found:
    size: tuple[int, int] | None = None
    has_pixels = False
    for kind, begin, end in _png_chunks(content):
        if size is None:
            size = _png_size(kind, content, begin)
        elif kind == b"acTL":
            raise _MovesError
        elif kind == b"IDAT":
            has_pixels = True
        elif kind == b"IEND":
            if not has_pixels:
                raise _BrokenError
            return _Found((size,), whole=True, end=end + 4)
    raise _BrokenError


def _png_chunks(content: bytes) -> Iterator[tuple[bytes, int, int]]:
    """The kind of each chunk, and where its data begins and ends."""
    at = len(_PNG)
    while True:
        (length,) = _parts(">I", content, at)
        begin, end = at + 8, at + 8 + length
        (told,) = _parts(">I", content, end)
        if crc32(memoryview(content)[at + 4 : end]) != told:
            raise _BrokenError
        yield content[at + 4 : at + 8], begin, end
        at = end + 4


def _png_size(kind: bytes, content: bytes, at: int) -> tuple[int, int]:
    if kind != b"IHDR":
        raise _BrokenError
    width, height, depth, color = _parts(">IIBB", content, at)
    if depth not in _BITS_OF.get(color, ()):
        raise _BrokenError
    return width, height


# JPEG


def _walk_jpeg(content: bytes) -> _Found:
    sizes: list[tuple[int, int]] = []
    whole, scans, end = False, 0, 2
    for code, end in _jpeg_markers(content):
        if code in _STARTS_FRAME:
            height, width = _parts(">HH", content, end + 3)
            sizes.append((width, height))
            # The coefficients of all pixels are needed in memory.
            whole = whole or code in _PROGRESSIVE
        scans += code == _SCAN
        if scans > MOST_SCANS:
            raise _BrokenError
    if not sizes or not scans:
        raise _BrokenError
    return _Found(tuple(sizes), whole=whole, end=end)


def _jpeg_markers(content: bytes) -> Iterator[tuple[int, int]]:
    """The code of each marker, and where it ends; the last one ends the picture."""
    at, code = 2, 0
    while code != _END:
        found = _MARKER.search(content, at)
        if found is None:
            raise _BrokenError
        code, at = content[found.end() - 1], found.end()
        yield code, at
        if code not in _ALONE:
            (length,) = _parts(">H", content, at)
            at += max(length, 2)


# GIF


def _walk_gif(content: bytes) -> _Found:
    width, height, flags = _parts("<HHB", content, 6)
    sizes = [(width, height)]
    at = 13 + _gif_colors(flags)
    while (kind := content[at]) != 0x3B:
        if kind == 0x21:
            at = _gif_blocks(content, at + 2)
        elif kind == 0x2C:
            if len(sizes) > 1:
                raise _MovesError
            left, top, wide, high, more = _parts("<HHHHB", content, at + 1)
            sizes.append((wide, high))
            if left + wide > max(width, 1) or top + high > max(height, 1):
                raise _BrokenError
            at = _gif_blocks(content, at + 11 + _gif_colors(more))
        else:
            raise _BrokenError
    if len(sizes) == 1:
        raise _BrokenError
    return _Found(tuple(sizes), whole=True, end=at + 1)


def _gif_colors(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _gif_blocks(content: bytes, at: int) -> int:
    """Where the blocks end that begin somewhere; each says how long it is."""
    while length := content[at]:
        at += 1 + length
    return at + 1


# WebP


def _walk_webp(content: bytes) -> _Found:
    (length,) = _parts("<I", content, 4)
    end = 8 + length
    if end > len(content):
        raise _BrokenError
    sizes: list[tuple[int, int]] = []
    has_pixels, at = False, 12
    while at + 8 <= end:
        kind, begin = content[at : at + 4], at + 8
        (size,) = _parts("<I", content, at + 4)
        if begin + size > end:
            raise _BrokenError
        if kind in (b"ANIM", b"ANMF"):
            raise _MovesError
        if kind in _WEBP_SIZES:
            sizes.append(_WEBP_SIZES[kind](content, begin))
            has_pixels = has_pixels or kind != b"VP8X"
        at = begin + size + size % 2
    if not has_pixels:
        raise _BrokenError
    return _Found(tuple(sizes), whole=True, end=end)


def _lossy_size(content: bytes, at: int) -> tuple[int, int]:
    if content[at + 3 : at + 6] != b"\x9d\x01\x2a":
        raise _BrokenError
    width, height = _parts("<HH", content, at + 6)
    return width & 0x3FFF, height & 0x3FFF


def _lossless_size(content: bytes, at: int) -> tuple[int, int]:
    mark, bits = _parts("<BI", content, at)
    if mark != 0x2F:
        raise _BrokenError
    return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1


def _extended_size(content: bytes, at: int) -> tuple[int, int]:
    if content[at] & 0x02:
        raise _MovesError
    sides = content[at + 4 : at + 10]
    return int.from_bytes(sides[:3], "little") + 1, int.from_bytes(sides[3:], "little") + 1


_WEBP_SIZES = {b"VP8 ": _lossy_size, b"VP8L": _lossless_size, b"VP8X": _extended_size}

_WALKS = {
    "image/png": _walk_png,
    "image/jpeg": _walk_jpeg,
    "image/gif": _walk_gif,
    "image/webp": _walk_webp,
}
