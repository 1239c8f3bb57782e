"""Deeds by keys and clicks: reasons, being overtaken, choosing, taking back, the contact."""

from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from console.db import local
from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import ChangeDuty, Dispatch, Step, Verify
from console.domain.people import Duty
from console.domain.place import distance_m
from console.widgets.queue_row import QueueRole
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import (
    CTRL,
    click,
    deeds,
    only_incident,
    press,
    said,
    settle,
    shown_as,
    sit_at,
    until,
    write,
)
from tests.views.reports import litter

pytestmark = pytest.mark.both_databases


def _stands_at(console: Console, state: State) -> bool:
    return only_incident(console).state is state


def _says(console: Console, told: str) -> bool:
    return any(told in sentence for sentence in said(console))


def test_a_reason_is_asked_for_and_stands_in_the_timeline(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(center_url, litter()).subject.id
    console = open_console(center_url)
    sit_at(qtbot, console)
    console.queue.select(number)
    shown_as(qtbot, console, State.REPORTED)
    console.queue.focus_rows()
    press(console.window, "e")
    bar = console.incident.deeds.bar
    assert bar.isVisible()
    assert not bar.confirm.isEnabled()
    write(console.window, "需镇里协调")
    press(console.window, Qt.Key.Key_Return)
    shown_as(qtbot, console, State.ESCALATED)
    until(qtbot, lambda: any("需镇里协调" in t for t in console.incident.timeline.texts))
    assert bar.isHidden()


def test_escape_puts_the_reason_away_and_keeps_it(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    console = open_console(sqlite_center_url)
    sit_at(qtbot, console)
    console.queue.select(number)
    shown_as(qtbot, console, State.REPORTED)
    console.queue.focus_rows()
    press(console.window, "r")
    press(console.window, "not ours")
    press(console.window, Qt.Key.Key_Escape)
    assert console.incident.deeds.bar.isHidden()
    assert only_incident(console).state is State.REPORTED
    console.incident.doing.request(Deed.REJECT)
    assert console.incident.deeds.bar.line.text() == "not ours"
    console.incident.doing.request(Deed.ESCALATE)
    assert console.incident.deeds.bar.line.text() == ""


def test_who_was_overtaken_is_told_and_loses_no_word(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(center_url, litter()).subject.id
    console = open_console(center_url)
    console.queue.select(number)
    incident = shown_as(qtbot, console, State.REPORTED)
    console.incident.doing.request(Deed.REJECT)
    console.incident.deeds.bar.line.setText("不属实")
    # Another seat is faster; this screen has not heard of it when Enter is pressed.
    console.watcher.stop()
    elsewhere(center_url, Verify(number, incident.version))
    with qtbot.waitSignal(console.desk.deed_failed):
        console.incident.deeds.bar.line.returnPressed.emit()
    until(qtbot, lambda: said(console))
    (told,) = said(console)
    assert "丙 (三号席)" in told
    assert "10:00" in told, "the center's own time"
    assert console.incident.deeds.bar.line.text() == "不属实"
    assert console.incident.deeds.bar.isVisible()


def test_two_seats_send_somebody_at_once_and_one_is_told_who(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(center_url, litter()).subject.id
    elsewhere(center_url, Verify(number))
    first = open_console(center_url, "甲", "一号席")
    second = open_console(center_url, "乙", "二号席")
    for console in (first, second):
        console.queue.select(number)
        shown_as(qtbot, console, State.VERIFIED)
    second.incident.candidates.choose(1)
    first.incident.doing.do_primary()
    second.incident.doing.do_primary()
    for console in (first, second):
        until(qtbot, partial(_stands_at, console, State.DISPATCHED))
        settle(qtbot, console)
    assert len(deeds(first, Deed.DISPATCH)) == 1
    until(qtbot, lambda: len(said(first) + said(second)) == 1)
    (told,) = said(first) + said(second)
    winner = deeds(first, Deed.DISPATCH)[0]
    sent = first.hub.picture.members[only_incident(first).assignee or 0]
    assert winner.operator in told
    assert sent.name in told
    assert sum(member.load for member in first.hub.picture.members.values()) == 1


def test_numbers_choose_and_enter_sends_the_chosen_once(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    elsewhere(sqlite_center_url, Verify(number))
    console = open_console(sqlite_center_url)
    sit_at(qtbot, console)
    console.queue.select(number)
    shown_as(qtbot, console, State.VERIFIED)
    console.queue.focus_rows()
    press(console.window, "5")
    card = console.incident.candidates.cards[4]
    assert card.isVisible()
    name = card.name.text().split()[-1]
    assert name in console.incident.deeds.primary.text()
    press(console.window, Qt.Key.Key_Return)
    press(console.window, Qt.Key.Key_Return)
    shown_as(qtbot, console, State.DISPATCHED)
    settle(qtbot, console)
    assert len(deeds(console, Deed.DISPATCH)) == 1
    assert console.hub.picture.members[only_incident(console).assignee or 0].name == name
    assert only_incident(console).state is State.DISPATCHED


def test_a_fresh_dispatch_is_taken_back_by_one_key(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    elsewhere(sqlite_center_url, Verify(number))
    console = open_console(sqlite_center_url)
    sit_at(qtbot, console)
    console.queue.select(number)
    shown_as(qtbot, console, State.VERIFIED)
    console.queue.focus_rows()
    assert console.strip.undo.isHidden()
    press(console.window, Qt.Key.Key_Return)
    shown_as(qtbot, console, State.DISPATCHED)
    until(qtbot, console.strip.undo.isVisible)
    press(console.window, Qt.Key.Key_Z, CTRL)
    shown_as(qtbot, console, State.VERIFIED)
    assert deeds(console, Deed.WITHDRAW)[0].payload["note"]
    assert all(member.load == 0 for member in console.hub.picture.members.values())


def test_merging_needs_the_number_of_another_open_incident(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    other = elsewhere(sqlite_center_url, litter("另一处")).subject.id
    gone = elsewhere(sqlite_center_url, litter("不属实的")).subject.id
    elsewhere(sqlite_center_url, Step(Deed.REJECT, gone, note="不属实"))
    console = open_console(sqlite_center_url)
    sit_at(qtbot, console)
    console.queue.select(number)
    until(qtbot, console.incident.deeds.primary.isVisible)
    for text, told in (
        ("abc", "not an incident's number"),
        (str(number), "cannot be merged into itself"),
        (str(gone), "has ended"),
        ("999", "There is no incident 0999"),
    ):
        console.queue.focus_rows()
        press(console.window, "m")
        console.incident.deeds.bar.line.clear()
        press(console.window, text)
        press(console.window, Qt.Key.Key_Return)
        until(qtbot, partial(_says, console, told))
    console.incident.deeds.bar.line.clear()
    press(console.window, f"{other:04d}")
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: set(console.hub.picture.incidents) == {other})


def test_the_contact_is_masked_until_a_reason_is_written(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    order = litter(reporter_name="李四", reporter_phone="13800001111")
    number = elsewhere(sqlite_center_url, order).subject.id
    console = open_console(sqlite_center_url)
    console.queue.select(number)
    contact = console.incident.contact
    until(qtbot, lambda: contact.text.text() == "李*  138******11")
    click(contact.show_button)
    bar = console.incident.deeds.bar
    assert bar.isVisible()
    bar.line.setText("回访")
    click(bar.confirm)
    until(qtbot, lambda: contact.text.text() == "李四  13800001111")
    until(qtbot, lambda: deeds(console, Deed.LOOK))
    assert deeds(console, Deed.LOOK)[0].payload["note"] == "回访"
    second = elsewhere(sqlite_center_url, litter("第二件", reporter_name="王五")).subject.id
    until(qtbot, lambda: second in console.hub.picture.incidents)
    console.queue.select(second)
    until(qtbot, lambda: contact.text.text().startswith("王"))
    assert "五" not in contact.text.text()
    console.queue.select(number)
    until(qtbot, lambda: contact.text.text() == "李*  138******11")


def test_nobody_to_send_is_said_and_enter_sends_nobody(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    elsewhere(sqlite_center_url, Verify(number))
    console = open_console(sqlite_center_url)
    console.queue.select(number)
    shown_as(qtbot, console, State.VERIFIED)
    for member in list(console.hub.picture.members.values()):
        if member.duty is not Duty.OFF:
            elsewhere(sqlite_center_url, ChangeDuty(member.id, Duty.OFF))
    until(qtbot, lambda: all(m.duty is Duty.OFF for m in console.hub.picture.members.values()))
    until(qtbot, console.incident.candidates.next_best.isVisible)
    assert not console.incident.deeds.primary.isEnabled()
    console.incident.doing.do_primary()
    settle(qtbot, console)
    assert not deeds(console, Deed.DISPATCH)


def test_the_next_camera_is_opened_by_a_key_and_kept_with_the_verification(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    console = open_console(sqlite_center_url)
    sit_at(qtbot, console)
    console.queue.select(number)
    shown_as(qtbot, console, State.REPORTED)
    console.queue.focus_rows()
    seen = []
    for _ in range(3):
        press(console.window, "v")
        seen.append(console.incident.verification.camera)
    assert len(set(seen)) == 3
    console.incident.verification.open_camera(seen[0] or 0)
    press(console.window, Qt.Key.Key_Return)
    shown_as(qtbot, console, State.VERIFIED)
    assert deeds(console, Deed.VERIFY)[0].payload["camera"] == seen[0]


def test_any_camera_on_the_map_can_be_looked_through(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    console = open_console(sqlite_center_url)
    console.queue.select(number)
    shown_as(qtbot, console, State.REPORTED)
    verification = console.incident.verification
    here = console.hub.picture.incidents[number].place
    assert here is not None
    cameras = console.hub.picture.cameras.values()
    farthest = max(cameras, key=lambda camera: distance_m(here, camera.place))
    verification.open_camera(farthest.id)
    assert verification.camera == farthest.id
    assert farthest.name in verification.name.text()
    press(console.window, Qt.Key.Key_Return)
    shown_as(qtbot, console, State.VERIFIED)
    assert deeds(console, Deed.VERIFY)[0].payload["camera"] == farthest.id


def test_what_others_do_shows_in_the_open_incident(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(center_url, litter()).subject.id
    elsewhere(center_url, Verify(number))
    console = open_console(center_url)
    console.queue.select(number)
    shown_as(qtbot, console, State.VERIFIED)
    member = console.hub.picture.propose(number, console.roster.model.today).candidates[0].member
    elsewhere(center_url, Dispatch(number, member.id))
    shown_as(qtbot, console, State.DISPATCHED)
    until(qtbot, lambda: any(member.name in text for text in console.incident.timeline.texts))
    assert member.name in console.incident.deeds.primary.text()
    press(console.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    roster = console.roster.model
    row = roster.row_of(member.id)
    assert row is not None
    until(qtbot, lambda: (roster.member(row) or member).load == 1)


def test_a_deed_that_takes_a_while_shows_as_in_flight(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    console = open_console(sqlite_center_url)
    console.queue.select(number)
    shown_as(qtbot, console, State.REPORTED)
    row = console.queue.model.index(0, 0)
    primary = console.incident.deeds.primary
    with closing(local.connect(Path(sqlite_center_url.removeprefix("sqlite:///")))) as other:
        other.execute("BEGIN IMMEDIATE")
        press(console.window, Qt.Key.Key_Return)
        until(qtbot, lambda: row.data(QueueRole.BUSY))
        until(qtbot, lambda: not primary.isEnabled())
        other.execute("ROLLBACK")
    shown_as(qtbot, console, State.VERIFIED)
    until(qtbot, lambda: not row.data(QueueRole.BUSY))
    until(qtbot, primary.isEnabled)


def test_the_order_can_be_copied_as_a_short_text(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    report = litter("<b>消防</b>\n通道", reporter_name="刘女士", reporter_phone="13800001111")
    number = elsewhere(sqlite_center_url, report).subject.id
    elsewhere(sqlite_center_url, Verify(number))
    console = open_console(sqlite_center_url)
    console.queue.select(number)
    shown_as(qtbot, console, State.VERIFIED)
    press(console.window, Qt.Key.Key_Return)
    sent = shown_as(qtbot, console, State.DISPATCHED).assignee
    press(console.window, "l")
    text = QGuiApplication.clipboard().text()
    member = console.hub.picture.members[sent or 0]
    assert text.splitlines()[0] == f"{number:04d} <b>消防</b> 通道"
    assert f"Who: {member.name} {member.number}" in text.splitlines()
    assert "Where: 文宗路" in text
    assert "刘女士" not in text
    assert "13800001111" not in text
    assert "0001" in said(console)[0]
