"""Every label of the domain's words, and how times and distances are said, in the language used.

Only the core of Qt is imported, so that the command line speaks the same words.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from console.domain.category import LimitClock, Priority
from console.domain.codes import Level
from console.domain.courses import Result
from console.domain.incident import AssignmentState, Incident, Origin, State
from console.domain.lifecycle import Deed
from console.domain.people import BadgeLevel, BadgeLook, Duty
from console.domain.ranking import Obstacle, Reason
from console.domain.rights import Right

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR

SECONDS_BELOW = 10 * MINUTE
"""Seconds are told of durations shorter than this, in seconds."""

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
_DEEDS: dict[Deed, Any] = {
    Deed.REPORT: QT_TRANSLATE_NOOP("Deed", "Report"),
    Deed.VERIFY: QT_TRANSLATE_NOOP("Deed", "Verify"),
    Deed.REJECT: QT_TRANSLATE_NOOP("Deed", "Reject"),
    Deed.MERGE: QT_TRANSLATE_NOOP("Deed", "Merge"),
    Deed.DISPATCH: QT_TRANSLATE_NOOP("Deed", "Dispatch"),
    Deed.WITHDRAW: QT_TRANSLATE_NOOP("Deed", "Withdraw"),
    Deed.RETURN: QT_TRANSLATE_NOOP("Deed", "Returned"),
    Deed.ACKNOWLEDGE: QT_TRANSLATE_NOOP("Deed", "Accepted"),
    Deed.SET_OUT: QT_TRANSLATE_NOOP("Deed", "Set out"),
    Deed.ARRIVE: QT_TRANSLATE_NOOP("Deed", "Arrived"),
    Deed.RESOLVE: QT_TRANSLATE_NOOP("Deed", "Resolved"),
    Deed.SEND_BACK: QT_TRANSLATE_NOOP("Deed", "Send back"),
    Deed.CHECK: QT_TRANSLATE_NOOP("Deed", "Check"),
    Deed.CLOSE: QT_TRANSLATE_NOOP("Deed", "Close"),
    Deed.REOPEN: QT_TRANSLATE_NOOP("Deed", "Reopen"),
    Deed.SUSPEND: QT_TRANSLATE_NOOP("Deed", "Suspend"),
    Deed.RESUME: QT_TRANSLATE_NOOP("Deed", "Resume"),
    Deed.ESCALATE: QT_TRANSLATE_NOOP("Deed", "Escalate"),
    Deed.DISPATCH_TEAM: QT_TRANSLATE_NOOP("Deed", "Dispatch a team"),
    Deed.ADD_MEMBER: QT_TRANSLATE_NOOP("Deed", "Dispatch one more"),
    Deed.RESERVE: QT_TRANSLATE_NOOP("Deed", "Reserve"),
    Deed.CALL: QT_TRANSLATE_NOOP("Deed", "Dispatch the reserved"),
    Deed.LEAVE: QT_TRANSLATE_NOOP("Deed", "Left"),
    Deed.COMMENT: QT_TRANSLATE_NOOP("Deed", "Note"),
    Deed.NEED_LANGUAGE: QT_TRANSLATE_NOOP("Deed", "Change the language needed"),
    Deed.ATTACH: QT_TRANSLATE_NOOP("Deed", "Photo"),
    Deed.LOOK: QT_TRANSLATE_NOOP("Deed", "Show contact"),
    Deed.CHANGE_DUTY: QT_TRANSLATE_NOOP("Deed", "Change duty"),
    Deed.CHANGE_WEIGHTS: QT_TRANSLATE_NOOP("Deed", "Change the weights"),
    Deed.ADD_SKILL: QT_TRANSLATE_NOOP("Deed", "Add a skill"),
    Deed.CHANGE_SKILL: QT_TRANSLATE_NOOP("Deed", "Change a skill"),
    Deed.REMOVE_SKILL: QT_TRANSLATE_NOOP("Deed", "Remove a skill"),
    Deed.CERTIFY: QT_TRANSLATE_NOOP("Deed", "Certify"),
    Deed.TRAIN: QT_TRANSLATE_NOOP("Deed", "Put into training"),
    Deed.REVOKE: QT_TRANSLATE_NOOP("Deed", "Revoke the badge"),
    Deed.PLAN_COURSE: QT_TRANSLATE_NOOP("Deed", "Plan a course"),
    Deed.CHANGE_COURSE: QT_TRANSLATE_NOOP("Deed", "Change a course"),
    Deed.CLOSE_COURSE: QT_TRANSLATE_NOOP("Deed", "Close a course"),
    Deed.CANCEL_COURSE: QT_TRANSLATE_NOOP("Deed", "Cancel a course"),
    Deed.CLIMB: QT_TRANSLATE_NOOP("Deed", "Raise a rung"),
    Deed.MISS_CHECK_IN: QT_TRANSLATE_NOOP("Deed", "Raise the alarm"),
    Deed.ACKNOWLEDGE_CARD: QT_TRANSLATE_NOOP("Deed", "Acknowledge"),
    Deed.CHECK_IN: QT_TRANSLATE_NOOP("Deed", "Checked in"),
    Deed.EXTEND: QT_TRANSLATE_NOOP("Deed", "Extend"),
    Deed.CHANGE_LADDER: QT_TRANSLATE_NOOP("Deed", "Change the ladder"),
    Deed.ADD_CHANNEL: QT_TRANSLATE_NOOP("Deed", "Add a channel"),
    Deed.REMOVE_CHANNEL: QT_TRANSLATE_NOOP("Deed", "Remove a channel"),
    Deed.REACH_MEMBER: QT_TRANSLATE_NOOP("Deed", "Change how a member is told"),
    Deed.TOLD: QT_TRANSLATE_NOOP("Deed", "Told"),
    Deed.NOT_TOLD: QT_TRANSLATE_NOOP("Deed", "Not told"),
    Deed.TELL_AGAIN: QT_TRANSLATE_NOOP("Deed", "Tell again"),
    Deed.SET_PATTERN: QT_TRANSLATE_NOOP("Deed", "Set the weekly pattern"),
    Deed.GRANT_LEAVE: QT_TRANSLATE_NOOP("Deed", "Grant leave"),
    Deed.CANCEL_LEAVE: QT_TRANSLATE_NOOP("Deed", "Take leave back"),
    Deed.CHANGE_SHIFT: QT_TRANSLATE_NOOP("Deed", "Change a shift"),
    Deed.SWAP_SHIFTS: QT_TRANSLATE_NOOP("Deed", "Swap shifts"),
    Deed.PLAN_SHIFTS: QT_TRANSLATE_NOOP("Deed", "Take over a shift plan"),
    Deed.IMPORT_GRIDS: QT_TRANSLATE_NOOP("Deed", "Import grids"),
    Deed.IMPORT_MEMBERS: QT_TRANSLATE_NOOP("Deed", "Import members"),
    Deed.IMPORT_CAMERAS: QT_TRANSLATE_NOOP("Deed", "Import cameras"),
    Deed.IMPORT_CATALOGUE: QT_TRANSLATE_NOOP("Deed", "Import the catalogue"),
}
_DUTIES: dict[Duty, Any] = {
    Duty.OFF: QT_TRANSLATE_NOOP("Duty", "off duty"),
    Duty.ON_DUTY: QT_TRANSLATE_NOOP("Duty", "on duty"),
    Duty.EN_ROUTE: QT_TRANSLATE_NOOP("Duty", "on the way"),
    Duty.ON_SCENE: QT_TRANSLATE_NOOP("Duty", "at the scene"),
    Duty.BREAK: QT_TRANSLATE_NOOP("Duty", "on a break"),
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
_REASONS: dict[Reason, Any] = {
    Reason.HOLDS_SKILL: QT_TRANSLATE_NOOP("Reason", "holds the skill"),
    Reason.OWN_SUB_GRID: QT_TRANSLATE_NOOP("Reason", "own sub-grid"),
    Reason.NEIGHBOURING_SUB_GRID: QT_TRANSLATE_NOOP("Reason", "neighbouring sub-grid"),
    Reason.OWN_BASE_GRID: QT_TRANSLATE_NOOP("Reason", "own base grid"),
    Reason.ELSEWHERE: QT_TRANSLATE_NOOP("Reason", "another base grid"),
    Reason.FREE: QT_TRANSLATE_NOOP("Reason", "nothing running"),
    Reason.BUSY: QT_TRANSLATE_NOOP("Reason", "busy"),
    Reason.FEWER_THIS_WEEK: QT_TRANSLATE_NOOP("Reason", "sent less often this week"),
    Reason.MORE_THIS_WEEK: QT_TRANSLATE_NOOP("Reason", "sent more often this week"),
    Reason.BEEN_THERE: QT_TRANSLATE_NOOP("Reason", "has been there"),
    Reason.SPEAKS_LANGUAGE: QT_TRANSLATE_NOOP("Reason", "speaks the language"),
    Reason.RESERVED: QT_TRANSLATE_NOOP("Reason", "reserved elsewhere"),
}
_OBSTACLES: dict[Obstacle, Any] = {
    Obstacle.IN_TRAINING: QT_TRANSLATE_NOOP("Obstacle", "still in training"),
    Obstacle.EXPIRED: QT_TRANSLATE_NOOP("Obstacle", "certificate ended"),
    Obstacle.OFF_DUTY: QT_TRANSLATE_NOOP("Obstacle", "off duty"),
    Obstacle.ON_BREAK: QT_TRANSLATE_NOOP("Obstacle", "on a break"),
    Obstacle.AT_LIMIT: QT_TRANSLATE_NOOP("Obstacle", "has as many incidents as one may have"),
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
_RIGHTS: dict[Right, Any] = {
    Right.TAKE_REPORTS: QT_TRANSLATE_NOOP("Right", "take reports"),
    Right.VERIFY: QT_TRANSLATE_NOOP("Right", "verify reports"),
    Right.DISPATCH: QT_TRANSLATE_NOOP("Right", "dispatch members"),
    Right.ANSWER: QT_TRANSLATE_NOOP("Right", "answer for members"),
    Right.CHECK: QT_TRANSLATE_NOOP("Right", "check results"),
    Right.CLOSE: QT_TRANSLATE_NOOP("Right", "close and reopen incidents"),
    Right.COMMENT: QT_TRANSLATE_NOOP("Right", "write notes"),
    Right.SEE_CONTACTS: QT_TRANSLATE_NOOP("Right", "see names and telephone numbers"),
    Right.MANAGE_DUTY: QT_TRANSLATE_NOOP("Right", "manage the duty roster"),
    Right.MANAGE_SKILLS: QT_TRANSLATE_NOOP("Right", "edit the catalogue of skills"),
    Right.MANAGE_SHIFTS: QT_TRANSLATE_NOOP("Right", "plan shifts"),
    Right.MANAGE_TRAINING: QT_TRANSLATE_NOOP("Right", "manage training and badges"),
    Right.IMPORT: QT_TRANSLATE_NOOP("Right", "import data"),
    Right.CHANGE_RULES: QT_TRANSLATE_NOOP("Right", "change the rules"),
}
_BADGE_LEVELS: dict[BadgeLevel, Any] = {
    BadgeLevel.HELD: QT_TRANSLATE_NOOP("Badge", "held"),
    BadgeLevel.TRAINING: QT_TRANSLATE_NOOP("Badge", "in training"),
}
_RESULTS: dict[Result, Any] = {
    Result.LISTED: QT_TRANSLATE_NOOP("Result", "listed"),
    Result.ABSENT: QT_TRANSLATE_NOOP("Result", "absent"),
    Result.PASSED: QT_TRANSLATE_NOOP("Result", "passed"),
    Result.FAILED: QT_TRANSLATE_NOOP("Result", "failed"),
}
_LOOKS: dict[BadgeLook, Any] = {
    BadgeLook.HELD: QT_TRANSLATE_NOOP("Badge", "held"),
    BadgeLook.TRAINING: QT_TRANSLATE_NOOP("Badge", "in training"),
    BadgeLook.EXPIRING: QT_TRANSLATE_NOOP("Badge", "held, ends within 30 days"),
    BadgeLook.NOT_HELD: QT_TRANSLATE_NOOP("Badge", "not held"),
}


def state_label(state: State) -> str:
    """A state in the words of the screen."""
    return QCoreApplication.translate("State", _STATES[state])


def stage_label(state: State) -> str:
    """What an incident waits for or goes through, in a word or two, short enough for a chip."""
    return QCoreApplication.translate("Stage", _STAGES[state])


def deed_label(deed: Deed) -> str:
    """A deed as a button says it."""
    return QCoreApplication.translate("Deed", _DEEDS[deed])


def duty_label(duty: Duty) -> str:
    """A duty status."""
    return QCoreApplication.translate("Duty", _DUTIES[duty])


def priority_label(priority: Priority) -> str:
    """A priority."""
    return QCoreApplication.translate("Priority", _PRIORITIES[priority])


def clock_label(clock: LimitClock) -> str:
    """In which time a limit runs."""
    return QCoreApplication.translate("Clock", _CLOCKS[clock])


def origin_label(origin: Origin) -> str:
    """How a report came in."""
    return QCoreApplication.translate("Origin", _ORIGINS[origin])


def reason_label(reason: Reason) -> str:
    """Why a candidate stands where they stand."""
    return QCoreApplication.translate("Reason", _REASONS[reason])


def reserved_text(incidents: Sequence[int]) -> str:
    """For which other incidents somebody is held, by their numbers."""
    numbers = "、".join(f"{one:04d}" for one in incidents)
    return QCoreApplication.translate("Reason", "reserved for {numbers}").format(numbers=numbers)


def obstacle_label(obstacle: Obstacle) -> str:
    """Why somebody may not go."""
    return QCoreApplication.translate("Obstacle", _OBSTACLES[obstacle])


def badge_look_label(look: BadgeLook) -> str:
    """A member's standing in a skill."""
    return QCoreApplication.translate("Badge", _LOOKS[look])


def assignment_label(state: AssignmentState) -> str:
    """Where an assignment stands."""
    return QCoreApplication.translate("Assignment", _ASSIGNMENTS[state])


def badge_level_label(level: BadgeLevel) -> str:
    """How far a member has got with a skill."""
    return QCoreApplication.translate("Badge", _BADGE_LEVELS[level])


def result_label(result: Result) -> str:
    """What came of a course for a member."""
    return QCoreApplication.translate("Result", _RESULTS[result])


def level_label(level: Level) -> str:
    """What a code of a level names."""
    return QCoreApplication.translate("Level", _LEVELS[level])


def right_label(right: Right) -> str:
    """What a right allows."""
    return QCoreApplication.translate("Right", _RIGHTS[right])


def localised(name: str, name_en: str) -> str:
    """A catalogue's name in the language of the screen; the Chinese one if there is no other."""
    chinese = QLocale().language() == QLocale.Language.Chinese
    return name if chinese or not name_en else name_en


def duration_text(duration: timedelta) -> str:
    """A length of time; seconds are told only below ten minutes, minutes only below a day."""
    return _duration(max(0, int(duration.total_seconds())), SECONDS_BELOW)


def overdue_text(over: timedelta) -> str:
    """By how much a time limit is over; seconds are told only in the first minute."""
    told = _duration(max(0, int(over.total_seconds())), MINUTE)
    return QCoreApplication.translate("Time", "overdue {duration}").format(duration=told)


def limit_text(incident: Incident, now: datetime) -> str:
    """How much of the running time limit is left, by how much it is over, or why none runs."""
    if incident.due_at is not None:
        if incident.due_at >= now:
            return duration_text(incident.due_at - now)
        return overdue_text(now - incident.due_at)
    if incident.state is State.SUSPENDED:
        return QCoreApplication.translate("Time", "limit rests")
    return QCoreApplication.translate("Time", "no limit")


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


def distance_text(metres: float) -> str:
    """A distance: metres to the nearest ten below a kilometre, then kilometres."""
    tens = round(metres / 10) * 10
    if tens < 1000:
        return QCoreApplication.translate("Distance", "{n} m").format(n=tens)
    places = 1 if tens < 10_000 else 0
    kilometres = f"{metres / 1000:.{places}f}"
    return QCoreApplication.translate("Distance", "{n} km").format(n=kilometres)


def way_text(metres: float, seconds: float) -> str:
    """How far it is, and how long it takes on foot."""
    return f"{distance_text(metres)} · {duration_text(timedelta(seconds=seconds))}"


def _duration(seconds: int, seconds_below: int) -> str:
    minutes, hours = seconds // MINUTE, seconds // HOUR
    if seconds < MINUTE:
        return QCoreApplication.translate("Time", "{s} s").format(s=seconds)
    if seconds < seconds_below:
        return QCoreApplication.translate("Time", "{m} min {s:02d} s").format(
            m=minutes, s=seconds % MINUTE
        )
    if seconds < HOUR:
        return QCoreApplication.translate("Time", "{m} min").format(m=minutes)
    if seconds < DAY:
        return QCoreApplication.translate("Time", "{h} h {m:02d} min").format(
            h=hours, m=minutes % 60
        )
    return QCoreApplication.translate("Time", "{d} d {h} h").format(d=hours // 24, h=hours % 24)
