"""What to tell an operator whom another one was faster than: who did what, and when."""

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from console.db.log import COLUMNS, event_of
from console.db.tables import AssignmentRow, EventRow, MemberRow, SkillRow
from console.domain.errors import Refusal, Refused
from console.domain.events import Event
from console.domain.lifecycle import Deed
from console.domain.undoing import RESTING

_ABOUT_SEVERAL = (Deed.CLOSE_COURSE, Deed.SWAP_SHIFTS, Deed.PLAN_SHIFTS)
"""The deeds on several members at once; their events name them."""

_LOOK_BACK = 50
"""In how many of a member's last incidents the event about the member is looked for."""


_LEAVE_AS_IT_WAS = tuple(deed.value for deed in RESTING)
"""Deeds about an incident that overtake nobody."""


def overtaken(session: Session, incident: int) -> Refusal:
    """The incident is not as it was seen: its last event tells why."""
    last = _last(session, incident)
    return Refusal(Refused.OVERTAKEN, incident=incident, deed=last.kind.value, **_by(last))


def already_dispatched(session: Session, incident: int, member_name: str) -> Refusal:
    """The incident has somebody on it; told is who sent them."""
    last = _last(session, incident, Deed.DISPATCH, Deed.DISPATCH_TEAM, Deed.CALL)
    return Refusal(Refused.ALREADY_DISPATCHED, incident=incident, member=member_name, **_by(last))


def overtaken_member(session: Session, member: MemberRow) -> Refusal:
    """The member is not as they were seen; what changed them may have been about an incident."""
    incidents = (
        select(AssignmentRow.incident_id)
        .where(AssignmentRow.member_id == member.id)
        .order_by(AssignmentRow.id.desc())
        .limit(_LOOK_BACK)
    )
    rows = session.execute(
        select(*COLUMNS)
        .where(
            or_(
                and_(EventRow.subject_kind == "member", EventRow.subject_id == member.id),
                and_(EventRow.subject_kind == "incident", EventRow.subject_id.in_(incidents)),
                EventRow.kind.in_([deed.value for deed in _ABOUT_SEVERAL]),
                and_(
                    EventRow.subject_kind == "catalogue",
                    EventRow.kind == Deed.IMPORT_MEMBERS.value,
                ),
            )
        )
        .order_by(EventRow.seq.desc())
    )
    last = next(event for event in map(event_of, rows) if _is_about(event, member.id))
    return Refusal(Refused.OVERTAKEN, member=member.name, deed=last.kind.value, **_by(last))


def overtaken_skill(session: Session, skill: SkillRow) -> Refusal:
    """The skill is not as it was seen: who changed it last."""
    rows = session.execute(
        select(*COLUMNS)
        .where(
            EventRow.subject_kind == "catalogue",
            EventRow.kind.in_([Deed.ADD_SKILL.value, Deed.CHANGE_SKILL.value]),
        )
        .order_by(EventRow.seq.desc())
    )
    last = next(event for event in map(event_of, rows) if event.payload["skill"] == skill.code)
    return Refusal(Refused.OVERTAKEN, skill=skill.name, deed=last.kind.value, **_by(last))


def overtaken_course(session: Session, course: int) -> Refusal:
    """The course is not as it was seen: who changed it last."""
    last = event_of(
        session.execute(
            select(*COLUMNS)
            .where(EventRow.subject_kind == "course", EventRow.subject_id == course)
            .order_by(EventRow.seq.desc())
            .limit(1)
        ).one()
    )
    return Refusal(Refused.OVERTAKEN, course=course, deed=last.kind.value, **_by(last))


def _is_about(event: Event, member: int) -> bool:
    if event.kind in _ABOUT_SEVERAL:
        named = event.payload.get("members")
        return isinstance(named, list) and member in named
    if event.subject.kind != "incident" or event.payload.get("member") == member:
        return True
    together = event.payload.get("members")
    return isinstance(together, list) and member in together


def _last(session: Session, incident: int, *deeds: Deed) -> Event:
    chosen = select(*COLUMNS).where(
        EventRow.subject_kind == "incident", EventRow.subject_id == incident
    )
    if deeds:
        chosen = chosen.where(EventRow.kind.in_([deed.value for deed in deeds]))
    else:
        chosen = chosen.where(EventRow.kind.not_in(_LEAVE_AS_IT_WAS))
    return event_of(session.execute(chosen.order_by(EventRow.seq.desc()).limit(1)).one())


def _by(event: Event) -> dict[str, str]:
    return {
        "operator": event.operator,
        "workstation": event.workstation,
        "at": event.at.isoformat(),
    }
