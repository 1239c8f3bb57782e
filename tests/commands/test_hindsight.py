"""What other weights would have proposed for the dispatches of the past."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from console.commands.office import Office
from console.db.history import last_dispatches
from console.db.members import members
from console.db.queries import catalogue
from console.domain.grid import GridTree
from console.domain.hindsight import Past, Stint, proposed_then
from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import Step
from console.domain.weights import Weights
from tests.clock import Clock
from tests.commands.seat import Seat
from tests.domain.test_ranking import INCIDENT, NOON, OTHER_BASE, TREE, member

ZONE = ZoneInfo("Asia/Shanghai")
PAST = Past(INCIDENT, "security", NOON, sent=1)
NEAR, FAR = member(1), member(2, OTHER_BASE)


def first(stints: list[Stint], rule: Weights) -> int:
    [found] = proposed_then([PAST], [NEAR, FAR], stints, TREE, ZONE, rule)
    assert found is not None
    return found.id


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def test_who_was_bound_then_counts_as_bound_then() -> None:
    running = Stint(1, NOON - minutes(30), NOON + minutes(5))
    over = Stint(1, NOON - minutes(30), NOON - minutes(5))
    later = Stint(1, NOON + minutes(1), None)
    rule = Weights(fairness=0.0)
    assert first([], rule) == 1
    assert first([running], rule) == 2
    assert first([replace(running, end=None)], rule) == 2
    assert first([over, later], rule) == 1


def test_the_week_before_counts_without_what_was_called_back() -> None:
    often = [Stint(1, NOON - minutes(60 * n), NOON - minutes(60 * n - 30)) for n in range(1, 30)]
    fair = Weights(fairness=2.0)
    assert first(often, fair) == 2
    assert first(often, Weights(fairness=0.0)) == 1
    assert first([replace(stint, undone=True) for stint in often], fair) == 1
    long_ago = [replace(s, begin=s.begin - timedelta(days=8)) for s in often]
    assert first(long_ago, fair) == 1


def test_the_last_dispatches_are_read_with_what_bore_on_them(office: Office, clock: Clock) -> None:
    seat = Seat(office)
    one, other = seat.ready()[:2]
    first_incident = seat.bring(State.ON_SCENE, one.id)
    seat.do(Step(Deed.RESOLVE, first_incident))
    clock.advance(60)
    second = seat.bring(State.DISPATCHED, other.id)
    seat.do(Step(Deed.WITHDRAW, second, note="换人"))
    with office.database.read() as session:
        pasts, stints = last_dispatches(session, 200)
        only, _ = last_dispatches(session, 1)
        known, there = catalogue(session), members(session)
    assert [(past.incident.id, past.sent) for past in pasts] == [
        (first_incident, one.id),
        (second, other.id),
    ]
    assert only == pasts[1:]
    assert [(s.member, s.undone, s.end is None) for s in stints] == [
        (one.id, False, False),
        (other.id, True, False),
    ]
    skills = {category.code: category.skill for category in known.categories}
    named = [replace(past, skill=skills[past.incident.category]) for past in pasts]
    tree = GridTree(known.grids)
    found = proposed_then(named, there, stints, tree, ZONE, Weights())
    assert all(found)
