"""Labels of the words about incidents and grids, in the language used.

Only the core of Qt is imported, so that the command line speaks the same words.
"""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from console.domain.category import LimitClock, Priority
from console.domain.codes import Level
from console.domain.incident import AssignmentState, Incident, Origin, State

_STATES: dict[State, Any] = {
    State.REPORTED: QT_TRANSLATE_NOOP("State", "reported"),
    State.VERIFIED: QT_TRANSLATE_NOOP("State", "verified"),
    State.DISPATCHED: QT_TRANSLATE_NOOP("State", "dispatched"),
    State.ACKNOWLEDGED: QT_TRANSLATE_NOOP("State", "accepted"),
    State.EN_ROUTE: QT_TRANSLATE_NOOP("State", "en route"),
    State.ON_SCENE: QT_TRANSLATE_NOOP("State", "on scene"),
    State.RESOLVED: QT_TRANSLATE_NOOP("State", "resolved"),
    State.CHECKED: QT_TRANSLATE_NOOP("State", "checked"),
    State.CLOSED: QT_TRANSLATE_NOOP("State", "closed"),
    State.REJECTED: QT_TRANSLATE_NOOP("State", "rejected"),
    State.MERGED: QT_TRANSLATE_NOOP("State", "merged"),
    State.SUSPENDED: QT_TRANSLATE_NOOP("State", "suspended"),
    State.REWORK: QT_TRANSLATE_NOOP("State", "rework"),
    State.ESCALATED: QT_TRANSLATE_NOOP("State", "with the town"),
    State.REOPENED: QT_TRANSLATE_NOOP("State", "reopened"),
}
_STAGES: dict[State, Any] = {
    State.REPORTED: QT_TRANSLATE_NOOP("Stage", "to verify"),
    State.VERIFIED: QT_TRANSLATE_NOOP("Stage", "to dispatch"),
    State.DISPATCHED: QT_TRANSLATE_NOOP("Stage", "sent"),
    State.ACKNOWLEDGED: QT_TRANSLATE_NOOP("Stage", "accepted"),
    State.EN_ROUTE: QT_TRANSLATE_NOOP("Stage", "en route"),
    State.ON_SCENE: QT_TRANSLATE_NOOP("Stage", "on scene"),
    State.RESOLVED: QT_TRANSLATE_NOOP("Stage", "to check"),
    State.CHECKED: QT_TRANSLATE_NOOP("Stage", "to close"),
    State.CLOSED: QT_TRANSLATE_NOOP("Stage", "closed"),
    State.REJECTED: QT_TRANSLATE_NOOP("Stage", "rejected"),
    State.MERGED: QT_TRANSLATE_NOOP("Stage", "merged"),
    State.SUSPENDED: QT_TRANSLATE_NOOP("Stage", "on hold"),
    State.REWORK: QT_TRANSLATE_NOOP("Stage", "rework"),
    State.ESCALATED: QT_TRANSLATE_NOOP("Stage", "with town"),
    State.REOPENED: QT_TRANSLATE_NOOP("Stage", "reopened"),
}
_PRIORITIES: dict[Priority, Any] = {
    Priority.URGENT: QT_TRANSLATE_NOOP("Priority", "urgent"),
    Priority.HIGH: QT_TRANSLATE_NOOP("Priority", "high"),
    Priority.NORMAL: QT_TRANSLATE_NOOP("Priority", "normal"),
    Priority.LOW: QT_TRANSLATE_NOOP("Priority", "low"),
}
_CLOCKS: dict[LimitClock, Any] = {
    LimitClock.PLAIN: QT_TRANSLATE_NOOP("Clock", "plain time"),
    LimitClock.WORKING: QT_TRANSLATE_NOOP("Clock", "working time"),
}
_ORIGINS: dict[Origin, Any] = {
    Origin.PHONE: QT_TRANSLATE_NOOP("Origin", "by telephone"),
    Origin.MEMBER: QT_TRANSLATE_NOOP("Origin", "by a member"),
    Origin.RESIDENT: QT_TRANSLATE_NOOP("Origin", "by a resident"),
    Origin.CAMERA: QT_TRANSLATE_NOOP("Origin", "by camera"),
    Origin.IMPORT: QT_TRANSLATE_NOOP("Origin", "imported"),
}
_ASSIGNMENTS: dict[AssignmentState, Any] = {
    AssignmentState.RESERVED: QT_TRANSLATE_NOOP("Assignment", "reserved"),
    AssignmentState.DISPATCHED: QT_TRANSLATE_NOOP("Assignment", "dispatched"),
    AssignmentState.ACKNOWLEDGED: QT_TRANSLATE_NOOP("Assignment", "accepted"),
    AssignmentState.EN_ROUTE: QT_TRANSLATE_NOOP("Assignment", "on the way"),
    AssignmentState.ON_SCENE: QT_TRANSLATE_NOOP("Assignment", "at the scene"),
    AssignmentState.DONE: QT_TRANSLATE_NOOP("Assignment", "done"),
    AssignmentState.WITHDRAWN: QT_TRANSLATE_NOOP("Assignment", "withdrawn"),
    AssignmentState.RETURNED: QT_TRANSLATE_NOOP("Assignment", "returned"),
    AssignmentState.RELEASED: QT_TRANSLATE_NOOP("Assignment", "released"),
}
_LEVELS: dict[Level, Any] = {
    Level.TOWN: QT_TRANSLATE_NOOP("Level", "town"),
    Level.COMMUNITY: QT_TRANSLATE_NOOP("Level", "community"),
    Level.BASE: QT_TRANSLATE_NOOP("Level", "base grid"),
    Level.SUB: QT_TRANSLATE_NOOP("Level", "sub-grid"),
}


def state_label(state: State) -> str:
    """A state in the words of the screen."""
    return QCoreApplication.translate("State", _STATES[state])


def stage_label(state: State) -> str:
    """What an incident waits for or goes through, in a word or two, short enough for a chip."""
    return QCoreApplication.translate("Stage", _STAGES[state])


def priority_label(priority: Priority) -> str:
    """A priority."""
    return QCoreApplication.translate("Priority", _PRIORITIES[priority])


def clock_label(clock: LimitClock) -> str:
    """In which time a limit runs."""
    return QCoreApplication.translate("Clock", _CLOCKS[clock])


def origin_label(origin: Origin) -> str:
    """How a report came in."""
    return QCoreApplication.translate("Origin", _ORIGINS[origin])


def assignment_label(state: AssignmentState) -> str:
    """Where an assignment stands."""
    return QCoreApplication.translate("Assignment", _ASSIGNMENTS[state])


def level_label(level: Level) -> str:
    """What a code of a level names."""
    return QCoreApplication.translate("Level", _LEVELS[level])


def localised(name: str, name_en: str) -> str:
    """A catalogue's name in the language of the screen; the Chinese one if there is no other."""
    chinese = QLocale().language() == QLocale.Language.Chinese
    return name if chinese or not name_en else name_en


def returns_text(incident: Incident) -> str:
    """How often members have sent an incident back, and who must therefore decide; or nothing."""
    if not incident.returns:
        return ""
    if incident.leader_decides:
        source = QT_TRANSLATE_NOOP("Returns", "↩ returned {n} times: the shift leader decides")
    elif incident.returns > 1:
        source = QT_TRANSLATE_NOOP("Returns", "↩ returned {n} times")
    else:
        source = QT_TRANSLATE_NOOP("Returns", "↩ returned once")
    return QCoreApplication.translate("Returns", str(source)).format(n=incident.returns)
