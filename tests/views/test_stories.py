"""The two true stories, played click for click and key for key through the real widgets."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.domain.events import Subject
from console.domain.incident import Origin, State
from console.domain.lifecycle import Deed
from console.domain.orders import Report
from console.wiring import Console
from tests.clock import Clock
from tests.views.conftest import OpenConsole
from tests.views.hands import only_incident, press, settle, shown_as, until, write
from tests.views.reports import MARKET

pytestmark = pytest.mark.both_databases


def security_category(console: Console) -> str:
    return next(c.code for c in console.hub.picture.categories.values() if c.skill == "security")


def urban_category(console: Console) -> str:
    return next(c.code for c in console.hub.picture.categories.values() if c.skill == "urban")


def test_a_suspicious_man(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, clock: Clock
) -> None:
    """Report → verify by camera → dispatch → follow-up → close, all by keyboard."""
    console = open_console(center_url)
    desk = console.window

    # A member reports; it appears in the queue, marked as new.
    console.desk.do(
        Report(
            title="居民楼可疑人员徘徊：持一串钥匙逐户试门",
            category=security_category(console),
            origin=Origin.MEMBER,
            address="宝塘厦 3 巷 12 号",
            place=MARKET,
        )
    )
    until(qtbot, lambda: console.queue.model.rowCount() == 1)

    # Down selects it; V opens the nearest camera; Enter verifies.
    console.queue.table.setFocus()
    press(desk, Qt.Key.Key_Down)
    shown_as(qtbot, console, State.REPORTED)
    press(desk, "v")
    camera = console.incident.verification.camera
    assert camera is not None
    console.incident.verification.note.setFocus()
    write(desk, "一名男子持钥匙逐户试门，非本楼住户")
    press(desk, Qt.Key.Key_Return)
    shown_as(qtbot, console, State.VERIFIED)

    # Enter sends the first, who holds the skill and is on duty.
    console.queue.focus_rows()
    first = console.incident.candidates.cards[0].name.text()
    clock.advance(20)
    press(desk, Qt.Key.Key_Return)
    incident = shown_as(qtbot, console, State.DISPATCHED)
    assert incident.assignee is not None
    member = console.hub.picture.members[incident.assignee]
    assert first.endswith(member.name)
    assert member.holds("security", clock.now().date())

    # The member answers by radio; the dispatcher records each step with Enter.
    for state in (State.ACKNOWLEDGED, State.EN_ROUTE, State.ON_SCENE, State.RESOLVED):
        clock.advance(60)
        press(desk, Qt.Key.Key_Return)
        shown_as(qtbot, console, state)

    # The follow-up is written down, then it is checked and closed.
    press(desk, "c")
    write(desk, "已登记身份，系走错楼栋的送锁师傅")
    press(desk, Qt.Key.Key_Return)
    until(qtbot, lambda: any("送锁师傅" in text for text in console.incident.timeline.texts))
    # Whoever noted that it is dealt with does not check it: another name is asked for.
    settle(qtbot, console)
    console.queue.focus_rows()
    press(desk, Qt.Key.Key_Return)
    assert console.incident.checking.by.hasFocus()
    write(desk, "值班长李强")
    press(desk, Qt.Key.Key_Return)
    shown_as(qtbot, console, State.CHECKED)
    settle(qtbot, console)
    assert console.queue.table.hasFocus()
    press(desk, "1")
    press(desk, Qt.Key.Key_Return)
    until(qtbot, lambda: not console.hub.picture.incidents)
    assert console.queue.model.rowCount() == 0
    shown = console.incident.incident
    assert shown is not None
    until(qtbot, lambda: console.incident.incident.state is State.CLOSED)  # type: ignore[union-attr]

    subject = Subject("incident", shown.id)
    kinds = [event.kind for event in console.hub.picture.events if event.subject == subject]
    assert kinds == [
        Deed.REPORT,
        Deed.VERIFY,
        Deed.DISPATCH,
        Deed.ACKNOWLEDGE,
        Deed.SET_OUT,
        Deed.ARRIVE,
        Deed.RESOLVE,
        Deed.COMMENT,
        Deed.CHECK,
        Deed.CLOSE,
    ]
    verified = next(e for e in console.hub.picture.events if e.kind is Deed.VERIFY)
    assert verified.payload["camera"] == camera


def test_litter_in_wenzong_road(qtbot: QtBot, open_console: OpenConsole, center_url: str) -> None:
    """A resident's report pops up; the dispatcher assigns it by mouse; a second seat sees all."""
    console = open_console(center_url)
    other = open_console(center_url, "乙", "二号席")
    console.desk.do(
        Report(
            title="乱丢垃圾",
            category=urban_category(console),
            origin=Origin.RESIDENT,
            address="文宗路",
            place=MARKET,
            reporter_name="李某某",
            reporter_phone="13800000000",
        )
    )
    until(qtbot, lambda: console.queue.model.rowCount() == 1)
    until(qtbot, lambda: other.queue.model.rowCount() == 1)

    table = console.queue.table
    middle = table.visualRect(console.queue.model.index(0, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    shown_as(qtbot, console, State.REPORTED)
    until(qtbot, lambda: "138" in console.incident.contact.text.text())
    assert "李**" in console.incident.contact.text.text()
    assert "13800000000" not in console.incident.contact.text.text()

    panel = console.incident
    QTest.mouseClick(panel.deeds.primary, Qt.MouseButton.LeftButton)
    shown_as(qtbot, console, State.VERIFIED)
    QTest.mouseClick(panel.candidates.cards[1], Qt.MouseButton.LeftButton)
    chosen = panel.candidates.cards[1].name.text()
    assert panel.deeds.primary.accessibleName().split()[-1] in chosen
    QTest.mouseClick(panel.deeds.primary, Qt.MouseButton.LeftButton)
    incident = shown_as(qtbot, console, State.DISPATCHED)
    assert chosen.endswith(console.hub.picture.members[incident.assignee or 0].name)

    # The second seat shows the same, in the queue and in the roster.
    until(qtbot, lambda: only_incident(other).state is State.DISPATCHED)
    assert only_incident(other) == incident
    assert other.hub.picture.members == console.hub.picture.members
