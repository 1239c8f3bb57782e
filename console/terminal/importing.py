"""``grid-console import``: take a file in, say what became of each row, and how fast."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from console.commands.importing.mapping import Kind, LimitsFrom
from console.commands.importing.setup import Source, prepare
from console.commands.looks import ROSTER
from console.commands.office import Office
from console.domain.errors import ConsoleError
from console.terminal.import_json import error_json
from console.terminal.import_run import run_file
from console.terminal.preview import show_preview
from console.terminal.sentences import sentence
from console.terminal.sitting import echo_json, reason_option, write_look

if TYPE_CHECKING:
    from console.terminal.sitting import Sitting

_Command = Callable[..., None]


def source_options(command: _Command) -> _Command:
    """The options that say how a file is to be read."""
    for option in reversed(
        [
            click.argument("file", type=click.Path(path_type=Path)),
            click.option(
                "--mapping",
                metavar="TOML",
                help="What the columns mean: a file, or the name of a mapping that is shipped.",
            ),
            click.option("--encoding", help="The encoding, if it is not found out rightly."),
            click.option("--sheet", help="The sheet of a workbook, if it is not the first."),
        ]
    ):
        command = option(command)
    return command


def place_option(command: _Command) -> _Command:
    """The option to take reports that are nowhere."""
    return click.option(
        "--without-place", is_flag=True, help="Also take reports that have no coordinates."
    )(command)


def _result_options(command: _Command) -> _Command:
    strict = click.option("--strict", is_flag=True, help="All rows or none.")
    as_json = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
    return strict(as_json(command))


@click.group("import")
def import_group() -> None:
    """Take in incidents, grids, members, cameras or shifts from a file."""


@import_group.command("incidents")
@source_options
@place_option
@click.option("--as-open", is_flag=True, help="Bring what is over in as new reports.")
@click.option(
    "--limits-from",
    type=click.Choice([choice.value for choice in LimitsFrom]),
    help="From when limits count; see the guide for what is sensible.",
)
@_result_options
@click.pass_context
def import_incidents(
    context: click.Context,
    file: Path,
    mapping: str | None,
    encoding: str | None,
    sheet: str | None,
    *,
    without_place: bool,
    as_open: bool,
    limits_from: str | None,
    strict: bool,
    as_json: bool,
) -> None:
    """Take in reports from a CSV, XLSX or GeoJSON file."""
    source = Source(
        file,
        mapping,
        encoding,
        sheet,
        as_open=True if as_open else None,
        limits_from=None if limits_from is None else LimitsFrom(limits_from),
        place_required=False if without_place else None,
    )
    _finish(context, Kind.INCIDENTS, source, strict=strict, as_json=as_json)


def _add_command(kind: Kind, told: str) -> None:
    @import_group.command(kind.value, help=told)
    @source_options
    @_result_options
    @click.pass_context
    def command(
        context: click.Context,
        file: Path,
        mapping: str | None,
        encoding: str | None,
        sheet: str | None,
        *,
        strict: bool,
        as_json: bool,
    ) -> None:
        source = Source(file, mapping, encoding, sheet)
        _finish(context, kind, source, strict=strict, as_json=as_json)


_add_command(Kind.GRIDS, "Take in communities, base grids or sub-grids from a GeoJSON file.")
_add_command(Kind.CAMERAS, "Take in cameras from a CSV, XLSX or GeoJSON file.")


@import_group.command("members")
@source_options
@_result_options
@click.option("--preview", is_flag=True, help="Only say what would change, and change nothing.")
@click.option("--unmask", is_flag=True, help="Show telephone numbers in the preview in full.")
@reason_option
@click.pass_context
def import_members(
    context: click.Context,
    file: Path,
    mapping: str | None,
    encoding: str | None,
    sheet: str | None,
    *,
    strict: bool,
    as_json: bool,
    preview: bool,
    unmask: bool,
    reason: str,
) -> None:
    """Take in grid members and their skills from an XLSX or CSV file."""
    source = Source(file, mapping, encoding, sheet)
    if not preview:
        _finish(context, Kind.MEMBERS, source, strict=strict, as_json=as_json)
        return
    sitting: Sitting = context.obj
    with sitting.office() as office:
        if unmask:
            write_look(office, ROSTER, reason)
        code = _preview(office, source, strict=strict, unmask=unmask, as_json=as_json)
    context.exit(code)


def _preview(office: Office, source: Source, *, strict: bool, unmask: bool, as_json: bool) -> int:
    try:
        prepared = prepare(office, Kind.MEMBERS, source)
        return show_preview(office, prepared, strict=strict, unmask=unmask, as_json=as_json)
    except ConsoleError as refused:
        if as_json:
            echo_json({"kind": "members", "preview": True, "error": error_json(refused)})
        else:
            click.echo(sentence(refused), err=True)
    return 1


def _finish(
    context: click.Context, kind: Kind, source: Source, *, strict: bool, as_json: bool
) -> None:
    sitting: Sitting = context.obj
    with sitting.office() as office:
        code = run_file(office, kind, source, strict=strict, as_json=as_json)
    context.exit(code)
