"""Carry out an order: which body does which deed."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from console.commands import (
    assignments,
    attachments,
    courses,
    incidents,
    members,
    shifts,
    skills,
    training,
    weights,
)
from console.commands.center import CATALOGUE
from console.commands.office import Office, Outcome, Work
from console.domain.errors import Refusal, Refused
from console.domain.events import Event, Subject
from console.domain.lifecycle import Deed
from console.domain.orders import (
    AddSkill,
    Attach,
    CancelLeave,
    Certify,
    ChangeCourse,
    ChangeDuty,
    ChangeShift,
    ChangeSkill,
    ChangeWeights,
    CloseCourse,
    Comment,
    Dispatch,
    GrantLeave,
    Merge,
    Order,
    PlanCourse,
    PlanShifts,
    RemoveSkill,
    Report,
    Revoke,
    SetPattern,
    Step,
    SwapShifts,
    Train,
    Verify,
    deed_of,
)

_STEPS = {
    Deed.REJECT: incidents.step,
    Deed.SEND_BACK: incidents.step,
    Deed.CHECK: incidents.step,
    Deed.CLOSE: incidents.step,
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
        case Report() | PlanCourse():
            return None
        case ChangeCourse() | CloseCourse():
            return Subject("course", order.course)
        case PlanShifts():
            return shifts.SHIFT_PLAN
        case SetPattern() | GrantLeave() | CancelLeave() | ChangeShift() | SwapShifts():
            return Subject("member", order.member)
        case ChangeDuty() | Certify() | Train() | Revoke():
            return Subject("member", order.member)
        case AddSkill() | ChangeSkill() | RemoveSkill() | ChangeWeights():
            return CATALOGUE
        case _:
            return Subject("incident", order.incident)


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
    Dispatch: assignments.dispatch,
    Comment: incidents.comment,
    Attach: attachments.attach,
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
    SetPattern: shifts.set_pattern,
    GrantLeave: shifts.grant_leave,
    CancelLeave: shifts.cancel_leave,
    ChangeShift: shifts.change_shift,
    SwapShifts: shifts.swap_shifts,
    PlanShifts: shifts.plan_shifts,
    Step: _step,
}
