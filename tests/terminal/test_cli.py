"""The command line: every deed, answers for people and programs, failures in a sentence."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from console.cli import root
from tests.conftest import Templates
from tests.photos import PNG

Call = Callable[..., Result]


@pytest.fixture
def center_url(templates: Templates) -> str:
    return templates.center()


@pytest.fixture
def call(qapp: object, center_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Runs ``grid-console`` on a center of either database, in English."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    def run(*arguments: str | int, lang: str = "en", url: str = center_url) -> Result:
        given = ["--database", url, "--lang", lang, "--operator", "甲", "--workstation", "一号席"]
        return CliRunner().invoke(root, [*given, *map(str, arguments)])

    return run


def answer(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def report(call: Call, title: str = "乱丢垃圾", category: str = "litter") -> int:
    told = answer(
        call(
            *("incident", "report", title, "--category", category, "--address", "文宗路"),
            *("--place", 113.68, 22.93, "--reporter-name", "李四"),
            *("--reporter-phone", "13800001111", "--json"),
        )
    )
    number: int = told["incident"]
    return number


def test_an_incident_goes_its_way_by_the_command_line_alone(call: Call) -> None:
    number = report(call)
    steps = (
        ("incident", "verify", number, "--note", "属实"),
        ("dispatch", number),
        ("incident", "acknowledge", number),
        ("incident", "set-out", number),
        ("incident", "arrive", number),
        ("incident", "resolve", number, "--note", "已清理"),
        ("incident", "check", number, "--by", "乙", "--callback", "satisfied"),
        ("incident", "close", number, "--by", "乙", "--reason", "handled"),
    )
    kinds = [answer(call(*step, "--json"))["kind"] for step in steps]
    assert kinds == [
        *("verify", "dispatch", "acknowledge", "set_out", "arrive", "resolve", "check", "close"),
    ]
    shown = answer(call("incident", "show", number, "--json"))
    assert shown["state"] == "closed"
    assert [event["operator"] for event in shown["timeline"]] == ["甲"] * 9
    assert answer(call("incident", "list", "--json")) == []
    ended = answer(call("incident", "list", "--state", "closed", "--json"))
    assert [incident["incident"] for incident in ended] == [number]
    assert call("db", "check").stdout == "Nothing is wrong.\n"


def test_dispatch_names_the_best_and_says_why(call: Call) -> None:
    number = report(call)
    call("incident", "verify", number)
    told = answer(call("dispatch", number, "--json"))
    assert "holds_skill" in told["reasons"]
    member = next(
        m for m in answer(call("member", "list", "--json")) if m["number"] == told["member_number"]
    )
    assert member["load"] == 1
    assert any(b["skill"] == "urban" and b["level"] == "held" for b in member["badges"])


def test_dispatch_to_a_named_member_and_a_second_one_is_refused(call: Call) -> None:
    number = report(call)
    call("incident", "verify", number)
    free = answer(call("member", "list", "--skill", "urban", "--duty", "on_duty", "--json"))
    assert len(free) >= 2
    told = answer(call("dispatch", number, "--to", free[1]["number"], "--json"))
    assert told["member_number"] == free[1]["number"]
    second = call("dispatch", number, "--to", free[0]["number"])
    assert second.exit_code == 1
    assert free[1]["name"] in second.stderr
    assert "甲 (一号席)" in second.stderr


def test_times_are_told_in_the_centers_zone(call: Call, center_url: str) -> None:
    """Whatever this computer's zone is: in Shanghai it is eight hours later than in Greenwich."""
    number = report(call)
    call("incident", "verify", number)
    at = datetime.fromisoformat(answer(call("dispatch", number, "--json"))["at"])
    there = at.astimezone(timezone(timedelta(hours=8)))
    assert f"at {there:%H:%M}" in call("dispatch", number).stderr
    shown = call("incident", "show", number).stdout
    assert f"{there:%Y-%m-%d %H:%M:%S}" in shown.splitlines()[-1]


def test_an_incident_in_json_tells_who_was_on_it_and_when(call: Call) -> None:
    number = report(call)
    call("incident", "verify", number)
    sent = answer(call("dispatch", number, "--json"))
    call("incident", "acknowledge", number)
    [assignment] = answer(call("incident", "show", number, "--json"))["assignments"]
    assert assignment["member"] == sent["payload"]["member"]
    assert assignment["state"] == "acknowledged"
    assert assignment["dispatched_at"] == sent["at"]
    assert assignment["acknowledged_at"] >= sent["at"]
    assert assignment["ended_at"] is None


@pytest.mark.parametrize("number", [0, 2**63, 10**30])
def test_a_number_that_no_incident_can_have_is_no_crash(call: Call, number: int) -> None:
    for command in (("incident", "show"), ("incident", "check"), ("dispatch",)):
        result = call(*command, number)
        assert result.exit_code == 1, result.output
        assert "There is no incident" in result.stderr


def test_a_reader_that_stops_early_does_no_harm(tmp_path: Path, sqlite_center_url: str) -> None:
    """As ``| head -0`` would: the pipe is closed before the first line is written."""
    with subprocess.Popen(
        [
            *(sys.executable, "-m", "console.cli", "--database", sqlite_center_url),
            *("--lang", "en", "member", "list"),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "XDG_STATE_HOME": str(tmp_path)},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""


def test_other_deeds_are_there_too(call: Call) -> None:
    first, second, third = report(call), report(call), report(call)
    assert answer(call("incident", "merge", first, second, "--json"))["payload"]["into"] == second
    apart = answer(call("incident", "separate", first, "--note", "不是同一件", "--json"))
    assert apart["payload"]["to"] == "reported"
    assert call("incident", "separate", first).exit_code == 1
    call("incident", "merge", first, second)
    assert call("incident", "reopen", first, "--note", "不是同一件").exit_code == 0
    assert call("incident", "suspend", first, "--note", "待复工").exit_code == 1
    suspended = call("incident", "suspend", first, "--note", "待复工", "--consent", "李班长")
    assert "李班长 consents" in suspended.output
    assert call("incident", "resume", first).exit_code == 0
    assert call("incident", "escalate", first, "--note", "需镇里协调").exit_code == 0
    assert call("incident", "reject", third, "--note", "不属实").exit_code == 0
    assert call("incident", "comment", second, "已电话联系").exit_code == 0
    call("incident", "verify", second)
    call("dispatch", second)
    assert call("incident", "withdraw", second, "--note", "派错").exit_code == 0
    for _ in range(3):
        call("dispatch", second)
        assert call("incident", "return", second, "--note", "不属于本网格").exit_code == 0
    refused = call("dispatch", second)
    assert refused.exit_code == 1
    assert "the shift leader decides who goes" in refused.stderr
    assert "decided by the shift leader" in call("dispatch", second, "--note", "班长定").output
    call("incident", "return", second, "--note", "又退")
    states = {
        number: answer(call("incident", "show", number, "--json"))["state"]
        for number in (first, second, third)
    }
    assert states == {first: "escalated", second: "verified", third: "rejected"}


def test_a_reason_is_asked_for(call: Call) -> None:
    number = report(call)
    refused = call("incident", "reject", number)
    assert refused.exit_code == 1
    assert refused.stderr == "Something is missing: the reason. Fill it in.\n"
    assert answer(call("incident", "show", number, "--json"))["state"] == "reported"


def test_a_photo_is_attached_and_another_file_refused(call: Call, tmp_path: Path) -> None:
    number = report(call)
    photo, text = tmp_path / "现场.png", tmp_path / "photo.png"
    photo.write_bytes(PNG)
    text.write_text("no picture")
    assert call("incident", "attach", number, photo).exit_code == 0
    refused = call("incident", "attach", number, text)
    assert refused.exit_code == 1
    assert "not a photo" in refused.stderr
    folder = call("incident", "attach", number, tmp_path)
    assert (folder.exit_code, "no file with a photo" in folder.stderr) == (1, True)
    missing = call("incident", "attach", number, tmp_path / "gone.png")
    assert missing.exit_code == 1
    assert "gone.png" in missing.stderr
    (kept,) = answer(call("incident", "show", number, "--json"))["attachments"]
    assert (kept["name"], kept["media_type"], kept["size"]) == ("现场.png", "image/png", len(PNG))


def test_personal_data_is_masked_unless_asked_for(call: Call) -> None:
    number = report(call)
    masked = call("incident", "show", number)
    assert "李*" in masked.stdout
    assert "13800001111" not in masked.stdout
    assert "13800001111" not in call("incident", "show", number, "--json").stdout
    without = call("incident", "show", number, "--unmask")
    assert (without.exit_code, "13800001111" in without.stdout) == (1, False)
    assert "the reason" in without.stderr
    full = call("incident", "show", number, "--unmask", "--reason", "回访")
    assert "李四 13800001111" in full.stdout
    assert full.stdout.splitlines()[-1].endswith("looked at the contact: 回访")


def test_the_roster_goes_out_is_edited_and_comes_back(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    told = answer(call("export", "members", path, "--json"))
    assert told == {"kind": "members", "file": str(path), "rows": told["rows"]}
    assert path.read_text("utf-8-sig").count("\n") == told["rows"] + 1
    assert "手机" not in path.read_text("utf-8-sig")
    assert call("export", "members", path, "--unmask", "--overwrite").exit_code == 1
    assert "手机" not in path.read_text("utf-8-sig")
    again = call("export", "members", path, "--unmask", "--reason", "核对")
    assert (again.exit_code, again.stdout) == (1, "")
    assert "is there already" in again.stderr
    done = call("export", "members", path, "--unmask", "--overwrite", "--reason", "核对")
    assert done.stdout == f"{told['rows']} members are in {path}.\n"
    text = path.read_text("utf-8-sig")
    assert "手机" in text
    same = answer(call("import", "members", path, "--preview", "--json"))
    assert (same["added"], same["updated"], same["unchanged"]) == (0, 0, told["rows"])
    number, name = text.splitlines()[1].split(",")[:2]
    path.write_text(text.replace(f"{number},{name},", f"{number},新名,"), "utf-8-sig")
    before = call("member", "list").stdout
    (changed,) = [
        member
        for member in answer(call("import", "members", path, "--preview", "--json"))["members"]
        if member["status"] != "unchanged"
    ]
    assert changed["changes"] == [{"field": "name", "before": name, "after": "新名"}]
    assert call("member", "list").stdout == before
    assert answer(call("import", "members", path, "--json"))["updated"] == 1
    assert f"{number}  新名" in call("member", "list").stdout


def test_duty_is_changed(call: Call) -> None:
    on_duty = answer(call("member", "list", "--duty", "on_duty", "--json"))
    number = on_duty[0]["number"]
    assert call("member", "duty", number, "off").exit_code == 0
    off = answer(call("member", "list", "--duty", "off", "--json"))
    assert number in [member["number"] for member in off]
    unknown = call("member", "duty", "BT-999", "off")
    assert unknown.exit_code == 1
    assert "BT-999" in unknown.stderr


def test_weights_are_shown_tried_and_changed(call: Call) -> None:
    assert answer(call("weights", "show", "--json"))["running"] == 20.0
    tried = answer(call("weights", "preview", "running=0", "fairness=0", "--json"))
    assert tried == {"dispatches": 0, "changed": []}
    assert answer(call("weights", "show", "--json"))["running"] == 20.0
    assert call("weights", "set", "running", "12.5").exit_code == 0
    assert "running = 12.5" in call("weights", "show").stdout.splitlines()
    for wrong in (("preview", "running"), ("preview", "colour=1"), ("set", "running", "-1")):
        refused = call("weights", *wrong)
        assert refused.exit_code != 0
        assert "Traceback" not in refused.stderr


def test_a_skill_is_added_earned_and_taken_out_again(call: Call) -> None:
    added = call(
        *("skill", "add", "健", "健康网格员", "--name-en", "Health"),
        *("--color", "#f4c542", "--icon", "medicine", "--months", 24),
    )
    assert added.stdout == "甲 added the skill Health\n"
    listed = answer(call("skill", "list", "--json"))
    assert [skill["code"] for skill in listed][-1] == "health"
    assert listed[-1]["valid_months"] == 24
    assert call("skill", "list", lang="zh").stdout.splitlines()[-1] == "健  health  健康网格员"
    told = answer(call("member", "certify", "BT-001", "health", "--on", "2026-01-31", "--json"))[
        "payload"
    ]
    assert (told["certified_on"], told["valid_until"]) == ("2026-01-31", "2028-01-31")
    assert told["certified_by"] == "甲"
    trained = call("member", "train", "BT-002", "health", "BT-001")
    assert " into training for Health with " in trained.stdout
    refused = call("skill", "remove", "health")
    assert refused.exit_code == 1
    assert "categories that need it: 0, members with its badge: 2, courses: 0." in refused.stderr
    for number in ("BT-001", "BT-002"):
        answer(call("member", "revoke", number, "health", "录入错误", "--json"))
    assert call("skill", "remove", "health").stdout == "甲 removed the skill Health\n"
    assert len(answer(call("skill", "list", "--json"))) == 8
    assert call("db", "check").stdout == "Nothing is wrong.\n"


def test_nobody_to_send_is_said(call: Call) -> None:
    number = report(call)
    call("incident", "verify", number)
    for member in answer(call("member", "list", "--skill", "urban", "--json")):
        call("member", "duty", member["number"], "off")
    refused = call("dispatch", number)
    assert refused.exit_code == 1
    assert refused.stderr.startswith("Nobody on duty holds the skill")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("incident", "show", 999), "There is no incident 0999. Check the number.\n"),
        (("incident", "close", 999), "There is no incident 0999. Check the number.\n"),
        (
            ("incident", "report", "x", "--category", "nonsense"),
            "There is no category “nonsense”. Choose one from the list.\n",
        ),
        (
            ("incident", "report", "x", "--category", "litter", "--place", 200, 22),
            "“200.0 22.0” is not possible for the place. Correct it.\n",
        ),
    ],
)
def test_refusals_are_one_sentence(
    call: Call, arguments: tuple[str | int, ...], told: str
) -> None:
    result = call(*arguments)
    assert (result.exit_code, result.stderr) == (1, told)


def test_refusals_are_told_in_chinese(call: Call) -> None:
    result = call("incident", "show", 999, lang="zh")
    assert result.stderr == "没有事件 0999。请核对编号。\n"


def test_a_hostile_title_is_one_line(call: Call) -> None:
    number = report(call, title="<b>火</b>\n\u202eevil 🔥")
    listed = call("incident", "list").stdout.splitlines()
    assert len(listed) == 1
    assert "\u202e" not in listed[0]
    assert answer(call("incident", "show", number, "--json"))["title"].startswith("<b>火</b>\n")


def test_categories_and_people_are_listed_for_people(call: Call) -> None:
    assert "乱丢垃圾" in call("incident", "categories").stdout
    assert "BT-001" in call("member", "list").stdout
    assert any(c["code"] == "litter" for c in answer(call("incident", "categories", "--json")))
    nobody = call("member", "list", "--skill", "nonsense")
    assert (nobody.exit_code, nobody.stdout, nobody.stderr) == (0, "", "Nobody.\n")


def test_a_database_is_made_checked_and_described(
    call: Call, templates: Templates, tmp_path: Path
) -> None:
    url = templates.empty()
    assert "is empty" in call("incident", "list", url=url).stderr
    made = answer(call("db", "upgrade", "--json", url=url))
    assert made["before"] is None
    told = answer(call("db", "info", "--json", url=url))
    assert (told["incidents"], told["revision"]) == (0, made["after"])
    assert "revision" in call("db", "info", url=url).stdout
    assert call("db", "upgrade", url=url).exit_code == 0
    assert answer(call("db", "check", "--json", url=url)) == []


def test_the_demonstration_is_made_once(call: Call, sqlite_templates: Templates) -> None:
    url = sqlite_templates.empty()
    assert call("demo", url=url).stdout == "The demonstration center is ready.\n"
    assert len(answer(call("incident", "list", "--json", url=url))) > 20
    assert call("demo", url=url).exit_code == 1


def test_check_finds_an_edited_event(call: Call, sqlite_center_url: str) -> None:
    report(lambda *a, **k: call(*a, **k, url=sqlite_center_url))
    with sqlite3.connect(sqlite_center_url.removeprefix("sqlite:///")) as connection:
        triggers = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'event'"
        ).fetchall()
        for (name,) in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute("UPDATE event SET operator = 'x' WHERE kind = 'report'")
    connection.close()
    found = call("db", "check", url=sqlite_center_url)
    assert found.exit_code == 1
    assert "edited_event" in found.stdout
    told = call("db", "check", "--json", url=sqlite_center_url)
    assert json.loads(told.stdout)[0]["code"] == "edited_event"


def test_the_log_holds_the_failure_and_no_personal_data(call: Call, tmp_path: Path) -> None:
    report(call)
    call("incident", "show", 999)
    logs = list(tmp_path.rglob("terminal.log"))
    text = "".join(log.read_text("utf-8") for log in logs)
    assert "13800001111" not in text


def _process(*arguments: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "XDG_STATE_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    return subprocess.run(
        [sys.executable, "-m", "console.cli", *arguments],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
        cwd=Path(__file__).parents[2],
    )


def test_a_real_process_answers_and_keeps_a_log(tmp_path: Path, sqlite_center_url: str) -> None:
    base = ("--database", sqlite_center_url, "--lang", "en")
    made = _process(
        *base, "incident", "report", "火", "--category", "smoke", "--json", folder=tmp_path
    )
    assert json.loads(made.stdout)["incident"] == 1
    refused = _process(*base, "incident", "close", "1", folder=tmp_path)
    assert refused.returncode == 1
    assert "Traceback" not in refused.stderr
    (log,) = tmp_path.rglob("terminal.log")
    assert "illegal_move" in log.read_text("utf-8")


def test_help_needs_neither_window_nor_web_engine(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys\nimport console.cli\n"
            "print([m for m in sys.modules if m in ('PySide6.QtWidgets', 'folium', 'alembic',"
            " 'PySide6.QtWebEngineCore', 'openpyxl')])",
        ],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout == "[]\n"
