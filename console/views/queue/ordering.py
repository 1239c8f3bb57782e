"""In which order the slots of the columns stand, and which group each belongs to."""

from bisect import bisect_left
from collections.abc import Callable
from math import inf
from typing import Any

import numpy as np
from numpy.typing import NDArray

from console.domain.codes import base_of_grid
from console.domain.queue_views import BY_TIME_LEFT, Grouping, Sort, Sorting, Sorts
from console.views.queue.codes import Codes
from console.views.queue.searched import roomy

Slots = NDArray[np.int32]
"""Places in the columns, one for each incident; a negative number is the heading of a group."""

_ALONE = frozenset({Sorting.TIME_LEFT, Sorting.NEWEST, Sorting.NUMBER})
"""Hardly two incidents are equal in these; of those equal in others, what is due first leads."""

HEADINGS = -1
"""The heading of the group 0; those of the others follow below it."""


def heading(group: int) -> int:
    """What stands for the heading of a group among slots; also the way back."""
    return HEADINGS - group


class Ordering:
    """What each slot is sorted by, as one column for each thing; that of its group comes first.

    Args:
        categories: The codes behind the numbers in the table's column.
        grids: Those of the grids.
    """

    def __init__(self, categories: Codes, grids: Codes) -> None:
        self._categories, self._grids, self._groups = categories, grids, Codes()
        self._sorts: Sorts = BY_TIME_LEFT
        self._grouping = Grouping.NONE
        self._keys: list[NDArray[Any]] = []
        self._group: NDArray[np.int32] = np.zeros(0, np.int32)

    def arrange(self, sorts: Sorts, grouping: Grouping, table: NDArray[np.void]) -> None:
        """Have another order, and so other groups."""
        self._sorts, self._grouping, self._groups = sorts, grouping, Codes()
        self._refresh(table)

    @property
    def grouped(self) -> bool:
        """Whether what belongs to a group stands together."""
        return self._grouping is not Grouping.NONE

    def groups_of(self, slots: Slots) -> NDArray[np.int32]:
        """The numbers of the groups that slots are in."""
        return self._group[slots]

    def code_of(self, group: int) -> str:
        """The code of the category or grid that a group is about; empty for outside all grids."""
        return self._groups.codes[group]

    def put(self, slots: Slots, table: NDArray[np.void]) -> None:
        """Place slots by what their rows of the table now hold."""
        self._keys = [roomy(key, len(table)) for key in self._keys]
        self._group = roomy(self._group, len(table))
        rows = table[slots]
        self._group[slots] = self._groups_in(rows)
        if self._count_codes() != self._known:
            # A new code comes in between: the places of others are other numbers now.
            self._refresh(table)
            return
        values = [self._key(sort, rows) for sort in self._deciding]
        if self.grouped:
            values.insert(0, self._groups.ranks[self._group[slots]])
        for key, value in zip(self._keys, values, strict=True):
            key[slots] = value

    def ordered(self, slots: Slots, ids: NDArray[np.int64]) -> Slots:
        """Slots in the order that holds; equal ones follow by number."""
        keys = [key[slots] for key in reversed(self._keys)]
        found: Slots = slots[np.lexsort((ids[slots], *keys))]
        return found

    def place(self, slot: int, slots: Slots, ids: NDArray[np.int64]) -> int:
        """Where a slot stands, or would stand, among slots that are in order.

        A heading stands before what it is the heading of.
        """
        key = self._key_of(ids)
        return bisect_left(slots, key(slot), key=key)

    def places(self, some: Slots, slots: Slots, ids: NDArray[np.int64]) -> list[int]:
        """As ``place`` of several at once, among slots without headings."""
        first, key = self._keys[0], self._key_of(ids)
        # Most are told apart by the first thing alone, which is looked at for all of them at once.
        leading = first[slots]
        low = np.searchsorted(leading, first[some], side="left")
        high = np.searchsorted(leading, first[some], side="right")
        spans = zip(some.tolist(), low.tolist(), high.tolist(), strict=True)
        return [bisect_left(slots, key(slot), begin, end, key=key) for slot, begin, end in spans]

    def _key_of(self, ids: NDArray[np.int64]) -> Callable[[Any], tuple[float, ...]]:
        keys, ranks = self._keys, self._groups.ranks

        def key(at: Any) -> tuple[float, ...]:
            if at < 0:
                return (ranks.item(heading(int(at))),)
            return (*[one.item(at) for one in keys], ids.item(at))

        return key

    def _refresh(self, table: NDArray[np.void]) -> None:
        self._group = self._groups_in(table)
        self._keys = [self._key(sort, table) for sort in self._deciding]
        if self.grouped:
            self._keys.insert(0, self._groups.ranks[self._group])
        self._known = self._count_codes()

    def _count_codes(self) -> tuple[int, int, int]:
        return len(self._categories.codes), len(self._grids.codes), len(self._groups.codes)

    @property
    def _deciding(self) -> Sorts:
        last = {sort.by for sort in self._sorts} & _ALONE
        return self._sorts if last else (*self._sorts, Sort(Sorting.TIME_LEFT))

    def _groups_in(self, table: NDArray[np.void]) -> NDArray[np.int32]:
        """The numbers of the groups that rows of the table are in."""
        number = self._groups.number
        match self._grouping:
            case Grouping.NONE:
                return np.zeros(len(table), np.int32)
            case Grouping.CATEGORY:
                column, codes = "category", self._categories.codes
            case Grouping.GRID:
                column, codes = "grid", self._grids.codes
            case Grouping.BASE:
                column = "grid"
                codes = [base_of_grid(code) or "" for code in self._grids.codes]
        if len(table) == 1:
            return np.array([number(codes[int(table[column][0])])], np.int32)
        groups = np.fromiter(map(number, codes), np.int32, len(codes))
        found: NDArray[np.int32] = groups[table[column]]
        return found

    def _key(self, sort: Sort, table: NDArray[np.void]) -> NDArray[Any]:
        """What rows of the table are sorted by; what is overdue comes first by itself."""
        key: NDArray[Any]
        match sort.by:
            case Sorting.TIME_LEFT:
                due = table["due"]
                # Where no limit runs it stays the last, whichever way round.
                return np.where(np.isinf(due), inf, -due) if sort.turned else due.copy()
            case Sorting.NEWEST:
                key = -table["reported"]
            case Sorting.NUMBER:
                key = table["id"].copy()
            case Sorting.PRIORITY | Sorting.STATE:
                key = table[sort.by.value].copy()
            case Sorting.CATEGORY:
                key = self._categories.ranks[table["category"]]
            case Sorting.GRID:
                key = self._grids.ranks[table["grid"]]
        return -key if sort.turned else key
