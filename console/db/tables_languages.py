"""The mapped table of languages."""

from typing import Any

from sqlalchemy import JSON, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from console.db.tables import Base


class LanguageRow(Base):
    """A language that not everybody speaks, and the words by which a report asks for it."""

    __tablename__ = "language"

    code: Mapped[str] = mapped_column(String(16), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    name_en: Mapped[str] = mapped_column(Text)
    position: Mapped[int] = mapped_column(Integer, default=0)
    words: Mapped[list[Any]] = mapped_column(JSON, default=list)
