"""The mapped tables. Rows never leave their session; all else sees the domain's values."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from console.db.types import BigKey, Utc
from console.domain.worktime import DEFAULT_HOURS

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Base of all tables."""

    metadata = MetaData(naming_convention=NAMING)


class CenterRow(Base):
    """The one center that this database belongs to."""

    __tablename__ = "center"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    code: Mapped[str] = mapped_column(String(16))
    name: Mapped[str] = mapped_column(Text)
    name_en: Mapped[str] = mapped_column(Text, default="")
    zone: Mapped[str] = mapped_column(Text, default="Asia/Shanghai")
    demonstration: Mapped[bool] = mapped_column(default=False)
    hours: Mapped[list[Any]] = mapped_column(JSON, default=DEFAULT_HOURS.plain)


class GridRow(Base):
    """A town, community, base grid or sub-grid; ``outline`` is a multipolygon in WGS-84."""

    __tablename__ = "grid"
    __table_args__ = (Index("uq_grid_source_key", "source_key", unique=True),)

    code: Mapped[str] = mapped_column(String(16), primary_key=True)
    parent: Mapped[str | None] = mapped_column(ForeignKey("grid.code"), index=True)
    name: Mapped[str] = mapped_column(Text)
    outline: Mapped[list[Any]] = mapped_column(JSON, default=list)
    source_key: Mapped[str | None] = mapped_column(Text)


class SkillRow(Base):
    """A skill in the catalogue."""

    __tablename__ = "skill"

    code: Mapped[str] = mapped_column(String(32), primary_key=True)
    monogram: Mapped[str] = mapped_column(String(4))
    name: Mapped[str] = mapped_column(Text)
    name_en: Mapped[str] = mapped_column(Text)
    color: Mapped[str] = mapped_column(String(7))
    text_color: Mapped[str] = mapped_column(String(7), default="#ffffff")
    position: Mapped[int] = mapped_column(Integer, default=0)
    icon: Mapped[str] = mapped_column(String(40), default="general")
    valid_months: Mapped[int | None] = mapped_column(Integer)
    version: Mapped[int] = mapped_column(Integer, default=1)

    __mapper_args__ = {"version_id_col": version}


class CategoryRow(Base):
    """A kind of incident, with its limits in seconds of the time that ``clock`` names."""

    __tablename__ = "category"
    __table_args__ = (
        CheckConstraint("priority BETWEEN 1 AND 4", name="priority"),
        CheckConstraint("clock IN ('working', 'plain')", name="clock"),
    )

    code: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    name_en: Mapped[str] = mapped_column(Text)
    skill: Mapped[str] = mapped_column(ForeignKey("skill.code"))
    priority: Mapped[int] = mapped_column(Integer)
    icon: Mapped[str] = mapped_column(String(32), default="general")
    acknowledge_s: Mapped[int] = mapped_column(Integer)
    arrive_s: Mapped[int] = mapped_column(Integer)
    resolve_s: Mapped[int] = mapped_column(Integer)
    check_s: Mapped[int] = mapped_column(Integer)
    clock: Mapped[str] = mapped_column(String(8), default="plain")


class MemberRow(Base):
    """A grid member, or one of the squad, of a partner or of a neighbouring community."""

    __tablename__ = "member"
    __table_args__ = (
        CheckConstraint(
            "duty IN ('off', 'on_duty', 'en_route', 'on_scene', 'break')", name="duty"
        ),
        CheckConstraint("unit IN ('own', 'squad', 'partner', 'neighbour')", name="unit"),
        CheckConstraint("unit <> 'own' OR grid IS NOT NULL", name="grid"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    version: Mapped[int] = mapped_column(Integer)
    number: Mapped[str] = mapped_column(String(32), unique=True)
    name: Mapped[str] = mapped_column(Text)
    phone: Mapped[str] = mapped_column(Text, default="")
    grid: Mapped[str | None] = mapped_column(ForeignKey("grid.code"), index=True)
    duty: Mapped[str] = mapped_column(String(16), default="off")
    lon: Mapped[float | None] = mapped_column(Float(53))
    lat: Mapped[float | None] = mapped_column(Float(53))
    seen_at: Mapped[datetime | None] = mapped_column(Utc)
    languages: Mapped[str] = mapped_column(Text, default="")
    unit: Mapped[str] = mapped_column(String(16), default="own")
    organisation: Mapped[str] = mapped_column(Text, default="")
    roles: Mapped[list[str]] = mapped_column(JSON, default=list)

    __mapper_args__ = {"version_id_col": version}


class BadgeRow(Base):
    """A member's standing in a skill."""

    __tablename__ = "badge"
    __table_args__ = (CheckConstraint("level IN ('held', 'training')", name="level"),)

    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), primary_key=True)
    skill: Mapped[str] = mapped_column(ForeignKey("skill.code"), primary_key=True)
    level: Mapped[str] = mapped_column(String(16))
    valid_until: Mapped[date | None] = mapped_column(Date)
    certified_by: Mapped[str] = mapped_column(Text, default="")
    certified_on: Mapped[date | None] = mapped_column(Date)
    mentor_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))


class WeightRow(Base):
    """What counts how much when somebody is proposed; only what was changed has a row."""

    __tablename__ = "weight"

    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    value: Mapped[float] = mapped_column(Float(53))


class CameraRow(Base):
    """A camera."""

    __tablename__ = "camera"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    code: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(Text)
    lon: Mapped[float] = mapped_column(Float(53))
    lat: Mapped[float] = mapped_column(Float(53))
    grid: Mapped[str | None] = mapped_column(ForeignKey("grid.code"))
    url: Mapped[str] = mapped_column(Text, default="")


class RoadRow(Base):
    """A street for the map's background; ``line`` is an open line in WGS-84."""

    __tablename__ = "road"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    main: Mapped[bool] = mapped_column(default=False)
    line: Mapped[list[Any]] = mapped_column(JSON)


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

    __mapper_args__ = {"version_id_col": version}


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


class EventRow(Base):
    """Something that happened: append-only, by trigger; chained by hash."""

    __tablename__ = "event"
    __table_args__ = (Index("ix_event_subject", "subject_kind", "subject_id", "seq"),)

    seq: Mapped[int] = mapped_column(BigKey, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(Utc)
    operator: Mapped[str] = mapped_column(Text)
    workstation: Mapped[str] = mapped_column(Text)
    command_id: Mapped[UUID] = mapped_column(Uuid, unique=True)
    kind: Mapped[str] = mapped_column(String(32))
    subject_kind: Mapped[str] = mapped_column(String(16))
    subject_id: Mapped[int] = mapped_column(BigKey)
    payload: Mapped[dict[str, Any]] = mapped_column(JSON)
    hash: Mapped[str] = mapped_column(String(64))


class EventHeadRow(Base):
    """The end of the chain; its row lock makes the order of numbers the order of commits."""

    __tablename__ = "event_head"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    seq: Mapped[int] = mapped_column(BigKey)
    hash: Mapped[str] = mapped_column(String(64))


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


class BlobRow(Base):
    """A file's content on the shared database; the local one keeps it in a folder beside it."""

    __tablename__ = "blob"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
