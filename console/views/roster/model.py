"""The roster's rows: members in an order, narrowed by skill, grid, duty and text."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from console.domain.people import BadgeLook, Member, look_of
from console.live.picture import Picture
from console.views.common.narrowing import Narrowing, Searched
from console.views.roster.columns import Column, Order, column_text, column_title
from console.views.roster.words import badge_lines, when_text
from console.widgets.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex

MEMBER_ROLE = Qt.ItemDataRole.UserRole + 1
"""The member in a row."""

FEW = 200
"""Up to so many changed members are moved one by one; more are all sorted anew at once."""


COLUMNS = len(Column)
"""How many columns there are; Qt asks ten thousand times when it lays out cards."""

TELLING = frozenset({Column.NUMBER, Column.NAME, Column.BADGES})
"""The columns that tell on hover what a member can do; a card is one of the first."""


class RosterModel(QAbstractTableModel):
    """One row a member; changes are inserted, removed and moved, so that a selection stays."""

    def __init__(
        self, picture: Picture, clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._picture = picture
        self._clock = clock
        self._narrowing = Narrowing()
        self._order = Order()
        self._searched = Searched(picture)
        # All of them in the order that holds, so that a keystroke in the filter sorts nothing.
        self._ordered: list[Member] = []
        self._rows: list[Member] = []
        self._known: dict[int, Member] = {}
        self._looks: dict[int, tuple[Member, tuple[BadgeLook, ...]]] = {}
        self._looked_on: date | None = None
        self._removing = False

    # What the views ask

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else COLUMNS

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return column_title(Column(section))
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        member = self.member(index.row())
        if member is None:
            return None
        if role == MEMBER_ROLE:
            return member
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(member, Column(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(member, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.tip(member, Column(index.column())))
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == Column.LOAD:
            return Qt.AlignmentFlag.AlignCenter
        return None

    @property
    def today(self) -> date:
        """The day in the center's zone."""
        return self._picture.day_of(self._clock())

    @property
    def removing(self) -> bool:
        """Whether a row is being taken out; a view then moves its selection by itself."""
        return self._removing

    def member(self, row: int) -> Member | None:
        """The member in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, member_id: int) -> int | None:
        """The row that shows a member, or None where it is not shown."""
        member = self._known.get(member_id)
        return None if member is None else self._order.find(member, self._rows)

    def text(self, member: Member, column: Column) -> str:
        """What a cell says."""
        match column:
            case Column.BADGES:
                return self._monograms(member)
            case Column.SEEN:
                return when_text(member.seen_at, self._clock(), self._picture.zone)
            case _:
                return column_text(member, column)

    def tip(self, member: Member, column: Column) -> str:
        """What is told of a cell on hover: the badges in words, with their last days."""
        if column not in TELLING:
            return ""
        return "\n".join(badge_lines(member, self._picture.skills.values(), self.today))

    def looks(self, member: Member) -> tuple[BadgeLook, ...]:
        """How a member's badges are painted today, in the order of the catalogue."""
        today = self.today
        if today != self._looked_on:
            self._looks.clear()
            self._looked_on = today
        found = self._looks.get(member.id)
        if found is None or found[0] is not member:
            badges = {badge.skill: badge for badge in member.badges}
            looks = tuple(look_of(badges.get(code), today) for code in self._picture.skills)
            found = self._looks[member.id] = (member, looks)
        return found[1]

    def prepare(self, members: Iterable[Member]) -> None:
        """Make the texts of members ahead of the first key in the filter."""
        self._searched.prepare(members, self.today)

    # What changes the rows

    def load(self) -> None:
        """Take everything from the Picture anew."""
        self.beginResetModel()
        self._searched.clear()
        self._looks.clear()
        self._take_all()
        self.endResetModel()

    def apply(self, members: Sequence[Member]) -> None:
        """Bring the rows up to date with members that have changed."""
        if len(members) > FEW:
            self.beginResetModel()
            self._take_all()
            self.endResetModel()
            return
        for member in members:
            self._put(member)

    def narrow(self, wanted: Narrowing) -> None:
        """Show other members."""
        if wanted != self._narrowing:
            self.beginResetModel()
            self._narrowing = wanted
            self._rows = self._shown()
            self.endResetModel()

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows anew; whoever holds an index to a row keeps hold of its member."""
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        places = [(self._rows[index.row()].id, index.column()) for index in held]
        self._order = Order(Column(column), order is Qt.SortOrder.DescendingOrder)
        self._ordered = self._order.sorted(self._ordered)
        self._rows = self._order.sorted(self._rows)
        rows = {member.id: row for row, member in enumerate(self._rows)}
        self.changePersistentIndexList(held, [self.index(rows[m], c) for m, c in places])
        self.layoutChanged.emit()

    # How it is done

    def _take_all(self) -> None:
        self._known = dict(self._picture.members)
        self._ordered = self._order.sorted(list(self._known.values()))
        self._rows = self._shown()

    def _shown(self) -> list[Member]:
        return self._searched.among(self._ordered, self._narrowing, self.today)

    def _put(self, member: Member) -> None:
        order, before = self._order, self._known.get(member.id)
        old = None
        if before is not None:
            old = order.find(before, self._rows)
            del self._ordered[order.place(before, self._ordered)]
        self._known[member.id] = member
        self._ordered.insert(order.place(member, self._ordered), member)
        if not self._searched.among((member,), self._narrowing, self.today):
            if old is not None:
                self._take(old)
        elif old is None:
            self._insert(member)
        else:
            self._move(old, member)

    def _insert(self, member: Member) -> None:
        row = self._order.place(member, self._rows)
        self.beginInsertRows(QModelIndex(), row, row)
        self._rows.insert(row, member)
        self.endInsertRows()

    def _take(self, row: int) -> None:
        self._removing = True
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows[row]
        self.endRemoveRows()
        self._removing = False

    def _move(self, old: int, member: Member) -> None:
        others = [*self._rows[:old], *self._rows[old + 1 :]]
        row = self._order.place(member, others)
        others.insert(row, member)
        if row == old:
            self._rows = others
        else:
            # Qt counts the target among the rows as they stand, the moved one included.
            target = row if row < old else row + 1
            self.beginMoveRows(QModelIndex(), old, old, QModelIndex(), target)
            self._rows = others
            self.endMoveRows()
        self.dataChanged.emit(self.index(row, 0), self.index(row, COLUMNS - 1))

    def _spoken(self, member: Member, column: Column) -> str:
        """What a screen reader says; a card has but the first column to say who it is."""
        if column is Column.NUMBER:
            return f"{self.text(member, column)} {self.text(member, Column.NAME)}"
        return self.text(member, column)

    def _monograms(self, member: Member) -> str:
        today = self.today
        held = (s for s in self._picture.skills.values() if member.holds(s.code, today))
        return " ".join(skill.monogram for skill in held)
