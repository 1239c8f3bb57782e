"""The next best where none of the own members may go: what is missing, and who is left."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import isnan

import numpy as np

from console.domain.crew import Crew
from console.domain.incident import Incident
from console.domain.people import Member, Unit
from console.domain.place import walking_s
from console.domain.ranking import Obstacle, distances, obstacle_of
from console.domain.weights import Weights

MEMBERS_OF_A_KIND = 2
"""So many of the squad, of the neighbouring communities and of the partners are offered."""


class OfferKind(StrEnum):
    """What can be done, in the order in which it is offered."""

    NEIGHBOURING_GRID = "neighbouring_grid"
    """Told, and nothing to press: own members from next door are candidates from the start."""
    SQUAD = "squad"
    NEIGHBOURING_COMMUNITY = "neighbouring_community"
    ASK_NEIGHBOUR = "ask_neighbour"
    TOWN = "town"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class NextBest:
    """One offer: to send somebody, or to ask somebody.

    ``member`` is who would be sent, ``organisation`` where they belong or who would be asked;
    metres and time on foot in seconds are None where no place is known.
    """

    kind: OfferKind
    member: Member | None = None
    organisation: str = ""
    distance: float | None = None
    eta: float | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """Why none of the own members may go: how many have which obstacle.

    Empty if nobody has a badge of the skill.
    """

    obstacles: tuple[tuple[Obstacle, int], ...]


@dataclass(frozen=True, slots=True)
class Offers:
    """What is missing, and the next best in order."""

    missing: Missing
    ways: tuple[NextBest, ...]


def offers(
    incident: Incident, skill: str, crew: Crew, today: date, weights: Weights | None = None
) -> Offers:
    """What to do where none of the own members may go.

    In order: the neighbouring base grid, whose members would be candidates if any could go; the
    mobile squad; a member of a neighbouring community, or else that community is asked; the town;
    a partner. Of each the nearest come first, equal ones by their numbers; they must be on duty,
    certified for the skill and below the limit, as own members must.
    """
    rule = weights or Weights()
    lent = _able(incident, skill, crew, today, rule, Unit.NEIGHBOUR)
    ways = [
        NextBest(OfferKind.NEIGHBOURING_GRID),
        *_able(incident, skill, crew, today, rule, Unit.SQUAD),
        *(lent or (NextBest(OfferKind.ASK_NEIGHBOUR, organisation=_neighbour(crew)),)),
        NextBest(OfferKind.TOWN),
        *_able(incident, skill, crew, today, rule, Unit.PARTNER),
    ]
    return Offers(_missing(skill, crew, today), tuple(ways))


_KINDS = {
    Unit.SQUAD: OfferKind.SQUAD,
    Unit.NEIGHBOUR: OfferKind.NEIGHBOURING_COMMUNITY,
    Unit.PARTNER: OfferKind.PARTNER,
}


def _able(
    incident: Incident, skill: str, crew: Crew, today: date, rule: Weights, unit: Unit
) -> tuple[NextBest, ...]:
    fit = crew.certified(skill, today) & crew.available & (crew.load < rule.most_running)
    slots = np.flatnonzero(fit & ~crew.own)
    chosen = [slot for slot in slots.tolist() if crew.members[slot].unit is unit]
    metres = distances(incident, crew, np.array(chosen, np.intp))
    nearest = np.argsort(metres, kind="stable")[:MEMBERS_OF_A_KIND]
    return tuple(
        _sending(_KINDS[unit], crew.members[chosen[int(at)]], float(metres[at])) for at in nearest
    )


def _sending(kind: OfferKind, member: Member, metres: float) -> NextBest:
    if isnan(metres):
        return NextBest(kind, member, member.organisation)
    return NextBest(kind, member, member.organisation, metres, walking_s(metres))


def _neighbour(crew: Crew) -> str:
    """The neighbouring community to ask; empty if the center knows none by name."""
    known = (m.organisation for m in crew.members if m.unit is Unit.NEIGHBOUR and m.organisation)
    return next(known, "")


def _missing(skill: str, crew: Crew, today: date) -> Missing:
    slots = np.flatnonzero(crew.concerned(skill) & crew.own)
    counts = Counter(obstacle_of(crew.members[slot], skill, today) for slot in slots.tolist())
    return Missing(tuple((one, counts[one]) for one in Obstacle if counts[one]))
