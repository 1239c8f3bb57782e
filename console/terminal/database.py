"""``grid-console db`` and ``grid-console demo``: the database itself."""

import click
from PySide6.QtCore import QCoreApplication
from sqlalchemy import func, select

from console.commands.demo import prepare
from console.db.check import check
from console.db.engine import Database
from console.db.migrate import HEAD, revision, upgrade
from console.db.tables import OPEN, EventHeadRow, IncidentRow, MemberRow
from console.domain.errors import Refusal, Refused
from console.terminal.sitting import Sitting, echo_json, json_option


@click.group("db")
def database_group() -> None:
    """Bring a database up to date, check it, or say what it is."""


@database_group.command("upgrade")
@json_option
@click.pass_context
def upgrade_(context: click.Context, *, as_json: bool) -> None:
    """Make the tables, or bring them to what this program needs."""
    sitting: Sitting = context.obj
    with sitting.database() as database:
        before = revision(database)
        upgrade(database)
        after = revision(database)
    if as_json:
        echo_json({"before": before, "after": after})
    else:
        text = QCoreApplication.translate("Terminal", "The database is now at {revision}.")
        click.echo(text.format(revision=after))


@database_group.command("check")
@json_option
@click.pass_context
def check_(context: click.Context, *, as_json: bool) -> None:
    """Look for edited or missing events, illegal states and broken references.

    Ends with 0 if there is nothing to find, otherwise with 1.
    """
    sitting: Sitting = context.obj
    with sitting.office() as office, office.database.read() as session:
        findings = check(session)
    if as_json:
        echo_json([{"code": f.defect.value, "details": dict(f.details)} for f in findings])
    else:
        for finding in findings:
            told = ", ".join(f"{name}={value}" for name, value in finding.details.items())
            click.echo(f"{finding.defect.value}: {told}")
        if not findings:
            click.echo(QCoreApplication.translate("Terminal", "Nothing is wrong."))
    context.exit(1 if findings else 0)


@database_group.command("info")
@json_option
@click.pass_context
def info(context: click.Context, *, as_json: bool) -> None:
    """Say where the database is, how new it is and how much is in it."""
    sitting: Sitting = context.obj
    with sitting.database() as database:
        told: dict[str, object] = {
            "url": database.url,
            "shared": database.is_shared,
            "revision": revision(database),
            "needed": HEAD,
        }
        # Of a database of another revision only that much can be told.
        if told["revision"] == HEAD:
            told |= _counts(database)
    if as_json:
        echo_json(told)
        return
    for name, value in told.items():
        click.echo(f"{name:10} {value}")


def _counts(database: Database) -> dict[str, object]:
    with database.read() as session:
        return {
            "events": session.scalar(select(EventHeadRow.seq)),
            "incidents": session.scalar(select(func.count()).select_from(IncidentRow)),
            "open": session.scalar(select(func.count()).select_from(IncidentRow).where(OPEN)),
            "members": session.scalar(select(func.count()).select_from(MemberRow)),
        }


@click.command("demo")
@click.pass_context
def demo(context: click.Context) -> None:
    """Make an empty database the demonstration center's."""
    sitting: Sitting = context.obj
    with sitting.database() as database:
        if revision(database) is not None:
            raise Refusal(Refused.CENTER_EXISTS, center=database.url)
    prepare(sitting.url)
    click.echo(QCoreApplication.translate("Terminal", "The demonstration center is ready."))
