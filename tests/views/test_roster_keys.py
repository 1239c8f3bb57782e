"""Duty by keys: only of the member seen to be selected, once, and never against the rules."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.domain.lifecycle import Deed
from console.domain.orders import ChangeDuty, Dispatch, Step, Verify
from console.domain.people import Duty, Member
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, click, deeds, press, said, settle, until, write
from tests.views.reports import litter


def open_roster(console: Console) -> None:
    press(console.window, Qt.Key.Key_2, CTRL)
    console.roster.focus_rows()


def somebody(console: Console, duty: Duty) -> Member:
    return next(m for m in console.hub.picture.members.values() if m.duty is duty)


def shown(console: Console) -> list[int]:
    model = console.roster.model
    members = [model.member(row) for row in range(model.rowCount())]
    return [member.id for member in members if member is not None]


def test_each_member_is_shown_once_whatever_happens(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    console = open_console(center_url)
    everybody = sorted(console.hub.picture.members)
    assert sorted(shown(console)) == everybody
    for member in list(console.hub.picture.members.values())[:5]:
        elsewhere(center_url, ChangeDuty(member.id, Duty.BREAK))
        elsewhere(center_url, ChangeDuty(member.id, Duty.ON_DUTY))
    settle(qtbot, console)
    assert sorted(shown(console)) == everybody


def test_the_selection_stays_on_its_member_while_the_order_changes(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = open_console(sqlite_center_url)
    open_roster(console)
    console.roster.table.sortByColumn(4, Qt.SortOrder.AscendingOrder)
    member = somebody(console, Duty.ON_DUTY)
    console.roster.select(member.id)
    for other in list(console.hub.picture.members.values()):
        if other.duty is Duty.ON_DUTY and other.id != member.id:
            elsewhere(sqlite_center_url, ChangeDuty(other.id, Duty.OFF))
    settle(qtbot, console)
    row = console.roster.table.currentIndex().row()
    at = console.roster.model.member(row)
    assert at is not None
    assert at.id == member.id
    press(console.window, "p")
    until(qtbot, lambda: console.hub.picture.members[member.id].duty is Duty.BREAK)


def test_a_member_whom_the_filter_hides_is_not_changed(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    open_roster(console)
    roster = console.roster
    roster.filters.duty.setCurrentIndex(roster.filters.duty.findData(Duty.ON_DUTY))
    member = somebody(console, Duty.ON_DUTY)
    roster.select(member.id)
    press(console.window, "f")
    until(qtbot, lambda: member.id not in shown(console))
    # The row is gone; a key must not reach who cannot be seen.
    for button in map(roster.duties.button, (Duty.ON_DUTY, Duty.BREAK, Duty.OFF)):
        click(button)
    roster.table.setFocus()
    if not roster.table.currentIndex().isValid():
        press(console.window, "p")
    settle(qtbot, console)
    assert console.hub.picture.members[member.id].duty is Duty.OFF


def test_a_key_pressed_twice_changes_duty_once(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    open_roster(console)
    member = somebody(console, Duty.ON_DUTY)
    console.roster.select(member.id)
    press(console.window, "f")
    press(console.window, "f")
    until(qtbot, lambda: console.hub.picture.members[member.id].duty is Duty.OFF)
    settle(qtbot, console)
    assert len(deeds(console, Deed.CHANGE_DUTY)) == 1
    assert not said(console)


def test_who_is_at_a_scene_is_not_sent_home_by_a_key(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    elsewhere(sqlite_center_url, Verify(number))
    console = open_console(sqlite_center_url)
    best = console.hub.picture.propose(number, console.roster.model.today).candidates[0].member
    elsewhere(sqlite_center_url, Dispatch(number, best.id))
    for deed in (Deed.ACKNOWLEDGE, Deed.SET_OUT, Deed.ARRIVE):
        elsewhere(sqlite_center_url, Step(deed, number))
    until(qtbot, lambda: console.hub.picture.members[best.id].duty is Duty.ON_SCENE)
    open_roster(console)
    console.roster.select(best.id)
    press(console.window, "f")
    until(qtbot, lambda: said(console))
    assert best.name in said(console)[0]
    assert "at the scene" in said(console)[0]
    assert console.hub.picture.members[best.id].duty is Duty.ON_SCENE


def test_two_seats_change_the_same_duty_and_the_second_is_told_who_was_first(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    console = open_console(center_url)
    open_roster(console)
    member = somebody(console, Duty.ON_DUTY)
    console.roster.select(member.id)
    console.watcher.stop()
    elsewhere(center_url, ChangeDuty(member.id, Duty.BREAK))
    press(console.window, "f")
    until(qtbot, lambda: said(console))
    assert "丙 (三号席)" in said(console)[0]
    assert member.name in said(console)[0]


def test_letters_in_the_filter_are_letters_and_enter_leads_to_the_rows(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    open_roster(console)
    press(console.window, Qt.Key.Key_F, CTRL)
    assert console.roster.filters.text.hasFocus()
    press(console.window, "dpf")
    assert console.roster.filters.text.text() == "dpf"
    assert shown(console) == []
    console.roster.filters.text.clear()
    member = somebody(console, Duty.ON_DUTY)
    write(console.window, member.name)
    assert shown(console) == [member.id]
    press(console.window, Qt.Key.Key_Return)
    assert console.roster.table.hasFocus()
    assert console.roster.current == member
    assert not deeds(console, Deed.CHANGE_DUTY)
