"""Orders: what an operator asks for, as plain values, before a command carries it out.

``seen`` is the version of the row that the operator's screen showed; None (from the command line)
means "whatever it is now". An order can be kept, sent twice or replayed: its command id, given
beside it, makes sure that it happens once.
"""

from console.domain.lifecycle import Deed
from console.domain.orders_channels import (
    AddChannel,
    NotTold,
    ReachMember,
    RemoveChannel,
    TellAgain,
    Told,
)
from console.domain.orders_handover import HandOver, TakeOver
from console.domain.orders_incident import (
    NEEDS_CONSENT,
    NEEDS_REASON,
    Attach,
    Comment,
    Correct,
    CorrectNote,
    Dispatch,
    Extend,
    Merge,
    NeedLanguage,
    ReadMentions,
    Report,
    Step,
    TurnPhoto,
    Verify,
)
from console.domain.orders_ladder import (
    AcknowledgeCard,
    ChangeLadder,
    CheckIn,
    MissCheckIn,
    RaiseRung,
)
from console.domain.orders_major import DeclareMajor, JoinMajor, LeaveMajor, StandDown
from console.domain.orders_member import ChangeDuty, ChangeWeights, Look
from console.domain.orders_merging import Join, Separate
from console.domain.orders_shifts import (
    CancelLeave,
    ChangeShift,
    GrantLeave,
    PlanShifts,
    SetPattern,
    ShiftCell,
    SwapShifts,
)
from console.domain.orders_team import AddMember, DispatchTeam, MemberStep, Reserve
from console.domain.orders_training import (
    AddSkill,
    CancelCourse,
    Certify,
    ChangeCourse,
    ChangeSkill,
    CloseCourse,
    PlanCourse,
    RemoveSkill,
    Revoke,
    Train,
)
from console.domain.orders_undoing import TakeBack
from console.domain.orders_watching import EndWatch, WatchCamera

__all__ = [
    "NEEDS_CONSENT",
    "NEEDS_REASON",
    "AcknowledgeCard",
    "AddChannel",
    "AddMember",
    "AddSkill",
    "Attach",
    "CancelCourse",
    "CancelLeave",
    "Certify",
    "ChangeCourse",
    "ChangeDuty",
    "ChangeLadder",
    "ChangeShift",
    "ChangeSkill",
    "ChangeWeights",
    "CheckIn",
    "CloseCourse",
    "Comment",
    "Correct",
    "CorrectNote",
    "DeclareMajor",
    "Dispatch",
    "DispatchTeam",
    "EndWatch",
    "Extend",
    "GrantLeave",
    "HandOver",
    "Join",
    "JoinMajor",
    "LeaveMajor",
    "Look",
    "MemberStep",
    "Merge",
    "MissCheckIn",
    "NeedLanguage",
    "NotTold",
    "Order",
    "PlanCourse",
    "PlanShifts",
    "RaiseRung",
    "ReachMember",
    "ReadMentions",
    "RemoveChannel",
    "RemoveSkill",
    "Report",
    "Reserve",
    "Revoke",
    "Separate",
    "SetPattern",
    "ShiftCell",
    "StandDown",
    "Step",
    "SwapShifts",
    "TakeBack",
    "TakeOver",
    "TellAgain",
    "Told",
    "Train",
    "TurnPhoto",
    "Verify",
    "WatchCamera",
    "deed_of",
]

Order = (
    Report
    | Step
    | Verify
    | Merge
    | Join
    | Separate
    | Dispatch
    | DispatchTeam
    | AddMember
    | Reserve
    | MemberStep
    | Comment
    | ReadMentions
    | Correct
    | CorrectNote
    | NeedLanguage
    | Attach
    | TurnPhoto
    | Look
    | WatchCamera
    | EndWatch
    | ChangeDuty
    | ChangeWeights
    | AddSkill
    | ChangeSkill
    | RemoveSkill
    | Certify
    | Train
    | Revoke
    | PlanCourse
    | ChangeCourse
    | CloseCourse
    | CancelCourse
    | RaiseRung
    | MissCheckIn
    | AcknowledgeCard
    | CheckIn
    | Extend
    | ChangeLadder
    | AddChannel
    | RemoveChannel
    | ReachMember
    | Told
    | NotTold
    | TellAgain
    | SetPattern
    | GrantLeave
    | CancelLeave
    | ChangeShift
    | SwapShifts
    | PlanShifts
    | HandOver
    | TakeOver
    | TakeBack
    | DeclareMajor
    | StandDown
    | JoinMajor
    | LeaveMajor
)


_DEEDS: dict[type[Order], Deed] = {
    Report: Deed.REPORT,
    Verify: Deed.VERIFY,
    Merge: Deed.MERGE,
    Join: Deed.JOIN,
    Separate: Deed.SEPARATE,
    Dispatch: Deed.DISPATCH,
    DispatchTeam: Deed.DISPATCH_TEAM,
    AddMember: Deed.ADD_MEMBER,
    Reserve: Deed.RESERVE,
    Comment: Deed.COMMENT,
    ReadMentions: Deed.READ_MENTIONS,
    Correct: Deed.CORRECT,
    CorrectNote: Deed.CORRECT_NOTE,
    NeedLanguage: Deed.NEED_LANGUAGE,
    Attach: Deed.ATTACH,
    TurnPhoto: Deed.TURN_PHOTO,
    Look: Deed.LOOK,
    WatchCamera: Deed.WATCH,
    EndWatch: Deed.END_WATCH,
    ChangeDuty: Deed.CHANGE_DUTY,
    ChangeWeights: Deed.CHANGE_WEIGHTS,
    AddSkill: Deed.ADD_SKILL,
    ChangeSkill: Deed.CHANGE_SKILL,
    RemoveSkill: Deed.REMOVE_SKILL,
    Certify: Deed.CERTIFY,
    Train: Deed.TRAIN,
    Revoke: Deed.REVOKE,
    PlanCourse: Deed.PLAN_COURSE,
    ChangeCourse: Deed.CHANGE_COURSE,
    CloseCourse: Deed.CLOSE_COURSE,
    CancelCourse: Deed.CANCEL_COURSE,
    RaiseRung: Deed.CLIMB,
    MissCheckIn: Deed.MISS_CHECK_IN,
    AcknowledgeCard: Deed.ACKNOWLEDGE_CARD,
    CheckIn: Deed.CHECK_IN,
    Extend: Deed.EXTEND,
    ChangeLadder: Deed.CHANGE_LADDER,
    AddChannel: Deed.ADD_CHANNEL,
    RemoveChannel: Deed.REMOVE_CHANNEL,
    ReachMember: Deed.REACH_MEMBER,
    Told: Deed.TOLD,
    NotTold: Deed.NOT_TOLD,
    TellAgain: Deed.TELL_AGAIN,
    SetPattern: Deed.SET_PATTERN,
    GrantLeave: Deed.GRANT_LEAVE,
    CancelLeave: Deed.CANCEL_LEAVE,
    ChangeShift: Deed.CHANGE_SHIFT,
    SwapShifts: Deed.SWAP_SHIFTS,
    PlanShifts: Deed.PLAN_SHIFTS,
    HandOver: Deed.HAND_OVER,
    TakeOver: Deed.TAKE_OVER,
    DeclareMajor: Deed.DECLARE_MAJOR,
    StandDown: Deed.STAND_DOWN,
    JoinMajor: Deed.JOIN_MAJOR,
    LeaveMajor: Deed.LEAVE_MAJOR,
}


def deed_of(order: Order) -> Deed:
    """The deed that an order asks for."""
    return order.deed if isinstance(order, Step | MemberStep | TakeBack) else _DEEDS[type(order)]
