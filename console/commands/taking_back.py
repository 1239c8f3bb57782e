"""Taking a deed back: as an event of its own, where the table of undoing and the log allow it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import select

from console.commands import attachments, correcting, incidents, languages, major, members, merging
from console.commands.calling_back import call_back, reinstate, unsend
from console.commands.moves import outcome, restore
from console.commands.office import Outcome, Work
from console.commands.rows import found, incident_row, member_row
from console.db.log import COLUMNS, event_of
from console.db.tables import AssignmentRow, AttachmentRow, EventRow
from console.db.tables_ladder import CheckInRow, SupervisionRow
from console.domain.category import Priority
from console.domain.errors import Refusal, Refused
from console.domain.events import Event
from console.domain.incident import AssignmentState
from console.domain.lifecycle import Deed
from console.domain.orders import (
    ChangeDuty,
    Correct,
    CorrectNote,
    JoinMajor,
    LeaveMajor,
    Merge,
    NeedLanguage,
    Separate,
    StandDown,
    TakeBack,
    TurnPhoto,
)
from console.domain.people import OPERATOR_DUTIES, Duty, bound_duty
from console.domain.rights import require
from console.domain.undoing import (
    UNDOES,
    UNDOING,
    Taking,
    refusal,
)

_BEFORE = {
    Deed.ACKNOWLEDGE: (AssignmentState.ACKNOWLEDGED, AssignmentState.DISPATCHED),
    Deed.SET_OUT: (AssignmentState.EN_ROUTE, AssignmentState.ACKNOWLEDGED),
    Deed.ARRIVE: (AssignmentState.ON_SCENE, AssignmentState.EN_ROUTE),
}
"""Where a member's answer has led, and where it came from."""


def take_back(work: Work, order: TakeBack) -> Outcome:
    """Take back what an event tells.

    Raises:
        Refusal: FINAL, ACTED_SINCE, TAKEN_BACK, TOO_LATE or NOT_YOURS, with who and what; or what
            the deed refuses that takes it back.
    """
    event = _event(work, order)
    require(work.actor, event.kind)
    _require_possible(work, order, event)
    done = _BODIES[event.kind](work, event, order.note)
    told: dict[str, object] = {UNDOES: event.seq}
    if order.deed is Deed.TAKE_BACK:
        told["deed"] = event.kind.value
    return replace(done, payload=dict(done.payload) | told)


def _event(work: Work, order: TakeBack) -> Event:
    row = work.session.execute(
        select(*COLUMNS).where(
            EventRow.seq == order.event,
            EventRow.subject_kind == order.subject.kind,
            EventRow.subject_id == order.subject.id,
        )
    ).one_or_none()
    if row is None:
        raise Refusal(Refused.BAD_VALUE, field="event", value=order.event)
    return event_of(row)


def _require_possible(work: Work, order: TakeBack, event: Event) -> None:
    if event.operator != work.actor.operator:
        raise Refusal(Refused.NOT_YOURS, deed=event.kind.value, operator=event.operator)
    # Read before the log is: if somebody goes on from it meanwhile, its version tells.
    if event.subject.kind == "incident":
        incident_row(work, event.subject.id)
    refused = refusal(event, _later(work, event), work.now)
    if refused is not None:
        raise refused
    taking = UNDOING[event.kind]
    if not isinstance(taking, Taking) or taking.by is not order.deed:
        raise Refusal(Refused.BAD_VALUE, field="deed", value=order.deed.value)


def _later(work: Work, event: Event) -> list[Event]:
    rows = work.session.execute(
        select(*COLUMNS)
        .where(
            EventRow.subject_kind == event.subject.kind,
            EventRow.subject_id == event.subject.id,
            EventRow.seq > event.seq,
        )
        .order_by(EventRow.seq)
    )
    return [event_of(row) for row in rows]


# How each deed is taken back


def _moved(work: Work, event: Event, note: str) -> Outcome:
    """The incident stands where it stood, and whoever was let go of is on it again."""
    back = reinstate(work, event)
    row = incident_row(work, event.subject.id)
    payload = restore(work, row, _stood(event))
    if event.kind is Deed.RETURN:
        row.returns -= 1
    return outcome(row.id, payload | call_back(work, row, back), note)


def _extended(work: Work, event: Event, note: str) -> Outcome:
    row = incident_row(work, event.subject.id)
    restore(work, row, _stood(event))
    row.extensions -= 1
    return outcome(row.id, {}, note)


def _answered(work: Work, event: Event, note: str) -> Outcome:
    """What a member has answered is not yet answered."""
    member = member_row(work, int(str(event.payload["member"])))
    row = incident_row(work, event.subject.id)
    at, before = _BEFORE[event.kind]
    assignment = work.session.scalars(
        select(AssignmentRow).where(
            AssignmentRow.incident_id == row.id,
            AssignmentRow.member_id == member.id,
            AssignmentRow.state == at.value,
        )
    ).one_or_none()
    if assignment is None:
        raise Refusal(Refused.NOT_ON_IT, member=member.name, incident=row.id)
    payload = restore(work, row, _stood(event)) if "to" in event.payload else {}
    assignment.state = before.value
    match event.kind:
        case Deed.ACKNOWLEDGE:
            assignment.acknowledged_at = None
        case Deed.SET_OUT:
            assignment.set_out_at = None
        case _:
            assignment.arrived_at = None
    work.session.flush()
    running = work.session.scalars(
        select(AssignmentRow.state).where(
            AssignmentRow.member_id == member.id, AssignmentRow.ended_at.is_(None)
        )
    )
    if Duty(member.duty) not in OPERATOR_DUTIES - {Duty.ON_DUTY}:
        member.duty = (bound_duty({AssignmentState(one) for one in running}) or Duty.ON_DUTY).value
    named = {"member": member.id, "member_name": member.name, "duty": member.duty}
    return outcome(row.id, payload | named, note)


def _merged(work: Work, event: Event, note: str) -> Outcome:
    return merging.separate(work, Separate(event.subject.id, note=note))


def _separated(work: Work, event: Event, note: str) -> Outcome:
    into = int(str(event.payload["into"]))
    return incidents.merge(work, Merge(event.subject.id, into, note=note))


def _led_otherwise(work: Work, event: Event, note: str) -> Outcome:
    """What was led together is led apart again, and the other way round."""
    number, why = event.subject.id, note or "–"
    match event.kind:
        case Deed.DECLARE_MAJOR:
            return major.stand_down(work, StandDown(number, why))
        case Deed.JOIN_MAJOR:
            return major.leave_major(work, LeaveMajor(number, note))
        case Deed.LEAVE_MAJOR:
            of = int(str(event.payload["major"]))
            return major.join_major(work, JoinMajor(number, of, note))
        case _:
            parts: Any = event.payload.get("incidents", [])
            return major.lead_again(work, number, list(parts), note)


def _noted(work: Work, event: Event, _note: str) -> Outcome:
    """A note is struck through; a correction gives way to the words before it."""
    before = str(event.payload.get("before", ""))
    return correcting.correct_note(work, CorrectNote(event.subject.id, event.seq, before))


def _corrected(work: Work, event: Event, note: str) -> Outcome:
    changes: Any = event.payload["changes"]
    before = {field: old for field, (old, _new) in changes.items()}
    if "priority" in before:
        before["priority"] = Priority(before["priority"])
    return correcting.correct(work, Correct(event.subject.id, note=note, **before))


def _language_named(work: Work, event: Event, _note: str) -> Outcome:
    before = str(event.payload.get("before") or "")
    return languages.need_language(work, NeedLanguage(event.subject.id, before))


def _duty_changed(work: Work, event: Event, _note: str) -> Outcome:
    member = member_row(work, event.subject.id)
    if member.duty != event.payload["duty"]:
        raise Refusal(Refused.DUTY_BOUND, member=member.name, duty=member.duty)
    return members.change_duty(work, ChangeDuty(member.id, Duty(str(event.payload["from"]))))


def _attached(work: Work, event: Event, note: str) -> Outcome:
    """The photo was attached in error: it is marked so, and kept."""
    row = found(work.session, AttachmentRow, int(str(event.payload["attachment"])), lock=True)
    if row is None or row.incident_id != event.subject.id:
        raise Refusal(Refused.BAD_VALUE, field="attachment", value=event.seq)
    row.withdrawn_at = work.now
    return outcome(event.subject.id, {"attachment": row.id, "name": row.name}, note)


def _turned(work: Work, event: Event, _note: str) -> Outcome:
    """The photo is shown as it was shown before."""
    number, before = (int(str(event.payload.get(name, 0))) for name in ("attachment", "before"))
    return attachments.turn_photo(work, TurnPhoto(event.subject.id, number, before))


def _card_acknowledged(work: Work, event: Event, note: str) -> Outcome:
    """The card waits for its owner's answer again."""
    number = int(str(event.payload["supervision"]))
    row = found(work.session, SupervisionRow, number, lock=True)
    if row is None or row.incident_id != event.subject.id:
        raise Refusal(Refused.UNKNOWN_CARD, card=number)
    row.acknowledged_at, row.acknowledged_by = None, ""
    return outcome(event.subject.id, {"supervision": row.id}, note)


def _checked_in(work: Work, event: Event, note: str) -> Outcome:
    """Nobody was heard of: their clock counts from when it counted before."""
    row = work.session.get(CheckInRow, int(str(event.payload["assignment"])))
    if row is None:
        raise Refusal(Refused.NOBODY_ON_SCENE, incident=event.subject.id)
    before = event.payload.get("before")
    if before is None:
        work.session.delete(row)
    else:
        row.at = datetime.fromisoformat(str(before))
    return outcome(event.subject.id, {"assignment": row.assignment_id}, note)


def _stood(event: Event) -> Any:
    return event.payload["stood"]


_MOVES = (
    *(Deed.VERIFY, Deed.REJECT, Deed.RESOLVE, Deed.SEND_BACK, Deed.CHECK, Deed.CLOSE),
    *(Deed.REOPEN, Deed.SUSPEND, Deed.RESUME, Deed.ESCALATE, Deed.WITHDRAW, Deed.RETURN),
)

_BODIES: dict[Deed, Callable[[Work, Event, str], Outcome]] = {
    **dict.fromkeys(_MOVES, _moved),
    **dict.fromkeys((Deed.ACKNOWLEDGE, Deed.SET_OUT, Deed.ARRIVE), _answered),
    **dict.fromkeys((Deed.DISPATCH, Deed.DISPATCH_TEAM, Deed.ADD_MEMBER), unsend),
    **dict.fromkeys((Deed.CALL, Deed.RESERVE), unsend),
    **dict.fromkeys((Deed.MERGE, Deed.JOIN), _merged),
    **dict.fromkeys((Deed.DECLARE_MAJOR, Deed.STAND_DOWN), _led_otherwise),
    **dict.fromkeys((Deed.JOIN_MAJOR, Deed.LEAVE_MAJOR), _led_otherwise),
    **dict.fromkeys((Deed.COMMENT, Deed.CORRECT_NOTE), _noted),
    Deed.SEPARATE: _separated,
    Deed.EXTEND: _extended,
    Deed.CORRECT: _corrected,
    Deed.NEED_LANGUAGE: _language_named,
    Deed.CHANGE_DUTY: _duty_changed,
    Deed.ATTACH: _attached,
    Deed.TURN_PHOTO: _turned,
    Deed.ACKNOWLEDGE_CARD: _card_acknowledged,
    Deed.CHECK_IN: _checked_in,
}
"""How each deed is taken back that can be; the table in ``domain/undoing.py`` says which can."""
