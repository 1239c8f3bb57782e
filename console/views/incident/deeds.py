"""Which deeds the desk offers for an incident, with their keys; the first one is the primary."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from console.domain.incident import ENDED, RUNNING, TO_DISPATCH, Incident, State
from console.domain.lifecycle import Deed, possible
from console.domain.orders import NEEDS_REASON
from console.domain.people import Member
from console.widgets.words_deeds import deed_label

KEYED = (
    Deed.REJECT,
    Deed.MERGE,
    Deed.ESCALATE,
    Deed.WITHDRAW,
    Deed.RETURN,
    Deed.SUSPEND,
    Deed.SEND_BACK,
    Deed.REOPEN,
    Deed.RESUME,
    Deed.EXTEND,
    Deed.COMMENT,
    Deed.ATTACH,
    Deed.CORRECT,
)
"""The deeds that have a key of their own on the desk; the primary deed has Enter."""

BUTTONS = (*KEYED, Deed.DISPATCH_TEAM)
"""The deeds that have a button below the large one, with its key."""

_WITH_TEAM = TO_DISPATCH | RUNNING

_WITHOUT_LIMIT = ENDED | {State.SUSPENDED, State.ESCALATED}

_PRIMARY: dict[State, Deed] = {
    State.REPORTED: Deed.VERIFY,
    State.VERIFIED: Deed.DISPATCH,
    State.REWORK: Deed.DISPATCH,
    State.REOPENED: Deed.DISPATCH,
    State.DISPATCHED: Deed.ACKNOWLEDGE,
    State.ACKNOWLEDGED: Deed.SET_OUT,
    State.EN_ROUTE: Deed.ARRIVE,
    State.ON_SCENE: Deed.RESOLVE,
    State.RESOLVED: Deed.CHECK,
    State.CHECKED: Deed.CLOSE,
    State.SUSPENDED: Deed.RESUME,
    State.ESCALATED: Deed.RESUME,
    State.CLOSED: Deed.REOPEN,
    State.REJECTED: Deed.REOPEN,
    State.MERGED: Deed.SEPARATE,
}


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be done now: the primary deed and the others that a key starts."""

    primary: Deed
    others: tuple[Deed, ...]

    @property
    def all_deeds(self) -> tuple[Deed, ...]:
        """All that is offered."""
        return (self.primary, *self.others)


def offer_for(state: State) -> Offer:
    """The deeds to offer in a state; what cannot be done is not among them."""
    primary = _PRIMARY[state]
    others = tuple(deed for deed in possible(state) if deed is not primary and deed in KEYED)
    extend = () if state in _WITHOUT_LIMIT else (Deed.EXTEND,)
    team = (Deed.DISPATCH_TEAM,) if state in _WITH_TEAM else ()
    return Offer(primary, (*others, *team, *extend, Deed.COMMENT, Deed.ATTACH, Deed.CORRECT))


def asks_for_text(deed: Deed) -> bool:
    """Whether a line must be typed before the deed: a reason, a note or another number."""
    return deed in NEEDS_REASON or deed in (Deed.MERGE, Deed.COMMENT, Deed.EXTEND)


def primary_words(
    incident: Incident, members: Mapping[int, Member], chosen: Member | None
) -> tuple[str, bool]:
    """What the large button says: the deed and its object; and whether it can be done.

    Args:
        incident: What it is done to.
        members: All members by id.
        chosen: Who would be sent.
    """
    deed = offer_for(incident.state).primary
    text = deed_label(deed)
    if deed is Deed.DISPATCH:
        if chosen is None:
            return text, False
        text = QCoreApplication.translate("IncidentPanel", "Dispatch {name}")
        return text.format(name=chosen.name), True
    member = None if incident.state in ENDED else members.get(incident.assignee or 0)
    if member is None:
        return text, True
    with_name = QCoreApplication.translate("IncidentPanel", "{deed}: {name}")
    return with_name.format(deed=text, name=member.name), True
