"""``grid-console export shifts`` and ``import shifts``: a week as a sheet, there and back."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import click

from console.commands.exporting.shifts import read_week, sign_of, write_week
from console.commands.importing.shift_plan import CellChange, PlanPreview, compare
from console.commands.importing.shift_sheet import heading_of, read_shift_sheet
from console.commands.office import Office
from console.commands.perform import perform
from console.db.queries import catalogue
from console.domain.errors import ConsoleError
from console.domain.orders import PlanShifts
from console.domain.shifts import DayPlan, Why
from console.terminal.import_json import error_json, problem_json
from console.terminal.sentences import sentence
from console.terminal.sitting import echo_json, json_option
from console.widgets.labels_import import exported_text, row_sentence
from console.widgets.labels_shifts import (
    cell_change_text,
    plan_counts_text,
    plan_previewed_text,
    plan_refused_text,
    plan_taken_text,
)

if TYPE_CHECKING:
    from console.terminal.sitting import Sitting


@click.command("shifts")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--week",
    type=click.DateTime(["%Y-%m-%d"]),
    help="A day of the week to write; this week if not given.",
)
@click.option("--overwrite", is_flag=True, help="Replace the file if it is there already.")
@json_option
@click.pass_context
def export_shifts(
    context: click.Context, file: Path, week: datetime | None, *, overwrite: bool, as_json: bool
) -> None:
    """Write a week of shifts to an XLSX file, as import reads it back."""
    sitting: Sitting = context.obj
    with sitting.office() as office:
        with office.database.read() as session:
            zone = ZoneInfo(catalogue(session).center.zone)
            day = office.clock().astimezone(zone).date() if week is None else week.date()
            plan = read_week(session, day)
        write_week(plan, file, overwrite=overwrite)
    if as_json:
        echo_json({"kind": "shifts", "file": str(file), "rows": len(plan.rows)})
    else:
        click.echo(exported_text(len(plan.rows), str(file)))


@click.command("shifts")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--sheet", help="The sheet of the workbook, if it is not the first.")
@click.option("--preview", is_flag=True, help="Only say what would change, and change nothing.")
@json_option
@click.pass_context
def import_shifts(
    context: click.Context, file: Path, sheet: str | None, *, preview: bool, as_json: bool
) -> None:
    """Take over a sheet of shifts: all of it, or nothing if a row is wrong."""
    sitting: Sitting = context.obj
    with sitting.office() as office:
        code = _take_over(office, file, sheet, preview=preview, as_json=as_json)
    context.exit(code)


def _take_over(
    office: Office, file: Path, sheet: str | None, *, preview: bool, as_json: bool
) -> int:
    try:
        read = read_shift_sheet(file, sheet)
        with office.database.read() as session:
            found = compare(session, read)
        if not as_json:
            _tell(found)
        if found.changes and not found.problems and not preview:
            cells = tuple(change.after for change in found.changes)
            perform(office, PlanShifts(cells), uuid4())
    except ConsoleError as refused:
        if as_json:
            echo_json({"kind": "shifts", "preview": preview, "error": error_json(refused)})
        else:
            click.echo(sentence(refused), err=True)
        return 1
    if as_json:
        echo_json(_as_json(found, preview=preview))
    elif found.problems:
        click.echo(plan_refused_text(), err=True)
    elif found.changes:
        click.echo(plan_previewed_text() if preview else plan_taken_text())
    return int(bool(found.problems))


def _tell(found: PlanPreview) -> None:
    for change in found.changes:
        member = f"{change.member.number} {change.member.name}"
        before, after = _signs(change, found)
        click.echo(cell_change_text(member, heading_of(change.day), before, after))
    for problem in found.problems:
        click.echo(row_sentence(problem), err=True)
    click.echo(plan_counts_text(len(found.changes), found.unchanged, len(found.problems)))


def _signs(change: CellChange, found: PlanPreview) -> tuple[str, str]:
    after = DayPlan(change.after.kind, Why.LEAVE if change.after.leave else None)
    return sign_of(change.before, found.kinds), sign_of(after, found.kinds)


def _as_json(found: PlanPreview, *, preview: bool) -> dict[str, Any]:
    changes = []
    for change in found.changes:
        before, after = _signs(change, found)
        changes.append(
            {
                "line": change.line,
                "number": change.member.number,
                "name": change.member.name,
                "day": change.day.isoformat(),
                "before": before,
                "after": after,
            }
        )
    return {
        "kind": "shifts",
        "preview": preview,
        "refused": bool(found.problems),
        "unchanged": found.unchanged,
        "changes": changes,
        "problems": [problem_json(problem) for problem in found.problems],
    }
