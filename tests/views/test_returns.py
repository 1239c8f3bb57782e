"""Assignments sent back at the desk: the key, what is told of it, and the shift leader's word."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import Dispatch, Step, Verify
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import deeds, only_incident, press, settle, shown_as, sit_at, until, write
from tests.views.reports import litter

RETURN = Qt.Key.Key_Return


def opened(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, url: str, returns: int
) -> Console:
    """A console on one verified incident that was sent back so many times."""
    number = elsewhere(url, litter()).subject.id
    elsewhere(url, Verify(number))
    console = open_console(url)
    sit_at(qtbot, console)
    console.queue.select(number)
    shown_as(qtbot, console, State.VERIFIED)
    member = console.incident.doing.ranked[0].member.id
    for _ in range(returns):
        elsewhere(url, Dispatch(number, member))
        elsewhere(url, Step(Deed.RETURN, number, note="不属于本网格"))
    until(qtbot, lambda: console.hub.picture.incidents[number].returns == returns)
    shown_as(qtbot, console, State.VERIFIED)
    console.queue.focus_rows()
    return console


def tip(console: Console) -> str:
    """What the tooltip of the queue's first row says."""
    found = console.queue.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert isinstance(found, str)
    return found


@pytest.mark.parametrize("state", [State.DISPATCHED, State.EN_ROUTE])
def test_t_sends_an_assignment_back_with_a_reason(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str, state: State
) -> None:
    console = opened(qtbot, open_console, elsewhere, center_url, 0)
    header, actions = console.incident.header, console.incident.deeds
    assert header.returns.isHidden()
    assert "returned" not in tip(console)
    press(console.window, RETURN)
    shown_as(qtbot, console, State.DISPATCHED)
    if state is State.EN_ROUTE:
        for step in (State.ACKNOWLEDGED, State.EN_ROUTE):
            press(console.window, RETURN)
            shown_as(qtbot, console, step)
    assert actions.buttons[Deed.RETURN].isVisible()
    press(console.window, "t")
    assert actions.bar.isVisible()
    assert not actions.bar.confirm.isEnabled(), "a reason is needed"
    write(console.window, "不属于本网格")
    press(console.window, RETURN)
    member = console.hub.picture.members[only_incident(console).assignee or 0]
    assert actions.bar.line.text() == member.name, "it is the member unless somebody is named"
    press(console.window, RETURN)
    shown_as(qtbot, console, State.VERIFIED)
    assert actions.buttons[Deed.RETURN].isHidden()
    (event,) = deeds(console, Deed.RETURN)
    assert event.payload["note"] == "不属于本网格"
    assert "department" not in event.payload
    until(qtbot, lambda: "↩ returned once" in header.returns.text())
    assert header.returns.isVisible()
    assert "↩ returned once" in tip(console)


def test_after_the_third_return_the_leaders_word_is_asked_for(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str
) -> None:
    console = opened(qtbot, open_console, elsewhere, center_url, 3)
    told = "↩ returned 3 times: the shift leader decides"
    assert console.incident.header.returns.text() == told
    assert told in tip(console)
    press(console.window, "2")
    chosen = console.incident.doing.ranked[1].member
    press(console.window, RETURN)
    bar = console.incident.deeds.bar
    assert bar.isVisible()
    assert "shift leader" in bar.caption.text()
    assert chosen.name in bar.caption.text()
    press(console.window, RETURN)
    settle(qtbot, console)
    assert len(deeds(console, Deed.DISPATCH)) == 3, "nobody is sent without a word"
    write(console.window, "就派此人，班长陈强")
    press(console.window, RETURN)
    assert shown_as(qtbot, console, State.DISPATCHED).assignee == chosen.id
    until(qtbot, bar.isHidden)
    until(
        qtbot,
        lambda: any(
            "decided by the shift leader: 就派此人，班长陈强" in line
            for line in console.incident.timeline.texts
        ),
    )


def test_what_the_leader_must_decide_is_not_sent_with_all_the_others(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, sqlite_center_url: str
) -> None:
    console = opened(qtbot, open_console, elsewhere, sqlite_center_url, 2)
    today = console.incident._clock().date()
    (pair,) = console.hub.picture.propose_all(today).pairs
    number, member = pair.incident.id, pair.member.id
    elsewhere(sqlite_center_url, Dispatch(number, member))
    elsewhere(sqlite_center_url, Step(Deed.RETURN, number, note="又退"))
    until(qtbot, lambda: console.hub.picture.incidents[number].returns == 3)
    assert console.hub.picture.propose_all(today).pairs == ()
