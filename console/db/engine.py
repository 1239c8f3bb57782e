"""One database, local or shared: how it is opened, read and written."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from console.db.address import Address
from console.db.faults import translated
from console.db.local import WRITE, local_engine
from console.db.shared import shared_engine
from console.domain.errors import Fault, FaultError

VARIABLE = "GRID_CONSOLE_DATABASE"
"""Environment variable with the address of the database."""


def default_url() -> str:
    """The database used when none is named: the environment's, or a file of the user's own.

    Raises:
        FaultError: NO_PERMISSION if the folder for the file cannot be made.
    """
    named = os.environ.get(VARIABLE)
    if named:
        return named
    folder = user_data_path("grid-console", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FaultError(Fault.NO_PERMISSION, path=str(folder)) from error
    return f"sqlite:///{folder / 'console.sqlite3'}"


class Database:
    """A database and its connections; it can be used from any thread."""

    def __init__(self, address: Address, engine: Engine) -> None:
        self.address = address
        self.engine = engine
        self._writer = engine.execution_options(**{WRITE: True})
        self._reader = engine
        if self.is_shared:
            # One snapshot for all statements of a reader, as SQLite gives it by itself.
            self._reader = engine.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )

    @classmethod
    def open(cls, url: str) -> "Database":
        """Open a database; nothing in it is made or changed.

        A local file may be missing as yet: ``migrate.upgrade`` makes it.

        Raises:
            FaultError: If the address is wrong, or the database cannot be reached or read.
        """
        address = Address.parse(url)
        if isinstance(address.target, Path):
            engine = local_engine(address, address.target)
        else:
            engine = shared_engine(address.target)
        database = cls(address, engine)
        if database.exists():
            try:
                database.check_reachable()
            except BaseException:
                database.close()
                raise
        return database

    @property
    def url(self) -> str:
        """The address, fit to be shown: without the password."""
        return self.address.shown

    @property
    def path(self) -> Path | None:
        """The local database's file; None for a shared one."""
        return self.address.path

    @property
    def is_shared(self) -> bool:
        """Whether it is a PostgreSQL database that many workstations use."""
        return self.address.path is None

    def exists(self) -> bool:
        """Whether a local database's file is there; of a shared one only a connection tells."""
        return self.address.path is None or self.address.path.exists()

    def check_reachable(self) -> None:
        """Ask the database for nothing in particular.

        Raises:
            FaultError: If it does not answer.
        """
        with self.read() as session:
            # On SQLite this reads the file's header and the schema, and so finds a corrupt file.
            session.execute(
                text("SELECT count(*) FROM sqlite_master" if self.path else "SELECT 1")
            )

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one snapshot of the database.

        Raises:
            FaultError: If the database fails.
        """
        with translated(self.address), Session(self._reader, autoflush=False) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session whose work is committed at the end, or undone if the block fails.

        Raises:
            FaultError: If the database fails; nothing has changed then.
        """
        with translated(self.address), Session(self._writer) as session, session.begin():
            yield session

    def close(self) -> None:
        """Close all connections that are not in use."""
        self.engine.dispose()
