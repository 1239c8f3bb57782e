"""Labels of what is said of members: duty, badges, rights, and why they are proposed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.courses import Result
from console.domain.people import BadgeLevel, BadgeLook, Duty
from console.domain.proposals import Obstacle, Reason
from console.domain.rights import Right

_DUTIES: dict[Duty, Any] = {
    Duty.OFF: QT_TRANSLATE_NOOP("Duty", "off duty"),
    Duty.ON_DUTY: QT_TRANSLATE_NOOP("Duty", "on duty"),
    Duty.EN_ROUTE: QT_TRANSLATE_NOOP("Duty", "on the way"),
    Duty.ON_SCENE: QT_TRANSLATE_NOOP("Duty", "at the scene"),
    Duty.BREAK: QT_TRANSLATE_NOOP("Duty", "on a break"),
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
_RIGHTS: dict[Right, Any] = {
    Right.TAKE_REPORTS: QT_TRANSLATE_NOOP("Right", "take reports"),
    Right.VERIFY: QT_TRANSLATE_NOOP("Right", "verify reports"),
    Right.DISPATCH: QT_TRANSLATE_NOOP("Right", "dispatch members"),
    Right.ANSWER: QT_TRANSLATE_NOOP("Right", "answer for members"),
    Right.CHECK: QT_TRANSLATE_NOOP("Right", "check results"),
    Right.CLOSE: QT_TRANSLATE_NOOP("Right", "close and reopen incidents"),
    Right.COMMENT: QT_TRANSLATE_NOOP("Right", "write notes"),
    Right.SEE_CONTACTS: QT_TRANSLATE_NOOP("Right", "see names and telephone numbers"),
    Right.SEE_CAMERAS: QT_TRANSLATE_NOOP("Right", "look through cameras"),
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


def duty_label(duty: Duty) -> str:
    """A duty status."""
    return QCoreApplication.translate("Duty", _DUTIES[duty])


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


def badge_level_label(level: BadgeLevel) -> str:
    """How far a member has got with a skill."""
    return QCoreApplication.translate("Badge", _BADGE_LEVELS[level])


def result_label(result: Result) -> str:
    """What came of a course for a member."""
    return QCoreApplication.translate("Result", _RESULTS[result])


def right_label(right: Right) -> str:
    """What a right allows."""
    return QCoreApplication.translate("Right", _RIGHTS[right])
