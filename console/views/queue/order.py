"""How the queue is ordered and narrowed; plain Python, so that 100,000 rows stay quick."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from math import inf

from console.domain.incident import RUNNING, TO_CHECK, TO_DISPATCH, Incident, State

Key = tuple[float, int]
"""What rows are sorted by: a number, then the incident's own, so that no two keys are equal."""


class Sorting(StrEnum):
    """The orders that the queue can have."""

    TIME_LEFT = "time_left"
    PRIORITY = "priority"
    NEWEST = "newest"
    NUMBER = "number"


class Group(StrEnum):
    """The parts of the queue that the filter chips show."""

    ALL = "all"
    UNVERIFIED = "unverified"
    TO_DISPATCH = "to_dispatch"
    RUNNING = "running"
    TO_CHECK = "to_check"
    OVERDUE = "overdue"


STATES_OF: dict[Group, frozenset[State] | None] = {
    Group.ALL: None,
    Group.UNVERIFIED: frozenset({State.REPORTED}),
    Group.TO_DISPATCH: TO_DISPATCH,
    Group.RUNNING: RUNNING,
    Group.TO_CHECK: TO_CHECK,
    Group.OVERDUE: None,
}
"""The states that a group holds; None means any."""


def _time_left(incident: Incident) -> float:
    return inf if incident.due_at is None else incident.due_at.timestamp()


def _priority(incident: Incident) -> float:
    # Priority first, time left second: a timestamp in seconds stays below 1e11 for 3,000 years.
    left = _time_left(incident)
    return incident.priority * 1e11 + (9e10 if left == inf else left)


def _newest(incident: Incident) -> float:
    return -incident.reported_at.timestamp()


def _number(incident: Incident) -> float:
    return incident.id


_KEYS: dict[Sorting, Callable[[Incident], float]] = {
    Sorting.TIME_LEFT: _time_left,
    Sorting.PRIORITY: _priority,
    Sorting.NEWEST: _newest,
    Sorting.NUMBER: _number,
}


def key_of(sorting: Sorting, incident: Incident) -> Key:
    """What an incident is sorted by.

    By time left, overdue ones come first by themselves: their time limits lie in the past.
    """
    return _KEYS[sorting](incident), incident.id


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which incidents the queue shows; ``text`` is what was typed, in lower case."""

    group: Group = Group.ALL
    text: str = ""
    overdue_at: float = inf

    @property
    def words(self) -> tuple[str, ...]:
        """The words that must all occur."""
        return tuple(self.text.lower().split())

    def admits_state(self, incident: Incident) -> bool:
        """Whether the group holds the incident."""
        if self.group is Group.OVERDUE:
            return _time_left(incident) < self.overdue_at
        states = STATES_OF[self.group]
        return states is None or incident.state in states
