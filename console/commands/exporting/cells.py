"""Cells of a workbook that say what was written, and nothing that a spreadsheet makes of it."""

from datetime import date
from typing import Any

from console.commands.importing.guard import guarded_typed

TEXT = "@"
"""The form of a cell that holds text."""


def put_text(cell: Any, text: str) -> None:
    """Write a text into a cell, whatever it looks like."""
    cell.value = guarded_typed(text)
    # Said after the value, of which the library would guess that it is a formula or a number.
    cell.data_type = "s"
    cell.number_format = TEXT


def new_text(sheet: Any, text: str) -> Any:
    """A text for a row of a sheet that is only written; None for an empty one."""
    from openpyxl.cell import WriteOnlyCell

    if not text:
        return None
    cell = WriteOnlyCell(sheet)
    put_text(cell, text)
    return cell


def new_time(sheet: Any, at: date, form: str) -> Any:
    """A day or a time for a row of a sheet that is only written, in a form of the spreadsheet."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, at)
    cell.number_format = form
    return cell
