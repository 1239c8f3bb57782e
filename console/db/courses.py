"""Read-only questions about courses."""

from collections.abc import Collection, Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from console.db.tables_courses import CourseMemberRow, CourseRow
from console.domain.courses import Course, Entry, Result

CLOSED_SHOWN = 50
"""So many of the last closed courses a console knows; the log knows all."""


def courses(session: Session) -> tuple[Course, ...]:
    """All planned courses, and the last ones that were closed."""
    planned = session.scalars(select(CourseRow.id).where(CourseRow.closed_at.is_(None)))
    closed = session.scalars(
        select(CourseRow.id)
        .where(CourseRow.closed_at.is_not(None))
        .order_by(CourseRow.closed_at.desc(), CourseRow.id.desc())
        .limit(CLOSED_SHOWN)
    )
    return courses_by_id(session, [*planned, *closed])


def courses_by_id(session: Session, ids: Collection[int]) -> tuple[Course, ...]:
    """The courses with these ids, by day."""
    if not ids:
        return ()
    entries = _entries(session, ids)
    rows = session.scalars(
        select(CourseRow).where(CourseRow.id.in_(ids)).order_by(CourseRow.day, CourseRow.id)
    )
    return tuple(
        Course(
            row.id,
            row.version,
            row.skill,
            row.day,
            row.place,
            row.closed_at is not None,
            tuple(entries.get(row.id, ())),
            row.cancelled,
        )
        for row in rows
    )


def _entries(session: Session, ids: Iterable[int]) -> dict[int, list[Entry]]:
    rows = session.execute(
        select(CourseMemberRow.course_id, CourseMemberRow.member_id, CourseMemberRow.result)
        .where(CourseMemberRow.course_id.in_(ids))
        .order_by(CourseMemberRow.place_in_list)
    )
    found: dict[int, list[Entry]] = {}
    for course, member, result in rows:
        found.setdefault(course, []).append(Entry(member, Result(result)))
    return found
