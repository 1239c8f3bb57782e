"""Channels and the outbox on the command line, against a real server on this computer."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from console.cli import root
from tests.conftest import Templates
from tests.loopback import service

Call = Callable[..., Result]


@pytest.fixture
def call(
    qapp: object, templates: Templates, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Call:
    """Runs ``grid-console`` on a center of either database, in English."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    url = templates.center()

    def run(*arguments: str | int) -> Result:
        given = ["--database", url, "--lang", "en", "--operator", "甲", "--workstation", "一号席"]
        return CliRunner().invoke(root, [*given, *map(str, arguments)])

    return run


def dispatched(call: Call) -> int:
    report = call("incident", "report", "乱丢垃圾", "--category", "litter", "--json")
    number: int = json.loads(report.stdout)["incident"]
    call("incident", "verify", number)
    assert call("dispatch", number).exit_code == 0
    return number


def test_a_channel_is_added_tried_used_and_removed(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRID_CONSOLE_SECRET_HOOK", "9f8e7d6c5b4a3f2e")
    with service() as web:
        address = f"json://127.0.0.1:{web.port}/{{secret:HOOK}}"
        added = call("channels", "add", "hook", "值班群", address)
        assert added.stdout == "甲 added the channel 值班群\n", added.output
        shown = call("channels", "show")
        assert shown.stdout.split("\n")[:2] == [f"* hook  值班群  {address}", "    ✓ HOOK"]
        assert call("channels", "test", "hook").stdout == (
            "The channel hook has taken the message.\n"
        )
        assert web.got[0]["title"] == "通道测试，无需处理"
        number = dispatched(call)
        run = call("outbox", "run", "--once")
        assert run.stdout == "sent: 1, put off: 0, failed: 0\n"
        (message,) = json.loads(call("outbox", "show", "--json").stdout)
        assert (message["state"], message["incident"]) == ("sent", number)
        assert web.keys[1] == message["key"]
        assert "sent" in call("outbox", "show", "--state", "sent").stdout
    assert "9f8e7d" not in shown.output + added.output + str(message)
    assert call("channels", "remove", "hook").exit_code == 0
    assert call("channels", "show").stdout == ""


def test_a_secret_in_the_clear_is_refused_without_saying_it(call: Call) -> None:
    told = call("channels", "add", "robot", "群", "wecombot://a1b2c3d4-e5f6-7890-abcd-ef")
    assert told.exit_code == 1
    assert "looks like a password" in told.stderr
    assert "a1b2" not in told.output


def test_an_address_that_nobody_understands_is_refused(call: Call) -> None:
    assert "not possible for the address" in call("channels", "add", "x", "x", "what://x").stderr


def test_what_failed_is_shown_with_its_reason_and_sent_again(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    with service() as web:
        address = f"json://127.0.0.1:{web.port}/{{to}}"
        call("channels", "add", "sms", "短信", address)
        monkeypatch.setattr("console.live.outbox.pause_after", lambda tries: None)
        web.answers = [(500, {})]
        number = dispatched(call)
        assert call("outbox", "run", "--once").exit_code == 1
        assert "error=500" in call("outbox", "show", "--state", "failed").stdout
        web.answers = [(200, {})]
        assert "told again" in call("outbox", "retry", number).stdout
        assert call("outbox", "run", "--once").stdout.startswith("sent: 1")
        assert call("outbox", "retry", number).exit_code == 1


def test_a_member_gets_an_address_of_their_own(call: Call) -> None:
    call("channels", "add", "sms", "短信", "json://127.0.0.1:9/{to}", "--not-default")
    number = json.loads(call("member", "list", "--json").stdout)[0]["number"]
    assert "changed how" in call("channels", "reach", number, "sms", "+86138").stdout
    assert f"{number} → sms +86138" in call("channels", "show").stdout
    assert call("channels", "reach", "none", "sms").exit_code == 1


def test_a_computer_without_a_keyring_is_told_where_else(call: Call) -> None:
    told = call("channels", "secret", "HOOK", "--value", "x")
    assert told.exit_code == 1
    assert "GRID_CONSOLE_SECRET_HOOK" in told.stderr
    assert call("channels", "secret", "small", "--value", "x").exit_code == 1


def test_trying_a_channel_that_does_not_answer_says_so(call: Call) -> None:
    with service() as gone:
        pass
    call("channels", "add", "hook", "群", f"json://127.0.0.1:{gone.port}")
    told = call("channels", "test", "hook")
    assert told.exit_code == 1
    assert "did not take the message" in told.stderr
    assert call("channels", "test", "other").exit_code == 1
