"""The mapped tables of courses."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from console.db.tables import Base
from console.db.types import BigKey, Utc


class CourseRow(Base):
    """A course for one skill, planned or closed; ``cancelled`` is why it was not held."""

    __tablename__ = "course"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    version: Mapped[int] = mapped_column(Integer)
    skill: Mapped[str] = mapped_column(ForeignKey("skill.code"))
    day: Mapped[date] = mapped_column(Date)
    place: Mapped[str] = mapped_column(Text)
    closed_at: Mapped[datetime | None] = mapped_column(Utc)
    cancelled: Mapped[str] = mapped_column(Text, default="")

    __mapper_args__ = {"version_id_col": version}


class CourseMemberRow(Base):
    """A member on a course's list, with what came of it."""

    __tablename__ = "course_member"
    __table_args__ = (
        CheckConstraint("result IN ('listed', 'absent', 'passed', 'failed')", name="result"),
    )

    course_id: Mapped[int] = mapped_column(ForeignKey("course.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), primary_key=True)
    place_in_list: Mapped[int] = mapped_column(Integer)
    result: Mapped[str] = mapped_column(String(16))
