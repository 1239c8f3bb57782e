"""Whom to send: who may go, ranked by what it costs, each with reasons; and who may not, and why.

The rule is told for people in ``docs/dispatch-rule.md``; this is the only place that carries it
out. Costs are in minutes: what is worse by some minutes' walk counts as much as that walk.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from math import isnan

import numpy as np
from numpy.typing import NDArray

from console.domain.category import Priority
from console.domain.codes import base_of_grid
from console.domain.continuity import Dealt
from console.domain.crew import Crew, Figures, Slots
from console.domain.grid import GridTree
from console.domain.incident import Incident
from console.domain.people import BadgeLevel, Duty, Member
from console.domain.place import EARTH_RADIUS_M, LonLat, walking_s
from console.domain.proposals import Candidate, Exclusion, Obstacle, Proposal, Reason
from console.domain.weights import Weights

__all__ = [
    "NOTABLE_WEEK",
    "Candidate",
    "Exclusion",
    "Obstacle",
    "Proposal",
    "Reason",
    "best_first",
    "costs_of",
    "distances",
    "metres_to",
    "obstacle_of",
    "propose",
]


_AREA_REASONS = (
    Reason.OWN_SUB_GRID,
    Reason.NEIGHBOURING_SUB_GRID,
    Reason.OWN_BASE_GRID,
    Reason.ELSEWHERE,
)

NOTABLE_WEEK = 2
"""So many assignments above or below the average of the week are worth a word."""


def propose(
    incident: Incident,
    skill: str,
    crew: Crew,
    today: date,
    weights: Weights | None = None,
    most: int | None = None,
) -> Proposal:
    """Who should go to an incident.

    May go: who is on duty, certified for the skill on the day, and below the limit of running
    assignments. The one with the lowest cost comes first; equal ones in the order of their
    numbers, so that the order never depends on chance.

    Args:
        incident: Where it is, and how urgent.
        skill: The code of the skill that it needs.
        crew: Everybody.
        today: The day in the center's zone.
        weights: What counts how much.
        most: So many candidates and exclusions are told at most; None for all.
    """
    rule = weights or Weights()
    slots, metres, areas, costs = _costed(incident, skill, crew, today, rule)
    related = crew.dealings.related(incident, today)
    held = crew.reservations
    # Slots are in the order of the numbers, and a stable sort keeps that among equal ones.
    best = np.argsort(costs, kind="stable")[:most]
    mean = float(crew.week[slots].mean()) if len(slots) else 0.0
    found = tuple(
        Candidate(
            crew.members[slot],
            _reasons(crew.members[slot], int(areas[at]), mean)
            + _links(crew.members[slot], incident, related)
            + ((Reason.RESERVED,) if held.of(crew.members[slot].id, incident.id) else ()),
            *_way(float(metres[at])),
            float(costs[at]),
            _leaves(crew, slot, today),
            related.get(crew.members[slot].id),
            held.of(crew.members[slot].id, incident.id),
        )
        for at, slot in zip(best, slots[best].tolist(), strict=True)
    )
    concerned = np.flatnonzero(crew.concerned(skill) & crew.own)
    others = np.setdiff1d(concerned, slots, assume_unique=True)
    near = np.argsort(distances(incident, crew, others), kind="stable")[:most]
    excluded = (
        replace(
            _exclusion(crew.members[slot], skill, today),
            reserved=held.of(crew.members[slot].id, incident.id),
        )
        for slot in others[near].tolist()
    )
    return Proposal(found, len(slots), tuple(excluded))


def best_first(
    incident: Incident, members: Iterable[Member], crew: Crew, today: date, weights: Weights
) -> list[Member]:
    """Some of the crew in the order of what it costs to send them, whoever they are."""
    slots = crew.slots_of(members)
    metres = distances(incident, crew, slots)
    areas = _areas(incident.grid, crew)[crew.area[slots]]
    costs = _costs(incident, crew, slots, metres, areas, weights, today)
    return [crew.members[slot] for slot in slots[np.argsort(costs, kind="stable")].tolist()]


def costs_of(incident: Incident, skill: str, crew: Crew, today: date, weights: Weights) -> Figures:
    """What it costs to send each member, in minutes, by slot; infinite for who may not go."""
    slots, _, _, costs = _costed(incident, skill, crew, today, weights)
    found = np.full(len(crew), np.inf)
    found[slots] = costs
    return found


def _costed(
    incident: Incident, skill: str, crew: Crew, today: date, rule: Weights
) -> tuple[Slots, Figures, NDArray[np.int8], Figures]:
    """The slots of those who may go, with their metres, areas and costs."""
    fit = crew.certified(skill, today) & crew.available & (crew.load < rule.most_running)
    # The squad and other bodies are the next best, not the first thought.
    fit &= crew.own
    slots = np.flatnonzero(fit)
    metres = distances(incident, crew, slots)
    areas = _areas(incident.grid, crew)[crew.area[slots]]
    return slots, metres, areas, _costs(incident, crew, slots, metres, areas, rule, today)


def _costs(
    incident: Incident,
    crew: Crew,
    slots: Slots,
    metres: Figures,
    areas: NDArray[np.int8],
    rule: Weights,
    today: date,
) -> Figures:
    minutes = walking_s(1.0) / 60 * metres
    # Of whom nothing is known is taken to be as far as the farthest of the others.
    known = minutes[~np.isnan(minutes)]
    minutes = np.nan_to_num(minutes, nan=float(known.max()) if len(known) else 0.0)
    if incident.priority is Priority.URGENT:
        minutes = minutes * rule.urgent
    week = crew.week[slots]
    unfair = week - week.mean() if len(slots) else week
    by_area = np.array([0.0, rule.neighbouring, rule.own_base, rule.elsewhere])
    costs: Figures = (
        minutes
        + by_area[areas]
        + rule.running * crew.load[slots]
        + rule.cover * crew.lone(today)[slots]
        + rule.fairness * unfair
    )
    held = crew.reservations.elsewhere(incident.id)
    if held:
        # Whoever is held for another incident may be called there: as if that one ran already.
        costs = costs + rule.running * crew.counts(held)[slots]
    related = crew.dealings.related(incident, today)
    if related:
        costs = costs - rule.continuity * crew.among(related)[slots]
    if incident.language:
        costs = costs - rule.language * crew.speaks(incident.language)[slots]
    return costs


def distances(incident: Incident, crew: Crew, slots: Slots) -> Figures:
    """Metres from members to the incident by the haversine formula; nan where unknown."""
    place = _place_of(incident, crew.tree)
    if place is None:
        return np.full(len(slots), np.nan)
    return metres_to(place, *crew.places(slots))


def metres_to(place: LonLat, lon: Figures, lat: Figures) -> Figures:
    """Metres from places to one place by the haversine formula; nan stays nan."""
    half_lat = np.sin(np.radians(lat - place.lat) / 2)
    half_lon = np.sin(np.radians(lon - place.lon) / 2)
    chord = half_lat**2 + np.cos(np.radians(place.lat)) * np.cos(np.radians(lat)) * half_lon**2
    found: Figures = 2 * EARTH_RADIUS_M * np.arcsin(np.sqrt(np.minimum(chord, 1.0)))
    return found


def _place_of(incident: Incident, tree: GridTree) -> LonLat | None:
    if incident.place is not None:
        return incident.place
    return tree.middle(incident.grid) if incident.grid else None


def _areas(grid: str | None, crew: Crew) -> NDArray[np.int8]:
    """For each of the crew's codes, how near it is in the grid tree: a place in the reasons."""
    near = crew.tree.neighbours(grid) if grid else frozenset()
    base = base_of_grid(grid)
    return np.array([_nearness(grid, base, code, near) for code in crew.codes], np.int8)


def _nearness(grid: str | None, base: str | None, own: str, near: frozenset[str]) -> int:
    if not grid or not own:
        return 3
    if own == grid:
        return 0
    if own in near:
        return 1
    return 2 if base is not None and base_of_grid(own) == base else 3


def _reasons(member: Member, area: int, mean: float) -> tuple[Reason, ...]:
    reasons = [
        Reason.HOLDS_SKILL,
        _AREA_REASONS[area],
        Reason.BUSY if member.load else Reason.FREE,
    ]
    if abs(member.week - mean) >= NOTABLE_WEEK:
        more = member.week > mean
        reasons.append(Reason.MORE_THIS_WEEK if more else Reason.FEWER_THIS_WEEK)
    return tuple(reasons)


def _links(member: Member, incident: Incident, related: Mapping[int, Dealt]) -> tuple[Reason, ...]:
    """What binds a member to an incident beside where they stand."""
    found = []
    if member.id in related:
        found.append(Reason.BEEN_THERE)
    if incident.language and incident.language in member.languages:
        found.append(Reason.SPEAKS_LANGUAGE)
    return tuple(found)


def _way(metres: float) -> tuple[float | None, float | None]:
    return (None, None) if isnan(metres) else (metres, walking_s(metres))


def _leaves(crew: Crew, slot: int, today: date) -> tuple[str, ...]:
    member = crew.members[slot]
    base = base_of_grid(member.grid)
    if member.load or base is None:
        return ()
    place = crew.bases.index(base)
    return tuple(
        badge.skill
        for badge in member.badges
        if badge.certifies(today) and crew.cover(badge.skill, today)[place] == 1
    )


def _exclusion(member: Member, skill: str, today: date) -> Exclusion:
    badge = member.badge(skill)
    obstacle = obstacle_of(member, skill, today)
    if badge is not None and obstacle is Obstacle.IN_TRAINING:
        return Exclusion(member, obstacle, mentor=badge.mentor)
    if badge is not None and obstacle is Obstacle.EXPIRED:
        return Exclusion(member, obstacle, badge.valid_until)
    return Exclusion(member, obstacle)


def obstacle_of(member: Member, skill: str, today: date) -> Obstacle:
    """Why a member who has a badge of a skill may not go; at the limit if nothing else."""
    badge = member.badge(skill)
    if badge is not None and badge.level is BadgeLevel.TRAINING:
        return Obstacle.IN_TRAINING
    if badge is not None and not badge.certifies(today):
        return Obstacle.EXPIRED
    if member.duty is Duty.OFF:
        return Obstacle.OFF_DUTY
    if member.duty is Duty.BREAK:
        return Obstacle.ON_BREAK
    return Obstacle.AT_LIMIT
