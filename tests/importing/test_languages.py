"""The languages of members in lists: by code or name, out and in again."""

from pathlib import Path

import pytest

from console.commands.importing.mapping import Kind
from console.commands.office import Office
from tests.importing.files import counts, found, load, write_csv
from tests.importing.test_members import member, person
from tests.importing.test_round_trip import export


def test_languages_come_in_by_code_or_name(tmp_path: Path, office: Office) -> None:
    row = person(languages="粤语、en, sign language")
    assert counts(load(office, Kind.MEMBERS, write_csv(tmp_path / "a.csv", [row])))[0] == 1
    assert member(office).languages == ("csl", "en", "yue")
    # A list without the column leaves them as they are, an empty cell takes them away.
    load(office, Kind.MEMBERS, write_csv(tmp_path / "b.csv", [person(name="新名")]))
    assert (member(office).name, len(member(office).languages)) == ("新名", 3)
    load(office, Kind.MEMBERS, write_csv(tmp_path / "c.csv", [person(languages="")]))
    assert member(office).languages == ()


def test_an_unknown_language_is_named(tmp_path: Path, sqlite_office: Office) -> None:
    rows = [person("T-1", languages="克林贡语"), person("T-2", languages="粤语")]
    summary = load(sqlite_office, Kind.MEMBERS, write_csv(tmp_path / "a.csv", rows))
    assert found(summary) == [(2, "bad_field")]
    assert summary.added == 1


@pytest.mark.parametrize("name", ["out.xlsx", "out.csv"])
def test_what_goes_out_comes_in_unchanged(
    tmp_path: Path, sqlite_office: Office, name: str
) -> None:
    path = write_csv(tmp_path / "a.csv", [person(languages="hak 、 yue")])
    load(sqlite_office, Kind.MEMBERS, path)
    summary = load(sqlite_office, Kind.MEMBERS, export(sqlite_office, tmp_path / name))
    assert (summary.added, summary.updated) == (0, 0)
    assert member(sqlite_office).languages == ("hak", "yue")
