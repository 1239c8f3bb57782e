"""The mapped tables of the ladder, of supervision and of the check-in clock."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from console.db.tables import Base
from console.db.types import BigKey, Utc

_WHO = "who IN ('next', 'leader', 'community', 'town')"
_CARD = "card IN ('none', 'yellow', 'red')"


class RungRow(Base):
    """A rung of the ladder; spans in seconds."""

    __tablename__ = "rung"
    __table_args__ = (
        CheckConstraint("share BETWEEN 1 AND 100", name="share"),
        CheckConstraint(_WHO, name="who"),
        CheckConstraint(_CARD, name="card"),
    )

    position: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    share: Mapped[int] = mapped_column(Integer)
    after_s: Mapped[int] = mapped_column(Integer)
    who: Mapped[str] = mapped_column(String(16))
    card: Mapped[str] = mapped_column(String(8))
    owner: Mapped[str] = mapped_column(Text)
    acknowledge_s: Mapped[int] = mapped_column(Integer)
    since: Mapped[datetime | None] = mapped_column(Utc)


class SupervisionRow(Base):
    """What was raised on an incident, exactly once for a limit (or a check-in) and a step."""

    __tablename__ = "supervision"
    __table_args__ = (
        UniqueConstraint("incident_id", "matter", "ends_at", "step"),
        CheckConstraint("matter IN ('limit', 'safety')", name="matter"),
        CheckConstraint(_WHO, name="who"),
        CheckConstraint(_CARD, name="card"),
        Index("ix_supervision_acknowledged", "acknowledged_at"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"))
    matter: Mapped[str] = mapped_column(String(8))
    ends_at: Mapped[datetime] = mapped_column(Utc)
    step: Mapped[int] = mapped_column(BigKey)
    who: Mapped[str] = mapped_column(String(16))
    card: Mapped[str] = mapped_column(String(8))
    owner: Mapped[str] = mapped_column(Text)
    due_at: Mapped[datetime] = mapped_column(Utc)
    raised_at: Mapped[datetime] = mapped_column(Utc)
    answer_by: Mapped[datetime] = mapped_column(Utc)
    acknowledged_at: Mapped[datetime | None] = mapped_column(Utc)
    acknowledged_by: Mapped[str] = mapped_column(Text, default="")


class CheckInRow(Base):
    """When whoever has an assignment was last heard of.

    It refers to no table: on SQLite ``assignment`` is made anew whenever its rules change.
    """

    __tablename__ = "check_in"

    assignment_id: Mapped[int] = mapped_column(BigKey, primary_key=True, autoincrement=False)
    incident_id: Mapped[int] = mapped_column(BigKey, index=True)
    at: Mapped[datetime] = mapped_column(Utc)


class CheckInRuleRow(Base):
    """How often somebody alone checks in: ``category`` is empty for whatever is urgent.

    ``interval_s`` is empty where nobody need; the owner of the row for what is urgent
    acknowledges all alarms.
    """

    __tablename__ = "check_in_rule"

    category: Mapped[str] = mapped_column(String(32), primary_key=True)
    interval_s: Mapped[int | None] = mapped_column(Integer)
    owner: Mapped[str] = mapped_column(Text, default="")
    acknowledge_s: Mapped[int] = mapped_column(Integer, default=300)
