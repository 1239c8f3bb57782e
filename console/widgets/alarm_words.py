"""The words of alarms: what each is about, how grave it is, and a flood of them in one line."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.alarming import Summary
from console.domain.alarms import Grade, Kind

COLORS = {
    Grade.EMERGENCY: "red",
    Grade.HIGH: "amber",
    Grade.MEDIUM: "blue",
    Grade.LOW: "faint",
}
"""The token of each grade's colour: that of the priority which it goes with most."""

_GRADES: dict[Grade, Any] = {
    Grade.EMERGENCY: QT_TRANSLATE_NOOP("Alarm", "▲ Emergency"),
    Grade.HIGH: QT_TRANSLATE_NOOP("Alarm", "◆ Important"),
    Grade.MEDIUM: QT_TRANSLATE_NOOP("Alarm", "● Alarm"),
    Grade.LOW: QT_TRANSLATE_NOOP("Alarm", "▬ Notice"),
}
_KINDS: dict[Kind, Any] = {
    Kind.CHECK_IN: QT_TRANSLATE_NOOP("Alarm", "check-in missed"),
    Kind.NEW: QT_TRANSLATE_NOOP("Alarm", "needs somebody"),
    Kind.RED: QT_TRANSLATE_NOOP("Alarm", "red card"),
    Kind.YELLOW: QT_TRANSLATE_NOOP("Alarm", "yellow card"),
    Kind.OVERDUE: QT_TRANSLATE_NOOP("Alarm", "overdue"),
    Kind.WARNING: QT_TRANSLATE_NOOP("Alarm", "little time left"),
}
_COUNTED: dict[Kind, Any] = {
    Kind.CHECK_IN: QT_TRANSLATE_NOOP("Alarm", "{n} check-ins missed"),
    Kind.NEW: QT_TRANSLATE_NOOP("Alarm", "{n} need somebody"),
    Kind.RED: QT_TRANSLATE_NOOP("Alarm", "{n} red cards"),
    Kind.YELLOW: QT_TRANSLATE_NOOP("Alarm", "{n} yellow cards"),
    Kind.OVERDUE: QT_TRANSLATE_NOOP("Alarm", "{n} overdue"),
    Kind.WARNING: QT_TRANSLATE_NOOP("Alarm", "{n} with little time left"),
}


def grade_label(grade: Grade) -> str:
    """How grave an alarm is, with a shape before it."""
    return QCoreApplication.translate("Alarm", _GRADES[grade])


def kind_label(kind: Kind) -> str:
    """What an alarm is about."""
    return QCoreApplication.translate("Alarm", _KINDS[kind])


def summary_text(summary: Summary, now: datetime) -> str:
    """A flood in one line."""
    minutes = max(1, -(-(now - summary.since).total_seconds() // 60))
    told = [
        QCoreApplication.translate("Alarm", _COUNTED[kind]).format(n=count)
        for kind, count in summary.kinds
    ]
    if summary.urgent:
        urgent = QCoreApplication.translate("Alarm", "{n} urgent").format(n=summary.urgent)
        told.insert(0, urgent)
    first = QCoreApplication.translate("Alarm", "{n} new in {minutes} min: {parts}")
    joint = QCoreApplication.translate("Alarm", ", ", "between parts of a list")
    return first.format(n=summary.count, minutes=int(minutes), parts=joint.join(told))
