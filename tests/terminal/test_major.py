"""Major incidents and taking back from the command line."""

from tests.terminal.test_cli import Call, answer, call, center_url, report

__all__ = ["call", "center_url"]


def test_a_major_incident_is_led_and_a_deed_is_taken_back(call: Call) -> None:
    major, part = report(call), report(call, "三栋乱丢垃圾")
    answer(call("incident", "declare-major", major, "多人同时上报", "--json"))
    joined = answer(call("incident", "join-major", part, major, "--json"))
    shown = answer(call("incident", "show", part, "--json"))
    assert (shown["part_of"], shown["leads"]) == (major, False)
    assert answer(call("incident", "show", major, "--json"))["leads"]
    refused = call("incident", "declare-major", part, "原因")
    assert refused.exit_code == 1
    assert "is a part of" in refused.output
    back = answer(call("incident", "take-back", joined["event"], "--json"))
    assert back["kind"] == "leave_major"
    answer(call("incident", "join-major", part, major, "--json"))
    answer(call("incident", "leave-major", part, "--json"))
    verified = answer(call("incident", "verify", part, "--json"))
    taken = answer(call("incident", "take-back", verified["event"], "--json"))
    assert taken["kind"] == "take_back"
    assert answer(call("incident", "show", part, "--json"))["state"] == "reported"
    again = call("incident", "take-back", verified["event"])
    assert again.exit_code == 1
    assert "already taken back" in again.output
    assert call("incident", "take-back", 99_999).exit_code == 1
    answer(call("incident", "stand-down", major, "已恢复", "--json"))
