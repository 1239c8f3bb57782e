"""``grid-console dispatch`` and ``grid-console member``: who goes, and who is on duty."""

from datetime import date, datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

import click
from PySide6.QtCore import QCoreApplication

from console.commands.office import Office
from console.commands.perform import perform
from console.db.members import members
from console.db.queries import catalogue, get_incident
from console.db.reserved import reserved
from console.domain.crew import Crew
from console.domain.errors import Refusal, Refused
from console.domain.grid import GridTree
from console.domain.orders import ChangeDuty, Dispatch
from console.domain.people import Duty, Member
from console.domain.ranking import Candidate, Reason, propose
from console.domain.reservations import Reservations
from console.terminal.sitting import Sitting, do, echo_json, event_json, json_option, tell_event
from console.widgets.labels import distance_text, duty_label, reason_label, reserved_text


@click.command("dispatch")
@click.argument("number", type=int)
@click.option("--to", "to", metavar="MEMBER", help="The member's number, such as BT-001.")
@click.option("--note", default="", help="After three returns: the shift leader's decision.")
@json_option
@click.pass_context
def dispatch(
    context: click.Context, number: int, to: str | None, note: str, *, as_json: bool
) -> None:
    """Send a member to an incident: the one named, or the best candidate."""
    sitting: Sitting = context.obj
    with sitting.office() as office:
        if to is not None:
            member, best = _member(office, to), None
        else:
            best = _best(office, number)
            member = best.member
        event = perform(office, Dispatch(number, member.id, note=note), uuid4())
    if as_json:
        reasons = [] if best is None else [reason.value for reason in best.reasons]
        echo_json({**event_json(event), "member_number": member.number, "reasons": reasons})
        return
    tell_event(event, as_json=False)
    if best is not None:
        click.echo(_why(best))


def _why(candidate: Candidate) -> str:
    parts = [
        reserved_text(candidate.reserved) if reason is Reason.RESERVED else reason_label(reason)
        for reason in candidate.reasons
    ]
    if candidate.distance is not None:
        parts.append(distance_text(candidate.distance))
    return f"{candidate.member.number} {candidate.member.name}: {' · '.join(parts)}"


def _best(office: Office, number: int) -> Candidate:
    with office.database.read() as session:
        incident = get_incident(session, number)
        known = catalogue(session)
        there = members(session, until=office.clock())
        held = Reservations(reserved(session))
    skill = next(c.skill for c in known.categories if c.code == incident.category)
    today = _today(office.clock(), known.center.zone)
    crew = Crew(GridTree(known.grids), there, reservations=held)
    found = propose(incident, skill, crew, today, known.weights, most=1).candidates
    if not found:
        raise Refusal(Refused.NO_CANDIDATE, incident=number)
    return found[0]


def _today(now: datetime, zone: str) -> date:
    return now.astimezone(ZoneInfo(zone)).date()


def _member(office: Office, number: str) -> Member:
    with office.database.read() as session:
        there = members(session)
    found = next((member for member in there if member.number == number), None)
    if found is None:
        raise Refusal(Refused.UNKNOWN_MEMBER, member=number)
    return found


@click.group("member")
def member_group() -> None:
    """List the members, and set who is on duty."""


@member_group.command("list")
@click.option("--skill", help="Only who is certified for this skill, by its code.")
@click.option("--duty", type=click.Choice([d.value for d in Duty]))
@json_option
@click.pass_context
def list_(context: click.Context, skill: str | None, duty: str | None, *, as_json: bool) -> None:
    """List the members."""
    sitting: Sitting = context.obj
    with sitting.office() as office:
        with office.database.read() as session:
            there = members(session)
            known = catalogue(session)
        today = _today(office.clock(), known.center.zone)
    found = [
        member
        for member in there
        if (duty is None or member.duty == duty) and (skill is None or member.holds(skill, today))
    ]
    if as_json:
        echo_json([_member_json(member) for member in found])
        return
    monograms = {known_skill.code: known_skill.monogram for known_skill in known.skills}
    for member in found:
        held = "".join(monograms[b.skill] for b in member.badges if member.holds(b.skill, today))
        click.echo(
            f"{member.number}  {member.name}  {member.home}  {duty_label(member.duty)}  {held}"
        )
    if not found:
        click.echo(QCoreApplication.translate("Terminal", "Nobody."), err=True)


def _member_json(member: Member) -> dict[str, object]:
    return {
        "member": member.id,
        "number": member.number,
        "name": member.name,
        "grid": member.grid,
        "unit": member.unit.value,
        "organisation": member.organisation,
        "languages": list(member.languages),
        "duty": member.duty.value,
        "load": member.load,
        "badges": [{"skill": b.skill, "level": b.level.value} for b in member.badges],
    }


@member_group.command("duty")
@click.argument("number")
@click.argument("duty", type=click.Choice([d.value for d in Duty]))
@json_option
@click.pass_context
def duty(context: click.Context, number: str, duty: str, *, as_json: bool) -> None:
    """Set a member's duty status."""
    sitting: Sitting = context.obj
    with sitting.office() as office:
        member = _member(office, number)
    do(context, ChangeDuty(member.id, Duty(duty)), as_json=as_json)
