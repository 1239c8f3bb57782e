"""Cover: which base grids have nobody free for a skill now, and who could move up.

Cover is what is there at this moment; who is planned for which shift is another matter.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from console.domain.crew import Crew, Slots
from console.domain.people import Member
from console.domain.ranking import metres_to


@dataclass(frozen=True, slots=True)
class Hole:
    """A base grid in which nobody free is certified for a skill that its own members hold.

    ``certified`` are so many of its members, all of them off duty, on a break or at an incident;
    ``moving_up`` is who could stand in from next door.
    """

    base: str
    skill: str
    certified: int
    moving_up: Member | None


def holes(crew: Crew, skills: Iterable[str], today: date) -> tuple[Hole, ...]:
    """The holes of this moment, by base grid and in the order of the skills.

    A skill that no member of a base grid holds is no hole in its cover: the grid is staffed so,
    and its neighbours go there every day.
    """
    order = list(skills)
    found = []
    for skill in order:
        bare = _bare(crew, skill, today)
        free = _free(crew, skill, today) if bare else np.zeros(0, np.intp)
        found += [
            Hole(base, skill, certified, _nearest(crew, base, skill, today, free))
            for base, certified in bare
        ]
    return tuple(sorted(found, key=lambda hole: (hole.base, order.index(hole.skill))))


def move_up(crew: Crew, base: str, skill: str, today: date) -> Member | None:
    """Who could move up into a base grid: the nearest free certified member from next door.

    Next door is a base grid that shares a border or a corner with it, and that keeps another free
    member certified for the skill when this one goes. Near is near to the middle of the base grid;
    of whom no place is known comes last, equal ones by their numbers.
    """
    return _nearest(crew, base, skill, today, _free(crew, skill, today))


def _free(crew: Crew, skill: str, today: date) -> Slots:
    return np.flatnonzero(crew.free & crew.certified(skill, today))


def _nearest(crew: Crew, base: str, skill: str, today: date, free: Slots) -> Member | None:
    near, cover = crew.tree.neighbours(base), crew.cover(skill, today)
    spared = [place for place, code in enumerate(crew.bases) if code in near and cover[place] > 1]
    slots = free[np.isin(crew.base[free], spared)]
    if not len(slots):
        return None
    middle = crew.tree.middle(base)
    if middle is None:
        return crew.members[int(slots[0])]
    away = np.nan_to_num(metres_to(middle, *crew.places(slots)), nan=np.inf)
    return crew.members[int(slots[int(np.argmin(away))])]


def _bare(crew: Crew, skill: str, today: date) -> list[tuple[str, int]]:
    """The base grids with certified members of whom none is free, and how many they have."""
    belonging = np.bincount(crew.base[crew.certified(skill, today)], minlength=len(crew.bases))
    lacking = np.flatnonzero((belonging > 0) & (crew.cover(skill, today) == 0))
    known = ((crew.bases[int(place)], int(belonging[place])) for place in lacking)
    return [(base, certified) for base, certified in known if base]


def by_base(found: Iterable[Hole]) -> dict[str, tuple[Hole, ...]]:
    """The holes of each base grid that has any: what a map or a wall shows."""
    bases: dict[str, list[Hole]] = {}
    for hole in found:
        bases.setdefault(hole.base, []).append(hole)
    return {base: tuple(some) for base, some in bases.items()}
