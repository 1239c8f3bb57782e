"""Opening a database at the start: makes what is missing, off the GUI thread."""

import logging
from functools import partial
from threading import Thread

from PySide6.QtCore import QObject, Signal

from console.db.engine import Database
from console.db.migrate import is_blank, require_current, upgrade
from console.domain.errors import Fault, FaultError
from console.live.teller import Teller

_log = logging.getLogger(__name__)


class Opening(QObject):
    """Tells whether a database can be worked with; each attempt runs on a thread of its own.

    A local file that is not there yet becomes the demonstration center; an older local file is
    brought up to date; another program's is left alone. A shared database is never changed here:
    that is its administrator's work.
    """

    opened = Signal(str)
    failed = Signal(object)
    preparing = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._teller = Teller(self)
        self._thread: Thread | None = None

    def begin(self, url: str) -> None:
        """Try a database; one of the signals tells how it went."""
        self._thread = Thread(target=self._run, args=(url,), name="opening", daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Wait for an attempt that is under way."""
        if self._thread is not None:
            self._thread.join()

    def _run(self, url: str) -> None:
        try:
            self._open(url)
        except FaultError as error:
            _log.warning("cannot open the database: %s", error)
            self._teller.tell(partial(self.failed.emit, error))
        except Exception:
            # Without this nobody would hear of the attempt again.
            _log.exception("opening the database failed unexpectedly")
            self._teller.tell(partial(self.failed.emit, FaultError(Fault.UNEXPECTED)))
        else:
            self._teller.tell(partial(self.opened.emit, url))

    def _open(self, url: str) -> None:
        database = Database.open(url)
        try:
            if not database.is_shared and is_blank(database):
                self._teller.tell(self.preparing.emit)
                # Late: only the first start of all makes the demonstration center.
                from console.commands.demo import prepare

                prepare(url)
            self._bring_up_to_date(database)
        finally:
            database.close()

    @staticmethod
    def _bring_up_to_date(database: Database) -> None:
        try:
            require_current(database)
        except FaultError as error:
            if database.is_shared or error.code is not Fault.TOO_OLD:
                raise
            upgrade(database)
