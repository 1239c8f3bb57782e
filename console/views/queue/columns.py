"""Open incidents as columns, so that 100,000 of them are searched and sorted at once."""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from math import inf

import numpy as np
from numpy.typing import NDArray

from console.domain.codes import short_code
from console.domain.incident import Incident, State
from console.domain.queue_views import (
    BY_TIME_LEFT,
    STATES_OF,
    Group,
    Grouping,
    Narrowing,
    Sorts,
)
from console.live.picture import Picture
from console.views.queue.codes import Codes
from console.views.queue.ordering import Ordering, Slots
from console.views.queue.searched import LongText, roomy

SEARCHED_CHARACTERS = 200
"""So much of a title and of an address is searched while typing; the archive searches all."""

AT_ONCE = 200
"""So many incidents are read at once: each is looked at several times while it is at hand."""

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
        self._arranged: tuple[Sorts, Grouping] = (BY_TIME_LEFT, Grouping.NONE)
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
        self._categories, self._grids = Codes(), Codes()
        self._order = Ordering(self._categories, self._grids)
        self._table = roomy(np.zeros(0, _COLUMNS), 2 * len(all_))
        pieces = [all_[first : first + AT_ONCE] for first in range(0, len(all_), AT_ONCE)]
        filled = 0
        for some in pieces:
            self._fill(self._table[filled : filled + len(some)], some)
            filled += len(some)
        self._texts = LongText(map(self._texts_of, pieces))
        self.arrange(*self._arranged)

    @property
    def wasteful(self) -> bool:
        """Whether more than half of the slots are empty, so that loading anew is worth it."""
        return len(self.incidents) > 2 * len(self._slots) + 1000

    def slot_of(self, incident_id: int) -> int | None:
        """Where an incident stands."""
        return self._slots.get(incident_id)

    # What changes them

    def read_on(self) -> bool:
        """Read some more of what is searched; whether there may be others."""
        return self._texts.read_on()

    def put(self, incident: Incident) -> int:
        """Take an incident in, or its new version, and tell its slot."""
        return self.put_all([incident])[0]

    def put_all(self, incidents: Sequence[Incident]) -> list[int]:
        """Take several in at once, and tell their slots."""
        slots = []
        for incident, text in zip(incidents, self._texts_of(incidents), strict=True):
            slot = self._slots.get(incident.id)
            if slot is not None and not self._texts.is_at(slot, text):
                self.remove(incident.id)
                slot = None
            if slot is None:
                slot = self._slots[incident.id] = len(self.incidents)
                self.incidents.append(incident)
                self._texts.add(text)
            self.incidents[slot] = incident
            slots.append(slot)
        self._table = roomy(self._table, len(self.incidents))
        rows = np.zeros(len(slots), _COLUMNS)
        self._fill(rows, incidents)
        self._table[slots] = rows
        self._order.put(np.array(slots, np.int32), self._known)
        return slots

    def remove(self, incident_id: int) -> None:
        """Let an incident go; its slot stays empty."""
        slot = self._slots.pop(incident_id)
        self.incidents[slot] = None
        self._table["open"][slot] = False

    # Order

    def arrange(self, sorts: Sorts, grouping: Grouping) -> None:
        """Have another order, which then holds for `ordered` and `place`."""
        self._order.arrange(sorts, grouping, self._known)
        self._arranged = sorts, grouping

    @property
    def grouped(self) -> bool:
        """Whether what belongs to a group stands together."""
        return self._order.grouped

    def groups_of(self, slots: Slots) -> NDArray[np.int32]:
        """The numbers of the groups that slots are in."""
        return self._order.groups_of(slots)

    def group_of(self, slot: int) -> int:
        """The number of the group that a slot is in."""
        return int(self._order.groups_of(np.array([slot], np.int32))[0])

    def code_of(self, group: int) -> str:
        """The code of the category or grid that a group is about; empty for outside all grids."""
        return self._order.code_of(group)

    def ordered(self, slots: Slots | None = None) -> Slots:
        """Slots, all unless told, in the order that holds; equal ones follow by number."""
        if slots is None:
            slots = np.fromiter(self._slots.values(), np.int32, len(self._slots))
        return self._order.ordered(slots, self._table["id"])

    def place(self, slot: int, slots: Slots) -> int:
        """Where a slot or a heading stands, or would stand, among slots that are in order."""
        return self._order.place(slot, slots, self._table["id"])

    def places(self, some: Slots, slots: Slots) -> list[int]:
        """Where several slots stand, or would stand, among slots that are in order."""
        return self._order.places(some, slots, self._table["id"])

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

    def holding(self, words: list[str], first: int, end: int) -> NDArray[np.bool_]:
        """Which slots from the first to before the end hold all the words."""
        return self._texts.holding(words, first, end)

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
        self._known["mine"] = False
        for number in self._mine:
            slot = self._slots.get(number)
            if slot is not None:
                self._table["mine"][slot] = True

    # How they are kept

    @property
    def _known(self) -> NDArray[np.void]:
        """The table without the room at its end."""
        return self._table[: len(self.incidents)]

    def _texts_of(self, incidents: Sequence[Incident]) -> list[str]:
        names = self._names
        return [
            f"{i.id:04d}\n{i.title[:SEARCHED_CHARACTERS]}\n{i.address[:SEARCHED_CHARACTERS]}\n"
            f"{grid_short(i.grid)}\n{names.get(i.category, '')}\n"
            for i in incidents
        ]

    def _fill(self, table: NDArray[np.void], incidents: Sequence[Incident]) -> None:
        table["id"] = [i.id for i in incidents]
        table["due"] = [inf if i.due_at is None else i.due_at.timestamp() for i in incidents]
        table["reported"] = [i.reported_at.timestamp() for i in incidents]
        table["priority"] = [i.priority for i in incidents]
        table["state"] = [_NUMBER_OF_STATE[i.state] for i in incidents]
        table["category"] = self._categories.numbers([i.category for i in incidents])
        table["grid"] = self._grids.numbers([i.grid or "" for i in incidents])
        table["mine"] = [i.id in self._mine for i in incidents] if self._mine else False
        table["open"] = True


@lru_cache(maxsize=4096)
def grid_short(code: str | None) -> str:
    """A grid's short code, or nothing for an incident outside all grids."""
    return short_code(code) if code else ""
