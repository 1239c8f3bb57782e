"""Excel workbooks (.xlsx): the rows of one sheet."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from console.commands.importing.merged import Merged, Sweep, read_merged
from console.commands.importing.table import Row, named_columns
from console.domain.importing import FileFault, ImportRefusal, RowFault, RowProblem

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_ALL_DIGITS = 10**15
"""Of whole numbers below this, a spreadsheet keeps all digits."""


class XlsxTable:
    """One sheet of a workbook: the first, or the one named."""

    is_geographic = False

    def __init__(self, path: Path, sheet: str | None = None) -> None:
        """Open the workbook and read the sheet's header line.

        Raises:
            ImportRefusal: If it is no workbook, lacks the sheet, or the sheet is empty.
        """
        self._path = path
        self._sheet = sheet
        self._at = 0
        self._length = 0
        self._names: list[str] = []
        self._rounded: frozenset[str] = frozenset()
        self._merged: list[Merged] = []
        header = next(self._lines(), None)
        if header is None:
            raise ImportRefusal(FileFault.EMPTY_FILE, path=str(path))
        self._names = named_columns(header[1])
        merged = Sweep(self._merged).at(header[0], len(self._names))
        if merged is not None:
            raise ImportRefusal(FileFault.MERGED_HEADINGS, path=str(path), cells=merged.cells)

    @property
    def columns(self) -> Sequence[str]:
        """The headings that are not empty."""
        return [name for name in self._names if name]

    def rows(self) -> Iterator[Row]:
        """Read the rows; their line is the one that the spreadsheet shows at its left."""
        lines = self._lines()
        next(lines, None)
        sweep = Sweep(self._merged)
        for number, (line, cells) in enumerate(lines, 1):
            named = dict(zip(self._names, cells, strict=False))
            for name in self._names[len(cells) :]:
                named[name] = ""
            named.pop("", None)
            problem = None
            merged = sweep.at(line, len(self._names))
            if merged is not None:
                details: dict[str, str | int] = {"cells": merged.cells}
                problem = RowProblem(line, number, RowFault.MERGED_CELLS, details)
            elif any(cells[len(self._names) :]):
                details = {"cells": len(cells), "columns": len(self._names)}
                problem = RowProblem(line, number, RowFault.TOO_MANY_CELLS, details)
            yield Row(line, number, named, problem=problem, rounded=self._rounded)

    def share_read(self) -> float:
        """How much of the sheet has been read, as far as the workbook tells its length."""
        return min(1.0, self._at / self._length) if self._length else 0.0

    def _lines(self) -> Iterator[tuple[int, list[str]]]:
        with self._errors():
            from openpyxl import load_workbook

            with self._path.open("rb") as file:
                book = load_workbook(file, read_only=True, data_only=True)
                try:
                    yield from self._of_sheet(book)
                finally:
                    book.close()

    def _of_sheet(self, book: "Workbook") -> Iterator[tuple[int, list[str]]]:
        if self._sheet is not None and self._sheet not in book.sheetnames:
            raise ImportRefusal(
                FileFault.NO_SHEET, sheet=self._sheet, sheets=", ".join(book.sheetnames)
            )
        sheet = book[self._sheet] if self._sheet is not None else book.worksheets[0]
        self._length = sheet.max_row or 0
        with sheet._get_source() as source:  # noqa: SLF001 - a book read row by row hides them
            self._merged = read_merged(source)
        # Some programs write a wrong size into the sheet; the rows themselves tell better.
        sheet.reset_dimensions()
        for line, values in enumerate(sheet.iter_rows(values_only=True), 1):
            self._at = line
            cells = [_text(value) for value in values]
            self._rounded = frozenset(
                name
                for name, value in zip(self._names, values, strict=False)
                if isinstance(value, int | float) and _is_rounded(value)
            )
            if any(cells):
                yield line, cells

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (ImportRefusal, OSError):
            raise
        except Exception as error:
            # The reader raises whatever it stumbles over in a damaged file: errors of the archive,
            # of XML, of types and look-ups. None of them is a mistake of ours.
            raise ImportRefusal(
                FileFault.BAD_EXCEL,
                path=str(self._path),
                reason=f"{type(error).__name__}: {error}",
            ) from error


def _is_rounded(value: float) -> bool:
    """Whether a number has more than 15 digits, and noughts in the place of those beyond."""
    return abs(value) >= _ALL_DIGITS and value % 10 == 0


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case datetime():
            return value.isoformat(" ")
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case _:
            return str(value).strip()
