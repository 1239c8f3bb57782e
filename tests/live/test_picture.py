"""The Picture against its own load, and its figures against plain counting."""

import random
from datetime import timedelta

from console.domain.category import Priority
from console.domain.change import Change
from console.domain.incident import ENDED, RUNNING, TO_CHECK, TO_DISPATCH, Incident, State
from console.domain.ranking import Proposal
from console.live.picture import LAST_EVENTS, Counts, Picture
from tests.views.make import START, change, incident, reported, snapshot


def counted(picture: Picture, minutes: int) -> Counts:
    """The figures, counted the plain way."""
    now = START + timedelta(minutes=minutes)
    states = [i.state for i in picture.incidents.values()]
    return Counts(
        unverified=states.count(State.REPORTED),
        to_dispatch=sum(state in TO_DISPATCH for state in states),
        running=sum(state in RUNNING for state in states),
        to_check=sum(state in TO_CHECK for state in states),
        overdue=sum(i.overdue(now) for i in picture.incidents.values()),
    )


def some_incident(chance: random.Random, number: int) -> Incident:
    open_states = [state for state in State if state not in ENDED]
    return incident(
        number,
        due_min=chance.choice([None, *range(0, 60, 5)]),
        state=chance.choice(open_states),
        priority=chance.choice(list(Priority)),
    )


def test_after_any_changes_it_is_what_a_new_load_would_be() -> None:
    chance = random.Random(1)
    picture = Picture()
    picture.load(snapshot(*(some_incident(chance, n) for n in range(1, 60))))
    for step in range(400):
        numbers = chance.sample(range(1, 100), 3)
        picture.apply(
            change(*(some_incident(chance, n) for n in numbers[:2]), ended=(numbers[2],))
        )
        minutes = chance.randrange(-5, 70)  # Clocks are set back, too.
        now = START + timedelta(minutes=minutes)
        assert picture.counts(now) == counted(picture, minutes), f"after step {step}"
    again = Picture()
    again.load(snapshot(*picture.incidents.values()))
    assert again.incidents == picture.incidents
    assert again.counts(START) == picture.counts(START)


def test_a_limit_is_overdue_only_after_its_end() -> None:
    picture = Picture()
    picture.load(snapshot(incident(1, due_min=30), incident(2, due_min=None)))
    assert picture.counts(START + timedelta(minutes=30)).overdue == 0
    assert picture.counts(START + timedelta(minutes=30, microseconds=1)).overdue == 1


def test_the_same_change_twice_does_no_harm() -> None:
    picture = Picture()
    picture.load(snapshot())
    arrived = change(incident(1), arrived=True)
    for _ in range(2):
        picture.apply(arrived)
    assert picture.counts(START).unverified == 1
    assert len(picture.events) == 1


def test_only_the_last_events_are_kept() -> None:
    picture = Picture()
    picture.load(snapshot())
    events = tuple(reported(number) for number in range(1, LAST_EVENTS + 51))
    picture.apply(Change(len(events), events))
    assert tuple(picture.events) == events[-LAST_EVENTS:]
    assert picture.seq == len(events)


def test_before_a_load_it_is_empty_and_answers() -> None:
    picture = Picture()
    assert picture.center is None
    assert picture.counts(START) == Counts(0, 0, 0, 0, 0)
    assert picture.propose(1, START.date()) == Proposal()


def test_nobody_is_proposed_for_a_category_that_is_not_known() -> None:
    picture = Picture()
    picture.load(snapshot(incident(1)))
    picture.categories.clear()
    assert picture.propose(1, START.date()) == Proposal()
