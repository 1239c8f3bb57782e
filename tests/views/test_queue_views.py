"""Views of the queue: kept under a name, counted live, found again by the same operator."""

from pathlib import Path
from urllib.parse import quote

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from console.domain.lifecycle import Deed
from console.domain.orders import Comment, Step, Verify
from console.domain.queue_columns import FIRST
from console.domain.queue_views import Group, Grouping, Sort, Sorting
from console.domain.settings_file import compose, differences, parse
from console.views.queue.view_name import ViewName
from console.widgets.words_settings import value_text
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, click, press, settle, sit_at, until, write
from tests.views.reports import litter

RETURN, ALT = Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "seat.ini"), QSettings.Format.IniFormat)


def menu(qtbot: QtBot, console: Console, key: Qt.Key) -> QMenu:
    """Open one of the queue's menus by its key."""
    press(console.window, key)
    until(qtbot, QApplication.activePopupWidget)
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def choose(
    menu: QMenu, text: str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Go to a line of a menu by the arrow keys, and press Enter."""
    for _ in menu.actions():
        QTest.keyClick(menu, Qt.Key.Key_Down)
        if menu.activeAction().text().partition("\t")[0] == text:
            QTest.keyClick(menu, RETURN, held)
            return
    raise AssertionError([action.text() for action in menu.actions()])


def name_it(qtbot: QtBot, console: Console, name: str) -> ViewName:
    """Give the name that is asked for."""
    until(qtbot, lambda: console.queue.findChildren(ViewName))
    (dialog,) = console.queue.findChildren(ViewName)
    until(qtbot, dialog.line.hasFocus)
    dialog.line.selectAll()
    write(dialog.line, name)
    press(dialog.line, RETURN)
    return dialog


def keep_as(qtbot: QtBot, console: Console, name: str) -> None:
    """Keep what is shown as a view."""
    press(console.window, "s", CTRL)
    name_it(qtbot, console, name)
    back_at_rows(qtbot, console)


def back_at_rows(qtbot: QtBot, console: Console) -> None:
    """Wait until the name was taken, and the keyboard is in the rows again."""
    until(qtbot, lambda: not console.queue.findChildren(ViewName))
    # The platform without a screen leaves no window active when a dialog closes.
    sit_at(qtbot, console)
    until(qtbot, console.queue.table.hasFocus)


def chips(console: Console) -> list[str]:
    """What the chips of own views say."""
    found = [console.queue.chips.button(key) for key in console.queue.chips.keys]
    return [chip.text() for chip in found if str(chip.property("key")).startswith("view:")]


def test_what_is_shown_is_kept_under_a_name_counted_and_found_again(
    qtbot: QtBot,
    open_console: OpenConsole,
    elsewhere: Elsewhere,
    sqlite_center_url: str,
    settings: QSettings,
) -> None:
    elsewhere(sqlite_center_url, litter("井盖破损"))
    elsewhere(sqlite_center_url, litter("路灯不亮"))
    console = open_console(sqlite_center_url, settings=settings)
    press(console.window, "/")
    write(console.window, "井盖")
    press(console.window, RETURN)
    console.queue.model.sort_by((Sort(Sorting.PRIORITY), Sort(Sorting.NEWEST)))
    console.queue.model.group_by(Grouping.CATEGORY)
    keep_as(qtbot, console, "井盖 & 路面")
    assert chips(console) == ["井盖 && 路面 1"]
    # Another view: its words and its order are gone, and its counter goes on.
    press(console.window, "1", ALT)
    assert console.queue.filter.text() == ""
    elsewhere(sqlite_center_url, litter("井盖丢失"))
    until(qtbot, lambda: chips(console) == ["井盖 && 路面 2"])
    console.window.close()

    again = open_console(sqlite_center_url, settings=settings)
    assert chips(again) == ["井盖 && 路面 2"]
    press(again.window, "8", ALT)
    queue = again.queue
    assert queue.filter.text() == "井盖"
    assert queue.model.count == 2
    assert queue.model.view.sorts == (Sort(Sorting.PRIORITY), Sort(Sorting.NEWEST))
    assert queue.model.is_heading(0)
    assert queue.chips.button("view:井盖 & 路面").isChecked()
    # Whoever sits down next has views of their own.
    other = open_console(sqlite_center_url, operator="乙", settings=settings)
    assert chips(other) == []


def test_a_view_is_updated_renamed_and_removed_by_the_keyboard(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, sqlite_center_url: str
) -> None:
    elsewhere(sqlite_center_url, litter("井盖破损"))
    elsewhere(sqlite_center_url, litter("路灯不亮"))
    console = open_console(sqlite_center_url)
    console.queue.show_words("井盖")
    keep_as(qtbot, console, "夜班")
    press(console.window, "/")
    write(console.window, "路灯")
    press(console.window, RETURN)
    assert chips(console) == ["夜班* 1"], "the star: what is shown is not what was kept"
    choose(menu(qtbot, console, Qt.Key.Key_F3), "Update “夜班”")
    assert chips(console) == ["夜班 1"]
    assert console.queue_memory.views[0].narrowing.text == "路灯"
    choose(menu(qtbot, console, Qt.Key.Key_F3), "Rename “夜班”…")
    name_it(qtbot, console, "早班")
    back_at_rows(qtbot, console)
    until(qtbot, lambda: chips(console) == ["早班 1"])
    assert console.queue.chips.button("view:早班").isChecked()
    choose(menu(qtbot, console, Qt.Key.Key_F3), "Remove “早班”")
    assert chips(console) == []
    assert console.queue_memory.views == ()
    # What is shown stays, and a chip that everybody has is the chosen one.
    assert console.queue.filter.text() == "路灯"
    assert console.queue.chips.button("all").isChecked()


def test_a_name_that_cannot_be_is_said_and_stays_to_be_put_right(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    keep_as(qtbot, console, "夜班")
    press(console.window, "s", CTRL)
    dialog = name_it(qtbot, console, "夜班")
    assert dialog.isVisible()
    assert dialog.line.text() == "夜班"
    assert dialog.hint.text() == "There is already a view of this name."
    press(dialog.line, "2")
    assert dialog.hint.text() == ""
    press(dialog.line, RETURN)
    until(qtbot, lambda: chips(console) == ["夜班 0", "夜班2 0"])


def test_a_click_on_a_chip_shows_its_view(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, sqlite_center_url: str
) -> None:
    elsewhere(sqlite_center_url, litter("井盖破损"))
    elsewhere(sqlite_center_url, Verify(elsewhere(sqlite_center_url, litter("路灯")).subject.id))
    console = open_console(sqlite_center_url)
    console.queue.choose(Group.TO_DISPATCH)
    keep_as(qtbot, console, "派")
    click(console.queue.chips.button("all"))
    assert console.queue.model.count == 2
    click(console.queue.chips.button("view:派"))
    assert console.queue.model.count == 1
    # The top bar asks for one of the others: the own one is left.
    click(console.top_bar.counters["unverified"])
    assert console.queue.chips.button("unverified").isChecked()
    assert console.queue.views.own is None


@pytest.mark.parametrize("spoilt", ["{", "[[[", '"x"', '[{"name": "甲"}]', "[" * 100_000])
def test_spoilt_views_lose_nothing_else(
    open_console: OpenConsole, sqlite_center_url: str, settings: QSettings, spoilt: str
) -> None:
    own = f"settings/operators/{quote('甲')}"
    settings.setValue(f"{own}/queue.views", spoilt)
    settings.setValue(f"{own}/queue.columns", '[["title", 222]]')
    console = open_console(sqlite_center_url, settings=settings)
    assert chips(console) == []
    assert [column.width for column in console.queue_memory.columns] == [222]


@pytest.mark.both_databases
def test_views_follow_their_operator_to_another_seat(
    qtbot: QtBot, open_console: OpenConsole, center_url: str
) -> None:
    console = open_console(center_url)
    console.queue.show_words("井盖")
    keep_as(qtbot, console, "夜班")
    until(qtbot, lambda: not console.settings.unkept)
    console.window.close()
    console.stop()
    other = open_console(center_url, workstation="二号席")
    until(qtbot, lambda: chips(other) == ["夜班 0"])
    press(other.window, "8", ALT)
    assert other.queue.filter.text() == "井盖"


def test_views_and_columns_are_exported_and_taken_in_with_the_settings(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    keep_as(qtbot, console, "夜班")
    console.queue_memory.keep_columns(FIRST[:2])
    file = parse(compose(console.settings.values, {}))
    other = open_console(sqlite_center_url, operator="乙")
    found = differences(file, other.settings.values, other.keymap.keys)
    told = {one.name: value_text(one.name, one.then) for one in found}
    assert told == {"queue.views": "kept: 1", "queue.columns": "kept: 2"}
    for one in found:
        other.settings.change(one.name, one.then)
    assert chips(other) == ["夜班 0"]
    assert other.queue_memory.columns == FIRST[:2]
    # All settings as at first: what somebody has put together stays.
    other.settings.reset_all()
    assert chips(other) == ["夜班 0"]


@pytest.mark.both_databases
def test_mine_is_what_i_took_what_i_did_last_and_what_was_before_the_start(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str
) -> None:
    first, second = (elsewhere(center_url, litter(f"第 {n} 件")).subject.id for n in (1, 2))
    console = open_console(center_url)
    mine = console.queue.chips.button("mine")
    assert mine.text() == "Mine 0"
    console.desk.do(Verify(first))
    console.desk.do(litter("我接的"))
    until(qtbot, lambda: mine.text() == "Mine 2")
    click(mine)
    shown = [console.queue.model.incident(row) for row in range(2)]
    third = max(console.hub.picture.incidents)
    assert {one and one.id for one in shown} == {first, third}
    # Somebody else goes on with both; who took a report stays the one to ask.
    elsewhere(center_url, Comment(first, "已到场"))
    elsewhere(center_url, Verify(third))
    until(qtbot, lambda: mine.text() == "Mine 1")
    console.desk.do(Comment(second, "在跟"))
    until(qtbot, lambda: mine.text() == "Mine 2")
    settle(qtbot, console)
    again = open_console(center_url)
    until(qtbot, lambda: again.queue.chips.button("mine").text() == "Mine 2")
    elsewhere(center_url, Step(Deed.REJECT, third, note="不属实"))
    until(qtbot, lambda: again.queue.chips.button("mine").text() == "Mine 1")
