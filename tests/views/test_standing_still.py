"""Nothing moves by itself: the incident at work stays, whatever happens around it."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import Step, Verify
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import deeds, press, settle, until
from tests.views.reports import litter


def three(url: str, elsewhere: Elsewhere) -> list[int]:
    return [elsewhere(url, litter(f"第 {n} 件")).subject.id for n in (1, 2, 3)]


def at_work_on(console: Console) -> int | None:
    shown = console.incident.incident
    return None if shown is None else shown.id


def select(qtbot: QtBot, console: Console, number: int) -> None:
    console.queue.select(number)
    console.queue.focus_rows()
    settle(qtbot, console)
    assert at_work_on(console) == number


def test_an_incident_that_another_seat_ends_stays_under_the_hands(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    _, second, third = three(center_url, elsewhere)
    console = open_console(center_url)
    select(qtbot, console, second)
    press(console.window, "e")
    press(console.window, "needs the ")
    elsewhere(center_url, Step(Deed.REJECT, second, note="不属实"))
    until(qtbot, lambda: second not in console.hub.picture.incidents)
    settle(qtbot, console)
    assert at_work_on(console) == second
    press(console.window, "town")
    assert console.incident.deeds.bar.line.text() == "needs the town"
    assert not console.queue.table.selectionModel().hasSelection()
    # Down goes on at the top, where the most urgent one is.
    press(console.window, Qt.Key.Key_Escape)
    assert at_work_on(console) == second
    press(console.window, Qt.Key.Key_Down)
    until(qtbot, lambda: at_work_on(console) not in (None, second))
    assert not deeds(console, Deed.ESCALATE)
    assert third in console.hub.picture.incidents


def test_enter_once_too_often_does_not_reach_the_next_incident(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    first, second, third = three(sqlite_center_url, elsewhere)
    console = open_console(sqlite_center_url)
    select(qtbot, console, first)
    press(console.window, "r")
    press(console.window, "not true")
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: set(console.hub.picture.incidents) == {second, third})
    assert console.queue.table.hasFocus()
    press(console.window, Qt.Key.Key_Return)
    settle(qtbot, console)
    assert at_work_on(console) == first
    states = {incident.state for incident in console.hub.picture.incidents.values()}
    assert states == {State.REPORTED}


def test_an_incident_that_leaves_the_filter_stays_under_the_hands(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    _, second, _ = three(sqlite_center_url, elsewhere)
    console = open_console(sqlite_center_url)
    console.top_bar.counters["unverified"].click()
    select(qtbot, console, second)
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: console.hub.picture.incidents[second].state is State.VERIFIED)
    settle(qtbot, console)
    assert console.queue.model.rowCount() == 2
    assert at_work_on(console) == second
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: console.hub.picture.incidents[second].state is State.DISPATCHED)
    # All rows again: its row is the selected one.
    console.queue.show_all()
    row = console.queue.model.row_of(second)
    assert [index.row() for index in console.queue.table.selectionModel().selectedRows()] == [row]


def test_enter_does_not_do_what_another_seat_put_under_the_finger(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    first, _, _ = three(center_url, elsewhere)
    console = open_console(center_url)
    select(qtbot, console, first)
    elsewhere(center_url, Verify(first))
    until(qtbot, lambda: console.hub.picture.incidents[first].state is State.VERIFIED)
    # Meant to verify, a moment too late: nobody is sent by it.
    press(console.window, Qt.Key.Key_Return)
    assert not deeds(console, Deed.DISPATCH)
    assert not console.incident.deeds.primary.isEnabled()
    until(qtbot, console.incident.deeds.primary.isEnabled)
    settle(qtbot, console)
    assert console.hub.picture.incidents[first].state is State.VERIFIED
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: console.hub.picture.incidents[first].state is State.DISPATCHED)


def test_an_incident_that_comes_back_is_selected_again(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    first, _, _ = three(sqlite_center_url, elsewhere)
    console = open_console(sqlite_center_url)
    select(qtbot, console, first)
    elsewhere(sqlite_center_url, Step(Deed.REJECT, first, note="不属实"))
    until(qtbot, lambda: first not in console.hub.picture.incidents)
    settle(qtbot, console)
    press(console.window, "o")
    press(console.window, "true after all")
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: first in console.hub.picture.incidents)
    settle(qtbot, console)
    assert at_work_on(console) == first
    assert console.queue.table.selectionModel().hasSelection()


def test_new_and_overtaking_rows_leave_the_selection_where_it_is(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    first, second, third = three(sqlite_center_url, elsewhere)
    console = open_console(sqlite_center_url)
    select(qtbot, console, second)
    elsewhere(sqlite_center_url, litter("第 4 件"))
    elsewhere(sqlite_center_url, Verify(third))
    elsewhere(sqlite_center_url, Step(Deed.REJECT, first, note="不属实"))
    settle(qtbot, console)
    assert at_work_on(console) == second
    row = console.queue.table.currentIndex().row()
    incident = console.queue.model.incident(row)
    assert incident is not None
    assert incident.id == second
