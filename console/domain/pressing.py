"""What presses: incidents that are urgent or overdue, in the order in which they want somebody."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from console.domain.category import Priority
from console.domain.incident import Incident

_Key = tuple[datetime, int]

_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class PressingNow:
    """The first of those that press at an instant, and how many there are in all."""

    first: tuple[Incident, ...]
    count: int
    overdue: int


class Pressing:
    """Kept up with each change, so that no look goes through all that is open.

    The urgent ones come first, those that are overdue before those that still have time; then what
    is overdue of the other priorities, by priority and by when its limit ended.
    """

    def __init__(self) -> None:
        self._known: dict[int, Incident] = {}
        self._dues: dict[Priority, list[_Key]] = {priority: [] for priority in Priority}

    def load(self, incidents: Iterable[Incident]) -> None:
        """Begin anew with all that is open."""
        self._known = {one.id: one for one in incidents}
        self._dues = {priority: [] for priority in Priority}
        for one in self._known.values():
            self._dues[one.priority].append(_key(one))
        for keys in self._dues.values():
            keys.sort()

    def take_in(self, incidents: Iterable[Incident], ended: Iterable[int] = ()) -> None:
        """Some incidents are new or have changed, some have ended."""
        for number in ended:
            self._forget(number)
        for one in incidents:
            self._forget(one.id)
            self._known[one.id] = one
            insort(self._dues[one.priority], _key(one))

    def now(self, at: datetime, most: int) -> PressingNow:
        """What presses at an instant, the first so many of it."""
        over = {p: bisect_left(keys, (at, 0)) for p, keys in self._dues.items()}
        urgent = self._dues[Priority.URGENT]
        # Those without a limit rest: they are on hold or with the town.
        pressing = [urgent[: bisect_left(urgent, (_NEVER, 0))]]
        pressing += [self._dues[p][: over[p]] for p in Priority if p is not Priority.URGENT]
        first = [key for keys in pressing for key in keys[:most]][:most]
        return PressingNow(
            first=tuple(self._known[number] for _, number in first),
            count=sum(map(len, pressing)),
            overdue=sum(over.values()),
        )

    def _forget(self, number: int) -> None:
        known = self._known.pop(number, None)
        if known is not None:
            keys = self._dues[known.priority]
            del keys[bisect_left(keys, _key(known))]


def _key(incident: Incident) -> _Key:
    return incident.due_at or _NEVER, incident.id
