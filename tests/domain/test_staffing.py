"""How many are on duty and free, skill by skill."""

from dataclasses import replace
from datetime import date

from console.domain.crew import Crew
from console.domain.grid import GridTree
from console.domain.people import Badge, BadgeLevel, Duty, Member, Unit
from console.domain.staffing import Staff, staffing

TODAY = date(2026, 3, 2)
FIRE = Badge("fire", BadgeLevel.HELD)
HELP = Badge("help", BadgeLevel.HELD, valid_until=TODAY)
OVER = Badge("fire", BadgeLevel.HELD, valid_until=date(2026, 3, 1))
LEARNING = Badge("fire", BadgeLevel.TRAINING)


def member(number: int, *badges: Badge, duty: Duty = Duty.ON_DUTY, load: int = 0) -> Member:
    return Member(number, 1, f"B{number}", "甲", "", "", duty, badges, load=load)


def test_those_on_duty_and_those_free_are_counted_by_skill() -> None:
    crew = Crew(
        GridTree(),
        [
            member(1, FIRE, HELP),
            member(2, FIRE, load=1, duty=Duty.EN_ROUTE),
            member(3, FIRE, duty=Duty.BREAK),
            member(4, OVER),
            member(5, LEARNING),
            replace(member(6, FIRE), unit=Unit.NEIGHBOUR),
        ],
    )
    assert staffing(crew, ["help", "fire", "food"], TODAY) == (
        Staff("help", 1, 1),
        Staff("fire", 2, 1),
        Staff("food", 0, 0),
    )
