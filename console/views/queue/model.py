"""The queue's rows: open incidents of the Picture, ordered and narrowed."""

from bisect import bisect_left
from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from console.domain.change import Change
from console.domain.incident import Incident
from console.domain.lifecycle import Deed
from console.domain.text import one_line
from console.live.picture import Picture
from console.views.queue.order import (
    NUMBER_OF,
    SEARCHED_CHARACTERS,
    Entry,
    Group,
    Narrowing,
    Sorting,
    entry_of,
    grid_short,
)
from console.widgets.labels import state_label
from console.widgets.queue_row import QueueRole

Index = QModelIndex | QPersistentModelIndex

FEW = 200
"""Up to so many changed rows are moved one by one; more are all sorted anew at once."""


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
        self._all: dict[int, Entry] = {}
        # All of them in the order that holds, so that taking the filter away sorts nothing.
        self._ordered: list[Entry] = []
        self._rows: list[Entry] = []
        self._unseen: set[int] = set()
        self._busy: set[int] = set()
        self._removing = False
        self._pointed = -1
        self._readers: dict[int, Callable[[Incident], Any]] = {
            QueueRole.INCIDENT: lambda incident: incident,
            QueueRole.CATEGORY: lambda incident: picture.categories.get(incident.category),
            QueueRole.GRID_SHORT: lambda incident: grid_short(incident.grid),
            QueueRole.ASSIGNEE: self._monogram,
            QueueRole.NEW: lambda incident: incident.id in self._unseen,
            QueueRole.BUSY: lambda incident: incident.id in self._busy,
            QueueRole.POINTED: lambda incident: incident.id == self._pointed,
            Qt.ItemDataRole.DisplayRole: _spoken,
            Qt.ItemDataRole.ToolTipRole: self._times,
            Qt.ItemDataRole.AccessibleTextRole: _spoken,
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
        return self._rows[row].incident if 0 <= row < len(self._rows) else None

    def row_of(self, incident_id: int) -> int | None:
        """The row that shows an incident, or None where it is not shown."""
        entry = self._all.get(incident_id)
        return None if entry is None else self._shown_at(entry)

    # What changes the rows

    def load(self) -> None:
        """Take everything from the Picture anew."""
        self.beginResetModel()
        incidents = self._picture.incidents
        self._all = {number: entry_of(incident) for number, incident in incidents.items()}
        self._order()
        self.endResetModel()

    def apply(self, change: Change) -> None:
        """Bring the rows up to date with a change that the Picture has taken in."""
        self._unseen.update(
            event.subject.id
            for event in change.events
            if event.kind is Deed.REPORT and event.subject.id in self._picture.incidents
        )
        if len(change.incidents) + len(change.ended) > FEW:
            self._apply_many(change)
        else:
            for incident_id in change.ended:
                self._remove(incident_id)
            for incident in change.incidents:
                self._put(incident)
        if change.members or change.catalogue:
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
        refined = narrowing.refines(self._narrowing)
        self._narrowing = narrowing
        self.beginResetModel()
        if refined:
            self._rows = self._admitted(self._rows)
        else:
            self._rows = self._narrowed()
        self.endResetModel()

    def mark_seen(self, incident_id: int) -> None:
        """Take the mark of a new row away."""
        if incident_id in self._unseen:
            self._unseen.discard(incident_id)
            self._touch(incident_id, QueueRole.NEW)

    def mark_busy(self, incident_id: int, *, busy: bool) -> None:
        """Show or hide that a deed is in flight."""
        (self._busy.add if busy else self._busy.discard)(incident_id)
        self._touch(incident_id, QueueRole.BUSY)

    def point_at(self, incident_id: int) -> None:
        """Mark the row of the incident under the pointer on the map; -1 for none."""
        before, self._pointed = self._pointed, incident_id
        for number in (before, incident_id):
            self._touch(number, QueueRole.POINTED)

    # How it is done

    def _times(self, incident: Incident) -> str:
        """The absolute times behind the row's durations, in the center's zone."""
        zone = self._picture.zone
        reported = self.tr("reported {time}").format(
            time=f"{incident.reported_at.astimezone(zone):%Y-%m-%d %H:%M:%S}"
        )
        if incident.due_at is None:
            return reported
        due = self.tr("due {time}").format(
            time=f"{incident.due_at.astimezone(zone):%Y-%m-%d %H:%M:%S}"
        )
        return f"{reported}\n{due}"

    def _monogram(self, incident: Incident) -> str:
        member = self._picture.members.get(incident.assignee or 0)
        return member.name[:1] if member else ""

    def _admitted(self, entries: list[Entry]) -> list[Entry]:
        return self._narrowing.rows(entries, self._picture)

    def _order(self) -> None:
        ordered = sorted(self._all.values(), key=NUMBER_OF)
        ordered.sort(key=self._sorting.value_of)
        self._ordered = ordered
        self._rows = self._narrowed()

    def _narrowed(self) -> list[Entry]:
        """What is shown, in order.

        The entries are gone through in the order in which they lie in memory and what is found is
        sorted: going through them in the order of the rows takes four times as long, because the
        processor then waits for each of them.
        """
        if self._narrowing.everything:
            return list(self._ordered)
        rows = self._admitted(list(self._all.values()))
        rows.sort(key=NUMBER_OF)
        rows.sort(key=self._sorting.value_of)
        return rows

    def _place(self, entry: Entry, rows: list[Entry]) -> int:
        key = self._sorting.key
        return bisect_left(rows, key(entry), key=key)

    def _shown_at(self, entry: Entry) -> int | None:
        row = self._place(entry, self._rows)
        shown = row < len(self._rows) and self._rows[row].number == entry.number
        return row if shown else None

    def _put(self, incident: Incident) -> None:
        before = self._all.get(incident.id)
        old = None if before is None else self._shown_at(before)
        if before is not None:
            del self._ordered[self._place(before, self._ordered)]
        entry = self._all[incident.id] = entry_of(incident)
        self._ordered.insert(self._place(entry, self._ordered), entry)
        shown = bool(self._admitted([entry]))
        if old is None:
            if shown:
                self._insert(entry)
        elif shown:
            self._move(old, entry)
        else:
            self._take(old)

    def _insert(self, entry: Entry) -> None:
        row = self._place(entry, self._rows)
        self.beginInsertRows(QModelIndex(), row, row)
        self._rows.insert(row, entry)
        self.endInsertRows()

    def _take(self, row: int) -> None:
        self._removing = True
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows[row]
        self.endRemoveRows()
        self._removing = False

    def _move(self, old: int, entry: Entry) -> None:
        # Qt counts the target among the rows as they stand, the moved one included.
        target = self._place(entry, self._rows)
        row = target - 1 if target > old else target
        if row == old:
            self._rows[old] = entry
        else:
            self.beginMoveRows(QModelIndex(), old, old, QModelIndex(), target)
            del self._rows[old]
            self._rows.insert(row, entry)
            self.endMoveRows()
        index = self.index(row, 0)
        self.dataChanged.emit(index, index)

    def _remove(self, incident_id: int) -> None:
        entry = self._all.get(incident_id)
        if entry is None:
            return
        row = self._shown_at(entry)
        if row is not None:
            self._take(row)
        del self._ordered[self._place(entry, self._ordered)]
        del self._all[incident_id]
        self._forget(incident_id)

    def _forget(self, incident_id: int) -> None:
        self._unseen.discard(incident_id)
        self._busy.discard(incident_id)

    def _apply_many(self, change: Change) -> None:
        for incident_id in change.ended:
            self._all.pop(incident_id, None)
            self._forget(incident_id)
        for incident in change.incidents:
            self._all[incident.id] = entry_of(incident)
        self.beginResetModel()
        self._order()
        self.endResetModel()

    def _relayout(self) -> None:
        """Order the rows anew; whoever holds an index to a row keeps hold of its incident."""
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        ids = [self._rows[index.row()].number for index in held]
        self._order()
        rows = [self.row_of(incident_id) for incident_id in ids]
        moved = [QModelIndex() if row is None else self.index(row, 0) for row in rows]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _touch(self, incident_id: int, role: QueueRole) -> None:
        row = self.row_of(incident_id)
        if row is not None:
            index = self.index(row, 0)
            self.dataChanged.emit(index, index, [role])

    def _touch_all(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))


def _spoken(incident: Incident) -> str:
    """A row in words: what a screen reader says."""
    title = one_line(incident.title[:SEARCHED_CHARACTERS])
    return f"{incident.number} {title} {state_label(incident.state)}"
