"""Read what members have dealt with lately, and which languages there are."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session

from console.db.tables import AssignmentRow, IncidentRow
from console.db.tables_languages import LanguageRow
from console.db.values import place_of
from console.domain.continuity import REMEMBERED, Dealt
from console.domain.incident import AssignmentState
from console.domain.languages import Language

MOST = 20_000
"""So many are read at the start, the latest: some weeks of a busy town, in a tenth of a second."""

_WAS_THERE: ColumnElement[bool] = or_(
    AssignmentRow.arrived_at.is_not(None), AssignmentRow.state == AssignmentState.DONE.value
)


def dealt_lately(session: Session, until: datetime | None) -> tuple[Dealt, ...]:
    """What was dealt with in the days before an instant; nothing before the first event."""
    if until is None:
        return ()
    lately = _dealt().where(AssignmentRow.dispatched_at > until - REMEMBERED)
    return _read(session, lately.order_by(AssignmentRow.dispatched_at.desc()).limit(MOST))


def dealt_for(session: Session, incidents: Collection[int]) -> tuple[Dealt, ...]:
    """All that was dealt with for some incidents."""
    if not incidents:
        return ()
    return _read(session, _dealt().where(AssignmentRow.incident_id.in_(sorted(incidents))))


def languages(session: Session) -> tuple[Language, ...]:
    """The languages in their order."""
    rows = session.scalars(select(LanguageRow).order_by(LanguageRow.position, LanguageRow.code))
    return tuple(
        Language(row.code, row.name, row.name_en, tuple(map(str, row.words))) for row in rows
    )


def _dealt() -> Select[*tuple[Any, ...]]:
    return (
        select(
            AssignmentRow.incident_id,
            AssignmentRow.member_id,
            IncidentRow.category,
            IncidentRow.address,
            IncidentRow.lon,
            IncidentRow.lat,
            IncidentRow.merged_into,
            AssignmentRow.dispatched_at,
            AssignmentRow.arrived_at,
            AssignmentRow.ended_at,
            AssignmentRow.state,
        )
        .join(IncidentRow, IncidentRow.id == AssignmentRow.incident_id)
        .where(_WAS_THERE)
    )


def _read(session: Session, chosen: Select[*tuple[Any, ...]]) -> tuple[Dealt, ...]:
    return tuple(
        Dealt(
            incident,
            member,
            category,
            address,
            place_of(lon, lat),
            merged_into,
            at,
            arrived_at,
            ended_at if state == AssignmentState.DONE.value else None,
        )
        for (
            incident,
            member,
            category,
            address,
            lon,
            lat,
            merged_into,
            at,
            arrived_at,
            ended_at,
            state,
        ) in session.execute(chosen)
    )
