"""The local database: which SQLite library is used, and how its connections are set up."""

import importlib
import logging
from pathlib import Path
from time import monotonic, sleep
from types import ModuleType
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from console.db.address import Address
from console.db.json_text import dump
from console.db.shares import on_network_share
from console.domain.errors import Fault, FaultError

BUSY_TIMEOUT_MS = 5000
"""How long a writer waits for another one."""

BUSY = 5
"""SQLite's result code for a lock that somebody else holds."""

WRITE = "grid_console_write"
"""Execution option of a connection that is going to write."""

_UNSAFE_FROM, _UNSAFE_TO = (3, 7, 0), (3, 51, 2)

_log = logging.getLogger(__name__)


def driver() -> ModuleType:
    """The DB-API module for SQLite: the one with its own, newer library where it is installed."""
    try:
        return importlib.import_module("pysqlite3.dbapi2")
    except ImportError:
        return importlib.import_module("sqlite3.dbapi2")


def warn_if_unsafe(version: tuple[int, ...]) -> bool:
    """Say so in the log if a SQLite library can corrupt a WAL database used by two connections."""
    unsafe = _UNSAFE_FROM <= version <= _UNSAFE_TO
    if unsafe:
        _log.warning(
            "SQLite %s has the WAL-reset bug: with two consoles on one local database it can"
            " corrupt the file. Install pysqlite3, or SQLite 3.51.3 or newer.",
            ".".join(map(str, version)),
        )
    return unsafe


def local_engine(address: Address, path: Path) -> Engine:
    """An engine for a SQLite file, which is not touched yet.

    Raises:
        FaultError: NETWORK_SHARE if the file lies on one, NO_DATABASE if its folder is missing.
    """
    if on_network_share(path):
        raise FaultError(Fault.NETWORK_SHARE, path=str(path))
    if not path.parent.is_dir():
        raise FaultError(Fault.NO_DATABASE, url=address.shown)
    dbapi = driver()
    warn_if_unsafe(dbapi.sqlite_version_info)
    engine = create_engine(
        "sqlite+pysqlite://",
        module=dbapi,
        creator=lambda: connect(path, dbapi),
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=4,
        hide_parameters=True,
        json_serializer=dump,
    )
    event.listen(engine, "begin", _begin)
    return engine


def connect(path: Path, dbapi: ModuleType | None = None) -> Any:
    """A bare connection to an existing file, with everything set that a connection of ours needs.

    It can be used from any thread, by one at a time.
    """
    dbapi = dbapi or driver()
    opened = dbapi.connect(
        f"{path.as_uri()}?mode=rw",  # Never creates: only the migrations make a new file.
        uri=True,
        timeout=BUSY_TIMEOUT_MS / 1000,
        isolation_level=None,  # The driver begins nothing by itself; see _begin.
        check_same_thread=False,
    )
    try:
        _use_wal(opened, dbapi)
        opened.execute("PRAGMA foreign_keys = ON")
        # In WAL mode NORMAL may lose the last commits in a power cut; a dispatch must survive it.
        opened.execute("PRAGMA synchronous = FULL")
        opened.execute("PRAGMA cache_size = -16384")
    except BaseException:
        opened.close()
        raise
    return opened


def _use_wal(opened: Any, dbapi: ModuleType) -> None:
    """Turn the write-ahead log on; in a file that has it already this does nothing.

    It needs the file for itself for a moment, and SQLite does not always wait for that by itself.
    """
    end = monotonic() + BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            opened.execute("PRAGMA journal_mode = WAL")
        except dbapi.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != BUSY or monotonic() > end:
                raise
            sleep(0.01)
        else:
            return


def _begin(connection: Connection) -> None:
    # A deferred transaction that turns into a writing one fails at once, whatever the time-out,
    # if another process has committed since its first read. So writers say so at the start.
    writes = connection.get_execution_options().get(WRITE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
