"""The mapped table of the operators who are mentioned in notes, and whether they have read it."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from console.db.tables_base import Base
from console.db.types import BigKey, Utc

UNREAD = text("read_at IS NULL")
"""Which mentions are still to be told; queries use these very words, so that the index serves."""


class MentionRow(Base):
    """An operator, by the key of the name, in a note; ``note`` and ``by`` are as in its event."""

    __tablename__ = "mention"
    # PostgreSQL's condition stands in the migration alone, as those of the other tables do.
    __table_args__ = (Index("ix_mention_unread", "operator", sqlite_where=UNREAD),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"), index=True)
    operator: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Utc)
    note: Mapped[str] = mapped_column(Text)
    read_at: Mapped[datetime | None] = mapped_column(Utc)
