"""Several incidents at once: selected with Shift, one deed asked for, each told one by one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import Comment, Verify
from console.views.incident.bulk import MOST
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, SHIFT, click, deeds, press, said, settle, until, write
from tests.views.reports import litter

RETURN, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Down


def with_reports(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, url: str, count: int
) -> Console:
    """A console with so many reports, the first of them current."""
    for number in range(count):
        elsewhere(url, litter(f"乱丢垃圾 {number}"))
    console = open_console(url)
    until(qtbot, lambda: console.queue.model.rowCount() == count)
    console.queue.focus_rows()
    return console


def results(console: Console) -> list[str]:
    """What the list says came of it, from the top down."""
    table = console.bulk.table
    cells = [table.item(row, 2) for row in range(table.rowCount())]
    return [cell.text() for cell in cells if cell is not None]


def states(console: Console) -> list[State]:
    """How all incidents stand, in the order of the words."""
    return sorted(one.state for one in console.hub.picture.incidents.values())


def test_shift_selects_and_one_enter_verifies_each_of_them(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str
) -> None:
    console = with_reports(qtbot, open_console, elsewhere, center_url, 4)
    for _ in range(2):
        press(console.window, DOWN, SHIFT)
    assert console.page.side.currentWidget() is console.bulk
    assert console.bulk.caption.text() == "3 incidents selected"
    press(console.window, RETURN)
    assert console.bulk.bar.line.hasFocus()
    assert not deeds(console, Deed.VERIFY)
    write(console.window, "三人在场核实")
    press(console.window, RETURN)
    until(qtbot, lambda: results(console) == ["✓ Verify"] * 3)
    wanted = [State.REPORTED, *[State.VERIFIED] * 3]
    until(qtbot, lambda: states(console) == wanted)
    assert {event.payload["note"] for event in deeds(console, Deed.VERIFY)} == {"三人在场核实"}
    assert console.queue.table.hasFocus()


def test_what_another_seat_did_first_is_told_for_that_one_alone(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str
) -> None:
    console = with_reports(qtbot, open_console, elsewhere, center_url, 3)
    press(console.window, "a", CTRL)
    first, second, third = console.queue.selected
    press(console.window, "r")
    bar = console.bulk.bar
    write(bar.line, "演习")
    console.watcher.stop()
    elsewhere(center_url, Verify(second))
    press(bar.line, RETURN)
    until(qtbot, lambda: all(one != "…" for one in results(console)))
    told = dict(zip(console.queue.selected, results(console), strict=True))
    assert told[first] == told[third] == "✓ Reject"
    assert told[second].startswith("✗")
    assert "丙" in told[second]
    assert "1" in console.bulk.hint.text()
    # It is told in the list, and not once more over the window.
    assert not said(console)


def test_several_are_merged_into_one_of_them(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str
) -> None:
    console = with_reports(qtbot, open_console, elsewhere, center_url, 3)
    press(console.window, "a", CTRL)
    kept, *others = console.queue.selected
    press(console.window, "m")
    write(console.bulk.bar.line, f"#{kept}")
    press(console.window, RETURN)
    until(qtbot, lambda: list(console.hub.picture.incidents) == [kept])
    assert {event.subject.id for event in deeds(console, Deed.MERGE)} == set(others)


def test_a_wrong_number_merges_nothing_and_stays_to_be_put_right(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str
) -> None:
    console = with_reports(qtbot, open_console, elsewhere, center_url, 2)
    press(console.window, "a", CTRL)
    press(console.window, "m")
    write(console.bulk.bar.line, "十二")
    press(console.window, RETURN)
    until(qtbot, lambda: any("十二" in text for text in said(console)))
    assert console.bulk.bar.line.text() == "十二"
    settle(qtbot, console)
    assert not deeds(console, Deed.MERGE)


@pytest.mark.parametrize("by_mouse", [True, False])
def test_p_proposes_for_those_that_are_selected_and_wait(
    qtbot: QtBot,
    open_console: OpenConsole,
    elsewhere: Elsewhere,
    center_url: str,
    *,
    by_mouse: bool,
) -> None:
    console = with_reports(qtbot, open_console, elsewhere, center_url, 4)
    for one in console.hub.picture.incidents:
        elsewhere(center_url, Verify(one))
    until(qtbot, lambda: console.hub.picture.counts(console.clock()).to_dispatch == 4)
    for _ in range(2):
        press(console.window, DOWN, SHIFT)
    if by_mouse:
        click(console.bulk.propose)
    else:
        press(console.window, "p")
    from console.views.propose_all import ProposeAll

    [dialog] = console.window.findChildren(ProposeAll)
    chosen = {pair.incident.id for pair in dialog.pairs()}
    assert chosen == set(console.queue.selected)
    dialog.reject()


def test_escape_goes_back_to_one_and_a_single_key_then_means_that_one(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str
) -> None:
    console = with_reports(qtbot, open_console, elsewhere, center_url, 3)
    press(console.window, DOWN, SHIFT)
    press(console.window, "c")
    assert console.bulk.bar.isVisible()
    press(console.window, Qt.Key.Key_Escape)
    assert not console.bulk.bar.isVisible()
    press(console.window, Qt.Key.Key_Escape)
    assert len(console.queue.selected) == 1
    assert console.page.side.currentWidget() is console.incident
    press(console.window, "c")
    write(console.window, "只有这一件")
    press(console.window, RETURN)
    until(qtbot, lambda: len(deeds(console, Deed.COMMENT)) == 1)
    assert deeds(console, Deed.COMMENT)[0].subject.id == console.queue.current


def test_the_selection_stays_on_its_incidents_while_rows_move(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str
) -> None:
    console = with_reports(qtbot, open_console, elsewhere, center_url, 3)
    press(console.window, DOWN, SHIFT)
    chosen = set(console.queue.selected)
    assert len(chosen) == 2
    elsewhere(center_url, litter("紧急", priority=1))
    elsewhere(center_url, Comment(min(chosen), "x"))
    elsewhere(center_url, Verify(min(chosen)))
    until(qtbot, lambda: console.queue.model.rowCount() == 4)
    until(qtbot, lambda: console.hub.picture.incidents[min(chosen)].state is State.VERIFIED)
    assert set(console.queue.selected) == chosen
    assert console.bulk.table.rowCount() == 2


def test_more_than_anybody_looks_at_get_no_deed(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str
) -> None:
    console = with_reports(qtbot, open_console, elsewhere, center_url, 2)
    console.bulk.show_selection(range(1, MOST + 2))
    assert str(MOST) in console.bulk.hint.text()
    assert console.bulk.table.rowCount() == MOST
    assert not any(button.isVisibleTo(console.bulk) for button in console.bulk.buttons.values())
    press(console.window, "c")
    assert not console.bulk.bar.isVisibleTo(console.bulk)


def test_what_was_taken_back_is_not_told_as_done_any_more(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, sqlite_center_url: str
) -> None:
    console = with_reports(qtbot, open_console, elsewhere, sqlite_center_url, 2)
    press(console.window, "a", CTRL)
    press(console.window, RETURN)
    press(console.bulk.bar.line, RETURN)
    until(qtbot, lambda: results(console) == ["✓ Verify"] * 2)
    settle(qtbot, console)
    press(console.window, "z", CTRL)
    until(qtbot, lambda: results(console) == [""] * 2)
    assert len(console.queue.selected) == 2


def test_what_has_left_the_view_is_taken_back_all_the_same(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, sqlite_center_url: str
) -> None:
    console = with_reports(qtbot, open_console, elsewhere, sqlite_center_url, 2)
    press(console.window, "3", Qt.KeyboardModifier.AltModifier)
    press(console.window, "a", CTRL)
    press(console.window, RETURN)
    press(console.bulk.bar.line, RETURN)
    until(qtbot, lambda: console.queue.model.rowCount() == 0)
    settle(qtbot, console)
    press(QApplication.focusWidget() or console.window, "z", CTRL)
    until(qtbot, lambda: console.queue.model.rowCount() == 2)
