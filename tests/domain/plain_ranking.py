"""The rule of the proposal once more, as a plain loop: what the quick one must equal."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from console.domain.category import Priority
from console.domain.codes import base_of_grid
from console.domain.continuity import Dealt, is_related
from console.domain.grid import GridTree
from console.domain.incident import Incident
from console.domain.people import AVAILABLE, Member
from console.domain.place import LonLat, distance_m, walking_s
from console.domain.weights import Weights


def plain_order(
    incident: Incident,
    skill: str,
    members: Sequence[Member],
    tree: GridTree,
    today: date,
    rule: Weights,
    dealt: Sequence[Dealt] = (),
) -> list[tuple[float, Member]]:
    """Who may go with what it costs in minutes, the best first."""
    fit = [
        member
        for member in members
        if member.duty in AVAILABLE
        and member.holds(skill, today)
        and member.load < rule.most_running
    ]
    if not fit:
        return []
    mean = sum(member.week for member in fit) / len(fit)
    near = tree.neighbours(incident.grid) if incident.grid else frozenset()
    walks = [_minutes(incident, member, tree) for member in fit]
    farthest = max((walk for walk in walks if walk is not None), default=0.0)
    cover = _cover(members, today)
    been = {one.member for one in dealt if is_related(incident, one, today)}
    found = []
    for member, walk in zip(fit, walks, strict=True):
        minutes = farthest if walk is None else walk
        if incident.priority is Priority.URGENT:
            minutes *= rule.urgent
        cost = (
            minutes
            + _area(incident, member, near, rule)
            + rule.running * member.load
            + rule.cover * _lone(member, cover, today)
            + rule.fairness * (member.week - mean)
            - rule.continuity * (member.id in been)
            - rule.language * (incident.language != "" and incident.language in member.languages)
        )
        found.append((cost, member))
    return sorted(found, key=lambda pair: (pair[0], pair[1].number))


def _cover(members: Sequence[Member], today: date) -> Counter[tuple[str | None, str]]:
    """How many free members are certified for each skill in each base grid."""
    return Counter(
        (base_of_grid(member.grid), badge.skill)
        for member in members
        if _is_free(member)
        for badge in member.badges
        if badge.certifies(today)
    )


def _is_free(member: Member) -> bool:
    return member.duty in AVAILABLE and not member.load


def _lone(member: Member, cover: Counter[tuple[str | None, str]], today: date) -> int:
    """How many of a free member's skills no other free one of the same base grid has."""
    if not _is_free(member):
        return 0
    base = base_of_grid(member.grid)
    return sum(cover[base, badge.skill] == 1 for badge in member.badges if badge.certifies(today))


def _minutes(incident: Incident, member: Member, tree: GridTree) -> float | None:
    place = incident.place or _middle(tree, incident.grid)
    own = member.place or _middle(tree, member.grid)
    return None if place is None or own is None else walking_s(distance_m(place, own)) / 60


def _middle(tree: GridTree, code: str | None) -> LonLat | None:
    return tree.middle(code) if code else None


def _area(incident: Incident, member: Member, near: frozenset[str], rule: Weights) -> float:
    if not incident.grid or not member.grid:
        return rule.elsewhere
    if member.grid == incident.grid:
        return 0.0
    if member.grid in near:
        return rule.neighbouring
    base = base_of_grid(incident.grid)
    same = base is not None and base_of_grid(member.grid) == base
    return rule.own_base if same else rule.elsewhere
