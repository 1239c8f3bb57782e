"""The handover of a shift: written by who leaves, signed by who comes."""

from sqlalchemy import select

from console.commands.office import Outcome, Work
from console.db.handovers import SHIFT, last_handovers, open_counts
from console.db.tables import EventHeadRow
from console.domain.checking import same_person
from console.domain.errors import Refusal, Refused
from console.domain.events import Subject
from console.domain.orders import HandOver, TakeOver
from console.domain.text import clean

HANDED = Subject(SHIFT, 0)

LOOKED_AT = 20
"""Only so many of the last handovers can still be signed."""


def hand_over(work: Work, order: HandOver) -> Outcome:
    """Write down how the shift is left; how many incidents are open is counted here."""
    texts = {
        "promised": clean(order.promised, field="promised"),
        "equipment": clean(order.equipment, field="equipment"),
        "note": clean(order.note, field="text"),
    }
    counts = {part.value: n for part, n in open_counts(work.session, work.now).items()}
    return Outcome(HANDED, {"counts": counts} | {k: v for k, v in texts.items() if v})


def take_over(work: Work, order: TakeOver) -> Outcome:
    """Sign a handover: somebody else than who wrote it, and once.

    Raises:
        Refusal: BAD_VALUE if there is none, OWN_HANDOVER, or SIGNED_ALREADY.
    """
    # Two who sign at the same moment wait for each other.
    work.session.execute(select(EventHeadRow).with_for_update())
    found = {one.seq: one for one in last_handovers(work.session, LOOKED_AT)}
    handover = found.get(order.handover)
    if handover is None:
        raise Refusal(Refused.BAD_VALUE, field="handover", value=order.handover)
    if handover.signed_by:
        raise Refusal(Refused.SIGNED_ALREADY, operator=handover.signed_by)
    if same_person(handover.operator, work.actor.operator):
        raise Refusal(Refused.OWN_HANDOVER, operator=handover.operator)
    return Outcome(HANDED, {"handover": handover.seq, "from_operator": handover.operator})
