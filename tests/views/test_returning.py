"""Who sends an assignment back, with which evidence: asked for in one line."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import Attach, Dispatch, Verify
from console.wiring import Console
from tests.clock import Clock
from tests.photos import JPEG, PNG
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import deeds, only_incident, press, settle, shown_as, sit_at, until, write
from tests.views.reports import litter

RETURN = Qt.Key.Key_Return
CLINIC = "社区卫生服务站"


def dispatched(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, clock: Clock, url: str
) -> tuple[Console, int]:
    """A console on an incident with a photo from before the dispatch."""
    number = elsewhere(url, litter()).subject.id
    elsewhere(url, Verify(number))
    elsewhere(url, Attach(number, "报告.png", PNG))
    console = open_console(url)
    sit_at(qtbot, console)
    console.queue.select(number)
    shown_as(qtbot, console, State.VERIFIED)
    console.queue.focus_rows()
    clock.advance(60)
    press(console.window, RETURN)
    shown_as(qtbot, console, State.DISPATCHED)
    settle(qtbot, console)
    return console, number


def test_a_department_sends_it_back_with_evidence(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, clock: Clock, center_url: str
) -> None:
    console, number = dispatched(qtbot, open_console, elsewhere, clock, center_url)
    bar = console.incident.deeds.bar
    press(console.window, "t")
    assert "photos as evidence: 0 " in bar.caption.text(), "what was there before proves nothing"
    write(console.window, "不归我们管")
    elsewhere(center_url, Attach(number, "门锁着.jpg", JPEG))
    until(qtbot, lambda: "photos as evidence: 1 " in bar.caption.text())
    assert bar.line.text() == "不归我们管", "no word is lost by what comes meanwhile"
    press(console.window, RETURN)
    assert bar.line.selectedText() == bar.line.text() != "", "the next letter replaces the member"
    write(console.window, CLINIC)
    press(console.window, RETURN)
    shown_as(qtbot, console, State.VERIFIED)
    (event,) = deeds(console, Deed.RETURN)
    assert (event.payload["department"], event.payload["note"]) == (CLINIC, "不归我们管")
    assert event.payload["evidence_names"] == "门锁着.jpg"
    header = console.incident.header
    until(qtbot, lambda: "↩ returned once" in header.returns.text())
    told = f"{CLINIC} sent it back ({event.operator}): 不归我们管, with evidence: 门锁着.jpg"
    until(qtbot, lambda: told in console.incident.timeline.texts)


def test_departments_known_and_named_before_are_offered(
    qtbot: QtBot,
    open_console: OpenConsole,
    elsewhere: Elsewhere,
    clock: Clock,
    sqlite_center_url: str,
) -> None:
    console, number = dispatched(qtbot, open_console, elsewhere, clock, sqlite_center_url)
    bar, picture = console.incident.deeds.bar, console.hub.picture
    known = {member.organisation for member in picture.members.values()} - {""}
    assert known, "the center knows other bodies"
    press(console.window, "t")
    write(console.window, "不归我们管")
    press(console.window, RETURN)
    assert any(name in bar.caption.text() for name in known)
    write(console.window, CLINIC)
    press(console.window, RETURN)
    shown_as(qtbot, console, State.VERIFIED)
    elsewhere(sqlite_center_url, Dispatch(number, console.incident.doing.ranked[0].member.id))
    shown_as(qtbot, console, State.DISPATCHED)
    settle(qtbot, console)
    press(console.window, "t")
    write(console.window, "又是不归我们管")
    press(console.window, RETURN)
    assert CLINIC in bar.caption.text(), "who was named before comes first"
    write(console.window, CLINIC[2:4])
    popup = bar.line.completer().popup()
    assert popup is not None
    until(qtbot, popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, RETURN)
    shown_as(qtbot, console, State.VERIFIED)
    assert [event.payload.get("department") for event in deeds(console, Deed.RETURN)] == [
        CLINIC
    ] * 2
    assert only_incident(console).returns == 2


def test_escape_in_the_second_line_keeps_the_reason(
    qtbot: QtBot,
    open_console: OpenConsole,
    elsewhere: Elsewhere,
    clock: Clock,
    sqlite_center_url: str,
) -> None:
    console, _ = dispatched(qtbot, open_console, elsewhere, clock, sqlite_center_url)
    bar = console.incident.deeds.bar
    press(console.window, "t")
    write(console.window, "车坏了")
    press(console.window, RETURN)
    write(console.window, CLINIC)
    press(console.window, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert deeds(console, Deed.RETURN) == []
    press(console.window, "t")
    assert bar.line.text() == "车坏了"
