"""The two commands: what they print, what they answer, how they end."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from console.commands.importing import run
from console.commands.importing.replay import Pace
from console.commands.importing.setup import Source
from console.commands.office import Office
from console.db.queries import open_incidents
from console.domain.importing import FileFault, ImportRefusal
from console.domain.rights import Actor
from console.terminal import import_run as command
from console.terminal.importing import import_group
from console.terminal.replay import replay_command, run_replay
from tests.importing.files import (
    area,
    read_csv,
    request,
    square,
    write_csv,
    write_geojson,
    write_mapping,
)


@dataclass(frozen=True)
class Sitting:
    """Somebody who works on the test's database."""

    at: Office

    @contextmanager
    def office(self) -> Iterator[Office]:
        yield self.at


def call(office: Office, *arguments: object, command: click.Command = import_group) -> Result:
    result = CliRunner().invoke(command, [str(a) for a in arguments], obj=Sitting(office))
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def test_an_import_says_what_became_of_the_rows(tmp_path: Path, sqlite_office: Office) -> None:
    path = write_csv(tmp_path / "la.csv", [request(1), request(2, Latitude="")])
    result = call(sqlite_office, "incidents", path)
    assert result.exit_code == 0
    assert result.stdout.startswith("1 new, 0 changed, 0 already there, 1 not taken (2 rows in ")
    assert "New categories: la_bulky" in result.stdout
    assert "Mapping: Los Angeles 311, 2017" in result.stderr
    assert "Line 3 (row 2): the coordinates are missing." in result.stderr
    assert str(tmp_path / "la.csv.rejects.csv") in result.stderr
    assert read_csv(tmp_path / "la.csv.rejects.csv")[0]["reason"] == "the coordinates are missing"


def test_only_some_problems_are_shown(tmp_path: Path, sqlite_office: Office) -> None:
    path = write_csv(tmp_path / "la.csv", [request(n, Latitude="") for n in range(25)])
    result = call(sqlite_office, "incidents", path)
    assert result.stderr.count("the coordinates are missing") == 20
    assert "… and 5 more." in result.stderr


def test_json_is_the_only_thing_on_the_output(tmp_path: Path, sqlite_office: Office) -> None:
    path = write_csv(tmp_path / "la.csv", [request(1), request(2, Latitude="x")])
    told = json.loads(call(sqlite_office, "incidents", path, "--json").stdout)
    assert told["added"] == told["rejected"] == 1
    assert told["mapping"] == "Los Angeles 311, 2017"
    (problem,) = told["problems"]
    assert (problem["line"], problem["row"], problem["code"]) == (3, 2, "bad_field")
    assert problem["details"] == {"field": "lat", "value": "x"}
    assert told["rejects"] == str(tmp_path / "la.csv.rejects.csv")
    again = json.loads(call(sqlite_office, "incidents", path, "--json").stdout)
    assert (again["added"], again["unchanged"], again["created_categories"]) == (0, 1, [])


def test_strict_refuses_and_says_so_in_both_forms(tmp_path: Path, sqlite_office: Office) -> None:
    path = write_csv(tmp_path / "la.csv", [request(1), request(2, Latitude="")])
    result = call(sqlite_office, "incidents", path, "--strict")
    assert result.exit_code == 1
    assert "Nothing was imported, because 1 rows are not in order." in result.stderr
    told = json.loads(call(sqlite_office, "incidents", path, "--strict", "--json").stdout)
    assert told["error"]["code"] == "bad_rows"
    assert told["added"] == 0


def test_options_reach_the_import(tmp_path: Path, sqlite_office: Office) -> None:
    path = write_csv(tmp_path / "la.csv", [request(1, Latitude="", Longitude="")])
    result = call(
        sqlite_office, "incidents", path, "--without-place", "--as-open", "--limits-from", "now"
    )
    assert result.stdout.startswith("1 new")
    with sqlite_office.database.read() as session:
        (incident,) = open_incidents(session)
    assert incident.place is None


@pytest.mark.parametrize("kind", ["incidents", "grids", "members", "cameras"])
def test_a_missing_file_is_told_without_a_traceback(
    tmp_path: Path, sqlite_office: Office, kind: str
) -> None:
    result = call(sqlite_office, kind, tmp_path / "none.csv")
    assert result.exit_code == 1
    assert "cannot be opened: No such file or directory" in result.stderr


def test_grids_members_and_cameras_come_in(tmp_path: Path, sqlite_office: Office) -> None:
    unclosed = [square(113, 22)[0][:-1]]
    grids = write_geojson(tmp_path / "g.geojson", [area(unclosed, name="a")])
    mapping = write_mapping(
        tmp_path / "m.toml",
        'kind = "grids"\n[fields]\nname = "name"\n[grids]\ncommunity = "990000001001"\n',
    )
    result = call(sqlite_office, "grids", grids, "--mapping", mapping)
    assert result.stdout.startswith("1 new")
    assert "1 outlines were mended on the way." in result.stdout
    people = write_csv(tmp_path / "p.csv", [{"工号": "1", "姓名": "甲", "网格": "1-01"}])
    result = call(sqlite_office, "members", people)
    assert result.stdout.startswith("1 new")
    assert "Columns are taken by their names." in result.stderr
    cameras = write_csv(
        tmp_path / "c.csv", [{"code": "1", "name": "a", "lon": "113", "lat": "22"}]
    )
    assert call(sqlite_office, "cameras", cameras).stdout.startswith("1 new")


def test_a_file_that_breaks_off_says_what_is_in(
    tmp_path: Path, sqlite_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [request(n) for n in range(1200)]
    path = write_csv(tmp_path / "la.csv", rows)
    monkeypatch.setattr(command, "_progress", _then_no_more_file)
    result = call(sqlite_office, "incidents", path)
    assert result.exit_code == 1
    assert "cannot be opened: gone" in result.stderr
    assert "1,000 rows were in the database before that, and stay there." in result.stderr


@contextmanager
def _then_no_more_file(_label: str) -> Iterator[run.Progress]:
    calls = iter(range(100))

    def progress(_share: float) -> None:
        if next(calls) == 5:
            raise ImportRefusal(FileFault.UNREADABLE, path="la.csv", reason="gone")

    yield progress


@contextmanager
def _then_interrupted(_label: str) -> Iterator[run.Progress]:
    calls = iter(range(100))

    def progress(_share: float) -> None:
        if next(calls) == 5:
            raise KeyboardInterrupt

    yield progress


def test_who_may_not_import_is_told(tmp_path: Path, sqlite_office: Office) -> None:
    actor = Actor("a", "b", frozenset())
    office = Office(sqlite_office.database, actor, sqlite_office.clock)
    result = call(office, "incidents", write_csv(tmp_path / "la.csv", [request(1)]))
    assert result.exit_code == 1
    assert "right" in result.stderr


def test_ctrl_c_while_a_file_is_opened_ends_it(
    tmp_path: Path, sqlite_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "prepare", interrupted)
    assert call(sqlite_office, "incidents", tmp_path / "la.csv").exit_code == 130


def test_ctrl_c_says_what_stays(
    tmp_path: Path, sqlite_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_csv(tmp_path / "la.csv", [request(n) for n in range(1200)])
    monkeypatch.setattr(command, "_progress", _then_interrupted)
    result = call(sqlite_office, "incidents", path)
    assert result.exit_code == 130
    assert "Stopped. 1,000 rows are in the database and stay there." in result.stderr


def test_a_bar_is_shown_on_a_terminal_only(
    tmp_path: Path, sqlite_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_csv(tmp_path / "la.csv", [request(n) for n in range(300)])
    assert "%" not in call(sqlite_office, "incidents", path).stderr
    monkeypatch.setattr(command, "_is_watched", lambda: True)
    assert call(sqlite_office, "incidents", path).exit_code == 0


def test_a_replay_tells_each_arrival(tmp_path: Path, sqlite_office: Office) -> None:
    path = write_csv(tmp_path / "la.csv", [request(1), request(2), request(3, Latitude="")])
    result = call(sqlite_office, path, "--speed", "1000", command=replay_command)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert len(lines) == 2
    assert "Bulky Items" in lines[0]
    assert "2 reports have arrived" in result.stderr
    assert "1 not taken" in result.stderr
    told = call(sqlite_office, path, "--json", "--limit", "1", command=replay_command)
    (line,) = told.stdout.splitlines()
    assert json.loads(line)["title"] == "Bulky Items"


def test_a_replay_of_nothing_and_of_no_file_say_so(tmp_path: Path, sqlite_office: Office) -> None:
    path = write_csv(tmp_path / "la.csv", [request(3, Latitude="")])
    result = call(sqlite_office, path, command=replay_command)
    assert "There is no report in the file to replay." in result.stderr
    assert call(sqlite_office, tmp_path / "no.csv", command=replay_command).exit_code == 1
    assert call(sqlite_office, path, "--speed", "0", command=replay_command).exit_code == 2


def test_ctrl_c_ends_a_replay_cleanly(
    tmp_path: Path, sqlite_office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [request(1), request(2, CreatedDate="01/01/2018 11:59:58 PM")]
    path = write_csv(tmp_path / "la.csv", rows)

    def interrupted(_seconds: float) -> None:
        raise KeyboardInterrupt

    pace = Pace(600.0, lambda: 0.0, interrupted)
    assert run_replay(sqlite_office, Source(path), pace, None, as_json=False) == 130
    assert "1 reports have arrived" in capsys.readouterr().err
