"""``grid-console incident``: report, look at and move on incidents."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from console.commands.attachments import LIMIT_MB
from console.db.endings import end_reasons
from console.db.queries import case, catalogue, list_incidents
from console.domain.category import Priority
from console.domain.change import AssignmentView, Case
from console.domain.errors import Fault, FaultError, Refusal, Refused
from console.domain.events import Subject
from console.domain.incident import Incident, Origin, State
from console.domain.orders import Attach, Comment, Merge, Report, Separate, Verify
from console.domain.place import LonLat
from console.domain.text import mask_name, mask_phone, one_line
from console.terminal.major import add_major
from console.terminal.sitting import (
    Sitting,
    do,
    echo_json,
    event_json,
    json_option,
    reason_option,
    utc_now,
    write_look,
)
from console.terminal.steps import add_steps
from console.widgets.labels import event_sentence, limit_text, priority_label, state_label


@click.group("incident")
def incident_group() -> None:
    """Report incidents, look at them and move them on."""


@incident_group.command("report")
@click.argument("title")
@click.option("--category", required=True, help="The category's code; see incident categories.")
@click.option("--address", default="")
@click.option("--place", type=(float, float), metavar="LON LAT", help="WGS-84 degrees.")
@click.option("--origin", type=click.Choice([o.value for o in Origin if o is not Origin.IMPORT]))
@click.option("--priority", type=click.IntRange(1, 4), help="1 is urgent; else the category's.")
@click.option("--description", default="")
@click.option("--reporter-name", default="")
@click.option("--reporter-phone", default="")
@json_option
@click.pass_context
def report(
    context: click.Context,
    title: str,
    category: str,
    address: str,
    place: tuple[float, float] | None,
    origin: str | None,
    priority: int | None,
    description: str,
    reporter_name: str,
    reporter_phone: str,
    *,
    as_json: bool,
) -> None:
    """Take a report."""
    order = Report(
        title=title,
        category=category,
        origin=Origin(origin) if origin else Origin.PHONE,
        description=description,
        address=address,
        place=_place(place),
        priority=None if priority is None else Priority(priority),
        reporter_name=reporter_name,
        reporter_phone=reporter_phone,
    )
    do(context, order, as_json=as_json)


def _place(place: tuple[float, float] | None) -> LonLat | None:
    if place is None:
        return None
    try:
        return LonLat(*place)
    except ValueError as error:
        told = f"{place[0]} {place[1]}"
        raise Refusal(Refused.BAD_VALUE, field="place", value=told) from error


@incident_group.command("categories")
@json_option
@click.pass_context
def categories(context: click.Context, *, as_json: bool) -> None:
    """List the categories that a report can have."""
    sitting: Sitting = context.obj
    with sitting.office() as office, office.database.read() as session:
        found = catalogue(session).categories
    if as_json:
        echo_json([{"code": c.code, "name": c.name, "name_en": c.name_en} for c in found])
        return
    for category in found:
        click.echo(f"{category.code:24} {category.name}  {category.name_en}")


@incident_group.command("reasons")
@json_option
@click.pass_context
def reasons(context: click.Context, *, as_json: bool) -> None:
    """List the reasons with which incidents are closed or rejected."""
    sitting: Sitting = context.obj
    with sitting.office() as office, office.database.read() as session:
        found = end_reasons(session)
    if as_json:
        echo_json([{**asdict(one), "deed": one.deed.value} for one in found])
        return
    for one in found:
        click.echo(f"{one.deed.value:8}{one.code:20} {one.name}  {one.name_en}")


@incident_group.command("list")
@click.option("--state", "states", multiple=True, type=click.Choice([s.value for s in State]))
@click.option("--limit", type=click.IntRange(1, 10_000), default=100, show_default=True)
@json_option
@click.pass_context
def list_(context: click.Context, states: tuple[str, ...], limit: int, *, as_json: bool) -> None:
    """List incidents, the newest first; open ones if no state is given."""
    sitting: Sitting = context.obj
    with sitting.office() as office, office.database.read() as session:
        found = list_incidents(session, [State(state) for state in states] or None, limit)
    if as_json:
        echo_json([incident_json(incident) for incident in found])
        return
    now = utc_now()
    for incident in found:
        click.echo(
            f"{incident.number}  {state_label(incident.state)}  "
            f"{priority_label(incident.priority)}  {one_line(incident.title)[:60]}  "
            f"{limit_text(incident, now)}"
        )


@incident_group.command("show")
@click.argument("number", type=int)
@click.option("--unmask", is_flag=True, help="Show the reporter's name and number in full.")
@reason_option
@json_option
@click.pass_context
def show(context: click.Context, number: int, *, unmask: bool, reason: str, as_json: bool) -> None:
    """Show one incident with its timeline; personal data is masked unless asked for."""
    sitting: Sitting = context.obj
    with sitting.office() as office:
        if unmask:
            write_look(office, Subject("incident", number), reason)
        with office.database.read() as session:
            found = case(session, number)
    if as_json:
        echo_json(case_json(found, unmask=unmask))
        return
    incident = found.incident
    click.echo(f"{incident.number}  {state_label(incident.state)}  {one_line(incident.title)}")
    for line in (one_line(incident.address), found.description):
        if line:
            click.echo(line)
    name, phone = _reporter(found, unmask=unmask)
    if name or phone:
        click.echo(f"{name} {phone}".strip())
    for event in found.timeline:
        click.echo(
            f"{event.at.astimezone(sitting.zone):%Y-%m-%d %H:%M:%S}  {event_sentence(event)}"
        )


def _reporter(found: Case, *, unmask: bool) -> tuple[str, str]:
    name, phone = found.reporter_name, found.reporter_phone
    return (name, phone) if unmask else (mask_name(name), mask_phone(phone))


def incident_json(incident: Incident) -> dict[str, Any]:
    """An incident as other programs get it."""
    place = incident.place
    return {
        "incident": incident.id,
        "version": incident.version,
        "state": incident.state.value,
        "priority": int(incident.priority),
        "category": incident.category,
        "title": incident.title,
        "address": incident.address,
        "lon": None if place is None else place.lon,
        "lat": None if place is None else place.lat,
        "grid": incident.grid,
        "origin": incident.origin.value,
        "reported_at": incident.reported_at.isoformat(),
        "warn_at": None if incident.warn_at is None else incident.warn_at.isoformat(),
        "due_at": None if incident.due_at is None else incident.due_at.isoformat(),
        "assignee": incident.assignee,
        "merged_into": incident.merged_into,
        "leads": incident.leads,
        "part_of": incident.part_of,
        "returns": incident.returns,
    }


def case_json(found: Case, *, unmask: bool) -> dict[str, Any]:
    """A case as other programs get it, masked like the screen."""
    name, phone = _reporter(found, unmask=unmask)
    return {
        **incident_json(found.incident),
        "description": found.description,
        "reporter_name": name,
        "reporter_phone": phone,
        "assignments": [_assignment_json(assignment) for assignment in found.assignments],
        "timeline": [event_json(event) for event in found.timeline],
        "attachments": [
            {"attachment": a.id, "name": a.name, "media_type": a.media_type, "size": a.size}
            for a in found.attachments
        ],
    }


def _assignment_json(assignment: AssignmentView) -> dict[str, Any]:
    times = {
        "dispatched_at": assignment.dispatched_at,
        "acknowledged_at": assignment.acknowledged_at,
        "set_out_at": assignment.set_out_at,
        "arrived_at": assignment.arrived_at,
        "ended_at": assignment.ended_at,
    }
    told = {name: None if at is None else at.isoformat() for name, at in times.items()}
    return {"member": assignment.member, "state": assignment.state.value, **told}


@incident_group.command("verify")
@click.argument("number", type=int)
@click.option("--note", default="")
@click.option("--camera", type=int, help="The camera that it was seen through.")
@json_option
@click.pass_context
def verify(
    context: click.Context, number: int, note: str, camera: int | None, *, as_json: bool
) -> None:
    """Confirm a report."""
    do(context, Verify(number, note=note, camera=camera), as_json=as_json)


@incident_group.command("merge")
@click.argument("number", type=int)
@click.argument("into", type=int)
@click.option("--note", default="")
@json_option
@click.pass_context
def merge(context: click.Context, number: int, into: int, note: str, *, as_json: bool) -> None:
    """Declare an incident the same as another one that goes on."""
    do(context, Merge(number, into, note=note), as_json=as_json)


@incident_group.command("separate")
@click.argument("number", type=int)
@click.option("--note", default="")
@json_option
@click.pass_context
def separate(context: click.Context, number: int, note: str, *, as_json: bool) -> None:
    """Undo that an incident was merged: it stands where it stood, on its old clock."""
    do(context, Separate(number, note=note), as_json=as_json)


@incident_group.command("comment")
@click.argument("number", type=int)
@click.argument("text")
@json_option
@click.pass_context
def comment(context: click.Context, number: int, text: str, *, as_json: bool) -> None:
    """Write a note on an incident."""
    do(context, Comment(number, text), as_json=as_json)


@incident_group.command("attach")
@click.argument("number", type=int)
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@click.pass_context
def attach(context: click.Context, number: int, file: Path, *, as_json: bool) -> None:
    """Attach a photo to an incident."""
    if file.exists() and not file.is_file():  # A pipe could keep us waiting for ever.
        raise Refusal(Refused.NOT_A_FILE, name=file.name)
    try:
        with file.open("rb") as opened:
            content = opened.read(LIMIT_MB * 1_000_000 + 1)
    except OSError as error:
        reason = error.strerror or "unreadable"
        raise FaultError(Fault.BAD_FILE, path=str(file), reason=reason) from error
    do(context, Attach(number, file.name, content), as_json=as_json)


add_steps(incident_group)
add_major(incident_group)
