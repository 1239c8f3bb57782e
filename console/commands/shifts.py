"""Deeds on shifts: patterns, leave, single days, swaps, and a whole plan from a file at once."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import delete
from sqlalchemy.orm.attributes import flag_modified

from console.commands.office import Outcome, Work
from console.commands.rows import member_row
from console.db.shifts import shift_kinds, shifts, text_of
from console.db.tables import MemberRow
from console.db.tables_shifts import ShiftDayRow, ShiftPatternRow
from console.domain.errors import Refusal, Refused
from console.domain.events import Subject
from console.domain.orders import (
    CancelLeave,
    ChangeShift,
    GrantLeave,
    PlanShifts,
    SetPattern,
    SwapShifts,
)
from console.domain.shifts import (
    DAY,
    FREE_SIGN,
    LONGEST_LEAVE,
    WEEK_DAYS,
    Days,
    MemberShifts,
    ShiftKind,
    Why,
    clash,
    clash_on,
)
from console.domain.text import clean, one_line

NOTE_LIMIT = 200

SHIFT_PLAN = Subject("shifts", 0)
"""What an event about many members' shifts is about."""

Kinds = dict[str, ShiftKind]


def set_pattern(work: Work, order: SetPattern) -> Outcome:
    """Give a member another week; days that differ from it stay as they are.

    Raises:
        Refusal: The member or a shift is unknown, or two shifts overlap.
    """
    member = _member(work, order.member, order.seen)
    kinds = _kinds(work)
    if len(order.days) != WEEK_DAYS:
        raise Refusal(Refused.BAD_VALUE, field="shift_days", value=len(order.days))
    for code in order.days:
        _require_kind(kinds, code)
    weekday = clash(kinds, order.days)
    if weekday is not None:
        raise Refusal(Refused.SHIFTS_OVERLAP, member=member.name, day=str(weekday + 1))
    row = work.session.get(ShiftPatternRow, member.id)
    if row is None:
        work.session.add(ShiftPatternRow(member_id=member.id, days=text_of(order.days)))
    else:
        row.days = text_of(order.days)
    work.session.flush()
    own = _shifts(work, member)
    for day in own.exceptions:
        _require_alone(kinds, own, member, day)
    signs = "".join(FREE_SIGN if code is None else kinds[code].sign for code in order.days)
    return _told(member, pattern=signs)


def grant_leave(work: Work, order: GrantLeave) -> Outcome:
    """Free a member from a day to a day, for a reason.

    Raises:
        Refusal: The member is unknown, the days are in the wrong order or too many, or the
            reason is missing.
    """
    note = one_line(clean(order.note, field="note", limit=NOTE_LIMIT))
    if not note:
        raise Refusal(Refused.MISSING, field="note")
    member = _member(work, order.member, order.seen)
    for day in _days(order.first, order.last):
        _put(work, member, day, None, Why.LEAVE, note)
    return _told(member, first=order.first.isoformat(), last=order.last.isoformat(), note=note)


def cancel_leave(work: Work, order: CancelLeave) -> Outcome:
    """Take a leave back from a day to a day; then the pattern holds again.

    Raises:
        Refusal: The member is unknown, or has no leave on any of the days.
    """
    member = _member(work, order.member, order.seen)
    days = list(_days(order.first, order.last))
    before = _shifts(work, member)
    leave = [day for day in days if before.on(day).why is Why.LEAVE]
    if not leave:
        raise Refusal(Refused.NO_LEAVE, member=member.name, day=order.first.isoformat())
    for day in leave:
        _drop(work, member, day)
    work.session.flush()
    after, kinds = _shifts(work, member), _kinds(work)
    for day in leave:
        _require_alone(kinds, after, member, day)
    return _told(member, first=leave[0].isoformat(), last=leave[-1].isoformat())


def change_shift(work: Work, order: ChangeShift) -> Outcome:
    """Give a member another shift, or none, on one day.

    Raises:
        Refusal: The member or the shift is unknown, or it overlaps one of a neighbouring day.
    """
    member, kinds = _member(work, order.member, order.seen), _kinds(work)
    _require_kind(kinds, order.kind)
    note = one_line(clean(order.note, field="note", limit=NOTE_LIMIT))
    _plan(work, member, _shifts(work, member).days, order.day, order.kind, note)
    work.session.flush()
    _require_alone(kinds, _shifts(work, member), member, order.day)
    return _told(member, **_shift(kinds, order.kind), day=order.day.isoformat(), note=note or None)


def swap_shifts(work: Work, order: SwapShifts) -> Outcome:
    """Let two members take each other's shift: the one's of a day for the other's of a day.

    Raises:
        Refusal: A member is unknown, it is one and the same, one has no shift to give, or one
            would be on two shifts.
    """
    if order.member == order.other:
        raise Refusal(Refused.SWAP_WITH_ITSELF, member=order.member)
    pair = {
        # Locked in the order of their ids, as everywhere.
        number: _member(work, number, order.seen if number == order.member else None)
        for number in sorted((order.member, order.other))
    }
    one, two = pair[order.member], pair[order.other]
    given, got = _shifts(work, one).on(order.day), _shifts(work, two).on(order.other_day)
    for member, plan, day in ((one, given, order.day), (two, got, order.other_day)):
        if plan.kind is None:
            raise Refusal(Refused.NO_SHIFT, member=member.name, day=day.isoformat())
    if order.day != order.other_day:
        for member, day in ((two, order.day), (one, order.other_day)):
            _require_free(work, member, day)
        _put(work, one, order.day, None, Why.SWAP, partner=two.id)
        _put(work, two, order.other_day, None, Why.SWAP, partner=one.id)
    _put(work, two, order.day, given.kind, Why.SWAP, partner=one.id)
    _put(work, one, order.other_day, got.kind, Why.SWAP, partner=two.id)
    work.session.flush()
    kinds = _kinds(work)
    for member, day in ((two, order.day), (one, order.other_day)):
        _require_alone(kinds, _shifts(work, member), member, day)
    return _told(
        one,
        members=[one.id, two.id],
        other_name=two.name,
        day=order.day.isoformat(),
        other_day=order.other_day.isoformat(),
    )


def plan_shifts(work: Work, order: PlanShifts) -> Outcome:
    """Take over a plan of many days and members, all of it or nothing.

    Raises:
        Refusal: Nothing is in it, a member or shift is unknown, or two shifts overlap.
    """
    if not order.cells:
        raise Refusal(Refused.MISSING, field="shifts")
    kinds = _kinds(work)
    members = {number: _member(work, number, None) for number in sorted(_members(order))}
    # Read once for all of them: a sheet has thousands of cells.
    patterns = {one.member: one.days for one in shifts(work.session, members)}
    for cell in order.cells:
        member = members[cell.member]
        if cell.leave:
            _put(work, member, cell.day, None, Why.LEAVE)
        else:
            _require_kind(kinds, cell.kind)
            _plan(work, member, patterns[member.id], cell.day, cell.kind, "")
    work.session.flush()
    after = {one.member: one for one in shifts(work.session, members)}
    for cell in order.cells:
        _require_alone(kinds, after[cell.member], members[cell.member], cell.day)
    days = [cell.day for cell in order.cells]
    return Outcome(
        SHIFT_PLAN,
        {
            "members": sorted(members),
            "count": len(order.cells),
            "first": min(days).isoformat(),
            "last": max(days).isoformat(),
        },
    )


def _members(order: PlanShifts) -> set[int]:
    return {cell.member for cell in order.cells}


def _member(work: Work, number: int, seen: int | None) -> MemberRow:
    member = member_row(work, number, seen)
    # Shifts are no columns of the member's row; it gets a new version all the same.
    flag_modified(member, "name")
    return member


def _kinds(work: Work) -> Kinds:
    return {kind.code: kind for kind in shift_kinds(work.session)}


def _shifts(work: Work, member: MemberRow) -> MemberShifts:
    return shifts(work.session, [member.id])[0]


def _require_kind(kinds: Kinds, code: str | None) -> None:
    if code is not None and code not in kinds:
        raise Refusal(Refused.UNKNOWN_SHIFT, shift=code)


def _require_alone(kinds: Kinds, own: MemberShifts, member: MemberRow, day: date) -> None:
    if clash_on(kinds, own, day) is not None:
        raise Refusal(Refused.SHIFTS_OVERLAP, member=member.name, day=day.isoformat())


def _require_free(work: Work, member: MemberRow, day: date) -> None:
    if _shifts(work, member).on(day).kind is not None:
        raise Refusal(Refused.TWO_SHIFTS, member=member.name, day=day.isoformat())


def _days(first: date, last: date) -> Iterable[date]:
    length = (last - first).days + 1
    if length < 1:
        raise Refusal(Refused.BAD_VALUE, field="last_day", value=last.isoformat())
    if length > LONGEST_LEAVE:
        raise Refusal(Refused.LEAVE_TOO_LONG, limit=LONGEST_LEAVE)
    return (first + number * DAY for number in range(length))


def _plan(
    work: Work, member: MemberRow, pattern: Days, day: date, kind: str | None, note: str
) -> None:
    """A shift for a day; one that the pattern says anyway needs no row."""
    if not note and pattern[day.weekday()] == kind:
        _drop(work, member, day)
    else:
        _put(work, member, day, kind, Why.CHANGE, note)


def _put(
    work: Work,
    member: MemberRow,
    day: date,
    kind: str | None,
    why: Why,
    note: str = "",
    partner: int | None = None,
) -> None:
    row = work.session.get(ShiftDayRow, (member.id, day))
    if row is None:
        row = ShiftDayRow(member_id=member.id, day=day)
        work.session.add(row)
    row.kind, row.why, row.note, row.partner_id = kind, why.value, note, partner


def _drop(work: Work, member: MemberRow, day: date) -> None:
    work.session.execute(
        delete(ShiftDayRow).where(ShiftDayRow.member_id == member.id, ShiftDayRow.day == day)
    )


def _shift(kinds: Kinds, code: str | None) -> dict[str, str | None]:
    kind = None if code is None else kinds[code]
    return {
        "kind": code,
        "shift": FREE_SIGN if kind is None else kind.name,
        "shift_en": "free" if kind is None else kind.name_en,
    }


def _told(member: MemberRow, **more: object) -> Outcome:
    named = {"member": member.id, "member_name": member.name}
    return Outcome(Subject("member", member.id), {**named, **more})
