"""Which deeds the palette can do now with an incident and a member, and what is in the way."""

from datetime import date
from enum import StrEnum

from console.domain.incident import ENDED, RUNNING, TO_DISPATCH, Incident, State
from console.domain.lifecycle import Deed, possible
from console.domain.people import AVAILABLE, BadgeLevel, Duty, Member

DEEDS = (
    Deed.DISPATCH,
    Deed.VERIFY,
    Deed.ACKNOWLEDGE,
    Deed.SET_OUT,
    Deed.ARRIVE,
    Deed.RESOLVE,
    Deed.CHECK,
    Deed.CLOSE,
    Deed.COMMENT,
    Deed.REJECT,
    Deed.MERGE,
    Deed.ESCALATE,
    Deed.WITHDRAW,
    Deed.RETURN,
    Deed.SEND_BACK,
    Deed.SUSPEND,
    Deed.RESUME,
    Deed.EXTEND,
    Deed.RESERVE,
    Deed.DISPATCH_TEAM,
    Deed.ATTACH,
    Deed.CORRECT,
    Deed.DECLARE_MAJOR,
    Deed.STAND_DOWN,
    Deed.JOIN_MAJOR,
    Deed.LEAVE_MAJOR,
)
"""The deeds that can be typed: those of an open incident, the most frequent first."""

_STATES_OF: dict[Deed, frozenset[State]] = {
    Deed.COMMENT: frozenset(State),
    Deed.ATTACH: frozenset(State),
    Deed.CORRECT: frozenset(State),
    Deed.SEPARATE: frozenset({State.MERGED}),
    Deed.EXTEND: frozenset(State) - ENDED - {State.SUSPENDED, State.ESCALATED},
    Deed.DISPATCH_TEAM: TO_DISPATCH | RUNNING,
    Deed.RESERVE: TO_DISPATCH | RUNNING | {State.REPORTED},
    Deed.DECLARE_MAJOR: frozenset(State) - ENDED,
    Deed.STAND_DOWN: frozenset(State),
    Deed.JOIN_MAJOR: frozenset(State) - ENDED,
    Deed.LEAVE_MAJOR: frozenset(State),
}
"""The states in which deeds are possible that move nothing, or have a window of their own."""


class Hindrance(StrEnum):
    """Why a deed cannot be done now."""

    NO_INCIDENT = "no_incident"
    NOT_FOUND = "not_found"
    NOT_NOW = "not_now"
    NOBODY = "nobody"
    OFF_DUTY = "off_duty"
    ON_BREAK = "on_break"
    NOT_HELD = "not_held"
    IN_TRAINING = "in_training"
    EXPIRED = "expired"
    AT_LIMIT = "at_limit"


def possible_now(deed: Deed, state: State) -> bool:
    """Whether a deed can be done with an incident in a state."""
    return deed in possible(state) or state in _STATES_OF.get(deed, ())


def hindrance_of(
    deed: Deed,
    incident: Incident,
    member: Member | None,
    skill: str | None,
    today: date,
    limit: float,
) -> Hindrance | None:
    """What is in the way of a deed, or None.

    Args:
        deed: What is to be done.
        incident: With which incident.
        member: With whom, where the deed takes a member.
        skill: The skill that the incident needs; None if its category is not known.
        today: The day in the center's zone.
        limit: From so many running assignments on, nobody is sent anywhere.
    """
    if not possible_now(deed, incident.state) or not _may_be_led(deed, incident):
        return Hindrance.NOT_NOW
    if deed is Deed.RESERVE:
        return Hindrance.NOBODY if member is None else None
    if deed is Deed.DISPATCH:
        return Hindrance.NOBODY if member is None else _unfit(member, skill, today, limit)
    return None


def _may_be_led(deed: Deed, incident: Incident) -> bool:
    """Whether a deed on major incidents fits how an incident is led now."""
    match deed:
        case Deed.DECLARE_MAJOR | Deed.JOIN_MAJOR:
            return not incident.leads and incident.part_of is None
        case Deed.STAND_DOWN:
            return incident.leads
        case Deed.LEAVE_MAJOR:
            return incident.part_of is not None
        case _:
            return True


def _unfit(member: Member, skill: str | None, today: date, limit: float) -> Hindrance | None:
    """Why a member may not be sent: what the deed itself would refuse."""
    if member.duty not in AVAILABLE:
        return Hindrance.ON_BREAK if member.duty is Duty.BREAK else Hindrance.OFF_DUTY
    badge = None if skill is None else member.badge(skill)
    if badge is None:
        return Hindrance.NOT_HELD
    if badge.level is BadgeLevel.TRAINING:
        return Hindrance.IN_TRAINING
    if not badge.certifies(today):
        return Hindrance.EXPIRED
    return Hindrance.AT_LIMIT if member.load >= limit else None
