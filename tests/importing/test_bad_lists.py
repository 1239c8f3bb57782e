"""Lists of members as they really arrive: each trouble is named, nothing is half done."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from console.commands.importing.mapping import Kind
from console.commands.importing.merged import Merged, Sweep, read_merged
from console.commands.importing.opening import open_table
from console.commands.office import Office
from console.db.members import members
from console.db.queries import snapshot
from console.domain.importing import FileFault, ImportRefusal
from console.domain.people import Badge, BadgeLevel
from tests.importing.files import counts, found, load, write_csv, write_xlsx

HEAD = ["工号", "姓名", "手机", "所属网格", "综管员", "安全员"]
ONE = ["T-1", "甲", "10000000000", "1-01", "是", ""]
TWO = ["T-2", "乙", "10000000001", "1-01", "", "带教"]
THREE = ["T-3", "丙", "10000000002", "1-01", "是", "是"]


def book(path: Path, rows: Iterable[Sequence[Any]], *merged: str) -> Path:
    made = Workbook()
    for row in rows:
        made.active.append(list(row))
    for cells in merged:
        made.active.merge_cells(cells)
    made.save(path)
    return path


def refused(office: Office, path: Path) -> ImportRefusal:
    with office.database.read() as session:
        before = snapshot(session)
    with pytest.raises(ImportRefusal) as caught:
        load(office, Kind.MEMBERS, path)
    with office.database.read() as session:
        assert snapshot(session) == before
    return caught.value


def test_members_in_merged_cells_are_named_with_the_cells(
    tmp_path: Path, sqlite_office: Office
) -> None:
    # Merged downwards: the second member would silently lose what both were meant to have.
    path = book(tmp_path / "a.xlsx", [HEAD, ONE, TWO, THREE], "E2:E3", "H4:J4")
    summary = load(sqlite_office, Kind.MEMBERS, path)
    assert found(summary) == [(2, "merged_cells"), (3, "merged_cells")]
    assert [problem.details["cells"] for problem in summary.problems] == ["E2:E3", "E2:E3"]
    assert counts(summary) == (1, 0, 0, 2)


@pytest.mark.parametrize("cells", ["E1:F1", "A1:A2"])
def test_merged_headings_are_refused(tmp_path: Path, sqlite_office: Office, cells: str) -> None:
    error = refused(sqlite_office, book(tmp_path / "a.xlsx", [HEAD, ONE], cells))
    assert (error.code, error.details["cells"]) == (FileFault.MERGED_HEADINGS, cells)


def test_a_merged_title_above_the_headings_is_refused(
    tmp_path: Path, sqlite_office: Office
) -> None:
    path = book(tmp_path / "a.xlsx", [["网格员名单"], HEAD, ONE], "A1:F1")
    assert refused(sqlite_office, path).details["cells"] == "A1:F1"


def test_merged_cells_are_found_in_any_spelling_and_over_the_ends_of_pieces(
    tmp_path: Path,
) -> None:
    file = tmp_path / "sheet.xml"
    padding = b" " * ((1 << 18) - 20)
    file.write_bytes(
        padding + b'<x:mergeCell xml:space="a" ref="B3:AA5"/>' + b"<mergeCell ref='$A$1:$C$1' />"
    )
    with file.open("rb") as source:
        merged = read_merged(source)
    assert merged == [Merged(1, 1, 0, 2, "A1:C1"), Merged(3, 5, 1, 26, "B3:AA5")]
    sweep = Sweep(merged)
    assert [sweep.at(line, 1) is not None for line in range(1, 7)] == [True] + [False] * 5
    sweep = Sweep(merged)
    lines = [line for line in range(1, 7) if sweep.at(line, 2) is not None]
    assert lines == [1, 3, 4, 5]


def test_an_empty_first_line_is_passed_over(tmp_path: Path, sqlite_office: Office) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [[], [None, ""], HEAD, [], ONE, [*TWO[:3], "9-99"]])
    summary = load(sqlite_office, Kind.MEMBERS, path)
    assert (summary.added, found(summary)) == (1, [(6, "no_such_grid")])


def test_a_list_in_gb18030_is_read_as_it_is(tmp_path: Path, sqlite_office: Office) -> None:
    rows = [dict(zip(HEAD, ONE, strict=True)) | {"姓名": "㐂𠮷甲"}]
    load(sqlite_office, Kind.MEMBERS, write_csv(tmp_path / "a.csv", rows, encoding="gb18030"))
    with sqlite_office.database.read() as session:
        (new,) = [member for member in members(session) if member.number == "T-1"]
    assert new.name == "㐂𠮷甲"
    assert new.badges == (Badge("general", BadgeLevel.HELD),)


@pytest.mark.parametrize(
    ("changed", "reason", "details"),
    [
        ({4: "2027-02-30"}, "bad_mark", {"field": "综管员", "value": "2027-02-30"}),
        ({4: "在职"}, "bad_mark", {"field": "综管员", "value": "在职"}),
        ({4: 46143}, "bad_mark", {"field": "综管员", "value": "46143"}),
        # Written as …0112, but a spreadsheet keeps 15 digits: that would be another grid.
        ({3: 4419001220100110}, "digits_lost", {"field": "grid", "value": "4419001220100110"}),
        ({3: 4419001220100199}, "no_such_grid", {"value": "4419001220100199"}),
        ({0: "T-1"}, "doubled", {"key": "T-1", "line": 2, "number": 1}),
    ],
)
def test_a_bad_cell_is_named_with_its_line_and_column(
    tmp_path: Path,
    sqlite_office: Office,
    changed: dict[int, object],
    reason: str,
    details: dict[str, object],
) -> None:
    row = [changed.get(place, cell) for place, cell in enumerate(TWO)]
    summary = load(
        sqlite_office, Kind.MEMBERS, write_xlsx(tmp_path / "a.xlsx", [HEAD, ONE, row, THREE])
    )
    assert found(summary) == [(3, reason)]
    assert summary.problems[0].details == details
    assert summary.added == 2


def test_two_columns_for_one_skill_are_refused(tmp_path: Path, sqlite_office: Office) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [[*HEAD, "综"], [*ONE, "否"]])
    error = refused(sqlite_office, path)
    assert (error.code, error.details["column"]) == (FileFault.SAME_SKILL, "综")


def test_an_unknown_skill_is_named(tmp_path: Path, sqlite_office: Office) -> None:
    rows = [{"工号": "T-1", "姓名": "甲", "网格": "1-01", "技能": "综管员、飞行员"}]
    summary = load(sqlite_office, Kind.MEMBERS, write_csv(tmp_path / "a.csv", rows))
    assert found(summary) == [(2, "no_such_skill")]
    assert summary.problems[0].details == {"value": "飞行员"}


def test_a_workbook_with_a_password_is_told_from_an_old_one(tmp_path: Path) -> None:
    # The beginning of a compound file, and the name of the stream as its directory spells it.
    path = tmp_path / "a.xlsx"
    name = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes((1 << 18) - 20) + name)
    with pytest.raises(ImportRefusal) as caught:
        open_table(path)
    assert caught.value.code is FileFault.ENCRYPTED_EXCEL


def test_of_a_workbook_damaged_on_the_way_nothing_is_taken(tmp_path: Path, office: Office) -> None:
    rows = ([f"T-{n}", f"甲{n * 7919 % 10007}", "", "1-01", "", ""] for n in range(3000))
    path = write_xlsx(tmp_path / "a.xlsx", [HEAD, *rows])
    content = bytearray(path.read_bytes())
    at = content.index(b"xl/worksheets/sheet1.xml") + 20_000
    content[at : at + 64] = bytes(64)
    path.write_bytes(content)
    assert refused(office, path).code is FileFault.BAD_EXCEL
