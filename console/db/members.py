"""Read members with their badges: all of them at the start, some after each deed."""

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, false, func, select
from sqlalchemy.orm import Session

from console.db.chunks import chunks
from console.db.tables import LIVE, AssignmentRow, BadgeRow, MemberRow, SkillRow
from console.db.types import Utc
from console.db.values import BADGE_COLUMNS, MEMBER_COLUMNS, badges_of, members_of
from console.domain.incident import UNDONE
from console.domain.people import WEEK, Member

_IN_ORDER = (SkillRow.position, SkillRow.code)
_WIDTH = len(MEMBER_COLUMNS) + 2
"""So many columns are a member's: their own, how many assignments run, how many were given."""


def members(
    session: Session, ids: Collection[int] | None = None, until: datetime | None = None
) -> tuple[Member, ...]:
    """All members, or those with these ids, in the order of their numbers.

    ``until`` is the end of the seven days in which a member's assignments are counted; without it
    they are not.
    """
    if ids is None:
        return _all(session, until)
    parts = (_some(session, some, until) for some in chunks(sorted(ids)))
    found = [member for part in parts for member in part]
    return tuple(sorted(found, key=lambda member: member.number))


def _all(session: Session, until: datetime | None) -> tuple[Member, ...]:
    given = {"since": until and until - WEEK}
    badges = select(*BADGE_COLUMNS).join(SkillRow, SkillRow.code == BadgeRow.skill)
    held = badges_of(session.execute(badges.order_by(*_IN_ORDER)))
    chosen = _statement(among=False, counted=until is not None)
    return members_of(session.execute(chosen, given), held)


def _some(session: Session, ids: Sequence[int], until: datetime | None) -> tuple[Member, ...]:
    """In one statement, a row for each badge: deeds wait for it."""
    given = {"ids": ids, "since": until and until - WEEK}
    rows = session.execute(_with_badges(counted=until is not None), given).all()
    own = {row[0]: row[:_WIDTH] for row in rows}
    held = badges_of(row[_WIDTH:] for row in rows if row[_WIDTH] is not None)
    return members_of(own.values(), held)


@cache
def _with_badges(*, counted: bool) -> Select[*tuple[Any, ...]]:
    return (
        _statement(among=True, counted=counted)
        .add_columns(*BADGE_COLUMNS)
        .outerjoin(BadgeRow, BadgeRow.member_id == MemberRow.id)
        .outerjoin(SkillRow, SkillRow.code == BadgeRow.skill)
        .order_by(*_IN_ORDER)
    )


@cache
def _statement(*, among: bool, counted: bool) -> Select[*tuple[Any, ...]]:
    """What reads members, put together once and not at each change."""
    ids: BindParameter[Any] = bindparam("ids", expanding=True)
    since = bindparam("since", type_=Utc)
    # Two groupings and not one: each has an index that leaves out all that lies in the past.
    running = select(AssignmentRow.member_id, func.count().label("n")).where(LIVE)
    recent = select(AssignmentRow.member_id, func.count().label("n")).where(
        AssignmentRow.dispatched_at > since if counted else false(),
        # Whoever was called back, or sent it back, has not been at work.
        AssignmentRow.state.not_in([state.value for state in UNDONE]),
    )
    if among:
        running = running.where(AssignmentRow.member_id.in_(ids))
        recent = recent.where(AssignmentRow.member_id.in_(ids))
    loads = running.group_by(AssignmentRow.member_id).subquery("loads")
    weeks = recent.group_by(AssignmentRow.member_id).subquery("weeks")
    chosen = (
        select(*MEMBER_COLUMNS, func.coalesce(loads.c.n, 0), func.coalesce(weeks.c.n, 0))
        .outerjoin(loads, loads.c.member_id == MemberRow.id)
        .outerjoin(weeks, weeks.c.member_id == MemberRow.id)
        .order_by(MemberRow.number)
    )
    return chosen.where(MemberRow.id.in_(ids)) if among else chosen
