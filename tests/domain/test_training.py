"""Mentors and endings: who may teach whom, and which badges end soon."""

from datetime import date, timedelta

import pytest

from console.domain.errors import Refusal, Refused
from console.domain.people import Badge, BadgeLevel, Duty, Member
from console.domain.training import ending, mentors, require_mentor

TODAY = date(2026, 3, 2)
NAMES = {"member": "甲", "mentor": "乙", "skill": "消防"}


def held(mentor: int | None = None, until: date | None = None) -> Badge:
    return Badge("fire", BadgeLevel.HELD, until, mentor=mentor)


def member(number: int, *badges: Badge) -> Member:
    return Member(number, 1, f"BT-{number:03d}", f"m{number}", "", "g", Duty.OFF, badges)


@pytest.mark.parametrize(
    ("badges", "code"),
    [
        ({}, Refused.MENTOR_NOT_CERTIFIED),
        ({2: Badge("fire", BadgeLevel.TRAINING)}, Refused.MENTOR_NOT_CERTIFIED),
        ({2: held(until=date(2026, 3, 1))}, Refused.MENTOR_NOT_CERTIFIED),
        ({2: held(mentor=1)}, Refused.MENTOR_CYCLE),
        ({2: held(mentor=3), 3: held(mentor=1)}, Refused.MENTOR_CYCLE),
    ],
)
def test_who_may_not_teach_is_refused_by_name(badges: dict[int, Badge], code: Refused) -> None:
    with pytest.raises(Refusal) as caught:
        require_mentor(1, 2, badges, TODAY, NAMES)
    assert caught.value.code is code
    assert caught.value.details == NAMES


def test_nobody_teaches_themselves() -> None:
    with pytest.raises(Refusal) as caught:
        require_mentor(1, 1, {1: held()}, TODAY, NAMES)
    assert caught.value.code is Refused.OWN_MENTOR


@pytest.mark.parametrize(
    "badges",
    [
        {2: held(until=TODAY)},
        {2: held(mentor=3), 3: held(mentor=4)},
        {2: held(mentor=3), 3: held(mentor=2)},  # Not the trainee's affair, and no endless search.
    ],
)
def test_who_holds_the_skill_may_teach(badges: dict[int, Badge]) -> None:
    require_mentor(1, 2, badges, TODAY, NAMES)


def test_the_choice_of_mentors_is_just_whom_the_rule_lets() -> None:
    there = [
        member(4, held(mentor=3)),
        member(1),
        member(2, held(mentor=1)),
        member(3, held()),
        member(5, held(until=date(2026, 3, 1))),
        member(6, Badge("urban", BadgeLevel.HELD)),
    ]
    assert [m.id for m in mentors(there, 1, "fire", TODAY)] == [3, 4]


def test_what_ends_within_thirty_days_is_listed_the_first_first() -> None:
    def ends(days: int) -> Badge:
        return held(until=TODAY + timedelta(days=days))

    there = [member(n, ends(days)) for n, days in enumerate((30, 31, 0, -1, 7))]
    there.append(member(9, held(), Badge("urban", BadgeLevel.TRAINING)))
    assert [(m.id, (day - TODAY).days) for day, m, _ in ending(there, TODAY)] == [
        (2, 0),
        (4, 7),
        (0, 30),
    ]
