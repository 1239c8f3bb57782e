"""What is said of days, slots and holes."""

from datetime import date
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.codes import short_code
from console.domain.people import Skill
from console.domain.shifts import Hole, Slot
from console.widgets.labels import localised

_WEEKDAYS: tuple[Any, ...] = (
    QT_TRANSLATE_NOOP("Shifts", "Mon"),
    QT_TRANSLATE_NOOP("Shifts", "Tue"),
    QT_TRANSLATE_NOOP("Shifts", "Wed"),
    QT_TRANSLATE_NOOP("Shifts", "Thu"),
    QT_TRANSLATE_NOOP("Shifts", "Fri"),
    QT_TRANSLATE_NOOP("Shifts", "Sat"),
    QT_TRANSLATE_NOOP("Shifts", "Sun"),
)


def day_heading(day: date) -> str:
    """A day as the head of a column: its date and weekday."""
    weekday = QCoreApplication.translate("Shifts", _WEEKDAYS[day.weekday()])
    return f"{day:%m-%d} {weekday}"


def slot_text(slot: Slot) -> str:
    """A slot as its shift and day."""
    return f"{localised(slot.kind.name, slot.kind.name_en)} {day_heading(slot.day)}"


def hole_text(hole: Hole, skills: dict[str, Skill]) -> str:
    """A hole by name: where or for what, and when."""
    if hole.grid is not None:
        what = QCoreApplication.translate("Shifts", "base grid {code}").format(
            code=short_code(hole.grid)
        )
    else:
        skill = skills.get(hole.skill or "")
        what = localised(skill.name, skill.name_en) if skill else str(hole.skill)
    if hole.absent:
        source = QCoreApplication.translate("Shifts", "{what}: planned, but nobody on duty now")
    else:
        source = QCoreApplication.translate("Shifts", "{what}: nobody on the {slot}")
    return source.format(what=what, slot=slot_text(hole.slot))
