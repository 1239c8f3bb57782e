"""Write a roster to a file that a spreadsheet opens, wholly or not at all."""

import csv
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, TypeVar

from console.commands.exporting.cells import TEXT, new_text, new_time
from console.commands.exporting.roster import Cell, Roster
from console.commands.importing.guard import guarded
from console.domain.importing import ExportRefusal, FileFault

T = TypeVar("T")

_WIDEST = 40
_NARROWEST = 8
_DAY_WIDTH = 12
_DAY = "yyyy-mm-dd"

_BESIDE_NAMES = "C2"
"""The cell below the headings and on the right of numbers and names, which stay in sight."""

SHEET = "网格员"


def write_roster(roster: Roster, path: Path, *, overwrite: bool) -> None:
    """Write the members as XLSX or CSV, as the file's name says.

    Raises:
        ExportRefusal: If the name ends otherwise, the file is there already and may not be
            replaced, or it cannot be written.
    """
    write_file(roster, path, _WRITERS, overwrite=overwrite)


def write_file(
    content: T, path: Path, writers: Mapping[str, Callable[[T, Path], None]], *, overwrite: bool
) -> None:
    """Write something in the form that the file's name says, wholly or not at all.

    Args:
        content: What is written.
        path: Where to.
        writers: What writes each form, by the end of the name in small letters.
        overwrite: Whether a file that is there already is replaced.

    Raises:
        ExportRefusal: If the name ends otherwise, the file is there already and may not be
            replaced, or it cannot be written.
    """
    write = writers.get(path.suffix.lower())
    if write is None:
        forms = ", ".join(writers)
        raise ExportRefusal(FileFault.UNKNOWN_FORM, path=str(path), forms=forms)
    if path.exists() and not overwrite:
        raise ExportRefusal(FileFault.FILE_EXISTS, path=str(path))
    try:
        _write_whole(path, lambda draft: write(content, draft))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ExportRefusal(FileFault.UNWRITABLE, path=str(path), reason=reason) from error


def _write_whole(path: Path, write: Callable[[Path], None]) -> None:
    """Write a file beside its place first, and put it there when it is whole."""
    # The draft is for its owner's eyes only, and so is the file that it becomes.
    with NamedTemporaryFile(dir=path.parent, prefix=".new-", delete=False) as file:
        draft = Path(file.name)
    try:
        write(draft)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _write_csv(roster: Roster, path: Path) -> None:
    # With the mark of UTF-8, without which Excel takes the file for one in the system's encoding.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(roster.headings)
        for row in roster.rows:
            writer.writerow(map(_plain, row))


def _plain(cell: Cell) -> str:
    return cell.isoformat() if isinstance(cell, date) else guarded(cell)


def _write_xlsx(roster: Roster, path: Path) -> None:
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    sheet.freeze_panes = _BESIDE_NAMES
    for number in range(len(roster.headings)):
        column = sheet.column_dimensions[get_column_letter(number + 1)]
        column.width = _width(roster, number)
        # Also for what people add below: numbers of 16 digits and leading zeros stay.
        column.number_format = TEXT if number < roster.texts else _DAY
    sheet.append([_heading(sheet, text) for text in roster.headings])
    for row in roster.rows:
        sheet.append([_typed(sheet, cell) for cell in row])
    book.save(path)


def _heading(sheet: Any, text: str) -> Any:
    from openpyxl.styles import Font

    cell = _typed(sheet, text)
    cell.font = Font(bold=True)
    return cell


def _typed(sheet: Any, value: Cell) -> Any:
    return new_time(sheet, value, _DAY) if isinstance(value, date) else new_text(sheet, value)


def _width(roster: Roster, number: int) -> int:
    """Wide enough for every cell; a Chinese character takes the room of two."""
    if number >= roster.texts:
        return max(_DAY_WIDTH, _units(roster.headings[number]) + 2)
    longest = max((_units(str(row[number])) for row in roster.rows), default=0)
    wanted = max(longest, _units(roster.headings[number])) + 2
    return min(max(wanted, _NARROWEST), _WIDEST)


def _units(text: str) -> int:
    return sum(1 if character < "\u1100" else 2 for character in text)


_WRITERS: dict[str, Callable[[Roster, Path], None]] = {".xlsx": _write_xlsx, ".csv": _write_csv}
