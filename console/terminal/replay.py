"""``grid-console replay``: the reports of a file arrive again, beside consoles that are open."""

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import click

from console.commands.importing.replay import Pace, replay, reports_of
from console.commands.importing.setup import Source
from console.commands.importing.summary import Summary
from console.commands.office import Office
from console.domain.errors import ConsoleError
from console.domain.events import Event
from console.terminal.import_run import INTERRUPTED
from console.terminal.importing import place_option, source_options
from console.terminal.sentences import sentence
from console.widgets.labels import event_sentence
from console.widgets.labels_import import (
    counts_text,
    nothing_to_replay_text,
    replayed_text,
)

if TYPE_CHECKING:
    from console.terminal.sitting import Sitting


@click.command("replay")
@source_options
@place_option
@click.option(
    "--speed",
    type=click.FloatRange(min=0, min_open=True),
    default=600.0,
    show_default=True,
    help="How many times faster than it was.",
)
@click.option("--limit", type=click.IntRange(min=1), help="Only so many reports.")
@click.option("--json", "as_json", is_flag=True, help="A line of JSON for each report.")
@click.pass_context
def replay_command(
    context: click.Context,
    file: Path,
    mapping: str | None,
    encoding: str | None,
    sheet: str | None,
    *,
    without_place: bool,
    speed: float,
    limit: int | None,
    as_json: bool,
) -> None:
    """Let the reports of a file arrive as new ones, in their own rhythm, only faster.

    Ctrl-C ends it; what has arrived stays. Every replay brings new reports.
    """
    sitting: Sitting = context.obj
    source = Source(
        file, mapping, encoding, sheet, place_required=False if without_place else None
    )
    pace = Pace(speed, time.monotonic, time.sleep)
    with sitting.office() as office:
        code = run_replay(office, source, pace, limit, as_json=as_json)
    context.exit(code)


def run_replay(
    office: Office, source: Source, pace: Pace, limit: int | None, *, as_json: bool
) -> int:
    """Replay a file and say what arrives.

    Returns:
        The exit code: 0, 1 if it failed, 130 if Ctrl-C ended it.
    """
    arrivals = _Arrivals(as_json=as_json)
    summary = Summary()
    code = 0
    try:
        mapping, reports = reports_of(office, source, summary, limit)
        if not reports:
            click.echo(nothing_to_replay_text(), err=True)
        replay(office, mapping, reports, uuid4(), pace, arrivals.add)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except ConsoleError as error:
        click.echo(sentence(error), err=True)
        code = 1
    counts = counts_text(added=arrivals.count, updated=0, unchanged=0, rejected=summary.rejected)
    click.echo(f"{counts}. {replayed_text(arrivals.count, arrivals.late_s)}", err=True)
    return code


class _Arrivals:
    """Says each report as it arrives."""

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json
        self.count = 0
        self.late_s = 0.0

    def add(self, event: Event, late_s: float) -> None:
        """A report has arrived, so many seconds late."""
        self.count += 1
        self.late_s = late_s
        if self._as_json:
            told = {
                "incident": event.subject.id,
                "at": event.at.isoformat(),
                "late_s": round(late_s, 3),
                **event.payload,
            }
            click.echo(json.dumps(told, ensure_ascii=False))
        else:
            click.echo(f"{event.subject.id:04d} {event_sentence(event)}")
