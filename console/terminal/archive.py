"""``grid-console incident find``: search the ended incidents, or write what is found to a file."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, tzinfo
from pathlib import Path
from typing import Any

import click
from sqlalchemy import select

from console.commands.exporting.archive import ArchiveExport
from console.commands.office import Office
from console.db.archive import find
from console.db.tables import MemberRow
from console.domain.archive import (
    PAGE,
    Area,
    Found,
    Page,
    Progress,
    Search,
    begin_of,
    days_of,
    end_of,
)
from console.domain.errors import Refusal, Refused
from console.domain.incident import ENDED, State
from console.domain.place import LonLat
from console.domain.text import one_line
from console.terminal.sitting import Sitting, echo_json, json_option
from console.widgets.labels import state_label
from console.widgets.labels_archive import cases_in_text, more_cases_text

_STEPS = 1000


@click.command("find")
@click.argument("text", default="")
@click.option("--grid", default="", help="A grid's code; its sub-grids belong to it.")
@click.option("--category", default="", help="A category's code; see incident categories.")
@click.option("--result", type=click.Choice(sorted(state.value for state in ENDED)))
@click.option("--member", default="", help="The number of a member who was sent.")
@click.option("--since", default="", help="Ended from this day, month or year on: 2026-03.")
@click.option("--until", default="", help="Ended up to this day, month or year.")
@click.option("--near", type=(float, float, float), metavar="LON LAT METRES")
@click.option("--within", type=(float, float, float, float), metavar="WEST SOUTH EAST NORTH")
@click.option("--after", type=click.IntRange(1), help="Go on below this number.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=PAGE, show_default=True)
@click.option("--export", "file", type=click.Path(path_type=Path), help="All of it: .xlsx, …")
@click.option("--overwrite", is_flag=True, help="Replace the file if it is there already.")
@json_option
@click.pass_context
def find_cases(
    context: click.Context,
    text: str,
    grid: str,
    category: str,
    result: str | None,
    member: str,
    since: str,
    until: str,
    near: tuple[float, float, float] | None,
    within: tuple[float, float, float, float] | None,
    after: int | None,
    limit: int,
    file: Path | None,
    *,
    overwrite: bool,
    as_json: bool,
) -> None:
    """Search the incidents that have ended, the newest numbers first.

    Several words must all occur; Chinese fragments are found from one character on. With --export
    all that is found goes to a workbook, CSV or GeoJSON file.
    """
    sitting: Sitting = context.obj
    with sitting.office() as office:
        zone = sitting.zone or UTC  # Before a center is established nothing can have ended.
        search = Search(
            text=text,
            grid=grid,
            category=category,
            result=None if result is None else State(result),
            person=_member(office, member) if member else None,
            since=None if not since else begin_of(_days(since, "since")[0], zone),
            until=None if not until else end_of(_days(until, "until")[1], zone),
            area=_area(near, within),
        )
        if file is not None:
            _export(office, search, file, overwrite=overwrite, as_json=as_json)
            return
        with office.database.read() as session:
            page = find(session, search, after, limit)
    _tell(page, zone, as_json=as_json)


def _days(text: str, field: str) -> tuple[date, date]:
    found = days_of(text)
    if found is None:
        raise Refusal(Refused.BAD_VALUE, field=field, value=text)
    return found


def _member(office: Office, number: str) -> int:
    with office.database.read() as session:
        found = session.scalars(select(MemberRow.id).where(MemberRow.number == number)).first()
    if found is None:
        raise Refusal(Refused.BAD_VALUE, field="member", value=number)
    return found


def _area(
    near: tuple[float, float, float] | None, within: tuple[float, float, float, float] | None
) -> Area | None:
    try:
        if near is not None:
            return Area.around(LonLat(*near[:2]), near[2])
        return None if within is None else Area(LonLat(*within[:2]), LonLat(*within[2:]))
    except ValueError as error:
        told = " ".join(map(str, near or within or ()))
        raise Refusal(Refused.BAD_VALUE, field="place", value=told) from error


def _export(office: Office, search: Search, file: Path, *, overwrite: bool, as_json: bool) -> None:
    with _progress(file.name) as show:
        # Ctrl+C leaves nothing of the file.
        rows = ArchiveExport(office.database, search, show).write(file, overwrite=overwrite)
    if as_json:
        echo_json({"file": str(file), "rows": rows})
    else:
        click.echo(cases_in_text(rows, str(file)))


@contextmanager
def _progress(label: str) -> Iterator[Callable[[Progress], None]]:
    """A bar where somebody looks at a terminal; nothing in a pipe or a log."""
    if not sys.stderr.isatty():
        yield lambda _progress: None
        return
    with click.progressbar(length=_STEPS, label=label, file=sys.stderr) as bar:
        yield lambda progress: bar.update(int(progress.share * _STEPS) - bar.pos)


def _tell(page: Page, zone: tzinfo, *, as_json: bool) -> None:
    if as_json:
        echo_json({"found": [_json(case) for case in page.rows], "after": page.after})
        return
    for case in page.rows:
        click.echo(
            f"{case.number}  {case.ended_at.astimezone(zone):%Y-%m-%d %H:%M}"
            f"  {state_label(case.result)}  {one_line(case.title)[:60]}"
            f"  {one_line(case.address)[:40]}"
        )
    if page.after is not None:
        click.echo(more_cases_text(page.after), err=True)


def _json(case: Found) -> dict[str, Any]:
    place = case.place
    return {
        "incident": case.incident,
        "state": case.result.value,
        "category": case.category,
        "title": case.title,
        "address": case.address,
        "lon": None if place is None else place.lon,
        "lat": None if place is None else place.lat,
        "grid": case.grid,
        "reported_at": case.reported_at.isoformat(),
        "ended_at": case.ended_at.isoformat(),
        "members": list(case.people),
    }
