"""The shared database: how connections to PostgreSQL are set up."""

from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, create_engine
from sqlalchemy.engine import URL

from console.db.json_text import dump

if TYPE_CHECKING:
    import psycopg

DEFAULTS: dict[str, str] = {
    "application_name": "grid-console",
    "connect_timeout": "3",
    # A console must notice within three seconds that the server has gone, even when no packet
    # comes back at all (a pulled cable), so the kernel is told to ask and to give up early.
    "keepalives": "1",
    "keepalives_idle": "2",
    "keepalives_interval": "1",
    "keepalives_count": "2",
    "tcp_user_timeout": "3000",
    "client_encoding": "utf8",
    "options": (
        "-c timezone=UTC -c lock_timeout=5s -c statement_timeout=30s"
        " -c idle_in_transaction_session_timeout=60s"
    ),
}
"""What a connection is opened with unless the address itself says otherwise."""


def shared_engine(link: URL) -> Engine:
    """An engine for a PostgreSQL database, which is not contacted yet."""
    return create_engine(
        link,
        connect_args=_arguments(link),
        pool_size=2,
        max_overflow=3,
        pool_pre_ping=True,
        pool_timeout=10,
        hide_parameters=True,
        json_serializer=dump,
    )


def connect(link: URL) -> "psycopg.Connection[tuple[Any, ...]]":
    """A bare connection of its own in autocommit mode, for listening."""
    import psycopg  # Late: a local database does without it.

    given = link.translate_connect_args(username="user", database="dbname")
    return psycopg.connect(autocommit=True, **{**_arguments(link), **given, **link.query})


def _arguments(link: URL) -> dict[str, str]:
    return {name: value for name, value in DEFAULTS.items() if name not in link.query}
