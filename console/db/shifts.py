"""Read-only questions about shifts: two statements for everybody, with small rows."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from console.db.chunks import chunks
from console.db.tables_shifts import ShiftDayRow, ShiftKindRow, ShiftPatternRow
from console.domain.shifts import FREE, DayPlan, Days, MemberShifts, ShiftKind, Why

KNOWN_PAST = timedelta(days=35)
"""Days that differ are known to a console for so long; the database keeps all of them."""

_PARSED: dict[str, Days] = {}


def shift_kinds(session: Session) -> tuple[ShiftKind, ...]:
    """The shifts of the day in their order."""
    rows = session.scalars(select(ShiftKindRow).order_by(ShiftKindRow.position, ShiftKindRow.code))
    return tuple(
        ShiftKind(row.code, row.sign, row.name, row.name_en, row.begins, row.ends) for row in rows
    )


def shifts(
    session: Session, members: Collection[int] | None = None, at: datetime | None = None
) -> tuple[MemberShifts, ...]:
    """The shifts of all members who have any, or of some members, planned or not.

    Args:
        session: A reader's session.
        members: Whose; None for everybody's.
        at: Days longer ago than `KNOWN_PAST` before it are left out.
    """
    if members is None:
        return _read(session, None, at)
    parts = chunks(sorted(members))
    return tuple(one for part in parts for one in _read(session, part, at))


def _read(
    session: Session, members: list[int] | None, at: datetime | None
) -> tuple[MemberShifts, ...]:
    patterns = select(ShiftPatternRow.member_id, ShiftPatternRow.days)
    days = select(
        ShiftDayRow.member_id,
        ShiftDayRow.day,
        ShiftDayRow.kind,
        ShiftDayRow.why,
        ShiftDayRow.note,
        ShiftDayRow.partner_id,
    )
    if members is not None:
        patterns = patterns.where(ShiftPatternRow.member_id.in_(members))
        days = days.where(ShiftDayRow.member_id.in_(members))
    if at is not None:
        days = days.where(ShiftDayRow.day >= (at - KNOWN_PAST).date())
    weeks = {member: days_of(text) for member, text in session.execute(patterns)}
    differing: dict[int, dict[date, DayPlan]] = {}
    for member, day, kind, why, note, partner in session.execute(days):
        differing.setdefault(member, {})[day] = DayPlan(kind, Why(why), note, partner)
    wanted = members if members is not None else {**weeks, **differing}
    return tuple(MemberShifts(m, weeks.get(m, FREE), differing.get(m, {})) for m in wanted)


def days_of(text: str) -> Days:
    """A pattern as its row holds it; the same few texts come for thousands of members."""
    found = _PARSED.get(text)
    if found is None:
        found = _PARSED[text] = tuple(code or None for code in text.split(","))
    return found


def text_of(days: Days) -> str:
    """A pattern as its row holds it."""
    return ",".join(code or "" for code in days)
