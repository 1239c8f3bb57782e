"""A deed in flight holds its subject until its change is seen, whichever is told first."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID, uuid4

from console.domain.change import Change
from console.domain.events import Event, Subject
from console.domain.lifecycle import Deed
from console.live.flight import InFlight

EVENT = Event(
    7,
    datetime(2026, 3, 2, tzinfo=UTC),
    "甲",
    "一号席",
    uuid4(),
    Deed.VERIFY,
    Subject("incident", 3),
    {},
    "",
)


def change(command: UUID) -> Change:
    return Change(7, (replace(EVENT, command_id=command),))


def test_done_first_and_then_seen() -> None:
    flight, command = InFlight(), uuid4()
    flight.start(command, 3)
    assert flight.holds(3)
    flight.done(command, 7, seen=6)
    assert flight.holds(3), "the screen still shows it as it was"
    flight.take_in(change(command))
    assert not flight.holds(3)
    assert not flight.knows(command)


def test_seen_first_and_then_done() -> None:
    flight, command = InFlight(), uuid4()
    flight.start(command, 3)
    flight.take_in(change(command))
    assert not flight.holds(3), "the next key is about what is shown"
    assert flight.knows(command), "its end is still to be told"
    flight.done(command, 7, seen=7)
    assert not flight.knows(command)


def test_what_another_one_did_meanwhile_ends_nothing() -> None:
    flight, command = InFlight(), uuid4()
    flight.start(command, 3)
    flight.take_in(change(uuid4()))
    assert flight.holds(3)
    flight.done(command, 8, seen=7)
    assert flight.holds(3)


def test_a_second_deed_on_the_same_subject_holds_it_still() -> None:
    flight, one, other = InFlight(), uuid4(), uuid4()
    flight.start(one, 3)
    flight.start(other, 3)
    flight.take_in(change(one))
    assert flight.holds(3)
    assert flight.failed(other) == 3
    assert not flight.holds(3)
