"""The weights of the proposal: changed, refused, and held to when somebody is sent."""

from uuid import uuid4

import pytest

from console.commands.office import Office
from console.commands.perform import perform
from console.db import queries
from console.db.feed import read_change
from console.domain.errors import Refusal, Refused
from console.domain.incident import State
from console.domain.orders import ChangeWeights, Dispatch
from console.domain.weights import NAMES, Weights
from tests.commands.seat import Seat


def change(office: Office, **values: float) -> int:
    return perform(office, ChangeWeights(tuple(values.items())), uuid4()).seq


def weights(office: Office) -> Weights:
    with office.database.read() as session:
        return queries.weights(session)


def test_what_was_changed_holds_and_all_else_stays(office: Office) -> None:
    assert weights(office) == Weights()
    change(office, running=30.0, urgent=3.0)
    change(office, running=25.5)
    assert weights(office) == Weights(running=25.5, urgent=3.0)


def test_consoles_are_told_with_the_catalogue(office: Office) -> None:
    seq = change(office, fairness=0.0)
    with office.database.read() as session:
        told = read_change(session, seq - 1)
    assert told.catalogue is not None
    assert told.catalogue.weights == Weights(fairness=0.0)
    assert told.events[0].payload == {"weights": {"fairness": 0.0}, "before": {"fairness": 0.5}}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("running", -1.0),
        ("running", float("nan")),
        ("running", float("inf")),
        ("running", 10_001.0),
        ("most_running", 0.0),
        ("urgent", 0.5),
        ("colour", 1.0),
    ],
)
def test_a_value_that_makes_no_sense_is_refused(office: Office, name: str, value: float) -> None:
    with pytest.raises(Refusal) as caught:
        change(office, **{name: value})
    assert caught.value.code is Refused.BAD_VALUE
    assert caught.value.details["field"] == name
    assert weights(office) == Weights()


def test_a_change_to_what_holds_already_is_refused(office: Office) -> None:
    with pytest.raises(Refusal) as caught:
        change(office, **Weights().values())
    assert caught.value.code is Refused.MISSING
    assert len(NAMES) == len(Weights().values())


def test_nobody_gets_more_incidents_than_one_may_have(office: Office) -> None:
    seat = Seat(office)
    busy, other = seat.ready()[:2]
    for _ in range(3):
        seat.bring(State.DISPATCHED, busy.id)
    fourth = seat.bring(State.VERIFIED)
    with pytest.raises(Refusal) as caught:
        seat.do(Dispatch(fourth, busy.id))
    assert caught.value.code is Refused.MEMBER_AT_LIMIT
    assert caught.value.details == {"member": busy.name, "limit": 3}
    change(office, most_running=4.0)
    seat.do(Dispatch(fourth, busy.id))
    fifth = seat.bring(State.VERIFIED)
    seat.do(Dispatch(fifth, other.id))
    assert seat.member(busy.id).load == 4
