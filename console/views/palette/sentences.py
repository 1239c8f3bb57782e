"""What the palette says of each line: its kind, what it would do, and what is in the way."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.codes import short_code
from console.domain.incident import Incident
from console.domain.keymap import ACTIONS
from console.domain.lifecycle import Deed
from console.domain.palette import Line
from console.domain.palette_index import Kind
from console.domain.palette_rules import Hindrance
from console.domain.text import one_line
from console.live.picture import Picture
from console.widgets.keys import key_mark
from console.widgets.labels import deed_label, duty_label, localised, state_label
from console.widgets.words_keys import action_label

TITLE_SHOWN = 60
"""So many characters of a title are shown."""

_KINDS: dict[Kind, Any] = {
    Kind.DEED: QT_TRANSLATE_NOOP("Palette", "Deed"),
    Kind.ACTION: QT_TRANSLATE_NOOP("Palette", "Tool"),
    Kind.PAGE: QT_TRANSLATE_NOOP("Palette", "Screen"),
    Kind.INCIDENT: QT_TRANSLATE_NOOP("Palette", "Incident"),
    Kind.MEMBER: QT_TRANSLATE_NOOP("Palette", "Member"),
    Kind.GRID: QT_TRANSLATE_NOOP("Palette", "Grid"),
    Kind.SKILL: QT_TRANSLATE_NOOP("Palette", "Skill"),
}

_HINDRANCES: dict[Hindrance, Any] = {
    Hindrance.NO_INCIDENT: QT_TRANSLATE_NOOP("Palette", "no incident is selected"),
    Hindrance.NOT_FOUND: QT_TRANSLATE_NOOP("Palette", "nothing open is called so"),
    Hindrance.NOT_NOW: QT_TRANSLATE_NOOP("Palette", "not now: {state}"),
    Hindrance.NOBODY: QT_TRANSLATE_NOOP("Palette", "nobody on duty is fit for it"),
    Hindrance.OFF_DUTY: QT_TRANSLATE_NOOP("Palette", "off duty"),
    Hindrance.ON_BREAK: QT_TRANSLATE_NOOP("Palette", "on a break"),
    Hindrance.NOT_HELD: QT_TRANSLATE_NOOP("Palette", "does not hold the skill"),
    Hindrance.IN_TRAINING: QT_TRANSLATE_NOOP("Palette", "still in training for it"),
    Hindrance.EXPIRED: QT_TRANSLATE_NOOP("Palette", "the badge has ended"),
    Hindrance.AT_LIMIT: QT_TRANSLATE_NOOP("Palette", "has as much to do as may run at once"),
}


def kind_text(kind: Kind) -> str:
    """What kind of thing a line is."""
    return QCoreApplication.translate("Palette", _KINDS[kind])


def line_text(line: Line, picture: Picture, pages: Mapping[str, str]) -> str:
    """What a line would do, or where it leads; ``pages`` are the screens' names by their keys."""
    match line.kind:
        case Kind.DEED:
            return _deed_text(line, picture)
        case Kind.INCIDENT:
            return incident_text(picture.incidents.get(line.incident or 0))
        case Kind.MEMBER:
            member = picture.members[line.member or 0]
            return f"{one_line(member.name)}  {member.number}"
        case Kind.ACTION:
            label = action_label(line.name)
            return label[:1].upper() + label[1:]
        case Kind.SKILL:
            skill = picture.skills[line.name]
            return f"{skill.monogram}  {localised(skill.name, skill.name_en)}"
        case Kind.GRID:
            grid = picture.tree.get(line.name)
            return f"{short_code(line.name)}  {one_line(grid.name) if grid else ''}".strip()
        case Kind.PAGE:
            return pages.get(line.name, line.name)


def incident_text(incident: Incident | None) -> str:
    """An incident in a line: number, title, place and grid."""
    if incident is None:
        return ""
    title = one_line(incident.title[:TITLE_SHOWN])
    place = [one_line(incident.address[:TITLE_SHOWN])]
    if incident.grid:
        place.append(short_code(incident.grid))
    return ", ".join(part for part in (f"{incident.number} {title}", *place) if part)


def _deed_text(line: Line, picture: Picture) -> str:
    deed = Deed(line.name)
    incident = incident_text(picture.incidents.get(line.incident or 0))
    member = picture.members.get(line.member or 0)
    if not incident:
        return deed_label(deed)
    if member is not None:
        return QCoreApplication.translate("Palette", "{deed} {name} to {incident}").format(
            deed=deed_label(deed), name=one_line(member.name), incident=incident
        )
    return f"{deed_label(deed)}: {incident}"


def aside_text(line: Line, picture: Picture) -> str:
    """What stands at the end of a line: what is in the way, a key, a state or a duty."""
    incident = picture.incidents.get(line.incident or 0)
    if line.hindrance is not None:
        told = QCoreApplication.translate("Palette", _HINDRANCES[line.hindrance])
        return told.format(state="" if incident is None else state_label(incident.state))
    match line.kind:
        case Kind.DEED | Kind.ACTION if line.name in ACTIONS:
            return key_mark(line.name)
        case Kind.INCIDENT if incident is not None:
            return state_label(incident.state)
        case Kind.MEMBER:
            member = picture.members[line.member or 0]
            return f"{duty_label(member.duty)}  {member.home}".strip()
        case _:
            return ""
