"""How the queue is ordered and narrowed; plain Python, so that 100,000 rows stay quick."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import inf
from operator import itemgetter
from typing import NamedTuple

from console.domain.codes import short_code
from console.domain.incident import RUNNING, TO_CHECK, TO_DISPATCH, Incident, State
from console.live.picture import Picture

SEARCHED_CHARACTERS = 200
"""So much of a title and of an address is searched while typing; the archive searches all."""


class Entry(NamedTuple):
    """A row with what it is mostly sorted and searched by, worked out once when it changes."""

    incident: Incident
    due: float
    number: int
    text: str


def entry_of(incident: Incident) -> Entry:
    """What an incident is sorted and searched by."""
    due, number = incident.due_at, incident.id
    return Entry(
        incident,
        inf if due is None else due.timestamp(),
        number,
        f"{number:04d}\n{incident.title[:SEARCHED_CHARACTERS]}\n"
        f"{incident.address[:SEARCHED_CHARACTERS]}".lower(),
    )


class Sorting(StrEnum):
    """The orders that the queue can have."""

    TIME_LEFT = "time_left"
    PRIORITY = "priority"
    NEWEST = "newest"
    NUMBER = "number"

    @property
    def value_of(self) -> Callable[[Entry], float]:
        """What an entry is sorted by in this order; equal ones follow by number."""
        return _VALUES[self]

    def key(self, entry: Entry) -> tuple[float, int]:
        """What an entry is found by in this order: no two are equal."""
        return _VALUES[self](entry), entry.number


def _priority(entry: Entry) -> float:
    # Time left decides next: a timestamp in seconds stays below 9e10 for 2,800 years.
    return entry[0].priority * 1e11 + (entry[1] if entry[1] < 9e10 else 9e10)


def _newest(entry: Entry) -> float:
    return -entry[0].reported_at.timestamp()


_VALUES: dict[Sorting, Callable[[Entry], float]] = {
    # Overdue ones come first by themselves: their time limits lie in the past.
    Sorting.TIME_LEFT: itemgetter(1),
    Sorting.PRIORITY: _priority,
    Sorting.NEWEST: _newest,
    Sorting.NUMBER: itemgetter(2),
}

NUMBER_OF = _VALUES[Sorting.NUMBER]
"""What equal entries follow each other by."""


class Group(StrEnum):
    """The parts of the queue that the filter chips show."""

    ALL = "all"
    UNVERIFIED = "unverified"
    TO_DISPATCH = "to_dispatch"
    RUNNING = "running"
    TO_CHECK = "to_check"
    OVERDUE = "overdue"


STATES_OF: dict[Group, frozenset[State]] = {
    Group.UNVERIFIED: frozenset({State.REPORTED}),
    Group.TO_DISPATCH: TO_DISPATCH,
    Group.RUNNING: RUNNING,
    Group.TO_CHECK: TO_CHECK,
}
"""The states that a group holds; the others are not about states."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which incidents the queue shows; ``text`` is what was typed, in lower case."""

    group: Group = Group.ALL
    text: str = ""
    overdue_at: float = inf

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self.group is Group.ALL and not self.text.strip()

    def refines(self, other: "Narrowing") -> bool:
        """Whether all it shows is among what the other shows: more of the same was typed."""
        return (
            self.group is other.group
            and self.group is not Group.OVERDUE
            and self.text.startswith(other.text)
        )

    def rows(self, entries: list[Entry], picture: Picture) -> list[Entry]:
        """The entries that are shown, in the order given.

        Every word typed must occur in title, address, number, grid or category.
        """
        if self.group is Group.OVERDUE:
            entries = [entry for entry in entries if entry[1] < self.overdue_at]
        elif self.group is not Group.ALL:
            states = STATES_OF[self.group]
            entries = [entry for entry in entries if entry[0].state in states]
        for word in self.text.split():
            entries = _holding(word, entries, picture)
        return list(entries)


def _holding(word: str, entries: list[Entry], picture: Picture) -> list[Entry]:
    categories = {
        c.code for c in picture.categories.values() if word in f"{c.name} {c.name_en}".lower()
    }
    grids = {grid.code for grid in picture.tree.grids if word in grid_short(grid.code)}
    if not categories and not grids:
        return [entry for entry in entries if word in entry[3]]
    if not grids:
        return [e for e in entries if word in e[3] or e[0].category in categories]
    return [
        entry
        for entry in entries
        if word in entry[3] or entry[0].category in categories or entry[0].grid in grids
    ]


@lru_cache(maxsize=4096)
def grid_short(code: str | None) -> str:
    """A grid's short code, or nothing for an incident outside all grids."""
    return short_code(code) if code else ""
