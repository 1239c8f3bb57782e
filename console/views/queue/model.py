"""The queue's rows: open incidents of the Picture, ordered and narrowed."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from console.domain.attention import Onlooker
from console.domain.change import Change
from console.domain.incident import Incident
from console.domain.lifecycle import Deed
from console.domain.people import Member
from console.live.picture import Picture
from console.views.queue.columns import Columns, Slots, grid_short
from console.views.queue.order import Group, Narrowing, Sorting
from console.views.queue.texts import spoken, spoken_with_card, times, together_text
from console.widgets.onlooker_words import onlookers_full, onlookers_short
from console.widgets.queue_row import QueueRole

Index = QModelIndex | QPersistentModelIndex

FEW = 200
"""Up to so many changed rows are moved one by one; more are all sorted anew at once."""


def nobody(_incident: int) -> Sequence[Onlooker]:
    """Who looks at an incident where nobody tells."""
    return ()


class QueueModel(QAbstractTableModel):
    """One row an incident; changes are inserted, removed and moved, so that a selection stays."""

    def __init__(
        self, picture: Picture, clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._picture = picture
        self._clock = clock
        self._sorting = Sorting.TIME_LEFT
        self._narrowing = Narrowing()
        self._columns = Columns(picture)
        # All of them in the order that holds, so that taking the filter away sorts nothing.
        self._ordered: Slots = self._columns.ordered(self._sorting)
        self._rows: Slots = self._ordered
        self._unseen: set[int] = set()
        self._busy: set[int] = set()
        self._monograms: dict[int, str] = {}
        self._removing = False
        self._pointed = -1
        self.onlookers: Callable[[int], Sequence[Onlooker]] = nobody
        """Who else has an incident before them."""
        self._readers: dict[int, Callable[[Incident], Any]] = {
            QueueRole.INCIDENT: lambda incident: incident,
            QueueRole.CATEGORY: lambda incident: picture.categories.get(incident.category),
            QueueRole.GRID_SHORT: lambda incident: grid_short(incident.grid),
            QueueRole.ASSIGNEE: self._monogram,
            QueueRole.NEW: lambda incident: incident.id in self._unseen,
            QueueRole.CARD: lambda incident: picture.oversight.gravest(incident.id),
            QueueRole.TOGETHER: lambda incident: together_text(incident, picture),
            QueueRole.ONLOOKERS: lambda incident: onlookers_short(self.onlookers(incident.id)),
            QueueRole.BUSY: lambda incident: incident.id in self._busy,
            QueueRole.POINTED: lambda incident: incident.id == self._pointed,
            Qt.ItemDataRole.DisplayRole: spoken,
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
        }

    # What the view asks

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        incident = self.incident(index.row())
        if incident is None:
            return None
        read = self._readers.get(role)
        return None if read is None else read(incident)

    # Questions of the panel

    @property
    def sorting(self) -> Sorting:
        """The order that the rows have."""
        return self._sorting

    @property
    def narrowing(self) -> Narrowing:
        """Which incidents are shown."""
        return self._narrowing

    @property
    def removing(self) -> bool:
        """Whether a row is being taken out; a view then moves its selection by itself."""
        return self._removing

    def incident(self, row: int) -> Incident | None:
        """The incident in a row."""
        if not 0 <= row < len(self._rows):
            return None
        return self._columns.incidents[int(self._rows[row])]

    def row_of(self, incident_id: int) -> int | None:
        """The row that shows an incident, or None where it is not shown."""
        slot = self._columns.slot_of(incident_id)
        return None if slot is None else self._shown_at(slot)

    # What changes the rows

    def load(self) -> None:
        """Take everything from the Picture anew."""
        self.beginResetModel()
        self._monograms.clear()
        self._learn(self._picture.members.values())
        self._refill()
        self.endResetModel()

    def apply(self, change: Change) -> None:
        """Bring the rows up to date with a change that the Picture has taken in."""
        self._unseen.update(
            event.subject.id
            for event in change.events
            if event.kind is Deed.REPORT and event.subject.id in self._picture.incidents
        )
        heads = self._heads(change)
        if len(change.incidents) + len(change.ended) > FEW:
            self._apply_many(change)
        else:
            for incident_id in change.ended:
                self._remove(incident_id)
            for incident in change.incidents:
                self._put(incident)
        for head in heads:
            self._touch(head, QueueRole.TOGETHER)
        if self._columns.wasteful:
            # The same incidents in the same order: nobody need be told.
            self._refill()
        if change.catalogue:
            # What is searched holds the names of categories.
            self.load()
        elif self._learn(change.members):
            self._touch_all()

    def sort_by(self, sorting: Sorting) -> None:
        """Give the rows another order."""
        if sorting is not self._sorting:
            self._sorting = sorting
            self._relayout()

    def narrow(self, *, group: Group | None = None, text: str | None = None) -> None:
        """Show only a group, or only what contains all the words typed."""
        narrowing = Narrowing(
            self._narrowing.group if group is None else group,
            self._narrowing.text if text is None else text,
            self._clock().timestamp(),
        )
        if narrowing == self._narrowing:
            return
        self.beginResetModel()
        self._narrowing = narrowing
        self._rows = self._columns.shown(narrowing, self._ordered)
        self.endResetModel()

    def mark_seen(self, incident_id: int) -> None:
        """Take the mark of a new row away."""
        if incident_id in self._unseen:
            self._unseen.discard(incident_id)
            self._touch(incident_id, QueueRole.NEW)

    def mark_busy(self, incident_id: int, *, busy: bool) -> None:
        """Show or hide that a deed is in flight."""
        if busy != (incident_id in self._busy):
            (self._busy.add if busy else self._busy.discard)(incident_id)
            self._touch(incident_id, QueueRole.BUSY)

    def point_at(self, incident_id: int) -> None:
        """Mark the row of the incident under the pointer on the map; -1 for none."""
        before, self._pointed = self._pointed, incident_id
        for number in (before, incident_id):
            self._touch(number, QueueRole.POINTED)

    def mark_onlookers(self, incidents: Iterable[int]) -> None:
        """Others have come to some incidents, or have left them."""
        for number in incidents:
            self._touch(number, QueueRole.ONLOOKERS)

    # How it is done

    def _tip(self, incident: Incident) -> str:
        told = onlookers_full(self.onlookers(incident.id), self._picture.zone)
        lines = times(incident, self._picture, self._clock())
        return f"{lines}\n{told}" if told else lines

    def _spoken(self, incident: Incident) -> str:
        told = onlookers_full(self.onlookers(incident.id), self._picture.zone)
        return f"{spoken_with_card(incident, self._picture)} {told}".strip()

    def _monogram(self, incident: Incident) -> str:
        return self._monograms.get(incident.assignee or 0, "")

    def _learn(self, members: Iterable[Member]) -> bool:
        """Keep how members are shown in a row; tells whether that has changed for any."""
        shown = {member.id: member.name[:1] for member in members}
        changed = not shown.items() <= self._monograms.items()
        self._monograms.update(shown)
        return changed

    def _refill(self) -> None:
        """Read all incidents anew."""
        self._columns.load(self._picture.incidents.values())
        self._order()

    def _order(self) -> None:
        self._ordered = self._columns.ordered(self._sorting)
        self._rows = self._columns.shown(self._narrowing, self._ordered)

    def _shown_at(self, slot: int) -> int | None:
        row = self._columns.place(slot, self._rows)
        return row if row < len(self._rows) and self._rows[row] == slot else None

    def _put(self, incident: Incident) -> None:
        columns = self._columns
        before = columns.slot_of(incident.id)
        old = None if before is None else self._shown_at(before)
        if before is not None:
            self._ordered = np.delete(self._ordered, columns.place(before, self._ordered))
        slot = columns.put(incident)
        self._ordered = np.insert(self._ordered, columns.place(slot, self._ordered), slot)
        if not columns.shows(self._narrowing, slot):
            if old is not None:
                self._take(old)
        elif old is None:
            self._insert(slot)
        else:
            self._move(old, slot)

    def _insert(self, slot: int) -> None:
        row = self._columns.place(slot, self._rows)
        self.beginInsertRows(QModelIndex(), row, row)
        self._rows = np.insert(self._rows, row, slot)
        self.endInsertRows()

    def _take(self, row: int) -> None:
        self._removing = True
        self.beginRemoveRows(QModelIndex(), row, row)
        self._rows = np.delete(self._rows, row)
        self.endRemoveRows()
        self._removing = False

    def _move(self, old: int, slot: int) -> None:
        others = np.delete(self._rows, old)
        row = self._columns.place(slot, others)
        moved = np.insert(others, row, slot)
        if row == old:
            self._rows = moved
        else:
            # Qt counts the target among the rows as they stand, the moved one included.
            target = row if row < old else row + 1
            self.beginMoveRows(QModelIndex(), old, old, QModelIndex(), target)
            self._rows = moved
            self.endMoveRows()
        index = self.index(row, 0)
        self.dataChanged.emit(index, index)

    def _remove(self, incident_id: int) -> None:
        slot = self._columns.slot_of(incident_id)
        if slot is None:
            return
        row = self._shown_at(slot)
        self._ordered = np.delete(self._ordered, self._columns.place(slot, self._ordered))
        if row is not None:
            self._take(row)
        self._columns.remove(incident_id)
        self._forget(incident_id)

    def _heads(self, change: Change) -> set[int]:
        """The major incidents whose parts a change touches, before it is taken in."""
        slots = (self._columns.slot_of(number) for number in change.ended)
        ended = (self._columns.incidents[slot] for slot in slots if slot is not None)
        known = (one for one in (*change.incidents, *ended) if one is not None)
        led = (one.part_of for one in known)
        return {head for head in led if head is not None}

    def _forget(self, incident_id: int) -> None:
        self._unseen.discard(incident_id)
        self._busy.discard(incident_id)

    def _apply_many(self, change: Change) -> None:
        self.beginResetModel()
        for incident_id in change.ended:
            if self._columns.slot_of(incident_id) is not None:
                self._columns.remove(incident_id)
            self._forget(incident_id)
        for incident in change.incidents:
            self._columns.put(incident)
        self._order()
        self.endResetModel()

    def _relayout(self) -> None:
        """Order the rows anew; whoever holds an index to a row keeps hold of its incident."""
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        slots = [int(self._rows[index.row()]) for index in held]
        self._order()
        rows = [self._shown_at(slot) for slot in slots]
        moved = [QModelIndex() if row is None else self.index(row, 0) for row in rows]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _touch(self, incident_id: int, role: QueueRole) -> None:
        row = self.row_of(incident_id)
        if row is not None:
            index = self.index(row, 0)
            self.dataChanged.emit(index, index, [role])

    def _touch_all(self) -> None:
        if len(self._rows):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))
