"""What presses, and in which order; always the same as if all of it were looked through."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

from console.domain.category import Priority
from console.domain.incident import Incident, State
from console.domain.major import Together, together
from console.domain.pressing import Pressing
from tests.views.make import START, incident

P = Priority


def numbers(pressing: Pressing, most: int = 9, minutes: int = 0) -> list[int]:
    return [one.id for one in pressing.now(START + timedelta(minutes=minutes), most).first]


def test_the_urgent_come_first_then_what_is_overdue_by_priority_and_limit() -> None:
    pressing = Pressing()
    pressing.load(
        [
            incident(1, due_min=-5, priority=P.NORMAL),
            incident(2, due_min=-1, priority=P.HIGH),
            incident(3, due_min=20, priority=P.URGENT),
            incident(4, due_min=-2, priority=P.URGENT),
            incident(5, due_min=9, priority=P.HIGH),
            incident(6, due_min=None, priority=P.URGENT, state=State.SUSPENDED),
            incident(7, due_min=-9, priority=P.HIGH),
        ]
    )
    assert numbers(pressing) == [4, 3, 7, 2, 1]
    found = pressing.now(START, 2)
    assert [one.id for one in found.first] == [4, 3]
    assert (found.count, found.overdue) == (5, 4)
    # Nothing happens but that time goes by.
    assert numbers(pressing, minutes=10) == [4, 3, 7, 2, 5, 1]


def test_what_ends_or_changes_leaves_its_place() -> None:
    pressing = Pressing()
    first = incident(1, due_min=-5, priority=P.URGENT)
    pressing.load([first, incident(2, due_min=-1, priority=P.HIGH)])
    pressing.take_in([replace(first, due_at=None, state=State.SUSPENDED, version=2)])
    assert numbers(pressing) == [2]
    pressing.take_in([], ended=[2, 77])
    assert numbers(pressing) == []


def test_it_equals_a_look_through_everything_after_random_changes() -> None:
    chance, pressing = Random(7), Pressing()
    known: dict[int, Incident] = {}
    pressing.load(())
    for step in range(600):
        number = chance.randrange(1, 40)
        if chance.random() < 0.2:
            known.pop(number, None)
            pressing.take_in((), [number])
            continue
        due = chance.choice([None, *range(-30, 30)])
        one = incident(number, due_min=due, priority=chance.choice(list(P)), version=step)
        known[number] = one
        pressing.take_in([one])
        expected = sorted(
            (
                i
                for i in known.values()
                if i.due_at and (i.overdue(START) or i.priority is P.URGENT)
            ),
            key=lambda i: (i.priority, i.due_at or datetime.max.replace(tzinfo=UTC), i.id),
        )
        found = pressing.now(START, 5)
        assert list(found.first) == expected[:5]
        assert found.count == len(expected)
        assert found.overdue == sum(i.overdue(START) for i in known.values())


def whole(one: Together) -> Incident:
    """A major incident as the one of its parts that presses most."""
    first = min(
        one.all,
        key=lambda i: (
            not (i.priority is P.URGENT and i.due_at is not None),
            i.due_at or datetime.max.replace(tzinfo=UTC),
        ),
    )
    return replace(one.head, priority=first.priority, due_at=first.due_at, warn_at=first.warn_at)


def test_a_major_incident_presses_once_whatever_joins_leaves_and_ends() -> None:
    chance = Random(7)
    pressing, known = Pressing(), dict[int, Incident]()
    for step in range(600):
        number = chance.randrange(14)
        if chance.random() < 0.25:
            known.pop(number, None)
            pressing.take_in([], [number])
        else:
            due = chance.choice([None, *range(-30, 30)])
            of = None if number < 4 else chance.choice([None, 0, 1, 2, 3])
            priority = chance.choice(list(P))
            one = incident(number, due_min=due, priority=priority, version=step)
            known[number] = replace(one, part_of=of, leads=number < 4)
            pressing.take_in([known[number]])
        if step % 50 == 0:
            pressing.load(known.values())
        wholes = map(whole, together(known.values()))
        expected = sorted(
            (i for i in wholes if i.due_at and (i.overdue(START) or i.priority is P.URGENT)),
            key=lambda i: (i.priority, i.due_at or datetime.max.replace(tzinfo=UTC), i.id),
        )
        found = pressing.now(START, 4)
        assert [(i.id, i.due_at) for i in found.first] == [(i.id, i.due_at) for i in expected[:4]]
        assert (found.count, found.overdue) == (
            len(expected),
            sum(i.overdue(START) for i in expected),
        )
