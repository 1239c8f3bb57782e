"""The Desk: carries out orders and reads cases on one worker thread, never on the GUI thread."""

import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from queue import SimpleQueue
from threading import Event as Flag
from threading import Thread
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, Signal

from console.commands.office import Office
from console.db.engine import Database
from console.db.queries import case
from console.domain.change import Case
from console.domain.errors import ConsoleError, Fault, FaultError, Refusal
from console.domain.orders import Attach, Order, deed_of
from console.domain.rights import Actor
from console.live.echo import DeedEcho, Echo
from console.live.questions import Questions
from console.live.teller import Teller

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from console.live.darkroom import Darkroom

Task = Callable[[], None]
"""Something to do without being told anything more."""

_log = logging.getLogger(__name__)


class Desk(QObject):
    """Does deeds and readings in the order in which they were asked for, and tells of them so.

    An order that failed because the world did is kept, and can be sent again under the same
    command id: if it had arrived after all, it does not happen twice.

    Signals reach whoever is connected on the GUI thread. The feed is another way: the change that
    a deed made may come before ``deed_done`` or after it.
    """

    deed_started = Signal(object, object)
    together = Signal(object)
    """These commands were asked for as one: a list of their ids."""
    deed_done = Signal(object, object, object)
    deed_failed = Signal(object, object, object)
    case_ready = Signal(object)
    read_failed = Signal(object)
    problem = Signal()

    def __init__(
        self,
        url: str,
        actor: Actor,
        clock: Callable[[], datetime],
        wake: Callable[[], None],
        echo: Echo | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._url, self._actor, self._clock, self._wake = url, actor, clock, wake
        self._echo = echo
        self._teller = Teller(self)
        self.questions = Questions(url, actor, clock, wake, self)
        self.exports = Questions(url, actor, clock, wake, self)  # They may take minutes.
        self._opened: Office | None = None
        # Put in by the worker before it tells of the failure, taken out on the GUI thread.
        self._kept: dict[UUID, Task] = {}
        self._stopping = Flag()
        self._tasks: SimpleQueue[Task | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name="desk", daemon=True)
        self._thread.start()

    @cached_property
    def darkroom(self) -> "Darkroom":
        """Where photos are made ready to be shown, made when there is one: no start needs it."""
        from console.live.darkroom import Darkroom

        return Darkroom(
            lambda: Questions(self._url, self._actor, self._clock, self._wake, self), self
        )

    @property
    def operator(self) -> str:
        """Who sits here."""
        return self._actor.operator

    @property
    def workstation(self) -> str:
        """Where they sit."""
        return self._actor.workstation

    def do(self, order: Order) -> UUID:
        """Ask for a deed; returns its command id at once, a signal tells how it ended."""
        command = uuid4()
        self._send(command, order)
        return command

    def do_all(self, orders: Iterable[Order]) -> list[UUID]:
        """Ask for several deeds at once; each is done, and told of, by itself."""
        commands = [self.do(order) for order in orders]
        self.together.emit(commands)
        return commands

    def retry(self, command: UUID) -> None:
        """Send an order again that failed because the world did, and nothing but that."""
        again = self._kept.pop(command, None)
        if again is not None:
            again()

    def attach_file(self, incident: int, path: Path) -> UUID:
        """Attach a photo from a file, which is read on the worker thread."""
        command = uuid4()
        self._send_source(command, incident, path, path.name)
        return command

    def read_case(self, incident: int) -> None:
        """Read an incident in full; ``case_ready`` brings it."""
        self._tasks.put(lambda: self._read_case(incident))

    def attach_image(self, incident: int, name: str, image: "QImage") -> UUID:
        """Attach a picture that lies on the clipboard; it is packed on the worker thread."""
        command = uuid4()
        self._send_source(command, incident, image, name)
        return command

    def prepare(self) -> None:
        """Read the deeds, and open the database, before the first one is asked for.

        No start waits for them, and no first deed either, if this is called in a quiet moment.
        """
        self._tasks.put(self._prepare)

    def stop(self) -> None:
        """Finish the deeds that were asked for, then end; readings are of no more use."""
        self._stopping.set()
        self._tasks.put(None)
        self._thread.join()
        self.questions.stop()
        self.exports.stop()
        if "darkroom" in vars(self):
            self.darkroom.stop()

    def _send(self, command: UUID, order: Order) -> None:
        self.deed_started.emit(command, order)
        self._tasks.put(lambda: self._perform(command, order))

    def _send_source(
        self, command: UUID, incident: int, source: "Path | QImage", name: str
    ) -> None:
        self._tasks.put(lambda: self._attach(command, incident, source, name))

    # On the worker thread

    def _run(self) -> None:
        while (task := self._tasks.get()) is not None:
            try:
                task()
            except Exception:
                # A mistake of ours must not end the thread: what is asked for next still happens.
                _log.exception("the desk failed unexpectedly")
                self._teller.tell(self.problem.emit)
        if self._opened is not None:
            self._opened.database.close()

    @property
    def _office(self) -> Office:
        """The office, opened when it is first needed and tried again after a failure."""
        if self._opened is None:
            self._opened = Office(Database.open(self._url), self._actor, self._clock)
        return self._opened

    def _perform(self, command: UUID, order: Order) -> None:
        from console.commands.perform import perform  # Late, see ``prepare``.

        own = DeedEcho(self._echo, partial(self.deed_done.emit, command, order))
        try:
            event = perform(replace(self._office, echo=own), order, command)
        except FaultError as error:
            self._kept[command] = partial(self._send, command, order)
            self._fail(command, order, error)
        except Refusal as error:
            self._fail(command, order, error)
        except Exception:
            _log.exception("a deed failed unexpectedly: %s", deed_of(order).value)
            self._fail(command, order, FaultError(Fault.UNEXPECTED))
        else:
            if not own.has_told:
                # First: the screen shows what the feed brings, which takes longer than telling.
                self._wake()
                self._teller.tell(partial(self.deed_done.emit, command, order, event))

    def _fail(self, command: UUID, order: Order, error: ConsoleError) -> None:
        _log.info("%s refused: %s", deed_of(order).value, error.code.value)
        self._teller.tell(partial(self.deed_failed.emit, command, order, error))

    def _prepare(self) -> None:
        from console.commands import attachments, perform  # noqa: F401 - only read for later

        with suppress(ConsoleError):  # Whatever is asked for first will tell of it.
            self._office.database.check_reachable()

    def _attach(self, command: UUID, incident: int, source: "Path | QImage", name: str) -> None:
        from console.live.darkroom import take

        try:
            photo = take(source, name)
        except ConsoleError as error:
            if isinstance(error, FaultError):  # The stick may be put in again.
                self._kept[command] = partial(self._send_source, command, incident, source, name)
            self._fail(command, Attach(incident, name, b""), error)
        else:
            order = Attach(incident, photo.name, photo.content)
            self._teller.tell(partial(self.deed_started.emit, command, order))
            self._perform(command, order)

    def _read_case(self, incident: int) -> None:
        self._read(lambda database: partial(self.case_ready.emit, self._case(database, incident)))

    @staticmethod
    def _case(database: Database, incident: int) -> Case:
        with database.read() as session:
            return case(session, incident)

    def _read(self, read: Callable[[Database], Task]) -> None:
        if self._stopping.is_set():
            return
        try:
            self._teller.tell(read(self._office.database))
        except ConsoleError as error:
            _log.warning("could not be read: %s", error)
            self._teller.tell(partial(self.read_failed.emit, error))
