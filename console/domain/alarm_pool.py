"""Alarms that wait: the gravest one is at hand at once, be there five or fifty thousand."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from heapq import heapify, heappop, heappush
from itertools import count
from typing import Any

from typing_extensions import override

from console.domain.alarms import Alarm, Grade, Kind, Name
from console.domain.category import Priority

SLACK = 1000
"""So many more than there are alarms may lie in a heap, of those that wait no longer."""


class Pool:
    """Alarms by name; the gravest one is at hand, and none is gone through for that."""

    def __init__(self) -> None:
        self._alarms: dict[Name, Alarm] = {}
        self._gravest = _Heap(lambda alarm: alarm.order, self._alarms)
        self._grades: Counter[Grade] = Counter()

    def __len__(self) -> int:
        return len(self._alarms)

    def __contains__(self, name: Name) -> bool:
        return name in self._alarms

    def __iter__(self) -> Iterator[Alarm]:
        return iter(self._alarms.values())

    def get(self, name: Name) -> Alarm | None:
        """An alarm by its name."""
        return self._alarms.get(name)

    def add(self, alarm: Alarm) -> None:
        """Let an alarm wait that does not yet."""
        self._alarms[alarm.name] = alarm
        self._gravest.push(alarm)
        self._tally(alarm, 1)

    def take(self, name: Name) -> Alarm | None:
        """Let an alarm wait no longer, and return it if it did."""
        alarm = self._alarms.pop(name, None)
        if alarm is not None:
            self._tally(alarm, -1)
        return alarm

    @property
    def first(self) -> Alarm | None:
        """The gravest, of those the one that has waited longest."""
        return self._gravest.first

    def holds(self, grade: Grade) -> bool:
        """Whether one of a grade waits."""
        return self._grades[grade] > 0

    def _tally(self, alarm: Alarm, step: int) -> None:
        self._grades[alarm.grade] += step


class Sum(Pool):
    """Alarms that are told as a sum, and what is told of them: counted while they come and go."""

    def __init__(self) -> None:
        super().__init__()
        self._oldest = _Heap(lambda alarm: alarm.at, self._alarms)
        self._kinds: Counter[Kind] = Counter()
        self._urgent: Counter[int] = Counter()

    @override
    def add(self, alarm: Alarm) -> None:
        super().add(alarm)
        self._oldest.push(alarm)

    @property
    def since(self) -> datetime | None:
        """When the oldest one came."""
        oldest = self._oldest.first
        return None if oldest is None else oldest.at

    def of_kind(self, kind: Kind) -> int:
        """How many of a kind wait."""
        return self._kinds[kind]

    @property
    def urgent(self) -> int:
        """How many urgent incidents they are about."""
        return len(self._urgent)

    @override
    def _tally(self, alarm: Alarm, step: int) -> None:
        super()._tally(alarm, step)
        self._kinds[alarm.kind] += step
        if alarm.priority is Priority.URGENT:
            self._urgent[alarm.incident] += step
            if not self._urgent[alarm.incident]:
                del self._urgent[alarm.incident]


class _Heap:
    """The least alarm by some order; those that wait no longer are dropped when they come up."""

    def __init__(self, order: Callable[[Alarm], Any], waiting: dict[Name, Alarm]) -> None:
        self._order, self._waiting = order, waiting
        self._entries: list[tuple[Any, int, Alarm]] = []
        self._number = count()

    def push(self, alarm: Alarm) -> None:
        if len(self._entries) > 2 * len(self._waiting) + SLACK:
            self._entries = [entry for entry in self._entries if self._waits(entry[2])]
            heapify(self._entries)
        heappush(self._entries, (self._order(alarm), next(self._number), alarm))

    @property
    def first(self) -> Alarm | None:
        while self._entries and not self._waits(self._entries[0][2]):
            heappop(self._entries)
        return self._entries[0][2] if self._entries else None

    def _waits(self, alarm: Alarm) -> bool:
        return self._waiting.get(alarm.name) is alarm
