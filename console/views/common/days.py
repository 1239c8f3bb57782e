"""How a day is asked for in a field."""

from datetime import date

from PySide6.QtWidgets import QDateEdit

FORMAT = "yyyy-MM-dd"
MARGIN = 6
"""What a style sheet does not give the text of a date's field on its left, in pixels."""


def day_of(box: QDateEdit) -> date:
    """The day that stands in a field."""
    shown = box.date()
    return date(shown.year(), shown.month(), shown.day())
