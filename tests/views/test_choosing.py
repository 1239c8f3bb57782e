"""Whom the large button sends: the one who was chosen, and nobody else, whatever happens."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import ChangeDuty, Dispatch, Step, Verify
from console.domain.people import Duty
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import click, deeds, only_incident, press, said, settle, shown_as, until
from tests.views.reports import litter
from tests.views.seats import one_reported


def to_dispatch(
    qtbot: QtBot, open_console: OpenConsole, url: str, elsewhere: Elsewhere
) -> Console:
    """A console with one verified incident, selected."""
    elsewhere(url, Verify(elsewhere(url, litter()).subject.id))
    console = open_console(url)
    press(console.window, Qt.Key.Key_Down)
    shown_as(qtbot, console, State.VERIFIED)
    return console


def name_on(console: Console, rank: int) -> str:
    return console.incident.candidates.cards[rank].name.text().split()[-1]


def test_who_was_chosen_stays_chosen_when_the_order_changes(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = to_dispatch(qtbot, open_console, sqlite_center_url, elsewhere)
    press(console.window, "2")
    best, chosen = name_on(console, 0), name_on(console, 1)
    first = next(m for m in console.hub.picture.members.values() if m.name == best)
    elsewhere(sqlite_center_url, ChangeDuty(first.id, Duty.OFF))
    until(qtbot, lambda: name_on(console, 0) == chosen)
    assert chosen in console.incident.deeds.primary.accessibleName()
    press(console.window, Qt.Key.Key_Return)
    sent = shown_as(qtbot, console, State.DISPATCHED).assignee
    assert console.hub.picture.members[sent or 0].name == chosen


def test_the_best_is_offered_again_when_the_chosen_one_is_gone(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = to_dispatch(qtbot, open_console, sqlite_center_url, elsewhere)
    press(console.window, "3")
    best, chosen = name_on(console, 0), name_on(console, 2)
    third = next(m for m in console.hub.picture.members.values() if m.name == chosen)
    elsewhere(sqlite_center_url, ChangeDuty(third.id, Duty.BREAK))
    until(qtbot, lambda: name_on(console, 2) != chosen)
    assert console.incident.candidates.choice == 0
    assert best in console.incident.deeds.primary.accessibleName()


def test_numbers_choose_nobody_while_somebody_is_on_the_way(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = to_dispatch(qtbot, open_console, sqlite_center_url, elsewhere)
    best = name_on(console, 0)
    press(console.window, Qt.Key.Key_Return)
    incident = shown_as(qtbot, console, State.DISPATCHED)
    press(console.window, "4")
    elsewhere(sqlite_center_url, Step(Deed.WITHDRAW, incident.id, note="换人"))
    shown_as(qtbot, console, State.VERIFIED)
    assert best in console.incident.deeds.primary.accessibleName()


def test_a_double_click_on_a_card_sends_that_member_once(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = to_dispatch(qtbot, open_console, sqlite_center_url, elsewhere)
    card, name = console.incident.candidates.cards[1], name_on(console, 1)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(card, Qt.MouseButton.LeftButton)
    sent = shown_as(qtbot, console, State.DISPATCHED).assignee
    settle(qtbot, console)
    assert console.hub.picture.members[sent or 0].name == name
    assert len(deeds(console, Deed.DISPATCH)) == 1
    assert not said(console)


def test_more_candidates_are_shown_on_request(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = to_dispatch(qtbot, open_console, sqlite_center_url, elsewhere)
    cards = console.incident.candidates
    assert [card.isVisible() for card in cards.cards].count(True) == 3
    assert cards.more.isVisible()
    click(cards.more)
    assert [card.isVisible() for card in cards.cards].count(True) == 9


def test_a_camera_opened_after_the_verification_is_for_the_course_of_the_incident(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = one_reported(qtbot, open_console, sqlite_center_url, elsewhere)
    press(console.window, Qt.Key.Key_Return)
    shown_as(qtbot, console, State.VERIFIED)
    opened: list[int] = []
    console.incident.verification.camera_shown.connect(opened.append)
    assert not console.incident.verification.isVisible()
    press(console.window, "v")
    assert opened
    assert console.incident.verification.isVisible()
    assert not console.incident.verification.note.isVisible()
    press(console.window, Qt.Key.Key_Escape)
    assert not console.incident.verification.isVisible()


def test_a_photo_that_is_not_there_is_said_and_not_offered_again(
    qtbot: QtBot,
    open_console: OpenConsole,
    sqlite_center_url: str,
    elsewhere: Elsewhere,
    tmp_path: Path,
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    console = open_console(sqlite_center_url)
    console.desk.attach_file(number, tmp_path / "gone.jpg")
    until(qtbot, lambda: said(console))
    (message,) = console.window.messages.messages.values()
    assert "gone.jpg" in message.label.text()
    assert not message.action.isVisible()


def test_a_dispatch_to_somebody_who_just_went_off_duty_is_refused_with_the_name(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    console = to_dispatch(qtbot, open_console, center_url, elsewhere)
    best = name_on(console, 0)
    first = next(m for m in console.hub.picture.members.values() if m.name == best)
    console.watcher.stop()
    elsewhere(center_url, ChangeDuty(first.id, Duty.OFF))
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: said(console))
    assert best in said(console)[0]
    assert only_incident(console).state is State.VERIFIED


def test_a_member_busy_elsewhere_can_be_sent_and_says_so(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = to_dispatch(qtbot, open_console, sqlite_center_url, elsewhere)
    best = name_on(console, 0)
    first = next(m for m in console.hub.picture.members.values() if m.name == best)
    other = elsewhere(sqlite_center_url, litter("另一件")).subject.id
    elsewhere(sqlite_center_url, Verify(other))
    elsewhere(sqlite_center_url, Dispatch(other, first.id))
    until(qtbot, lambda: console.hub.picture.members[first.id].load == 1)
    click(console.incident.candidates.more)
    texts = {
        card.name.text().split()[-1]: card.reasons.text()
        for card in console.incident.candidates.cards
        if card.isVisible()
    }
    assert "1 running" in texts.get(best, "1 running")
