"""The rows of the catalogue of skills, with how many people and categories go by each."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
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

from console.domain.people import BadgeLevel, Skill
from console.domain.text import one_line
from console.live.picture import Picture

Index = QModelIndex | QPersistentModelIndex

SKILL_ROLE = Qt.ItemDataRole.UserRole + 1
"""The skill in a row."""


class Column(IntEnum):
    """The columns, from left to right."""

    BADGE = 0
    NAME = 1
    NAME_EN = 2
    VALIDITY = 3
    HELD = 4
    TRAINING = 5
    CATEGORIES = 6


@dataclass(frozen=True, slots=True)
class Usage:
    """How many members are certified for a skill, learn it, and how many categories need it."""

    held: int
    training: int
    categories: int


_COUNTS: dict[Column, Callable[[Usage], int]] = {
    Column.HELD: lambda usage: usage.held,
    Column.TRAINING: lambda usage: usage.training,
    Column.CATEGORIES: lambda usage: usage.categories,
}


def column_title(column: Column) -> str:
    """The heading of a column in the language that now holds."""
    return {
        Column.BADGE: QCoreApplication.translate("Skills", "Badge"),
        Column.NAME: QCoreApplication.translate("Skills", "Chinese name"),
        Column.NAME_EN: QCoreApplication.translate("Skills", "English name"),
        Column.VALIDITY: QCoreApplication.translate("Skills", "Valid for"),
        Column.HELD: QCoreApplication.translate("Skills", "Certified"),
        Column.TRAINING: QCoreApplication.translate("Skills", "In training"),
        Column.CATEGORIES: QCoreApplication.translate("Skills", "Categories"),
    }[column]


def validity_text(months: int | None) -> str:
    """How long a badge of a skill holds."""
    if months is None:
        return QCoreApplication.translate("Skills", "no end")
    return QCoreApplication.translate("Skills", "{n} months").format(n=months)


class SkillModel(QAbstractTableModel):
    """One row a skill, in the order of the catalogue."""

    def __init__(
        self, picture: Picture, today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._picture, self._today = picture, today
        self._rows: list[tuple[Skill, Usage]] = []

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
        skill, usage = self._rows[index.row()]
        if role == SKILL_ROLE:
            return skill
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _text(skill, usage, Column(index.column()))
        return None

    def skill(self, row: int) -> Skill | None:
        """The skill in a row."""
        return self._rows[row][0] if 0 <= row < len(self._rows) else None

    def row_of(self, code: str) -> int | None:
        """The row that shows a skill."""
        return next((row for row, (s, _) in enumerate(self._rows) if s.code == code), None)

    def refresh(self) -> None:
        """Take the skills and their counts from the Picture anew."""
        rows = self._read()
        if [skill.code for skill, _ in rows] == [skill.code for skill, _ in self._rows]:
            changed = [n for n, (a, b) in enumerate(zip(rows, self._rows, strict=True)) if a != b]
            self._rows = rows
            for row in changed:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _read(self) -> list[tuple[Skill, Usage]]:
        today, held, training = self._today(), Counter[str](), Counter[str]()
        for member in self._picture.members.values():
            for badge in member.badges:
                if badge.level is BadgeLevel.TRAINING:
                    training[badge.skill] += 1
                elif badge.certifies(today):
                    held[badge.skill] += 1
        needed = Counter(category.skill for category in self._picture.categories.values())
        return [
            (skill, Usage(held[skill.code], training[skill.code], needed[skill.code]))
            for skill in self._picture.skills.values()
        ]


def _text(skill: Skill, usage: Usage, column: Column) -> str:
    if column in _COUNTS:
        return str(_COUNTS[column](usage))
    match column:
        case Column.BADGE:
            return one_line(skill.monogram)
        case Column.NAME:
            return one_line(skill.name)
        case Column.NAME_EN:
            return one_line(skill.name_en)
        case _:
            return validity_text(skill.valid_months)
