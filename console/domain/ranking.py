"""Whom to send: the members who may go, ranked, each with reasons."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import inf

from console.domain.codes import Level, base_of, level_of
from console.domain.grid import GridTree
from console.domain.incident import Incident
from console.domain.people import AVAILABLE, Member
from console.domain.place import distance_m, walking_s


class Reason(StrEnum):
    """Why a candidate stands where they stand."""

    HOLDS_SKILL = "holds_skill"
    OWN_SUB_GRID = "own_sub_grid"
    NEIGHBOURING_SUB_GRID = "neighbouring_sub_grid"
    OWN_BASE_GRID = "own_base_grid"
    ELSEWHERE = "elsewhere"
    FREE = "free"
    BUSY = "busy"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A member who may be sent; distance in metres and time on foot in seconds, if known."""

    member: Member
    reasons: tuple[Reason, ...]
    distance: float | None
    eta: float | None


_NEARNESS = {
    Reason.OWN_SUB_GRID: 0,
    Reason.NEIGHBOURING_SUB_GRID: 1,
    Reason.OWN_BASE_GRID: 2,
    Reason.ELSEWHERE: 3,
}


def candidates(
    incident: Incident, skill: str, members: Iterable[Member], tree: GridTree, today: date
) -> list[Candidate]:
    """The members who may be sent to an incident, the best first.

    Eligible is who is on duty and certified for the skill. They are ranked, first difference
    decides: nobody running before somebody running; nearness in the grid tree (own sub-grid,
    neighbouring one, own base grid, elsewhere); fewer running assignments; shorter distance;
    lower member number, so that the order never depends on chance.
    """
    near = tree.neighbours(incident.grid) if incident.grid else frozenset()
    eligible = (m for m in members if m.duty in AVAILABLE and m.holds(skill, today))
    found = [_candidate(incident, member, near) for member in eligible]
    return sorted(found, key=_order)


def _candidate(incident: Incident, member: Member, near: frozenset[str]) -> Candidate:
    distance = None
    if incident.place is not None and member.place is not None:
        distance = distance_m(incident.place, member.place)
    reasons = (
        Reason.HOLDS_SKILL,
        _nearness(incident.grid, member.grid, near),
        Reason.BUSY if member.load else Reason.FREE,
    )
    return Candidate(member, reasons, distance, None if distance is None else walking_s(distance))


def _nearness(grid: str | None, own: str, near: frozenset[str]) -> Reason:
    if not grid or not own:
        return Reason.ELSEWHERE
    if own == grid:
        return Reason.OWN_SUB_GRID
    if own in near:
        return Reason.NEIGHBOURING_SUB_GRID
    base = _base(grid)
    return Reason.OWN_BASE_GRID if base and base == _base(own) else Reason.ELSEWHERE


def _base(code: str) -> str | None:
    # In a gap between the base grids a place lies in the community and in nothing smaller.
    return base_of(code) if level_of(code) in (Level.BASE, Level.SUB) else None


def _order(candidate: Candidate) -> tuple[bool, int, int, float, str]:
    load = candidate.member.load
    distance = inf if candidate.distance is None else candidate.distance
    return load > 0, _NEARNESS[candidate.reasons[1]], load, distance, candidate.member.number
