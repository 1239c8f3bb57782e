"""Imports a file at the terminal: shows how far it is, and tells what became of the rows."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

import click

from console.commands.importing.mapping import Kind
from console.commands.importing.own_names import SOURCE
from console.commands.importing.rejects import Rejects
from console.commands.importing.run import Progress, run_import
from console.commands.importing.setup import Prepared, Source, prepare
from console.commands.importing.summary import Summary
from console.commands.office import Office
from console.domain.errors import ConsoleError
from console.terminal.import_json import summary_json
from console.terminal.sentences import sentence
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

INTERRUPTED = 130
"""The exit code that a shell gives to what Ctrl-C has ended."""

_STEPS = 1000


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
