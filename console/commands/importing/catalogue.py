"""What a database's catalogue knows, and the entries that a mapping brings with it."""

from collections.abc import Iterable
from uuid import uuid4

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from console.commands.center import CATALOGUE
from console.commands.importing.mapping import Mapping
from console.commands.office import Work
from console.db import log
from console.db.log import Entry
from console.db.queries import catalogue
from console.db.tables import CategoryRow, CenterRow, SkillRow
from console.domain.category import Category
from console.domain.change import Center
from console.domain.codes import Level, level_of, parent_of, short_code
from console.domain.events import Payload
from console.domain.grid import Grid
from console.domain.importing import FileFault, ImportRefusal
from console.domain.languages import Language
from console.domain.lifecycle import Deed
from console.domain.people import Skill
from console.domain.rights import require


class Known:
    """Look-ups by the words that people write: codes, names, monograms."""

    def __init__(
        self,
        zone: str,
        grids: Iterable[Grid] = (),
        skills: Iterable[Skill] = (),
        categories: Iterable[Category] = (),
        languages: Iterable[Language] = (),
    ) -> None:
        self.zone = zone
        self.grids = {grid.code: grid for grid in grids}
        self.skills = {skill.code: skill for skill in skills}
        self._categories = _by_words(categories)
        self._skill_words = {
            word.casefold(): skill.code
            for skill in reversed(list(self.skills.values()))
            for word in (skill.name_en, skill.name, skill.monogram, skill.code)
            if word
        }
        self._language_words = {
            word.casefold(): language.code
            for language in languages
            for word in (language.name_en, language.name, language.code)
        }
        self._short: dict[str, list[str]] = {}
        for code in self.grids:
            if level_of(code) in (Level.BASE, Level.SUB):
                self._short.setdefault(short_code(code), []).append(code)

    @classmethod
    def load(cls, session: Session, mapping: Mapping) -> "Known":
        """What is in the database, and what the mapping adds where it is not there yet.

        Raises:
            ImportRefusal: If the mapping speaks of a skill or category that neither of them has.
        """
        stored = catalogue(session)
        own = {category.code for category in stored.categories}
        added = [category for category in mapping.categories if category.code not in own]
        known = cls(
            stored.center.zone,
            stored.grids,
            (*stored.skills, *_new(mapping.skills, stored.skills)),
            (*stored.categories, *added),
            stored.languages,
        )
        known._check(mapping)
        return known

    def category(self, word: str) -> Category | None:
        """The category with this code or name."""
        return self._categories.get(word.casefold())

    def skill(self, word: str) -> str | None:
        """The code of the skill with this code, monogram or name."""
        return self._skill_words.get(word.casefold())

    def language(self, word: str) -> str | None:
        """The code of the language with this code or name."""
        return self._language_words.get(word.casefold())

    def grid(self, word: str) -> str | None:
        """The code of the base grid or sub-grid with this code, or this short code if only one."""
        if word in self.grids and level_of(word) in (Level.BASE, Level.SUB):
            return word
        found = self._short.get(word, [])
        return found[0] if len(found) == 1 else None

    def _check(self, mapping: Mapping) -> None:
        for code in (c.skill for c in mapping.categories):
            if code not in self.skills:
                raise self._no_skill(code)
        for code in mapping.skill_columns.values():
            if self.skill(code) is None:
                raise self._no_skill(code)
        meant = [*mapping.values.get("category", {}).values()]
        meant += [mapping.defaults[t] for t in ("category",) if t in mapping.defaults]
        meant += [mapping.constants[t] for t in ("category",) if t in mapping.constants]
        for word in meant:
            if self.category(word) is None:
                codes = sorted({category.code for category in self._categories.values()})
                raise ImportRefusal(
                    FileFault.UNKNOWN_CATEGORY_CODE, category=word, known=", ".join(codes)
                )

    def _no_skill(self, code: str) -> ImportRefusal:
        return ImportRefusal(
            FileFault.UNKNOWN_SKILL_CODE, skill=code, known=", ".join(self.skills)
        )


def ensure_catalogue(work: Work, mapping: Mapping) -> list[str]:
    """Add the skills and categories of a mapping that are not there yet; those there stay.

    Returns:
        The codes of the new categories.
    """
    if not mapping.categories:
        return []
    skills = set(work.session.scalars(select(SkillRow.code)))
    codes = set(work.session.scalars(select(CategoryRow.code)))
    new = [category for category in mapping.categories if category.code not in codes]
    needed = {category.skill for category in new} - skills
    if not new:
        return []
    new_skills = [skill for skill in mapping.skills if skill.code in needed]
    if new_skills:
        work.session.execute(insert(SkillRow), [_skill_fields(skill) for skill in new_skills])
    work.session.execute(insert(CategoryRow), [_category_fields(c) for c in new])
    told = {
        "title": mapping.name,
        "count": len(new) + len(new_skills),
    }
    append_catalogue_event(work, Deed.IMPORT_CATALOGUE, told)
    return [category.code for category in new]


def ensure_center(work: Work, center: Center | None) -> bool:
    """Give a database that has no center the one of a mapping; whether it was needed."""
    if center is None or work.session.scalars(select(CenterRow.id)).first() is not None:
        return False
    work.session.execute(
        insert(CenterRow),
        [
            {
                "id": 1,
                "code": center.code,
                "name": center.name,
                "name_en": center.name_en,
                "zone": center.zone,
                "demonstration": center.demonstration,
                "hours": center.hours.plain(),
            }
        ],
    )
    return True


def append_catalogue_event(work: Work, deed: Deed, payload: Payload) -> None:
    """Append an event about the catalogue: consoles read it anew."""
    require(work.actor, deed)
    entry = Entry(work.now, work.actor, uuid4(), deed, CATALOGUE, payload)
    log.append_all(work.session, [entry])


def parent_codes(code: str) -> list[str]:
    """All codes above one, the nearest first."""
    above: list[str] = []
    parent = parent_of(code)
    while parent is not None:
        above.append(parent)
        parent = parent_of(parent)
    return above


def _new(added: Iterable[Skill], stored: Iterable[Skill]) -> list[Skill]:
    codes = {skill.code for skill in stored}
    return [skill for skill in added if skill.code not in codes]


def _by_words(categories: Iterable[Category]) -> dict[str, Category]:
    listed = list(categories)
    # Codes come last, because they are unique and so win over a name that is the same.
    words: dict[str, Category] = {}
    for name in ("name_en", "name", "code"):
        words.update({getattr(category, name).casefold(): category for category in listed})
    words.pop("", None)
    return words


def _skill_fields(skill: Skill) -> dict[str, object]:
    return {
        "code": skill.code,
        "monogram": skill.monogram,
        "name": skill.name,
        "name_en": skill.name_en,
        "color": skill.color,
        "text_color": skill.text_color,
        "position": skill.position,
        "icon": skill.icon,
        "valid_months": skill.valid_months,
    }


def _category_fields(category: Category) -> dict[str, object]:
    limits = category.limits
    return {
        "code": category.code,
        "name": category.name,
        "name_en": category.name_en,
        "skill": category.skill,
        "priority": category.priority.value,
        "icon": category.icon,
        "acknowledge_s": int(limits.acknowledge.total_seconds()),
        "arrive_s": int(limits.arrive.total_seconds()),
        "resolve_s": int(limits.resolve.total_seconds()),
        "check_s": int(limits.check.total_seconds()),
        "clock": limits.clock.value,
    }
