"""The two true stories, played click for click and key for key through the real widgets."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.domain.events import Subject
from console.domain.incident import Incident, Origin, State
from console.domain.lifecycle import Deed
from console.domain.orders import Report
from console.domain.place import LonLat
from console.wiring import Console
from tests.clock import Clock
from tests.views.conftest import OpenConsole


def press(widget: QWidget, key: Qt.Key | str) -> None:
    """Press a key as a person does: on whatever has the keyboard."""
    target = _focused(widget)
    if isinstance(key, str):
        QTest.keyClicks(target, key)
    else:
        QTest.keyClick(target, key)


def write(widget: QWidget, text: str) -> None:
    """Write Chinese as a person does: through an input method."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(_focused(widget), event)


def _focused(widget: QWidget) -> QWidget:
    focused = QApplication.focusWidget()
    return widget if focused is None else focused


def only_incident(console: Console) -> Incident:
    (incident,) = console.hub.picture.incidents.values()
    return incident


def wait_for(qtbot: QtBot, console: Console, state: State) -> Incident:
    """Wait until the only incident stands in a state, in the Picture and on the panel."""

    def there() -> None:
        assert only_incident(console).state is state
        shown = console.incident.incident
        assert shown is not None
        assert shown.state is state
        assert console.incident.deeds.primary.isEnabled()

    qtbot.waitUntil(lambda: _holds(there), timeout=5000)
    return only_incident(console)


def _holds(check: object) -> bool:
    try:
        check()  # type: ignore[operator]
    except (AssertionError, ValueError):
        return False
    return True


def member_place(console: Console) -> LonLat:
    """Where some certified member stands: a place inside the center."""
    return next(m.place for m in console.hub.picture.members.values() if m.place)


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
            place=member_place(console),
        )
    )
    qtbot.waitUntil(lambda: console.queue.model.rowCount() == 1, timeout=5000)

    # Down selects it; V opens the nearest camera; Enter verifies.
    console.queue.table.setFocus()
    press(desk, Qt.Key.Key_Down)
    wait_for(qtbot, console, State.REPORTED)
    press(desk, "v")
    camera = console.incident.verification.camera
    assert camera is not None
    console.incident.verification.note.setFocus()
    write(desk, "一名男子持钥匙逐户试门，非本楼住户")
    press(desk, Qt.Key.Key_Return)
    wait_for(qtbot, console, State.VERIFIED)

    # Enter sends the first, who holds the skill and is on duty.
    console.queue.focus_rows()
    first = console.incident.candidates.cards[0].name.text()
    clock.advance(20)
    press(desk, Qt.Key.Key_Return)
    incident = wait_for(qtbot, console, State.DISPATCHED)
    assert incident.assignee is not None
    member = console.hub.picture.members[incident.assignee]
    assert first.endswith(member.name)
    assert member.holds("security", clock.now().date())

    # The member answers by radio; the dispatcher records each step with Enter.
    for state in (State.ACKNOWLEDGED, State.EN_ROUTE, State.ON_SCENE, State.RESOLVED):
        clock.advance(60)
        press(desk, Qt.Key.Key_Return)
        wait_for(qtbot, console, state)

    # The follow-up is written down, then it is checked and closed.
    press(desk, "c")
    write(desk, "已登记身份，系走错楼栋的送锁师傅")
    press(desk, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: any("送锁师傅" in text for text in console.incident.timeline.texts), timeout=5000
    )
    console.queue.focus_rows()
    press(desk, Qt.Key.Key_Return)
    wait_for(qtbot, console, State.CHECKED)
    press(desk, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not console.hub.picture.incidents, timeout=5000)
    assert console.queue.model.rowCount() == 0
    shown = console.incident.incident
    assert shown is not None
    qtbot.waitUntil(lambda: console.incident.incident.state is State.CLOSED, timeout=5000)  # type: ignore[union-attr]

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
            place=member_place(console),
            reporter_name="李某某",
            reporter_phone="13800000000",
        )
    )
    qtbot.waitUntil(lambda: console.queue.model.rowCount() == 1, timeout=5000)
    qtbot.waitUntil(lambda: other.queue.model.rowCount() == 1, timeout=5000)

    table = console.queue.table
    middle = table.visualRect(console.queue.model.index(0, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    wait_for(qtbot, console, State.REPORTED)
    qtbot.waitUntil(lambda: "138" in console.incident.contact.text.text(), timeout=5000)
    assert "李**" in console.incident.contact.text.text()
    assert "13800000000" not in console.incident.contact.text.text()

    panel = console.incident
    QTest.mouseClick(panel.deeds.primary, Qt.MouseButton.LeftButton)
    wait_for(qtbot, console, State.VERIFIED)
    QTest.mouseClick(panel.candidates.cards[1], Qt.MouseButton.LeftButton)
    chosen = panel.candidates.cards[1].name.text()
    assert panel.deeds.primary.accessibleName().split()[-1] in chosen
    QTest.mouseClick(panel.deeds.primary, Qt.MouseButton.LeftButton)
    incident = wait_for(qtbot, console, State.DISPATCHED)
    assert chosen.endswith(console.hub.picture.members[incident.assignee or 0].name)

    # The second seat shows the same, in the queue and in the roster.
    qtbot.waitUntil(lambda: only_incident(other).state is State.DISPATCHED, timeout=5000)
    assert only_incident(other) == incident
    assert other.hub.picture.members == console.hub.picture.members
