"""What the queue's views, orders, headings, forms and columns are called."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.queue_columns import QueueField, QueueForm
from console.domain.queue_views import Group, Grouping, Misnamed, Sorting, Sorts

_GROUPS: dict[Group, Any] = {
    Group.ALL: QT_TRANSLATE_NOOP("QueuePanel", "All"),
    Group.MINE: QT_TRANSLATE_NOOP("QueuePanel", "Mine"),
    Group.UNVERIFIED: QT_TRANSLATE_NOOP("QueuePanel", "To verify"),
    Group.TO_DISPATCH: QT_TRANSLATE_NOOP("QueuePanel", "To dispatch"),
    Group.RUNNING: QT_TRANSLATE_NOOP("QueuePanel", "Running"),
    Group.TO_CHECK: QT_TRANSLATE_NOOP("QueuePanel", "To check"),
    Group.OVERDUE: QT_TRANSLATE_NOOP("QueuePanel", "Overdue"),
}
_SORTINGS: dict[Sorting, Any] = {
    Sorting.TIME_LEFT: QT_TRANSLATE_NOOP("QueuePanel", "Time left"),
    Sorting.PRIORITY: QT_TRANSLATE_NOOP("QueuePanel", "Priority"),
    Sorting.NEWEST: QT_TRANSLATE_NOOP("QueuePanel", "Newest"),
    Sorting.NUMBER: QT_TRANSLATE_NOOP("QueuePanel", "Number"),
    Sorting.STATE: QT_TRANSLATE_NOOP("QueuePanel", "State"),
    Sorting.CATEGORY: QT_TRANSLATE_NOOP("QueuePanel", "Category"),
    Sorting.GRID: QT_TRANSLATE_NOOP("QueuePanel", "Grid"),
}
_GROUPINGS: dict[Grouping, Any] = {
    Grouping.NONE: QT_TRANSLATE_NOOP("QueuePanel", "no headings"),
    Grouping.GRID: QT_TRANSLATE_NOOP("QueuePanel", "by sub-grid"),
    Grouping.BASE: QT_TRANSLATE_NOOP("QueuePanel", "by base grid"),
    Grouping.CATEGORY: QT_TRANSLATE_NOOP("QueuePanel", "by category"),
}
_FORMS: dict[QueueForm, Any] = {
    QueueForm.ROWS: QT_TRANSLATE_NOOP("QueuePanel", "two lines"),
    QueueForm.LINES: QT_TRANSLATE_NOOP("QueuePanel", "one line"),
    QueueForm.TABLE: QT_TRANSLATE_NOOP("QueuePanel", "table"),
}
_FIELDS: dict[QueueField, Any] = {
    QueueField.PRIORITY: QT_TRANSLATE_NOOP("QueueColumn", "Priority"),
    QueueField.NUMBER: QT_TRANSLATE_NOOP("QueueColumn", "No."),
    QueueField.TITLE: QT_TRANSLATE_NOOP("QueueColumn", "Title"),
    QueueField.LIMIT: QT_TRANSLATE_NOOP("QueueColumn", "Time left"),
    QueueField.STATE: QT_TRANSLATE_NOOP("QueueColumn", "State"),
    QueueField.ASSIGNEE: QT_TRANSLATE_NOOP("QueueColumn", "Member"),
    QueueField.ADDRESS: QT_TRANSLATE_NOOP("QueueColumn", "Address"),
    QueueField.GRID: QT_TRANSLATE_NOOP("QueueColumn", "Grid"),
    QueueField.CATEGORY: QT_TRANSLATE_NOOP("QueueColumn", "Category"),
    QueueField.REPORTED: QT_TRANSLATE_NOOP("QueueColumn", "Reported"),
    QueueField.ORIGIN: QT_TRANSLATE_NOOP("QueueColumn", "Came in"),
}
_MISNAMED: dict[Misnamed, Any] = {
    Misnamed.EMPTY: QT_TRANSLATE_NOOP("QueueViews", "A view needs a name."),
    Misnamed.TAKEN: QT_TRANSLATE_NOOP("QueueViews", "There is already a view of this name."),
    Misnamed.TOO_MANY: QT_TRANSLATE_NOOP(
        "QueueViews", "There are as many views as there can be. Remove one first."
    ),
}


def group_label(group: Group) -> str:
    """What a view that everybody has is called."""
    return QCoreApplication.translate("QueuePanel", _GROUPS[group])


def sorting_label(sorting: Sorting) -> str:
    """What something that can be sorted by is called."""
    return QCoreApplication.translate("QueuePanel", _SORTINGS[sorting])


def grouping_label(grouping: Grouping) -> str:
    """What rows stand together by."""
    return QCoreApplication.translate("QueuePanel", _GROUPINGS[grouping])


def form_label(form: QueueForm) -> str:
    """What a form of the queue is called."""
    return QCoreApplication.translate("QueuePanel", _FORMS[form])


def field_label(field: QueueField) -> str:
    """What stands over a column."""
    return QCoreApplication.translate("QueueColumn", _FIELDS[field])


def misnamed_sentence(why: Misnamed) -> str:
    """Why a view cannot be kept under a name."""
    return QCoreApplication.translate("QueueViews", _MISNAMED[why])


def order_mark(sorts: Sorts, by: Sorting) -> str:
    """How something is sorted by: ``▲2`` is the second thing, in its natural direction.

    Empty where it is not sorted by; without the number where it is the only one.
    """
    for place, sort in enumerate(sorts, 1):
        if sort.by is by:
            arrow = "▼" if sort.turned else "▲"
            return f"{arrow}{place}" if len(sorts) > 1 else arrow
    return ""


def sorts_text(sorts: Sorts) -> str:
    """All that is sorted by, from the first on, each with its direction where it is turned."""
    return " › ".join(sorting_label(sort.by) + (" ▼" if sort.turned else "") for sort in sorts)
