"""Sends what waits in the outbox: on a thread of its own, with connections of its own.

No deed waits for it. Two consoles, or a console and ``grid-console outbox run``, share the work:
each message is claimed, so that both do not send it, and claimed again if a sender dies.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from threading import Event as Flag
from threading import Thread
from uuid import UUID, uuid4, uuid5
from zoneinfo import ZoneInfo

from sqlalchemy import select

from console.commands.office import Office
from console.commands.perform import perform
from console.commands.telling import claim, is_over, put_off
from console.db.channels import address_of, channels, next_due
from console.db.engine import Database
from console.db.tables import CenterRow
from console.domain.channels import Channel, Message, Trouble, pause_after, secrets_in
from console.domain.errors import FaultError, Refusal
from console.domain.orders import NotTold, Told
from console.domain.rights import Actor
from console.live.courier import FindSecret, NotSentError, send
from console.live.secrets import find_secret

OPERATOR = "outbox"
"""Who stands beside the events of the outbox."""

BEGIN_S = 2.0
"""The console has better things to do in its first seconds."""

LOOK_S = 5.0
"""How often the outbox is looked at unless somebody wakes the sender."""

STOP_S = 0.2

_NAMESPACE = UUID("6f1d6c52-35a0-4d0e-8e52-0b6a3c1d2f11")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Round:
    """What a look at the outbox came to."""

    sent: int = 0
    put_off: int = 0
    failed: int = 0


class Outbox:
    """Sends from one database."""

    def __init__(
        self,
        database: Database,
        workstation: str,
        clock: Callable[[], datetime],
        find: FindSecret = find_secret,
    ) -> None:
        self._database = database
        self._office = Office(database, Actor(OPERATOR, workstation), clock)
        self._clock = clock
        self._find = find

    def run(self, stopped: Callable[[], bool] = lambda: False) -> Round:
        """Send everything that is due, one after the other.

        Raises:
            FaultError: If the database fails; what was being sent is sent again later.
        """
        sent = later = failed = 0
        while not stopped():
            now = self._clock()
            with self._database.read() as session:
                due = next_due(session)
                known = () if due is None or due > now else channels(session)
            if due is None or due > now:
                break
            name = str(uuid4())
            message = claim(self._database, self._elsewhere(known), name, now)
            if message is None:
                break
            error = self._try(message, known)
            if error is None:
                self._told(message)
                sent += 1
            elif self._failed(message, name, error):
                failed += 1
            else:
                later += 1
        return Round(sent, later, failed)

    def _elsewhere(self, known: tuple[Channel, ...]) -> list[str]:
        """The channels that this computer lacks a secret of."""
        return [
            channel.code
            for channel in known
            if any(self._find(name) is None for name in secrets_in(channel.address))
        ]

    def _try(self, message: Message, known: tuple[Channel, ...]) -> NotSentError | None:
        with self._database.read() as session:
            if is_over(session, message.id):
                return NotSentError(Trouble.OVER, lasting=True)
        channel = next((one for one in known if one.code == message.channel), None)
        if channel is None:
            return NotSentError(Trouble.NO_CHANNEL, message.channel, lasting=True)
        with self._database.read() as session:
            address = address_of(session, message.member)
            zone = session.scalar(select(CenterRow.zone)) or "UTC"
        try:
            send(message, channel, address, ZoneInfo(zone), self._find)
        except NotSentError as error:
            return error
        return None

    def _told(self, message: Message) -> None:
        # The number comes from the key: of two that sent it at once, one tells of it.
        perform(self._office, Told(message.incident, message.id), uuid5(_NAMESPACE, message.key))

    def _failed(self, message: Message, name: str, error: NotSentError) -> bool:
        """Note a failure; whether it was the last one."""
        _log.warning("message %s was not sent: %s", message.key, error)
        pause = None if error.lasting else pause_after(message.tries)
        if pause is not None:
            put_off(self._database, message.id, name, str(error), self._clock() + pause)
            return False
        try:
            perform(
                self._office,
                NotTold(message.incident, message.id, name, str(error)),
                uuid4(),
            )
        except Refusal as refusal:
            _log.info("another console has message %s: %s", message.key, refusal)
        return True


class OutboxThread:
    """Keeps the outbox empty while a console is open."""

    def __init__(
        self,
        url: str,
        workstation: str,
        clock: Callable[[], datetime],
        find: FindSecret = find_secret,
    ) -> None:
        self._url, self._workstation, self._clock, self._find = url, workstation, clock, find
        self._stopping, self._woken = Flag(), Flag()
        self._thread = Thread(target=self._run, name="outbox", daemon=True)

    def start(self) -> None:
        """Begin, after the first seconds; once."""
        self._thread.start()

    def wake(self) -> None:
        """Look at the outbox now; from any thread."""
        self._woken.set()

    def stop(self) -> None:
        """End. What is just being sent is not waited for: then another one sends it again."""
        self._stopping.set()
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join(STOP_S)

    def _run(self) -> None:
        self._woken.wait(BEGIN_S)
        while not self._stopping.is_set():
            self._woken.clear()
            try:
                self._work()
            except FaultError as fault:
                _log.info("the outbox cannot be read: %s", fault.code.value)
            except Exception:
                # A mistake of ours must not end the thread: the next message has its turn.
                _log.exception("the outbox failed unexpectedly")
            if not self._stopping.is_set():
                self._woken.wait(LOOK_S)

    def _work(self) -> None:
        database = Database.open(self._url)
        try:
            outbox = Outbox(database, self._workstation, self._clock, self._find)
            while not self._stopping.is_set():
                outbox.run(self._stopping.is_set)
                self._woken.wait(LOOK_S)
                self._woken.clear()
        finally:
            database.close()
