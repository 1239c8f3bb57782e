"""The mapped table of the reasons with which incidents end."""

from sqlalchemy import CheckConstraint, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from console.db.tables_base import Base


class EndReasonRow(Base):
    """A reason with which incidents are closed or rejected."""

    __tablename__ = "end_reason"
    __table_args__ = (CheckConstraint("deed IN ('close', 'reject')", name="deed"),)

    code: Mapped[str] = mapped_column(String(32), primary_key=True)
    deed: Mapped[str] = mapped_column(String(16))
    name: Mapped[str] = mapped_column(Text)
    name_en: Mapped[str] = mapped_column(Text)
    position: Mapped[int] = mapped_column(Integer, default=0)
