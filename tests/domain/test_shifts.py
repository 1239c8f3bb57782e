"""Shifts: patterns and days that differ, who is on now and next, overlaps and holes."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.people import Badge, BadgeLevel, Duty, Member
from console.domain.shifts import (
    DAY,
    DEFAULT_KINDS,
    DayPlan,
    Days,
    MemberShifts,
    Rota,
    ShiftKind,
    Why,
    clash,
    clash_on,
    overlap,
)

ZONE = ZoneInfo("Asia/Shanghai")
KINDS = {kind.code: kind for kind in DEFAULT_KINDS}
MONDAY = date(2026, 3, 2)
BASE = "441900122010"

patterns = st.tuples(*[st.sampled_from([None, *KINDS])] * 7)


def week(text: str) -> Days:
    """Seven letters: e, l, n or a dash."""
    codes = {"e": "early", "l": "late", "n": "night", "-": None}
    return tuple(codes[letter] for letter in text)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE).astimezone(UTC)


def member(number: int, grid: str, duty: Duty = Duty.OFF, skill: str | None = None) -> Member:
    badges = () if skill is None else (Badge(skill, BadgeLevel.HELD),)
    return Member(number, 1, f"W{number}", f"员{number}", "", BASE + grid, duty, badges)


def test_a_day_that_differs_goes_before_the_pattern() -> None:
    rota = Rota(DEFAULT_KINDS, [MemberShifts(1, week("eelln--"), {MONDAY: DayPlan(None)})])
    assert rota.scheduled(1, MONDAY) is None
    assert rota.scheduled(1, MONDAY + DAY) is KINDS["early"]
    assert rota.scheduled(1, MONDAY + 4 * DAY) is KINDS["night"]
    assert rota.scheduled(2, MONDAY) is None


def test_a_night_shift_belongs_to_the_day_on_which_it_begins() -> None:
    rota = Rota(DEFAULT_KINDS, [MemberShifts(1, week("n--e---"))])
    now, following = rota.now_and_next(1, at(MONDAY + DAY, 3), ZONE)
    assert now is not None
    assert (now.kind.code, now.day) == ("night", MONDAY)
    assert (now.begin, now.end) == (at(MONDAY, 23), at(MONDAY + DAY, 7))
    assert following is not None
    assert (following.kind.code, following.day) == ("early", MONDAY + 3 * DAY)


@pytest.mark.parametrize(
    ("hour", "running", "coming"),
    [(6, "night", "early"), (7, "early", "late"), (15, "late", "night"), (23, "night", "early")],
)
def test_a_shift_begins_on_its_minute(hour: int, running: str, coming: str) -> None:
    rota = Rota(DEFAULT_KINDS)
    assert [slot.kind.code for slot in rota.running(at(MONDAY, hour), ZONE)] == [running]
    following = rota.following(at(MONDAY, hour), ZONE)
    assert following is not None
    assert following.kind.code == coming


@given(st.integers(0, 7 * 1440 - 1))
def test_three_shifts_of_eight_hours_cover_every_minute_once(minute: int) -> None:
    instant = at(MONDAY, 0) + timedelta(minutes=minute)
    assert len(Rota(DEFAULT_KINDS).running(instant, ZONE)) == 1


@given(patterns, st.integers(0, 20))
def test_a_pattern_without_a_clash_has_none_on_any_day(days: Days, step: int) -> None:
    day = MONDAY + step * DAY
    long = {**KINDS, "night": ShiftKind("night", "夜", "夜班", "night", 23 * 60, 8 * 60)}
    found = clash(long, days)
    shifts = MemberShifts(1, days)
    if found is None:
        assert clash_on(long, shifts, day) is None
    else:
        assert clash_on(long, shifts, MONDAY + found * DAY) is not None


def test_a_night_that_runs_into_the_early_shift_overlaps_it() -> None:
    night = ShiftKind("night", "夜", "夜班", "night", 23 * 60, 8 * 60)
    assert overlap(night, KINDS["early"], 1)
    assert overlap(KINDS["early"], night, -1)
    assert not overlap(KINDS["night"], KINDS["early"], 1)
    assert clash({**KINDS, "night": night}, week("---n--e")) is None
    assert clash({**KINDS, "night": night}, week("e-----n")) == 6


def test_a_base_grid_and_a_skill_without_anybody_are_named_with_their_slot() -> None:
    people = [member(1, "01", skill="fire"), member(2, "02")]
    rota = Rota(
        DEFAULT_KINDS,
        [
            MemberShifts(1, week("eeeeeee")),
            MemberShifts(2, week("eeeeeee"), {MONDAY + DAY: DayPlan(None, Why.LEAVE)}),
        ],
    )
    holes = rota.holes(
        people, [BASE + "01", BASE + "02"], ["fire"], at(MONDAY, 23, 30), timedelta(hours=9), ZONE
    )
    early = [hole for hole in holes if hole.slot.kind.code == "early"]
    assert [(hole.grid, hole.skill, hole.slot.day) for hole in early] == [
        (BASE + "02", None, MONDAY + DAY)
    ]
    night = [(hole.grid, hole.skill) for hole in holes if hole.slot.kind.code == "night"]
    assert night == [(BASE + "01", None), (BASE + "02", None), (None, "fire")]


@pytest.mark.parametrize("duty", Duty)
def test_the_running_shift_counts_who_really_is_on_duty(duty: Duty) -> None:
    rota = Rota(DEFAULT_KINDS, [MemberShifts(1, week("eeeeeee"))])
    holes = rota.holes(
        [member(1, "01", duty)], [BASE + "01"], [], at(MONDAY, 9), timedelta(hours=1), ZONE
    )
    missing = duty in (Duty.OFF, Duty.BREAK)
    assert [hole.absent for hole in holes] == [True] * missing


def test_where_nothing_is_planned_nothing_is_missing() -> None:
    rota = Rota(DEFAULT_KINDS, [MemberShifts(1)])
    people = [member(1, "01")]
    assert rota.is_empty
    assert rota.holes(people, [BASE + "01"], ["fire"], at(MONDAY, 9), DAY, ZONE) == []
