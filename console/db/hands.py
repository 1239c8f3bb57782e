"""Which open incidents an operator has had in hand."""

from sqlalchemy import and_, exists, or_, select
from sqlalchemy.orm import Session, aliased

from console.db.tables import OPEN, EventRow, IncidentRow
from console.domain.lifecycle import Deed
from console.domain.mine import INCIDENT, NOBODYS, InHand


def in_hand(session: Session, operator: str) -> InHand:
    """Which open incidents an operator has in hand, as of the events that are there."""
    later = aliased(EventRow)
    nobodys = [deed.value for deed in NOBODYS]
    of_it = and_(EventRow.subject_kind == INCIDENT, EventRow.subject_id == IncidentRow.id)
    followed = exists().where(
        later.subject_kind == INCIDENT,
        later.subject_id == EventRow.subject_id,
        later.seq > EventRow.seq,
        later.kind.not_in(nobodys),
    )
    own = (
        select(EventRow.subject_id, EventRow.kind, ~followed)
        .select_from(IncidentRow)
        .join(EventRow, of_it)
        .where(OPEN, EventRow.operator == operator, EventRow.kind.not_in(nobodys))
        .where(or_(EventRow.kind == Deed.REPORT.value, ~followed))
    )
    rows = session.execute(own).all()
    taken = frozenset(number for number, kind, _ in rows if kind == Deed.REPORT.value)
    return InHand(taken, frozenset(number for number, _, is_last in rows if is_last))
