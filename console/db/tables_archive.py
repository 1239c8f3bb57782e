"""The mapped table of the archive: a row for each incident that has ended."""

from datetime import datetime

from sqlalchemy import ARRAY, Float, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from console.db.tables_base import Base
from console.db.types import BigKey, Utc


class ArchiveRow(Base):
    """What of an ended incident is searched; it is there exactly as long as the incident is ended.

    ``people`` are the ids of those who were sent, with a blank before and after each. ``marks``
    are those of ``domain/archive_marks``; the local database has them in a full-text table of its
    own, ``archive_marks``, and leaves the column empty.
    """

    __tablename__ = "archive"

    incident_id: Mapped[int] = mapped_column(
        BigKey, ForeignKey("incident.id"), primary_key=True, autoincrement=False
    )
    ended_at: Mapped[datetime] = mapped_column(Utc)
    result: Mapped[str] = mapped_column(String(16))
    category: Mapped[str] = mapped_column(Text)
    grid: Mapped[str | None] = mapped_column(Text)
    lon: Mapped[float | None] = mapped_column(Float(53))
    lat: Mapped[float | None] = mapped_column(Float(53))
    people: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    marks: Mapped[list[int] | None] = mapped_column(ARRAY(Integer).with_variant(Text(), "sqlite"))
