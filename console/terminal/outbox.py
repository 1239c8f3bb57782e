"""``grid-console outbox``: send what waits, look at it, have it sent again."""

import time

import click
from PySide6.QtCore import QCoreApplication

from console.db.channels import messages
from console.domain.channels import Delivery, Message
from console.domain.errors import Fault, FaultError
from console.domain.orders import TellAgain
from console.terminal.sentences import sentence
from console.terminal.sitting import Sitting, do, echo_json, json_option
from console.widgets.words_channels import delivery_label

PASSING = frozenset({Fault.UNREACHABLE, Fault.LOST, Fault.LOCKED})
"""Faults of the database that a sender waits out."""


@click.group("outbox")
def outbox_group() -> None:
    """Send what members are to be told, and see what has become of it."""


@outbox_group.command("run")
@click.option("--once", is_flag=True, help="Send what is due now, and end.")
@click.option("--every", default=5.0, type=click.FloatRange(0.2, 600), show_default=True)
@click.pass_context
def run(context: click.Context, *, once: bool, every: float) -> None:
    """Send what is due, and go on until it is stopped; for a computer without a console."""
    from console.live.outbox import Outbox

    sitting: Sitting = context.obj
    while True:
        try:
            with sitting.office() as office:
                done = Outbox(office.database, sitting.actor.workstation, office.clock).run()
        except FaultError as fault:
            if once or fault.code not in PASSING:
                raise
            click.echo(sentence(fault), err=True)
            time.sleep(every)
            continue
        if once or done.sent or done.put_off or done.failed:
            click.echo(
                QCoreApplication.translate(
                    "Terminal", "sent: {sent}, put off: {later}, failed: {failed}"
                ).format(sent=done.sent, later=done.put_off, failed=done.failed)
            )
        if once:
            context.exit(1 if done.failed else 0)
        time.sleep(every)


@outbox_group.command("show")
@click.option("--state", type=click.Choice([state.value for state in Delivery]))
@click.option("--limit", default=50, type=click.IntRange(1, 1000), show_default=True)
@json_option
@click.pass_context
def show(context: click.Context, state: str | None, limit: int, *, as_json: bool) -> None:
    """Show the newest messages, their state and what went wrong."""
    sitting: Sitting = context.obj
    states = [] if state is None else [Delivery(state)]
    with sitting.office() as office, office.database.read() as session:
        found = messages(session, states, limit)
    if as_json:
        echo_json([_plain(message) for message in found])
        return
    for message in found:
        at = f"{message.queued_at.astimezone(sitting.zone):%m-%d %H:%M}"
        told = (at, f"{message.incident:04d}", message.key, message.channel, message.member_name)
        line = "  ".join((*told, delivery_label(message.state), message.trouble))
        click.echo(line.rstrip())


@outbox_group.command("retry")
@click.argument("incident", type=int)
@json_option
@click.pass_context
def retry(context: click.Context, incident: int, *, as_json: bool) -> None:
    """Send what failed on an incident once more."""
    do(context, TellAgain(incident), as_json=as_json)


def _plain(message: Message) -> dict[str, object]:
    return {
        "key": message.key,
        "incident": message.incident,
        "member": message.member_name,
        "channel": message.channel,
        "tidings": message.tidings.value,
        "state": message.state.value,
        "tries": message.tries,
        "queued_at": message.queued_at.isoformat(),
        "sent_at": None if message.sent_at is None else message.sent_at.isoformat(),
        "trouble": message.trouble,
    }
