"""Merged cells of a sheet: only the first has a value, the others look empty but are not."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO

_CHUNK = 1 << 18
_OVERLAP = 400
_MERGE = re.compile(
    rb"<(?:[A-Za-z0-9]+:)?mergeCell\s[^>]*?ref\s*=\s*[\"']"
    rb"\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})[\"']"
)


@dataclass(frozen=True, slots=True, order=True)
class Merged:
    """Cells from ``first`` to ``last`` line (from 1) and ``left`` to ``right`` column (from 0)."""

    first: int
    last: int
    left: int
    right: int
    cells: str


def read_merged(sheet: IO[bytes]) -> list[Merged]:
    """The merged cells in a sheet's XML, from top to bottom.

    They stand behind the rows, so a search through the text finds them far sooner than a parser.
    """
    found: dict[str, Merged] = {}
    tail = b""
    while chunk := sheet.read(_CHUNK):
        text = tail + chunk
        for match in _MERGE.finditer(text):
            merged = _merged(*(part.decode("ascii") for part in match.groups()))
            found[merged.cells] = merged
        tail = text[-_OVERLAP:]
    return sorted(found.values())


class Sweep:
    """Tells line after line, from top to bottom, which merged cells lie in it."""

    def __init__(self, merged: Iterable[Merged]) -> None:
        self._coming: Iterator[Merged] = iter(sorted(merged))
        self._next = next(self._coming, None)
        self._open: list[Merged] = []

    def at(self, line: int, columns: int) -> Merged | None:
        """The first merged cells in a line and the first so many columns; lines must not fall."""
        while self._next is not None and self._next.first <= line:
            self._open.append(self._next)
            self._next = next(self._coming, None)
        self._open = [merged for merged in self._open if merged.last >= line]
        within = (merged for merged in self._open if merged.left < columns)
        return min(within, key=lambda merged: merged.left, default=None)


def _merged(left: str, first: str, right: str, last: str) -> Merged:
    cells = f"{left}{first}:{right}{last}"
    return Merged(int(first), int(last), _column(left), _column(right), cells)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
