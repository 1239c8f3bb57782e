"""Which rows the queue has, one below the other: incidents in order, and headings of groups.

It knows no Qt. What a change does to the rows comes as edits, one after the other, each with the
rows as they are afterwards: the model tells its views before and after.
"""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from math import inf
from typing import NamedTuple

import numpy as np

from console.domain.incident import Incident
from console.domain.queue_views import BY_TIME_LEFT, Grouping, Narrowing, Sorts
from console.views.queue.columns import Columns
from console.views.queue.ordering import HEADINGS, Slots, heading


class Kind(Enum):
    """What happens to a row."""

    INSERT = auto()
    TAKE = auto()
    MOVE = auto()
    TOUCH = auto()
    ORDER = auto()


class Edit(NamedTuple):
    """One row comes, goes, moves to ``target``, or only looks otherwise; then these are the rows.

    Or all rows that are there get another order.

    ``target`` is where the row stands afterwards.
    """

    kind: Kind
    row: int
    rows: Slots
    target: int = -1


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says: the code of its category or grid, how many, and whether closed."""

    code: str
    count: int
    closed: bool


class Arrangement:
    """The rows over some columns; whoever takes an edit in puts its rows into ``rows``."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.sorts: Sorts = BY_TIME_LEFT
        self.grouping = Grouping.NONE
        self.narrowing = Narrowing()
        self.overdue_at = inf
        self.closed: set[str] = set()
        self._counts: dict[int, int] = {}
        self.reorder()

    # All at once

    def reorder(self) -> None:
        """Put all rows into the order that is wanted."""
        self.columns.arrange(self.sorts, self.grouping)
        # All of them in the order that holds, so that taking the filter away sorts nothing.
        self._ordered: Slots = self.columns.ordered()
        self.show()

    def show(self) -> None:
        """Show what is wanted, in the order that holds."""
        shown = self.columns.shown(self.narrowing, self._ordered, self.overdue_at)
        self._counts.clear()
        self.rows: Slots = self._headed(shown) if self.columns.grouped and len(shown) else shown

    def _headed(self, shown: Slots) -> Slots:
        groups = self.columns.groups_of(shown)
        begins = np.flatnonzero(np.diff(groups, prepend=groups[0] - 1))
        numbers = groups[begins]
        sizes = np.diff(begins, append=len(shown))
        self._counts = dict(zip(numbers.tolist(), sizes.tolist(), strict=True))
        closed = [n for n in self._counts if self.columns.code_of(n) in self.closed]
        rows = np.insert(shown, begins, HEADINGS - numbers).astype(np.int32)
        if not closed:
            return rows
        return rows[np.insert(~np.isin(groups, closed), begins, values=True)]

    # Questions

    @property
    def count(self) -> int:
        """How many incidents are shown, those below closed headings too."""
        return sum(self._counts.values()) if self.columns.grouped else len(self.rows)

    def incident(self, row: int) -> Incident | None:
        """The incident in a row; None for a heading, and where there is no row."""
        if not 0 <= row < len(self.rows):
            return None
        slot = int(self.rows[row])
        return None if slot < 0 else self.columns.incidents[slot]

    def heading(self, row: int) -> Heading | None:
        """The heading in a row, if it is one."""
        if not 0 <= row < len(self.rows) or self.rows[row] >= 0:
            return None
        group = heading(int(self.rows[row]))
        code = self.columns.code_of(group)
        return Heading(code, self._counts.get(group, 0), code in self.closed)

    def row_of(self, incident_id: int) -> int | None:
        """The row that shows an incident, or None where it is not shown."""
        slot = self.columns.slot_of(incident_id)
        return None if slot is None else self.row_at(slot)

    def heading_of(self, incident_id: int) -> int | None:
        """The row with the heading that an incident stands below."""
        slot = self.columns.slot_of(incident_id)
        if slot is None or not self.columns.grouped:
            return None
        return self.row_at(heading(self.columns.group_of(slot)))

    def row_at(self, slot: int) -> int | None:
        """The row that shows a slot or a heading, or None."""
        row = self.columns.place(slot, self.rows)
        return row if row < len(self.rows) and self.rows[row] == slot else None

    # One by one

    def put(self, incident: Incident) -> Iterator[Edit]:
        """Take an incident in, or its new version."""
        columns = self.columns
        before = columns.slot_of(incident.id)
        row = was_in = None
        if before is not None:
            row, was_in = self.row_at(before), self._shown_in(before)
            self._leave(before)
        slot = columns.put(incident)
        if row is not None and slot != before:
            self.rows = self.rows.copy()
            self.rows[row] = slot
        self._ordered = np.insert(self._ordered, columns.place(slot, self._ordered), slot)
        is_in = self._shown_in(slot)
        if self._count(was_in, is_in) and is_in is not None:
            row = yield from self._head(is_in, row)
        if is_in is None or self._is_closed(is_in):
            if row is not None:
                yield self._take(row)
        elif row is None:
            place = columns.place(slot, self.rows)
            yield Edit(Kind.INSERT, place, np.insert(self.rows, place, slot))
        else:
            others = np.delete(self.rows, row)
            place = columns.place(slot, others)
            yield Edit(Kind.MOVE, row, np.insert(others, place, slot), place)
        yield from self._tell_headings(was_in, is_in)

    def put_all(self, incidents: Sequence[Incident]) -> Iterator[Edit]:
        """Take several in at once, in about the time of one: for rows without headings.

        What is shown no longer goes first, then the others move, then what is new comes.
        """
        columns = self.columns
        before = [columns.slot_of(incident.id) for incident in incidents]
        rows = self._rows_at(before)
        ordered = self._without([slot for slot in before if slot is not None])
        slots = columns.put_all(incidents)
        shown_rows = self.rows.copy()
        for row, slot in zip(rows, slots, strict=True):
            if row is not None:
                shown_rows[row] = slot
        self.rows = shown_rows
        fresh = columns.ordered(np.array(slots, np.int32))
        self._ordered = np.insert(ordered, columns.places(fresh, ordered), fresh)
        admitted = columns.admitted(self.narrowing, self.overdue_at)
        is_in = admitted[slots].tolist()
        ends = list(zip(rows, slots, is_in, strict=True))
        gone = [row for row, _, stays in ends if row is not None and not stays]
        for row in sorted(gone, reverse=True):
            yield self._take(row)
        come = {slot for row, slot, stays in ends if row is None and stays}
        shown = self._ordered[admitted[self._ordered]]
        new = np.isin(shown, list(come))
        yield Edit(Kind.ORDER, 0, shown[~new])
        for row in np.flatnonzero(new).tolist():
            yield Edit(Kind.INSERT, row, np.insert(self.rows, row, shown[row]))

    def _rows_at(self, slots: Sequence[int | None]) -> list[int | None]:
        """The rows that show some slots, found in one pass over all of them."""
        rows = np.full(len(self.columns.incidents), -1, np.int32)
        rows[self.rows] = np.arange(len(self.rows), dtype=np.int32)
        found = [-1 if slot is None else int(rows[slot]) for slot in slots]
        return [None if row < 0 else row for row in found]

    def _without(self, slots: list[int]) -> Slots:
        leaving = np.zeros(len(self.columns.incidents), np.bool_)
        leaving[slots] = True
        found: Slots = self._ordered[~leaving[self._ordered]]
        return found

    def remove(self, incident_id: int) -> Iterator[Edit]:
        """Let an incident go; one that is not there is gone already."""
        slot = self.columns.slot_of(incident_id)
        if slot is None:
            return
        row, was_in = self.row_at(slot), self._shown_in(slot)
        self._leave(slot)
        self._count(was_in, None)
        if row is not None:
            yield self._take(row)
        self.columns.remove(incident_id)
        yield from self._tell_headings(was_in, None)

    def _leave(self, slot: int) -> None:
        self._ordered = np.delete(self._ordered, self.columns.place(slot, self._ordered))

    def _shown_in(self, slot: int) -> int | None:
        """The group in which a slot is shown; None if it is not."""
        shown = self.columns.shows(self.narrowing, slot, self.overdue_at)
        return self.columns.group_of(slot) if shown else None

    def _is_closed(self, group: int) -> bool:
        return self.columns.grouped and self.columns.code_of(group) in self.closed

    def _count(self, was_in: int | None, is_in: int | None) -> bool:
        """Count one that was in a group and is in another; tells whether that one is new."""
        if not self.columns.grouped:
            return False
        if was_in is not None:
            self._counts[was_in] -= 1
        if is_in is None:
            return False
        is_new = is_in not in self._counts
        self._counts[is_in] = self._counts.get(is_in, 0) + 1
        return is_new

    def _head(self, group: int, row: int | None) -> Generator[Edit, None, int | None]:
        """Give a group that is new its heading; tells where the row that is at hand is then."""
        others = self.rows if row is None else np.delete(self.rows, row)
        place = self.columns.place(heading(group), others)
        if row is not None and place > row:
            place += 1
        yield Edit(Kind.INSERT, place, np.insert(self.rows, place, heading(group)))
        return row + 1 if row is not None and place <= row else row

    def _tell_headings(self, *groups: int | None) -> Iterator[Edit]:
        """After groups have lost or gained one: their headings say so, or go with the last one."""
        if not self.columns.grouped:
            return
        for group in {group for group in groups if group is not None}:
            row = self.row_at(heading(group))
            if not self._counts[group]:
                del self._counts[group]
                if row is not None:
                    yield self._take(row)
            elif row is not None:
                yield Edit(Kind.TOUCH, row, self.rows)

    def _take(self, row: int) -> Edit:
        return Edit(Kind.TAKE, row, np.delete(self.rows, row))
