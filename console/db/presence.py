"""Who looks at which incident now: written, read, and waited for, on one connection of its own.

It is beside the feed and disturbs it as little as it can: no event, no lock that a deed waits for,
nothing that must reach the disk before it is done, and a channel of its own on PostgreSQL.
"""

from contextlib import suppress
from threading import Event as Flag
from typing import Any, Protocol

from sqlalchemy import Connection, bindparam, delete, select, text
from typing_extensions import override

from console.db.engine import Database
from console.db.faults import translated
from console.db.notifications import Notifications
from console.db.tables_presence import PresenceRow
from console.db.types import Utc
from console.domain.attention import Onlooker

CHANNEL = "grid_console_presence"
"""What PostgreSQL's listeners of this listen to."""

POLL_S = 0.25
"""How often it is asked of a local database whether anything was committed, in seconds."""

_WRITE = text(
    "INSERT INTO presence (workstation, operator, incident_id, since, seen)"
    " VALUES (:workstation, :operator, :incident, :since, :seen)"
    " ON CONFLICT (workstation, operator) DO UPDATE"
    " SET incident_id = excluded.incident_id, since = excluded.since, seen = excluded.seen"
).bindparams(bindparam("since", type_=Utc()), bindparam("seen", type_=Utc()))

_ALL = select(
    PresenceRow.workstation,
    PresenceRow.operator,
    PresenceRow.incident_id,
    PresenceRow.since,
    PresenceRow.seen,
)


class PresenceBook:
    """One console's hand in the table; used by one thread, but for ``wake``."""

    def __init__(self, database: Database) -> None:
        """Begin to listen for what the others write.

        Raises:
            FaultError: If the database cannot be reached.
        """
        self._database = database
        with translated(database.address):
            self._connection = database.engine.connect()
            try:
                ear = _SharedEar if database.is_shared else _LocalEar
                self._ear: _Ear = ear(self._connection)
            except BaseException:
                self._connection.close()
                raise

    def write(self, own: Onlooker, *, tell: bool) -> None:
        """Write one's own sign of life; ``tell`` wakes the others: something has changed.

        Raises:
            FaultError: If the database fails.
        """
        values = {
            "workstation": own.workstation,
            "operator": own.operator,
            "incident": own.incident,
            "since": own.since,
            "seen": own.seen,
        }
        with translated(self._database.address, connected=True), self._connection.begin():
            self._connection.execute(_WRITE, values)
            if tell:
                self._tell()

    def remove(self, seat: tuple[str, str]) -> None:
        """Take a seat's sign away: nobody there looks at anything.

        Raises:
            FaultError: If the database fails.
        """
        workstation, operator = seat
        gone = delete(PresenceRow).where(
            PresenceRow.workstation == workstation, PresenceRow.operator == operator
        )
        with translated(self._database.address, connected=True), self._connection.begin():
            self._connection.execute(gone)
            self._tell()

    def read(self) -> list[Onlooker]:
        """Everybody's last sign of life, also of those who are gone.

        Raises:
            FaultError: If the database fails.
        """
        with translated(self._database.address, connected=True), self._connection.begin():
            return [Onlooker(*row) for row in self._connection.execute(_ALL)]

    def wait(self, timeout_s: float) -> bool:
        """Wait until others may have written something, or ``wake`` is called; False if not.

        Raises:
            FaultError: If the connection is lost.
        """
        with translated(self._database.address, connected=True):
            return self._ear.wait(timeout_s)

    def wake(self) -> None:
        """End a wait; from any thread."""
        self._ear.wake()

    def close(self) -> None:
        """Give the connection back; not while somebody waits."""
        self._ear.close()
        with suppress(Exception):  # One that was lost cannot be given back in order.
            self._connection.close()

    def _tell(self) -> None:
        if self._database.is_shared:
            self._connection.execute(text("SELECT pg_notify(:channel, '')"), {"channel": CHANNEL})


class _Ear(Protocol):
    def wait(self, timeout_s: float) -> bool: ...

    def wake(self) -> None: ...

    def close(self) -> None: ...


class _LocalEar(_Ear):
    """Asks SQLite from time to time whether another connection has committed."""

    def __init__(self, connection: Connection) -> None:
        driver: Any = connection.connection.driver_connection
        self._driver = driver
        # A sign of life need not survive a power cut: nothing waits for the disk.
        self._ask("PRAGMA synchronous = NORMAL")
        self._woken = Flag()
        self._version = self._ask("PRAGMA data_version")

    @override
    def wait(self, timeout_s: float) -> bool:
        woken = self._woken.wait(min(timeout_s, POLL_S))
        self._woken.clear()
        version, self._version = self._version, self._ask("PRAGMA data_version")
        return woken or version != self._version

    @override
    def wake(self) -> None:
        self._woken.set()

    @override
    def close(self) -> None:
        self._ask("PRAGMA synchronous = FULL")

    def _ask(self, question: str) -> object:
        return self._driver.execute(question).fetchone()


class _SharedEar(_Ear):
    """Hears PostgreSQL's notifications on the very connection that also writes and reads."""

    def __init__(self, connection: Connection) -> None:
        with connection.begin():
            connection.execute(text("SET synchronous_commit TO off"))
            connection.execute(text(f"LISTEN {CHANNEL}"))
        driver: Any = connection.connection.driver_connection
        self._heard = False
        # Those that come while something is written or read are handed over by the driver.
        driver.add_notify_handler(self._hear)
        self._notifications = Notifications(driver)

    @override
    def wait(self, timeout_s: float) -> bool:
        heard, self._heard = self._heard, False
        return heard or self._notifications.wait(timeout_s)

    @override
    def wake(self) -> None:
        self._notifications.wake()

    @override
    def close(self) -> None:
        self._notifications.close()

    def _hear(self, _notice: object) -> None:
        self._heard = True
