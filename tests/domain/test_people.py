"""Badges and duty: who may be sent, and what a badge looks like."""

from datetime import date

import pytest

from console.domain.incident import AssignmentState
from console.domain.people import (
    Badge,
    BadgeLevel,
    BadgeLook,
    Duty,
    Member,
    bound_duty,
    duty_after,
    look_of,
)

TODAY = date(2026, 3, 2)
RUNNING = AssignmentState


@pytest.mark.parametrize(
    ("badge", "look", "holds"),
    [
        (None, BadgeLook.NOT_HELD, False),
        (Badge("fire", BadgeLevel.TRAINING), BadgeLook.TRAINING, False),
        (Badge("fire", BadgeLevel.HELD), BadgeLook.HELD, True),
        (Badge("fire", BadgeLevel.HELD, date(2026, 4, 2)), BadgeLook.HELD, True),
        (Badge("fire", BadgeLevel.HELD, date(2026, 4, 1)), BadgeLook.EXPIRING, True),
        (Badge("fire", BadgeLevel.HELD, TODAY), BadgeLook.EXPIRING, True),
        (Badge("fire", BadgeLevel.HELD, date(2026, 3, 1)), BadgeLook.NOT_HELD, False),
    ],
)
def test_a_badge_looks_as_it_counts(badge: Badge | None, look: BadgeLook, holds: bool) -> None:
    badges = (Badge("urban", BadgeLevel.HELD), *([badge] if badge else []))
    member = Member(1, 1, "001", "甲", "", "4419001220100101", Duty.ON_DUTY, badges)

    assert member.badge("fire") == badge
    assert look_of(badge, TODAY) is look
    assert member.holds("fire", TODAY) is holds


@pytest.mark.parametrize(
    ("duty", "running", "after"),
    [
        (Duty.ON_SCENE, (), Duty.ON_DUTY),
        (Duty.ON_SCENE, (RUNNING.DISPATCHED,), Duty.ON_DUTY),
        (Duty.ON_SCENE, (RUNNING.EN_ROUTE,), Duty.EN_ROUTE),
        (Duty.EN_ROUTE, (RUNNING.EN_ROUTE, RUNNING.ON_SCENE), Duty.ON_SCENE),
        (Duty.OFF, (RUNNING.EN_ROUTE,), Duty.OFF),
        (Duty.BREAK, (), Duty.BREAK),
    ],
)
def test_duty_follows_what_still_runs(
    duty: Duty, running: tuple[AssignmentState, ...], after: Duty
) -> None:
    assert duty_after(duty, running) is after


def test_only_who_is_under_way_is_bound() -> None:
    assert bound_duty(()) is None
    assert bound_duty((RUNNING.ACKNOWLEDGED,)) is None
    assert bound_duty((RUNNING.EN_ROUTE,)) is Duty.EN_ROUTE
