"""A major incident is led with its parts by keys; the queue marks it, and each part is told of."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain.handover import Handover
from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import DeclareMajor, Dispatch, JoinMajor, Step, Verify
from console.views.board.urgent import Urgent
from console.views.handover.page import handover_html
from console.widgets.queue_row import QueueRole
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, SHIFT, deeds, press, said, settle, until
from tests.views.reports import litter

RETURN = Qt.Key.Key_Return


def show(qtbot: QtBot, console: Console, number: int) -> None:
    """Show an incident, read in full, with the keyboard in the rows."""
    console.open_incident(number)
    settle(qtbot, console)


def marks(console: Console) -> dict[int, str]:
    """What the queue's rows say of how incidents are led."""
    model = console.queue.model
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return {
        row.data(QueueRole.INCIDENT).id: row.data(QueueRole.TOGETHER)
        for row in rows
        if row.data(QueueRole.TOGETHER)
    }


def led(elsewhere: Elsewhere, url: str, parts: int = 2) -> tuple[int, list[int]]:
    """A major incident with so many parts."""
    major = elsewhere(url, litter("停水")).subject.id
    elsewhere(url, DeclareMajor(major, "多人上报"))
    numbers = [elsewhere(url, litter(f"第{n}栋停水")).subject.id for n in range(parts)]
    for number in numbers:
        elsewhere(url, JoinMajor(number, major))
    return major, numbers


def test_it_is_declared_joined_left_and_stood_down_by_keys(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    major = elsewhere(center_url, litter("停水")).subject.id
    part = elsewhere(center_url, litter("三栋停水")).subject.id
    console = open_console(center_url)
    panel, incidents = console.incident, console.hub.picture.incidents
    show(qtbot, console, major)
    assert panel.major.isHidden()
    press(console.window, "M", SHIFT)
    press(console.window, "water is off in all blocks")
    press(console.window, RETURN)
    until(qtbot, lambda: incidents[major].leads)
    settle(qtbot, console)
    assert QApplication.focusWidget() is console.queue.table
    assert marks(console) == {major: "⛁ 0 parts"}

    show(qtbot, console, part)
    press(console.window, "B", SHIFT)
    assert panel.major.bar.line.text() == f"{major:04d}", "the only one there is"
    press(console.window, RETURN)
    until(qtbot, lambda: incidents[part].part_of == major)
    assert marks(console) == {major: "⛁ 1 parts", part: f"⛁ {major:04d}"}

    # The part goes its own way, and shows where it belongs.
    elsewhere(center_url, Verify(part))
    member = next(iter(console.hub.picture.propose(part, _today(console)).candidates)).member
    elsewhere(center_url, Dispatch(part, member.id))
    until(qtbot, lambda: incidents[part].state is State.DISPATCHED)
    show(qtbot, console, major)
    assert incidents[major].state is State.REPORTED
    assert "parts open: 1" in panel.major.caption.text()
    assert "people: 1" in panel.major.caption.text()
    assert member.name in panel.major.lines.lines[0].said.text()
    assert any(text.startswith(f"{part:04d}: ") for text in panel.timeline.texts)
    press(console.window, "P", SHIFT)
    until(qtbot, lambda: not panel.major.lines.rests)
    press(console.window, RETURN)
    until(qtbot, lambda: incidents[part].part_of is None)
    assert marks(console) == {major: "⛁ 0 parts"}

    settle(qtbot, console)
    console.queue.focus_rows()
    press(console.window, "M", SHIFT)
    assert panel.major.bar.deed is Deed.STAND_DOWN
    press(console.window, Qt.Key.Key_Escape)
    assert not panel.major.bar.isVisible()
    press(console.window, "M", SHIFT)
    press(console.window, "over")
    press(console.window, RETURN)
    until(qtbot, lambda: not incidents[major].leads)
    assert marks(console) == {}
    settle(qtbot, console)
    press(console.window, Qt.Key.Key_Z, CTRL)
    until(qtbot, lambda: incidents[major].leads)


def test_a_note_and_the_closing_reach_all_parts_and_each_is_told(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    url = sqlite_center_url
    major, (first, second) = led(elsewhere, url)
    for number in (major, first):
        elsewhere(url, Step(Deed.ESCALATE, number, note="供水公司"))
        elsewhere(url, Step(Deed.RESOLVE, number))
        elsewhere(url, Step(Deed.CHECK, number, by="核查员"))
    console = open_console(url)
    show(qtbot, console, major)
    press(console.window, "N", SHIFT)
    press(console.window, "water is back at noon")
    press(console.window, RETURN)
    until(qtbot, lambda: len(deeds(console, Deed.COMMENT)) == 3)
    settle(qtbot, console)
    assert {event.subject.id for event in deeds(console, Deed.COMMENT)} == {major, first, second}
    assert said(console)[0].splitlines()[1:] == [
        f"{number:04d} ✓" for number in (first, second, major)
    ]

    show(qtbot, console, major)
    press(console.window, "X", SHIFT)
    press(console.window, "dealt with: water is back")
    press(console.window, RETURN)
    until(qtbot, lambda: first not in console.hub.picture.incidents)
    settle(qtbot, console)
    (told,) = [one.splitlines() for one in said(console)]
    assert told[1] == f"{first:04d} ✓"
    assert told[2].startswith(f"{second:04d} ✗")
    assert told[3].startswith(f"{major:04d} ✗")
    assert "Parts of incident" in told[3]
    closed = deeds(console, Deed.CLOSE)
    assert [event.payload["reason"] for event in closed] == ["handled"]
    assert console.hub.picture.incidents[major].leads
    until(qtbot, lambda: marks(console) == {major: "⛁ 1 parts", second: f"⛁ {major:04d}"})


def test_many_at_once_are_offered_to_be_led_as_one(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    numbers = [
        elsewhere(
            sqlite_center_url, litter("文宗路乱丢垃圾", reporter_phone=f"1380000111{n}")
        ).subject.id
        for n in range(3)
    ]
    console = open_console(sqlite_center_url)
    show(qtbot, console, numbers[0])
    button = console.incident.major.buttons["declare_major"]
    until(qtbot, button.isVisible)
    assert "Declare major" in button.text()


def test_a_part_opens_its_major_incident(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    major, (first, _) = led(elsewhere, sqlite_center_url)
    console = open_console(sqlite_center_url)
    show(qtbot, console, first)
    assert "Part of" in console.incident.major.caption.text()
    press(console.window, "P", SHIFT)
    press(console.window, "o")
    until(qtbot, lambda: console.queue.current == major)


def _today(console: Console) -> date:
    return console.hub.picture.day_of(console.hub.picture.events[-1].at)


def test_wall_handover_and_archive_tell_of_it_as_one(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    major, (first, second) = led(elsewhere, sqlite_center_url)
    console = open_console(sqlite_center_url)
    picture = console.hub.picture
    now = picture.events[-1].at
    text = handover_html(Handover(0, now, "甲", "一号席"), picture, now)
    assert "⛁ 2 parts" in text
    assert f"{first:04d}" not in text
    urgent = Urgent(console.hub)
    qtbot.addWidget(urgent)
    urgent.show_now(now + timedelta(days=2))
    shown = [row for row in urgent.rows if not row.isHidden()]
    assert len(shown) == 1
    assert "⛁ 2 parts" in shown[0].where.text()
    for number in (first, second, major):
        elsewhere(sqlite_center_url, Step(Deed.REJECT, number, note="不属实"))
    until(qtbot, lambda: not picture.incidents)
    console.window.show_page("archive")
    until(qtbot, lambda: console.archive.model.rowCount() == 3)
    case_view = console.archive.case

    def shows(text: str) -> bool:
        return text in case_view.together.text()

    for number, told in ((major, f"{first:04d}、{second:04d}"), (second, f"{major:04d}")):
        case_view.show_incident(number)
        until(qtbot, partial(shows, told))
