"""What was at a place before: counted on the panel, listed by a key, opened by Enter."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.domain.lifecycle import Deed
from console.domain.orders import Correct, Step
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import SHIFT, press, settle, until
from tests.views.reports import litter


@pytest.mark.both_databases
def test_the_third_time_here_is_said_and_the_others_are_opened_by_a_key(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    closed = elsewhere(center_url, litter("<b>第一次</b>")).subject.id
    for deed in (Deed.ESCALATE, Deed.RESOLVE):
        elsewhere(center_url, Step(deed, closed, note="原因"))
    elsewhere(center_url, Step(Deed.CHECK, closed, by="周敏"))
    elsewhere(center_url, Step(Deed.CLOSE, closed, by="周敏", reason="handled"))
    second = elsewhere(center_url, litter("第二次")).subject.id
    third = elsewhere(center_url, litter("第三次")).subject.id
    console = open_console(center_url)
    place = console.incident.place
    console.queue.select(third)
    until(qtbot, place.isVisible)
    assert "No. 3 here within 30 days · 2 within 365 days before" in place.told.text()
    assert place.told.property("role") == "warning"
    assert not place.lines.isVisible()
    console.queue.focus_rows()
    press(console.window, "j", SHIFT)
    assert place.lines.numbers == [second, closed]
    assert place.minimumSizeHint().width() <= 300, "it fits a narrow panel"
    told = place.lines.lines[1].said.text()
    assert told.startswith(
        f"{closed:04d} <b>第一次</b> · 2026-03-02 10:00 · Exposed litter · closed"
    )
    press(console.window, Qt.Key.Key_Down)
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: console.incident.case is not None)
    shown = console.incident.incident
    assert shown is not None
    assert shown.id == closed
    assert not place.isVisible(), "nothing was there before the first one"
    settle(qtbot, console)


def test_another_address_brings_what_was_there(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    url = sqlite_center_url
    elsewhere(
        url,
        Correct(
            elsewhere(
                url,
                litter(),
            ).subject.id,
            address="文宗路 8 号",
        ),
    )
    there = elsewhere(url, litter("远处")).subject.id
    console = open_console(url)
    console.queue.select(there)
    until(qtbot, console.incident.place.isVisible)
    elsewhere(url, Correct(there, address="文宗路８号"))
    until(qtbot, lambda: console.incident.place.known.before[0].same_address)
    assert "same address" in console.incident.place.lines.lines[0].said.text()
    settle(qtbot, console)
