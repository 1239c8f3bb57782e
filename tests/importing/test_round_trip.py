"""The roster goes out to a spreadsheet and comes back without a change."""

import csv
import stat
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from console.commands.exporting.files import write_roster
from console.commands.exporting.roster import read_roster
from console.commands.importing.guard import guarded, guarded_typed, unguarded
from console.commands.importing.mapping import Kind
from console.commands.office import Office
from console.commands.perform import perform
from console.db.members import members
from console.db.queries import snapshot
from console.domain.importing import ExportRefusal, FileFault
from console.domain.orders import AddSkill, Certify
from console.domain.people import Badge, Member
from console.domain.skills import SkillDraft
from tests.importing.files import counts, load, write_csv

FORMS = ["out.xlsx", "out.csv"]
GRID = "4419001220100101"
LETTERS = st.characters(exclude_categories=["Cs"])  # No file in UTF-8 holds half a character.


def export(office: Office, path: Path, *, phones: bool = True) -> Path:
    with office.database.read() as session:
        roster = read_roster(session, phones=phones)
    write_roster(roster, path, overwrite=True)
    return path


def everybody(office: Office) -> tuple[Member, ...]:
    with office.database.read() as session:
        return members(session)


def seq(office: Office) -> int:
    with office.database.read() as session:
        return snapshot(session).seq


def take_in(office: Office, path: Path, *people: Mapping[str, str]) -> None:
    columns = dict.fromkeys(key for person in people for key in person)
    rows = [dict.fromkeys(columns, "") | dict(person) for person in people]
    assert counts(load(office, Kind.MEMBERS, write_csv(path, rows)))[0] == len(people)


def cells(path: Path) -> dict[str, Any]:
    """The last row by heading, as a spreadsheet sees it."""
    sheet = load_workbook(path).active
    rows = list(sheet.iter_rows())
    return {head.value: cell for head, cell in zip(rows[0], rows[-1], strict=True)}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("phones", [True, False])
def test_what_went_out_comes_back_without_a_change(
    tmp_path: Path, office: Office, form: str, *, phones: bool
) -> None:
    person = {"number": "007", "name": "=1+1", "phone": "+86 138", "grid": "1-01"}
    marks = {"综": "是", "安": "带教", "消": "2027-05-01", "城": "2020-01-01"}
    take_in(office, tmp_path / "in.csv", person | marks)
    perform(office, AddSkill(SkillDraft("健", "健康网格员", "Health")), uuid4())
    new = next(member for member in everybody(office) if member.number == "007")
    perform(office, Certify(new.id, "health", by="厚街镇"), uuid4())
    before, number = everybody(office), seq(office)
    assert len(before) > 20
    path = export(office, tmp_path / form, phones=phones)
    assert counts(load(office, Kind.MEMBERS, path)) == (0, 0, len(before), 0)
    assert (everybody(office), seq(office)) == (before, number)


@pytest.mark.parametrize("form", FORMS)
def test_new_numbers_make_new_members_of_the_same_kind(
    tmp_path: Path, sqlite_office: Office, form: str
) -> None:
    before = everybody(sqlite_office)
    with sqlite_office.database.read() as session:
        roster = read_roster(session, phones=True)
    rows = tuple((f"9{number}", *others) for number, *others in roster.rows)
    write_roster(replace(roster, rows=rows), tmp_path / form, overwrite=False)
    assert load(sqlite_office, Kind.MEMBERS, tmp_path / form).added == len(before)
    after = {told(member) for member in everybody(sqlite_office)}
    assert after == {told(m) for m in before} | {told(m, "9") for m in before}


def told(member: Member, prefix: str = "") -> tuple[object, ...]:
    badges = frozenset(Badge(b.skill, b.level, b.valid_until) for b in member.badges)
    return prefix + member.number, member.name, member.phone, member.grid, badges


@pytest.mark.parametrize("form", FORMS)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(name=st.text(LETTERS, min_size=1, max_size=20), phone=st.text(LETTERS, max_size=20))
@example(name="=HYPERLINK(1)", phone="'+86 138")
@example(name="''=1", phone="@x")
@example(name="#REF!", phone="1.3E10")
@example(name="e\u200e\u0301 \x01 x", phone="\ufffe\uffff")
def test_any_name_comes_back_as_it_is(
    tmp_path: Path, sqlite_office: Office, form: str, name: str, phone: str
) -> None:
    person = {"number": "T-1", "name": name, "phone": phone, "grid": "1-01"}
    load(sqlite_office, Kind.MEMBERS, write_csv(tmp_path / "in.csv", [person]))
    number = seq(sqlite_office)
    summary = load(sqlite_office, Kind.MEMBERS, export(sqlite_office, tmp_path / form))
    assert counts(summary) == (0, 0, len(everybody(sqlite_office)), 0)
    assert seq(sqlite_office) == number


@given(st.text("'=+-@a", max_size=6))
def test_what_is_guarded_is_no_formula_and_comes_back(text: str) -> None:
    assert guarded(text)[:1] not in tuple("=+-@")
    assert unguarded(guarded(text)) == unguarded(guarded_typed(text)) == text


def test_a_workbook_holds_texts_as_texts_and_days_as_days(
    tmp_path: Path, sqlite_office: Office
) -> None:
    person = {"number": "zz", "name": "=1+1", "phone": "013800000000", "grid": "1-01"}
    take_in(sqlite_office, tmp_path / "in.csv", person | {"综": "是", "安": "2027-05-01"})
    path = export(sqlite_office, tmp_path / "out.xlsx")
    there = cells(path)
    assert list(there)[:6] == ["工号", "姓名", "手机", "所属网格", "归属", "所属组织"]
    heads = ("工号", "姓名", "手机", "所属网格", "综管员")
    texts = [(there[head].value, there[head].data_type) for head in heads]
    assert texts == [
        ("zz", "s"), ("=1+1", "s"), ("013800000000", "s"), (GRID, "s"), ("是", "s")
    ]  # fmt: skip
    assert there["手机"].number_format == "@"
    assert there["安全员"].value.date() == date(2027, 5, 1)
    assert there["安全员"].is_date
    sheet = load_workbook(path).active
    assert sheet.freeze_panes == "C2"
    assert sheet.column_dimensions["D"].width > len(GRID)
    assert sheet.column_dimensions["C"].number_format == "@"
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


def test_telephone_numbers_are_written_only_if_asked_for(
    tmp_path: Path, sqlite_office: Office
) -> None:
    person = {"number": "zz", "name": "=1+1", "phone": "013800000000", "grid": "1-01"}
    take_in(sqlite_office, tmp_path / "in.csv", person)
    text = export(sqlite_office, tmp_path / "out.csv", phones=False).read_text("utf-8-sig")
    assert "013800000000" not in text
    assert "手机" not in text
    header, *_, last = csv.reader(text.splitlines())
    assert last[:3] == ["zz", "'=1+1", GRID]
    assert header[3:7] == ["归属", "所属组织", "语言", "综管员"]


def test_a_skill_named_like_a_field_has_another_heading(
    tmp_path: Path, sqlite_office: Office
) -> None:
    perform(sqlite_office, AddSkill(SkillDraft("健", "岗位", "Health")), uuid4())
    path = export(sqlite_office, tmp_path / "out.csv")
    header = path.read_text("utf-8-sig").splitlines()[0].split(",")
    assert "Health" in header
    assert "岗位" not in header
    assert load(sqlite_office, Kind.MEMBERS, path).updated == 0


def test_a_file_that_is_there_stays_unless_said_otherwise(
    tmp_path: Path, sqlite_office: Office
) -> None:
    path = export(sqlite_office, tmp_path / "out.csv")
    path.write_text("somebody's work", encoding="utf-8")
    with sqlite_office.database.read() as session:
        roster = read_roster(session, phones=False)
    for target, code in (
        (path, FileFault.FILE_EXISTS),
        (tmp_path / "out.ods", FileFault.UNKNOWN_FORM),
        (tmp_path / "none" / "out.csv", FileFault.UNWRITABLE),
    ):
        with pytest.raises(ExportRefusal) as caught:
            write_roster(roster, target, overwrite=False)
        assert caught.value.code is code
    assert path.read_text(encoding="utf-8") == "somebody's work"
    assert [file.name for file in tmp_path.iterdir()] == ["out.csv"]
