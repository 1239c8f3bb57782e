"""The words of the shift handover."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.handover import Part

_PARTS: dict[Part, Any] = {
    Part.OVERDUE: QT_TRANSLATE_NOOP("Handover", "overdue"),
    Part.ESCALATED: QT_TRANSLATE_NOOP("Handover", "escalated"),
    Part.SUSPENDED: QT_TRANSLATE_NOOP("Handover", "suspended"),
    Part.UNVERIFIED: QT_TRANSLATE_NOOP("Handover", "to verify"),
    Part.TO_DISPATCH: QT_TRANSLATE_NOOP("Handover", "to dispatch"),
    Part.RUNNING: QT_TRANSLATE_NOOP("Handover", "running"),
    Part.TO_CHECK: QT_TRANSLATE_NOOP("Handover", "to check"),
}


def part_label(part: Part) -> str:
    """What a part of the open incidents is called."""
    return QCoreApplication.translate("Handover", _PARTS[part])


def counts_line(counts: Mapping[Part, int]) -> str:
    """How many are open in each part, in one line; parts with none are left out."""
    parts = [f"{part_label(part)} {counts[part]}" for part in Part if counts.get(part)]
    return " · ".join(parts) or QCoreApplication.translate("Handover", "nothing open")
