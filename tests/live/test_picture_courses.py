"""The Picture knows the courses: all at the start, then each as it changes."""

from datetime import date

from console.db.engine import Database
from console.db.feed import read_change
from console.db.queries import snapshot
from console.domain.courses import Result
from console.domain.orders import CloseCourse, PlanCourse
from console.live.picture import Picture
from tests.commands.racer import office_of
from tests.commands.seat import Seat

DAY = date(2026, 3, 2)


def test_courses_come_with_the_snapshot_and_follow_the_feed(center_database: Database) -> None:
    seat = Seat(office_of(center_database, "王芳"))
    member = seat.members()[0].id
    first = seat.do(PlanCourse("fire", DAY, "一楼", (member,)))
    picture = Picture()
    with center_database.read() as session:
        picture.load(snapshot(session))
    assert [course.place for course in picture.courses.values()] == ["一楼"]
    seat.do(PlanCourse("urban", DAY, "二楼", (member,)))
    seat.do(CloseCourse(first.subject.id, ((member, Result.PASSED),)))
    with center_database.read() as session:
        picture.apply(read_change(session, picture.seq))
        whole = Picture()
        whole.load(snapshot(session))
    assert picture.courses == whole.courses
    assert picture.members == whole.members
    assert [course.closed for course in picture.courses.values()] == [True, False]
