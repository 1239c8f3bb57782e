"""Open incidents as columns, so that 100,000 of them are searched and sorted at once."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from math import inf
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from console.domain.codes import short_code
from console.domain.incident import Incident, State
from console.live.picture import Picture
from console.views.queue.order import STATES_OF, Group, Narrowing, Sorting

SEARCHED_CHARACTERS = 200
"""So much of a title and of an address is searched while typing; the archive searches all."""

Slots = NDArray[np.int32]
"""Places in the columns, one for each incident."""

T = TypeVar("T", bound=np.generic)

_STATES = list(State)
_NUMBER_OF_STATE = {state: number for number, state in enumerate(_STATES)}

_COLUMNS = np.dtype(
    [
        ("id", np.int64),
        ("due", np.float64),
        ("reported", np.float64),
        ("priority", np.int8),
        ("state", np.int8),
        # Where its text ends in the long text; it begins where the one before ends.
        ("end", np.int64),
    ]
)

_FAR = 9e10
"""Later than any time limit: a timestamp in seconds stays below this for 2,800 years."""


class Columns:
    """One slot an incident, one column a property, and all their texts in one long text.

    A slot that is not needed any more is left empty until everything is loaded anew. The text is
    kept in UTF-16, because an array is searched for a number much faster than 100,000 strings are
    for a word.
    """

    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        self._sorting = Sorting.TIME_LEFT
        self.load(())

    def load(self, incidents: Iterable[Incident]) -> None:
        """Begin anew with these."""
        self.incidents: list[Incident | None] = list(incidents)
        texts = [self._text_of(incident) for incident in self.incidents if incident is not None]
        self._text = np.frombuffer(b"".join(texts), np.uint16)
        self._used = len(self._text)
        self._slots = {i.id: slot for slot, i in enumerate(self.incidents) if i is not None}
        self._table = np.fromiter(
            (_row(i) for i in self.incidents if i is not None), _COLUMNS, len(texts)
        )
        self._table["end"] = np.cumsum([len(text) // 2 for text in texts])
        self._value = self._values(self._table)

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
        text = np.frombuffer(self._text_of(incident), np.uint16)
        slot = self._slots.get(incident.id)
        if slot is not None and not np.array_equal(text, self._text_at(slot)):
            self.remove(incident.id)
            slot = None
        if slot is None:
            slot = self._slots[incident.id] = len(self.incidents)
            self.incidents.append(incident)
            self._add(slot, text)
        self.incidents[slot] = incident
        end = self._table[slot]["end"]
        self._table[slot] = _row(incident)
        self._table[slot]["end"] = end
        self._value[slot] = self._values(self._table[slot : slot + 1])[0]
        return slot

    def remove(self, incident_id: int) -> None:
        """Let an incident go; its slot stays empty."""
        self.incidents[self._slots.pop(incident_id)] = None

    # Order

    def ordered(self, sorting: Sorting) -> Slots:
        """All slots in an order, which then holds for `place` too; equal ones follow by number."""
        self._sorting = sorting
        self._value = self._values(self._table)
        slots = np.fromiter(self._slots.values(), np.int32, len(self._slots))
        found: Slots = slots[np.lexsort((self._table["id"][slots], self._value[slots]))]
        return found

    def place(self, slot: int, slots: Slots) -> int:
        """Where a slot stands, or would stand, among slots that are in order."""
        ids, values = self._table["id"], self._value

        def key(at: int) -> tuple[float, int]:
            return values[at], ids[at]

        return bisect_left(slots, key(slot), key=key)

    # What is shown

    def shown(self, narrowing: Narrowing, slots: Slots) -> Slots:
        """Those of the slots that are shown, in the order given."""
        return slots if narrowing.everything else slots[self._admitted(narrowing)[slots]]

    def shows(self, narrowing: Narrowing, slot: int) -> bool:
        """Whether a slot is shown."""
        return bool(self._admitted(narrowing, slot, slot + 1)[0])

    def _admitted(
        self, narrowing: Narrowing, first: int = 0, end: int | None = None
    ) -> NDArray[np.bool_]:
        """Which slots from the first to before the end are shown.

        Every word typed must occur in title, address, number, grid or category.
        """
        table = self._table[first : len(self.incidents) if end is None else end]
        if narrowing.group is Group.ALL:
            admitted = np.ones(len(table), np.bool_)
        elif narrowing.group is Group.OVERDUE:
            admitted = table["due"] < narrowing.overdue_at
        else:
            states = STATES_OF[narrowing.group]
            admitted = np.array([state in states for state in _STATES])[table["state"]]
        begin = self._begin(first)
        text = self._text[begin : table["end"][-1] if len(table) else begin]
        for word in narrowing.text.split():
            holding = np.zeros(len(table), np.bool_)
            holding[np.searchsorted(table["end"], begin + _found(word, text), side="right")] = True
            admitted &= holding
        return admitted

    # How they are kept

    def _text_of(self, incident: Incident) -> bytes:
        category = self._picture.categories.get(incident.category)
        names = f"{category.name}\n{category.name_en}" if category else ""
        text = (
            f"{incident.id:04d}\n{incident.title[:SEARCHED_CHARACTERS]}\n"
            f"{incident.address[:SEARCHED_CHARACTERS]}\n{grid_short(incident.grid)}\n{names}\n"
        )
        return _units(text.lower())

    def _begin(self, slot: int) -> int:
        return int(self._table[slot - 1]["end"]) if slot else 0

    def _text_at(self, slot: int) -> NDArray[np.uint16]:
        return self._text[self._begin(slot) : self._table[slot]["end"]]

    def _add(self, slot: int, text: NDArray[np.uint16]) -> None:
        end = self._used + len(text)
        self._text = _roomy(self._text, self._used, end)
        self._text[self._used : end] = text
        self._used = end
        self._table = _roomy(self._table, slot, slot + 1)
        self._value = _roomy(self._value, slot, slot + 1)
        self._table[slot]["end"] = end

    def _values(self, table: NDArray[np.void]) -> NDArray[np.float64]:
        """What slots are sorted by; those that are overdue come first by themselves."""
        values: NDArray[np.float64]
        match self._sorting:
            case Sorting.TIME_LEFT:
                values = table["due"].copy()
            case Sorting.PRIORITY:
                values = table["priority"] * 1e11 + np.minimum(table["due"], _FAR)
            case Sorting.NEWEST:
                values = -table["reported"]
            case Sorting.NUMBER:
                values = table["id"].astype(np.float64)
        return values


def _row(incident: Incident) -> tuple[int, float, float, int, int, int]:
    due = incident.due_at
    return (
        incident.id,
        inf if due is None else due.timestamp(),
        incident.reported_at.timestamp(),
        incident.priority,
        _NUMBER_OF_STATE[incident.state],
        0,
    )


def _roomy(array: NDArray[T], used: int, needed: int) -> NDArray[T]:
    """The same array, or a larger one with the same beginning."""
    if needed <= len(array) and array.flags.writeable:
        return array
    larger = np.zeros(max(needed, 2 * used), array.dtype)
    larger[:used] = array[:used]
    return larger


def _units(text: str) -> bytes:
    # A lone half of a surrogate pair is no text, but may stand in a title all the same.
    return text.encode("utf-16-le", "surrogatepass")


def _found(word: str, text: NDArray[np.uint16]) -> NDArray[np.intp]:
    """Where a word begins in a text."""
    units = np.frombuffer(_units(word), np.uint16)
    found = np.flatnonzero(text[: max(0, len(text) - len(units) + 1)] == units[0])
    for offset, unit in enumerate(units[1:], 1):
        found = found[text[found + offset] == unit]
    return found


@lru_cache(maxsize=4096)
def grid_short(code: str | None) -> str:
    """A grid's short code, or nothing for an incident outside all grids."""
    return short_code(code) if code else ""
