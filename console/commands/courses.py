"""Deeds on courses: planned, changed, and closed, which certifies all who passed at once."""

from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm.attributes import flag_modified

from console.commands.office import Outcome, Work
from console.commands.overtaking import overtaken_course
from console.commands.rows import found, skill_row, today
from console.db.tables import BadgeRow, MemberRow, SkillRow
from console.db.tables_courses import CourseMemberRow, CourseRow
from console.domain.courses import Result, require_list, require_results
from console.domain.errors import Refusal, Refused
from console.domain.events import Subject
from console.domain.orders import CancelCourse, ChangeCourse, CloseCourse, PlanCourse
from console.domain.people import BadgeLevel
from console.domain.skills import last_day
from console.domain.text import clean, one_line

PLACE_LIMIT = 100
NAME_LIMIT = 100


def plan_course(work: Work, order: PlanCourse) -> Outcome:
    """Plan a course with the members on its list.

    Raises:
        Refusal: The skill or a member is unknown, nobody is listed or too many are, or the place
            is missing.
    """
    row = CourseRow()
    skill = _fill(work, row, order)
    work.session.add(row)
    work.session.flush()
    people = _list(work, row, order.members)
    return _told(row, skill, listed=len(people))


def change_course(work: Work, order: ChangeCourse) -> Outcome:
    """Say something else of a planned course: its skill, day, place or list.

    Raises:
        Refusal: As for a new one; or it is closed; or another operator was first.
    """
    row = _planned(work, order.course, order.seen)
    skill = _fill(work, row, order)
    # The list is no column of the course's row; it gets a new version all the same.
    flag_modified(row, "place")
    work.session.execute(delete(CourseMemberRow).where(CourseMemberRow.course_id == row.id))
    people = _list(work, row, order.members)
    return _told(row, skill, listed=len(people))


def close_course(work: Work, order: CloseCourse) -> Outcome:
    """Close a course and certify those who passed, as of its day; the event names them.

    Raises:
        Refusal: Its day is still to come, somebody has no result, a badge would have ended
            already, it is closed, or another operator was first.
    """
    row = _planned(work, order.course, order.seen)
    if row.day > today(work):
        raise Refusal(Refused.BAD_VALUE, field="day", value=row.day.isoformat())
    entries = work.session.scalars(
        select(CourseMemberRow)
        .where(CourseMemberRow.course_id == row.id)
        .order_by(CourseMemberRow.place_in_list)
    ).all()
    results = dict(order.results)
    require_results([entry.member_id for entry in entries], results)
    for entry in entries:
        entry.result = results[entry.member_id].value
    row.closed_at = work.now
    skill = skill_row(work, row.skill)
    passed = [entry.member_id for entry in entries if entry.result == Result.PASSED.value]
    people = _certify(work, row, skill, passed, order.by)
    counts = [entry.result for entry in entries]
    return _told(
        row,
        skill,
        members=passed,
        names="、".join(member.name for member in people),
        passed=len(passed),
        failed=counts.count(Result.FAILED.value),
        absent=counts.count(Result.ABSENT.value),
    )


def cancel_course(work: Work, order: CancelCourse) -> Outcome:
    """Cancel a planned course; who was on its list stays there, without a result.

    Raises:
        Refusal: MISSING without a reason; it is over, or another operator was first.
    """
    note = one_line(clean(order.note, field="note"))
    if not note:
        raise Refusal(Refused.MISSING, field="note")
    row = _planned(work, order.course, order.seen)
    row.closed_at, row.cancelled = work.now, note
    return _told(row, skill_row(work, row.skill), note=note)


def _certify(
    work: Work, course: CourseRow, skill: SkillRow, passed: Sequence[int], by: str
) -> list[MemberRow]:
    until = last_day(course.day, skill.valid_months)
    if passed and until is not None and until < today(work):
        raise Refusal(Refused.BAD_VALUE, field="valid_until", value=until.isoformat())
    name = one_line(clean(by, field="certified_by", limit=NAME_LIMIT)) or work.actor.operator
    people = _people(work, passed)
    for member in people:
        # Badges are no columns of the member's row; it gets a new version all the same.
        flag_modified(member, "name")
        badge = work.session.get(BadgeRow, (member.id, skill.code))
        if badge is None:
            badge = BadgeRow(member_id=member.id, skill=skill.code)
            work.session.add(badge)
        badge.level, badge.valid_until = BadgeLevel.HELD.value, until
        badge.certified_by, badge.certified_on = name, course.day
    return people


def _planned(work: Work, course: int, seen: int | None) -> CourseRow:
    row = found(work.session, CourseRow, course)
    if row is None:
        raise Refusal(Refused.UNKNOWN_COURSE, course=course)
    if row.closed_at is not None:
        raise Refusal(Refused.COURSE_CLOSED, course=course)
    if seen not in (None, row.version):
        raise overtaken_course(work.session, course)
    return row


def _fill(work: Work, row: CourseRow, order: PlanCourse | ChangeCourse) -> SkillRow:
    place = one_line(clean(order.place, field="course_place", limit=PLACE_LIMIT))
    if not place:
        raise Refusal(Refused.MISSING, field="course_place")
    skill = skill_row(work, order.skill)
    row.skill, row.day, row.place = skill.code, order.day, place
    return skill


def _list(work: Work, row: CourseRow, members: Sequence[int]) -> list[MemberRow]:
    people = _people(work, require_list(members))
    work.session.add_all(
        CourseMemberRow(
            course_id=row.id, member_id=member.id, place_in_list=place, result=Result.LISTED.value
        )
        for place, member in enumerate(people)
    )
    return people


def _people(work: Work, members: Sequence[int]) -> list[MemberRow]:
    """The members in the order given; locked in the order of their ids, as everywhere."""
    rows = {}
    for number in sorted(members):
        row = found(work.session, MemberRow, number, lock=True)
        if row is None:
            raise Refusal(Refused.UNKNOWN_MEMBER, member=number)
        rows[number] = row
    return [rows[number] for number in members]


def _told(row: CourseRow, skill: SkillRow, **more: object) -> Outcome:
    course = {
        "course": row.id,
        "skill": skill.code,
        "skill_name": skill.name,
        "skill_name_en": skill.name_en,
        "day": row.day.isoformat(),
        "place": row.place,
    }
    return Outcome(Subject("course", row.id), {**course, **more})
