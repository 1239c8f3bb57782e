"""The roster as cards: the same members, the same keys, and remembered the next time."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSettings, QSize, Qt
from pytestqt.qtbot import QtBot

from console.domain.orders import ChangeDuty
from console.domain.people import Duty
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, click, press, until

SCROLL_BAR = 20
"""More than a scroll bar takes, in pixels."""


@pytest.fixture
def console(open_console: OpenConsole, sqlite_center_url: str) -> Console:
    console = open_console(sqlite_center_url)
    press(console.window, Qt.Key.Key_2, CTRL)
    console.roster.focus_rows()
    return console


def selected(console: Console) -> str:
    member = console.roster.current
    return "" if member is None else member.name


def card(console: Console, row: int) -> QRect:
    return console.roster.cards.visualRect(console.roster.model.index(row, 0))


def across(console: Console) -> int:
    """How many cards stand beside each other."""
    top = card(console, 0).top()
    return next(row for row in range(1, 61) if card(console, row).top() > top)


def test_one_key_switches_and_the_selected_member_stays(console: Console) -> None:
    roster = console.roster
    roster.select(7)
    roster.table.setCurrentIndex(roster.model.index(6, 4))
    press(console.window, "k")
    assert roster.cards.isVisible()
    assert not roster.table.isVisible()
    assert roster.cards.hasFocus()
    assert selected(console) == roster.page.name.text() == "方浩然"
    assert roster.form_button.text() == "K  Rows"
    press(console.window, "k")
    assert roster.table.hasFocus()
    assert selected(console) == "方浩然"
    row = roster.table.selectionModel().selectedRows()
    assert [index.row() for index in row] == [6]


def test_the_button_switches_too(console: Console) -> None:
    click(console.roster.form_button)
    assert console.roster.cards.isVisible()
    click(console.roster.form_button)
    assert console.roster.table.isVisible()


def test_arrow_keys_duty_enter_and_escape_work_in_cards(qtbot: QtBot, console: Console) -> None:
    roster = console.roster
    press(console.window, "k")
    assert selected(console) == "罗伟康"
    press(console.window, Qt.Key.Key_Right)
    assert selected(console) == "何念慈"
    press(console.window, Qt.Key.Key_Down)
    assert roster.current == roster.model.member(1 + across(console))
    member = roster.current
    assert member is not None
    wanted, key = (Duty.OFF, "f") if member.duty is not Duty.OFF else (Duty.ON_DUTY, "d")
    press(console.window, key)
    until(qtbot, lambda: console.hub.picture.members[member.id].duty is wanted)
    press(console.window, Qt.Key.Key_Return)
    assert roster.page.hasFocus()
    press(console.window, Qt.Key.Key_Escape)
    assert roster.cards.hasFocus()
    assert roster.current is not None
    assert roster.current.id == member.id


def test_a_click_on_a_card_selects_its_member(console: Console) -> None:
    roster = console.roster
    press(console.window, "k")
    there = roster.cards.visualRect(roster.model.index(4, 0)).center()
    click(roster.cards.viewport(), there)
    assert selected(console) == roster.page.name.text() == "蔡凯旋"


def test_cards_are_narrowed_and_follow_what_happens_elsewhere(
    qtbot: QtBot, console: Console, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    roster = console.roster
    press(console.window, "k")
    duty = roster.filters.duty
    duty.setCurrentIndex(duty.findData(Duty.ON_DUTY))
    member = roster.model.member(0)
    assert member is not None
    roster.select(member.id)
    elsewhere(sqlite_center_url, ChangeDuty(member.id, Duty.OFF))
    until(qtbot, lambda: roster.model.row_of(member.id) is None)
    assert roster.current is None, "a key must not reach whoever took the place"
    elsewhere(sqlite_center_url, ChangeDuty(member.id, Duty.ON_DUTY))
    until(qtbot, lambda: roster.current is not None)
    assert selected(console) == member.name


def test_cards_fill_the_width_of_any_window(console: Console) -> None:
    press(console.window, "k")
    cards = console.roster.cards
    widths = []
    for width in (1366, 1600, 1920):
        console.window.resize(QSize(width, 800))
        cards_across = across(console)
        last, next_one = card(console, cards_across - 1), card(console, cards_across)
        assert next_one.left() == card(console, 0).left()
        assert 0 <= cards.viewport().width() - last.right() < SCROLL_BAR + cards_across
        widths.append(cards_across)
    assert widths == sorted(set(widths))


def test_a_card_tells_its_badges_in_words(console: Console) -> None:
    index = console.roster.model.index(0, 0)
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "General: held, last day" in tip
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "BT-001 罗伟康"


def test_the_form_is_remembered(
    open_console: OpenConsole, sqlite_center_url: str, tmp_path: Path
) -> None:
    kept = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    first = open_console(sqlite_center_url, settings=kept)
    assert first.roster.form == "rows"
    press(first.window, Qt.Key.Key_2, CTRL)
    click(first.roster.form_button)
    first.window.close()
    kept.sync()
    again = open_console(sqlite_center_url, "乙", "二号席", kept)
    assert again.roster.form == "cards"
    press(again.window, Qt.Key.Key_2, CTRL)
    assert again.roster.cards.isVisible()
    kept.setValue("roster", "hexagons")
    third = open_console(sqlite_center_url, "丁", "四号席", kept)
    assert third.roster.form == "rows"
