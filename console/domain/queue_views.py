"""How the queue can be looked at: narrowed, ordered, grouped, and kept as a view under a name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, TypeVar

from console.domain.errors import Refusal
from console.domain.incident import RUNNING, TO_CHECK, TO_DISPATCH, State
from console.domain.text import clean, one_line

NAME_LIMIT = 20
"""So many characters a view's name may have: it stands on a chip."""

TEXT_LIMIT = 100
MOST_VIEWS = 20
MOST_SORTS = 4
"""So many things can be sorted by at once; nobody can tell what a fifth one does."""


class Sorting(StrEnum):
    """What the queue can be sorted by; each has a natural direction."""

    TIME_LEFT = "time_left"
    PRIORITY = "priority"
    NEWEST = "newest"
    NUMBER = "number"
    STATE = "state"
    CATEGORY = "category"
    GRID = "grid"


class Sort(NamedTuple):
    """Sorted by something, in its natural direction or the other way round."""

    by: Sorting
    turned: bool = False


Sorts = tuple[Sort, ...]
"""What is sorted by first, then what decides between equal ones, and so on; never empty."""

BY_TIME_LEFT: Sorts = (Sort(Sorting.TIME_LEFT),)


class Group(StrEnum):
    """The views that everybody has."""

    ALL = "all"
    MINE = "mine"
    UNVERIFIED = "unverified"
    TO_DISPATCH = "to_dispatch"
    RUNNING = "running"
    TO_CHECK = "to_check"
    OVERDUE = "overdue"


class Grouping(StrEnum):
    """What rows can be put together by, below a heading each."""

    NONE = "none"
    GRID = "grid"
    BASE = "base"
    CATEGORY = "category"


STATES_OF: Mapping[Group, frozenset[State]] = {
    Group.UNVERIFIED: frozenset({State.REPORTED}),
    Group.TO_DISPATCH: TO_DISPATCH,
    Group.RUNNING: RUNNING,
    Group.TO_CHECK: TO_CHECK,
}
"""The states that a view holds; the others are not about states."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which incidents the queue shows; ``text`` is what was typed, in lower case.

    ``grid`` is the code of a grid, or the beginning of the codes of several.
    """

    group: Group = Group.ALL
    text: str = ""
    grid: str = ""
    category: str = ""

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self.group is Group.ALL and not (self.text.strip() or self.grid or self.category)


@dataclass(frozen=True, slots=True)
class QueueView:
    """One way to look at the queue, under the name that an operator gave it."""

    name: str
    narrowing: Narrowing = field(default_factory=Narrowing)
    sorts: Sorts = BY_TIME_LEFT
    grouping: Grouping = Grouping.NONE

    def as_data(self) -> dict[str, object]:
        """As it is kept and exported: JSON's own types."""
        narrowing = self.narrowing
        return {
            "name": self.name,
            "group": narrowing.group.value,
            "text": narrowing.text,
            "grid": narrowing.grid,
            "category": narrowing.category,
            "sorts": [[sort.by.value, sort.turned] for sort in self.sorts],
            "grouping": self.grouping.value,
        }


class Misnamed(StrEnum):
    """Why a view cannot be kept under a name."""

    EMPTY = "empty"
    TAKEN = "taken"
    TOO_MANY = "too_many"


def chosen_alone(sorts: Sorts, by: Sorting) -> Sorts:
    """Sort by one thing alone; by what is sorted by alone already, the other way round."""
    if len(sorts) == 1 and sorts[0].by is by:
        return (Sort(by, not sorts[0].turned),)
    return (Sort(by),)


def chosen_too(sorts: Sorts, by: Sorting) -> Sorts:
    """Sort by one thing more; once again turns it round, and then leaves it out.

    What is the only one is never left out, and there are at most ``MOST_SORTS``.
    """
    found = next((sort for sort in sorts if sort.by is by), None)
    if found is None:
        return (*sorts, Sort(by))[:MOST_SORTS]
    if not found.turned or len(sorts) == 1:
        turned = Sort(by, not found.turned)
        return tuple(turned if sort is found else sort for sort in sorts)
    return tuple(sort for sort in sorts if sort is not found)


def named(name: str) -> str:
    """A view's name as it is kept: one clean line, cut to its limit."""
    try:
        return clean(one_line(name)[:NAME_LIMIT], field="view", limit=NAME_LIMIT).strip()
    except Refusal:
        return ""


def misnamed(name: str, views: Iterable[QueueView], instead_of: str = "") -> Misnamed | None:
    """Why a view cannot be kept under a name; None if it can.

    Args:
        name: As it was typed.
        views: Those that there are.
        instead_of: The name of the view that is to be called so from now on; empty for a new one.
    """
    others = [view.name.casefold() for view in views if view.name != instead_of]
    name = named(name)
    if not name:
        return Misnamed.EMPTY
    if name.casefold() in others:
        return Misnamed.TAKEN
    return Misnamed.TOO_MANY if not instead_of and len(others) >= MOST_VIEWS else None


def read_views(data: object) -> tuple[QueueView, ...]:
    """The views that were kept or exported; what is none, or one too many, is left out."""
    found: list[QueueView] = []
    for one in data if isinstance(data, list) else ():
        view = _read(one)
        if view is not None and misnamed(view.name, found) is None:
            found.append(view)
    return tuple(found)


def _read(data: object) -> QueueView | None:
    if not isinstance(data, dict):
        return None
    name = named(_text(data.get("name"), NAME_LIMIT))
    group = _member(Group, data.get("group"))
    grouping = _member(Grouping, data.get("grouping"))
    sorts = _sorts(data.get("sorts"))
    if not name or group is None or grouping is None or not sorts:
        return None
    text = _text(data.get("text"), TEXT_LIMIT).lower()
    grid, category = (_text(data.get(key), TEXT_LIMIT) for key in ("grid", "category"))
    return QueueView(name, Narrowing(group, text, grid, category), sorts, grouping)


def _sorts(data: object) -> Sorts:
    found: dict[Sorting, Sort] = {}
    for one in data if isinstance(data, list) else ():
        if not (isinstance(one, list) and len(one) == len(Sort._fields)):
            return ()
        by, turned = _member(Sorting, one[0]), one[1]
        if by is None or not isinstance(turned, bool):
            return ()
        found.setdefault(by, Sort(by, turned))
    return tuple(found.values())[:MOST_SORTS]


E_ = TypeVar("E_", bound=StrEnum)


def _member(kind: type[E_], value: object) -> E_ | None:
    return kind(value) if isinstance(value, str) and value in set(kind) else None


def _text(value: object, limit: int) -> str:
    return one_line(value[:limit]) if isinstance(value, str) else ""
