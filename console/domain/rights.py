"""Who may do what: one table from deeds to rights and one from roles to rights."""

from dataclasses import dataclass
from enum import StrEnum

from console.domain.errors import Refusal, Refused
from console.domain.lifecycle import Deed


class Right(StrEnum):
    """What a deed needs."""

    TAKE_REPORTS = "take_reports"
    VERIFY = "verify"
    DISPATCH = "dispatch"
    ANSWER = "answer"
    CHECK = "check"
    CLOSE = "close"
    COMMENT = "comment"
    SEE_CONTACTS = "see_contacts"
    SEE_CAMERAS = "see_cameras"
    MANAGE_DUTY = "manage_duty"
    MANAGE_SKILLS = "manage_skills"
    MANAGE_TRAINING = "manage_training"
    MANAGE_SHIFTS = "manage_shifts"
    IMPORT = "import"
    CHANGE_RULES = "change_rules"


RIGHT_OF: dict[Deed, Right] = {
    Deed.REPORT: Right.TAKE_REPORTS,
    Deed.VERIFY: Right.VERIFY,
    Deed.REJECT: Right.VERIFY,
    Deed.MERGE: Right.VERIFY,
    Deed.JOIN: Right.TAKE_REPORTS,
    Deed.SEPARATE: Right.VERIFY,
    Deed.DISPATCH: Right.DISPATCH,
    Deed.WITHDRAW: Right.DISPATCH,
    Deed.RETURN: Right.ANSWER,
    Deed.ACKNOWLEDGE: Right.ANSWER,
    Deed.SET_OUT: Right.ANSWER,
    Deed.ARRIVE: Right.ANSWER,
    Deed.RESOLVE: Right.ANSWER,
    Deed.SEND_BACK: Right.CHECK,
    Deed.CHECK: Right.CHECK,
    Deed.CLOSE: Right.CLOSE,
    Deed.REOPEN: Right.CLOSE,
    Deed.SUSPEND: Right.DISPATCH,
    Deed.RESUME: Right.DISPATCH,
    Deed.ESCALATE: Right.DISPATCH,
    Deed.DISPATCH_TEAM: Right.DISPATCH,
    Deed.ADD_MEMBER: Right.DISPATCH,
    Deed.RESERVE: Right.DISPATCH,
    Deed.CALL: Right.DISPATCH,
    Deed.LEAVE: Right.ANSWER,
    Deed.COMMENT: Right.COMMENT,
    Deed.READ_MENTIONS: Right.COMMENT,
    Deed.CORRECT: Right.TAKE_REPORTS,
    Deed.CORRECT_NOTE: Right.COMMENT,
    Deed.NEED_LANGUAGE: Right.COMMENT,
    Deed.ATTACH: Right.COMMENT,
    Deed.DECLARE_MAJOR: Right.DISPATCH,
    Deed.STAND_DOWN: Right.DISPATCH,
    Deed.JOIN_MAJOR: Right.DISPATCH,
    Deed.LEAVE_MAJOR: Right.DISPATCH,
    Deed.TAKE_BACK: Right.COMMENT,
    Deed.TURN_PHOTO: Right.COMMENT,
    Deed.LOOK: Right.SEE_CONTACTS,
    Deed.WATCH: Right.SEE_CAMERAS,
    Deed.END_WATCH: Right.SEE_CAMERAS,
    Deed.CHANGE_DUTY: Right.MANAGE_DUTY,
    Deed.CHANGE_WEIGHTS: Right.CHANGE_RULES,
    Deed.ADD_SKILL: Right.MANAGE_SKILLS,
    Deed.CHANGE_SKILL: Right.MANAGE_SKILLS,
    Deed.REMOVE_SKILL: Right.MANAGE_SKILLS,
    Deed.CERTIFY: Right.MANAGE_TRAINING,
    Deed.TRAIN: Right.MANAGE_TRAINING,
    Deed.REVOKE: Right.MANAGE_TRAINING,
    Deed.PLAN_COURSE: Right.MANAGE_TRAINING,
    Deed.CHANGE_COURSE: Right.MANAGE_TRAINING,
    Deed.CLOSE_COURSE: Right.MANAGE_TRAINING,
    Deed.CANCEL_COURSE: Right.MANAGE_TRAINING,
    Deed.CLIMB: Right.COMMENT,
    Deed.MISS_CHECK_IN: Right.COMMENT,
    Deed.ACKNOWLEDGE_CARD: Right.COMMENT,
    Deed.CHECK_IN: Right.ANSWER,
    Deed.EXTEND: Right.DISPATCH,
    Deed.CHANGE_LADDER: Right.CHANGE_RULES,
    Deed.ADD_CHANNEL: Right.CHANGE_RULES,
    Deed.REMOVE_CHANNEL: Right.CHANGE_RULES,
    Deed.REACH_MEMBER: Right.CHANGE_RULES,
    Deed.TOLD: Right.DISPATCH,
    Deed.NOT_TOLD: Right.DISPATCH,
    Deed.TELL_AGAIN: Right.DISPATCH,
    Deed.SET_PATTERN: Right.MANAGE_SHIFTS,
    Deed.GRANT_LEAVE: Right.MANAGE_SHIFTS,
    Deed.CANCEL_LEAVE: Right.MANAGE_SHIFTS,
    Deed.CHANGE_SHIFT: Right.MANAGE_SHIFTS,
    Deed.SWAP_SHIFTS: Right.MANAGE_SHIFTS,
    Deed.PLAN_SHIFTS: Right.MANAGE_SHIFTS,
    Deed.HAND_OVER: Right.TAKE_REPORTS,
    Deed.TAKE_OVER: Right.TAKE_REPORTS,
    Deed.IMPORT_GRIDS: Right.IMPORT,
    Deed.IMPORT_MEMBERS: Right.IMPORT,
    Deed.IMPORT_CAMERAS: Right.IMPORT,
    Deed.IMPORT_CATALOGUE: Right.IMPORT,
}
"""The right that each deed needs; the only place that says so."""

ALL_RIGHTS = frozenset(Right)
"""What every operator has until there are accounts."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, and where."""

    operator: str
    workstation: str
    rights: frozenset[Right] = ALL_RIGHTS


def require(actor: Actor, deed: Deed) -> None:
    """Let an actor do a deed only with the right that it needs.

    Raises:
        Refusal: If the actor lacks the right.
    """
    right = RIGHT_OF[deed]
    if right not in actor.rights:
        raise Refusal(Refused.NO_RIGHT, deed=deed.value, right=right.value)
