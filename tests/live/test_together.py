"""Two consoles on one database: what one does, the other shows."""

from uuid import UUID

from pytestqt.qtbot import QtBot

from console.commands.office import Office
from console.commands.perform import perform
from console.db.engine import Database
from console.db.queries import snapshot
from console.domain.change import Change
from console.domain.errors import ConsoleError, Refusal, Refused
from console.domain.events import Event
from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import Comment, Dispatch, Order, Report, Step, Verify
from console.domain.people import Duty
from console.domain.rights import Actor
from console.live.watcher import AHEAD
from tests.clock import Clock
from tests.commands.seat import MARKET, TODAY
from tests.live.conftest import Line, OpenLine


def do(qtbot: QtBot, line: Line, order: Order) -> Event:
    with qtbot.waitSignal(line.desk.deed_done) as done:
        line.desk.do(order)
    event: Event = done.args[2]
    return event


def report(qtbot: QtBot, line: Line, title: str = "文宗路乱丢垃圾") -> int:
    """Take a report in, and wait until the feed has brought it."""
    incident = do(qtbot, line, Report(title, "litter", place=MARKET)).subject.id
    qtbot.waitUntil(lambda: incident in line.picture.incidents)
    return incident


def same_picture(qtbot: QtBot, lines: tuple[Line, ...], url: str) -> None:
    """All consoles hold what the database holds."""
    database = Database.open(url)
    with database.read() as session:
        truth = snapshot(session)
    database.close()
    qtbot.waitUntil(lambda: all(line.picture.seq == truth.seq for line in lines))
    for line in lines:
        assert line.picture.incidents == {i.id: i for i in truth.incidents}
        assert line.picture.members == {m.id: m for m in truth.members}
        assert list(line.picture.events) == list(truth.events)


def test_each_sees_what_the_other_does(qtbot: QtBot, open_line: OpenLine, center_url: str) -> None:
    one, other = open_line(center_url), open_line(center_url)
    incident = report(qtbot, one)
    qtbot.waitUntil(lambda: incident in other.picture.incidents)
    do(qtbot, other, Verify(incident))
    qtbot.waitUntil(lambda: one.picture.incidents[incident].state is State.VERIFIED)
    chosen = one.picture.propose(incident, TODAY).candidates[0].member
    do(qtbot, one, Dispatch(incident, chosen.id))
    qtbot.waitUntil(lambda: other.picture.incidents[incident].assignee == chosen.id)
    for deed in (Deed.ACKNOWLEDGE, Deed.SET_OUT):
        do(qtbot, one, Step(deed, incident))
    qtbot.waitUntil(lambda: other.picture.members[chosen.id].duty is Duty.EN_ROUTE)
    same_picture(qtbot, (one, other), center_url)
    assert one.loads == other.loads == 1


def test_an_ended_incident_leaves_both_pictures(
    qtbot: QtBot, open_line: OpenLine, center_url: str
) -> None:
    one, other = open_line(center_url), open_line(center_url)
    incident = report(qtbot, one)
    do(qtbot, one, Step(Deed.REJECT, incident, note="误报"))
    qtbot.waitUntil(lambda: other.picture.seq == one.picture.seq)
    same_picture(qtbot, (one, other), center_url)
    assert incident not in other.picture.incidents


def test_changes_come_in_the_order_of_the_log_without_a_gap(
    qtbot: QtBot, open_line: OpenLine, center_url: str
) -> None:
    one, other = open_line(center_url), open_line(center_url)
    told: list[Event] = []
    pictured: list[bool] = []

    def listen(change: Change) -> None:
        told.extend(change.events)
        pictured.append(other.picture.seq == change.seq)

    start = other.picture.seq
    other.hub.changed.connect(listen)
    for number in range(15):
        report(qtbot, one if number % 2 else other, f"第 {number} 件")
    qtbot.waitUntil(lambda: len(told) >= 15)
    assert [event.seq for event in told] == list(range(start + 1, start + 16))
    assert all(pictured), "whoever hears of a change finds the Picture up to date"


def test_a_screen_that_is_busy_gets_fewer_bigger_changes(
    qtbot: QtBot, open_line: OpenLine, center_url: str, clock: Clock
) -> None:
    line = open_line(center_url)
    sizes: list[int] = []
    line.hub.changed.connect(lambda change: sizes.append(len(change.events)))
    database = Database.open(center_url)
    office = Office(database, Actor("王芳", "二号席"), clock.now)
    # The event loop does not run here, as if the screen were painting all the while.
    for number in range(40):
        perform(office, Report(f"第 {number} 件", "litter"), UUID(int=number))
    database.close()
    qtbot.waitUntil(lambda: sum(sizes) == 40)
    # Besides what waited and the rest, one may have been read while there was no room for it.
    assert len(sizes) <= AHEAD + 2


def test_a_refused_deed_says_why_and_changes_nothing(
    qtbot: QtBot, open_line: OpenLine, center_url: str
) -> None:
    one, other = open_line(center_url), open_line(center_url)
    incident = report(qtbot, one)
    do(qtbot, one, Verify(incident))
    chosen = one.picture.propose(incident, TODAY).candidates
    do(qtbot, one, Dispatch(incident, chosen[0].member.id))
    with qtbot.waitSignal(other.desk.deed_failed) as failed:
        command = other.desk.do(Dispatch(incident, chosen[1].member.id))
    error: ConsoleError = failed.args[2]
    assert failed.args[0] == command
    assert isinstance(error, Refusal)
    assert error.code is Refused.ALREADY_DISPATCHED
    assert error.details["operator"] == "调度员1"
    same_picture(qtbot, (one, other), center_url)


def test_deeds_start_and_end_in_the_order_in_which_they_were_asked_for(
    qtbot: QtBot, open_line: OpenLine, center_url: str
) -> None:
    line = open_line(center_url)
    incident = report(qtbot, line)
    started: list[UUID] = []
    ended: list[UUID] = []
    line.desk.deed_started.connect(lambda command, _order: started.append(command))
    line.desk.deed_done.connect(lambda command, *_: ended.append(command))
    asked = [line.desk.do(Comment(incident, f"第 {number} 条")) for number in range(5)]
    assert started == asked, "a deed in flight shows at once"
    qtbot.waitUntil(lambda: ended == asked)
