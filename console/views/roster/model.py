"""The roster's rows: members, narrowed by skill, grid, duty and text."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from console.domain.codes import short_code
from console.domain.people import BadgeLevel, Duty, Member
from console.domain.text import one_line
from console.live.picture import Picture
from console.widgets.labels import duty_label

Index = QModelIndex | QPersistentModelIndex

MEMBER_ROLE = Qt.ItemDataRole.UserRole + 1
"""The member in a row."""


class Column(IntEnum):
    """The columns, from left to right."""

    NUMBER = 0
    NAME = 1
    BADGES = 2
    GRID = 3
    DUTY = 4
    LOAD = 5
    PHONE = 6
    SEEN = 7


@dataclass(frozen=True, slots=True)
class Filter:
    """Which members are shown; None and empty mean all."""

    skill: str | None = None
    duty: Duty | None = None
    base_grid: str | None = None
    text: str = ""

    def admits(self, member: Member, today: date) -> bool:
        """Whether a member is shown; in training counts as having the skill in view."""
        if self.duty is not None and member.duty is not self.duty:
            return False
        if self.base_grid is not None and not member.grid.startswith(self.base_grid):
            return False
        if self.skill is not None:
            badge = member.badge(self.skill)
            training = badge is not None and badge.level is BadgeLevel.TRAINING
            if not training and not member.holds(self.skill, today):
                return False
        text = f"{member.number} {member.name} {short_code(member.grid)} {member.phone}".lower()
        return all(word in text for word in self.text.split())


_DUTY_ORDER = {duty: place for place, duty in enumerate(Duty)}

_KEYS: dict[Column, Callable[[Member], Any]] = {
    Column.NUMBER: lambda member: member.number,
    Column.NAME: lambda member: member.name,
    Column.BADGES: lambda member: -sum(b.level is BadgeLevel.HELD for b in member.badges),
    Column.GRID: lambda member: member.grid,
    Column.DUTY: lambda member: _DUTY_ORDER[member.duty],
    Column.LOAD: lambda member: -member.load,
    Column.PHONE: lambda member: member.phone,
    Column.SEEN: lambda member: -(member.seen_at.timestamp() if member.seen_at else 0.0),
}

_TEXTS: dict[Column, Callable[[Member], str]] = {
    Column.NUMBER: lambda member: member.number,
    Column.NAME: lambda member: one_line(member.name),
    Column.GRID: lambda member: short_code(member.grid),
    Column.DUTY: lambda member: duty_label(member.duty),
    Column.LOAD: lambda member: str(member.load) if member.load else "",
    Column.PHONE: lambda member: one_line(member.phone),
}


def column_title(column: Column) -> str:
    """The heading of a column in the language that now holds."""
    return {
        Column.NUMBER: QCoreApplication.translate("Roster", "Number"),
        Column.NAME: QCoreApplication.translate("Roster", "Name"),
        Column.BADGES: QCoreApplication.translate("Roster", "Skills"),
        Column.GRID: QCoreApplication.translate("Roster", "Grid"),
        Column.DUTY: QCoreApplication.translate("Roster", "Duty"),
        Column.LOAD: QCoreApplication.translate("Roster", "Running"),
        Column.PHONE: QCoreApplication.translate("Roster", "Telephone"),
        Column.SEEN: QCoreApplication.translate("Roster", "Last seen"),
    }[column]


class RosterModel(QAbstractTableModel):
    """One row a member; a changed member changes its row, a new filter lays all out anew."""

    def __init__(
        self, picture: Picture, clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._picture = picture
        self._clock = clock
        self._filter = Filter()
        self._column = Column.NUMBER
        self._descending = False
        self._rows: list[Member] = []

    @property
    def today(self) -> date:
        """The day in the center's zone."""
        return self._clock().astimezone(self._picture.zone).date()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

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
        if not 0 <= index.row() < len(self._rows):
            return None
        member = self._rows[index.row()]
        if role == MEMBER_ROLE:
            return member
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(member, Column(index.column()))
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == Column.LOAD:
            return Qt.AlignmentFlag.AlignCenter
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column = Column(column)
        self._descending = order is Qt.SortOrder.DescendingOrder
        self.refresh()

    def member(self, row: int) -> Member | None:
        """The member in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, member_id: int) -> int | None:
        """The row that shows a member, or None where it is not shown."""
        return next((i for i, m in enumerate(self._rows) if m.id == member_id), None)

    def set_filter(self, wanted: Filter) -> None:
        """Show other members."""
        if wanted != self._filter:
            self._filter = wanted
            self.refresh()

    def refresh(self) -> None:
        """Take the members from the Picture anew; unchanged rows keep their places."""
        today = self.today
        rows = [m for m in self._picture.members.values() if self._filter.admits(m, today)]
        rows.sort(key=lambda member: member.number)
        rows.sort(key=_KEYS[self._column], reverse=self._descending)
        if [m.id for m in rows] == [m.id for m in self._rows]:
            changed = [i for i, (a, b) in enumerate(zip(rows, self._rows, strict=True)) if a != b]
            self._rows = rows
            for row in changed:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _text(self, member: Member, column: Column) -> str:
        match column:
            case Column.BADGES:
                return self._badges_text(member)
            case Column.SEEN:
                at = member.seen_at
                return f"{at.astimezone(self._picture.zone):%H:%M}" if at else ""
            case _:
                return _TEXTS[column](member)

    def _badges_text(self, member: Member) -> str:
        held = (s for s in self._picture.skills.values() if member.holds(s.code, self.today))
        return " ".join(skill.monogram for skill in held)
