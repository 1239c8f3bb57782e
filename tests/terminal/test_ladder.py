"""The ladder on the command line: run once for a scheduler, shown, changed, acknowledged."""

import json
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import update

from console.cli import root
from console.db.engine import Database
from console.db.tables import IncidentRow
from console.terminal.sitting import utc_now
from tests.conftest import Templates
from tests.terminal.test_cli import answer, report

Call = Callable[..., Result]


@pytest.fixture
def center_url(templates: Templates) -> str:
    """A center of either kind."""
    return templates.center()


@pytest.fixture
def call(qapp: object, center_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Runs ``grid-console`` in English; who sits there can be told."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    def run(*arguments: str | int, operator: str = "甲") -> Result:
        given = ["--database", center_url, "--lang", "en", "--operator", operator]
        given += ["--workstation", "一号席"]
        return CliRunner().invoke(root, [*given, *map(str, arguments)])

    return run


def late(url: str, incident: int, hours: float) -> None:
    """Let an incident's limit have ended so long ago."""
    with closing(Database.open(url)) as database, database.write() as session:
        end = utc_now() - timedelta(hours=hours)
        session.execute(
            update(IncidentRow)
            .where(IncidentRow.id == incident)
            .values(due_at=end, warn_at=end, round_from=end, stage_from=end)
        )


def cards(call: Call) -> list[dict[str, Any]]:
    lines = call("ladder", "cards", "--json").stdout.splitlines()
    return [answer_of(line) for line in lines]


def answer_of(line: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(line)
    return found


def test_a_scheduler_raises_what_is_due_once(call: Call, center_url: str) -> None:
    number = report(call, "井盖缺失", "manhole")
    assert "0 raised; the next may be due" in call("ladder", "run").output
    late(center_url, number, 3)
    first = call("ladder", "run")
    assert first.exit_code == 0, first.output
    assert first.output.splitlines()[-1].startswith("3 raised; the next may be due")
    assert "yellow card, told to community" in first.output
    assert "0 raised" in call("ladder", "run").output
    found = cards(call)
    assert [card["card"] for card in found] == ["yellow", "yellow"]
    card = found[0]["id"]
    refused = call("incident", "acknowledge-card", number, card)
    assert refused.exit_code == 1
    assert "值班长 must acknowledge it" in refused.stderr
    assert call("incident", "acknowledge-card", number, card, operator="值班长").exit_code == 0
    told = call("incident", "acknowledge-card", number, found[1]["id"], "--note", "电话确认")
    assert told.exit_code == 0
    assert cards(call) == []


def test_the_ladder_is_shown_and_changed(call: Call) -> None:
    assert len(answer(call("ladder", "show", "--json"))["rungs"]) == 4
    assert call("ladder", "set", 2, "--after", 20, "--owner", "李班长").exit_code == 0
    assert call("ladder", "set", 4, "--remove").exit_code == 0
    new = call("ladder", "set", 9, "--share", 80, "--who", "next")
    assert new.exit_code == 0, new.output
    rungs = {rung["position"]: rung for rung in answer(call("ladder", "show", "--json"))["rungs"]}
    assert sorted(rungs) == [1, 2, 3, 9]
    assert (rungs[2]["after_minutes"], rungs[2]["owner"], rungs[2]["card"]) == (
        20,
        "李班长",
        "yellow",
    )
    assert "9  80 %  next" in call("ladder", "show").output
    refused = call("ladder", "set", 9, "--card", "red")
    assert refused.exit_code == 1
    assert "the owner of the card" in refused.stderr
    assert call("ladder", "set", 5, "--remove").exit_code == 1


def test_check_in_times_are_data(call: Call) -> None:
    assert call("ladder", "check-in-every", 10).exit_code == 0
    assert call("ladder", "check-in-every", 0, "--category", "litter").exit_code == 0
    shown = answer(call("ladder", "show", "--json"))["check_in"]
    assert shown == {"": 10, "litter": None}
    assert call("ladder", "check-in-every", 5, "--category", "nothing").exit_code == 1
    number = report(call)
    refused = call("incident", "check-in", number)
    assert refused.exit_code == 1
    assert "No check-in clock runs" in refused.stderr


def test_an_extension_on_the_command_line(call: Call) -> None:
    number = report(call)
    before = answer(call("incident", "show", number, "--json"))["due_at"]
    told = call("incident", "extend", number, "2h", "--note", "等吊车", "--consent", "李班长")
    assert told.exit_code == 0, told.output
    assert "extended the limit by 120 min, 李班长 consents: 等吊车" in told.output
    assert answer(call("incident", "show", number, "--json"))["due_at"] > before
    wrong = call("incident", "extend", number, "soon", "--note", "x", "--consent", "李班长")
    assert wrong.exit_code == 1
