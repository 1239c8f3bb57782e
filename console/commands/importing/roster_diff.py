"""What a list says of the members that is not so yet; it is applied elsewhere, or only shown."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from console.commands.importing.run import Item
from console.db.tables import BadgeRow, MemberRow
from console.domain.people import Badge, BadgeLevel, Duty, Unit

if TYPE_CHECKING:
    from console.commands.importing.mapping import Binding


@dataclass(frozen=True, slots=True)
class Person:
    """A member as the list has them; ``duty`` is None where it says nothing."""

    number: str
    name: str
    phone: str
    grid: str
    duty: Duty | None
    badges: tuple[Badge, ...]
    unit: Unit = Unit.OWN
    organisation: str = ""
    languages: str = ""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a member: what it is, and what the list says; empty before a member is new."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class BadgeChange:
    """One skill of a member; None stands for no badge."""

    skill: str
    before: Badge | None
    after: Badge | None


@dataclass(frozen=True, slots=True)
class Difference:
    """A member of the list, and what of them would change; ``member`` is None for a new one."""

    item: Item[Person]
    member: int | None
    fields: tuple[FieldChange, ...]
    badges: tuple[BadgeChange, ...]

    @property
    def is_new(self) -> bool:
        """Whether nobody has this number yet."""
        return self.member is None

    @property
    def is_empty(self) -> bool:
        """Whether everything is as the list says."""
        return not self.is_new and not self.fields and not self.badges


@dataclass(frozen=True, slots=True)
class Telling:
    """What a list speaks of; what it does not say stays.

    ``skills`` are those that it has a column for, None if it names all skills of a member at once.
    """

    phone: bool
    skills: Set[str] | None
    unit: bool = False
    organisation: bool = False
    languages: bool = False

    @classmethod
    def of(cls, binding: "Binding", columns: Set[str]) -> "Telling":
        """What a file speaks of, with the skills that have a column of their own."""
        return cls(
            binding.fills("phone"),
            None if binding.fills("skills") else columns,
            unit=binding.fills("unit"),
            organisation=binding.fills("organisation"),
            languages=binding.fills("languages"),
        )

    def of_skills(self, held: Set[str], told: Set[str]) -> list[str]:
        """The skills to compare of a member: one without a column is not taken from anybody."""
        if self.skills is None:
            return sorted(held | told)
        return sorted(self.skills | told) if self.skills else []


def differences(
    session: Session, items: Sequence[Item[Person]], telling: Telling
) -> list[Difference]:
    """Compare a list with the database, in the order of the list; changes nothing."""
    rows = {row.number: row for row in session.scalars(select(MemberRow))}
    held: dict[int, dict[str, Badge]] = {}
    # Who certified it, and who the mentor was, no list tells.
    told = select(BadgeRow.member_id, BadgeRow.skill, BadgeRow.level, BadgeRow.valid_until)
    for member, skill, level, valid_until in session.execute(told):
        held.setdefault(member, {})[skill] = Badge(skill, BadgeLevel(level), valid_until)
    return [_difference(item, rows.get(item.value.number), held, telling) for item in items]


def _difference(
    item: Item[Person],
    row: MemberRow | None,
    held: Mapping[int, Mapping[str, Badge]],
    telling: Telling,
) -> Difference:
    person = item.value
    if row is None:
        new = tuple(BadgeChange(badge.skill, None, badge) for badge in person.badges)
        return Difference(item, None, _of_new(person), new)
    told = {"name": person.name, "grid": person.grid}
    if telling.phone:
        told["phone"] = person.phone
    if telling.unit:
        told["unit"] = person.unit.value
    if telling.organisation:
        told["organisation"] = person.organisation
    if telling.languages:
        told["languages"] = person.languages
    fields = tuple(
        FieldChange(field, before, after)
        for field, after in told.items()
        if (before := getattr(row, field) or "") != after
    )
    return Difference(item, row.id, fields, _badges(held.get(row.id, {}), person, telling))


def _of_new(person: Person) -> tuple[FieldChange, ...]:
    duty = (person.duty or Duty.OFF).value
    told = {"name": person.name, "grid": person.grid, "phone": person.phone, "duty": duty}
    if person.unit is not Unit.OWN:
        told |= {"unit": person.unit.value, "organisation": person.organisation}
    told["languages"] = person.languages
    return tuple(FieldChange(field, "", text) for field, text in told.items() if text)


def _badges(
    held: Mapping[str, Badge], person: Person, telling: Telling
) -> tuple[BadgeChange, ...]:
    told = {badge.skill: badge for badge in person.badges}
    return tuple(
        BadgeChange(skill, before, after)
        for skill in telling.of_skills(held.keys(), told.keys())
        if (before := held.get(skill)) != (after := told.get(skill))
    )
