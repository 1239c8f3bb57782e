"""What each deed is called, as a button says it, in the language used."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.lifecycle import Deed

DEEDS: dict[Deed, Any] = {
    Deed.REPORT: QT_TRANSLATE_NOOP("Deed", "Report"),
    Deed.VERIFY: QT_TRANSLATE_NOOP("Deed", "Verify"),
    Deed.REJECT: QT_TRANSLATE_NOOP("Deed", "Reject"),
    Deed.MERGE: QT_TRANSLATE_NOOP("Deed", "Merge"),
    Deed.JOIN: QT_TRANSLATE_NOOP("Deed", "Add as a further report"),
    Deed.SEPARATE: QT_TRANSLATE_NOOP("Deed", "Undo the merging"),
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
    Deed.CORRECT: QT_TRANSLATE_NOOP("Deed", "Correct"),
    Deed.TAKE_BACK: QT_TRANSLATE_NOOP("Deed", "Take back"),
    Deed.CORRECT_NOTE: QT_TRANSLATE_NOOP("Deed", "Correct a note"),
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
    Deed.HAND_OVER: QT_TRANSLATE_NOOP("Deed", "Hand the shift over"),
    Deed.TAKE_OVER: QT_TRANSLATE_NOOP("Deed", "Take the shift over"),
}
"""The English word of each deed, as translators know it."""


def deed_label(deed: Deed) -> str:
    """A deed as a button says it."""
    return QCoreApplication.translate("Deed", DEEDS[deed])
