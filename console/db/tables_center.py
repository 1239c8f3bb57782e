"""The mapped tables of a center: its grids, catalogue, members, cameras and roads."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
)
from sqlalchemy.orm import Mapped, mapped_column

from console.db.tables_base import Base
from console.db.types import BigKey, Utc
from console.domain.worktime import DEFAULT_HOURS


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
