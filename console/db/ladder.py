"""Read-only questions about the ladder, about what was raised, and about who is alone on scene."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import and_, exists, func, or_, select
from sqlalchemy.orm import Session

from console.db.incidents import read_incidents
from console.db.tables import LIVE, OPEN, AssignmentRow, IncidentRow
from console.db.tables_ladder import CheckInRow, CheckInRuleRow, RungRow, SupervisionRow
from console.domain.incident import AssignmentState, Incident
from console.domain.ladder import Card, Matter, Rung, Supervision, Who
from console.domain.safety import Presence, SafetyRules


def rungs(session: Session) -> tuple[Rung, ...]:
    """The ladder, the lowest rung first."""
    return tuple(
        Rung(
            row.position,
            row.share,
            timedelta(seconds=row.after_s),
            Who(row.who),
            Card(row.card),
            row.owner,
            timedelta(seconds=row.acknowledge_s),
            row.since,
        )
        for row in session.scalars(select(RungRow).order_by(RungRow.position))
    )


def safety_rules(session: Session) -> SafetyRules:
    """How often whoever is alone on scene checks in."""
    rows = {row.category: row for row in session.scalars(select(CheckInRuleRow))}
    urgent = rows.pop("", None)
    if urgent is None:
        return SafetyRules(urgent=None)
    return SafetyRules(
        _span(urgent.interval_s),
        {code: _span(row.interval_s) for code, row in rows.items()},
        urgent.owner,
        timedelta(seconds=urgent.acknowledge_s),
    )


def _span(seconds: int | None) -> timedelta | None:
    return None if seconds is None else timedelta(seconds=seconds)


def supervisions(
    session: Session, incidents: Collection[int] | None = None
) -> tuple[Supervision, ...]:
    """What was raised on some incidents, in order; on all that are open or await an answer."""
    chosen = select(SupervisionRow).order_by(SupervisionRow.id)
    if incidents is None:
        open_ones = select(IncidentRow.id).where(OPEN)
        chosen = chosen.where(
            or_(
                SupervisionRow.acknowledged_at.is_(None),
                SupervisionRow.incident_id.in_(open_ones),
            )
        )
    else:
        chosen = chosen.where(SupervisionRow.incident_id.in_(incidents))
    return tuple(map(supervision_of, session.scalars(chosen)))


def supervision_of(row: SupervisionRow) -> Supervision:
    """What was raised, as a value."""
    return Supervision(
        row.id,
        row.incident_id,
        Matter(row.matter),
        row.ends_at,
        row.step,
        Who(row.who),
        Card(row.card),
        row.owner,
        row.due_at,
        row.raised_at,
        row.answer_by,
        row.acknowledged_at,
        row.acknowledged_by,
    )


_WITH_SOMEBODY_THERE = select(AssignmentRow.incident_id).where(
    LIVE,  # For the sake of its index.
    AssignmentRow.state == AssignmentState.ON_SCENE.value,
)


def presences(session: Session, incidents: Collection[int] | None = None) -> tuple[Presence, ...]:
    """Who is or was at the incidents where somebody is on scene, or at some of them."""
    answered = (
        select(SupervisionRow.step, func.max(SupervisionRow.acknowledged_at).label("at"))
        .where(SupervisionRow.matter == Matter.SAFETY.value)
        .group_by(SupervisionRow.step)
        .subquery("answered")
    )
    there = _WITH_SOMEBODY_THERE
    if incidents is not None:
        there = there.where(AssignmentRow.incident_id.in_(incidents))
    rows = session.execute(
        select(
            AssignmentRow.id,
            AssignmentRow.incident_id,
            AssignmentRow.member_id,
            AssignmentRow.state,
            AssignmentRow.arrived_at,
            AssignmentRow.ended_at,
            CheckInRow.at,
            answered.c.at,
        )
        .outerjoin(CheckInRow, CheckInRow.assignment_id == AssignmentRow.id)
        .outerjoin(answered, answered.c.step == AssignmentRow.id)
        .where(AssignmentRow.incident_id.in_(there), AssignmentRow.arrived_at.is_not(None))
        .order_by(AssignmentRow.id)
    )
    return tuple(
        Presence(number, incident, member, AssignmentState(state), arrived, ended, _later(*heard))
        for number, incident, member, state, arrived, ended, *heard in rows
    )


def _later(*instants: datetime | None) -> datetime | None:
    return max((at for at in instants if at is not None), default=None)


def climbing(session: Session, last: int, until: datetime | None) -> tuple[Incident, ...]:
    """The open incidents that have not yet reached the last rung of the limit that runs.

    Args:
        session: Within whose snapshot to read.
        last: The position of the rung that is due last.
        until: Only those whose limit has ended by then; None for all.
    """
    reached = exists().where(
        SupervisionRow.incident_id == IncidentRow.id,
        SupervisionRow.matter == Matter.LIMIT.value,
        SupervisionRow.ends_at == IncidentRow.due_at,
        SupervisionRow.step == last,
    )
    ended = IncidentRow.due_at.is_not(None) if until is None else IncidentRow.due_at <= until
    return read_incidents(session, lambda all_: all_.where(and_(OPEN, ended, ~reached)))


def next_end(session: Session, after: datetime) -> datetime | None:
    """When the next limit ends after an instant; None if none runs."""
    return session.scalars(
        select(func.min(IncidentRow.due_at)).where(OPEN, IncidentRow.due_at > after)
    ).first()


def raised_steps(
    session: Session, incidents: Collection[int]
) -> set[tuple[int, Matter, datetime, int]]:
    """What was raised already on some incidents: incident, matter, end and step."""
    rows = session.execute(
        select(
            SupervisionRow.incident_id,
            SupervisionRow.matter,
            SupervisionRow.ends_at,
            SupervisionRow.step,
        ).where(SupervisionRow.incident_id.in_(incidents))
    )
    return {(number, Matter(matter), ends, step) for number, matter, ends, step in rows}


def on_scene(session: Session) -> tuple[Incident, ...]:
    """The incidents at which somebody is."""
    return read_incidents(
        session, lambda all_: all_.where(OPEN, IncidentRow.id.in_(_WITH_SOMEBODY_THERE))
    )
