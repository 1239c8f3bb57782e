"""Who has been on a related incident: they know the place, the people and what was agreed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from console.domain.incident import Incident
from console.domain.place import LonLat, distance_m

REMEMBERED = timedelta(days=30)
"""Who was there longer ago counts as anybody else; modelled."""

SAME_PLACE_M = 50.0
"""Two incidents so near each other are at the same place: a building and its yard; modelled."""

FEWEST = 5
"""A median is told of so many cases or more; modelled."""

_CELL = 0.001
"""Degrees: some 100 m, so that what is at the same place lies in the next cell at most.

A degree of longitude is half as long at 60 degrees of latitude and longer nearer the equator.
"""


@dataclass(frozen=True, slots=True)
class Dealt:
    """A member who arrived at an incident or dealt with it; ``at`` is when they were sent."""

    incident: int
    member: int
    category: str
    address: str
    place: LonLat | None
    merged_into: int | None
    at: datetime
    arrived_at: datetime | None = None
    done_at: datetime | None = None

    @property
    def number(self) -> str:
        """The incident's number as people say it."""
        return f"{self.incident:04d}"


def is_related(incident: Incident, dealt: Dealt, today: date) -> bool:
    """Whether somebody's work of the past has to do with an incident.

    It has if it was for the incident itself, in an earlier round; for one that was merged with it;
    or for one of the same category at the same place. The same place is within 50 m, or has the
    same address where the place of either is not known.
    """
    if dealt.at.date() < today - REMEMBERED:
        return False
    if incident.id in (dealt.incident, dealt.merged_into):
        return True
    if incident.merged_into == dealt.incident:
        return True
    return dealt.category == incident.category and _same_place(incident, dealt)


def _same_place(incident: Incident, dealt: Dealt) -> bool:
    if incident.place is None or dealt.place is None:
        return bool(incident.address) and incident.address == dealt.address
    return distance_m(incident.place, dealt.place) <= SAME_PLACE_M


class Dealings:
    """What members have dealt with lately, found by incident, place and address."""

    def __init__(self, dealt: Iterable[Dealt] = ()) -> None:
        self._of: dict[int, tuple[Dealt, ...]] = {}
        # These only ever lead to incidents that are then looked at: an old entry does no harm.
        self._near: dict[tuple[str, int, int], set[int]] = {}
        self._at: dict[tuple[str, str], set[int]] = {}
        self._merged: dict[int, set[int]] = {}
        self._took: dict[str, dict[tuple[int, int], timedelta]] = {}
        self.take_in(dealt)

    def __len__(self) -> int:
        return len(self._of)

    def take_in(self, dealt: Iterable[Dealt]) -> None:
        """Take in all that was dealt with for some incidents, in place of what was known."""
        by_incident: dict[int, list[Dealt]] = {}
        for one in dealt:
            by_incident.setdefault(one.incident, []).append(one)
        for number, all_of_it in by_incident.items():
            self._of[number] = tuple(all_of_it)
            self._find_by(all_of_it[0])
            for one in all_of_it:
                self._measure(one)

    def related(self, incident: Incident, today: date) -> dict[int, Dealt]:
        """The members who have been on a related incident, each with the last such."""
        found: dict[int, Dealt] = {}
        for number in self._leads(incident):
            for dealt in self._of.get(number, ()):
                if is_related(incident, dealt, today):
                    known = found.get(dealt.member)
                    if known is None or _last(known) < _last(dealt):
                        found[dealt.member] = dealt
        return found

    def of(self, incident: int, member: int) -> Dealt | None:
        """A member's last work for an incident, if it is known."""
        found = (one for one in self._of.get(incident, ()) if one.member == member)
        return max(found, key=_last, default=None)

    def usual(self, category: str) -> timedelta | None:
        """The median time from arriving to having dealt with an incident of a category.

        None where too few are known to say.
        """
        took = self._took.get(category, {})
        return sorted(took.values())[(len(took) - 1) // 2] if len(took) >= FEWEST else None

    def _measure(self, dealt: Dealt) -> None:
        if dealt.arrived_at is not None and dealt.done_at is not None:
            took = self._took.setdefault(dealt.category, {})
            took[dealt.incident, dealt.member] = dealt.done_at - dealt.arrived_at

    def _find_by(self, dealt: Dealt) -> None:
        number = dealt.incident
        if dealt.merged_into is not None:
            self._merged.setdefault(dealt.merged_into, set()).add(number)
        if dealt.address:
            self._at.setdefault((dealt.category, dealt.address), set()).add(number)
        if dealt.place is not None:
            self._near.setdefault((dealt.category, *_cell(dealt.place)), set()).add(number)

    def _leads(self, incident: Incident) -> set[int]:
        found = {incident.id, *self._merged.get(incident.id, ())}
        if incident.merged_into is not None:
            found.add(incident.merged_into)
        if incident.address:
            found |= self._at.get((incident.category, incident.address), set())
        if incident.place is not None:
            across, up = _cell(incident.place)
            for column in (across - 1, across, across + 1):
                for row in (up - 1, up, up + 1):
                    found |= self._near.get((incident.category, column, row), set())
        return found


def _last(dealt: Dealt) -> tuple[datetime, int]:
    return dealt.at, dealt.incident


def _cell(place: LonLat) -> tuple[int, int]:
    return int(place.lon // _CELL), int(place.lat // _CELL)
