"""Searching the archive and writing what was found, for the questions of a screen."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event as Flag
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from console.commands.exporting.archive import ArchiveExport, Cancelled
from console.commands.office import Office
from console.db.archive import find
from console.domain.archive import Page, Progress, Search
from console.domain.errors import ConsoleError
from console.live.desk import Desk
from console.live.teller import Teller


@dataclass(frozen=True, slots=True)
class Asked:
    """A search and where its page begins."""

    search: Search
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """So many cases were written to a file; None if that was cancelled."""

    path: Path
    rows: int | None


def ask_archive(desk: Desk, asked: Asked) -> UUID:
    """Ask for a page of what is found: a ``Page``."""
    return desk.questions.ask(lambda office: _find(office, asked))


def _find(office: Office, asked: Asked) -> Page:
    with office.database.read() as session:
        return find(session, asked.search, asked.after)


class Export(QObject):
    """Writes a file on a thread that nothing else waits for."""

    progressed = Signal(object)
    written = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._teller = Teller(self)
        self._cancelled = Flag()
        self._number: UUID | None = None
        desk.exports.answered.connect(self._answered)
        desk.exports.unanswered.connect(self._unanswered)

    @property
    def running(self) -> bool:
        """Whether a file is being written."""
        return self._number is not None

    def begin(self, search: Search, path: Path) -> None:
        """Begin to write; the file's dialog has asked whether one that is there is replaced."""
        self._cancelled = Flag()
        work = partial(_write, search, path, self._tell, self._cancelled)
        self._number = self._desk.exports.ask(work)

    def cancel(self) -> None:
        """Stop at the next opportunity; ``written`` tells when nothing is left of the file."""
        self._cancelled.set()

    def _tell(self, progress: Progress) -> None:
        self._teller.tell(partial(self.progressed.emit, progress))

    def _answered(self, number: UUID, answer: object) -> None:
        if number == self._number:
            self._number = None
            self.written.emit(answer)

    def _unanswered(self, number: UUID, error: ConsoleError) -> None:
        if number == self._number:
            self._number = None
            self.failed.emit(error)


def _write(
    search: Search, path: Path, tell: Callable[[Progress], None], cancelled: Flag, office: Office
) -> Written:
    try:
        rows = ArchiveExport(office.database, search, tell, cancelled.is_set).write(
            path, overwrite=True
        )
    except Cancelled:
        return Written(path, None)
    return Written(path, rows)
