"""The mapped tables of incidents, of who is sent to them, and of what is attached."""

from datetime import datetime

from sqlalchemy import (
    CheckConstraint,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from console.db.tables_base import Base
from console.db.tables_center import CategoryRow  # noqa: TC001 - the mapping reads it
from console.db.types import BigKey, Utc
from console.domain.premises import premises_key


class LifecycleMoveRow(Base):
    """An allowed move, as the trigger on ``incident`` reads it; filled by the migrations."""

    __tablename__ = "lifecycle_move"

    source: Mapped[str] = mapped_column(String(16), primary_key=True)
    target: Mapped[str] = mapped_column(String(16), primary_key=True)


OPEN = text("state NOT IN ('closed', 'rejected', 'merged')")
"""Which incidents are open; queries use these very words, so that the partial index serves."""


LIVE = text("state IN ('dispatched', 'acknowledged', 'en_route', 'on_scene')")
"""Which assignments bind their member; likewise."""


LIVE_PRIMARY = text(f"is_primary AND {LIVE.text}")
"""Which assignments say who leads on an incident; likewise."""


BOUND = text("state IN ('reserved', 'dispatched', 'acknowledged', 'en_route', 'on_scene')")
"""Which assignments have not ended; likewise."""


MERGED = text("merged_into IS NOT NULL")
PART = text("part_of IS NOT NULL")
REPORTER_KNOWN = text("reporter_phone <> ''")
"""Which are merged, which are parts of a major one, and whose reporter can be called; likewise."""

PREMISES_KNOWN = text("premises <> ''")
"""Whose address names a door; likewise."""


class IncidentRow(Base):
    """An incident, open or ended."""

    __tablename__ = "incident"
    __table_args__ = (
        CheckConstraint("priority BETWEEN 1 AND 4", name="priority"),
        CheckConstraint("(lon IS NULL) = (lat IS NULL)", name="place"),
        CheckConstraint("(state = 'merged') = (merged_into IS NOT NULL)", name="merged"),
        CheckConstraint(
            "state IN ('reported', 'verified', 'dispatched', 'acknowledged', 'en_route',"
            " 'on_scene', 'resolved', 'checked', 'closed', 'rejected', 'merged', 'suspended',"
            " 'rework', 'escalated', 'reopened')",
            name="state",
        ),
        Index(
            "ix_incident_open",
            "due_at",
            sqlite_where=OPEN,
        ),
        Index("uq_incident_source_key", "source_key", unique=True),
        Index("ix_incident_place", "lat", "lon", "reported_at"),
        Index("ix_incident_reported", "reported_at"),
        Index("ix_incident_category", "category", "reported_at"),
        Index("ix_incident_merged", "merged_into", sqlite_where=MERGED),
        Index("ix_incident_part", "part_of", sqlite_where=PART),
        Index("ix_incident_premises", "premises", "reported_at", sqlite_where=PREMISES_KNOWN),
        Index("ix_incident_reporter", "reporter_phone", sqlite_where=REPORTER_KNOWN),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    version: Mapped[int] = mapped_column(Integer)
    state: Mapped[str] = mapped_column(String(16))
    priority: Mapped[int] = mapped_column(Integer)
    category: Mapped[str] = mapped_column(ForeignKey("category.code"))
    title: Mapped[str] = mapped_column(Text)
    description: Mapped[str] = mapped_column(Text, default="")
    address: Mapped[str] = mapped_column(Text, default="")
    lon: Mapped[float | None] = mapped_column(Float(53))
    lat: Mapped[float | None] = mapped_column(Float(53))
    grid: Mapped[str | None] = mapped_column(ForeignKey("grid.code"))
    origin: Mapped[str] = mapped_column(String(16))
    reporter_name: Mapped[str] = mapped_column(Text, default="")
    reporter_phone: Mapped[str] = mapped_column(Text, default="")
    reported_at: Mapped[datetime] = mapped_column(Utc)
    round_from: Mapped[datetime] = mapped_column(Utc)
    stage_from: Mapped[datetime] = mapped_column(Utc)
    due_at: Mapped[datetime | None] = mapped_column(Utc)
    warn_at: Mapped[datetime | None] = mapped_column(Utc)
    merged_into: Mapped[int | None] = mapped_column(ForeignKey("incident.id"))
    source_key: Mapped[str | None] = mapped_column(Text)
    returns: Mapped[int] = mapped_column(Integer, default=0)
    extended_s: Mapped[int] = mapped_column(Integer, default=0)
    extensions: Mapped[int] = mapped_column(Integer, default=0)
    language: Mapped[str] = mapped_column(String(16), default="")
    major_from: Mapped[datetime | None] = mapped_column(Utc)
    part_of: Mapped[int | None] = mapped_column(ForeignKey("incident.id"))
    premises: Mapped[str] = mapped_column(String(64), default="")

    kind: Mapped["CategoryRow"] = relationship(viewonly=True, lazy="raise")

    __mapper_args__ = {"version_id_col": version}

    @validates("address")
    def _know_premises(self, _name: str, address: str) -> str:
        self.premises = premises_key(address)
        return address


class AssignmentRow(Base):
    """One member sent to one incident; at most one live primary assignment an incident."""

    __tablename__ = "assignment"
    __table_args__ = (
        CheckConstraint(
            "state IN ('reserved', 'dispatched', 'acknowledged', 'en_route', 'on_scene', 'done',"
            " 'withdrawn', 'returned', 'released')",
            name="state",
        ),
        # PostgreSQL's conditions stand in the migrations alone: naming them here would read its
        # dialect at each start on a local database, which takes 25 ms.
        Index(
            "uq_assignment_live_primary",
            "incident_id",
            unique=True,
            sqlite_where=LIVE_PRIMARY,
        ),
        Index(
            "ix_assignment_live_member",
            "member_id",
            sqlite_where=LIVE,
        ),
        Index("uq_assignment_bound", "incident_id", "member_id", unique=True, sqlite_where=BOUND),
        CheckConstraint("reserved_at IS NOT NULL OR dispatched_at IS NOT NULL", name="begun"),
        Index("ix_assignment_dispatched", "dispatched_at"),
        Index("ix_assignment_member", "member_id", "dispatched_at"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    version: Mapped[int] = mapped_column(Integer)
    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"), index=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    is_primary: Mapped[bool] = mapped_column(default=True)
    role: Mapped[str] = mapped_column(String(32), default="")
    state: Mapped[str] = mapped_column(String(16))
    reserved_at: Mapped[datetime | None] = mapped_column(Utc)
    dispatched_at: Mapped[datetime | None] = mapped_column(Utc)
    acknowledged_at: Mapped[datetime | None] = mapped_column(Utc)
    set_out_at: Mapped[datetime | None] = mapped_column(Utc)
    arrived_at: Mapped[datetime | None] = mapped_column(Utc)
    ended_at: Mapped[datetime | None] = mapped_column(Utc)

    __mapper_args__ = {"version_id_col": version}


class AttachmentRow(Base):
    """A file attached to an incident; its content is named by its SHA-256."""

    __tablename__ = "attachment"
    __table_args__ = (UniqueConstraint("incident_id", "digest"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"), index=True)
    digest: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(Text)
    media_type: Mapped[str] = mapped_column(String(64))
    size: Mapped[int] = mapped_column(Integer)
    added_at: Mapped[datetime] = mapped_column(Utc)
    moment: Mapped[str] = mapped_column(String(8), default="before")
    withdrawn_at: Mapped[datetime | None] = mapped_column(Utc)
    rotation: Mapped[int] = mapped_column(Integer, default=0)


class BlobRow(Base):
    """A file's content on the shared database; the local one keeps it in a folder beside it."""

    __tablename__ = "blob"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
