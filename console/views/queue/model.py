"""The queue's rows: open incidents of the Picture, ordered, narrowed, grouped, and held still."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from typing_extensions import override

from console.domain.attention import Onlooker
from console.domain.change import Change
from console.domain.incident import Incident
from console.domain.lifecycle import Deed
from console.domain.queue_columns import QueueField
from console.domain.queue_views import Group, Grouping, Narrowing, QueueView, Sorts
from console.live.picture import Picture
from console.views.queue.arrangement import Arrangement
from console.views.queue.cells import Cells
from console.views.queue.columns import Columns, grid_short
from console.views.queue.held import Held, Waiting
from console.views.queue.rows_model import Index, RowsModel
from console.views.queue.tally import Tally
from console.views.queue.texts import (
    heading_look,
    spoken,
    spoken_with_card,
    times,
    together_text,
)
from console.widgets.onlooker_words import onlookers_full, onlookers_short
from console.widgets.queue_row import QueueRole

TOGETHER = 8
"""Up to so many changed rows are moved one by one; more move at once."""

PIECES = 10
"""So many pieces of what is searched are read at once, in some milliseconds."""

BETWEEN_MS = 10
"""How long the window has in between, in milliseconds."""

FEW = 1000
"""From so many changed rows on, all of them are sorted anew."""


def nobody(_incident: int) -> Sequence[Onlooker]:
    """Who looks at an incident where nobody tells."""
    return ()


class QueueModel(RowsModel):
    """One row an incident; changes are inserted, removed and moved, so that a selection stays.

    While ``holding`` is set, rows neither come nor go nor move; what they show is up to date.

    Args:
        picture: What is shown.
        clock: Tells the instant.
        parent: Owns the model.
        mine: The numbers of the operator's own incidents, kept true by somebody else.
    """

    def __init__(
        self,
        picture: Picture,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
        *,
        mine: Collection[int] = (),
    ) -> None:
        self._columns = Columns(picture, mine)
        super().__init__(Arrangement(self._columns), parent)
        self._picture, self._clock = picture, clock
        self._held = Held(self._rows, Columns(picture, mine))
        self.tally = Tally(self._columns)
        self.cells = Cells(picture, clock)
        self.holding = False
        self._again = False
        self._reading = QTimer(self, interval=BETWEEN_MS)
        self._reading.timeout.connect(self._read_on)
        self._unseen: set[int] = set()
        self._busy: set[int] = set()
        self._pointed = -1
        self.onlookers: Callable[[int], Sequence[Onlooker]] = nobody
        """Who else has an incident before them."""
        self._readers: dict[int, Callable[[Incident], Any]] = {
            QueueRole.INCIDENT: lambda incident: incident,
            QueueRole.CATEGORY: lambda incident: picture.categories.get(incident.category),
            QueueRole.GRID_SHORT: lambda incident: grid_short(incident.grid),
            QueueRole.ASSIGNEE: self.cells.monogram,
            QueueRole.NEW: lambda incident: incident.id in self._unseen,
            QueueRole.CARD: lambda incident: picture.oversight.gravest(incident.id),
            QueueRole.TOGETHER: lambda incident: together_text(incident, picture),
            QueueRole.ONLOOKERS: lambda incident: onlookers_short(self.onlookers(incident.id)),
            QueueRole.BUSY: lambda incident: incident.id in self._busy,
            QueueRole.POINTED: lambda incident: incident.id == self._pointed,
            QueueRole.GONE: lambda incident: self._held.is_gone(incident.id),
            Qt.ItemDataRole.ToolTipRole: self._tip,
        }

    # What the view asks

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self.cells.count

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        incident = self.incident(index.row())
        if incident is None:
            return self._heading_data(index.row(), role)
        read = self._readers.get(role)
        if read is not None:
            return read(incident)
        if role == QueueRole.CELL:
            return self.cells.cell(index.column(), incident)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cells.text(index.column(), incident) or spoken(incident)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = self.cells.text(index.column(), incident)
            return text or self._spoken(incident)
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        return self.cells.header(section, role, self._rows.sorts)

    def _heading_data(self, row: int, role: int) -> Any:
        heading = self._rows.heading(row)
        if heading is None:
            return None
        look = heading_look(heading, self._rows.grouping, self._picture)
        if role == QueueRole.HEADING:
            return look
        spoken_roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return look.spoken if role in spoken_roles else None

    # Questions of the panel

    @property
    def view(self) -> QueueView:
        """What is shown, in which order, under which headings; it has no name."""
        rows = self._rows
        return QueueView("", rows.narrowing, rows.sorts, rows.grouping)

    @property
    def narrowing(self) -> Narrowing:
        """Which incidents are shown."""
        return self._rows.narrowing

    @property
    def waiting(self) -> Waiting:
        """How much is held back."""
        return self._held.waiting if self._held else Waiting()

    @override
    def incident(self, row: int) -> Incident | None:
        """The incident in a row, as it now stands; None for a heading."""
        incident = self._rows.incident(row)
        return self._held.latest(incident) if incident is not None and self._held else incident

    def counted(self, narrowing: Narrowing, now: float) -> int:
        """How many incidents a view shows at an instant, whatever is held back."""
        more = self._held.more(narrowing, now) if self._held else 0
        return self.tally.count(narrowing, now) + more

    # What changes the rows

    def load(self) -> None:
        """Take everything from the Picture anew."""
        self.beginResetModel()
        self.cells.begin()
        self._held.drop()
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
        if self.holding:
            self._hold(change)
        else:
            self.release()
            self._bring(change.incidents, change.ended)
        for head in heads:
            self._touch(head, QueueRole.TOGETHER)
        if change.catalogue:
            # What is searched holds the names of categories.
            self.load()
        elif self.cells.learn(change.members):
            self._touch_all()
        if self._columns.wasteful and not self._held:
            # The same incidents in the same order, now that all of it is in: nobody need be told.
            self._refill()

    def release(self) -> None:
        """Let the rows come, go and move that were held back."""
        if self._held:
            self._bring(*self._held.drop())
        if self._again:
            self._again = False
            self._reset(self._rows.show)

    def own_again(self) -> None:
        """Show anew which incidents are the operator's own ones."""
        self._columns.own_again()
        self._held.own_again()
        self.tally.touch_all()
        self._again = self.narrowing.group is Group.MINE
        if not self.holding:
            self.release()

    def sort_by(self, sorts: Sorts) -> None:
        """Give the rows another order."""
        self.release()
        if sorts != self._rows.sorts:
            self._rows.sorts = sorts
            self._relayout(self._rows.reorder)
            last = max(0, self.cells.count - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)

    def group_by(self, grouping: Grouping) -> None:
        """Put the rows together below headings, or no longer."""
        self.show_view(QueueView("", self.narrowing, self._rows.sorts, grouping))

    def show_view(self, view: QueueView) -> None:
        """Show what a view shows, in its order and below its headings."""
        if view == QueueView(view.name, self.narrowing, self._rows.sorts, self._rows.grouping):
            return
        self.release()

        def change() -> None:
            rows = self._rows
            if view.grouping is not rows.grouping:
                rows.closed.clear()
            rows.narrowing, rows.sorts, rows.grouping = view.narrowing, view.sorts, view.grouping
            rows.overdue_at = self._clock().timestamp()
            rows.reorder()

        self._reset(change)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self.cells.count - 1))

    def narrow(
        self,
        *,
        group: Group | None = None,
        text: str | None = None,
        grid: str | None = None,
        category: str | None = None,
    ) -> None:
        """Show only a group, what contains all the words typed, a grid, or a category."""
        now = self.narrowing
        narrowing = Narrowing(
            now.group if group is None else group,
            now.text if text is None else text,
            now.grid if grid is None else grid,
            now.category if category is None else category,
        )
        if narrowing == now and narrowing.group is not Group.OVERDUE:
            return
        self.release()
        self._rows.overdue_at = self._clock().timestamp()
        if narrowing == now:
            self._look_again()
            return
        self._rows.narrowing = narrowing
        self._reset(self._rows.show)

    def show_fields(self, fields: tuple[QueueField, ...]) -> None:
        """Have these columns; none for rows without a header."""
        if fields != self.cells.fields:
            self.beginResetModel()
            self.cells.fields = fields
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

    def _refill(self) -> None:
        """Read all incidents anew."""
        self._columns.load(self._picture.incidents.values())
        self._reading.start()
        self._rows.reorder()
        self.tally.begin()

    def _read_on(self) -> None:
        """Go on reading what is searched, while the window has nothing else to do."""
        if not all(self._columns.read_on() for _ in range(PIECES)):
            self._reading.stop()

    def _hold(self, change: Change) -> None:
        stay = [one for one in change.incidents if self._columns.stays(one)]
        self._bring(stay, ())
        moved = [one for one in change.incidents if one not in stay]
        self._held.take(Change(change.seq, (), tuple(moved), change.ended))
        for number in (*change.ended, *(one.id for one in change.incidents)):
            self._touch(number)

    def _bring(self, incidents: Collection[Incident], ended: Collection[int]) -> None:
        if len(incidents) + len(ended) > FEW:
            self._reset(lambda: self._bring_many(incidents, ended))
        else:
            for incident_id in ended:
                self._edit(self._rows.remove(incident_id))
                self._forget(incident_id)
            if len(incidents) > TOGETHER and not self.grouped:
                self._edit(self._rows.put_all(tuple(incidents)))
            else:
                for incident in incidents:
                    self._edit(self._rows.put(incident))
            for incident in incidents:
                self.tally.touch(incident.id)

    def _bring_many(self, incidents: Iterable[Incident], ended: Iterable[int]) -> None:
        for incident_id in ended:
            if self._columns.slot_of(incident_id) is not None:
                self._columns.remove(incident_id)
            self._forget(incident_id)
        for incident in incidents:
            self._columns.put(incident)
        self.tally.touch_all()
        self._rows.reorder()

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
