"""The mapped table of who looks at what just now."""

from datetime import datetime

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from console.db.tables import Base
from console.db.types import BigKey, Utc


class PresenceRow(Base):
    """A seat and the incident before it; no event tells of it, and nothing refers to it.

    It refers to nothing either: what is looked at may end or be merged meanwhile.
    """

    __tablename__ = "presence"

    workstation: Mapped[str] = mapped_column(Text, primary_key=True)
    operator: Mapped[str] = mapped_column(Text, primary_key=True)
    incident_id: Mapped[int] = mapped_column(BigKey)
    since: Mapped[datetime] = mapped_column(Utc)
    seen: Mapped[datetime] = mapped_column(Utc)
