"""The weights of the proposal on the command line."""

import click

from console.commands.weighing import weigh
from console.db.queries import weights
from console.domain.orders import ChangeWeights
from console.domain.text import one_line
from console.domain.weights import NAMES
from console.terminal.sitting import Sitting, do, echo_json, json_option
from console.widgets.labels_weights import redirected_text


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
    with sitting.office() as office:
        told = weigh(office.database, dict(map(_change, changes)), last)
    if as_json:
        echo_json(
            {
                "dispatches": told.dispatches,
                "changed": [
                    {
                        "incident": one.incident.id,
                        "now": one.now.number if one.now else None,
                        "then": one.then.number if one.then else None,
                    }
                    for one in told.redirected
                ],
            }
        )
        return
    for one in told.redirected:
        names = (member.name if member else "–" for member in (one.now, one.then))
        title = one_line(one.incident.title[:40])
        click.echo(f"{one.incident.number} {title}: {' → '.join(names)}")
    click.echo(redirected_text(len(told.redirected), told.dispatches))


def _change(text: str) -> tuple[str, float]:
    name, equals, value = text.partition("=")
    try:
        return name, float(value)
    except ValueError:
        raise click.BadParameter(text if equals else f"{text}=?") from None
