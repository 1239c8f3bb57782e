"""Bring a database's schema up to date, or tell why it cannot be used as it is.

The library for migrations is loaded only when something is to be migrated: it would cost every
start of the program a tenth of a second.
"""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from console.db.engine import Database
from console.db.faults import fault_with, translated
from console.db.local import WRITE
from console.domain.errors import Fault, FaultError

KNOWN = (
    *("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008"),
    *("0009", "0010", "0011", "0012", "0013", "0014", "0015", "0016", "0017", "0018"),
    *("0019", "0020", "0021", "0022", "0023"),
)
"""All revisions, the oldest first, as ``migrations/versions`` holds them."""

HEAD = KNOWN[-1]
"""The revision that this program needs."""

_FOLDER = Path(__file__).with_name("migrations")
_ADVISORY_KEY = 7_203_811_644_051
"""An arbitrary number that all consoles agree on."""


def revision(database: Database) -> str | None:
    """The revision that a database is at, or None if it has no schema yet.

    Raises:
        FaultError: If the database fails.
    """
    if not database.exists():
        return None
    with database.read() as session:
        return _revision(session.connection())


def is_blank(database: Database) -> bool:
    """Whether nobody has made anything in a database yet, not even another program.

    Raises:
        FaultError: If the database fails.
    """
    if not database.exists():
        return True
    with database.read() as session:
        return not inspect(session.connection()).get_table_names()


def require_current(database: Database) -> None:
    """Make sure that a database has the schema that this program needs.

    Raises:
        FaultError: EMPTY, TOO_OLD or TOO_NEW if not.
    """
    found = revision(database)
    if found == HEAD:
        return
    if found is None:
        raise fault_with(Fault.EMPTY, database.address)
    raise FaultError(Fault.TOO_OLD if found in KNOWN else Fault.TOO_NEW, found=found, needed=HEAD)


def upgrade(database: Database, target: str = HEAD) -> None:
    """Bring the schema to a revision, all of it or nothing; make the local file if it is missing.

    Several programs may do so at once: they wait for each other.

    Raises:
        FaultError: TOO_NEW if a newer program has been here; or if the database fails.
    """
    _make_file(database)
    found = revision(database)
    if found == target:
        return
    if found is not None and found not in KNOWN:
        raise FaultError(Fault.TOO_NEW, found=found, needed=HEAD)
    with translated(database.address), database.engine.connect() as plain:
        connection = plain.execution_options(**{WRITE: True})
        if database.is_shared:
            _upgrade_shared(connection, target)
        else:
            _upgrade_local(connection, target, database)


def _make_file(database: Database) -> None:
    if database.path is None or database.path.exists():
        return
    try:
        # Residents' personal data will be in it: nobody else may read it.
        database.path.touch(mode=0o600)
    except OSError as error:
        raise fault_with(Fault.NO_PERMISSION, database.address) from error


def _upgrade_shared(connection: Connection, target: str) -> None:
    with connection.begin():
        connection.execute(text("SET LOCAL lock_timeout = 0"))
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_KEY})
        _run(connection, target)


def _upgrade_local(connection: Connection, target: str, database: Database) -> None:
    # Rebuilding a table that others refer to is possible only with foreign keys off, and they can
    # be switched only outside a transaction. The connection is thrown away afterwards.
    connection.connection.cursor().execute("PRAGMA foreign_keys = OFF")
    try:
        with connection.begin():  # Takes the write lock, see local.py.
            _run(connection, target)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
            if broken is not None:
                raise fault_with(Fault.CORRUPT, database.address)
    finally:
        connection.invalidate()


def _run(connection: Connection, target: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, target)


def _revision(connection: Connection) -> str | None:
    if connection.dialect.name == "sqlite":
        exists = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"
    else:
        exists = "SELECT 1 WHERE to_regclass('alembic_version') IS NOT NULL"
    if connection.exec_driver_sql(exists).first() is None:
        return None
    found: str | None = connection.execute(
        text("SELECT version_num FROM alembic_version")
    ).scalar()
    return found
