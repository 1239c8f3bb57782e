"""How grave an alarm is, when it may be heard, and which limits time brings."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.alarms import (
    Alarm,
    Ears,
    Grade,
    Kind,
    Name,
    holds,
    limit_alarm,
    needs_somebody,
    new_alarm,
    raised_name,
    standing_emergencies,
)
from console.domain.category import Priority
from console.domain.events import Event, Subject
from console.domain.incident import State
from console.domain.ladder import Card, Matter, Supervision, Who
from console.domain.lifecycle import Deed
from console.domain.limit_watch import LimitWatch
from tests.views.make import START, incident


def event(kind: Deed) -> Event:
    return Event(7, START, "丙", "三号席", UUID(int=1), kind, Subject("incident", 1), {}, "")


def raised(matter: Matter, card: Card) -> Supervision:
    return Supervision(3, 1, matter, START, 1, Who.LEADER, card, "甲", START, START, START)


def test_graver_incidents_have_graver_alarms() -> None:
    for kind in Kind:
        grades = [Alarm(Name(kind, 1, ""), priority, START).grade for priority in Priority]
        assert grades == sorted(grades)
    assert Alarm(Name(Kind.CHECK_IN, 1, ""), Priority.LOW, START).grade is Grade.EMERGENCY
    assert Alarm(Name(Kind.NEW, 1, ""), Priority.URGENT, START).grade is Grade.EMERGENCY
    assert Alarm(Name(Kind.WARNING, 1, ""), Priority.URGENT, START).grade is Grade.MEDIUM


def test_only_what_asks_for_somebody_is_new() -> None:
    assert new_alarm(incident(1), event(Deed.REPORT), START) is not None
    assert new_alarm(incident(1), event(Deed.COMMENT), START) is None
    assert new_alarm(incident(1, state=State.DISPATCHED), event(Deed.REPORT), START) is None
    assert new_alarm(incident(1, state=State.REWORK), event(Deed.SEND_BACK), START) is not None
    assert not needs_somebody(incident(1, state=State.RESOLVED))


def test_a_limit_that_was_extended_is_another_alarm() -> None:
    near = limit_alarm(Kind.WARNING, incident(1), START)
    assert holds(near, incident(1, version=2))
    later = incident(1, due_min=90)
    assert not holds(near, later)
    assert near.name != limit_alarm(Kind.WARNING, later, START).name
    assert not holds(near, incident(1, due_min=None, state=State.SUSPENDED))


def test_a_new_one_holds_until_somebody_is_on_it() -> None:
    new = new_alarm(incident(1), event(Deed.REPORT), START)
    assert new is not None
    assert holds(new, incident(1, state=State.VERIFIED))
    assert not holds(new, incident(1, state=State.DISPATCHED))


def test_cards_and_missed_check_ins_have_names_and_other_rungs_have_none() -> None:
    assert raised_name(raised(Matter.SAFETY, Card.NONE)) == Name(Kind.CHECK_IN, 1, "3")
    assert raised_name(raised(Matter.LIMIT, Card.RED)) == Name(Kind.RED, 1, "3")
    assert raised_name(raised(Matter.LIMIT, Card.YELLOW)) == Name(Kind.YELLOW, 1, "3")
    assert raised_name(raised(Matter.LIMIT, Card.NONE)) is None


def test_urgent_reports_that_nobody_has_verified_sound_after_a_start() -> None:
    urgent = incident(1, priority=Priority.URGENT)
    found = standing_emergencies(
        [urgent, incident(2), replace(urgent, state=State.VERIFIED)], START
    )
    assert [alarm.incident for alarm in found] == [1]


@pytest.mark.parametrize(
    ("begin", "end", "quiet", "loud"),
    [(22, 6, (22, 23, 0, 5), (6, 12, 21)), (13, 15, (13, 14), (12, 15)), (8, 8, (), (0, 8, 23))],
)
def test_quiet_hours_may_span_midnight(
    begin: int, end: int, quiet: tuple[int, ...], loud: tuple[int, ...]
) -> None:
    ears = Ears(quiet_from=begin, quiet_until=end)
    assert all(not ears.hear(Grade.HIGH, START, hour) for hour in quiet)
    assert all(ears.hear(Grade.EMERGENCY, START, hour) for hour in quiet)
    assert all(ears.hear(Grade.LOW, START, hour) for hour in loud)
    strict = replace(ears, emergencies_always=False)
    assert not any(strict.hear(Grade.EMERGENCY, START, hour) for hour in quiet)


@given(st.integers(0, 23), st.integers(0, 23))
def test_quiet_hours_are_as_long_as_they_say(begin: int, end: int) -> None:
    ears = Ears(quiet_from=begin, quiet_until=end)
    assert sum(ears.quiet(hour) for hour in range(24)) == (end - begin) % 24


def test_a_mute_silences_all_until_it_ends_by_itself() -> None:
    ears = Ears(muted_until=START + timedelta(minutes=10))
    assert not ears.hear(Grade.EMERGENCY, START, 12)
    assert ears.hear(Grade.LOW, START + timedelta(minutes=10), 12)
    assert not Ears(on=False).hear(Grade.EMERGENCY, START, 12)


def test_time_brings_each_limit_twice_and_forgets_those_that_have_changed() -> None:
    watch, minute = LimitWatch(), timedelta(minutes=1)
    there = {number: incident(number) for number in (1, 2)}
    for one in there.values():
        watch.put(one, START)

    def passed(minutes: float) -> list[int]:
        return [one.id for one in watch.passed(START + minutes * minute, there.get)]

    assert passed(24) == []
    there[2] = incident(2, due_min=60)
    watch.put(there[2], START)
    assert passed(24.1) == [1]
    assert passed(29) == []
    assert passed(31) == [1]
    del there[1]
    # A computer that was asleep wakes up when both instants have passed.
    assert passed(600) == [2]
    assert passed(9000) == []
