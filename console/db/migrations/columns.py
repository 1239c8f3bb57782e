"""Column types as the migrations write them; they stay as they were when a revision was made."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.types import TypeEngine


def key_type() -> TypeEngine[int]:
    """A whole-number key."""
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def instant_type() -> TypeEngine[Any]:
    """An instant: ``timestamptz``, or microseconds since 1970 on SQLite."""
    return sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def place_type() -> TypeEngine[float]:
    """A coordinate in degrees."""
    return sa.Float(53)
