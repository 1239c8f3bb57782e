"""``grid-console import``: take a file in, say what became of each row, and how fast."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from console.commands.importing.mapping import Kind, LimitsFrom
from console.commands.importing.own_names import SOURCE
from console.commands.importing.rejects import Rejects
from console.commands.importing.run import Progress, run_import
from console.commands.importing.setup import Prepared, Source, prepare
from console.commands.importing.summary import Summary
from console.commands.looks import ROSTER
from console.commands.office import Office
from console.domain.errors import ConsoleError
from console.terminal.import_json import error_json, summary_json
from console.terminal.preview import show_preview
from console.terminal.sentences import sentence
from console.terminal.sitting import echo_json, reason_option, write_look
from console.widgets.labels_import import (
    counts_text,
    created_text,
    failed_text,
    mapping_text,
    more_text,
    rejects_text,
    repaired_text,
    row_reason,
    row_sentence,
    speed_text,
    stopped_text,
)

if TYPE_CHECKING:
    from console.terminal.sitting import Sitting

INTERRUPTED = 130
"""The exit code that a shell gives to what Ctrl-C has ended."""

_STEPS = 1000

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
    """Take in incidents, grids, members or cameras from a file."""


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


def run_file(office: Office, kind: Kind, source: Source, *, strict: bool, as_json: bool) -> int:
    """Import a file and report on it.

    Returns:
        The exit code: 0, 1 if the file could not be taken, 130 if Ctrl-C ended it.
    """
    summary = Summary()
    begun = monotonic()
    name = ""
    error: ConsoleError | None = None
    try:
        prepared = prepare(office, kind, source)
        name = prepared.mapping.name
        if not as_json:
            click.echo(mapping_text("" if name == SOURCE else name), err=True)
        _run(office, kind, source, prepared, summary, strict=strict)
    except KeyboardInterrupt:
        summary.stopped = True
    except ConsoleError as refused:
        error = refused
    seconds = monotonic() - begun
    if as_json:
        told = summary_json(kind, name, summary, seconds, error)
        click.echo(json.dumps(told, ensure_ascii=False))
    else:
        _tell(summary, seconds, error)
    if error is not None:
        return 1
    return INTERRUPTED if summary.stopped else 0


def _run(
    office: Office,
    kind: Kind,
    source: Source,
    prepared: Prepared,
    summary: Summary,
    *,
    strict: bool,
) -> None:
    rejects = Rejects(
        source.path,
        prepared.table.columns,
        prepared.mapping.columns(),
        row_reason,
        areas=kind is Kind.GRIDS,
    )
    with _progress(source.path.name) as progress:
        run_import(
            office,
            prepared.table,
            prepared.importer,
            rejects,
            summary,
            strict=strict,
            progress=progress,
        )


@contextmanager
def _progress(label: str) -> Iterator[Progress]:
    """A bar where somebody looks at a terminal; nothing in a pipe or a log."""
    if not _is_watched():
        yield lambda _share: None
        return
    with click.progressbar(length=_STEPS, label=label, file=sys.stderr) as bar:
        done = 0

        def show(share: float) -> None:
            nonlocal done
            steps = int(share * _STEPS)
            bar.update(steps - done)
            done = steps

        yield show
        bar.update(_STEPS - done)


def _is_watched() -> bool:
    return sys.stderr.isatty()


def _tell(summary: Summary, seconds: float, error: ConsoleError | None) -> None:
    for problem in summary.problems:
        click.echo(row_sentence(problem), err=True)
    if summary.rejected > len(summary.problems):
        click.echo(more_text(summary.rejected - len(summary.problems)), err=True)
    taken = summary.added + summary.updated
    if error is not None:
        click.echo(sentence(error), err=True)
        if taken:
            click.echo(failed_text(taken), err=True)
    else:
        _tell_counts(summary, seconds)
    if summary.stopped:
        click.echo(stopped_text(taken), err=True)
    if summary.rejects is not None:
        click.echo(rejects_text(str(summary.rejects)), err=True)


def _tell_counts(summary: Summary, seconds: float) -> None:
    counts = counts_text(
        added=summary.added,
        updated=summary.updated,
        unchanged=summary.unchanged,
        rejected=summary.rejected,
    )
    click.echo(f"{counts} ({speed_text(summary.rows, seconds)})")
    if summary.repaired:
        click.echo(repaired_text(summary.repaired))
    if summary.created:
        click.echo(created_text(", ".join(summary.created)))
