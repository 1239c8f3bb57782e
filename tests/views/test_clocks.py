"""The two clocks on the incident panel: the limit's in its time, the citizen's in plain time."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import Report, Step, Verify
from console.views.incident.clocks import ClockLine
from console.wiring import Console
from tests.clock import Clock
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import click_row, only_incident, shown_as, until
from tests.views.reports import MARKET, litter


def clocks(console: Console) -> ClockLine:
    return console.incident.header.clocks


def look_at(qtbot: QtBot, console: Console) -> None:
    until(qtbot, lambda: console.queue.model.rowCount() == 1)
    click_row(console, 0)
    shown_as(qtbot, console, State.REPORTED)


def ticks(qtbot: QtBot, console: Console, clock: Clock, seconds: float, text: str) -> None:
    """Let time pass, and wait for the panel's own next tick to tell so."""
    clock.advance(seconds)
    until(qtbot, lambda: clocks(console).text.text() == text)


def test_a_limit_in_working_time_rests_at_noon_and_the_wait_does_not(
    qtbot: QtBot,
    open_console: OpenConsole,
    center_url: str,
    clock: Clock,
    elsewhere: Elsewhere,
) -> None:
    clock.advance(5400 + 900)  # Monday, 11:45; litter is to be acknowledged within half an hour
    elsewhere(center_url, litter())
    console = open_console(center_url)
    look_at(qtbot, console)

    assert clocks(console).text.text() == "working time · reported 0 s ago"
    assert clocks(console).toolTip().splitlines() == [
        "reported 2026-03-02 11:45:00",
        "four fifths of the limit used up 2026-03-02 14:09:00",
        "limit ends 2026-03-02 14:15:00",
        "The limit counts the center's working hours only.",
    ]
    ticks(qtbot, console, clock, 1, "working time · reported 1 s ago")
    ticks(qtbot, console, clock, 8638, "working time · reported 2 h 23 min ago")
    limit = console.incident.header.limit
    assert (limit.property("close"), limit.property("overdue")) == (False, False)
    ticks(qtbot, console, clock, 1, "working time · reported 2 h 24 min ago")
    assert limit.property("close") is True


def test_a_limit_in_plain_time_says_so(
    qtbot: QtBot,
    open_console: OpenConsole,
    center_url: str,
    clock: Clock,
    elsewhere: Elsewhere,
) -> None:
    elsewhere(center_url, Report("楼道冒烟", "smoke", place=MARKET))
    console = open_console(center_url)
    look_at(qtbot, console)
    ticks(qtbot, console, clock, 95, "plain time · reported 1 min 35 s ago")
    assert "The limit counts day and night." in clocks(console).toolTip()
    assert console.incident.header.limit.property("close") is False
    ticks(qtbot, console, clock, 1, "plain time · reported 1 min 36 s ago")
    assert console.incident.header.limit.property("close") is True


@pytest.mark.parametrize("rest", [Deed.SUSPEND, Deed.ESCALATE])
def test_the_wait_goes_on_while_the_limit_rests(
    qtbot: QtBot,
    open_console: OpenConsole,
    center_url: str,
    clock: Clock,
    elsewhere: Elsewhere,
    rest: Deed,
) -> None:
    elsewhere(center_url, litter())
    console = open_console(center_url)
    look_at(qtbot, console)
    number = only_incident(console).id
    clock.advance(60)
    if rest is Deed.SUSPEND:
        elsewhere(center_url, Verify(number))
        shown_as(qtbot, console, State.VERIFIED)
    elsewhere(center_url, Step(rest, number, note="等配件", consent="值班长"))
    shown_as(qtbot, console, State.SUSPENDED if rest is Deed.SUSPEND else State.ESCALATED)
    ticks(qtbot, console, clock, 86_400, "reported 1 d 0 h ago")
    assert clocks(console).toolTip() == "reported 2026-03-02 10:00:00"


def test_the_wait_ends_with_the_incident(
    qtbot: QtBot,
    open_console: OpenConsole,
    center_url: str,
    clock: Clock,
    elsewhere: Elsewhere,
) -> None:
    elsewhere(center_url, litter())
    console = open_console(center_url)
    look_at(qtbot, console)
    number = only_incident(console).id
    clock.advance(timedelta(minutes=20).total_seconds())
    elsewhere(center_url, Step(Deed.REJECT, number, note="重复"))
    until(qtbot, lambda: "end" in clocks(console).text.text())
    clock.advance(3600)
    console.incident.header.tick()
    assert clocks(console).text.text() == "from report to end 20 min"
    assert clocks(console).toolTip().splitlines()[-1] == "ended 2026-03-02 10:20:00"
