"""What all commands share: the database, who works, the language, and how a failure is told."""

import getpass
import json
import logging
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import click
from sqlalchemy import select
from typing_extensions import override

from console.commands.office import Office
from console.commands.perform import perform
from console.db.engine import Database
from console.db.migrate import require_current
from console.db.tables import CenterRow
from console.domain.errors import ConsoleError
from console.domain.events import Event, Subject
from console.domain.orders import Look, Order
from console.domain.rights import Actor
from console.terminal.sentences import sentence
from console.widgets.labels import event_sentence

_log = logging.getLogger(__name__)


def utc_now() -> datetime:
    """The present instant."""
    return datetime.now(UTC)


@dataclass(slots=True)
class Sitting:
    """Who works on which database, for the time of one command.

    ``zone`` is the center's as soon as a database has been opened that tells it; without it, times
    are told in this computer's.
    """

    url: str
    actor: Actor
    zone: tzinfo | None = None

    @contextmanager
    def database(self) -> Iterator[Database]:
        """The database, whatever state it is in.

        Raises:
            FaultError: If it cannot be reached.
        """
        database = Database.open(self.url)
        try:
            yield database
        finally:
            database.close()

    @contextmanager
    def office(self) -> Iterator[Office]:
        """The office on a database with the tables that this program needs.

        Raises:
            FaultError: If the database cannot be reached, or is empty, too old or too new.
        """
        with self.database() as database:
            require_current(database)
            self.zone = _zone_of(database)
            yield Office(database, self.actor, utc_now)


def _zone_of(database: Database) -> tzinfo | None:
    with database.read() as session:
        name = session.scalars(select(CenterRow.zone)).first()
    return None if name is None else ZoneInfo(name)


def operator_or_user(operator: str | None) -> str:
    """The operator named, or the name of the user's account."""
    return operator or getpass.getuser()


def workstation_or_host(workstation: str | None) -> str:
    """The workstation named, or the computer's name."""
    return workstation or platform.node() or "terminal"


class Reporting(click.Group):
    """A group whose expected failures are one sentence on the error stream and exit code 1."""

    @override
    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ConsoleError as error:
            _log.warning("%s: %s", ctx.invoked_subcommand, error.code.value)
            sitting = ctx.find_object(Sitting)
            click.echo(sentence(error, None if sitting is None else sitting.zone), err=True)
            ctx.exit(1)


def do(context: click.Context, order: Order, *, as_json: bool) -> None:
    """Carry an order out and say what happened."""
    sitting: Sitting = context.obj
    with sitting.office() as office:
        event = perform(office, order, uuid4())
    tell_event(event, as_json=as_json)


def write_look(office: Office, subject: Subject, reason: str) -> None:
    """Write down a look at personal data, before it is shown.

    Raises:
        ConsoleError: If it could not be written down, for want of a reason above all.
    """
    perform(office, Look(subject, reason), uuid4())


def tell_event(event: Event, *, as_json: bool) -> None:
    """Say an event, as a line for people or as JSON for programs."""
    if as_json:
        echo_json(event_json(event))
    else:
        # There is only one catalogue: it needs no number.
        number = f"{event.subject.id:04d} " if event.subject.id else ""
        click.echo(f"{number}{event_sentence(event)}")


def event_json(event: Event) -> dict[str, Any]:
    """An event as other programs get it."""
    return {
        "event": event.seq,
        "kind": event.kind.value,
        "subject": str(event.subject),
        event.subject.kind: event.subject.id,
        "at": event.at.isoformat(),
        "operator": event.operator,
        "workstation": event.workstation,
        "payload": dict(event.payload),
    }


def echo_json(value: object) -> None:
    """Write a value as one line of JSON."""
    click.echo(json.dumps(value, ensure_ascii=False))


reason_option = click.option(
    "--reason", default="", help="Why; needed with --unmask, and written down."
)


def json_option(command: Any) -> Any:
    """The option that every command has: an answer for programs."""
    return click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")(command)
