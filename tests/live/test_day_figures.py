"""The figures of the day are asked again when they may differ, and never in a queue."""

from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from pytestqt.qtbot import QtBot

from console.commands.office import Office
from console.commands.perform import perform
from console.db.engine import Database
from console.domain.rights import Actor
from console.live import day_figures
from console.live.day_figures import DayWatch
from tests.clock import Clock
from tests.live.conftest import Line, OpenLine
from tests.views.reports import litter

OpenWatch = Callable[[Line], DayWatch]


@pytest.fixture
def open_watch(qtbot: QtBot, clock: Clock) -> Iterator[OpenWatch]:
    watches: list[DayWatch] = []

    def open_one(line: Line) -> DayWatch:
        watch = DayWatch(line.hub, line.desk.questions, clock.now)
        watches.append(watch)
        watch.start()
        qtbot.waitUntil(lambda: watch.figures is not None)
        return watch

    yield open_one
    for watch in watches:
        watch.deleteLater()


def report(url: str, clock: Clock, count: int = 1) -> None:
    database = Database.open(url)
    office = Office(database, Actor("丙", "三号席"), clock.now)
    for number in range(count):
        perform(office, litter(f"第 {number} 件"), uuid4())
    database.close()


def reported(watch: DayWatch) -> int:
    return -1 if watch.figures is None else watch.figures.reported


def test_a_change_is_counted_and_a_burst_of_them_once(
    qtbot: QtBot, open_line: OpenLine, open_watch: OpenWatch, center_url: str, clock: Clock
) -> None:
    line = open_line(center_url)
    watch = open_watch(line)
    assert reported(watch) == 0
    answers: list[int] = []
    watch.changed.connect(lambda: answers.append(reported(watch)))
    report(center_url, clock, 12)
    qtbot.waitUntil(lambda: reported(watch) == 12, timeout=5_000)
    assert len(answers) <= 3, "each of twelve changes was asked for"


def test_midnight_is_noticed_without_any_change(
    qtbot: QtBot, open_line: OpenLine, open_watch: OpenWatch, sqlite_center_url: str, clock: Clock
) -> None:
    report(sqlite_center_url, clock)
    watch = open_watch(open_line(sqlite_center_url))
    assert reported(watch) == 1
    watch._beat.stop()
    clock.advance(14 * 3600)
    qtbot.waitUntil(lambda: reported(watch) == 0, timeout=5_000)


def test_without_any_change_it_is_asked_again_after_a_while(
    qtbot: QtBot,
    open_line: OpenLine,
    open_watch: OpenWatch,
    sqlite_center_url: str,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(day_figures, "BEAT_MS", 100)
    watch = open_watch(open_line(sqlite_center_url))
    clock.advance(3)
    qtbot.waitUntil(
        lambda: watch.figures is not None and watch.figures.at == clock.now(), timeout=5_000
    )
