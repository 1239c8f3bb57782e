"""Open a file as a table: what it is shows in its first bytes, not in its name alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from console.commands.importing.csv_table import CsvTable
from console.commands.importing.geojson_table import GeoJsonTable
from console.commands.importing.table import Table
from console.commands.importing.xlsx_table import XlsxTable
from console.domain.importing import FileFault, ImportRefusal

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The stream in which a workbook with a password lies, inside a file of the old form."""

_CHUNK = 1 << 18


def open_table(path: Path, *, encoding: str | None = None, sheet: str | None = None) -> Table:
    """Open a CSV, XLSX or GeoJSON file.

    Raises:
        ImportRefusal: If it cannot be read, with what is wrong.
    """
    with _readable(path):
        head = _head(path)
        if head.startswith(_ZIP):
            return XlsxTable(path, sheet)
        if _is_json(path, head):
            return GeoJsonTable(path, encoding)
        return CsvTable(path, encoding)


def require_workbook(path: Path) -> None:
    """Make sure that a file looks like an XLSX workbook before it is read as one.

    Raises:
        ImportRefusal: If it is empty, in the old form, locked, no workbook, or cannot be read.
    """
    with _readable(path):
        _head(path)


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ImportRefusal(FileFault.UNREADABLE, path=str(path), reason=reason) from error


def _head(path: Path) -> bytes:
    """The first bytes of a file that is neither empty nor in the old form of Excel."""
    with path.open("rb") as file:
        head = file.read(64)
    if not head:
        raise ImportRefusal(FileFault.EMPTY_FILE, path=str(path))
    if head.startswith(_OLE):
        locked = _holds(path, _ENCRYPTED)
        fault = FileFault.ENCRYPTED_EXCEL if locked else FileFault.OLD_EXCEL
        raise ImportRefusal(fault, path=str(path))
    return head


def _is_json(path: Path, head: bytes) -> bool:
    if path.suffix.lower() in (".geojson", ".json"):
        return True
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"


def _holds(path: Path, mark: bytes) -> bool:
    tail = b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            if mark in tail + chunk:
                return True
            tail = chunk[-len(mark) :]
    return False
