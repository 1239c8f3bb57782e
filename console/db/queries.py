"""Read-only questions; every answer is a domain value, made within one snapshot."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from console.db.chunks import chunks
from console.db.courses import courses
from console.db.dealings import dealt_lately, languages
from console.db.incidents import read_incidents, read_some
from console.db.ladder import presences, rungs, safety_rules, supervisions
from console.db.log import COLUMNS, event_of
from console.db.members import members
from console.db.shifts import shift_kinds, shifts
from console.db.tables import (
    OPEN,
    AssignmentRow,
    AttachmentRow,
    CameraRow,
    CategoryRow,
    CenterRow,
    EventHeadRow,
    EventRow,
    GridRow,
    IncidentRow,
    RoadRow,
    SkillRow,
    WeightRow,
)
from console.db.tables_teams import roles_and_teams
from console.db.values import (
    assignment_of,
    attachment_of,
    camera_of,
    category_of,
    center_of,
    grid_of,
    road_of,
    skill_of,
)
from console.domain.change import Case, Catalogue, Center, Snapshot
from console.domain.errors import Refusal, Refused
from console.domain.events import Event
from console.domain.incident import ENDED, TO_CHECK, Incident, State
from console.domain.weights import NAMES, Weights

LAST_EVENTS = 200
"""How many events a console begins with."""

_NO_CENTER = Center("", "", "", "Asia/Shanghai", demonstration=False)


def snapshot(session: Session) -> Snapshot:
    """Everything that is open now."""
    seq = session.execute(select(EventHeadRow.seq)).scalar_one()
    last = session.execute(select(*COLUMNS).order_by(EventRow.seq.desc()).limit(LAST_EVENTS))
    events = tuple(event_of(row) for row in last)[::-1]
    return Snapshot(
        seq=seq,
        catalogue=catalogue(session),
        members=members(session, until=events[-1].at if events else None),
        incidents=open_incidents(session),
        events=events,
        courses=courses(session),
        supervisions=supervisions(session),
        presences=presences(session),
        dealt=dealt_lately(session, until=events[-1].at if events else None),
        shift_kinds=shift_kinds(session),
        shifts=shifts(session, at=events[-1].at if events else None),
    )


def catalogue(session: Session) -> Catalogue:
    """What changes seldom; before a center is established it is empty."""
    center = session.scalars(select(CenterRow)).first()
    return Catalogue(
        center=_NO_CENTER if center is None else center_of(center),
        grids=tuple(map(grid_of, session.scalars(select(GridRow).order_by(GridRow.code)))),
        skills=tuple(
            map(
                skill_of,
                session.scalars(select(SkillRow).order_by(SkillRow.position, SkillRow.code)),
            )
        ),
        categories=tuple(
            map(category_of, session.scalars(select(CategoryRow).order_by(CategoryRow.code)))
        ),
        cameras=tuple(map(camera_of, session.scalars(select(CameraRow).order_by(CameraRow.code)))),
        roads=tuple(map(road_of, session.scalars(select(RoadRow).order_by(RoadRow.id)))),
        weights=weights(session),
        ladder=rungs(session),
        safety=safety_rules(session),
        **roles_and_teams(session),
        languages=languages(session),
    )


def weights(session: Session) -> Weights:
    """What counts how much when somebody is proposed; what was never changed is the default."""
    rows = session.execute(select(WeightRow.name, WeightRow.value))
    # A later version may have known more of them.
    return Weights().changed({name: value for name, value in rows if name in NAMES})


def open_incidents(session: Session) -> tuple[Incident, ...]:
    """All open incidents, in no order."""
    return read_incidents(session, lambda all_: all_.where(OPEN))


def get_incident(session: Session, incident: int) -> Incident:
    """One incident, open or ended.

    Raises:
        Refusal: UNKNOWN_INCIDENT if there is none.
    """
    found = incidents_by_id(session, [incident])
    if not found:
        raise Refusal(Refused.UNKNOWN_INCIDENT, incident=incident)
    return found[0]


def incidents_by_id(session: Session, ids: Collection[int]) -> tuple[Incident, ...]:
    """The incidents with these numbers, open or ended; unknown numbers are left out."""
    parts = (read_some(session, some) for some in chunks(sorted(ids)))
    return tuple(incident for part in parts for incident in part)


def list_incidents(
    session: Session, states: Collection[State] | None = None, limit: int = 100
) -> tuple[Incident, ...]:
    """The newest incidents in some states; of all open ones if no states are given."""
    chosen = select(IncidentRow.id).order_by(IncidentRow.id.desc()).limit(limit)
    if states is None or not ENDED & set(states):
        chosen = chosen.where(OPEN)
    if states is not None:
        chosen = chosen.where(IncidentRow.state.in_([state.value for state in states]))
    found = incidents_by_id(session, session.scalars(chosen).all())
    return tuple(sorted(found, key=lambda incident: -incident.id))


def case(session: Session, incident: int) -> Case:
    """One incident in full; it holds personal data.

    Raises:
        Refusal: UNKNOWN_INCIDENT if there is none.
    """
    # Late: no start needs the outbox, or how incidents end.
    from console.db.channels import messages_on
    from console.db.endings import end_reasons, handlers
    from console.db.major import led_parts
    from console.db.merged import parts_of

    shown = get_incident(session, incident)
    personal = session.execute(
        select(
            IncidentRow.description, IncidentRow.reporter_name, IncidentRow.reporter_phone
        ).where(IncidentRow.id == incident)
    ).one()
    sent = session.scalars(
        select(AssignmentRow)
        .where(AssignmentRow.incident_id == incident)
        .order_by(AssignmentRow.id)
    )
    attached = session.scalars(
        select(AttachmentRow)
        .where(AttachmentRow.incident_id == incident)
        .order_by(AttachmentRow.id)
    )
    return Case(
        incident=shown,
        description=personal.description,
        reporter_name=personal.reporter_name,
        reporter_phone=personal.reporter_phone,
        timeline=timeline(session, "incident", incident),
        assignments=tuple(map(assignment_of, sent)),
        attachments=tuple(map(attachment_of, attached)),
        messages=messages_on(session, incident),
        handlers=handlers(session, incident) if shown.state in TO_CHECK else (),
        reasons=end_reasons(session),
        parts=parts_of(session, incident),
        led=led_parts(session, incident) if shown.leads else (),
    )


def timeline(session: Session, kind: str, subject: int) -> tuple[Event, ...]:
    """All events about one subject, the oldest first."""
    rows = session.execute(
        select(*COLUMNS)
        .where(EventRow.subject_kind == kind, EventRow.subject_id == subject)
        .order_by(EventRow.seq)
    )
    return tuple(map(event_of, rows))
