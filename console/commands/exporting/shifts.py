"""Write a week of shifts as the sheet that offices use (排班表): title, days, members, signs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from console.commands.exporting.cells import put_text
from console.commands.exporting.files import write_file
from console.commands.importing.shift_sheet import GRID, NAME, NUMBER, heading_of
from console.db.members import members
from console.db.queries import catalogue
from console.db.shifts import shift_kinds, shifts
from console.domain.shifts import (
    DAY,
    FREE_SIGN,
    LEAVE_SIGN,
    WEEK_DAYS,
    DayPlan,
    Rota,
    ShiftKind,
    Why,
    monday_of,
)

SHEET = "排班表"
_WIDTHS = (16, 14, 20)
_DAY_WIDTH = 17
_TITLE_SIZE = 14
_HEADING_LINE = 3
_BELOW_HEADINGS = "D4"


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """A week as it is written: a title, a legend, the days, and a row a member."""

    title: str
    legend: str
    days: tuple[date, ...]
    rows: tuple[tuple[str, ...], ...]


def read_week(session: Session, day: date) -> WeekPlan:
    """The week of a day: all members in the order of their numbers."""
    stored, kinds = catalogue(session), shift_kinds(session)
    rota = Rota(kinds, shifts(session))
    monday = monday_of(day)
    days = tuple(monday + number * DAY for number in range(WEEK_DAYS))
    rows = tuple(
        (
            *(member.number, member.name, member.grid),
            *(sign_of(rota.of(member.id).on(day), kinds) for day in days),
        )
        for member in members(session)
    )
    told = (f"{kind.sign} {kind.name} {_span(kind)}" for kind in kinds)
    legend = "；".join((*told, f"{FREE_SIGN} 休息", f"{LEAVE_SIGN} 请假"))
    title = f"{stored.center.name}网格员排班表（{days[0]} 至 {days[-1]}）"
    return WeekPlan(title, legend, days, rows)


def sign_of(plan: DayPlan, kinds: Sequence[ShiftKind]) -> str:
    """A day's plan as its cell says it."""
    if plan.why is Why.LEAVE:
        return LEAVE_SIGN
    return next((kind.sign for kind in kinds if kind.code == plan.kind), FREE_SIGN)


def write_week(plan: WeekPlan, path: Path, *, overwrite: bool) -> None:
    """Write a week as XLSX, wholly or not at all.

    Raises:
        ExportRefusal: If the name ends otherwise, the file is there already and may not be
            replaced, or it cannot be written.
    """
    write_file(plan, path, {".xlsx": _write}, overwrite=overwrite)


def _write(plan: WeekPlan, path: Path) -> None:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    width = len(_WIDTHS) + len(plan.days)
    for number in range(width):
        letter = get_column_letter(number + 1)
        wide = _WIDTHS[number] if number < len(_WIDTHS) else _DAY_WIDTH
        sheet.column_dimensions[letter].width = wide
    lines = ((plan.title,), (plan.legend,), _headings(plan.days), *plan.rows)
    for line, texts in enumerate(lines, 1):
        for column, text in enumerate(texts, 1):
            put_text(sheet.cell(line, column), text)
    # Only what stands above the plan is merged: merged cells within it say nothing.
    for line in (1, 2):
        sheet.merge_cells(start_row=line, end_row=line, start_column=1, end_column=width)
    sheet.cell(1, 1).font = Font(bold=True, size=_TITLE_SIZE)
    sheet.cell(1, 1).alignment = Alignment(horizontal="center")
    for column in range(1, width + 1):
        sheet.cell(_HEADING_LINE, column).font = Font(bold=True)
    sheet.freeze_panes = _BELOW_HEADINGS
    book.save(path)


def _headings(days: Sequence[date]) -> tuple[str, ...]:
    return (NUMBER, NAME, GRID, *map(heading_of, days))


def _span(kind: ShiftKind) -> str:
    begin, end = (f"{minute // 60:02d}:{minute % 60:02d}" for minute in (kind.begins, kind.ends))
    return f"{begin}–{end}"
