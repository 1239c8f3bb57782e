"""Which columns the queue's table has, in which order and how wide, as an operator chose."""

from enum import StrEnum
from typing import NamedTuple

from console.domain.queue_views import Sorting


class QueueField(StrEnum):
    """What a column of the table shows."""

    PRIORITY = "priority"
    NUMBER = "number"
    TITLE = "title"
    LIMIT = "limit"
    STATE = "state"
    ASSIGNEE = "assignee"
    ADDRESS = "address"
    GRID = "grid"
    CATEGORY = "category"
    REPORTED = "reported"
    ORIGIN = "origin"


class QueueForm(StrEnum):
    """The forms in which the queue can be read."""

    ROWS = "rows"
    """Two lines an incident."""
    LINES = "lines"
    """One line an incident: nearly twice as many on a screen."""
    TABLE = "table"
    """Columns of one's own choice below a header."""


SORTED_BY: dict[QueueField, Sorting] = {
    QueueField.PRIORITY: Sorting.PRIORITY,
    QueueField.NUMBER: Sorting.NUMBER,
    QueueField.LIMIT: Sorting.TIME_LEFT,
    QueueField.STATE: Sorting.STATE,
    QueueField.GRID: Sorting.GRID,
    QueueField.CATEGORY: Sorting.CATEGORY,
    QueueField.REPORTED: Sorting.NEWEST,
}
"""What a click on a column's header sorts by; by free text nobody sorts."""

LEAST_WIDTH, MOST_WIDTH = 32, 800
"""Of a column, in pixels."""

WIDTHS: dict[QueueField, int] = {
    QueueField.PRIORITY: 36,
    QueueField.NUMBER: 52,
    QueueField.TITLE: 122,
    QueueField.LIMIT: 124,
    QueueField.STATE: 84,
    QueueField.ASSIGNEE: 40,
    QueueField.ADDRESS: 150,
    QueueField.GRID: 60,
    QueueField.CATEGORY: 120,
    QueueField.REPORTED: 88,
    QueueField.ORIGIN: 100,
}
"""How wide each column is until somebody changes it, in pixels."""


class Column(NamedTuple):
    """A column that is shown, and how wide it is in pixels."""

    field: QueueField
    width: int


Layout = tuple[Column, ...]
"""The columns that are shown, from the left."""

FIRST: Layout = tuple(
    Column(field, WIDTHS[field])
    for field in (
        QueueField.PRIORITY,
        QueueField.NUMBER,
        QueueField.TITLE,
        QueueField.LIMIT,
        QueueField.STATE,
        QueueField.ASSIGNEE,
    )
)
"""What is shown until somebody chooses otherwise: it fits into the queue's usual width."""


def switched(layout: Layout, field: QueueField) -> Layout:
    """Show a column at the end, or hide it; the last one stays."""
    fields = [column.field for column in layout]
    if field not in fields:
        return (*layout, Column(field, WIDTHS[field]))
    return tuple(column for column in layout if column.field is not field) or layout


def layout_data(layout: Layout) -> list[list[object]]:
    """A layout as it is kept and exported: JSON's own types."""
    return [[column.field.value, column.width] for column in layout]


def read_layout(data: object) -> Layout:
    """The layout that was kept or exported; the first one where that is none."""
    found: dict[QueueField, Column] = {}
    for one in data if isinstance(data, list) else ():
        column = _column(one)
        if column is not None:
            found.setdefault(column.field, column)
    return tuple(found.values()) or FIRST


def _column(data: object) -> Column | None:
    if not (isinstance(data, list) and len(data) == len(Column._fields)):
        return None
    name, width = data
    if not isinstance(name, str) or name not in set(QueueField) or type(width) is not int:
        return None
    return Column(QueueField(name), min(max(width, LEAST_WIDTH), MOST_WIDTH))
