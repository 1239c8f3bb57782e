"""Carry out an order: which body does which deed."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from console.commands import (
    assignments,
    attachments,
    channels,
    checking,
    correcting,
    courses,
    handing,
    incidents,
    ladder,
    languages,
    looks,
    major,
    members,
    mentions,
    merging,
    shifts,
    skills,
    taking_back,
    teams,
    telling,
    training,
    watching,
    weights,
)
from console.commands.center import CATALOGUE
from console.commands.office import Office, Outcome, Work
from console.domain.errors import Refusal, Refused
from console.domain.events import Event, Subject
from console.domain.lifecycle import Deed
from console.domain.orders import (
    AcknowledgeCard,
    AddChannel,
    AddMember,
    AddSkill,
    Attach,
    CancelCourse,
    CancelLeave,
    Certify,
    ChangeCourse,
    ChangeDuty,
    ChangeLadder,
    ChangeShift,
    ChangeSkill,
    ChangeWeights,
    CheckIn,
    CloseCourse,
    Comment,
    Correct,
    CorrectNote,
    DeclareMajor,
    Dispatch,
    DispatchTeam,
    EndWatch,
    Extend,
    GrantLeave,
    HandOver,
    Join,
    JoinMajor,
    LeaveMajor,
    Look,
    MemberStep,
    Merge,
    MissCheckIn,
    NeedLanguage,
    NotTold,
    Order,
    PlanCourse,
    PlanShifts,
    RaiseRung,
    ReachMember,
    ReadMentions,
    RemoveChannel,
    RemoveSkill,
    Report,
    Reserve,
    Revoke,
    Separate,
    SetPattern,
    StandDown,
    Step,
    SwapShifts,
    TakeBack,
    TakeOver,
    TellAgain,
    Told,
    Train,
    TurnPhoto,
    Verify,
    WatchCamera,
    deed_of,
)

_STEPS = {
    Deed.REJECT: incidents.step,
    Deed.SEND_BACK: incidents.step,
    Deed.CHECK: checking.check,
    Deed.CLOSE: checking.close,
    Deed.REOPEN: incidents.step,
    Deed.SUSPEND: incidents.step,
    Deed.RESUME: incidents.step,
    Deed.ESCALATE: incidents.step,
    Deed.WITHDRAW: assignments.withdraw,
    Deed.RETURN: assignments.return_assignment,
    Deed.ACKNOWLEDGE: assignments.acknowledge,
    Deed.SET_OUT: assignments.set_out,
    Deed.ARRIVE: assignments.arrive,
    Deed.RESOLVE: assignments.resolve,
}


def perform(office: Office, order: Order, command_id: UUID) -> Event:
    """Carry out an order once, however often it is sent.

    Args:
        office: Who acts, on which database.
        order: What is asked for.
        command_id: The command's own number; the same number is the same command.

    Returns:
        The event that the deed left, now or when it was sent first.

    Raises:
        Refusal: If a rule refuses; nothing has changed.
        FaultError: If the database or a file fails; nothing has changed.
    """
    return office.run(
        deed_of(order), command_id, lambda work: _body(work, order), subject_of(order)
    )


def subject_of(order: Order) -> Subject | None:
    """What an order is about; a report or a plan is about what has no number yet."""
    match order:
        case Report() | Join() | PlanCourse():
            return None
        case ChangeCourse() | CloseCourse() | CancelCourse():
            return Subject("course", order.course)
        case Look() | TakeBack() | WatchCamera() | EndWatch():
            return order.subject
        case PlanShifts() | HandOver() | TakeOver():
            return _OF_SHIFTS[type(order)]
        case (
            ChangeDuty()
            | Certify()
            | Train()
            | Revoke()
            | SetPattern()
            | GrantLeave()
            | CancelLeave()
            | ChangeShift()
            | SwapShifts()
        ):
            return Subject("member", order.member)
        case AddSkill() | ChangeSkill() | RemoveSkill() | ChangeWeights() | ChangeLadder():
            return CATALOGUE
        case AddChannel() | RemoveChannel() | ReachMember():
            return channels.CHANNELS
        case _:
            return Subject("incident", order.incident)


_OF_SHIFTS: dict[type[Order], Subject] = {
    PlanShifts: shifts.SHIFT_PLAN,
    HandOver: handing.HANDED,
    TakeOver: handing.HANDED,
}


def _body(work: Work, order: Order) -> Outcome:
    return _BODIES[type(order)](work, order)


def _step(work: Work, order: Step) -> Outcome:
    body = _STEPS.get(order.deed)
    if body is None:
        raise Refusal(Refused.BAD_VALUE, field="deed", value=order.deed.value)
    return body(work, order)


_BODIES: dict[type[Order], Callable[[Work, Any], Outcome]] = {
    Report: incidents.report,
    Verify: incidents.verify,
    Merge: incidents.merge,
    Join: merging.join,
    Separate: merging.separate,
    Dispatch: assignments.dispatch,
    DispatchTeam: teams.dispatch_team,
    AddMember: teams.add_member,
    Reserve: teams.reserve,
    MemberStep: teams.member_step,
    Comment: incidents.comment,
    ReadMentions: mentions.read_mentions,
    Correct: correcting.correct,
    CorrectNote: correcting.correct_note,
    NeedLanguage: languages.need_language,
    Attach: attachments.attach,
    TurnPhoto: attachments.turn_photo,
    Look: looks.look,
    WatchCamera: watching.watch,
    EndWatch: watching.end_watch,
    ChangeDuty: members.change_duty,
    ChangeWeights: weights.change_weights,
    AddSkill: skills.add_skill,
    ChangeSkill: skills.change_skill,
    RemoveSkill: skills.remove_skill,
    Certify: training.certify,
    Train: training.train,
    Revoke: training.revoke,
    PlanCourse: courses.plan_course,
    ChangeCourse: courses.change_course,
    CloseCourse: courses.close_course,
    CancelCourse: courses.cancel_course,
    RaiseRung: ladder.raise_rung,
    MissCheckIn: ladder.miss_check_in,
    AcknowledgeCard: ladder.acknowledge_card,
    CheckIn: ladder.check_in,
    Extend: ladder.extend,
    ChangeLadder: ladder.change_ladder,
    AddChannel: channels.add_channel,
    RemoveChannel: channels.remove_channel,
    ReachMember: channels.reach_member,
    Told: telling.told,
    NotTold: telling.not_told,
    TellAgain: telling.tell_again,
    SetPattern: shifts.set_pattern,
    GrantLeave: shifts.grant_leave,
    CancelLeave: shifts.cancel_leave,
    ChangeShift: shifts.change_shift,
    SwapShifts: shifts.swap_shifts,
    PlanShifts: shifts.plan_shifts,
    HandOver: handing.hand_over,
    TakeOver: handing.take_over,
    DeclareMajor: major.declare_major,
    StandDown: major.stand_down,
    JoinMajor: major.join_major,
    LeaveMajor: major.leave_major,
    TakeBack: taking_back.take_back,
    Step: _step,
}
