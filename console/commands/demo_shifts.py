"""The demonstration's shifts (*modelled*): three shifts in every base grid, and one hole."""

from collections import defaultdict
from datetime import date
from uuid import uuid4

from sqlalchemy import select

from console.commands.office import Office, Outcome, Work
from console.commands.rows import today
from console.commands.shifts import SHIFT_PLAN
from console.db.shifts import shift_kinds, text_of
from console.db.tables import MemberRow
from console.db.tables_shifts import ShiftDayRow, ShiftPatternRow
from console.domain.codes import base_of
from console.domain.lifecycle import Deed
from console.domain.shifts import DAY, WEEK_DAYS, Days, Why

REASON = "调休（演示数据）"


def plan_demo_shifts(office: Office) -> None:
    """Give every member of the demonstration a week, as one deed.

    The members of each base grid take turns over the shifts and have two free days in a row. In
    the last base grid all of the night are on leave today and tomorrow: the hole to be seen.

    Raises:
        FaultError: If the database fails.
    """
    office.run(Deed.PLAN_SHIFTS, uuid4(), _body, SHIFT_PLAN)


def _body(work: Work) -> Outcome:
    codes = [kind.code for kind in shift_kinds(work.session)]
    teams: dict[str, list[int]] = defaultdict(list)
    rows = work.session.execute(
        select(MemberRow.id, MemberRow.grid)
        .where(MemberRow.grid.is_not(None))
        .order_by(MemberRow.grid, MemberRow.number)
    )
    for member, grid in rows:
        teams[base_of(str(grid))].append(member)
    for team in teams.values():
        work.session.add_all(
            ShiftPatternRow(member_id=member, days=text_of(_week(place, codes)))
            for place, member in enumerate(team)
        )
    first = today(work)
    night = teams[max(teams)][len(codes) - 1 :: len(codes)]
    for member in night:
        work.session.add_all(_leave(member, day) for day in (first, first + DAY))
    members = [member for team in teams.values() for member in team]
    return Outcome(
        SHIFT_PLAN,
        {
            "members": members,
            "count": len(members) * WEEK_DAYS,
            "first": first.isoformat(),
            "last": (first + (WEEK_DAYS - 1) * DAY).isoformat(),
        },
    )


def _week(place: int, codes: list[str]) -> Days:
    """Who is at a place in a team: its shift, and two free days that differ from the others'."""
    code = codes[place % len(codes)]
    free = (5 + 2 * (place // len(codes))) % WEEK_DAYS
    return tuple(
        None if day in (free, (free + 1) % WEEK_DAYS) else code for day in range(WEEK_DAYS)
    )


def _leave(member: int, day: date) -> ShiftDayRow:
    return ShiftDayRow(member_id=member, day=day, why=Why.LEAVE.value, note=REASON)
