"""One proposal for all that wait: all of it, or some, by keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import ChangeDuty, Dispatch, Verify
from console.domain.people import AVAILABLE, Duty
from console.views.propose_all import ProposeAll
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import deeds, press, said, settle, until
from tests.views.reports import litter


def three_waiting(url: str, elsewhere: Elsewhere) -> list[int]:
    numbers = [elsewhere(url, litter(f"第 {n} 件")).subject.id for n in (1, 2, 3)]
    for number in numbers:
        elsewhere(url, Verify(number))
    return numbers


def opened(qtbot: QtBot, console: Console) -> ProposeAll:
    press(console.window, "p")
    until(qtbot, lambda: isinstance(QApplication.activeModalWidget(), ProposeAll))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ProposeAll)
    return dialog


def key(dialog: ProposeAll, pressed: Qt.Key) -> None:
    """Press a key in the table: no window manager hands the keyboard over to the dialog here."""
    assert dialog.focusWidget() is dialog.table
    QTest.keyClick(dialog.table, pressed)


def test_enter_sends_somebody_to_each(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    numbers = three_waiting(center_url, elsewhere)
    console = open_console(center_url)
    dialog = opened(qtbot, console)
    assert dialog.table.rowCount() == 3
    planned = {pair.incident.id: pair.member.id for pair in dialog.pairs()}
    key(dialog, Qt.Key.Key_Return)
    incidents = console.hub.picture.incidents
    until(qtbot, lambda: all(incidents[n].state is State.DISPATCHED for n in numbers))
    assert {n: incidents[n].assignee for n in numbers} == planned
    assert len(set(planned.values())) == 3


def test_what_is_not_ticked_is_not_sent(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    first, second, third = three_waiting(sqlite_center_url, elsewhere)
    console = open_console(sqlite_center_url)
    dialog = opened(qtbot, console)
    dialog.table.setCurrentCell(1, 0)
    key(dialog, Qt.Key.Key_Space)
    assert [pair.incident.id for pair in dialog.pairs()] == [first, third]
    assert "2" in dialog.send.text()
    key(dialog, Qt.Key.Key_Return)
    incidents = console.hub.picture.incidents
    until(qtbot, lambda: incidents[third].state is State.DISPATCHED)
    settle(qtbot, console)
    assert incidents[first].state is State.DISPATCHED
    assert incidents[second].state is State.VERIFIED


def test_escape_sends_nobody(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    three_waiting(sqlite_center_url, elsewhere)
    console = open_console(sqlite_center_url)
    key(opened(qtbot, console), Qt.Key.Key_Escape)
    settle(qtbot, console)
    assert not deeds(console, Deed.DISPATCH)


def test_what_another_seat_was_faster_with_is_refused_and_the_rest_is_sent(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    first, second, third = three_waiting(sqlite_center_url, elsewhere)
    console = open_console(sqlite_center_url)
    dialog = opened(qtbot, console)
    other = next(
        member.id
        for member in console.hub.picture.members.values()
        if member.duty is Duty.ON_DUTY
        and member.id not in {pair.member.id for pair in dialog.pairs()}
        and member.holds("urban", console.roster.model.today)
    )
    elsewhere(sqlite_center_url, Dispatch(second, other))
    key(dialog, Qt.Key.Key_Return)
    incidents = console.hub.picture.incidents
    until(qtbot, lambda: incidents[third].state is State.DISPATCHED)
    until(qtbot, lambda: said(console))
    assert incidents[first].state is State.DISPATCHED
    assert incidents[second].assignee == other


def test_it_says_for_whom_nobody_is_left(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    three_waiting(sqlite_center_url, elsewhere)
    console = open_console(sqlite_center_url)
    for member in list(console.hub.picture.members.values()):
        if member.duty in AVAILABLE:
            elsewhere(sqlite_center_url, ChangeDuty(member.id, Duty.OFF))
    members = console.hub.picture.members
    until(qtbot, lambda: not any(m.duty in AVAILABLE for m in members.values()))
    dialog = opened(qtbot, console)
    assert dialog.pairs() == []
    assert not dialog.send.isEnabled()
    assert "0001, 0002, 0003" in dialog.said.text()
    dialog.reject()
