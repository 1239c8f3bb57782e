"""An area is drawn on the real map and narrows the archive, by pointer and by keyboard."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.domain.archive import Area
from console.domain.lifecycle import Deed
from console.domain.orders import Report, Step
from console.domain.place import LonLat, distance_m
from console.views.archive.view import ArchiveView
from console.wiring import Console
from tests.conftest import Templates
from tests.map.conftest import wait_for
from tests.views.conftest import (
    Elsewhere,
    OpenConsole,
    elsewhere,
    language,
    open_console,
)
from tests.views.hands import CTRL, click, press, until
from tests.views.reports import MARKET

__all__ = ["elsewhere", "language", "open_console"]

FAR = LonLat(MARKET.lon + 0.02, MARKET.lat)


def drag(target: QWidget, start: QPoint, end: QPoint, held: Any) -> None:
    """Draw with the pointer from a place to another one."""
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(target, left, held, start)
    QTest.mouseMove(target, (start + end) / 2)
    QTest.mouseMove(target, end)
    QTest.mouseRelease(target, left, held, end)


@pytest.fixture
def archive(
    qtbot: QtBot,
    open_console: OpenConsole,
    elsewhere: Elsewhere,
    sqlite_templates: Templates,
) -> Iterator[tuple[Console, ArchiveView]]:
    """A console on its archive: one case at the market and one two kilometres from it."""
    url = sqlite_templates.center()
    for place in (MARKET, FAR):
        order = Report("乱丢垃圾", category="litter", address="文宗路", place=place)
        elsewhere(url, Step(Deed.REJECT, elsewhere(url, order).subject.id, None, "重复"))
    console = open_console(url)
    console.map.start()
    view = console.map.view
    assert view is not None
    wait_for(view.ready)
    press(console.window, Qt.Key.Key_5, CTRL)
    until(qtbot, lambda: console.archive.model.rowCount() == 2)
    press(console.window, Qt.Key.Key_Return)
    yield console, console.archive
    # The page must be gone before its profile, and that before the process ends; the window is
    # closed already, and goes with the next turn of the event loop.
    console.stop()
    wait_for(view._profile.destroyed)


def test_an_area_drawn_on_the_map_narrows_the_archive(
    qtbot: QtBot, archive: tuple[Console, ArchiveView]
) -> None:
    console, page = archive
    view = console.map.view
    assert view is not None
    target = view._view.focusProxy()
    assert target is not None
    middle = target.rect().center()

    def ready_to_draw() -> None:
        if page.table.isVisible():
            press(page.table, Qt.Key.Key_M)
        else:
            click(page.filters.area_button)
        assert console.window.page == "desk"
        asked: list[object] = []

        def told() -> bool:
            view._page.runJavaScript("gridMap.parts.areas.on", 0, asked.append)
            return asked[-1:] == [True]

        until(qtbot, told)

    def drawn(rows: int) -> Area:
        until(qtbot, lambda: console.window.page == "archive")
        until(qtbot, lambda: page.model.rowCount() == rows and page._asked is None)
        area = page.filters.area
        assert area is not None
        return area

    # A circle about the middle of what is shown, which is put onto the market before.
    view._page.runJavaScript(f"gridMap.parts.map.setView([{MARKET.lat}, {MARKET.lon}], 16)")
    ready_to_draw()
    drag(target, middle, middle + QPoint(60, 0), Qt.KeyboardModifier.ShiftModifier)
    circle = drawn(1)
    assert circle.metres is not None
    assert distance_m(circle.middle, MARKET) < 10
    assert page.filters.area_button.text() == f"M  Within {circle.metres:,.0f} m"
    # Without a place both are found again.
    press(page.table, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    until(qtbot, lambda: page.model.rowCount() == 2)
    # A rectangle that begins beside the market and does not hold it.
    ready_to_draw()
    drag(target, middle + QPoint(30, 30), middle + QPoint(90, 80), Qt.KeyboardModifier.NoModifier)
    rectangle = drawn(0)
    assert rectangle.metres is None
    assert rectangle.south_west.lon > MARKET.lon
    assert rectangle.north_east.lat < MARKET.lat
    # Escape leaves it as it was, Enter takes all that is in view.
    ready_to_draw()
    press(target, Qt.Key.Key_Escape)
    assert drawn(0) == rectangle
    # Whoever goes elsewhere draws no longer.
    ready_to_draw()
    press(console.window, Qt.Key.Key_2, CTRL)
    press(console.window, Qt.Key.Key_5, CTRL)
    until(qtbot, lambda: console.window.page == "archive")
    assert page.filters.area == rectangle
    ready_to_draw()
    press(target, Qt.Key.Key_Return)
    assert drawn(1).south_west.lat < MARKET.lat


def test_without_a_map_it_is_said(open_console: OpenConsole, sqlite_center_url: str) -> None:
    console = open_console(sqlite_center_url)
    press(console.window, Qt.Key.Key_5, CTRL)
    click(console.archive.filters.area_button)
    assert console.window.page == "archive"
    assert "area" in console.window.messages.messages
