"""The weights of the proposal on the command line."""

from dataclasses import replace
from zoneinfo import ZoneInfo

import click
from PySide6.QtCore import QCoreApplication

from console.db.history import last_dispatches
from console.db.queries import catalogue, members, weights
from console.domain.grid import GridTree
from console.domain.hindsight import proposed_then
from console.domain.orders import ChangeWeights
from console.domain.text import one_line
from console.domain.weights import NAMES
from console.terminal.sitting import Sitting, do, echo_json, json_option


@click.group("weights")
def weights_group() -> None:
    """Show or change what counts how much when somebody is proposed."""


@weights_group.command("show")
@json_option
@click.pass_context
def show(context: click.Context, *, as_json: bool) -> None:
    """Show the weights; all in minutes of a walk but urgent and most_running."""
    sitting: Sitting = context.obj
    with sitting.office() as office, office.database.read() as session:
        found = weights(session).values()
    if as_json:
        echo_json(found)
        return
    for name, value in found.items():
        click.echo(f"{name} = {value:g}")


@weights_group.command("set")
@click.argument("name", type=click.Choice(sorted(NAMES)))
@click.argument("value", type=float)
@json_option
@click.pass_context
def set_(context: click.Context, name: str, value: float, *, as_json: bool) -> None:
    """Change one weight."""
    do(context, ChangeWeights(((name, value),)), as_json=as_json)


@weights_group.command("preview")
@click.argument("changes", nargs=-1, required=True, metavar="NAME=VALUE…")
@click.option("--last", default=200, type=click.IntRange(1, 2000), show_default=True)
@json_option
@click.pass_context
def preview(context: click.Context, changes: tuple[str, ...], last: int, *, as_json: bool) -> None:
    """Show to whom the last dispatches would have gone with other weights; changes nothing."""
    sitting: Sitting = context.obj
    with sitting.office() as office, office.database.read() as session:
        known, there = catalogue(session), members(session)
        pasts, stints = last_dispatches(session, last)
    skills = {category.code: category.skill for category in known.categories}
    pasts = [replace(past, skill=skills[past.incident.category]) for past in pasts]
    tree, zone = GridTree(known.grids), ZoneInfo(known.center.zone)
    other = known.weights.changed(dict(map(_change, changes)))
    before = proposed_then(pasts, there, stints, tree, zone, known.weights)
    after = proposed_then(pasts, there, stints, tree, zone, other)
    told = [
        (past.incident, old, new)
        for past, old, new in zip(pasts, before, after, strict=True)
        if old != new
    ]
    if as_json:
        echo_json(
            {
                "dispatches": len(pasts),
                "changed": [
                    {
                        "incident": incident.id,
                        "now": old.number if old else None,
                        "then": new.number if new else None,
                    }
                    for incident, old, new in told
                ],
            }
        )
        return
    for incident, old, new in told:
        names = (one.name if one else "–" for one in (old, new))
        click.echo(f"{incident.number} {one_line(incident.title[:40])}: {' → '.join(names)}")
    click.echo(
        QCoreApplication.translate(
            "Terminal", "{changed} of the last {count} dispatches would have gone to others."
        ).format(changed=len(told), count=len(pasts))
    )


def _change(text: str) -> tuple[str, float]:
    name, equals, value = text.partition("=")
    try:
        return name, float(value)
    except ValueError:
        raise click.BadParameter(text if equals else f"{text}=?") from None
