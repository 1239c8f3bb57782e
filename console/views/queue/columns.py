"""Open incidents as columns, so that 100,000 of them are searched and sorted at once."""

from bisect import bisect_left
from collections.abc import Collection, Iterable
from functools import lru_cache
from math import inf
from typing import Any

import numpy as np
from numpy.typing import NDArray

from console.domain.codes import base_of_grid, short_code
from console.domain.incident import Incident, State
from console.domain.queue_views import (
    BY_TIME_LEFT,
    STATES_OF,
    Group,
    Grouping,
    Narrowing,
    Sort,
    Sorting,
    Sorts,
)
from console.live.picture import Picture
from console.views.queue.codes import Codes
from console.views.queue.searched import LongText, roomy

SEARCHED_CHARACTERS = 200
"""So much of a title and of an address is searched while typing; the archive searches all."""

AT_ONCE = 200
"""So many incidents are read at once: each is looked at several times while it is at hand."""

Slots = NDArray[np.int32]
"""Places in the columns, one for each incident; a negative number is the heading of a group."""

_STATES = list(State)
_NUMBER_OF_STATE = {state: number for number, state in enumerate(_STATES)}

_COLUMNS = np.dtype(
    [
        ("id", np.int64),
        ("due", np.float64),
        ("reported", np.float64),
        ("priority", np.int8),
        ("state", np.int8),
        ("category", np.int32),
        ("grid", np.int32),
        ("mine", np.bool_),
        # Whether there is an incident in the slot.
        ("open", np.bool_),
    ]
)

_ALONE = frozenset({Sorting.TIME_LEFT, Sorting.NEWEST, Sorting.NUMBER})
"""Hardly two incidents are equal in these; of those equal in others, what is due first leads."""


HEADINGS = -1
"""The heading of the group 0; those of the others follow below it."""


def heading(group: int) -> int:
    """What stands for the heading of a group among slots; also the way back."""
    return HEADINGS - group


class Columns:
    """One slot an incident, one column a property, and all their texts in one long text.

    A slot that is not needed any more is left empty until everything is loaded anew.

    Args:
        picture: Knows the names of categories.
        mine: The numbers of the operator's own incidents, kept true by somebody else.
    """

    def __init__(self, picture: Picture, mine: Collection[int] = ()) -> None:
        self._picture = picture
        self._mine = mine
        self._keys: list[NDArray[Any]] = []
        self._group: NDArray[np.int32] = np.zeros(0, np.int32)
        self._sorts: Sorts = BY_TIME_LEFT
        self._grouping = Grouping.NONE
        self.load(())

    def load(self, incidents: Iterable[Incident]) -> None:
        """Begin anew with these."""
        all_ = list(incidents)
        self._names = {
            code: f"{category.name}\n{category.name_en}"
            for code, category in self._picture.categories.items()
        }
        self.incidents: list[Incident | None] = [*all_]
        self._slots = {incident.id: slot for slot, incident in enumerate(all_)}
        self._categories, self._grids, self._groups = Codes(), Codes(), Codes()
        self._table = np.zeros(len(all_), _COLUMNS)
        texts: list[str] = []
        for first in range(0, len(all_), AT_ONCE):
            some = all_[first : first + AT_ONCE]
            texts += self._texts_of(some)
            self._fill(self._table[first : first + AT_ONCE], some)
        self._texts = LongText(texts)
        self._arrange()

    @property
    def wasteful(self) -> bool:
        """Whether more than half of the slots are empty, so that loading anew is worth it."""
        return len(self.incidents) > 2 * len(self._slots) + 1000

    def slot_of(self, incident_id: int) -> int | None:
        """Where an incident stands."""
        return self._slots.get(incident_id)

    # What changes them

    def put(self, incident: Incident) -> int:
        """Take an incident in, or its new version, and tell its slot."""
        (text,) = self._texts_of([incident])
        slot = self._slots.get(incident.id)
        if slot is not None and not self._texts.is_at(slot, text):
            self.remove(incident.id)
            slot = None
        if slot is None:
            slot = self._slots[incident.id] = len(self.incidents)
            self.incidents.append(incident)
            self._texts.add(text)
            self._table = roomy(self._table, slot, slot + 1)
            self._keys = [roomy(key, slot, slot + 1) for key in self._keys]
            self._group = roomy(self._group, slot, slot + 1)
        self.incidents[slot] = incident
        self._fill(self._table[slot : slot + 1], [incident])
        self._place_anew(slot)
        return slot

    def remove(self, incident_id: int) -> None:
        """Let an incident go; its slot stays empty."""
        slot = self._slots.pop(incident_id)
        self.incidents[slot] = None
        self._table["open"][slot] = False

    # Order

    def arrange(self, sorts: Sorts, grouping: Grouping) -> None:
        """Have another order, which then holds for `ordered` and `place`."""
        self._sorts, self._grouping, self._groups = sorts, grouping, Codes()
        self._arrange()

    @property
    def grouped(self) -> bool:
        """Whether what belongs to a group stands together."""
        return self._grouping is not Grouping.NONE

    def groups_of(self, slots: Slots) -> NDArray[np.int32]:
        """The numbers of the groups that slots are in."""
        return self._group[slots]

    def group_of(self, slot: int) -> int:
        """The number of the group that a slot is in."""
        return int(self._group[slot])

    def code_of(self, group: int) -> str:
        """The code of the category or grid that a group is about; empty for outside all grids."""
        return self._groups.codes[group]

    def ordered(self) -> Slots:
        """All slots in the order that holds; equal ones follow by number."""
        slots = np.fromiter(self._slots.values(), np.int32, len(self._slots))
        keys = [key[slots] for key in reversed(self._keys)]
        found: Slots = slots[np.lexsort((self._table["id"][slots], *keys))]
        return found

    def place(self, slot: int, slots: Slots) -> int:
        """Where a slot stands, or would stand, among slots that are in order.

        A heading stands before what it is the heading of.
        """
        keys, ids, ranks = self._keys, self._table["id"], self._groups.ranks

        def key(at: Any) -> tuple[float, ...]:
            if at < 0:
                return (ranks.item(heading(int(at))),)
            return (*[one.item(at) for one in keys], ids.item(at))

        return bisect_left(slots, key(slot), key=key)

    # What is shown

    def shown(self, narrowing: Narrowing, slots: Slots, overdue_at: float) -> Slots:
        """Those of the slots that are shown, in the order given."""
        if narrowing.everything:
            return slots
        return slots[self.admitted(narrowing, overdue_at)[slots]]

    def shows(self, narrowing: Narrowing, slot: int, overdue_at: float) -> bool:
        """Whether a slot is shown."""
        return bool(self.admitted(narrowing, overdue_at, slot, slot + 1)[0])

    def admitted(
        self, narrowing: Narrowing, overdue_at: float, first: int = 0, end: int | None = None
    ) -> NDArray[np.bool_]:
        """Which slots from the first to before the end are shown.

        Every word typed must occur in title, address, number, grid or category. What was due
        before ``overdue_at``, in seconds since 1970, is overdue.
        """
        end = len(self.incidents) if end is None else end
        table = self._table[first:end]
        admitted: NDArray[np.bool_] = table["open"].copy()
        match narrowing.group:
            case Group.ALL:
                pass
            case Group.MINE:
                admitted &= table["mine"]
            case Group.OVERDUE:
                admitted &= table["due"] < overdue_at
            case group:
                states = STATES_OF[group]
                admitted &= np.array([state in states for state in _STATES])[table["state"]]
        if narrowing.category:
            wanted = self._categories.find(narrowing.category)
            admitted &= table["category"] == (-1 if wanted is None else wanted)
        if narrowing.grid:
            below = self._grids.among(lambda code: code.startswith(narrowing.grid))
            admitted &= below[table["grid"]]
        words = narrowing.text.split()
        return admitted & self._texts.holding(words, first, end) if words else admitted

    def stays(self, incident: Incident) -> bool:
        """Whether a new version of an incident is found, sorted and grouped as the one before."""
        slot = self._slots.get(incident.id)
        if slot is None:
            return False
        row = np.zeros(1, _COLUMNS)
        self._fill(row, [incident])
        same = bool(row[0] == self._table[slot])
        return same and self._texts.is_at(slot, *self._texts_of([incident]))

    def count(self, mask: NDArray[np.bool_], overdue_at: float | None) -> int:
        """How many of the slots of a mask hold an incident, and one that is overdue if wanted."""
        size = len(self.incidents)
        counted = mask[:size] & self._table["open"][:size]
        if overdue_at is not None:
            counted &= self._table["due"][:size] < overdue_at
        return int(np.count_nonzero(counted))

    def own_again(self) -> None:
        """Look anew which incidents are the operator's own ones."""
        self._table["mine"] = False
        for number in self._mine:
            slot = self._slots.get(number)
            if slot is not None:
                self._table["mine"][slot] = True

    # How they are kept

    def _texts_of(self, incidents: list[Incident]) -> list[str]:
        names = self._names
        return [
            f"{i.id:04d}\n{i.title[:SEARCHED_CHARACTERS]}\n{i.address[:SEARCHED_CHARACTERS]}\n"
            f"{grid_short(i.grid)}\n{names.get(i.category, '')}\n"
            for i in incidents
        ]

    def _fill(self, table: NDArray[np.void], incidents: list[Incident]) -> None:
        category, grid = self._categories.number, self._grids.number
        table["id"] = [i.id for i in incidents]
        table["due"] = [inf if i.due_at is None else i.due_at.timestamp() for i in incidents]
        table["reported"] = [i.reported_at.timestamp() for i in incidents]
        table["priority"] = [i.priority for i in incidents]
        table["state"] = [_NUMBER_OF_STATE[i.state] for i in incidents]
        table["category"] = [category(i.category) for i in incidents]
        table["grid"] = [grid(i.grid or "") for i in incidents]
        table["mine"] = [i.id in self._mine for i in incidents] if self._mine else False
        table["open"] = True

    def _arrange(self) -> None:
        self._group = self._groups_in(self._table)
        self._keys = [self._key(sort, self._table) for sort in self._deciding]
        if self.grouped:
            self._keys.insert(0, self._groups.ranks[self._group])
        self._known = self._count_codes()

    @property
    def _deciding(self) -> Sorts:
        last = {sort.by for sort in self._sorts} & _ALONE
        return self._sorts if last else (*self._sorts, Sort(Sorting.TIME_LEFT))

    def _place_anew(self, slot: int) -> None:
        row = self._table[slot : slot + 1]
        self._group[slot] = self._groups_in(row)[0]
        if self._count_codes() != self._known:
            # A new code comes in between: the places of others are other numbers now.
            self._arrange()
            return
        values = [self._key(sort, row)[0] for sort in self._deciding]
        if self.grouped:
            values.insert(0, self._groups.ranks[self._group[slot]])
        for key, value in zip(self._keys, values, strict=True):
            key[slot] = value

    def _count_codes(self) -> tuple[int, int, int]:
        return len(self._categories.codes), len(self._grids.codes), len(self._groups.codes)

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
            case Sorting.PRIORITY | Sorting.NUMBER | Sorting.STATE:
                column = {Sorting.NUMBER: "id"}.get(sort.by, sort.by.value)
                key = table[column].copy()
            case Sorting.CATEGORY:
                key = self._categories.ranks[table["category"]]
            case Sorting.GRID:
                key = self._grids.ranks[table["grid"]]
        return -key if sort.turned else key


@lru_cache(maxsize=4096)
def grid_short(code: str | None) -> str:
    """A grid's short code, or nothing for an incident outside all grids."""
    return short_code(code) if code else ""
