"""What is typed on an incident is kept for it, whatever happens meanwhile."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import Step, Verify
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import (
    click,
    deeds,
    only_incident,
    press,
    said,
    settle,
    shown_as,
    sit_at,
    until,
    write,
)
from tests.views.reports import litter


def show(qtbot: QtBot, console: Console, number: int) -> None:
    """Select an incident and wait until it was read in full."""
    console.queue.select(number)
    console.queue.focus_rows()

    def there() -> None:
        shown = console.incident.incident
        assert shown is not None
        assert shown.id == number

    until(qtbot, there)
    settle(qtbot, console)


def test_a_reason_is_kept_for_its_incident_and_its_deed(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    first = elsewhere(sqlite_center_url, litter("第一件")).subject.id
    second = elsewhere(sqlite_center_url, litter("第二件")).subject.id
    console = open_console(sqlite_center_url)
    bar = console.incident.deeds.bar
    show(qtbot, console, first)
    press(console.window, "r")
    press(console.window, "not true")

    show(qtbot, console, second)
    assert not bar.isVisible()
    press(console.window, "r")
    assert bar.line.text() == ""
    press(console.window, Qt.Key.Key_Escape)

    show(qtbot, console, first)
    press(console.window, "e")
    assert bar.line.text() == ""
    press(console.window, Qt.Key.Key_Escape)
    press(console.window, "r")
    assert bar.line.text() == "not true"
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: set(console.hub.picture.incidents) == {second})
    assert deeds(console, Deed.REJECT)[0].payload["note"] == "not true"


def test_a_reason_begun_before_another_seat_was_faster_is_refused_once_and_kept(
    qtbot: QtBot, open_console: OpenConsole, center_url: str
) -> None:
    console = open_console(center_url, "甲", "一号席")
    other = open_console(center_url, "乙", "二号席")
    number = console.desk.do(litter())
    assert number is not None
    until(qtbot, lambda: console.hub.picture.incidents and other.hub.picture.incidents)
    for seat in (console, other):
        show(qtbot, seat, only_incident(seat).id)
    sit_at(qtbot, console)
    console.queue.focus_rows()
    press(console.window, "r")
    press(console.window, "not ours")
    # The other seat verifies it, and this screen has heard of it: the reason was begun before.
    other.incident.doing.do_primary()
    shown_as(qtbot, console, State.VERIFIED)
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: said(console))
    (told,) = said(console)
    assert "乙 (二号席)" in told
    assert "10:00" in told
    assert "Verify" in told
    assert only_incident(console).state is State.VERIFIED
    bar = console.incident.deeds.bar
    assert bar.isVisible()
    assert bar.line.text() == "not ours"
    # Told so, the operator may still want it.
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: not console.hub.picture.incidents)
    assert deeds(console, Deed.REJECT)[0].payload["note"] == "not ours"
    assert not said(other)


def test_what_was_seen_is_kept_for_each_incident(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    first = elsewhere(sqlite_center_url, litter("第一件")).subject.id
    second = elsewhere(sqlite_center_url, litter("第二件")).subject.id
    console = open_console(sqlite_center_url)
    note = console.incident.verification.note
    show(qtbot, console, first)
    note.setFocus()
    write(console.window, "三袋垃圾")
    show(qtbot, console, second)
    assert note.text() == ""
    note.setFocus()
    write(console.window, "看不清")
    show(qtbot, console, first)
    assert note.text() == "三袋垃圾"
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: deeds(console, Deed.VERIFY))
    event = deeds(console, Deed.VERIFY)[0]
    assert (event.subject.id, event.payload["note"]) == (first, "三袋垃圾")


def test_what_was_seen_becomes_a_note_when_another_seat_verified_first(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    console = open_console(sqlite_center_url)
    show(qtbot, console, number)
    console.incident.verification.note.setFocus()
    write(console.window, "三袋垃圾")
    console.watcher.stop()
    elsewhere(sqlite_center_url, Verify(number))
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: said(console))
    assert "丙 (三号席)" in said(console)[0]
    settle_case(qtbot, console)
    console.incident.doing.request(Deed.COMMENT)
    assert console.incident.deeds.bar.line.text() == "三袋垃圾"


def settle_case(qtbot: QtBot, console: Console) -> None:
    """Wait until the panel has read that it is verified, though nothing follows the feed."""

    def there() -> None:
        shown = console.incident.incident
        assert shown is not None
        assert shown.state is State.VERIFIED

    until(qtbot, there)


def test_the_reason_for_the_contact_and_a_note_are_not_mixed_up(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    order = litter(reporter_name="李四", reporter_phone="13800001111")
    number = elsewhere(sqlite_center_url, order).subject.id
    console = open_console(sqlite_center_url)
    show(qtbot, console, number)
    panel, bar = console.incident, console.incident.deeds.bar
    press(console.window, "c")
    press(console.window, "half a note")
    press(console.window, Qt.Key.Key_Escape)

    # The contact is asked for, then the operator wants to write the note after all.
    click(panel.contact.show_button)
    assert bar.line.text() == ""
    press(console.window, "call back")
    click(panel.deeds.buttons[Deed.COMMENT])
    assert bar.line.text() == "half a note"
    press(console.window, " more")
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: deeds(console, Deed.COMMENT))
    assert deeds(console, Deed.COMMENT)[0].payload["note"] == "half a note more"
    assert "13800001111" not in panel.contact.text.text()

    # A note begun is still there after the contact was shown.
    settle(qtbot, console)
    console.queue.focus_rows()
    press(console.window, "c")
    press(console.window, "second note")
    press(console.window, Qt.Key.Key_Escape)
    click(panel.contact.show_button)
    assert bar.line.text() == "call back"
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: "13800001111" in panel.contact.text.text())
    settle(qtbot, console)
    assert "call back" in str(deeds(console, Deed.LOOK)[-1].payload["note"])
    console.queue.focus_rows()
    press(console.window, "c")
    assert bar.line.text() == "second note"


def test_the_keyboard_is_back_in_the_rows_after_what_was_typed_is_done(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    console = open_console(sqlite_center_url)
    table = console.queue.table
    show(qtbot, console, number)
    press(console.window, "c")
    press(console.window, "a note")
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: deeds(console, Deed.COMMENT))
    until(qtbot, table.hasFocus)
    press(console.window, "c")
    press(console.window, Qt.Key.Key_Escape)
    assert table.hasFocus()
    press(console.window, "c")
    click(console.incident.deeds.bar.cancel)
    assert table.hasFocus()
    # Verified from the line for what was seen, Enter then sends.
    console.incident.verification.note.setFocus()
    press(console.window, "seen")
    press(console.window, Qt.Key.Key_Return)
    shown_as(qtbot, console, State.VERIFIED)
    assert table.hasFocus()
    press(console.window, Qt.Key.Key_Return)
    shown_as(qtbot, console, State.DISPATCHED)


def test_an_incident_that_ended_elsewhere_keeps_the_reason_and_says_who(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    console = open_console(sqlite_center_url)
    show(qtbot, console, number)
    press(console.window, "e")
    press(console.window, "needs the town")
    elsewhere(sqlite_center_url, Step(Deed.REJECT, number, note="不属实"))
    until(qtbot, lambda: not console.hub.picture.incidents)
    bar = console.incident.deeds.bar
    assert bar.isVisible()
    assert bar.line.hasFocus()
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: said(console))
    assert "丙 (三号席)" in said(console)[0]
    assert "Reject" in said(console)[0]
    assert bar.line.text() == "needs the town"
