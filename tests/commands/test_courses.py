"""Courses: planned with a list, closed once, and who passed is certified in one transaction."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from console.db.courses import courses
from console.db.feed import read_change
from console.domain.courses import SEATS, Course, Entry, Result
from console.domain.errors import Refused
from console.domain.orders import (
    AddSkill,
    CancelCourse,
    ChangeCourse,
    ChangeDuty,
    CloseCourse,
    PlanCourse,
    RemoveSkill,
)
from console.domain.people import Badge, BadgeLevel, Duty
from console.domain.skills import SkillDraft
from tests.clock import Clock
from tests.commands.seat import TODAY, Seat, refused

HALL = "社区一楼会议室"


def learners(seat: Seat, count: int = 3) -> tuple[int, ...]:
    return tuple(m.id for m in seat.members() if m.badge("fire") is None)[:count]


def plan(seat: Seat, *members: int, day: date = TODAY) -> Course:
    event = seat.do(PlanCourse("fire", day, HALL, members or learners(seat)))
    return course(seat, event.subject.id)


def course(seat: Seat, number: int) -> Course:
    with seat.session() as session:
        return next(c for c in courses(session) if c.id == number)


def test_a_course_is_planned_and_every_console_is_told(seat: Seat) -> None:
    first, second, third = learners(seat)
    event = seat.do(PlanCourse("fire", TODAY, f" {HALL} ", (third, first, second, first)))
    planned = Course(
        event.subject.id, 1, "fire", TODAY, HALL, closed=False,
        entries=(Entry(third), Entry(first), Entry(second)),
    )  # fmt: skip
    assert course(seat, event.subject.id) == planned
    with seat.session() as session:
        assert read_change(session, event.seq - 1).courses == (planned,)
    assert event.payload["listed"] == 3
    seat.sound()


def test_closing_certifies_who_passed_at_once_and_names_them(seat: Seat) -> None:
    passed, failed, absent = learners(seat)
    held = plan(seat, passed, failed, absent, day=TODAY - timedelta(days=1))
    before = {number: seat.member(number) for number in (passed, failed, absent)}
    event = seat.do(
        CloseCourse(
            held.id,
            ((passed, Result.PASSED), (failed, Result.FAILED), (absent, Result.ABSENT)),
            "厚街镇消防大队",
            held.version,
        )
    )
    after = seat.member(passed)
    assert after.badge("fire") == Badge(
        "fire", BadgeLevel.HELD, date(2028, 3, 1), "厚街镇消防大队", TODAY - timedelta(days=1)
    )
    assert after.version == before[passed].version + 1
    assert {n: seat.member(n) for n in (failed, absent)} == {
        n: before[n] for n in (failed, absent)
    }
    assert event.payload["names"] == after.name
    counted = [event.payload[key] for key in ("passed", "failed", "absent")]
    assert counted == [1, 1, 1]
    closed = course(seat, held.id)
    assert closed.closed
    assert [entry.result.value for entry in closed.entries] == ["passed", "failed", "absent"]
    with seat.session() as session:
        change = read_change(session, event.seq - 1)
    assert (change.members, change.courses) == ((after,), (closed,))
    seat.sound()
    # Nothing of it changes again.
    for order in (
        ChangeCourse(held.id, "fire", TODAY, HALL, (passed,)),
        CloseCourse(held.id, ((passed, Result.FAILED),)),
    ):
        with refused(Refused.COURSE_CLOSED, course=held.id):
            seat.do(order)


def test_a_course_is_cancelled_once_and_for_a_reason(seat: Seat) -> None:
    people = learners(seat)
    planned = plan(seat, *people)
    with refused(Refused.MISSING, field="note"):
        seat.do(CancelCourse(planned.id, "  "))
    with refused(Refused.OVERTAKEN):
        seat.do(CancelCourse(planned.id, "停电", planned.version - 1))
    event = seat.do(CancelCourse(planned.id, " 停电\n改期 ", planned.version))
    cancelled = course(seat, planned.id)
    assert (cancelled.closed, cancelled.cancelled) == (True, "停电 改期")
    assert cancelled.entries == planned.entries
    assert all(seat.member(number).badge("fire") is None for number in people)
    with seat.session() as session:
        assert read_change(session, event.seq - 1).courses == (cancelled,)
    seat.sound()
    for order in (
        CancelCourse(planned.id, "再一次"),
        CloseCourse(planned.id, ((people[0], Result.PASSED),)),
    ):
        with refused(Refused.COURSE_CLOSED, course=planned.id):
            seat.do(order)


def test_a_refusal_certifies_nobody(seat: Seat) -> None:
    first, second, third = learners(seat)
    held = plan(seat, first, second, third)
    with refused(Refused.MISSING, field="results"):
        seat.do(CloseCourse(held.id, ((first, Result.PASSED), (second, Result.PASSED))))
    with refused(Refused.MISSING, field="results"):
        seat.do(CloseCourse(held.id, tuple((n, Result.LISTED) for n in (first, second, third))))
    assert seat.member(first).badge("fire") is None
    assert course(seat, held.id) == held
    tomorrow = plan(seat, first, day=TODAY + timedelta(days=1))
    with refused(Refused.BAD_VALUE, field="day"):
        seat.do(CloseCourse(tomorrow.id, ((first, Result.PASSED),)))
    old = plan(seat, first, day=date(2023, 3, 1))
    with refused(Refused.BAD_VALUE, field="valid_until"):
        seat.do(CloseCourse(old.id, ((first, Result.PASSED),)))
    seat.do(CloseCourse(old.id, ((first, Result.FAILED),)))
    assert seat.member(first).badge("fire") is None


def test_a_planned_course_is_changed(seat: Seat, clock: Clock) -> None:
    first, second, third = learners(seat)
    held = plan(seat, first, second)
    day = TODAY + timedelta(days=7)
    at = clock.advance(3)
    seat.beside().do(ChangeCourse(held.id, "urban", day, "二楼", (third, second), held.version))
    changed = course(seat, held.id)
    assert changed == replace(
        held,
        version=2,
        skill="urban",
        day=day,
        place="二楼",
        entries=(Entry(third), Entry(second)),
    )
    for order in (
        ChangeCourse(held.id, "fire", TODAY, HALL, (first,), held.version),
        CloseCourse(held.id, ((first, Result.PASSED),), seen=held.version),
    ):
        with refused(Refused.OVERTAKEN, course=held.id, deed="change_course", at=at.isoformat()):
            seat.do(order)


@pytest.mark.parametrize(
    ("place", "count", "code", "field"),
    [
        (" ", 3, Refused.MISSING, "course_place"),
        ("长" * 101, 3, Refused.TOO_LONG, "course_place"),
        (HALL, 0, Refused.MISSING, "members"),
        (HALL, SEATS + 1, Refused.TOO_MANY, None),
    ],
)
def test_what_cannot_be_planned_is_refused(
    seat: Seat, place: str, count: int, code: Refused, field: str | None
) -> None:
    members = tuple(m.id for m in seat.members())[:count]
    with refused(code, **({"field": field} if field else {"limit": SEATS})):
        seat.do(PlanCourse("fire", TODAY, place, members))


def test_nobody_and_nothing_is_refused(seat: Seat) -> None:
    with refused(Refused.UNKNOWN_COURSE, course=9):
        seat.do(CloseCourse(9, ()))
    with refused(Refused.UNKNOWN_MEMBER, member=9999):
        seat.do(PlanCourse("fire", TODAY, HALL, (9999,)))
    with refused(Refused.UNKNOWN_SKILL, skill="ufo"):
        seat.do(PlanCourse("ufo", TODAY, HALL, learners(seat)))


def test_a_course_keeps_its_skill_in_the_catalogue(seat: Seat) -> None:
    seat.do(AddSkill(SkillDraft("健", "健康网格员", "Health")))
    seat.do(PlanCourse("health", TODAY, HALL, learners(seat)))
    with refused(Refused.SKILL_IN_USE, categories=0, members=0, courses=1):
        seat.do(RemoveSkill("health"))


def test_an_old_screen_is_told_that_the_course_changed_the_member(
    seat: Seat, clock: Clock
) -> None:
    first, second, _ = learners(seat)
    seen = seat.member(first)
    held = plan(seat, first)
    at = clock.advance(3)
    seat.beside().do(CloseCourse(held.id, ((first, Result.PASSED),)))
    clock.advance(3)
    other = plan(seat, second)
    seat.do(CloseCourse(other.id, ((second, Result.PASSED),)))
    with refused(Refused.OVERTAKEN, deed="close_course", operator="王芳", at=at.isoformat()):
        seat.do(ChangeDuty(first, Duty.BREAK, seen.version))
