"""The ladder at the desk: cards, alarms, check-ins, extensions, and the consent of the leader."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.domain.category import Priority
from console.domain.incident import State
from console.domain.ladder import Card
from console.domain.lifecycle import Deed
from console.domain.orders import Dispatch, Extend, Report, Step, Verify
from console.views.cards import CardList
from console.widgets.queue_row import QueueRole
from console.wiring import Console
from tests.clock import Clock
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import (
    SHIFT,
    click,
    deeds,
    only_incident,
    press,
    shown_as,
    sit_at,
    until,
    write,
)
from tests.views.reports import litter

pytestmark = pytest.mark.both_databases

RETURN = Qt.Key.Key_Return
MANHOLE = Report("井盖缺失", "manhole")


def row_card(console: Console) -> object:
    return console.queue.model.index(0, 0).data(QueueRole.CARD)


def look_at(qtbot: QtBot, console: Console) -> int:
    number = only_incident(console).id
    console.queue.select(number)
    until(qtbot, lambda: console.incident.incident is not None)
    console.queue.focus_rows()
    return number


def catch_up(console: Console) -> None:
    assert console.climber is not None
    console.climber.look()


def test_cards_rise_by_themselves_and_stay_until_acknowledged(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str, clock: Clock
) -> None:
    elsewhere(center_url, MANHOLE)
    one = open_console(center_url, with_ladder=True)
    other = open_console(center_url, "乙", "二号席", with_ladder=True)
    sit_at(qtbot, one)
    number = look_at(qtbot, one)
    assert one.cards.isHidden()
    clock.advance(3600)
    catch_up(one)
    catch_up(other)
    part = one.incident.supervision
    until(qtbot, lambda: "yellow card" in part.card.text.text())
    assert part.card.text.text().startswith("▬ yellow card · 值班长 answers within 15 min")
    assert part.card.text.property("role") == "warning"
    assert len(deeds(one, Deed.CLIMB)) == 2
    assert "▬ yellow card" in one.queue.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert getattr(row_card(one), "card", None) is Card.YELLOW
    until(qtbot, lambda: "Open cards 1" in other.cards.text())
    assert one.cards.isVisible()
    # As loud as the gravest of the cards, and no louder.
    assert one.cards.property("grade") == "amber"
    assert one.cards.text().startswith("▬")
    press(one.window, "k")
    assert one.incident.deeds.bar.caption.text() == "How 值班长 has acknowledged it, and when"
    write(one.window, "电话已确认")
    press(one.window, RETURN)
    until(qtbot, lambda: "acknowledged by 甲" in part.card.text.text())
    assert part.card.text.property("role") == "dim"
    assert part.card.key.isHidden()
    until(qtbot, other.cards.isHidden)
    [event] = deeds(one, Deed.ACKNOWLEDGE_CARD)
    assert (event.subject.id, event.payload["note"]) == (number, "电话已确认")


def test_the_owner_acknowledges_with_one_key_out_of_the_list(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str, clock: Clock
) -> None:
    elsewhere(center_url, MANHOLE)
    clock.advance(3600)
    console = open_console(center_url, "值班长", "值班台", with_ladder=True)
    until(qtbot, console.cards.isVisible)
    console.queue.focus_rows()
    press(console.window, Qt.Key.Key_K, SHIFT)
    found = console.window.findChild(CardList)
    assert found is not None
    texts = [found.table.item(0, column).text() for column in range(4)]  # type: ignore[union-attr]
    assert texts[0] == "▬ yellow card"
    assert texts[2] == "井盖缺失"
    assert texts[3].startswith("值班长 answers within")
    click(found.acknowledge)
    until(qtbot, console.cards.isHidden)
    assert len(deeds(console, Deed.ACKNOWLEDGE_CARD)) == 1


def test_a_start_after_a_night_shows_the_red_card(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str, clock: Clock
) -> None:
    elsewhere(center_url, MANHOLE)
    clock.advance(12 * 3600)
    console = open_console(center_url, with_ladder=True)
    until(qtbot, lambda: len(deeds(console, Deed.CLIMB)) == 4)
    steps = [event.payload["step"] for event in deeds(console, Deed.CLIMB)]
    assert steps == [1, 2, 3, 4]
    look_at(qtbot, console)
    part = console.incident.supervision
    until(qtbot, lambda: part.card.text.text().startswith("◆ red card"))
    assert part.card.text.text().endswith("2 more open")
    assert part.card.text.property("role") == "error"


def alone(url: str, elsewhere: Elsewhere, qtbot: QtBot, console: Console) -> int:
    """The only incident is urgent, and one member is at it."""
    number = only_incident(console).id
    elsewhere(url, Verify(number))
    look_at(qtbot, console)
    until(qtbot, lambda: console.incident.doing.ranked)
    elsewhere(url, Dispatch(number, console.incident.doing.ranked[0].member.id))
    for deed in (Deed.ACKNOWLEDGE, Deed.SET_OUT, Deed.ARRIVE):
        elsewhere(url, Step(deed, number))
    shown_as(qtbot, console, State.ON_SCENE)
    return number


def test_who_is_alone_checks_in_and_an_alarm_is_loud_until_acknowledged(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str, clock: Clock
) -> None:
    elsewhere(center_url, Report("打架", "litter", priority=Priority.URGENT))
    console = open_console(center_url, with_ladder=True)
    number = alone(center_url, elsewhere, qtbot, console)
    part, messages = console.incident.supervision, console.window.messages
    until(qtbot, lambda: "checks in within 15 min" in part.watch.text.text())
    clock.advance(600)
    part.tick()
    assert "checks in within 5 min 00 s" in part.watch.text.text()
    console.queue.focus_rows()
    press(console.window, "i")
    until(qtbot, lambda: "checks in within 15 min" in part.watch.text.text())
    assert len(deeds(console, Deed.CHECK_IN)) == 1
    clock.advance(901)
    catch_up(console)
    until(qtbot, part.alarm.isVisible)
    assert part.alarm.text.text().startswith("✚ check-in missed · 值班长 answers within")
    assert part.alarm.text.property("role") == "error"
    [key] = [key for key in messages.messages if key.startswith("alarm")]
    large = console.incident.deeds.primary
    at = large.mapTo(console.window, large.rect().topLeft())
    lies = messages.mapTo(console.window, messages.rect().bottomRight())
    assert lies.x() < at.x(), "what stays long must not lie on the large button"
    press(console.window, Qt.Key.Key_F9)
    until(qtbot, lambda: "独自在现场" in messages.messages[key].label.text())
    press(console.window, Qt.Key.Key_F9)
    until(qtbot, lambda: "is alone on scene" in messages.messages[key].label.text())
    assert f"Incident {number:04d}" in messages.messages[key].label.text()
    assert "check-in missed" in console.queue.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    click(part.alarm.key)
    write(console.window, "班长电话确认人员安全")
    press(console.window, RETURN)
    until(qtbot, lambda: key not in messages.messages)
    until(qtbot, part.alarm.isHidden)
    until(qtbot, lambda: "checks in within 15 min" in part.watch.text.text())


def test_a_suspension_asks_for_the_reason_and_then_for_the_leader(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str
) -> None:
    elsewhere(center_url, Verify(elsewhere(center_url, litter()).subject.id))
    console = open_console(center_url)
    sit_at(qtbot, console)
    look_at(qtbot, console)
    bar = console.incident.deeds.bar
    press(console.window, "s")
    write(console.window, "等配件")
    press(console.window, RETURN)
    assert bar.caption.text() == "The shift leader who consents"
    assert not bar.confirm.isEnabled()
    press(console.window, Qt.Key.Key_Escape)
    press(console.window, "s")
    assert bar.line.text() == "等配件", "what was typed is still there"
    press(console.window, RETURN)
    write(console.window, "李班长")
    press(console.window, RETURN)
    shown_as(qtbot, console, State.SUSPENDED)
    assert not bar.isVisible()
    [event] = deeds(console, Deed.SUSPEND)
    assert (event.payload["note"], event.payload["consent"]) == ("等配件", "李班长")


def test_d_extends_with_span_reason_and_consent_and_shows_the_first_limit(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str
) -> None:
    elsewhere(center_url, MANHOLE)
    console = open_console(center_url)
    sit_at(qtbot, console)
    number = look_at(qtbot, console)
    before = only_incident(console).due_at
    assert before is not None
    part, bar = console.incident.supervision, console.incident.deeds.bar
    assert part.extension.isHidden()
    press(console.window, "d")
    write(console.window, "等吊车")
    press(console.window, RETURN)
    assert bar.caption.text().startswith("Begin with how much longer")
    bar.line.clear()
    write(console.window, "2小时 等吊车")
    press(console.window, RETURN)
    write(console.window, "李班长")
    press(console.window, RETURN)
    until(qtbot, lambda: only_incident(console).due_at == before + timedelta(hours=2))
    until(qtbot, part.extension.isVisible)
    end = f"{before.astimezone(console.hub.picture.zone):%H:%M}"
    assert part.extension.text().startswith("extended (×1) by 2 h 00 min; first until")
    assert end in part.extension.text()
    [event] = deeds(console, Deed.EXTEND)
    assert event.payload["note"] == "等吊车"
    elsewhere(center_url, Extend(number, timedelta(minutes=30), "再等", "李班长"))
    until(qtbot, lambda: part.extension.text().startswith("extended (×2) by 2 h 30 min"))
