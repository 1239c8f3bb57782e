"""The mapped tables of the channels and of the outbox."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from console.db.tables import Base
from console.db.types import BigKey, Utc

QUEUED = text("state = 'queued'")
"""Which messages wait; queries use these very words, so that the partial index serves."""


class ChannelRow(Base):
    """A way to tell members; its address names secrets and holds none."""

    __tablename__ = "channel"
    __table_args__ = (
        Index(
            "uq_channel_default",
            "is_default",
            unique=True,
            sqlite_where=text("is_default"),
        ),
    )

    code: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    address: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(8))
    is_default: Mapped[bool] = mapped_column()


class MemberChannelRow(Base):
    """A member who is told in another way than all others, or at an address of their own."""

    __tablename__ = "member_channel"

    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), primary_key=True)
    channel: Mapped[str] = mapped_column(ForeignKey("channel.code"), index=True)
    address: Mapped[str] = mapped_column(Text, default="")


class OutboxRow(Base):
    """A message to a member, written together with what it tells.

    ``channel`` is no foreign key: a channel can be removed while messages remember it.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        CheckConstraint("state IN ('queued', 'sent', 'failed')", name="state"),
        CheckConstraint("tidings IN ('dispatched', 'withdrawn')", name="tidings"),
        Index("ix_outbox_queued", "next_try_at", sqlite_where=QUEUED),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    key: Mapped[str] = mapped_column(String(48), unique=True)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"), index=True)
    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"), index=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    channel: Mapped[str] = mapped_column(String(32))
    tidings: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(Text)
    due_at: Mapped[datetime | None] = mapped_column(Utc)
    state: Mapped[str] = mapped_column(String(16), default="queued")
    tries: Mapped[int] = mapped_column(Integer, default=0)
    queued_at: Mapped[datetime] = mapped_column(Utc)
    next_try_at: Mapped[datetime] = mapped_column(Utc)
    sent_at: Mapped[datetime | None] = mapped_column(Utc)
    trouble: Mapped[str] = mapped_column(Text, default="")
    claimed_by: Mapped[str | None] = mapped_column(String(36))
    claimed_until: Mapped[datetime | None] = mapped_column(Utc)
