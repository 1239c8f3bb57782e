"""Deeds on a member."""

from console.commands.office import Outcome, Work
from console.commands.rows import member_row, running_states
from console.domain.errors import Refusal, Refused
from console.domain.events import Subject
from console.domain.orders import ChangeDuty
from console.domain.people import OPERATOR_DUTIES, bound_duty


def change_duty(work: Work, order: ChangeDuty) -> Outcome:
    """Set a member's duty by hand, unless an assignment under way says what it is."""
    if order.duty not in OPERATOR_DUTIES:
        raise Refusal(Refused.BAD_VALUE, field="duty", value=order.duty.value)
    member = member_row(work, order.member, order.seen)
    bound = bound_duty(running_states(work.session, member.id))
    if bound is not None:
        raise Refusal(Refused.DUTY_BOUND, member=member.name, duty=bound.value)
    before, member.duty = member.duty, order.duty.value
    return Outcome(
        Subject("member", member.id),
        {
            "member": member.id,
            "member_name": member.name,
            "from": before,
            "duty": member.duty,
        },
    )
