"""The mapped table of what each operator has chosen for themselves."""

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from console.db.tables import Base
from console.db.types import Utc


class OperatorSettingRow(Base):
    """One setting of one operator, as text; a preference is no deed, and leaves no event."""

    __tablename__ = "operator_setting"

    operator: Mapped[str] = mapped_column(Text, primary_key=True)
    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[str] = mapped_column(Text)
    changed_at: Mapped[datetime] = mapped_column(Utc)
