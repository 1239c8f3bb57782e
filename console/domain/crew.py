"""All members as columns of numbers, so that the best of 100,000 is found within milliseconds."""

from collections.abc import Iterable, Mapping
from datetime import date

import numpy as np
from numpy.typing import NDArray

from console.domain.codes import base_of_grid
from console.domain.continuity import Dealings
from console.domain.grid import GridTree
from console.domain.people import AVAILABLE, BadgeLevel, Member, Unit
from console.domain.reservations import Reservations

_ENDLESS = date.max.toordinal()

Numbers = NDArray[np.int32]
Figures = NDArray[np.float64]
Flags = NDArray[np.bool_]
Slots = NDArray[np.intp]


class Crew:
    """The members of a center, one slot each; a new version of a member takes the same slot."""

    def __init__(
        self,
        tree: GridTree,
        members: Iterable[Member] = (),
        dealings: Dealings | None = None,
        reservations: Reservations | None = None,
    ) -> None:
        self.tree = tree
        self.reservations = Reservations() if reservations is None else reservations
        """For which incidents they are held."""
        self.dealings = Dealings() if dealings is None else dealings
        """What they have dealt with lately."""
        self._fill(list(members))

    def _fill(self, members: list[Member]) -> None:
        # In the order of their numbers, so that equal ones stay in it whatever is sorted.
        self.members = sorted(members, key=lambda member: member.number)
        self._slots = {member.id: slot for slot, member in enumerate(self.members)}
        size = len(self.members)
        self.available = np.zeros(size, np.bool_)
        self.own = np.zeros(size, np.bool_)
        self.load = np.zeros(size, np.int32)
        self.week = np.zeros(size, np.int32)
        self._lon, self._lat = np.zeros(size), np.zeros(size)
        self.area = np.zeros(size, np.int32)
        self.base = np.zeros(size, np.int32)
        """The place in ``bases`` of each member's base grid."""
        self.codes: list[str] = []
        """The codes that ``area`` counts in."""
        self.bases: list[str] = []
        """The base grids that members belong to; empty for those who belong to none."""
        self._areas: dict[str, int] = {}
        self._base_of_area: list[int] = []
        self._middles: dict[str, tuple[float, float]] = {}
        self._covers: dict[tuple[str, date], Numbers] = {}
        self._lone: tuple[date, Numbers] | None = None
        self._until: dict[str, Numbers] = {}
        self._has: dict[str, Flags] = {}
        self._speaks: dict[str, Flags] = {}
        for slot, member in enumerate(self.members):
            self._write(slot, member)

    def take_in(self, members: Iterable[Member]) -> None:
        """Take members in, or their new versions."""
        changed = {member.id: member for member in members}
        slots = {number: self._slots.get(number) for number in changed}
        if all(self._stays(slot, changed[number]) for number, slot in slots.items()):
            for number, slot in slots.items():
                if slot is not None:
                    self.members[slot] = changed[number]
                    self._write(slot, changed[number])
            self._covers.clear()
            self._lone = None
        else:
            others = [known for known in self.members if known.id not in changed]
            self._fill([*others, *changed.values()])

    def _stays(self, slot: int | None, member: Member) -> bool:
        return slot is not None and self.members[slot].number == member.number

    def __len__(self) -> int:
        return len(self.members)

    def slots_of(self, members: Iterable[Member]) -> Slots:
        """The slots of some members, in the order of their numbers."""
        return np.array(sorted(self._slots[member.id] for member in members), np.intp)

    def certified(self, skill: str, today: date) -> Flags:
        """Who is certified for a skill on a day."""
        until = self._until.get(skill)
        if until is None:
            return np.zeros(len(self), np.bool_)
        return until >= today.toordinal()

    def concerned(self, skill: str) -> Flags:
        """Who has a badge of a skill, be it held, ended or in training."""
        flags = self._has.get(skill)
        return np.zeros(len(self), np.bool_) if flags is None else flags

    @property
    def free(self) -> Flags:
        """Who is on duty with nothing running."""
        free: Flags = self.available & (self.load == 0)
        return free

    def speaks(self, language: str) -> Flags:
        """Who speaks a language."""
        flags = self._speaks.get(language)
        return np.zeros(len(self), np.bool_) if flags is None else flags

    def among(self, ids: Iterable[int]) -> Flags:
        """Who is one of these members; unknown ids are nobody."""
        flags = np.zeros(len(self), np.bool_)
        slots = [self._slots[number] for number in ids if number in self._slots]
        flags[slots] = True
        return flags

    def counts(self, counted: Mapping[int, int]) -> Numbers:
        """What is counted of some members, for each of all; nothing for the others."""
        found = np.zeros(len(self), np.int32)
        for number, count in counted.items():
            slot = self._slots.get(number)
            if slot is not None:
                found[slot] = count
        return found

    def places(self, slots: Slots) -> tuple[Figures, Figures]:
        """Longitudes and latitudes: where a member was last seen, or the middle of their grid.

        Not a number for a member of whom neither is known.
        """
        lon, lat = self._lon[slots], self._lat[slots]
        unknown = np.isnan(lon)
        if not unknown.any():
            return lon, lat
        middles = np.array([self._middle(code) for code in self.codes])[self.area[slots]]
        return np.where(unknown, middles[:, 0], lon), np.where(unknown, middles[:, 1], lat)

    def cover(self, skill: str, today: date) -> Numbers:
        """How many free members are certified for a skill, for each of ``bases``."""
        found = self._covers.get((skill, today))
        if found is None:
            free = self.free & self.certified(skill, today)
            found = np.bincount(self.base[free], minlength=len(self.bases)).astype(np.int32)
            self._covers[skill, today] = found
        return found

    def lone(self, today: date) -> Numbers:
        """For each member, how many skills nobody else free in their base grid is certified for.

        Nothing for who is not free: they are missing already.
        """
        if self._lone is None or self._lone[0] != today:
            found = np.zeros(len(self), np.int32)
            free = self.free
            for skill in self._until:
                alone = self.cover(skill, today)[self.base] == 1
                found += free & alone & self.certified(skill, today)
            self._lone = today, found
        return self._lone[1]

    def _middle(self, code: str) -> tuple[float, float]:
        found = self._middles.get(code)
        if found is None:
            place = self.tree.middle(code)
            found = (np.nan, np.nan) if place is None else (place.lon, place.lat)
            self._middles[code] = found
        return found

    def _write(self, slot: int, member: Member) -> None:
        self.available[slot] = member.duty in AVAILABLE
        self.own[slot] = member.unit is Unit.OWN
        self.load[slot] = member.load
        self.week[slot] = member.week
        place = member.place
        self._lon[slot] = np.nan if place is None else place.lon
        self._lat[slot] = np.nan if place is None else place.lat
        area = self.area[slot] = self._area_of(member.grid)
        self.base[slot] = self._base_of_area[area]
        for skill in self._has:
            self._has[skill][slot], self._until[skill][slot] = False, 0
        for badge in member.badges:
            if badge.skill not in self._has:
                self._has[badge.skill] = np.zeros(len(self), np.bool_)
                self._until[badge.skill] = np.zeros(len(self), np.int32)
            self._has[badge.skill][slot] = True
            if badge.level is BadgeLevel.HELD:
                end = badge.valid_until
                self._until[badge.skill][slot] = _ENDLESS if end is None else end.toordinal()
        for flags in self._speaks.values():
            flags[slot] = False
        for language in member.languages:
            if language not in self._speaks:
                self._speaks[language] = np.zeros(len(self), np.bool_)
            self._speaks[language][slot] = True

    def _area_of(self, code: str) -> int:
        area = self._areas.get(code)
        if area is None:
            area = self._areas[code] = len(self.codes)
            self.codes.append(code)
            base = base_of_grid(code) or ""
            if base not in self.bases:
                self.bases.append(base)
            self._base_of_area.append(self.bases.index(base))
        return area
