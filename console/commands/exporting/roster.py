"""The roster as a table: one row a member, one column a skill, in the importer's own words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from console.commands.importing.catalogue import Known
from console.commands.importing.mapping import Kind
from console.commands.importing.members import HELD_MARK, TRAINING_MARK, UNIT_WORDS
from console.commands.importing.own_names import NAMES
from console.db.members import members
from console.db.queries import catalogue
from console.domain.people import Badge, BadgeLevel, Member, Skill, Unit

NUMBER, NAME, PHONE, GRID = "工号", "姓名", "手机", "所属网格"
UNIT, ORGANISATION = "归属", "所属组织"
LANGUAGES = "语言"
"""Headings that the importer knows, and no shipped mapping takes for its own."""

Cell = str | date


@dataclass(frozen=True, slots=True)
class Roster:
    """Headings and rows; the first ``texts`` columns hold texts, the others marks and days."""

    headings: tuple[str, ...]
    texts: int
    rows: tuple[tuple[Cell, ...], ...]


def read_roster(session: Session, *, phones: bool) -> Roster:
    """All members in the order of their numbers; telephone numbers only if asked for.

    Where telephone numbers are left out there is no column for them either: importing the file
    again leaves them as they are. Duty is left out, because it follows from what members do.
    """
    stored = catalogue(session)
    known = Known(stored.center.zone, stored.grids, stored.skills)
    everybody = members(session)
    # A center whose members are all its own is spared two empty columns.
    homes = any(member.unit is not Unit.OWN for member in everybody)
    speak = any(member.languages for member in everybody)
    names = {one.code: one.name for one in stored.languages} if speak else None
    texts = [NUMBER, NAME, *[PHONE] * phones, GRID, *[UNIT, ORGANISATION] * homes]
    texts += [LANGUAGES] * speak
    headings = [_heading(skill, known) for skill in stored.skills]
    codes = [skill.code for skill in stored.skills]
    rows = tuple(_row(member, codes, names, phones=phones, homes=homes) for member in everybody)
    return Roster((*texts, *headings), len(texts), rows)


def _row(
    member: Member,
    skills: Sequence[str],
    languages: Mapping[str, str] | None,
    *,
    phones: bool,
    homes: bool,
) -> tuple[Cell, ...]:
    badges = {badge.skill: badge for badge in member.badges}
    marks = (_mark(badges.get(skill)) for skill in skills)
    phone = (member.phone,) if phones else ()
    home = (UNIT_WORDS[member.unit], member.organisation) if homes else ()
    spoken = () if languages is None else (_spoken(member, languages),)
    return (member.number, member.name, *phone, member.grid, *home, *spoken, *marks)


def _spoken(member: Member, names: Mapping[str, str]) -> str:
    return "、".join(names.get(code, code) for code in member.languages)


def _mark(badge: Badge | None) -> Cell:
    """A day says both that the badge is held and until when."""
    if badge is None:
        return ""
    if badge.level is BadgeLevel.TRAINING:
        return TRAINING_MARK
    return HELD_MARK if badge.valid_until is None else badge.valid_until


def _heading(skill: Skill, known: Known) -> str:
    """The skill's name, or what else the importer takes for this skill and nothing else."""
    own = {name.casefold() for names in NAMES[Kind.MEMBERS].values() for name in names}
    words = (skill.name, skill.name_en, skill.monogram)
    return next(
        (
            word
            for word in words
            if word.casefold() not in own
            and known.skill(" ".join(word.split())) == skill.code
            and word
        ),
        skill.code,
    )
