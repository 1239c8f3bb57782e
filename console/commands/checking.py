"""The check before an incident is closed, and the closing: never by whoever handled it."""

from sqlalchemy.orm import Session

from console.commands.moves import NAME_LIMIT, move, note_for, outcome
from console.commands.office import Outcome, Work
from console.commands.rows import incident_row
from console.db.endings import end_reasons, handlers
from console.domain.checking import WITH_REASON, handled
from console.domain.errors import Refusal, Refused
from console.domain.incident import State
from console.domain.lifecycle import Deed, target_of
from console.domain.orders import Step
from console.domain.text import clean, one_line


def check(work: Work, order: Step) -> Outcome:
    """Somebody else than the handlers found it dealt with, and has asked the reporter."""
    note = note_for(Deed.CHECK, order.note)
    row = incident_row(work, order.incident, order.seen)
    target_of(Deed.CHECK, State(row.state))
    told = _checker(work, order)
    if order.callback is not None:
        told["callback"] = order.callback.value
    elif row.reporter_phone:
        raise Refusal(Refused.MISSING, field="callback")
    return outcome(row.id, move(work, row, Deed.CHECK) | told, note)


def close(work: Work, order: Step) -> Outcome:
    """It ends, with a reason from the list."""
    note = note_for(Deed.CLOSE, order.note)
    row = incident_row(work, order.incident, order.seen)
    target_of(Deed.CLOSE, State(row.state))
    told = _checker(work, order) | reason_for(work.session, order)
    if "reason" not in told:
        raise Refusal(Refused.MISSING, field="reason")
    return outcome(row.id, move(work, row, Deed.CLOSE) | told, note)


def reason_for(session: Session, order: Step) -> dict[str, object]:
    """What the event shall say of the reason from the list, if there is one.

    Raises:
        Refusal: BAD_VALUE if the list has none of this code for the deed.
    """
    if order.deed not in WITH_REASON or not order.reason:
        return {}
    for one in end_reasons(session):
        if (one.code, one.deed) == (order.reason, order.deed):
            return {"reason": one.code, "reason_name": one.name, "reason_name_en": one.name_en}
    raise Refusal(Refused.BAD_VALUE, field="reason", value=order.reason)


def _checker(work: Work, order: Step) -> dict[str, object]:
    """What the event shall say of whoever checked it.

    Raises:
        Refusal: HANDLED_IT if that is one of those who handled it.
    """
    named = one_line(clean(order.by, field="by", limit=NAME_LIMIT))
    name = named or work.actor.operator
    if handled(name, handlers(work.session, order.incident)):
        raise Refusal(Refused.HANDLED_IT, name=name, incident=order.incident)
    return {"by": named} if named else {}
