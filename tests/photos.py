"""Small photos of every kind, put together from their parts, and files that only look like one."""

import io
from base64 import b64decode
from struct import pack
from zipfile import ZipFile
from zlib import compress, crc32

PNG_START = b"\x89PNG\r\n\x1a\n"

_JPEG_TABLES = b64decode(
    "/9sAQwADAgICAgIDAgICAwMDAwQGBAQEBAQIBgYFBgkICgoJCAkJCgwPDAoLDgsJCQ0RDQ4PEBAREAoMEhMSEBMPEBAQ"
)
_JPEG_CODES = b"".join(b"\xff\xc4\0\x14" + kind + b"\1" + bytes(16) for kind in (b"\0", b"\x10"))
"""One code for each kind, which stands for nothing: all pixels are of one grey."""


_LOSSY = "9001009d012a0400040002c04c25a00274ba00039800feea65ff51110525a97c42ef64060000"
"""A WebP's picture of 4 by 4 pixels; smaller ones Qt does not read."""


def chunk(kind: bytes, data: bytes = b"") -> bytes:
    """One part of a PNG."""
    return pack(">I", len(data)) + kind + data + pack(">I", crc32(kind + data))


def png(width: int = 1, height: int = 1, *, mark: bytes = b"", before: bytes = b"") -> bytes:
    """A grey PNG of some size; a mark makes it another file, ``before`` are further chunks."""
    head = chunk(b"IHDR", pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    rows = compress((b"\0" + b"\x80" * width) * height) if width * height < 10**7 else b"x"
    words = chunk(b"tEXt", b"Comment\0" + mark) if mark else b""
    return PNG_START + head + words + before + chunk(b"IDAT", rows) + chunk(b"IEND")


def jpeg(width: int = 8, height: int = 8, *, mark: bytes = b"", orientation: int = 0) -> bytes:
    """A grey JPEG of some size; a huge one has not all of its pixels."""
    start = b"\xff\xd8\xff\xe0" + pack(">H", 16) + b"JFIF\0\1\1\0\0\1\0\1\0\0"
    words = segment(0xFE, mark) if mark else b""
    turned = segment(0xE1, _exif(orientation)) if orientation else b""
    frame = segment(0xC0, pack(">BHHB", 8, height, width, 1) + b"\1\x11\0")
    scan = segment(0xDA, b"\1\1\0\0\x3f\0")
    # Two bits for each block of 8 by 8 pixels, and ones to the end of the last byte.
    full, rest = divmod(2 * min(-(-width // 8) * -(-height // 8), 10**6), 8)
    pixels = bytes(full) + (bytes((0xFF >> rest,)) if rest else b"")
    return (
        start + words + turned + _JPEG_TABLES + frame + _JPEG_CODES + scan + pixels + b"\xff\xd9"
    )


def segment(code: int, data: bytes) -> bytes:
    """One part of a JPEG."""
    return bytes((0xFF, code)) + pack(">H", len(data) + 2) + data


def _exif(orientation: int) -> bytes:
    entry = pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    return b"Exif\0\0MM\0\x2a" + pack(">IH", 8, 1) + entry + pack(">I", 0)


def gif(frames: int = 1, width: int = 1, height: int = 1) -> bytes:
    """A GIF with so many pictures that follow each other."""
    frame = b"," + pack("<HHHHB", 0, 0, 1, 1, 0) + b"\2\2L\1\0"
    head = b"GIF89a" + pack("<HHBBB", width, height, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    return head + frame * frames + b";"


def webp(*parts: tuple[bytes, bytes]) -> bytes:
    """A WebP of these parts; without any a small picture."""
    parts = parts or ((b"VP8 ", bytes.fromhex(_LOSSY)),)
    body = b"".join(
        kind + pack("<I", len(data)) + data + b"\0" * (len(data) % 2) for kind, data in parts
    )
    return b"RIFF" + pack("<I", len(body) + 4) + b"WEBP" + body


def archive() -> bytes:
    """A ZIP archive with a program in it."""
    kept = io.BytesIO()
    with ZipFile(kept, "w") as file:
        file.writestr("run.exe", b"MZ")
    return kept.getvalue()


PNG, JPEG, GIF, WEBP = png(), jpeg(), gif(), webp()

HOSTILE: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "not_an_image"),
    "program": (b"MZ\x90\0" + bytes(40), "not_an_image"),
    "drawing": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not_an_image"),
    "web page": (b"<html><script>alert(1)</script></html>", "not_an_image"),
    "document": (b"%PDF-1.7\n", "not_an_image"),
    "sound": (b"RIFF\x24\0\0\0WAVEfmt ", "not_an_image"),
    "archive": (archive(), "not_an_image"),
    "first bytes": (PNG[:7], "not_an_image"),
    "head alone": (PNG_START + bytes(40), "image_broken"),
    "cut png": (PNG[:-5], "image_broken"),
    "cut jpeg": (JPEG[:-2], "image_broken"),
    "cut gif": (GIF[:-1], "image_broken"),
    "cut webp": (WEBP[:-3], "image_broken"),
    "flipped bit": (PNG[:20] + bytes((PNG[20] ^ 1,)) + PNG[21:], "image_broken"),
    "no pixels": (PNG_START + PNG[8:33] + chunk(b"IEND"), "image_broken"),
    "no frame": (b"\xff\xd8\xff\xd9", "image_broken"),
    "nothing wide": (png(0, 5), "image_broken"),
    "strange colours": (PNG_START + chunk(b"IHDR", b"\0\0\0\1\0\0\0\1\3\7\0\0\0"), "image_broken"),
    "bomb": (png(30_000, 30_000), "image_too_large"),
    "long bomb": (png(2_000_000, 1), "image_too_large"),
    "jpeg bomb": (jpeg(65_000, 65_000), "image_too_large"),
    "gif bomb": (gif(width=65_000, height=65_000), "image_too_large"),
    "webp bomb": (webp((b"VP8L", b"\x2f\xff\xff\xff\xff\x00")), "image_too_large"),
    "second frame": (
        JPEG[:-13] + segment(0xC0, b"\x08\xff\xff\xff\xff\1\1\x11\0") + JPEG[-13:],
        "image_too_large",
    ),
    "scans without end": (
        JPEG[:-2] + segment(0xDA, b"\1\1\0\0\x3f\0") * 99 + b"\xff\xd9",
        "image_broken",
    ),
    "film": (gif(400), "image_moves"),
    "film in a png": (png(before=chunk(b"acTL", bytes(8))), "image_moves"),
    "film in a webp": (webp((b"VP8X", b"\2\0\0\0" + bytes(6))), "image_moves"),
    "archive behind": (JPEG + archive(), "image_hides"),
    "archive in a comment": (png(mark=archive()), "image_hides"),
    "page behind": (PNG + b"<script>alert(1)</script>", "image_hides"),
    "page in a comment": (jpeg(mark=b"<?php system($_GET[0]);"), "image_hides"),
    "document in a comment": (jpeg(mark=b"%PDF-1.7 1 0 obj"), "image_hides"),
    "packed behind": (GIF + b"Rar!\x1a\x07\0", "image_hides"),
}
"""Files that no photo is, each with the code of the refusal that it earns."""
