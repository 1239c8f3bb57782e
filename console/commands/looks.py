"""The deed of looking at personal data: it changes nothing, and leaves its event all the same."""

from console.commands.office import Outcome, Work
from console.commands.rows import found, incident_row
from console.db.tables import MemberRow
from console.domain.errors import Refusal, Refused
from console.domain.events import Subject
from console.domain.orders import Look
from console.domain.text import clean, one_line

ROSTER = Subject("roster", 0)
"""The telephone numbers of all members."""


def look(work: Work, order: Look) -> Outcome:
    """Write down who looks at what, and why.

    Raises:
        Refusal: MISSING without a reason; or there is nothing like that to look at.
    """
    note = one_line(clean(order.note, field="note"))
    if not note:
        raise Refusal(Refused.MISSING, field="note")
    return Outcome(order.subject, {**_named(work, order.subject), "note": note})


def _named(work: Work, subject: Subject) -> dict[str, object]:
    if subject == ROSTER:
        return {}
    if subject.kind == "incident":
        incident_row(work, subject.id)
        return {}
    if subject.kind != "member":
        raise Refusal(Refused.BAD_VALUE, field="subject", value=str(subject))
    row = found(work.session, MemberRow, subject.id)
    if row is None:
        raise Refusal(Refused.UNKNOWN_MEMBER, member=subject.id)
    return {"member": row.id, "member_name": row.name}
