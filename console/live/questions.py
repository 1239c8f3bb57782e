"""Questions that take their time, answered on a thread of their own: deeds never wait for them."""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial
from queue import SimpleQueue
from threading import Thread
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, Signal

from console.commands.office import Office
from console.db.engine import Database
from console.domain.errors import ConsoleError, Fault, FaultError
from console.domain.rights import Actor
from console.live.teller import Teller

Question = Callable[[Office], object]
"""Something to find out, or to carry out piece by piece, with a database."""

_log = logging.getLogger(__name__)


class Questions(QObject):
    """Answers one question after the other; the thread begins with the first one.

    Signals reach whoever is connected on the GUI thread; the number tells which question it was.
    """

    answered = Signal(object, object)
    unanswered = Signal(object, object)

    def __init__(
        self,
        url: str,
        actor: Actor,
        clock: Callable[[], datetime],
        wake: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._url, self._actor, self._clock, self._wake = url, actor, clock, wake
        self._teller = Teller(self)
        self._asked: SimpleQueue[tuple[UUID, Question, bool] | None] = SimpleQueue()
        self._thread: Thread | None = None

    def ask(self, question: Question, *, leaves_events: bool = False) -> UUID:
        """Ask; returns the question's number at once, a signal brings the answer.

        Args:
            question: What is to be found out or carried out.
            leaves_events: Whether it may change something, also if it fails on its way: then the
                feed is looked at afterwards.
        """
        number = uuid4()
        self._asked.put((number, question, leaves_events))
        if self._thread is None:
            self._thread = Thread(target=self._run, name="questions", daemon=True)
            self._thread.start()
        return number

    def stop(self) -> None:
        """Answer what was asked, then end."""
        if self._thread is not None:
            self._asked.put(None)
            self._thread.join()

    # On the worker thread

    def _run(self) -> None:
        office: Office | None = None
        while (asked := self._asked.get()) is not None:
            number, question, leaves_events = asked
            try:
                if office is None:
                    office = Office(Database.open(self._url), self._actor, self._clock)
                answer = question(office)
            except ConsoleError as error:
                _log.info("not answered: %s", error.code.value)
                self._teller.tell(partial(self.unanswered.emit, number, error))
            except Exception:
                _log.exception("a question failed unexpectedly")
                unexpected = FaultError(Fault.UNEXPECTED)
                self._teller.tell(partial(self.unanswered.emit, number, unexpected))
            else:
                self._teller.tell(partial(self.answered.emit, number, answer))
                del answer  # It may be a large photo, and the next question may come late.
            if leaves_events:
                self._wake()
        if office is not None:
            office.database.close()
