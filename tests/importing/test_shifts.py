"""A week of shifts as a sheet: written, edited, compared, and taken over whole or not at all."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from console.commands.office import Office
from console.commands.perform import perform
from console.db.members import members
from console.db.shifts import shifts
from console.domain.orders import GrantLeave, SetPattern
from console.domain.people import Member
from console.domain.shifts import DAY, MemberShifts, Why
from console.terminal.shifts import export_shifts, import_shifts
from tests.importing.test_terminal import Sitting

MONDAY = date(2026, 3, 2)
WORK = (*["early"] * 5, None, None)
HEAD = 3
FIRST = HEAD + 1


def call(office: Office, command: Any, *arguments: object) -> Result:
    result = CliRunner().invoke(command, [str(a) for a in arguments], obj=Sitting(office))
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def people(office: Office) -> tuple[Member, ...]:
    with office.database.read() as session:
        return members(session)


def plan(office: Office, member: Member) -> MemberShifts:
    with office.database.read() as session:
        return shifts(session, [member.id])[0]


@pytest.fixture
def sheet(office: Office, tmp_path: Path) -> Path:
    """The week as it is exported: the first member works early and has a day's leave."""
    first = people(office)[0]
    perform(office, SetPattern(first.id, WORK), uuid4())
    perform(office, GrantLeave(first.id, MONDAY, MONDAY, "病假"), uuid4())
    path = tmp_path / "week.xlsx"
    assert call(office, export_shifts, path, "--week", "2026-03-04").exit_code == 0
    return path


def edit(path: Path, change: Callable[[Any], object]) -> None:
    book = load_workbook(path)
    change(book.active)
    book.save(path)


def put(**cells: object) -> Callable[[Any], None]:
    def change(page: Any) -> None:
        for cell, value in cells.items():
            page[cell] = value

    return change


def test_the_sheet_has_the_shape_that_offices_use(office: Office, sheet: Path) -> None:
    page = load_workbook(sheet).active
    assert page.title == "排班表"
    assert page["A1"].value.endswith("网格员排班表（2026-03-02 至 2026-03-08）")
    assert "夜 夜班 23:00–07:00" in page["A2"].value
    heading = [cell.value for cell in page[HEAD]]
    assert heading[:4] == ["编号", "姓名", "网格", "2026-03-02 周一"]
    assert heading[9] == "2026-03-08 周日"
    first = people(office)[0]
    row = [cell.value for cell in page[FIRST]]
    assert row == [first.number, first.name, first.grid, "假", *"早早早早休休"]
    assert page.max_row == HEAD + len(people(office))


def test_a_sheet_that_was_not_edited_changes_nothing(office: Office, sheet: Path) -> None:
    before = plan(office, people(office)[0])
    result = call(office, import_shifts, sheet)
    assert result.exit_code == 0
    assert result.stdout.startswith("0 days change, ")
    assert plan(office, people(office)[0]) == before


def test_what_was_edited_is_shown_and_then_taken_over(office: Office, sheet: Path) -> None:
    first, second = people(office)[:2]
    edit(sheet, put(D4="休", E4="夜班", D5="假", E5=None))
    result = call(office, import_shifts, sheet, "--preview")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:4] == [
        f"{first.number} {first.name} · 2026-03-02 周一: 假 → 休",
        f"{first.number} {first.name} · 2026-03-03 周二: 早 → 夜",
        f"{second.number} {second.name} · 2026-03-02 周一: 休 → 假",
        f"3 days change, {7 * len(people(office)) - 4} stay, 0 rows are wrong",
    ]
    assert plan(office, first).on(MONDAY).why is Why.LEAVE
    told = json.loads(call(office, import_shifts, sheet, "--json").stdout)
    assert [change["after"] for change in told["changes"]] == ["休", "夜", "假"]
    assert plan(office, first).on(MONDAY).kind is None
    assert plan(office, first).on(MONDAY).why is Why.CHANGE
    assert plan(office, first).on(MONDAY + DAY).kind == "night"
    assert plan(office, second).on(MONDAY).why is Why.LEAVE
    assert call(office, import_shifts, sheet).stdout.startswith("0 days change")


def doubled(page: Any) -> None:
    for column in range(1, 11):
        page.cell(6, column).value = page.cell(4, column).value


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (put(F4="早/夜"), "Line 4 (row 1): “早/夜” puts the member on two shifts on 2026-03-04;"),
        (put(F4="早夜"), "“早夜” puts the member on two shifts on 2026-03-04;"),
        (put(F4="上"), "“上” on 2026-03-04 is no shift; possible are 早、中、夜、休、假."),
        (doubled, "Line 6 (row 3): “"),
        (doubled, "is in the file already, in line 4 (row 1)"),
        (put(A4="W-404"), "Line 4 (row 1): there is no member “W-404”."),
        (put(B4="李四"), ", not to 李四."),
        (put(A4=None), "Line 4 (row 1): the number is empty."),
        (lambda page: page.merge_cells("F4:G4"), "the cells F4:G4 are merged;"),
        (lambda page: page.merge_cells("D5:D6"), "Line 6 (row 3): the cells D5:D6 are merged;"),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_taken(
    office: Office, sheet: Path, change: Callable[[Any], object], said: str
) -> None:
    second = people(office)[1]
    edit(sheet, put(J5="早"))
    edit(sheet, change)
    for more in (["--preview"], []):
        result = call(office, import_shifts, sheet, *more)
        assert result.exit_code == 1
        assert said in result.stderr
        assert "Nothing was taken over." in result.stderr
    assert plan(office, second).exceptions == {}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (put(E3="2026-02-30 周一"), "“2026-02-30 周一” in cell E3 is no day"),
        (put(E3="2026-03-03 周五"), "“2026-03-03 周五” in cell E3 is no day, or not that weekday"),
        (put(E3="3月3日"), "“3月3日” in cell E3 is no day"),
        (put(E3="2026-03-02 周一"), "“2026-03-02 周一” in cell E3 is a day that has a column"),
        (lambda page: page.merge_cells("E3:F3"), "E3:F3"),
        (put(A3="人员"), "has no line with the heading 编号"),
    ],
)
def test_a_wrong_heading_refuses_the_whole_file(
    sqlite_office: Office, tmp_path: Path, change: Callable[[Any], object], said: str
) -> None:
    path = tmp_path / "week.xlsx"
    call(sqlite_office, export_shifts, path, "--week", "2026-03-04")
    edit(path, change)
    result = call(sqlite_office, import_shifts, path)
    assert result.exit_code == 1
    assert said in result.stderr


def test_days_that_a_spreadsheet_made_dates_of_are_read(
    sqlite_office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "week.xlsx"
    call(sqlite_office, export_shifts, path, "--week", "2026-03-04")
    edit(path, put(D3=date(2026, 3, 2), E3="2026年3月3日（星期二）", F3="2026/3/4", D4="中"))
    assert call(sqlite_office, import_shifts, path).exit_code == 0
    assert plan(sqlite_office, people(sqlite_office)[0]).on(MONDAY).kind == "late"


def test_what_is_no_workbook_is_refused(sqlite_office: Office, tmp_path: Path) -> None:
    path = tmp_path / "week.xlsx"
    path.write_text("编号,姓名", encoding="utf-8")
    result = call(sqlite_office, import_shifts, path)
    assert result.exit_code == 1
    assert "cannot be read as an Excel workbook" in result.stderr
