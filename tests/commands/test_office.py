"""A deed sent twice happens once; a lost race is run again; what cannot succeed is given up."""

from collections.abc import Callable, Iterator
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError

from console.commands.office import ATTEMPTS, Office, Outcome, Work
from console.commands.perform import perform, subject_of
from console.db.engine import Database
from console.db.tables import IncidentRow
from console.domain.errors import Fault, FaultError, Refused
from console.domain.events import Subject
from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import Attach, ChangeDuty, Comment, Order, Report, Step, Verify
from console.domain.people import Duty
from console.domain.rights import Actor
from tests.clock import Clock
from tests.commands.seat import Seat, refused, step_of
from tests.conftest import Templates


def test_a_command_sent_again_brings_back_its_event_and_changes_nothing(
    seat: Seat, clock: Clock
) -> None:
    command = uuid4()
    first = seat.do(Report("门锁被撬", "litter"), command)
    clock.advance(60)
    again = seat.beside().do(Report("门锁被撬", "litter"), command)
    assert again == first
    assert len(seat.events("incident", first.subject.id)) == 1
    seat.sound()


def test_it_does_so_even_where_the_world_has_moved_on(seat: Seat) -> None:
    """The answer to a dispatch got lost; when it is sent again the member is on the way."""
    command, member = uuid4(), seat.ready()[0].id
    incident = seat.bring(State.VERIFIED)
    order = seat.order(Deed.DISPATCH, incident, member)
    first = seat.do(order, command)
    seat.step(Deed.ACKNOWLEDGE, incident)
    assert seat.do(order, command) == first
    assert seat.incident(incident).state is State.ACKNOWLEDGED


def test_a_command_id_used_for_something_else_is_refused(seat: Seat) -> None:
    command, first, second = uuid4(), seat.report(), seat.report()
    seat.do(Verify(first), command)
    for order in (Verify(second), Comment(first, "x"), Report("y", "litter")):
        with refused(Refused.COMMAND_REUSED, command=str(command)):
            seat.do(order, command)
    assert seat.incident(second).state is State.REPORTED


def test_a_refused_command_may_be_sent_again_when_it_has_become_possible(seat: Seat) -> None:
    command, incident = uuid4(), seat.report()
    with refused(Refused.ILLEGAL_MOVE, deed="close", state="reported"):
        seat.do(step_of(Deed.CLOSE, incident), command)
    for deed in (Deed.ESCALATE, Deed.RESOLVE, Deed.CHECK):
        seat.do(seat.order(deed, incident))
    assert seat.do(step_of(Deed.CLOSE, incident), command).command_id == command


def test_the_event_carries_who_where_and_when(seat: Seat, clock: Clock) -> None:
    at = clock.advance(1.234567)
    command = uuid4()
    event = seat.beside("李雷", "窗口三").do(Report("x", "litter"), command)
    assert (event.operator, event.workstation, event.at) == ("李雷", "窗口三", at)
    assert event.command_id == command
    assert seat.events("incident", event.subject.id) == (event,)


def test_nothing_of_a_deed_stays_when_its_event_cannot_be_written(seat: Seat) -> None:
    incident = seat.report()

    def body(work: Work) -> Outcome:
        row = work.session.get_one(IncidentRow, incident)
        row.state = State.VERIFIED.value
        work.session.flush()
        return Outcome(Subject("incident", incident), {"note": object()})

    with pytest.raises(TypeError):
        seat.office.run(Deed.VERIFY, uuid4(), body)
    assert seat.incident(incident).state is State.REPORTED
    seat.sound()


@pytest.fixture
def shared_seat(postgresql_templates: Templates, clock: Clock) -> Iterator[Seat]:
    """Somebody at work on PostgreSQL: on SQLite writers wait from their first word."""
    database = Database.open(postgresql_templates.center())
    yield Seat(Office(database, Actor("测试员", "test-1"), clock.now))
    database.close()


def test_who_loses_to_a_faster_workstation_is_run_again(shared_seat: Seat) -> None:
    """The other one commits between this one's look and its write."""
    seat = shared_seat
    incident = seat.bring(State.DISPATCHED)
    seen = seat.incident(incident).version
    tries = 0

    def body(work: Work) -> Outcome:
        nonlocal tries
        tries += 1
        row = work.session.get_one(IncidentRow, incident)
        if tries == 1:
            seat.beside().step(Deed.ACKNOWLEDGE, incident)
        elif row.version != seen:
            return Outcome(Subject("incident", incident), {"note": "saw it"})
        row.title = "anders"
        return Outcome(Subject("incident", incident), {})

    assert seat.office.run(Deed.COMMENT, uuid4(), body).payload == {"note": "saw it"}
    assert tries == 2
    assert seat.incident(incident).state is State.ACKNOWLEDGED


def _driver_error(state: str) -> OperationalError:
    return OperationalError("UPDATE", {}, psycopg.errors.lookup(state)("gave way"))


@pytest.mark.parametrize(
    ("error", "end"),
    [
        (StaleDataError("another one was faster"), FaultError),
        (IntegrityError("INSERT", {}, Exception("unique")), IntegrityError),
        (_driver_error("40001"), FaultError),
        (_driver_error("40P01"), FaultError),
    ],
    ids=["stale", "unique", "serialization", "deadlock"],
)
def test_a_deed_that_others_got_in_the_way_of_is_tried_a_few_times(
    seat: Seat, error: Exception, end: type[Exception]
) -> None:
    incident = seat.report()
    tries = 0

    def fails(times: int) -> Callable[[Work], Outcome]:
        def body(work: Work) -> Outcome:
            nonlocal tries
            tries += 1
            if tries <= times:
                raise error
            return Outcome(Subject("incident", incident), {})

        return body

    seat.office.run(Deed.COMMENT, uuid4(), fails(ATTEMPTS - 1))
    assert tries == ATTEMPTS
    tries = 0
    with pytest.raises(end) as caught:
        seat.office.run(Deed.COMMENT, uuid4(), fails(ATTEMPTS))
    assert not isinstance(caught.value, FaultError) or caught.value.code is Fault.LOCKED
    assert tries == ATTEMPTS
    seat.sound()


@pytest.mark.parametrize(
    "error",
    [_driver_error("55P03"), _driver_error("57P01"), FaultError(Fault.DISK_FULL, path="x")],
    ids=["lock timeout", "server stops", "disk full"],
)
def test_but_not_one_that_the_world_is_to_blame_for(seat: Seat, error: Exception) -> None:
    tries = 0

    def body(_work: Work) -> Outcome:
        nonlocal tries
        tries += 1
        raise error

    with pytest.raises(FaultError):
        seat.office.run(Deed.COMMENT, uuid4(), body)
    assert tries == 1


def test_every_order_knows_what_it_is_about() -> None:
    about: list[Order] = [Verify(3), Comment(3, "x"), Attach(3, "a", b""), Step(Deed.CHECK, 3)]
    assert {subject_of(order) for order in about} == {Subject("incident", 3)}
    assert subject_of(ChangeDuty(3, Duty.OFF)) == Subject("member", 3)
    assert subject_of(Report("x", "litter")) is None


def test_the_version_of_a_row_moved_without_a_deed_is_overtaken_by_its_last_event(
    seat: Seat,
) -> None:
    incident = seat.report()
    seat.write(update(IncidentRow).values(version=9))
    with refused(Refused.OVERTAKEN, deed="report", operator="测试员"):
        perform(seat.office, Verify(incident, seen=1), uuid4())
