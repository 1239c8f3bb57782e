"""The ladder on the command line: raise what is due, show it, change it."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import click
from PySide6.QtCore import QCoreApplication

from console.commands.office import Office
from console.commands.perform import perform
from console.commands.raising import raise_all, raiser
from console.db.ladder import rungs, safety_rules, supervisions
from console.domain.errors import Refusal, Refused
from console.domain.extending import read_extension
from console.domain.ladder import Card, Rung, Who
from console.domain.orders import AcknowledgeCard, ChangeLadder, CheckIn, Extend
from console.domain.text import one_line
from console.terminal.sitting import Sitting, do, echo_json, json_option, tell_event


@click.group("ladder")
def ladder_group() -> None:
    """What happens when a time limit runs out, and to whom it is told."""


@ladder_group.command("run")
@json_option
@click.pass_context
def run(context: click.Context, *, as_json: bool) -> None:
    """Raise all that is due, once and in order, then end; for a scheduler."""
    sitting: Sitting = context.obj
    with sitting.office() as office:
        by_itself = Office(office.database, raiser(sitting.actor.workstation), office.clock)
        raised, coming = raise_all(by_itself)
    for event in raised:
        tell_event(event, as_json=as_json)
    if not as_json:
        click.echo(_told(len(raised), coming, sitting))


def _told(count: int, coming: datetime | None, sitting: Sitting) -> str:
    if coming is None:
        source = QCoreApplication.translate("Terminal", "{count} raised; nothing is due next.")
        return source.format(count=count)
    source = QCoreApplication.translate("Terminal", "{count} raised; the next may be due {time}.")
    return source.format(count=count, time=f"{coming.astimezone(sitting.zone):%Y-%m-%d %H:%M:%S}")


@ladder_group.command("show")
@json_option
@click.pass_context
def show(context: click.Context, *, as_json: bool) -> None:
    """Show the rungs and how often somebody alone on scene checks in."""
    sitting: Sitting = context.obj
    with sitting.office() as office, office.database.read() as session:
        found, safety = rungs(session), safety_rules(session)
    times = {"": safety.urgent, **safety.categories}
    minutes = {code: None if one is None else _minutes(one) for code, one in times.items()}
    if as_json:
        echo_json({"rungs": [_json(rung) for rung in found], "check_in": minutes})
        return
    for rung in found:
        after = f" + {_minutes(rung.after)} min" if rung.after else ""
        click.echo(
            f"{rung.position}  {rung.share} %{after}  {rung.who.value}  {rung.card.value}"
            f"  {one_line(rung.owner)}  ({_minutes(rung.acknowledge)} min)"
        )
    for code, value in minutes.items():
        click.echo(f"check-in  {code or 'urgent'} = {value if value is not None else '–'}")


@ladder_group.command("set")
@click.argument("position", type=click.IntRange(1, 99))
@click.option("--share", type=click.IntRange(1, 100), help="At so many percent of the limit.")
@click.option("--after", type=click.IntRange(0), help="So many minutes after the limit's end.")
@click.option("--who", type=click.Choice([who.value for who in Who]))
@click.option("--card", type=click.Choice([card.value for card in Card]))
@click.option("--owner", help="Who must acknowledge the card.")
@click.option("--acknowledge", type=click.IntRange(0), help="Within so many minutes.")
@click.option("--remove", is_flag=True, help="Take the rung away.")
@json_option
@click.pass_context
def set_(
    context: click.Context, /, position: int, *, remove: bool, as_json: bool, **given: Any
) -> None:
    """Put a rung up, change it or take it away; what is not given stays as it is."""
    sitting: Sitting = context.obj
    with sitting.office() as office:
        with office.database.read() as session:
            known = {rung.position: rung for rung in rungs(session)}
        before = known.pop(position, None)
        kept = list(known.values())
        if not remove:
            kept.append(_changed(position, before, given))
        elif before is None:
            raise Refusal(Refused.BAD_VALUE, field="rung", value=str(position))
        event = perform(office, ChangeLadder(tuple(kept)), uuid4())
    tell_event(event, as_json=as_json)


def _changed(position: int, before: Rung | None, given: dict[str, Any]) -> Rung:
    old = before or Rung(position, 100, timedelta(0), Who.LEADER, Card.NONE, "", timedelta(0))

    def new(name: str, kept: Any) -> Any:
        return kept if given[name] is None else given[name]

    return Rung(
        position,
        new("share", old.share),
        timedelta(minutes=new("after", _minutes(old.after))),
        Who(new("who", old.who.value)),
        Card(new("card", old.card.value)),
        new("owner", old.owner),
        timedelta(minutes=new("acknowledge", _minutes(old.acknowledge))),
    )


@ladder_group.command("check-in-every")
@click.argument("minutes", type=click.IntRange(0))
@click.option("--category", default="", help="For one kind of incident; else for what is urgent.")
@json_option
@click.pass_context
def check_in_every(context: click.Context, minutes: int, category: str, *, as_json: bool) -> None:
    """Set how often somebody alone on scene checks in; 0 is never."""
    do(context, ChangeLadder(check_in=((category, minutes or None),)), as_json=as_json)


@ladder_group.command("cards")
@json_option
@click.pass_context
def cards(context: click.Context, *, as_json: bool) -> None:
    """List what must still be acknowledged."""
    sitting: Sitting = context.obj
    with sitting.office() as office, office.database.read() as session:
        found = [one for one in supervisions(session) if one.open]
    for one in found:
        told = {
            "id": one.id,
            "incident": one.incident,
            "matter": one.matter.value,
            "card": one.card.value,
            "owner": one.owner,
            "due": one.due_at.isoformat(),
            "answer_by": one.answer_by.isoformat(),
        }
        if as_json:
            echo_json(told)
        else:
            click.echo(
                f"{one.id}  {one.incident:04d}  {one.matter.value}  {one.card.value}"
                f"  {one_line(one.owner)}  {one.due_at.astimezone(sitting.zone):%m-%d %H:%M}"
            )


@click.command("acknowledge-card")
@click.argument("number", type=int)
@click.argument("card", type=int)
@click.option("--note", default="", help="How the owner acknowledged, if that is somebody else.")
@json_option
@click.pass_context
def acknowledge(
    context: click.Context, number: int, card: int, note: str, *, as_json: bool
) -> None:
    """Acknowledge what was raised on an incident; see ladder cards."""
    do(context, AcknowledgeCard(number, card, note), as_json=as_json)


@click.command("check-in")
@click.argument("number", type=int)
@click.option("--note", default="")
@json_option
@click.pass_context
def check_in(context: click.Context, number: int, note: str, *, as_json: bool) -> None:
    """Whoever is alone at an incident is well."""
    do(context, CheckIn(number, note), as_json=as_json)


@click.command("extend")
@click.argument("number", type=int)
@click.argument("by")
@click.option("--note", required=True, help="Why.")
@click.option("--consent", required=True, help="The shift leader who consents.")
@json_option
@click.pass_context
def extend(
    context: click.Context, number: int, by: str, note: str, consent: str, *, as_json: bool
) -> None:
    """Prolong an incident's time limit by such as 2h or 30m of the limit's own time."""
    read = read_extension(f"{by} {note}")
    if read is None:
        raise Refusal(Refused.BAD_VALUE, field="extension", value=by)
    do(context, Extend(number, read[0], read[1], consent), as_json=as_json)


def _minutes(span: timedelta) -> int:
    return span // timedelta(minutes=1)


def _json(rung: Rung) -> dict[str, object]:
    return {
        "position": rung.position,
        "share": rung.share,
        "after_minutes": _minutes(rung.after),
        "who": rung.who.value,
        "card": rung.card.value,
        "owner": rung.owner,
        "acknowledge_minutes": _minutes(rung.acknowledge),
    }
