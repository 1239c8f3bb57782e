"""The roster's columns: their headings, texts, and what rows are ordered by."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QCoreApplication

from console.domain.people import BadgeLevel, Duty, Member
from console.domain.text import one_line
from console.widgets.labels import duty_label


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
    Column.NUMBER: lambda member: one_line(member.number),
    Column.NAME: lambda member: one_line(member.name),
    Column.GRID: lambda member: one_line(member.home),
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


def column_text(member: Member, column: Column) -> str:
    """What a member's own values say in a column; nothing where more is needed than those."""
    text = _TEXTS.get(column)
    return "" if text is None else text(member)


@dataclass(frozen=True, slots=True)
class Order:
    """The order of the rows: a column, and among equals the number, always from the lowest."""

    column: Column = Column.NUMBER
    descending: bool = False

    def sorted(self, members: list[Member]) -> list[Member]:
        """Members in this order."""
        rows = sorted(members, key=_tie)
        rows.sort(key=_KEYS[self.column], reverse=self.descending)
        return rows

    def place(self, member: Member, rows: list[Member]) -> int:
        """Where a member stands, or would stand, among members in this order."""
        low, high = 0, len(rows)
        while low < high:
            middle = (low + high) // 2
            if self._before(rows[middle], member):
                low = middle + 1
            else:
                high = middle
        return low

    def find(self, member: Member, rows: list[Member]) -> int | None:
        """The row of a member among members in this order, or None."""
        row = self.place(member, rows)
        return row if row < len(rows) and rows[row].id == member.id else None

    def _before(self, first: Member, second: Member) -> bool:
        key = _KEYS[self.column]
        one, other = key(first), key(second)
        if one != other:
            return bool(one > other if self.descending else one < other)
        return _tie(first) < _tie(second)


def _tie(member: Member) -> tuple[str, int]:
    return member.number, member.id
