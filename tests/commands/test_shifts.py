"""Deeds on shifts: each leaves one event, none leaves half of itself."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from console.db.shifts import shifts
from console.db.tables_shifts import ShiftDayRow, ShiftKindRow
from console.domain.errors import Refused
from console.domain.lifecycle import Deed
from console.domain.orders import (
    CancelLeave,
    ChangeShift,
    GrantLeave,
    PlanShifts,
    SetPattern,
    ShiftCell,
    SwapShifts,
)
from console.domain.shifts import DAY, DayPlan, Days, MemberShifts, Why
from tests.commands.seat import Seat, refused

MONDAY = date(2026, 3, 2)
WORK: Days = (*["early"] * 5, None, None)


def of(seat: Seat, member: int) -> MemberShifts:
    with seat.session() as session:
        return shifts(session, [member])[0]


@pytest.fixture
def pair(seat: Seat) -> tuple[int, int]:
    """Two members: the first works early in the week, the second at night at its end."""
    one, two = (member.id for member in seat.members()[:2])
    seat.do(SetPattern(one, WORK))
    seat.do(SetPattern(two, (None, None, None, None, "night", "night", None)))
    return one, two


def test_a_pattern_is_kept_and_told(seat: Seat) -> None:
    member = seat.members()[0]
    event = seat.do(SetPattern(member.id, WORK, member.version))
    assert event.kind is Deed.SET_PATTERN
    assert event.payload["pattern"] == "早早早早早休休"
    assert of(seat, member.id).days == WORK
    with refused(Refused.OVERTAKEN, member=member.name):
        seat.do(SetPattern(member.id, WORK, member.version))
    seat.sound()


def test_two_overlapping_shifts_are_refused(seat: Seat) -> None:
    member = seat.members()[0]
    seat.write(update(ShiftKindRow).where(ShiftKindRow.code == "night").values(ends=8 * 60))
    with refused(Refused.SHIFTS_OVERLAP, member=member.name):
        seat.do(SetPattern(member.id, ("night", "early", None, None, None, None, None)))
    seat.do(SetPattern(member.id, (None, "early", None, None, None, None, None)))
    with refused(Refused.SHIFTS_OVERLAP, member=member.name, day=MONDAY.isoformat()):
        seat.do(ChangeShift(member.id, MONDAY, "night"))
    assert of(seat, member.id).on(MONDAY).kind is None


def test_a_leave_frees_its_days_and_is_taken_back(seat: Seat, pair: tuple[int, int]) -> None:
    seat.do(GrantLeave(pair[0], MONDAY, MONDAY + 2 * DAY, "病假"))
    assert of(seat, pair[0]).on(MONDAY + DAY) == DayPlan(None, Why.LEAVE, "病假")
    assert of(seat, pair[0]).on(MONDAY + 3 * DAY).kind == "early"
    seat.do(CancelLeave(pair[0], MONDAY + DAY, MONDAY + 9 * DAY))
    assert of(seat, pair[0]).on(MONDAY).why is Why.LEAVE
    assert of(seat, pair[0]).on(MONDAY + 2 * DAY) == DayPlan("early")
    with refused(Refused.NO_LEAVE):
        seat.do(CancelLeave(pair[0], MONDAY + DAY, MONDAY + DAY))


@pytest.mark.parametrize(
    ("days", "note", "code"),
    [
        (-1, "病假", Refused.BAD_VALUE),
        (92, "病假", Refused.LEAVE_TOO_LONG),
        (0, " ", Refused.MISSING),
    ],
)
def test_a_leave_with_wrong_days_or_no_reason_is_refused(
    seat: Seat, days: int, note: str, code: Refused
) -> None:
    member = seat.members()[0].id
    with refused(code):
        seat.do(GrantLeave(member, MONDAY, MONDAY + timedelta(days=days), note))
    assert of(seat, member).exceptions == {}


def test_a_swap_moves_both_shifts(seat: Seat, pair: tuple[int, int]) -> None:
    friday, saturday = MONDAY + 4 * DAY, MONDAY + 5 * DAY
    event = seat.do(SwapShifts(pair[0], MONDAY, pair[1], saturday))
    assert event.payload["members"] == list(pair)
    one, two = (of(seat, member) for member in pair)
    assert (one.on(MONDAY).kind, one.on(saturday).kind) == (None, "night")
    assert (two.on(MONDAY).kind, two.on(saturday).kind) == ("early", None)
    assert two.on(MONDAY) == DayPlan("early", Why.SWAP, partner=pair[0])
    seat.do(SwapShifts(pair[0], friday, pair[1], friday))
    assert of(seat, pair[0]).on(friday).kind == "night"
    assert of(seat, pair[1]).on(friday).kind == "early"
    seat.sound()


def test_a_swap_that_cannot_be_leaves_nothing(seat: Seat, pair: tuple[int, int]) -> None:
    friday, saturday = MONDAY + 4 * DAY, MONDAY + 5 * DAY
    with refused(Refused.TWO_SHIFTS, day=friday.isoformat()):
        seat.do(SwapShifts(pair[0], friday, pair[1], saturday))
    with refused(Refused.NO_SHIFT, day=saturday.isoformat()):
        seat.do(SwapShifts(pair[0], saturday, pair[1], friday))
    with refused(Refused.SWAP_WITH_ITSELF):
        seat.do(SwapShifts(pair[0], MONDAY, pair[0], friday))
    assert [of(seat, member).exceptions for member in pair] == [{}, {}]


def test_a_day_that_says_what_the_pattern_says_needs_no_row(
    seat: Seat, pair: tuple[int, int]
) -> None:
    seat.do(ChangeShift(pair[0], MONDAY, "late", "顶班"))
    assert of(seat, pair[0]).on(MONDAY) == DayPlan("late", Why.CHANGE, "顶班")
    seat.do(ChangeShift(pair[0], MONDAY, "early"))
    with seat.session() as session:
        assert session.scalars(select(ShiftDayRow)).all() == []
    with refused(Refused.UNKNOWN_SHIFT, shift="noon"):
        seat.do(ChangeShift(pair[0], MONDAY, "noon"))


def test_a_plan_is_taken_over_whole_or_not_at_all(seat: Seat, pair: tuple[int, int]) -> None:
    good = (ShiftCell(pair[0], MONDAY, "late"), ShiftCell(pair[1], MONDAY, None, leave=True))
    with refused(Refused.UNKNOWN_SHIFT):
        seat.do(PlanShifts((*good, ShiftCell(pair[0], MONDAY + DAY, "noon"))))
    assert [of(seat, member).exceptions for member in pair] == [{}, {}]
    event = seat.do(PlanShifts(good))
    assert (event.payload["count"], event.payload["members"]) == (2, sorted(pair))
    assert of(seat, pair[0]).on(MONDAY).kind == "late"
    assert of(seat, pair[1]).on(MONDAY).why is Why.LEAVE


def test_whoever_is_overtaken_by_a_swap_is_told_who_swapped(
    seat: Seat, pair: tuple[int, int]
) -> None:
    seen = seat.member(pair[1]).version
    seat.beside().do(SwapShifts(pair[0], MONDAY, pair[1], MONDAY + 5 * DAY))
    with refused(Refused.OVERTAKEN, deed="swap_shifts", operator="王芳"):
        seat.do(ChangeShift(pair[1], MONDAY, None, seen=seen))
