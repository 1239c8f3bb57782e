"""What is due is raised by whichever console is open, at its time, once, and without polling."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from time import monotonic

import pytest
from pytestqt.qtbot import QtBot
from typing_extensions import override

from console.domain.events import Event
from console.domain.lifecycle import Deed
from console.domain.orders import Report
from console.live.climber import Climber
from tests.clock import START, Clock
from tests.live.conftest import Line, OpenLine


class Running(Clock):
    """A clock that goes on by itself."""

    def __init__(self) -> None:
        super().__init__()
        self._from = monotonic()

    @override
    def now(self) -> datetime:
        return START + timedelta(seconds=monotonic() - self._from)


@pytest.fixture
def climbers() -> Iterator[list[Climber]]:
    """Climbers are stopped before their consoles are."""
    made: list[Climber] = []
    yield made
    for climber in made:
        climber.stop()


def climber_of(line: Line, url: str, clock: Clock, number: int) -> Climber:
    climber = Climber(url, f"席位{number}", clock.now, line.hub, line.watcher.wake)
    climber.start()
    line.hub.loaded.emit()
    return climber


def raised(line: Line) -> list[Event]:
    return [event for event in line.picture.events if event.kind is Deed.CLIMB]


def test_a_new_limit_wakes_the_sleeper_at_its_end(
    qtbot: QtBot, open_line: OpenLine, center_url: str, climbers: list[Climber]
) -> None:
    clock = Running()
    lines = [open_line(center_url) for _ in range(2)]
    climbers.extend(climber_of(line, center_url, clock, n) for n, line in enumerate(lines, 1))
    # Ten minutes are given for a manhole cover to be accepted; all but one second are over.
    reported = Report("井盖缺失", "manhole", reported_at=START - timedelta(seconds=1))
    with qtbot.waitSignal(lines[0].desk.deed_done) as done:
        lines[0].desk.do(reported)
    number = done.args[2].subject.id
    qtbot.waitUntil(lambda: all(number in line.picture.incidents for line in lines))
    due = lines[0].picture.incidents[number].due_at
    assert due is not None
    assert raised(lines[0]) == []
    # As if most of the limit had gone by meanwhile.
    clock._from -= (due - clock.now()).total_seconds() - 0.4
    for climber in climbers:
        climber.look()
    qtbot.waitUntil(lambda: all(raised(line) for line in lines))
    [event] = raised(lines[0])
    assert event.at >= due
    assert event.at - due < timedelta(seconds=3)
    assert event.payload["due"] == due.isoformat()
    assert [one.seq for one in raised(lines[1])] == [event.seq]


def test_a_console_that_opens_next_morning_catches_up_in_order(
    qtbot: QtBot, open_line: OpenLine, center_url: str, climbers: list[Climber], clock: Clock
) -> None:
    line = open_line(center_url)
    for _ in range(3):
        with qtbot.waitSignal(line.desk.deed_done):
            line.desk.do(Report("井盖缺失", "manhole"))
    qtbot.waitUntil(lambda: len(line.picture.incidents) == 3)
    clock.advance(15 * 3600)
    climbers.append(climber_of(line, center_url, clock, 1))
    qtbot.waitUntil(lambda: len(raised(line)) == 12)
    dues = [str(event.payload["due"]) for event in raised(line)]
    assert dues == sorted(dues)
    assert {event.at for event in raised(line)} == {clock.now()}


def test_a_change_that_brings_a_limit_forward_is_heard_of(
    qtbot: QtBot, open_line: OpenLine, center_url: str, climbers: list[Climber], clock: Clock
) -> None:
    line = open_line(center_url)
    climbers.append(climber_of(line, center_url, clock, 1))
    # It is over when it comes in: an imported or late report must not wait for the next look.
    with qtbot.waitSignal(line.desk.deed_done):
        line.desk.do(Report("井盖缺失", "manhole", reported_at=START - timedelta(days=1)))
    qtbot.waitUntil(lambda: len(raised(line)) == 4)
