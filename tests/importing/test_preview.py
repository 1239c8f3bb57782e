"""``import members --preview`` says exactly what the import then does, and does nothing."""

import json
from datetime import date
from pathlib import Path

import pytest

from console.commands.importing.mapping import Kind
from console.commands.importing.preview import Preview, preview_members
from console.commands.importing.setup import Source, prepare
from console.commands.office import Office
from console.db.members import members
from console.db.queries import snapshot
from console.domain.errors import Refusal
from console.domain.people import Badge, BadgeLevel
from console.domain.rights import Actor
from tests.importing.files import counts, load, write_csv
from tests.importing.test_terminal import call

HEAD = ("工号", "姓名", "手机", "所属网格", "综", "安", "消防圆")


def write(path: Path, *rows: tuple[str, ...]) -> Path:
    return write_csv(path, [dict(zip(HEAD, row, strict=True)) for row in rows])


def before(office: Office, path: Path) -> None:
    load(
        office,
        Kind.MEMBERS,
        write(
            path,
            ("T-1", "甲", "10000000000", "1-01", "是", "", ""),
            ("T-2", "乙", "10000000001", "1-01", "带教", "", ""),
            ("T-3", "丙", "10000000002", "1-01", "是", "", ""),
        ),
    )


def edited(path: Path) -> Path:
    return write(
        path,
        ("T-1", "甲", "10000000000", "1-01", "是", "", ""),
        ("T-2", "乙", "10000009901", "1-02", "2027-05-01", "", "是"),
        ("T-4", "丁", "", "1-01", "", "带教", ""),
        ("T-5", "戊", "", "9-99", "", "", ""),
        ("T-3", "丙", "10000000002", "1-01", "", "", ""),
        ("T-2", "乙", "", "1-01", "", "", ""),
    )


def preview(office: Office, path: Path) -> Preview:
    return preview_members(office, prepare(office, Kind.MEMBERS, Source(path)))


def test_a_preview_names_each_change_and_changes_nothing(tmp_path: Path, office: Office) -> None:
    before(office, tmp_path / "a.csv")
    with office.database.read() as session:
        then = snapshot(session)
    found = preview(office, edited(tmp_path / "b.csv"))
    with office.database.read() as session:
        assert snapshot(session) == then
    told = {
        difference.item.value.number: (
            [(c.field, c.before, c.after) for c in difference.fields],
            [(c.skill, c.before, c.after) for c in difference.badges],
        )
        for difference in found.differences
    }
    assert told == {
        "T-1": ([], []),
        "T-2": (
            [
                ("grid", "4419001220100101", "4419001220100102"),
                ("phone", "10000000001", "10000009901"),
            ],
            [
                (
                    "general",
                    Badge("general", BadgeLevel.TRAINING),
                    Badge("general", BadgeLevel.HELD, date(2027, 5, 1)),
                )
            ],
        ),
        "T-4": (
            [("name", "", "丁"), ("grid", "", "4419001220100101"), ("duty", "", "off")],
            [("safety", None, Badge("safety", BadgeLevel.TRAINING))],
        ),
        "T-3": ([], [("general", Badge("general", BadgeLevel.HELD), None)]),
    }
    assert [(p.line, p.code.value) for p in found.problems] == [
        (5, "no_such_grid"),
        (7, "doubled"),
    ]
    assert found.ignored == ("消防圆",)
    assert "T-1" not in found.absent
    refused = preview(office, write(tmp_path / "c.csv", ("T-1", "", "", "1-01", "", "", "")))
    assert (len(refused.problems), "T-1" in refused.absent) == (1, False)
    assert len(found.absent) == len(then.members) - 3


def test_the_import_does_what_the_preview_said(tmp_path: Path, office: Office) -> None:
    before(office, tmp_path / "a.csv")
    path = edited(tmp_path / "b.csv")
    told = preview(office, path)
    done = counts(load(office, Kind.MEMBERS, path))
    assert done == (told.added, told.updated, told.unchanged, len(told.problems)) == (1, 2, 1, 2)
    with office.database.read() as session:
        now = {member.number: member for member in members(session)}
    for difference in told.differences:
        member = now[difference.item.value.number]
        for change in difference.fields:
            assert getattr(member, change.field) == change.after
        for badge in difference.badges:
            assert member.badge(badge.skill) == badge.after
    again = preview(office, path)
    assert again.unchanged == len(again.differences)


def test_the_command_tells_people_from_what_to_what(tmp_path: Path, sqlite_office: Office) -> None:
    before(sqlite_office, tmp_path / "a.csv")
    path = edited(tmp_path / "b.csv")
    result = call(sqlite_office, "members", path, "--preview")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    start = lines.index("Changed: T-2 乙 (line 3)")
    assert lines[start + 1 : start + 4] == [
        "    the grid: 1-01 → 1-02",
        "    the telephone number: 100******01 → 100******01",
        "    General: in training → held until 2027-05-01",
    ]
    assert "New: T-4 丁 (line 4)" in lines
    assert "    General: held → not held" in lines
    assert not any("T-1" in line for line in lines)
    assert "1 new, 2 changed, 1 already there, 2 not taken" in lines
    assert lines[-1].startswith("This was a preview; nothing has been changed.")
    assert "Line 5 (row 4): there is no grid “9-99”." in result.stderr
    assert "消防圆" in result.stderr
    assert not list(tmp_path.glob("*rejects*"))
    full = call(sqlite_office, "members", path, "--preview", "--unmask", "--reason", "核对")
    assert "    the telephone number: 10000000001 → 10000009901" in full.stdout.splitlines()


def test_the_command_tells_programs_the_same(tmp_path: Path, sqlite_office: Office) -> None:
    before(sqlite_office, tmp_path / "a.csv")
    path = edited(tmp_path / "b.csv")
    result = call(sqlite_office, "members", path, "--preview", "--json")
    told = json.loads(result.stdout)
    numbers = [told[key] for key in ("added", "updated", "unchanged", "rejected")]
    assert numbers == [1, 2, 1, 2]
    assert [(m["number"], m["status"], m["line"]) for m in told["members"]] == [
        ("T-1", "unchanged", 2),
        ("T-2", "changed", 3),
        ("T-4", "new", 4),
        ("T-3", "changed", 6),
    ]
    assert told["members"][1]["changes"][2] == {
        "skill": "general",
        "before": {"level": "training", "valid_until": None},
        "after": {"level": "held", "valid_until": "2027-05-01"},
    }
    assert "10000009901" not in result.stdout
    assert [problem["line"] for problem in told["problems"]] == [5, 7]
    assert told["ignored_columns"] == ["消防圆"]


def test_a_strict_preview_says_that_nothing_would_come_in(
    tmp_path: Path, sqlite_office: Office
) -> None:
    path = edited(tmp_path / "b.csv")
    result = call(sqlite_office, "members", path, "--preview", "--strict")
    assert result.exit_code == 1
    assert "With --strict nothing would be imported" in result.stdout


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, sqlite_office: Office) -> None:
    path = write_csv(tmp_path / "a.csv", [{"x": "1"}])
    result = call(sqlite_office, "members", path, "--preview", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["error"]["code"] == "missing_column"


def test_who_may_not_import_sees_no_preview(tmp_path: Path, sqlite_office: Office) -> None:
    office = Office(sqlite_office.database, Actor("a", "b", frozenset()), sqlite_office.clock)
    with pytest.raises(Refusal):
        preview(office, edited(tmp_path / "b.csv"))
