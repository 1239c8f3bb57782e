"""A deed's own transaction tells what it changed: once, and only if nothing lies between."""

from collections.abc import Iterator
from dataclasses import replace
from threading import Event as Flag
from threading import Thread
from typing import Any
from uuid import uuid4

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import event as signals

from console.commands.office import Office
from console.commands.perform import perform
from console.db.engine import Database
from console.db.feed import FEW, is_small, read_change
from console.domain.change import Change
from console.domain.errors import Fault, FaultError
from console.domain.events import GENESIS, Event
from console.domain.orders import ChangeWeights, Comment, Dispatch, Report, Verify
from console.domain.rights import Actor
from console.live import echo as echoes
from console.live.echo import DeedEcho, Echo, Task
from tests.clock import Clock
from tests.commands.seat import MARKET, TODAY, Heard
from tests.live.conftest import OpenLine
from tests.live.test_together import do, report, same_picture


@pytest.fixture
def office(center_url: str, clock: Clock) -> Iterator[Office]:
    database = Database.open(center_url)
    yield Office(database, Actor("甲", "一号席"), clock.now)
    database.close()


class Ears:
    """Whoever listens to an echo."""

    def __init__(self, *, deaf: bool = False) -> None:
        self.deaf = deaf
        self.seqs: list[int] = []
        self.done: list[int] = []
        self.echo = Echo(self._hear)

    def _hear(self, change: Change, after: Task) -> bool:
        if not self.deaf:
            self.seqs.append(change.seq)
            after()
        return not self.deaf

    def knows(self, event: Event) -> None:
        with self.echo.reading():
            self.echo.told((event.seq, event.hash))

    def office(self, like: Office) -> Office:
        return replace(like, echo=DeedEcho(self.echo, lambda event: self.done.append(event.seq)))


def reported(office: Office) -> Event:
    return perform(office, Report("一件", "litter", place=MARKET), uuid4())


def test_what_comes_next_is_told_and_known(office: Office) -> None:
    ears = Ears()
    first = reported(office)
    ears.knows(first)
    second, third = reported(ears.office(office)), reported(ears.office(office))
    assert ears.seqs == ears.done == [second.seq, third.seq]
    assert ears.echo.last == (third.seq, third.hash)


def test_nothing_is_told_before_everything_was(office: Office) -> None:
    ears = Ears()
    reported(ears.office(office))
    assert ears.seqs == []
    assert ears.echo.last is None


def test_what_another_one_did_before_is_left_to_the_feed(office: Office) -> None:
    ears = Ears()
    known = reported(office)
    ears.knows(known)
    reported(office)
    reported(ears.office(office))
    assert ears.seqs == []
    assert ears.echo.last == (known.seq, known.hash)


def test_another_log_with_the_right_number_is_left_to_the_feed(office: Office) -> None:
    ears = Ears()
    known = reported(office)
    with ears.echo.reading():
        ears.echo.told((known.seq, GENESIS))
    reported(ears.office(office))
    assert ears.seqs == []


def test_a_listener_without_room_hears_it_from_the_feed(office: Office) -> None:
    ears = Ears(deaf=True)
    known = reported(office)
    ears.knows(known)
    reported(ears.office(office))
    assert ears.echo.last == (known.seq, known.hash)


def test_a_deed_that_is_not_committed_tells_nothing(office: Office) -> None:
    ears = Ears()
    known = reported(office)
    ears.knows(known)

    def fail(_connection: object) -> None:
        raise FaultError(Fault.LOCKED)

    signals.listen(office.database.engine, "commit", fail)
    with pytest.raises(FaultError):
        reported(ears.office(office))
    signals.remove(office.database.engine, "commit", fail)
    assert ears.seqs == []
    again = reported(ears.office(office))
    assert ears.seqs == [again.seq], "its turn is over"


def test_no_deed_tells_while_the_feed_reads(office: Office) -> None:
    ears = Ears()
    known = reported(office)
    ears.knows(known)
    with ears.echo.reading():
        reported(ears.office(office))
    assert ears.seqs == []


@pytest.fixture
def told(office: Office) -> tuple[Event, Change]:
    """An event, and what the next one changed."""
    heard = Heard()
    known = reported(office)
    reported(replace(office, echo=heard))
    return known, heard.changes[0]


def test_the_feed_waits_for_a_commit_and_then_knows_of_it(told: tuple[Event, Change]) -> None:
    ears, (known, change) = Ears(), told
    ears.knows(known)
    assert ears.echo.begin()
    comes, seen = Flag(), []

    def follow() -> None:
        comes.set()
        with ears.echo.reading():
            seen.append(ears.echo.last)

    feed = Thread(target=follow)
    feed.start()
    comes.wait()
    ears.echo.end(change, int)
    feed.join()
    assert seen == [(change.seq, change.events[-1].hash)]


def test_a_commit_that_takes_long_loses_its_turn(
    told: tuple[Event, Change], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(echoes, "PATIENCE_S", 0)
    ears, (known, change) = Ears(), told
    ears.knows(known)
    assert ears.echo.begin()
    with ears.echo.reading():
        pass
    ears.echo.end(change, int)
    assert ears.seqs == [], "the feed may have told of it, or of what came after it"
    assert ears.echo.begin()


def test_own_deeds_reach_the_picture_without_the_feed_reading_them(
    qtbot: QtBot, open_line: OpenLine, center_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = open_line(center_url)
    incident = report(qtbot, line)
    do(qtbot, line, Verify(incident))
    chosen = line.picture.propose(incident, TODAY).candidates[0].member
    read: list[int] = []

    def spied(*args: Any) -> Change:
        change = read_change(*args)
        read.extend(event.seq for event in change.events)
        return change

    monkeypatch.setattr("console.live.follower.read_change", spied)
    do(qtbot, line, Dispatch(incident, chosen.id))
    # Where the feed was just looking, it tells for itself.
    for number in range(200):
        done = do(qtbot, line, Comment(incident, f"路口积水 {number}"))
        if line.picture.seq == done.seq and done.seq not in read:
            break
    else:
        pytest.fail("the feed has read each of them")
    same_picture(qtbot, (line,), center_url)
    assert line.picture.incidents[incident].assignee == chosen.id


def test_two_consoles_at_work_at_once_hold_the_same_picture(
    qtbot: QtBot, open_line: OpenLine, center_url: str
) -> None:
    lines = open_line(center_url), open_line(center_url)
    seqs: dict[int, list[int]] = {0: [], 1: []}
    for number, line in enumerate(lines):
        line.hub.changed.connect(lambda change, n=number: seqs[n].append(change.seq))
    done: list[object] = []
    for line in lines:
        line.desk.deed_done.connect(lambda *args: done.append(args))
        line.desk.do_all(Report(f"第 {n} 件", "litter", place=MARKET) for n in range(20))
    qtbot.waitUntil(lambda: len(done) == 40)
    same_picture(qtbot, lines, center_url)
    for told in seqs.values():
        assert told == sorted(told), "nothing older is told after something newer"


def test_what_is_long_to_read_is_left_to_the_feed(office: Office) -> None:
    heard = Heard()
    at_work = replace(office, echo=heard)
    perform(at_work, ChangeWeights((("most_running", 5.0),)), uuid4())
    incident = reported(at_work)
    assert [change.seq for change in heard.changes] == [incident.seq]
    many = replace(incident, payload={"members": list(range(1, FEW + 2))})
    assert not is_small(many)
    assert is_small(replace(incident, payload={"members": list(range(1, FEW))}))


def test_a_listener_that_fails_gives_the_turn_back(
    told: tuple[Event, Change], caplog: pytest.LogCaptureFixture
) -> None:
    known, change = told

    def fail(_change: Change, _after: Task) -> bool:
        raise RuntimeError("no ears")

    echo = Echo(fail)
    with echo.reading():
        echo.told((known.seq, known.hash))
    assert echo.begin()
    assert not echo.end(change, int)
    assert echo.last == (known.seq, known.hash), "the feed tells of it"
    assert "no ears" in caplog.text
    with echo.reading():
        pass
