"""Ctrl+Z takes one's own last deed back, asks where somebody hears of it, or says why not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain.channels import Channel
from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import AddChannel, Comment, Step, Verify
from console.domain.people import Duty
from console.wiring import Console
from tests.clock import Clock
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, deeds, only_incident, press, said, settle, shown_as, until
from tests.views.reports import litter
from tests.views.seats import one_reported

RETURN, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def take_back(qtbot: QtBot, console: Console) -> None:
    """Press Ctrl+Z once all that was asked for before is done."""
    settle(qtbot, console)
    press(console.window, Qt.Key.Key_Z, CTRL)
    settle(qtbot, console)


def test_deeds_are_taken_back_one_after_the_other(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere, clock: Clock
) -> None:
    console = one_reported(qtbot, open_console, center_url, elsewhere)
    before = only_incident(console)
    clock.advance(60)
    press(console.window, RETURN)
    verified = shown_as(qtbot, console, State.VERIFIED)
    clock.advance(60)
    press(console.window, "c")
    press(console.window, "wrong one")
    press(console.window, RETURN)
    until(qtbot, lambda: deeds(console, Deed.COMMENT))
    settle(qtbot, console)
    press(console.window, "e")
    press(console.window, "needs the town")
    press(console.window, RETURN)
    shown_as(qtbot, console, State.ESCALATED)
    assert "Escalate" in console.taking_back.text()
    take_back(qtbot, console)
    again = shown_as(qtbot, console, State.VERIFIED)
    assert (again.due_at, again.stage_from) == (verified.due_at, verified.stage_from)
    (told,) = said(console)
    assert "Escalate" in told
    assert again.number in told
    assert "Note" in console.taking_back.text()
    take_back(qtbot, console)
    (struck,) = deeds(console, Deed.CORRECT_NOTE)
    assert struck.payload["before"] == "wrong one"
    take_back(qtbot, console)
    back = shown_as(qtbot, console, State.REPORTED)
    assert (back.due_at, back.warn_at) == (before.due_at, before.warn_at)
    assert console.taking_back.isHidden()
    take_back(qtbot, console)
    assert said(console) == ["There is nothing to take back."]


def test_what_was_closed_by_mistake_is_open_again_on_its_old_clock(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    console = open_console(sqlite_center_url)
    press(console.window, Qt.Key.Key_Down)
    shown_as(qtbot, console, State.REPORTED)
    press(console.window, "r")
    press(console.window, "not true")
    press(console.window, RETURN)
    until(qtbot, lambda: not console.hub.picture.incidents)
    # Another console of the same operator knows of it, too: the feed tells, not the hands.
    console.stop()
    second = open_console(sqlite_center_url)
    until(qtbot, second.taking_back.isVisible)
    take_back(qtbot, second)
    assert only_incident(second).id == number
    assert only_incident(second).state is State.REPORTED


def test_somebody_who_was_told_is_called_off_only_after_a_question(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    elsewhere(sqlite_center_url, AddChannel(Channel("hook", "值班群", "json://127.0.0.1:9/")))
    number = elsewhere(sqlite_center_url, litter()).subject.id
    elsewhere(sqlite_center_url, Verify(number))
    console = open_console(sqlite_center_url)
    press(console.window, Qt.Key.Key_Down)
    shown_as(qtbot, console, State.VERIFIED)
    press(console.window, RETURN)
    sent = shown_as(qtbot, console, State.DISPATCHED).assignee
    assert sent is not None
    name = console.hub.picture.members[sent].name
    for key in (ESCAPE, RETURN):
        take_back(qtbot, console)
        asked = console.taking_back
        assert asked.hasFocus()
        assert name in asked.text()
        assert "Enter" in asked.text()
        assert only_incident(console).state is State.DISPATCHED
        press(console.window, key)
        assert QApplication.focusWidget() is console.queue.table
    shown_as(qtbot, console, State.VERIFIED)
    assert len(deeds(console, Deed.WITHDRAW)) == 1


def test_going_elsewhere_confirms_nothing(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    elsewhere(sqlite_center_url, AddChannel(Channel("hook", "值班群", "json://127.0.0.1:9/")))
    number = elsewhere(sqlite_center_url, litter()).subject.id
    elsewhere(sqlite_center_url, Verify(number))
    console = open_console(sqlite_center_url)
    press(console.window, Qt.Key.Key_Down)
    shown_as(qtbot, console, State.VERIFIED)
    press(console.window, RETURN)
    shown_as(qtbot, console, State.DISPATCHED)
    take_back(qtbot, console)
    console.queue.focus_filter()
    assert not console.taking_back.text().startswith("Take back:")
    console.queue.focus_rows()
    settle(qtbot, console)
    assert only_incident(console).state is State.DISPATCHED


def test_who_has_gone_on_from_it_is_named_and_the_deed_before_comes_next(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    console = one_reported(qtbot, open_console, center_url, elsewhere)
    number = only_incident(console).id
    press(console.window, "c")
    press(console.window, "first")
    press(console.window, RETURN)
    until(qtbot, lambda: deeds(console, Deed.COMMENT))
    settle(qtbot, console)
    press(console.window, RETURN)
    shown_as(qtbot, console, State.VERIFIED)
    elsewhere(center_url, Step(Deed.REJECT, number, note="不属实"))
    until(qtbot, lambda: not console.hub.picture.incidents)
    assert console.taking_back.isHidden()
    take_back(qtbot, console)
    (told,) = said(console)
    assert "丙 (三号席)" in told
    assert "Reject" in told
    assert "Note" in console.taking_back.text()
    take_back(qtbot, console)
    assert deeds(console, Deed.CORRECT_NOTE)


def test_what_stays_says_why(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    console.desk.do(litter())
    until(qtbot, lambda: console.hub.picture.incidents)
    take_back(qtbot, console)
    (told,) = said(console)
    assert "A report stays" in told
    assert only_incident(console).state is State.REPORTED


def test_several_at_once_are_taken_back_one_by_one_and_told_one_by_one(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    numbers = [elsewhere(sqlite_center_url, litter(f"第{n}件")).subject.id for n in "一二三"]
    console = open_console(sqlite_center_url)
    press(console.window, Qt.Key.Key_Down)
    press(console.window, Qt.Key.Key_A, CTRL)
    until(qtbot, lambda: console.bulk.several)
    press(console.window, RETURN)
    press(console.window, RETURN)
    incidents = console.hub.picture.incidents
    until(qtbot, lambda: {one.state for one in incidents.values()} == {State.VERIFIED})
    settle(qtbot, console)
    assert "(3 incidents)" in console.taking_back.text()
    # One of them is gone on from: it stays, and the others are taken back.
    elsewhere(sqlite_center_url, Step(Deed.ESCALATE, numbers[1], note="镇里处理"))
    until(qtbot, lambda: incidents[numbers[1]].state is State.ESCALATED)
    console.watcher.stop()
    elsewhere(sqlite_center_url, Step(Deed.ESCALATE, numbers[2], note="镇里处理"))
    press(console.window, Qt.Key.Key_Z, CTRL)

    def told() -> list[str]:
        return [line for one in said(console) for line in one.splitlines()]

    until(qtbot, lambda: len(told()) == 3)
    assert told()[1].startswith(f"{numbers[2]:04d} ✗")
    assert "丙 (三号席)" in told()[1]
    assert told()[2] == f"{numbers[0]:04d} ✓"


def test_a_members_duty_is_taken_back_from_the_roster(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = open_console(sqlite_center_url)
    console.window.show_page("roster")
    console.roster.focus_rows()
    press(console.window, Qt.Key.Key_Down)
    settle(qtbot, console)
    press(console.window, "p")
    until(qtbot, lambda: deeds(console, Deed.CHANGE_DUTY))
    member = deeds(console, Deed.CHANGE_DUTY)[0].subject.id
    until(qtbot, lambda: console.hub.picture.members[member].duty is Duty.BREAK)
    take_back(qtbot, console)
    until(qtbot, lambda: console.hub.picture.members[member].duty is Duty.ON_DUTY)
    assert console.hub.picture.members[member].name in said(console)[0]


def test_it_is_said_in_the_language_that_holds(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    number = console.desk.do(litter())
    assert number is not None
    until(qtbot, lambda: console.hub.picture.incidents)
    console.desk.do(Comment(only_incident(console).id, "两袋"))
    until(qtbot, console.taking_back.isVisible)
    console.language.use("zh")
    until(qtbot, lambda: "撤销" in console.taking_back.text())
