"""Rows never move under the hand: they are held while somebody is about to act on them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import Step, Verify
from console.domain.queue_views import Sort, Sorting
from console.wiring import Console
from tests.clock import Clock
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, SHIFT, click, deeds, press, settle, until
from tests.views.reports import litter
from tests.views.test_form_keys import fill

DOWN, ESCAPE, F5 = Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_F5


def held(open_console: OpenConsole, elsewhere: Elsewhere, url: str, count: int = 3) -> Console:
    """A console that holds its rows, with so many reports; none of them is current."""
    for number in range(count):
        elsewhere(url, litter(f"第 {number + 1} 件"))
    return open_console(url, with_hold=True)


def numbers(console: Console) -> list[int]:
    """The incidents from the top down."""
    model = console.queue.model
    found = [model.incident(row) for row in range(model.rowCount())]
    return [one.id for one in found if one is not None]


def note(console: Console) -> str:
    """What is said of what is held back; nothing where nothing is."""
    button = console.queue.summary.held
    return button.text() if button.isVisible() else ""


def test_after_a_key_rows_stand_still_until_the_hand_rests(
    qtbot: QtBot,
    open_console: OpenConsole,
    elsewhere: Elsewhere,
    sqlite_center_url: str,
    clock: Clock,
) -> None:
    console = held(open_console, elsewhere, sqlite_center_url)
    console.queue.model.sort_by((Sort(Sorting.PRIORITY),))
    console.queue.focus_rows()
    press(console.window, Qt.Key.Key_Shift)
    before = numbers(console)
    urgent = elsewhere(sqlite_center_url, litter("紧急", priority=1)).subject.id
    elsewhere(sqlite_center_url, Verify(before[2]))
    elsewhere(sqlite_center_url, Step(Deed.REJECT, before[1], note="不属实"))
    until(qtbot, lambda: before[1] not in console.hub.picture.incidents)
    assert numbers(console) == before
    assert note(console).startswith("1 new · rows held")
    # What the rows show, and what the chips count, is up to date all the same.
    shown = console.queue.model.incident(2)
    assert shown is not None
    assert shown.state is State.VERIFIED
    assert console.queue.chips.button("all").text() == "All 3"
    clock.advance(2.9)
    press(console.window, Qt.Key.Key_Shift)
    clock.advance(2.9)
    elsewhere(sqlite_center_url, litter("又一件"))
    until(qtbot, lambda: note(console).startswith("2 new"))
    assert numbers(console) == before, "the last key was 2.9 seconds ago"
    clock.advance(0.2)
    until(qtbot, lambda: not note(console))
    assert set(numbers(console)) == set(console.hub.picture.incidents)
    assert numbers(console)[0] == urgent
    assert console.queue.current == before[0]
    assert console.queue.selected == [before[0]]


def test_a_key_and_a_click_on_the_note_let_them_come_at_once(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, sqlite_center_url: str
) -> None:
    console = held(open_console, elsewhere, sqlite_center_url)
    for by_key in (True, False):
        press(console.window, DOWN)
        count = len(numbers(console))
        elsewhere(sqlite_center_url, litter())
        until(qtbot, lambda: note(console))
        assert len(numbers(console)) == count
        if by_key:
            press(console.window, F5, SHIFT)
        else:
            click(console.queue.summary.held)
        assert len(numbers(console)) == count + 1
        assert not note(console)


def test_the_pointer_over_the_rows_holds_them_and_away_from_them_not(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, sqlite_center_url: str
) -> None:
    console = held(open_console, elsewhere, sqlite_center_url)
    rows = console.queue.table.viewport()
    QTest.mouseMove(rows, QPoint(60, 20))
    QTest.mouseMove(rows, QPoint(60, 90))
    elsewhere(sqlite_center_url, litter())
    until(qtbot, lambda: note(console))
    assert len(numbers(console)) == 3
    QTest.mouseMove(console.map, QPoint(200, 200))
    until(qtbot, lambda: not note(console))
    assert len(numbers(console)) == 4


@pytest.mark.parametrize("key", [Qt.Key.Key_R, Qt.Key.Key_F2, Qt.Key.Key_F4])
def test_what_asks_about_the_row_holds_the_rows_as_long_as_it_is_open(
    qtbot: QtBot,
    open_console: OpenConsole,
    elsewhere: Elsewhere,
    sqlite_center_url: str,
    clock: Clock,
    key: Qt.Key,
) -> None:
    console = held(open_console, elsewhere, sqlite_center_url)
    press(console.window, DOWN)
    until(qtbot, lambda: console.incident.case is not None)
    press(console.window, key)
    until(qtbot, console.queue.hand.busy)
    clock.advance(600)
    elsewhere(sqlite_center_url, litter())
    until(qtbot, lambda: note(console))
    assert len(numbers(console)) == 3
    target = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, ESCAPE)
    clock.advance(600)
    until(qtbot, lambda: not note(console))
    assert len(numbers(console)) == 4


def test_a_quick_hand_verifies_one_after_the_other_in_a_view_that_they_leave(
    qtbot: QtBot,
    open_console: OpenConsole,
    elsewhere: Elsewhere,
    sqlite_center_url: str,
    clock: Clock,
) -> None:
    console = held(open_console, elsewhere, sqlite_center_url)
    click(console.queue.chips.button("unverified"))
    console.queue.focus_rows()
    before = numbers(console)
    for number in before:
        settle(qtbot, console)
        assert console.queue.current == number
        press(console.window, Qt.Key.Key_Return)
        settle(qtbot, console)
        assert console.hub.picture.incidents[number].state is State.VERIFIED
        assert numbers(console) == before
        press(console.window, DOWN)
    assert len(deeds(console, Deed.VERIFY)) == 3
    clock.advance(5)
    until(qtbot, lambda: not numbers(console))


def test_several_stay_selected_while_held_rows_come_and_move(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, sqlite_center_url: str
) -> None:
    console = held(open_console, elsewhere, sqlite_center_url, 4)
    press(console.window, DOWN)
    press(console.window, DOWN, SHIFT)
    chosen = console.queue.selected
    assert len(chosen) == 2
    elsewhere(sqlite_center_url, litter("紧急", priority=1))
    elsewhere(sqlite_center_url, Verify(chosen[0]))
    until(qtbot, lambda: note(console).startswith("1 new"))
    assert console.queue.selected == chosen
    press(console.window, F5, SHIFT)
    assert set(console.queue.selected) == set(chosen)
    assert console.bulk.caption.text() == "2 incidents selected"
    # Also when so much has changed that all rows are laid out anew.
    console.queue.load()
    assert set(console.queue.selected) == set(chosen)


def test_the_report_that_i_have_just_taken_is_there_at_once(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, sqlite_center_url: str
) -> None:
    console = held(open_console, elsewhere, sqlite_center_url)
    press(console.window, DOWN)
    press(console.window, "n")
    fill(console)
    press(console.window, Qt.Key.Key_Return, CTRL)
    until(qtbot, lambda: len(console.hub.picture.incidents) == 4)
    until(qtbot, lambda: console.queue.current == max(console.hub.picture.incidents))
    assert console.queue.selected == [console.queue.current]


def test_held_rows_are_let_go_when_the_wish_for_it_is_taken_back(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, sqlite_center_url: str
) -> None:
    console = held(open_console, elsewhere, sqlite_center_url)
    press(console.window, DOWN)
    elsewhere(sqlite_center_url, litter())
    until(qtbot, lambda: note(console))
    console.settings.change("queue.hold_s", 0)
    until(qtbot, lambda: not note(console))
    press(console.window, DOWN)
    elsewhere(sqlite_center_url, litter())
    until(qtbot, lambda: len(numbers(console)) == 5)


def test_a_view_by_the_clock_takes_nothing_in_under_the_hand(
    qtbot: QtBot,
    open_console: OpenConsole,
    elsewhere: Elsewhere,
    sqlite_center_url: str,
    clock: Clock,
) -> None:
    console = held(open_console, elsewhere, sqlite_center_url, 1)
    clock.advance(3600)
    click(console.queue.chips.button("overdue"))
    elsewhere(sqlite_center_url, litter("新的"))
    until(qtbot, lambda: len(console.hub.picture.incidents) == 2)
    clock.advance(3599)
    console.queue.focus_rows()
    press(console.window, DOWN)
    for _ in range(2):
        # Its limit passes while the hand is there; nobody is told by an event.
        until(qtbot, lambda: console.queue.chips.button("overdue").text() in ("Overdue 2",))
        assert len(numbers(console)) == 1
    clock.advance(4)
    until(qtbot, lambda: len(numbers(console)) == 2)
