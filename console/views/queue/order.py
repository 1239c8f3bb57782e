"""How the queue can be ordered and narrowed."""

from dataclasses import dataclass
from enum import StrEnum
from math import inf

from console.domain.incident import RUNNING, TO_CHECK, TO_DISPATCH, State


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


STATES_OF: dict[Group, frozenset[State]] = {
    Group.UNVERIFIED: frozenset({State.REPORTED}),
    Group.TO_DISPATCH: TO_DISPATCH,
    Group.RUNNING: RUNNING,
    Group.TO_CHECK: TO_CHECK,
}
"""The states that a group holds; the others are not about states."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which incidents the queue shows; ``text`` is what was typed, in lower case.

    ``overdue_at`` is the instant at which what is overdue was asked for, in seconds since 1970.
    """

    group: Group = Group.ALL
    text: str = ""
    overdue_at: float = inf

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self.group is Group.ALL and not self.text.strip()
