"""Read a sheet of shifts (排班表): find its line of days, then a row a member."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from console.commands.importing.guard import unguarded
from console.commands.importing.opening import require_workbook
from console.domain.importing import FileFault, ImportRefusal, RowFault, RowProblem
from console.domain.shifts import WEEK_DAYS

NUMBER, NAME, GRID = "编号", "姓名", "网格"

LOOKED_AT = 20
"""The line of days is looked for in so many first lines; titles and legends stand above it."""

_NUMBERS = frozenset({NUMBER, "工号", "number"})
_NAMES = frozenset({NAME, "name"})
_WEEKDAYS = "一二三四五六日"
_DAY = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s+00:00:00)?"
    r"\s*[(（]?\s*(?:(?:周|星期|礼拜)([一二三四五六日天]))?\s*[)）]?"
)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: its line in the sheet, its number among the rows, and whom it is about.

    ``cells`` are what its days say; an empty one says nothing.
    """

    line: int
    row: int
    number: str
    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShiftSheet:
    """A plan as it stands in the file, and the rows that could not be read."""

    days: tuple[date, ...]
    rows: tuple[SheetRow, ...]
    problems: tuple[RowProblem, ...]


def heading_of(day: date) -> str:
    """A day as the head of a column."""
    return f"{day.isoformat()} 周{_WEEKDAYS[day.weekday()]}"


def read_shift_sheet(path: Path, sheet: str | None = None) -> ShiftSheet:
    """Read a plan from a workbook; nothing is compared with what is known yet.

    Raises:
        ImportRefusal: If it is no workbook, has no line of days, or a day in it is wrong, there
            twice, or merged.
    """
    require_workbook(path)
    with _errors(path):
        from openpyxl import load_workbook

        book = load_workbook(path, data_only=True)
    if sheet is not None and sheet not in book.sheetnames:
        raise ImportRefusal(FileFault.NO_SHEET, sheet=sheet, sheets=", ".join(book.sheetnames))
    page = book[sheet] if sheet is not None else book.worksheets[0]
    lines = [[_text(value) for value in line] for line in page.iter_rows(values_only=True)]
    merged = [(m.min_row, m.max_row, m.min_col, str(m.coord)) for m in page.merged_cells.ranges]
    return _Reader(path, lines, merged).read()


class _Reader:
    """Goes through the lines once its columns are found."""

    def __init__(
        self,
        path: Path,
        lines: Sequence[Sequence[str]],
        merged: Sequence[tuple[int, int, int, str]],
    ) -> None:
        self._path, self._lines, self._merged = path, lines, merged
        self._head = self._find_headings()
        headings = lines[self._head]
        self._number = next(i for i, text in enumerate(headings) if text.lower() in _NUMBERS)
        self._name = next((i for i, text in enumerate(headings) if text.lower() in _NAMES), None)

    def read(self) -> ShiftSheet:
        """All of it."""
        days = self._days()
        rows, problems = [], []
        for place, cells in enumerate(self._lines[self._head + 1 :], self._head + 1):
            line = place + 1
            merged = self._merged_in(line)
            if merged is not None and any(cells):
                details: dict[str, str | int] = {"cells": merged}
                problems.append(
                    RowProblem(line, place - self._head, RowFault.MERGED_CELLS, details)
                )
            elif any(cells[column] for column in (self._number, *days)):
                name = "" if self._name is None else cells[self._name]
                told = tuple(cells[column] for column in days)
                rows.append(SheetRow(line, place - self._head, cells[self._number], name, told))
        return ShiftSheet(tuple(days.values()), tuple(rows), tuple(problems))

    def _find_headings(self) -> int:
        for place, cells in enumerate(self._lines[:LOOKED_AT]):
            if any(text.lower() in _NUMBERS for text in cells):
                return place
        raise ImportRefusal(FileFault.NO_DAYS, path=str(self._path))

    def _days(self) -> dict[int, date]:
        """The days by their columns; every heading behind number, name and grid is one."""
        merged = self._merged_in(self._head + 1)
        if merged is not None:
            raise ImportRefusal(FileFault.MERGED_HEADINGS, path=str(self._path), cells=merged)
        found: dict[int, date] = {}
        for column, text in enumerate(self._lines[self._head]):
            if not any(character.isdigit() for character in text):
                continue
            day = _day(text)
            if day is None or day in found.values():
                fault = FileFault.BAD_DAY if day is None else FileFault.DOUBLED_DAY
                raise ImportRefusal(fault, value=text, cell=self._cell(column))
            found[column] = day
        if not found:
            raise ImportRefusal(FileFault.NO_DAYS, path=str(self._path))
        return found

    def _cell(self, column: int) -> str:
        from openpyxl.utils import get_column_letter

        return f"{get_column_letter(column + 1)}{self._head + 1}"

    def _merged_in(self, line: int) -> str | None:
        return next(
            (cells for first, last, _, cells in self._merged if first <= line <= last), None
        )


def _day(text: str) -> date | None:
    """A heading's day; None if it is no date, or not on the weekday that it says."""
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    year, month, number, weekday = match.groups()
    try:
        day = date(int(year), int(month), int(number))
    except ValueError:
        return None
    said = None if weekday is None else _WEEKDAYS.index("日" if weekday == "天" else weekday)
    return day if said in (None, day.weekday() % WEEK_DAYS) else None


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case datetime() | date():
            return str(value)
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return unguarded(" ".join(str(value).split()))


@contextmanager
def _errors(path: Path) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        # The reader raises whatever it stumbles over in a damaged file, see xlsx_table.py.
        raise ImportRefusal(
            FileFault.BAD_EXCEL, path=str(path), reason=f"{type(error).__name__}: {error}"
        ) from error
