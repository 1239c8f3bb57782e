"""``grid-console export``: files that a spreadsheet opens and ``import`` reads back."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from console.commands.exporting.files import write_roster
from console.commands.exporting.roster import read_roster
from console.commands.looks import ROSTER
from console.terminal.sitting import echo_json, json_option, reason_option, write_look
from console.widgets.labels_import import exported_text

if TYPE_CHECKING:
    from console.terminal.sitting import Sitting


@click.group("export")
def export_group() -> None:
    """Write members or shifts to a file for a spreadsheet."""


@export_group.command("members")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--unmask", is_flag=True, help="Also write the members' telephone numbers.")
@reason_option
@click.option("--overwrite", is_flag=True, help="Replace the file if it is there already.")
@json_option
@click.pass_context
def export_members(
    context: click.Context,
    file: Path,
    *,
    unmask: bool,
    reason: str,
    overwrite: bool,
    as_json: bool,
) -> None:
    """Write the members and their skills to an XLSX or CSV file, as import reads them back."""
    sitting: Sitting = context.obj
    with sitting.office() as office:
        if unmask:
            write_look(office, ROSTER, reason)
        with office.database.read() as session:
            roster = read_roster(session, phones=unmask)
        write_roster(roster, file, overwrite=overwrite)
    if as_json:
        echo_json({"kind": "members", "file": str(file), "rows": len(roster.rows)})
    else:
        click.echo(exported_text(len(roster.rows), str(file)))
