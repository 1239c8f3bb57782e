"""The mapped tables of shifts."""

from datetime import date

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from console.db.tables import Base


class ShiftKindRow(Base):
    """A shift of the day; begin and end are minutes of the local day."""

    __tablename__ = "shift_kind"

    code: Mapped[str] = mapped_column(String(16), primary_key=True)
    position: Mapped[int] = mapped_column(Integer)
    sign: Mapped[str] = mapped_column(String(4))
    name: Mapped[str] = mapped_column(Text)
    name_en: Mapped[str] = mapped_column(Text)
    begins: Mapped[int] = mapped_column(Integer)
    ends: Mapped[int] = mapped_column(Integer)


class ShiftPatternRow(Base):
    """A member's week: seven codes with commas between them, nothing for a free day.

    One row a member, because all of them are read at each start.
    """

    __tablename__ = "shift_pattern"

    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), primary_key=True)
    days: Mapped[str] = mapped_column(Text)


class ShiftDayRow(Base):
    """A day that differs from a member's pattern; at most one shift a member and day."""

    __tablename__ = "shift_day"
    __table_args__ = (
        CheckConstraint("why IN ('leave', 'change', 'swap')", name="why"),
        CheckConstraint("why <> 'leave' OR kind IS NULL", name="leave"),
        Index("ix_shift_day_day", "day"),
    )

    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), primary_key=True)
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    kind: Mapped[str | None] = mapped_column(ForeignKey("shift_kind.code"))
    why: Mapped[str] = mapped_column(String(8))
    note: Mapped[str] = mapped_column(Text, default="")
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
