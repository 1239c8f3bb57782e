"""A major incident: one that is led as the head of several, its parts.

A part stays an incident of its own, with its own state, limit and assignment; one that is the very
same is merged instead. What is counted or told of open incidents counts a major one once.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from console.domain.errors import Refusal, Refused
from console.domain.incident import ENDED, Incident, State


@dataclass(frozen=True, slots=True)
class Standing:
    """How an incident stands towards major ones."""

    id: int
    state: State
    leads: bool
    part_of: int | None
    open_parts: int = 0


def require_may_lead(one: Standing) -> None:
    """Let an incident be declared a major one.

    Raises:
        Refusal: HAS_ENDED, MAJOR_ALREADY, or PART_ALREADY if it is a part itself.
    """
    if one.state in ENDED:
        raise Refusal(Refused.HAS_ENDED, incident=one.id)
    if one.leads:
        raise Refusal(Refused.MAJOR_ALREADY, incident=one.id)
    if one.part_of is not None:
        raise Refusal(Refused.PART_ALREADY, incident=one.id, major=number(one.part_of))


def require_may_join(part: Standing, major: Standing) -> None:
    """Let an incident become a part of a major one.

    Raises:
        Refusal: HAS_ENDED if one of them has, PART_OF_ITSELF, NOT_MAJOR if the other one is not a
            major one, MAJOR_ALREADY if this one is, or PART_ALREADY.
    """
    if part.id == major.id:
        raise Refusal(Refused.PART_OF_ITSELF, incident=part.id)
    for one in (part, major):
        if one.state in ENDED:
            raise Refusal(Refused.HAS_ENDED, incident=one.id)
    if not major.leads:
        raise Refusal(Refused.NOT_MAJOR, incident=major.id)
    if part.leads:
        raise Refusal(Refused.MAJOR_ALREADY, incident=part.id)
    if part.part_of is not None:
        raise Refusal(Refused.PART_ALREADY, incident=part.id, major=number(part.part_of))


def require_may_end(one: Standing) -> None:
    """Let a major incident end: its parts first, or it is stood down.

    Raises:
        Refusal: PARTS_OPEN if some of its parts are open.
    """
    if one.open_parts:
        raise Refusal(Refused.PARTS_OPEN, incident=one.id, count=one.open_parts)


@dataclass(frozen=True, slots=True)
class Together:
    """Incidents that are counted as one: the one that stands for them, and its open parts."""

    head: Incident
    parts: tuple[Incident, ...] = ()

    @property
    def all(self) -> tuple[Incident, ...]:
        """All of them, the head first."""
        return (self.head, *self.parts)


def together(incidents: Iterable[Incident]) -> list[Together]:
    """Open incidents, each major one with its parts; a part whose major one has ended alone."""
    known = {one.id: one for one in incidents}
    parts: dict[int, list[Incident]] = {}
    for one in known.values():
        if one.part_of in known and one.part_of is not None:
            parts.setdefault(one.part_of, []).append(one)
    return [
        Together(one, tuple(sorted(parts.get(one.id, ()), key=lambda part: part.id)))
        for one in known.values()
        if one.part_of not in known
    ]


def people_on(incidents: Iterable[Incident]) -> frozenset[int]:
    """Who is on any of some incidents."""
    return frozenset().union(*(one.on_it for one in incidents))


def first_of(one: Together, key: Callable[[Incident], tuple[int, ...]]) -> Incident:
    """The one of them that comes first, by a key."""
    return min(one.all, key=key)


def number(incident: int) -> str:
    """The number of an incident that people say and write."""
    return f"{incident:04d}"
