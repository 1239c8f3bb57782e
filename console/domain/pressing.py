"""What presses: incidents that are urgent or overdue, in the order in which they want somebody."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass, replace
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
    is overdue of the other priorities, by priority and by when its limit ended. A major incident
    presses, and is counted, once with all its parts.
    """

    def __init__(self) -> None:
        self._known: dict[int, Incident] = {}
        self._parts: dict[int, set[int]] = {}
        self._placed: dict[int, Incident] = {}
        self._dues: dict[Priority, list[_Key]] = {priority: [] for priority in Priority}

    def load(self, incidents: Iterable[Incident]) -> None:
        """Begin anew with all that is open."""
        self._known = {one.id: one for one in incidents}
        self._parts, self._placed = {}, {}
        for one in self._known.values():
            if one.part_of is not None:
                self._parts.setdefault(one.part_of, set()).add(one.id)
        self._dues = {priority: [] for priority in Priority}
        for one in self._known.values():
            if self._head(one) == one.id:
                placed = self._placed[one.id] = self._stands_for(one)
                self._dues[placed.priority].append(_key(placed))
        for keys in self._dues.values():
            keys.sort()

    def take_in(self, incidents: Iterable[Incident], ended: Iterable[int] = ()) -> None:
        """Some incidents are new or have changed, some have ended."""
        touched: set[int] = set()
        for number in ended:
            touched |= self._forget(number)
        for one in incidents:
            touched |= self._forget(one.id)
            self._known[one.id] = one
            if one.part_of is not None:
                self._parts.setdefault(one.part_of, set()).add(one.id)
                touched.add(one.part_of)
        for number in touched:
            self._place(number)

    def now(self, at: datetime, most: int) -> PressingNow:
        """What presses at an instant, the first so many of it."""
        over = {p: bisect_left(keys, (at, 0)) for p, keys in self._dues.items()}
        urgent = self._dues[Priority.URGENT]
        # Those without a limit rest: they are on hold or with the town.
        pressing = [urgent[: bisect_left(urgent, (_NEVER, 0))]]
        pressing += [self._dues[p][: over[p]] for p in Priority if p is not Priority.URGENT]
        first = [key for keys in pressing for key in keys[:most]][:most]
        return PressingNow(
            first=tuple(self._placed[number] for _, number in first),
            count=sum(map(len, pressing)),
            overdue=sum(over.values()),
        )

    def _head(self, one: Incident) -> int:
        """Which incident stands for one: the major one of a part, if that is open."""
        return one.part_of if one.part_of in self._known and one.part_of is not None else one.id

    def _stands_for(self, head: Incident) -> Incident:
        """A major incident presses as the one of its parts that presses most."""
        parts = self._parts.get(head.id)
        if not parts:
            return head
        first = min((head, *(self._known[number] for number in parts)), key=_pressing_order)
        return replace(head, priority=first.priority, due_at=first.due_at, warn_at=first.warn_at)

    def _place(self, number: int) -> None:
        """Let an incident stand where it belongs now; a part stands nowhere by itself."""
        placed = self._placed.pop(number, None)
        if placed is not None:
            keys = self._dues[placed.priority]
            del keys[bisect_left(keys, _key(placed))]
        one = self._known.get(number)
        if one is not None and self._head(one) == number:
            placed = self._placed[number] = self._stands_for(one)
            insort(self._dues[placed.priority], _key(placed))

    def _forget(self, number: int) -> set[int]:
        """Forget an incident; tells who must find their places anew."""
        known = self._known.pop(number, None)
        touched = {number, *self._parts.get(number, ())}
        if known is not None and known.part_of is not None:
            self._parts[known.part_of].discard(number)
            touched.add(known.part_of)
        return touched


def _pressing_order(one: Incident) -> tuple[bool, datetime]:
    """Urgent with a limit that runs before all else, then whatever ends first."""
    urgent = one.priority is Priority.URGENT and one.due_at is not None
    return not urgent, one.due_at or _NEVER


def _key(incident: Incident) -> _Key:
    return incident.due_at or _NEVER, incident.id
