"""Who does not look at the window is called: a number in the tray, and notices without persons."""

import pytest
from pytestqt.qtbot import QtBot

from console.domain.category import Priority
from console.domain.orders import Report
from console.views.alarms.list import AlarmList
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.ears import Shelf
from tests.views.hands import until
from tests.views.reports import MARKET, litter

Seen = tuple[Console, Shelf]


@pytest.fixture
def away(qtbot: QtBot, open_console: OpenConsole, center_url: str) -> Seen:
    """A console with a tray, whose window is minimised."""
    shelf = Shelf()
    console = open_console(center_url, tray=shelf)
    until(qtbot, lambda: console.after_start.has_begun)
    console.window.showMinimized()
    until(qtbot, console.window.isMinimized)
    return console, shelf


def test_a_notice_tells_no_person_and_a_click_on_it_goes_there(
    qtbot: QtBot, away: Seen, elsewhere: Elsewhere, center_url: str
) -> None:
    console, shelf = away
    assert shelf.tip == "Alarms that wait: 0"
    plain = shelf.icon.pixmap(64, 64).toImage()
    secret = Report(
        "张三家门口打架",
        "litter",
        address="文宗路 8 号",
        place=MARKET,
        priority=Priority.URGENT,
        reporter_name="李四",
        reporter_phone="13800001111",
    )
    number = elsewhere(center_url, secret).subject.id
    until(qtbot, lambda: shelf.notices)
    [(title, text)] = shelf.notices
    assert title == "▲ Emergency · needs somebody"
    assert text == f"{number:04d} · Exposed litter · 3-03 · urgent"
    assert shelf.tip == "Alarms that wait: 1"
    assert shelf.icon.pixmap(64, 64).toImage() != plain
    console.window.show_page("roster")
    shelf.clicked.emit()
    assert not console.window.isMinimized()
    until(qtbot, console.window.isActiveWindow)
    assert console.window.page == "desk"
    assert console.queue.current == number


def test_a_flood_is_one_notice_and_whoever_looks_at_the_window_gets_none(
    qtbot: QtBot, away: Seen, elsewhere: Elsewhere, center_url: str
) -> None:
    console, shelf = away
    for number in range(12):
        elsewhere(center_url, litter(f"第{number}处"))
    until(qtbot, lambda: console.bell.alarms.rule.count == 12)
    until(qtbot, lambda: any("12 new" in text for _title, text in shelf.notices))
    assert len(shelf.notices) <= 11
    shelf.clicked.emit()
    until(qtbot, console.window.isActiveWindow)
    found = console.window.findChild(AlarmList)
    assert found is not None
    until(qtbot, found.isActiveWindow)
    before = len(shelf.notices)
    elsewhere(center_url, litter("又一处", priority=Priority.URGENT))
    until(qtbot, lambda: console.bell.alarms.rule.count == 13)
    console.bell.alarms.look()
    assert len(shelf.notices) == before


def test_it_can_be_turned_off(
    qtbot: QtBot, away: Seen, elsewhere: Elsewhere, center_url: str
) -> None:
    console, shelf = away
    console.settings.change("sound.notices", value=False)
    assert not shelf.shown
    elsewhere(center_url, litter())
    until(qtbot, lambda: console.bell.alarms.rule.count == 1)
    console.bell.alarms.look()
    assert shelf.notices == []
    console.settings.change("sound.notices", value=True)
    assert shelf.shown
    console.stop()
    assert not shelf.shown
