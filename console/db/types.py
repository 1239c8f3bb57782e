"""Column types that behave alike on both databases."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Integer
from sqlalchemy.types import TypeDecorator, TypeEngine
from typing_extensions import override

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

BigKey = BigInteger().with_variant(Integer(), "sqlite")
"""A whole-number key; SQLite numbers rows by itself only in a column of its type INTEGER."""

LAST_KEY = 2**63 - 1
"""The largest key there can be; asked for a larger one, the drivers fail, each in its own way."""


def is_key(number: int) -> bool:
    """Whether a row could have this number."""
    return 0 < number <= LAST_KEY


def from_microseconds(value: int) -> datetime:
    """The instant so many microseconds after 1970 began; exact from 1700 to 2240.

    In that range a float tells microseconds apart, and this is the quickest way.
    """
    return datetime.fromtimestamp(value / 1_000_000, UTC)


class Utc(TypeDecorator[datetime]):
    """An instant: ``timestamptz`` on PostgreSQL, microseconds since 1970 on SQLite.

    Whole numbers compare and load faster than SQLite's texts, and no zone can get lost in them.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    @override
    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(BigInteger())
        return dialect.type_descriptor(DateTime(timezone=True))

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone")
        if dialect.name != "sqlite":
            return value
        return (value - EPOCH) // _MICROSECOND

    @override
    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if dialect.name == "sqlite":
            return from_microseconds(value)
        instant: datetime = value.astimezone(UTC)
        return instant
