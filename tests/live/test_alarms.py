"""Alarms beside a busy database: however many are open, none is missed and no frame waits long."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from console.domain.alarms import Ears, Kind
from console.domain.category import Priority
from console.domain.change import Change
from console.domain.incident import State
from console.domain.rights import Actor
from console.live import alarms as alarms_module
from console.live.alarms import Alarms
from console.live.hub import Hub
from console.live.watcher import Watcher
from tests.clock import Clock
from tests.views.make import START, change, incident, snapshot

HERE = Actor("乙", "二号席")


@pytest.fixture
def alarms(qtbot: QtBot, clock: Clock) -> Alarms:
    """The alarms of a console that follows no database; what it would hear is told to its hub."""
    hub = Hub(Watcher("sqlite:////nowhere.db", clock.now))
    made = Alarms(hub, HERE, clock.now, Ears)
    made.setParent(hub)
    return made


def hear(alarms: Alarms, told: Change) -> None:
    alarms._hub._apply(told)


def test_what_stood_at_the_start_is_watched_piece_by_piece(
    qtbot: QtBot, alarms: Alarms, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alarms_module, "PIECE", 3)
    urgent = incident(8, priority=Priority.URGENT)
    there = [incident(number, due_min=60 * number) for number in range(1, 8)]
    alarms._hub._load(snapshot(*there, urgent))
    alarms.start()
    qtbot.waitUntil(lambda: not alarms._unwatched)
    alarms.look()
    assert [alarm.incident for alarm in alarms.rule.waiting] == [8]
    clock.advance(3600 + 1)
    alarms.look()
    found = {(alarm.incident, alarm.kind) for alarm in alarms.rule.waiting}
    assert (1, Kind.OVERDUE) in found
    assert (1, Kind.WARNING) not in found
    assert (8, Kind.OVERDUE) in found
    assert len(found) == 3
    alarms.stop()


def test_an_alarm_goes_with_its_reason(qtbot: QtBot, alarms: Alarms, clock: Clock) -> None:
    alarms._hub._load(snapshot())
    alarms.start()
    hear(alarms, change(incident(1), incident(2), arrived=True))
    assert [alarm.incident for alarm in alarms.rule.waiting] == [1, 2]
    hear(alarms, change(incident(1, state=State.DISPATCHED, version=2)))
    assert [alarm.incident for alarm in alarms.rule.all] == [2]
    clock.advance(1860)
    alarms.look()
    assert {alarm.kind for alarm in alarms.rule.all} == {Kind.NEW, Kind.OVERDUE}
    longer = incident(2, due_min=90, version=2)
    assert longer.due_at == START + timedelta(minutes=90)
    hear(alarms, change(longer))
    assert {(alarm.incident, alarm.kind) for alarm in alarms.rule.all} == {
        (1, Kind.OVERDUE),
        (2, Kind.NEW),
    }
    hear(alarms, change(ended=(1, 2)))
    assert alarms.rule.all == []
    alarms.stop()
