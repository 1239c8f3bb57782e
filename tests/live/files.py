"""Local databases as files, with the library that the console itself uses.

Python brings another SQLite than the console's. Two in one process take each other's locks on a
file away, and one removes the other's write-ahead log: tests that mix them prove nothing.
"""

from pathlib import Path
from typing import Any

from console.db.local import driver


def file_of(url: str) -> Path:
    """The file behind the address of a local database."""
    return Path(url.removeprefix("sqlite:///"))


def raw(path: Path) -> Any:
    """A bare connection that commits each statement; it makes the file if it is missing."""
    return driver().connect(str(path), isolation_level=None)
