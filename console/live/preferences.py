"""What an operator has chosen, read from the database and kept there, while nobody waits."""

import logging
from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from console.domain.errors import ConsoleError, Refusal
from console.live.desk import Desk
from console.live.hub import Hub
from console.live.link import Link, LinkState

REST_MS = 300
"""So long a choice rests before it is kept: whoever turns a number chooses many times."""

_log = logging.getLogger(__name__)


class Preferences(QObject):
    """Asks once at the beginning, and keeps each choice; what failed is tried again.

    Choosing never waits for the database. While that is away the choices stand at the workstation,
    and are kept when it is back.
    """

    found = Signal(object)
    """What was chosen before, by name; only what was not chosen anew meanwhile."""
    kept = Signal(object)
    """What stands in the database now, by name."""

    def __init__(
        self, desk: Desk, hub: Hub, unkept: Mapping[str, str], parent: QObject | None = None
    ) -> None:
        """Prepare; ``unkept`` is what earlier runs could not bring to the database."""
        super().__init__(parent)
        self._desk = desk
        self._unkept = dict(unkept)
        self._reading: UUID | None = None
        self._writing: UUID | None = None
        self._begun = self._read = False
        self._state = LinkState.CONNECTING
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._write)
        desk.questions.answered.connect(self._answered)
        desk.questions.unanswered.connect(self._unanswered)
        hub.link_changed.connect(self._linked)

    def begin(self) -> None:
        """Ask what was chosen before, and bring what is not there yet."""
        from console.commands.preferences import read_preferences

        self._begun = True
        if not self._read and self._reading is None:
            self._reading = self._desk.questions.ask(read_preferences)
        self._write()

    def keep(self, name: str, text: str) -> None:
        """Keep a choice, soon."""
        self._unkept[name] = text
        self._rest.start()

    def stop(self) -> None:
        """Have the last choices kept; the Desk finishes what it was asked for."""
        if self._rest.isActive():
            self._rest.stop()
            self._writing = None
            self._write()

    def _write(self) -> None:
        from console.commands.preferences import keep_preferences

        if self._begun and self._unkept and self._writing is None:
            keep: Callable[..., object] = partial(_kept, keep_preferences, dict(self._unkept))
            self._writing = self._desk.questions.ask(keep)

    def _answered(self, number: UUID, answer: object) -> None:
        if not isinstance(answer, dict):
            return
        if number == self._reading:
            self._reading, self._read = None, True
            self.found.emit({n: text for n, text in answer.items() if n not in self._unkept})
        elif number == self._writing:
            self._writing = None
            self._unkept = {n: t for n, t in self._unkept.items() if answer.get(n) != t}
            self.kept.emit(answer)
            if self._unkept:
                self._rest.start()

    def _unanswered(self, number: UUID, error: ConsoleError) -> None:
        if number == self._reading:
            self._reading = None
            _log.info("what the operator has chosen could not be read: %s", error)
        elif number == self._writing:
            self._writing = None
            _log.warning("what the operator has chosen is kept here only: %s", error)
            if isinstance(error, Refusal):
                self._unkept.clear()  # It would be refused each time.

    def _linked(self, link: Link) -> None:
        came_back = link.state is LinkState.LIVE and self._state is LinkState.LOST
        self._state = link.state
        if self._begun and came_back:
            self.begin()


def _kept(
    keep: Callable[..., dict[str, str]], values: Mapping[str, str], office: object
) -> dict[str, str]:
    return keep(office, values)
