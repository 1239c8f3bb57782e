"""``grid-console skill`` and a member's badges: list, add, remove; certify, train, revoke."""

from dataclasses import asdict
from datetime import datetime

import click

from console.commands.office import Office
from console.db.members import members
from console.db.queries import catalogue
from console.domain.errors import Refusal, Refused
from console.domain.orders import AddSkill, Certify, RemoveSkill, Revoke, Train
from console.domain.people import Member, Skill
from console.domain.skills import SkillDraft, draft_of, last_day
from console.terminal.sitting import Sitting, do, echo_json, json_option
from console.widgets.labels import localised

_DAY = click.DateTime(["%Y-%m-%d"])


@click.group("skill")
def skill_group() -> None:
    """List the catalogue of skills, add to it, take out of it."""


@skill_group.command("list")
@json_option
@click.pass_context
def list_(context: click.Context, *, as_json: bool) -> None:
    """List the skills in the order of the catalogue."""
    sitting: Sitting = context.obj
    with sitting.office() as office:
        skills = _skills(office)
    if as_json:
        echo_json([{"code": skill.code, **asdict(draft_of(skill))} for skill in skills])
        return
    for skill in skills:
        click.echo(f"{skill.monogram}  {skill.code}  {localised(skill.name, skill.name_en)}")


@skill_group.command("add")
@click.argument("monogram")
@click.argument("name")
@click.option("--name-en", default="", help="The English name; the code is made of it.")
@click.option("--color", default="#64778c", help="The badge's colour, as #rrggbb.")
@click.option("--icon", default="general", help="The name of an icon.")
@click.option("--months", type=int, help="How long a badge holds; without it, for ever.")
@json_option
@click.pass_context
def add(
    context: click.Context,
    monogram: str,
    name: str,
    name_en: str,
    color: str,
    icon: str,
    months: int | None,
    *,
    as_json: bool,
) -> None:
    """Add a skill, after the last one of the catalogue."""
    sitting: Sitting = context.obj
    with sitting.office() as office:
        place = 1 + max((skill.position for skill in _skills(office)), default=-1)
    draft = SkillDraft(monogram, name, name_en, color, icon, months, place)
    do(context, AddSkill(draft), as_json=as_json)


@skill_group.command("remove")
@click.argument("code")
@json_option
@click.pass_context
def remove(context: click.Context, code: str, *, as_json: bool) -> None:
    """Take a skill that nothing needs out of the catalogue."""
    do(context, RemoveSkill(code), as_json=as_json)


@click.command("certify")
@click.argument("number")
@click.argument("skill")
@click.option("--by", default="", help="Who certifies; you if not given.")
@click.option("--on", type=_DAY, help="On which day; today if not given.")
@click.option("--until", type=_DAY, help="The last day; by the skill's validity if not given.")
@json_option
@click.pass_context
def certify(
    context: click.Context,
    number: str,
    skill: str,
    by: str,
    on: datetime | None,
    until: datetime | None,
    *,
    as_json: bool,
) -> None:
    """Certify a member for a skill, by its code."""
    sitting: Sitting = context.obj
    with sitting.office() as office:
        member = _member(office, number)
        known = next((s for s in _skills(office) if s.code == skill), None)
        now = office.clock().astimezone(sitting.zone).date()
    day = now if on is None else on.date()
    proposed = None if known is None else last_day(day, known.valid_months)
    last = proposed if until is None else until.date()
    do(context, Certify(member.id, skill, last, day, by), as_json=as_json)


@click.command("train")
@click.argument("number")
@click.argument("skill")
@click.argument("mentor")
@json_option
@click.pass_context
def train(context: click.Context, number: str, skill: str, mentor: str, *, as_json: bool) -> None:
    """Put a member into training with a mentor, both by their numbers."""
    sitting: Sitting = context.obj
    with sitting.office() as office:
        member, teacher = _member(office, number), _member(office, mentor)
    do(context, Train(member.id, skill, teacher.id), as_json=as_json)


@click.command("revoke")
@click.argument("number")
@click.argument("skill")
@click.argument("reason")
@json_option
@click.pass_context
def revoke(context: click.Context, number: str, skill: str, reason: str, *, as_json: bool) -> None:
    """Take a badge from a member, for a reason."""
    sitting: Sitting = context.obj
    with sitting.office() as office:
        member = _member(office, number)
    do(context, Revoke(member.id, skill, reason), as_json=as_json)


def _skills(office: Office) -> tuple[Skill, ...]:
    with office.database.read() as session:
        return catalogue(session).skills


def _member(office: Office, number: str) -> Member:
    with office.database.read() as session:
        found = next((m for m in members(session) if m.number == number), None)
    if found is None:
        raise Refusal(Refused.UNKNOWN_MEMBER, member=number)
    return found
