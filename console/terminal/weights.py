"""The weights of the proposal on the command line."""

import click

from console.db.queries import weights
from console.domain.orders import ChangeWeights
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
