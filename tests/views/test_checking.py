"""The check at the desk: photos side by side, the call back, another person, and how it ended."""

from functools import partial

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from console.domain.checking import Callback, Moment
from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import Attach, Dispatch, Merge, Report, Step, Verify
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import (
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

pytestmark = pytest.mark.both_databases

RETURN = Qt.Key.Key_Return
ROAD = (Deed.ACKNOWLEDGE, Deed.SET_OUT, Deed.ARRIVE, Deed.RESOLVE)


def dealt_with(
    qtbot: QtBot,
    open_console: OpenConsole,
    elsewhere: Elsewhere,
    url: str,
    report: Report,
    *,
    photos: bool = False,
) -> Console:
    """A console on one incident that another seat has noted as dealt with."""
    number = elsewhere(url, report).subject.id
    console = open_console(url)
    console.queue.select(number)
    shown_as(qtbot, console, State.REPORTED)
    member = console.incident.doing.ranked[0].member.id
    elsewhere(url, Verify(number))
    elsewhere(url, Dispatch(number, member))
    if photos:
        elsewhere(url, Attach(number, "a.png", picture(Qt.GlobalColor.red)))
    for deed in ROAD:
        elsewhere(url, Step(deed, number))
    if photos:
        elsewhere(url, Attach(number, "b.png", picture(Qt.GlobalColor.green)))
    shown_as(qtbot, console, State.RESOLVED)
    until(qtbot, console.incident.checking.isVisible)
    until(qtbot, lambda: "丙" in console.incident.checking.who.text())
    console.queue.focus_rows()
    return console


def picture(color: Qt.GlobalColor) -> bytes:
    """A large photo of one colour."""
    image = QImage(1600, 1200, QImage.Format.Format_RGB32)
    image.fill(color)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def test_another_seat_checks_with_enter_and_closes_with_a_reason_by_its_digit(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str
) -> None:
    console = dealt_with(qtbot, open_console, elsewhere, center_url, litter())
    part = console.incident.checking
    # Nobody left a telephone number: there is nobody to call.
    assert not part.callback.isVisible()
    assert "甲" in part.by.placeholderText()
    press(console.window, RETURN)
    shown_as(qtbot, console, State.CHECKED)
    settle(qtbot, console)
    press(console.window, RETURN)
    assert only_incident(console).state is State.CHECKED
    assert part.reason.buttons[0].hasFocus()
    press(console.window, RETURN)
    assert only_incident(console).state is State.CHECKED, "nothing is chosen by accident"
    press(console.window, "3")
    assert part.reason.buttons[2].text().startswith("✓")
    press(console.window, RETURN)
    until(qtbot, lambda: not console.hub.picture.incidents)
    [closed] = deeds(console, Deed.CLOSE)
    assert closed.payload["reason"] == "handed_over"
    ended = "handed over to the department in charge"
    until(qtbot, lambda: ended in console.incident.timeline.texts[0])


def test_a_reporter_with_a_telephone_is_called_back_first(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str
) -> None:
    report = litter(reporter_phone="13800001111")
    console = dealt_with(qtbot, open_console, elsewhere, center_url, report)
    part = console.incident.checking
    until(qtbot, part.callback.isVisible)
    assert "138******11" in part.asked.text()
    press(console.window, RETURN)
    assert part.callback.buttons[0].hasFocus()
    assert only_incident(console).state is State.RESOLVED
    press(console.window, "1")
    assert console.queue.table.hasFocus(), "the keyboard is back where it was"
    # Whoever goes there by Tab stays there: Space chooses, Enter goes on.
    part.callback.buttons[1].setFocus()
    press(console.window, " ")
    assert part.callback.buttons[1].hasFocus()
    press(console.window, RETURN)
    shown_as(qtbot, console, State.CHECKED)
    [checked] = deeds(console, Deed.CHECK)
    assert checked.payload["callback"] == Callback.DISSATISFIED.value
    until(qtbot, lambda: "reporter: not satisfied" in console.incident.timeline.texts[0])


def test_who_handled_it_is_asked_for_another_name(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str
) -> None:
    console = dealt_with(qtbot, open_console, elsewhere, center_url, litter())
    number = only_incident(console).id
    elsewhere(center_url, Step(Deed.SEND_BACK, number, note="还有垃圾"))
    member = next(iter(console.hub.picture.members.values()))
    elsewhere(center_url, Step(Deed.ESCALATE, number, note="需上级"))
    shown_as(qtbot, console, State.ESCALATED)
    # This seat notes that the town has dealt with it, and so does not check it.
    console.desk.do(Step(Deed.RESOLVE, number))
    shown_as(qtbot, console, State.RESOLVED)
    settle(qtbot, console)
    part = console.incident.checking
    until(qtbot, lambda: "甲" in part.who.text())
    press(console.window, RETURN)
    assert part.by.hasFocus()
    write(console.window, "甲")
    press(console.window, RETURN)
    until(qtbot, lambda: any("does not check or close it" in text for text in said(console)))
    assert only_incident(console).state is State.RESOLVED
    part.by.clear()
    write(console.window, "值班长李强")
    # What was typed is still there after looking elsewhere.
    other = elsewhere(center_url, litter()).subject.id
    until(qtbot, lambda: other in console.hub.picture.incidents)
    console.queue.select(other)
    until(qtbot, lambda: not part.isVisible())
    console.queue.select(number)
    until(qtbot, lambda: part.isVisible() and part.by.text() == "值班长李强")
    part.by.setFocus()
    press(console.window, RETURN)
    until(qtbot, lambda: console.hub.picture.incidents[number].state is State.CHECKED)
    assert deeds(console, Deed.CHECK)[-1].payload["by"] == "值班长李强"
    assert member.name not in part.who.text()


def test_the_last_photo_before_and_after_stand_side_by_side(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str
) -> None:
    console = dealt_with(qtbot, open_console, elsewhere, center_url, litter(), photos=True)
    photos = console.incident.checking.photos
    looks = [(Moment.BEFORE, Qt.GlobalColor.red), (Moment.AFTER, Qt.GlobalColor.green)]
    for moment, color in looks:
        button = photos.photos[moment]
        until(qtbot, partial(in_the_middle, button, QColor(color)))
        assert photos.captions[moment].text().endswith("· 1")


def test_photos_of_a_report_that_was_merged_into_it_are_compared_too(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str
) -> None:
    console = dealt_with(qtbot, open_console, elsewhere, center_url, litter())
    photos = console.incident.checking.photos
    number = only_incident(console).id
    again = elsewhere(center_url, litter()).subject.id
    elsewhere(center_url, Attach(again, "c.png", picture(Qt.GlobalColor.blue)))
    elsewhere(center_url, Merge(again, number))
    until(qtbot, lambda: photos.captions[Moment.BEFORE].text().endswith("· 1"))
    blue = QColor(Qt.GlobalColor.blue)
    until(qtbot, partial(in_the_middle, photos.photos[Moment.BEFORE], blue))


def in_the_middle(button: QPushButton, color: QColor) -> bool:
    """Whether a photo of a colour stands on a button."""
    image = button.icon().pixmap(176, 124).toImage()
    if image.isNull():  # not read yet
        return False
    return image.pixelColor(image.width() // 2, image.height() // 2) == color


def test_r_offers_the_reasons_and_takes_other_words_as_well(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str
) -> None:
    typed = ("Outside our remit: the railway's land", "打错了")
    numbers = [elsewhere(center_url, litter()).subject.id for _ in typed]
    console = open_console(center_url)
    for number, text in zip(numbers, typed, strict=True):
        # The list that R and Down open is a window of its own to the screen that tests have.
        sit_at(qtbot, console)
        console.queue.select(number)
        until(qtbot, partial(is_read, console, number))
        console.queue.focus_rows()
        reject(console, text)
        until(qtbot, console.incident.deeds.bar.isHidden)
    until(qtbot, lambda: len(deeds(console, Deed.REJECT)) == len(typed))
    first, second = (event.payload for event in deeds(console, Deed.REJECT))
    assert (first["reason"], first["note"]) == ("not_ours", "the railway's land")
    assert ("reason" in second, second["note"]) == (False, "打错了")


def is_read(console: Console, number: int) -> bool:
    """Whether the panel knows all about an incident."""
    case = console.incident._case
    return case is not None and case.incident.id == number


def reject(console: Console, text: str) -> None:
    """Press R, look at the list that it offers, and type."""
    bar = console.incident.deeds.bar
    press(console.window, "r")
    press(bar.line, Qt.Key.Key_Down)
    completer = bar.line.completer()
    assert completer.completionCount() == 4
    write(bar.line, text)
    press(bar.line, RETURN)
