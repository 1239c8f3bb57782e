"""The commands of ``grid-console incident`` about major incidents, and about taking back."""

import click
from sqlalchemy import select

from console.db.log import COLUMNS, event_of
from console.db.tables import EventRow
from console.domain.errors import Refusal, Refused
from console.domain.orders import DeclareMajor, JoinMajor, LeaveMajor, StandDown, TakeBack
from console.domain.undoing import Final, undoing_of
from console.terminal.sitting import Sitting, do, json_option


def add_major(group: click.Group) -> None:
    """Add the commands to a group."""
    for command in (declare_major, stand_down, join_major, leave_major, take_back):
        group.add_command(command)


@click.command("declare-major")
@click.argument("number", type=int)
@click.argument("note")
@json_option
@click.pass_context
def declare_major(context: click.Context, number: int, note: str, *, as_json: bool) -> None:
    """Lead an incident as a major one; the note says why."""
    do(context, DeclareMajor(number, note), as_json=as_json)


@click.command("stand-down")
@click.argument("number", type=int)
@click.argument("note")
@json_option
@click.pass_context
def stand_down(context: click.Context, number: int, note: str, *, as_json: bool) -> None:
    """Lead a major incident as an ordinary one again; its open parts go on by themselves."""
    do(context, StandDown(number, note), as_json=as_json)


@click.command("join-major")
@click.argument("number", type=int)
@click.argument("major", type=int)
@click.option("--note", default="")
@json_option
@click.pass_context
def join_major(
    context: click.Context, number: int, major: int, note: str, *, as_json: bool
) -> None:
    """Lead an incident as a part of a major one."""
    do(context, JoinMajor(number, major, note), as_json=as_json)


@click.command("leave-major")
@click.argument("number", type=int)
@click.option("--note", default="")
@json_option
@click.pass_context
def leave_major(context: click.Context, number: int, note: str, *, as_json: bool) -> None:
    """Lead a part of a major incident by itself again."""
    do(context, LeaveMajor(number, note), as_json=as_json)


@click.command("take-back")
@click.argument("event", type=int)
@click.option("--note", default="")
@json_option
@click.pass_context
def take_back(context: click.Context, event: int, note: str, *, as_json: bool) -> None:
    """Take back one's own deed, by the number of its event; the old time limit goes on."""
    sitting: Sitting = context.obj
    with sitting.office() as office, office.database.read() as session:
        row = session.execute(select(*COLUMNS).where(EventRow.seq == event)).one_or_none()
    if row is None:
        raise Refusal(Refused.BAD_VALUE, field="event", value=event)
    found = event_of(row)
    undoing = undoing_of(found)
    if isinstance(undoing, Final):
        raise Refusal(Refused.FINAL, deed=found.kind.value, why=undoing.why.value)
    do(context, TakeBack(event, undoing.by, found.subject, note), as_json=as_json)
