"""Taking a deed back: what takes it back, what becomes of the clock, until when, and when not.

Each deed stands in one table: with the deed that takes it back, or as final with the reason that
whoever asks is told. Nothing is erased: what takes a deed back is an event of its own, which
names the event that it undoes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from console.domain.errors import Refusal, Refused
from console.domain.events import Event
from console.domain.lifecycle import Deed

SHIFT = timedelta(hours=8)
"""So long a deed can be taken back: while whoever did it still sits here; modelled."""

UNDOES = "undoes"
"""Where the payload of an event names the event that it takes back."""


class Clock(StrEnum):
    """What becomes of an incident's time limit when a deed is taken back."""

    AS_BEFORE = "as_before"
    """The limit that ran goes on as if nothing had been: the time meanwhile counts."""
    UNTOUCHED = "untouched"
    """Neither the deed nor its undoing touches a limit."""


class Why(StrEnum):
    """Why a deed is final."""

    REPORT = "report"
    SEEN = "seen"
    SIGNED = "signed"
    SENT = "sent"
    BY_ITSELF = "by_itself"
    OTHERS_STAY = "others_stay"
    SHIFT_PLAN = "shift_plan"
    TRAINING = "training"
    RULES = "rules"
    IMPORT = "import"
    UNDOING = "undoing"
    NOTHING_NEW = "nothing_new"
    OLD_PROGRAM = "old_program"


@dataclass(frozen=True, slots=True)
class Taking:
    """How a deed is taken back: by which deed, with what effect on the clock, until when."""

    by: Deed
    clock: Clock = Clock.AS_BEFORE
    within: timedelta = SHIFT


@dataclass(frozen=True, slots=True)
class Final:
    """A deed that stays."""

    why: Why


def _all(found: Taking | Final, *deeds: Deed) -> dict[Deed, Taking | Final]:
    return dict.fromkeys(deeds, found)


_BACK = Taking(Deed.TAKE_BACK)
_MARKED = Taking(Deed.TAKE_BACK, Clock.UNTOUCHED)

UNDOING: Mapping[Deed, Taking | Final] = {
    **_all(_BACK, Deed.VERIFY, Deed.REJECT, Deed.ACKNOWLEDGE, Deed.SET_OUT, Deed.ARRIVE),
    **_all(_BACK, Deed.RESOLVE, Deed.SEND_BACK, Deed.CHECK, Deed.CLOSE, Deed.REOPEN),
    **_all(_BACK, Deed.SUSPEND, Deed.RESUME, Deed.ESCALATE, Deed.WITHDRAW, Deed.RETURN),
    **_all(_BACK, Deed.EXTEND),
    **_all(Taking(Deed.WITHDRAW), Deed.DISPATCH, Deed.DISPATCH_TEAM, Deed.CALL),
    **_all(Taking(Deed.WITHDRAW, Clock.UNTOUCHED), Deed.ADD_MEMBER, Deed.RESERVE),
    **_all(Taking(Deed.SEPARATE), Deed.MERGE, Deed.JOIN),
    **_all(Taking(Deed.MERGE), Deed.SEPARATE),
    **_all(Taking(Deed.STAND_DOWN, Clock.UNTOUCHED), Deed.DECLARE_MAJOR),
    **_all(Taking(Deed.DECLARE_MAJOR, Clock.UNTOUCHED), Deed.STAND_DOWN),
    **_all(Taking(Deed.LEAVE_MAJOR, Clock.UNTOUCHED), Deed.JOIN_MAJOR),
    **_all(Taking(Deed.JOIN_MAJOR, Clock.UNTOUCHED), Deed.LEAVE_MAJOR),
    **_all(Taking(Deed.CORRECT_NOTE, Clock.UNTOUCHED), Deed.COMMENT, Deed.CORRECT_NOTE),
    **_all(Taking(Deed.CORRECT), Deed.CORRECT),
    **_all(Taking(Deed.NEED_LANGUAGE, Clock.UNTOUCHED), Deed.NEED_LANGUAGE),
    **_all(Taking(Deed.CHANGE_DUTY, Clock.UNTOUCHED), Deed.CHANGE_DUTY),
    **_all(Taking(Deed.TURN_PHOTO, Clock.UNTOUCHED), Deed.TURN_PHOTO),
    **_all(_MARKED, Deed.ATTACH, Deed.ACKNOWLEDGE_CARD, Deed.CHECK_IN),
    **_all(Final(Why.REPORT), Deed.REPORT),
    **_all(Final(Why.SEEN), Deed.LOOK, Deed.WATCH),
    **_all(Final(Why.SIGNED), Deed.HAND_OVER, Deed.TAKE_OVER),
    **_all(Final(Why.SENT), Deed.TELL_AGAIN),
    **_all(Final(Why.BY_ITSELF), Deed.CLIMB, Deed.MISS_CHECK_IN, Deed.TOLD, Deed.NOT_TOLD),
    **_all(Final(Why.BY_ITSELF), Deed.END_WATCH, Deed.READ_MENTIONS),
    **_all(Final(Why.OTHERS_STAY), Deed.LEAVE),
    **_all(Final(Why.SHIFT_PLAN), Deed.SET_PATTERN, Deed.GRANT_LEAVE, Deed.CANCEL_LEAVE),
    **_all(Final(Why.SHIFT_PLAN), Deed.CHANGE_SHIFT, Deed.SWAP_SHIFTS, Deed.PLAN_SHIFTS),
    **_all(Final(Why.TRAINING), Deed.CERTIFY, Deed.TRAIN, Deed.REVOKE, Deed.PLAN_COURSE),
    **_all(Final(Why.TRAINING), Deed.CHANGE_COURSE, Deed.CLOSE_COURSE, Deed.CANCEL_COURSE),
    **_all(Final(Why.RULES), Deed.CHANGE_WEIGHTS, Deed.CHANGE_LADDER),
    **_all(Final(Why.RULES), Deed.ADD_SKILL, Deed.CHANGE_SKILL, Deed.REMOVE_SKILL),
    **_all(Final(Why.RULES), Deed.ADD_CHANNEL, Deed.REMOVE_CHANNEL, Deed.REACH_MEMBER),
    **_all(Final(Why.IMPORT), Deed.IMPORT_GRIDS, Deed.IMPORT_MEMBERS, Deed.IMPORT_CAMERAS),
    **_all(Final(Why.IMPORT), Deed.IMPORT_CATALOGUE),
    **_all(Final(Why.UNDOING), Deed.TAKE_BACK),
}
"""Every deed: how it is taken back, or why it stays."""

RESTING = frozenset(
    {
        *(Deed.CLIMB, Deed.MISS_CHECK_IN, Deed.ACKNOWLEDGE_CARD, Deed.CHECK_IN, Deed.LOOK),
        *(Deed.TOLD, Deed.NOT_TOLD, Deed.TELL_AGAIN, Deed.WATCH, Deed.END_WATCH),
    }
)
"""Deeds about an incident that leave it as it is, whatever they name."""

_MAJOR = frozenset({Deed.DECLARE_MAJOR, Deed.STAND_DOWN, Deed.JOIN_MAJOR, Deed.LEAVE_MAJOR})

_ANSWERS = frozenset({Deed.ACKNOWLEDGE, Deed.SET_OUT, Deed.ARRIVE})


def undoing_of(event: Event) -> Taking | Final:
    """How what happened is taken back, or why it stays: the table, and what the event tells."""
    found = UNDOING[event.kind]
    payload = event.payload
    if isinstance(found, Final):
        return found
    if UNDOES in payload:
        return Final(Why.UNDOING)
    if event.kind in (Deed.WITHDRAW, Deed.RETURN) and ("to" not in payload or "next" in payload):
        return Final(Why.OTHERS_STAY)
    if event.kind is Deed.ATTACH and payload.get("again"):
        return Final(Why.NOTHING_NEW)
    restores = found.by is Deed.TAKE_BACK and found.clock is Clock.AS_BEFORE
    moved = "to" in payload or event.kind not in _ANSWERS
    if restores and moved and "stood" not in payload:
        return Final(Why.OLD_PROGRAM)
    return found


def hindrance(event: Event, later: Iterable[Event]) -> Event | None:
    """What stands in the way of taking a deed back, among the events after it.

    That is the event that has taken it back already, or the first one that went on from it and
    was not taken back itself; None for nothing.
    """
    about = [one for one in later if one.seq > event.seq and _same_matter(event, one)]
    undone = {one.payload.get(UNDOES) for one in about}
    for one in about:
        if one.payload.get(UNDOES) == event.seq:
            return one
        if UNDOES not in one.payload and one.seq not in undone and _goes_on(event, one):
            return one
    return None


def refusal(event: Event, later: Iterable[Event], now: datetime) -> Refusal | None:
    """Why what happened cannot be taken back now, in the words that whoever asks is told.

    Args:
        event: What happened.
        later: What has happened since, the oldest first.
        now: The time.
    """
    deed = event.kind.value
    undoing = undoing_of(event)
    if isinstance(undoing, Final):
        return Refusal(Refused.FINAL, deed=deed, why=undoing.why.value)
    since = hindrance(event, later)
    if since is not None:
        told = {
            "deed": deed,
            "since": since.kind.value,
            "operator": since.operator,
            "workstation": since.workstation,
            "at": since.at.isoformat(),
        }
        undone = since.payload.get(UNDOES) == event.seq
        return Refusal(Refused.TAKEN_BACK if undone else Refused.ACTED_SINCE, **told)
    if now - event.at > undoing.within:
        hours = int(undoing.within.total_seconds()) // 3600
        return Refusal(Refused.TOO_LATE, deed=deed, hours=hours)
    return None


def tells_somebody(event: Event) -> bool:
    """Whether taking it back tells somebody outside: who was sent stays, or is called again."""
    return "channel" in event.payload


def _same_matter(event: Event, later: Event) -> bool:
    if event.subject == later.subject:
        return True
    return event.subject.kind == "member" and later.payload.get("member") == event.subject.id


def _goes_on(event: Event, later: Event) -> bool:
    """Whether a later event of the same matter rests on what this one did."""
    match event.kind:
        case Deed.COMMENT | Deed.CORRECT_NOTE:
            corrects = later.payload.get("corrects") == event.seq
            return later.kind is Deed.CORRECT_NOTE and corrects
        case Deed.ATTACH | Deed.ACKNOWLEDGE_CARD:
            return False
        case Deed.CORRECT:
            return later.kind is Deed.CORRECT and not fields(event).isdisjoint(fields(later))
        case Deed.CHANGE_DUTY:
            return "duty" in later.payload
        case Deed.CHECK_IN:
            return _again(event, later, "assignment") or _moves(later)
        case Deed.TURN_PHOTO | Deed.NEED_LANGUAGE:
            return _again(event, later, "attachment")
        case _ if event.kind in _MAJOR:
            return later.kind in _MAJOR
        case _:
            return _moves(later)


def _again(event: Event, later: Event, about: str) -> bool:
    """Whether the same was done again about the same."""
    return later.kind is event.kind and later.payload.get(about) == event.payload.get(about)


def _moves(event: Event) -> bool:
    """Whether an event moved an incident on, changed who is on it, or its limit."""
    if event.kind in RESTING:
        return False
    if event.kind is Deed.CORRECT:
        return "category" in fields(event)
    return not event.payload.keys().isdisjoint(("to", "member", "members", "stood"))


def fields(event: Event) -> frozenset[str]:
    """Which properties a correction has changed."""
    changes = event.payload.get("changes")
    return frozenset(changes) if isinstance(changes, Mapping) else frozenset()
