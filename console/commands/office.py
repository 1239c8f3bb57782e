"""The one place that runs a deed: right, transaction, once for each command id, event, commit."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from console.commands.echoing import Echo, echoing
from console.db import log
from console.db.engine import Database
from console.db.faults import fault_with
from console.domain.errors import Fault, FaultError, Refusal, Refused
from console.domain.events import Event, Payload, Subject
from console.domain.lifecycle import Deed
from console.domain.rights import Actor, require

ATTEMPTS = 5
"""How often a deed is tried that others have got in the way of."""

_TRY_AGAIN = frozenset({"40001", "40P01"})  # serialization failure, deadlock


@dataclass(frozen=True, slots=True)
class Work:
    """What a deed's body works with; it ends with the transaction."""

    session: Session
    database: Database
    actor: Actor
    now: datetime


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a deed's body did: what it was about, and what the event shall say."""

    subject: Subject
    payload: Payload


Body = Callable[[Work], Outcome]


@dataclass(frozen=True)
class Office:
    """Somebody at work on a database; ``echo`` is told at once what each deed changed."""

    database: Database
    actor: Actor
    clock: Callable[[], datetime]
    echo: Echo | None = None

    def run(
        self, deed: Deed, command_id: UUID, body: Body, subject: Subject | None = None
    ) -> Event:
        """Do a deed once, in one transaction.

        A command that has been carried out already is not carried out again: its event comes
        back. Whoever loses a race against another workstation is simply run again, because the
        body then sees what the other one did, and refuses with the right words or finds that
        nothing stands in the way.

        Args:
            deed: What is done; its right is asked for.
            command_id: The command's own number.
            body: Loads, asks the rules and changes rows; it may run more than once.
            subject: What the deed is about, if that is known before it.

        Raises:
            Refusal: If the right is missing, the command id was used for something else, or the
                body refuses; nothing has changed.
            FaultError: If the database fails; nothing has changed.
        """
        require(self.actor, deed)
        for attempt in range(ATTEMPTS - 1):
            try:
                return self._attempt(deed, command_id, body, subject, look=attempt > 0)
            except Refusal:
                # Perhaps it refuses what the same command has already done: then that is found.
                if attempt > 0:
                    raise
            except (StaleDataError, IntegrityError):
                continue  # A row's version, or a unique index, tells of another one's commit.
            except FaultError as fault:
                if not _worth_another_try(fault):
                    raise
        try:
            return self._attempt(deed, command_id, body, subject, look=True)
        except StaleDataError as error:
            raise fault_with(Fault.LOCKED, self.database.address) from error

    def _attempt(
        self, deed: Deed, command_id: UUID, body: Body, subject: Subject | None, *, look: bool
    ) -> Event:
        """Try once.

        Nearly every command comes for the first time, so the first attempt does not ask whether
        it came before: its number is unique among the events, and a second one is undone there.
        """
        with echoing(self.echo) as keep, self.database.write() as session:
            earlier = log.find(session, command_id) if look else None
            if earlier is not None:
                return _replayed(earlier, deed, subject)
            work = Work(session, self.database, self.actor, self.clock())
            outcome = body(work)
            event = log.append(
                session,
                at=work.now,
                actor=self.actor,
                command_id=command_id,
                kind=deed,
                subject=outcome.subject,
                payload=outcome.payload,
            )
            keep(session, event)
        return event


def _replayed(earlier: Event, deed: Deed, subject: Subject | None) -> Event:
    if earlier.kind is not deed or subject not in (None, earlier.subject):
        raise Refusal(Refused.COMMAND_REUSED, command=str(earlier.command_id))
    return earlier


def _worth_another_try(fault: FaultError) -> bool:
    cause = fault.__cause__
    # Asked for by name: importing PostgreSQL's driver would delay the start on a local database.
    state = getattr(cause.orig, "sqlstate", None) if isinstance(cause, DBAPIError) else None
    return state in _TRY_AGAIN
