"""Staffing: how many members are on duty and how many of them are free, skill by skill."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from console.domain.crew import Crew


@dataclass(frozen=True, slots=True)
class Staff:
    """The center's own members certified for a skill: on duty now, and free of any incident."""

    skill: str
    on_duty: int
    free: int


def staffing(crew: Crew, skills: Iterable[str], today: date) -> tuple[Staff, ...]:
    """The staff of each skill, in the order of the skills; somebody with two counts for both."""
    there, free = crew.own & crew.available, crew.own & crew.free
    return tuple(
        Staff(skill, int((there & held).sum()), int((free & held).sum()))
        for skill in skills
        for held in (crew.certified(skill, today),)
    )
