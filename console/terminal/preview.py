"""``grid-console import members --preview``: what would change, member by member."""

from typing import Any

import click

from console.commands.importing.own_names import SOURCE
from console.commands.importing.preview import Preview, preview_members
from console.commands.importing.roster_diff import Difference
from console.commands.importing.setup import Prepared
from console.commands.office import Office
from console.db.queries import catalogue
from console.domain.people import Badge
from console.domain.text import mask_phone
from console.terminal.import_json import problem_json
from console.terminal.sitting import echo_json
from console.widgets.labels import localised
from console.widgets.labels_import import counts_text, field_text, mapping_text, row_sentence
from console.widgets.labels_preview import (
    absent_text,
    badge_text,
    change_text,
    changed_member_text,
    ignored_text,
    new_member_text,
    setting_text,
    strict_text,
    unchanged_text,
    value_text,
)


def show_preview(
    office: Office, prepared: Prepared, *, strict: bool, unmask: bool, as_json: bool
) -> int:
    """Say what importing members would change; telephone numbers are masked unless asked for.

    Returns:
        The exit code: 0, or 1 if a strict import would take nothing.

    Raises:
        ConsoleError: See ``preview_members``.
    """
    preview = preview_members(office, prepared)
    refused = strict and bool(preview.problems)
    name = prepared.mapping.name
    if as_json:
        echo_json(_as_json(preview, name, refused=refused, unmask=unmask))
        return int(refused)
    with office.database.read() as session:
        skills = {s.code: localised(s.name, s.name_en) for s in catalogue(session).skills}
    click.echo(mapping_text("" if name == SOURCE else name), err=True)
    for difference in preview.differences:
        for line in _lines(difference, skills, unmask=unmask):
            click.echo(line)
    _tell_rest(preview, refused=refused)
    return int(refused)


def _lines(difference: Difference, skills: dict[str, str], *, unmask: bool) -> list[str]:
    if difference.is_empty:
        return []
    person, line = difference.item.value, difference.item.row.line
    head = new_member_text if difference.is_new else changed_member_text
    changes = [
        (
            field_text(c.field),
            value_text(c.field, c.before, unmask=unmask),
            value_text(c.field, c.after, unmask=unmask),
        )
        for c in difference.fields
    ]
    changes += [
        (skills.get(c.skill, c.skill), badge_text(c.before), badge_text(c.after))
        for c in difference.badges
    ]
    told = [
        setting_text(what, after) if difference.is_new else change_text(what, before, after)
        for what, before, after in changes
    ]
    return [head(person.number, person.name, line), *(f"    {text}" for text in told)]


def _tell_rest(preview: Preview, *, refused: bool) -> None:
    for problem in preview.problems:
        click.echo(row_sentence(problem), err=True)
    if preview.ignored:
        click.echo(ignored_text(preview.ignored), err=True)
    if preview.absent:
        click.echo(absent_text(len(preview.absent)))
    click.echo(
        counts_text(
            added=preview.added,
            updated=preview.updated,
            unchanged=preview.unchanged,
            rejected=len(preview.problems),
        )
    )
    click.echo(strict_text() if refused else unchanged_text())


def _as_json(preview: Preview, mapping: str, *, refused: bool, unmask: bool) -> dict[str, Any]:
    return {
        "kind": "members",
        "preview": True,
        "mapping": mapping,
        "added": preview.added,
        "updated": preview.updated,
        "unchanged": preview.unchanged,
        "rejected": len(preview.problems),
        "refused": refused,
        "members": [_member(difference, unmask=unmask) for difference in preview.differences],
        "problems": [problem_json(problem) for problem in preview.problems],
        "ignored_columns": list(preview.ignored),
        "absent": list(preview.absent),
    }


def _member(difference: Difference, *, unmask: bool) -> dict[str, Any]:
    def plain(field: str, text: str) -> str:
        return mask_phone(text) if field == "phone" and not unmask else text

    status = "new" if difference.is_new else "changed"
    fields: list[dict[str, Any]] = [
        {"field": c.field, "before": plain(c.field, c.before), "after": plain(c.field, c.after)}
        for c in difference.fields
    ]
    badges: list[dict[str, Any]] = [
        {"skill": c.skill, "before": _badge(c.before), "after": _badge(c.after)}
        for c in difference.badges
    ]
    return {
        "line": difference.item.row.line,
        "row": difference.item.row.number,
        "member": difference.member,
        "number": difference.item.value.number,
        "name": difference.item.value.name,
        "status": "unchanged" if difference.is_empty else status,
        "changes": fields + badges,
    }


def _badge(badge: Badge | None) -> dict[str, str | None] | None:
    if badge is None:
        return None
    until = None if badge.valid_until is None else badge.valid_until.isoformat()
    return {"level": badge.level.value, "valid_until": until}
