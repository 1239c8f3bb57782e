"""CSV files, read as a stream, with the real line of each row."""

import csv
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from console.commands.importing.encoding import encoding_of
from console.commands.importing.table import Row, named_columns
from console.domain.importing import FileFault, ImportRefusal, RowFault, RowProblem

_DELIMITERS = (",", ";", "\t")
_SHOWN = 500
"""How many characters of a line that cannot be read are kept for the rejects."""


class CsvTable:
    """A CSV file; the delimiter is the one of ``, ;`` and tab that gives the most columns."""

    is_geographic = False

    def __init__(self, path: Path, encoding: str | None = None) -> None:
        """Open the file and read its header line.

        Raises:
            ImportRefusal: If it cannot be decoded or has no header line.
        """
        self._path = path
        self._encoding = encoding_of(path, encoding)
        self._size = path.stat().st_size
        self._raw: BinaryIO | None = None
        self._delimiter, header = self._header()
        self._names = named_columns(header)

    @property
    def columns(self) -> Sequence[str]:
        """The headings that are not empty."""
        return [name for name in self._names if name]

    def rows(self) -> Iterator[Row]:
        """Read the rows; one that breaks the rules of the format comes with its problem."""
        with self._path.open("rb") as raw, TextIOWrapper(raw, self._encoding, newline="") as file:
            self._raw = raw
            lines = _Lines(file)
            reader = csv.reader(lines, delimiter=self._delimiter, strict=True)
            number = -1  # The header line is not counted.
            while True:
                lines.begin()
                try:
                    cells = next(reader)
                except StopIteration:
                    return
                except csv.Error as error:
                    number += 1
                    yield self._broken(lines, number, str(error))
                    continue
                if _is_blank(cells):
                    continue
                number += 1
                if number:
                    yield self._row(lines.first, number, cells)

    def share_read(self) -> float:
        """How much of the file's bytes have been read."""
        if self._raw is None or self._raw.closed or self._size == 0:
            return 1.0
        return min(1.0, self._raw.tell() / self._size)

    def _header(self) -> tuple[str, list[str]]:
        best: tuple[str, list[str]] | None = None
        for delimiter in _DELIMITERS:
            with self._path.open(encoding=self._encoding, newline="") as file:
                # Only a beginning: a wrong delimiter may open a quotation that never ends.
                reader = csv.reader(islice(file, 100), delimiter=delimiter, strict=True)
                try:
                    cells = next((row for row in reader if not _is_blank(row)), [])
                except csv.Error:
                    continue
            if cells and (best is None or len(cells) > len(best[1])):
                best = delimiter, cells
        if best is None:
            raise ImportRefusal(FileFault.EMPTY_FILE, path=str(self._path))
        return best

    def _row(self, line: int, number: int, cells: list[str]) -> Row:
        named = dict(zip(self._names, cells, strict=False))
        for name in self._names[len(cells) :]:
            named[name] = ""
        named.pop("", None)
        problem = None
        if any(cell.strip() for cell in cells[len(self._names) :]):
            # Most likely a delimiter inside a text: nothing after it is where it belongs.
            details = {"cells": len(cells), "columns": len(self._names)}
            problem = RowProblem(line, number, RowFault.TOO_MANY_CELLS, details)
        return Row(line, number, named, problem=problem)

    def _broken(self, lines: "_Lines", number: int, reason: str) -> Row:
        cells = dict.fromkeys(self.columns, "")
        if cells:
            cells[self.columns[0]] = lines.text[:_SHOWN].strip()
        problem = RowProblem(lines.first, number, RowFault.BROKEN_LINE, {"reason": reason})
        return Row(lines.first, number, cells, problem=problem)


def _is_blank(cells: Sequence[str]) -> bool:
    # A row of nothing but delimiters is blank, whichever of them turns out to be the delimiter.
    return not any(cell.strip(" \t\r\n,;") for cell in cells)


class _Lines:
    """The lines of a file, counted, with those of the present row kept."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._read = 0
        self._kept: list[str] = []
        self.first = 1

    def begin(self) -> None:
        """A new row begins on the next line."""
        self._kept.clear()
        self.first = self._read + 1

    @property
    def text(self) -> str:
        """The lines of the present row."""
        return "".join(self._kept)

    def __iter__(self) -> "Iterator[str]":
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self._read += 1
        self._kept.append(line)
        return line
