"""What the columns of the queue's table say, and what stands over them."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt

from console.domain.incident import Incident
from console.domain.people import Member
from console.domain.queue_columns import SORTED_BY, QueueField
from console.domain.queue_views import Sorts
from console.domain.text import one_line
from console.live.picture import Picture
from console.views.queue.columns import SEARCHED_CHARACTERS, grid_short
from console.widgets.labels import localised, origin_label, priority_label, state_label
from console.widgets.words_queue import field_label, order_mark
from console.widgets.words_times import limit_text

Cell = tuple[QueueField, str]
"""What a cell shows, and that in words."""


class Cells:
    """Knows the columns that are shown: none in the forms without a header."""

    def __init__(self, picture: Picture, clock: Callable[[], datetime]) -> None:
        self._picture = picture
        self.fields: tuple[QueueField, ...] = ()
        self._monograms: dict[int, str] = {}
        self._says: dict[QueueField, Callable[[Incident], str]] = {
            QueueField.PRIORITY: lambda incident: priority_label(incident.priority),
            QueueField.NUMBER: lambda incident: incident.number,
            QueueField.TITLE: lambda incident: one_line(incident.title[:SEARCHED_CHARACTERS]),
            QueueField.LIMIT: lambda incident: limit_text(incident, clock()),
            QueueField.STATE: lambda incident: state_label(incident.state),
            QueueField.ASSIGNEE: self._member,
            QueueField.ADDRESS: lambda incident: one_line(incident.address[:SEARCHED_CHARACTERS]),
            QueueField.GRID: lambda incident: grid_short(incident.grid),
            QueueField.CATEGORY: self._category,
            QueueField.REPORTED: self._reported,
            QueueField.ORIGIN: lambda incident: origin_label(incident.origin),
        }

    @property
    def count(self) -> int:
        """How many columns there are; without a header one, which is the whole row."""
        return max(1, len(self.fields))

    def begin(self) -> None:
        """Learn all members anew."""
        self._monograms.clear()
        self.learn(self._picture.members.values())

    def learn(self, members: Iterable[Member]) -> bool:
        """Keep how members are shown in a row; tells whether that has changed for any."""
        shown = {member.id: member.name[:1] for member in members}
        changed = not shown.items() <= self._monograms.items()
        self._monograms.update(shown)
        return changed

    def monogram(self, incident: Incident) -> str:
        """Whoever leads on an incident, as one character."""
        return self._monograms.get(incident.assignee or 0, "")

    def cell(self, column: int, incident: Incident) -> Cell | None:
        """What a cell shows of an incident."""
        if column >= len(self.fields):
            return None
        return self.fields[column], self.text(column, incident)

    def text(self, column: int, incident: Incident) -> str:
        """What a cell says of an incident; nothing in the forms without a header."""
        return self._says[self.fields[column]](incident) if column < len(self.fields) else ""

    def _member(self, incident: Incident) -> str:
        member = self._picture.members.get(incident.assignee or 0)
        return "" if member is None else one_line(member.name)

    def _category(self, incident: Incident) -> str:
        category = self._picture.categories.get(incident.category)
        if category is None:
            return incident.category
        return localised(category.name, category.name_en)

    def _reported(self, incident: Incident) -> str:
        return f"{incident.reported_at.astimezone(self._picture.zone):%m-%d %H:%M}"

    def header(self, column: int, role: int, sorts: Sorts) -> Any:
        """What stands over a column: its name, and how it is sorted by."""
        if column >= len(self.fields):
            return None
        field = self.fields[column]
        label = field_label(field)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return label
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        by = SORTED_BY.get(field)
        mark = "" if by is None else order_mark(sorts, by)
        # A mark alone is wide enough for the narrow ones.
        shown = "" if field in NARROW else label
        return f"{shown} {mark}".strip()


NARROW = frozenset({QueueField.PRIORITY, QueueField.ASSIGNEE})
"""Columns of one sign, whose names have no room over them; the tool tip says them."""
