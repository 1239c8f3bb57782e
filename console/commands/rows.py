"""How deeds load rows: found, locked where others must wait, compared with what was seen."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload
from sqlalchemy.orm.interfaces import ORMOption

from console.commands.office import Work
from console.commands.overtaking import overtaken, overtaken_member, overtaken_skill
from console.db.tables import (
    LIVE,
    LIVE_PRIMARY,
    AssignmentRow,
    Base,
    CategoryRow,
    CenterRow,
    IncidentRow,
    MemberRow,
    SkillRow,
)
from console.db.types import is_key
from console.domain.category import Category, LimitClock
from console.domain.errors import Refusal, Refused
from console.domain.incident import AssignmentState
from console.domain.worktime import (
    DEFAULT_HOURS,
    PLAIN,
    Calendar,
    WorkingCalendar,
    WorkingHours,
)

_Row = TypeVar("_Row", bound=Base)


_WITH_KIND = joinedload(IncidentRow.kind, innerjoin=True)


def found(
    session: Session,
    table: type[_Row],
    number: int,
    *,
    lock: bool = False,
    options: Sequence[ORMOption] = (),
) -> _Row | None:
    """The row with an id, or None if there is none; locked until the deed's end if so wished."""
    if not is_key(number):
        return None
    return session.get(table, number, with_for_update=lock or None, options=options)


def incident_row(work: Work, incident: int, seen: int | None = None) -> IncidentRow:
    """The incident of a deed.

    It is not locked: if another workstation is faster, the row's version tells, see ``Office``.

    Args:
        work: The deed's transaction.
        incident: The incident's id.
        seen: The version that the operator's screen showed, or None for whatever it is now.

    Raises:
        Refusal: If there is none, or it is no longer as it was seen.
    """
    # With its category, which nearly every deed asks for next.
    row = found(work.session, IncidentRow, incident, options=(_WITH_KIND,))
    if row is None:
        raise Refusal(Refused.UNKNOWN_INCIDENT, incident=incident)
    if seen not in (None, row.version):
        raise overtaken(work.session, incident)
    return row


def category_row(session: Session, code: str) -> CategoryRow:
    """A category.

    Raises:
        Refusal: If there is none with this code.
    """
    row = session.get(CategoryRow, code)
    if row is None:
        raise Refusal(Refused.UNKNOWN_CATEGORY, category=code)
    return row


def calendar_of(session: Session, category: Category) -> Calendar:
    """By which calendar the limits of a category are counted."""
    if category.limits.clock is LimitClock.PLAIN:
        return PLAIN
    return working_calendar(session)


def working_calendar(session: Session) -> WorkingCalendar:
    """The calendar of the center's working hours; of the default ones where no center is known."""
    center = session.get(CenterRow, 1)
    if center is None:
        return WorkingCalendar(DEFAULT_HOURS, ZoneInfo("UTC"))
    return WorkingCalendar(WorkingHours.of(center.hours), ZoneInfo(center.zone))


def skill_row(work: Work, code: str, seen: int | None = None) -> SkillRow:
    """A skill of the catalogue.

    Raises:
        Refusal: If there is none with this code, or it is no longer as it was seen.
    """
    row = work.session.get(SkillRow, code)
    if row is None:
        raise Refusal(Refused.UNKNOWN_SKILL, skill=code)
    if seen not in (None, row.version):
        raise overtaken_skill(work.session, row)
    return row


def member_row(work: Work, member: int, seen: int | None = None) -> MemberRow:
    """The member of a deed, locked until the deed's end.

    A member's duty follows from all of their assignments together, so that two deeds about two
    incidents of one member must not be judged at the same time.

    Raises:
        Refusal: If there is none, or they are no longer as they were seen.
    """
    row = found(work.session, MemberRow, member, lock=True)
    if row is None:
        raise Refusal(Refused.UNKNOWN_MEMBER, member=member)
    if seen not in (None, row.version):
        raise overtaken_member(work.session, row)
    return row


def assignment_row(session: Session, incident: int) -> AssignmentRow | None:
    """The live primary assignment of an incident, if it has one."""
    return session.scalars(
        select(AssignmentRow).where(AssignmentRow.incident_id == incident, LIVE_PRIMARY)
    ).first()


def running_states(
    session: Session, member: int, but: int | None = None
) -> frozenset[AssignmentState]:
    """The states of the assignments that bind a member, but for the one with an id."""
    rows = session.execute(
        select(AssignmentRow.id, AssignmentRow.state).where(
            AssignmentRow.member_id == member, LIVE
        )
    )
    return frozenset(AssignmentState(state) for number, state in rows if number != but)


def today(work: Work) -> date:
    """The day that it is in the center."""
    return day_in(work.session.scalars(select(CenterRow.zone)).first(), work.now)


def day_in(zone: str | None, at: datetime) -> date:
    """The day that an instant falls on in a zone; without one, in UTC."""
    return at.astimezone(ZoneInfo(zone or "UTC")).date()
