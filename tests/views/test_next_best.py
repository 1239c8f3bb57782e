"""Where nobody of our own can go: what is missing is said, and a key takes the next best."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import ChangeDuty, Verify
from console.domain.people import AVAILABLE, Duty, Member, Unit
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import click, deeds, only_incident, press, settle, shown_as, sit_at, until
from tests.views.reports import litter
from tests.views.test_excluded import holders


def _own(console: Console) -> list[Member]:
    there = [one for one in holders(console) if one.duty in AVAILABLE]
    return [one for one in there if one.unit is Unit.OWN]


def _without_own(
    qtbot: QtBot, console: Console, url: str, elsewhere: Elsewhere, *, verified: bool = True
) -> None:
    number = elsewhere(url, litter()).subject.id
    if verified:
        elsewhere(url, Verify(number))
    until(qtbot, lambda: number in console.hub.picture.incidents)
    for one in _own(console):
        elsewhere(url, ChangeDuty(one.id, Duty.BREAK))
    sit_at(qtbot, console)
    console.queue.select(number)
    until(qtbot, console.incident.candidates.next_best.isVisible)
    until(qtbot, lambda: not _own(console))
    # Others have changed what the large button does: it rests for a moment, and so do these.
    until(qtbot, lambda: not console.incident._settling.isActive())
    console.queue.focus_rows()


def test_what_is_missing_is_said_and_a_key_sends_the_squad(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = open_console(sqlite_center_url)
    _without_own(qtbot, console, sqlite_center_url, elsewhere)
    found = console.incident.candidates.next_best
    assert "on a break" in found.missing.text()
    assert "Urban" in found.missing.text()
    assert "neighbouring base grids" in found.told.text()
    assert "of the mobile squad" in found.buttons[0].text()
    press(console.window, "1")
    sent = shown_as(qtbot, console, State.DISPATCHED)
    assert sent.assignee is not None
    assert console.hub.picture.members[sent.assignee].unit is Unit.SQUAD


def test_a_report_is_verified_before_anybody_is_sent(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = open_console(sqlite_center_url)
    _without_own(qtbot, console, sqlite_center_url, elsewhere, verified=False)
    assert not console.incident.candidates.next_best.buttons[0].isEnabled()
    press(console.window, "1")
    settle(qtbot, console)
    assert only_incident(console).state is State.REPORTED


def test_a_community_is_asked_and_the_town_with_a_reason_that_stands_there(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = open_console(sqlite_center_url)
    for one in holders(console):
        if one.unit is not Unit.OWN and one.duty in AVAILABLE:
            elsewhere(sqlite_center_url, ChangeDuty(one.id, Duty.OFF))
    _without_own(qtbot, console, sqlite_center_url, elsewhere)
    found = console.incident.candidates.next_best
    until(qtbot, lambda: "Ask" in found.buttons[0].text())
    assert "Escalate to the town" in found.buttons[1].text()
    assert sum(button.isVisible() for button in found.buttons) == 2
    bar = console.incident.deeds.bar
    click(found.buttons[1])
    assert bar.line.text() == found.missing.text()
    press(console.window, Qt.Key.Key_Escape)
    # What was only offered gives way to the other offer.
    click(found.buttons[0])
    assert "is asked for help" in bar.line.text()
    reason = bar.line.text()
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: deeds(console, Deed.ESCALATE))
    assert deeds(console, Deed.ESCALATE)[0].payload["note"] == reason


def test_what_was_typed_is_not_lost_to_an_offer(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = open_console(sqlite_center_url)
    _without_own(qtbot, console, sqlite_center_url, elsewhere)
    console.incident.doing.request(Deed.ESCALATE)
    press(console.window, "half a word")
    press(console.window, Qt.Key.Key_Escape)
    found = console.incident.candidates.next_best
    town = next(b for b in found.buttons if b.isVisible() and "town" in b.text())
    click(town)
    assert console.incident.deeds.bar.line.text() == "half a word"


def test_where_somebody_can_go_nothing_else_is_offered(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    elsewhere(sqlite_center_url, Verify(number))
    console = open_console(sqlite_center_url)
    console.queue.select(number)
    shown_as(qtbot, console, State.VERIFIED)
    until(qtbot, console.incident.candidates.cards[0].isVisible)
    assert not console.incident.candidates.next_best.isVisible()
