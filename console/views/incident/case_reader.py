"""Reads the case of the incident that is shown, again and again, and never an older one's."""

from PySide6.QtCore import QObject, QTimer, Signal

from console.domain.change import Case
from console.domain.errors import ConsoleError
from console.live.desk import Desk
from console.live.hub import Hub
from console.live.link import Link, LinkState


class CaseReader(QObject):
    """Asks the Desk, and passes on what is still wanted when it comes."""

    ready = Signal(object)

    def __init__(self, hub: Hub, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted: int | None = None
        self._unread = False
        # After the painting: reading would take its time from it.
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self.again)
        hub.link_changed.connect(self._read_what_was_missed)
        desk.case_ready.connect(self._take)
        desk.read_failed.connect(self._not_read)

    def want(self, incident: int) -> None:
        """Read the case of an incident, and from now on no other one."""
        self._wanted = incident
        self._soon.stop()
        self.again()

    def again(self) -> None:
        """Read the case once more."""
        if self._wanted is not None:
            self._desk.read_case(self._wanted)

    def soon(self) -> None:
        """Read it once more as soon as what has changed is painted."""
        self._soon.start()

    def _take(self, case: Case) -> None:
        if case.incident.id == self._wanted:  # Else it was shown before, and is read late.
            self.ready.emit(case)

    def _not_read(self, _error: ConsoleError) -> None:
        self._unread = True

    def _read_what_was_missed(self, link: Link) -> None:
        """Read what could not be read while the database was away."""
        if self._unread and link.state is LinkState.LIVE and self._wanted is not None:
            self._unread = False
            self.again()
