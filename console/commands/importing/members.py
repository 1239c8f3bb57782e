"""Lists of grid members: who they are, where they walk, and which badges they hold."""

import re
from collections.abc import Iterable, Mapping
from uuid import uuid4

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from console.commands.importing.catalogue import Known
from console.commands.importing.guard import unguarded
from console.commands.importing.mapping import Binding
from console.commands.importing.roster_diff import (
    Difference,
    Person,
    Telling,
    differences,
)
from console.commands.importing.run import Item
from console.commands.importing.summary import Stored
from console.commands.importing.table import Row
from console.commands.importing.values import bad_field, day_of, line_of, needed_line
from console.commands.office import Work
from console.db import log
from console.db.log import Entry
from console.db.tables import BadgeRow, MemberRow
from console.domain.events import Subject
from console.domain.importing import FileFault, ImportRefusal, RowFault, RowRefusal
from console.domain.lifecycle import Deed
from console.domain.people import OPERATOR_DUTIES, Badge, BadgeLevel, Duty, Unit
from console.domain.rights import require

NUMBER_LIMIT = 32
NAME_LIMIT = 100

HELD_MARK, TRAINING_MARK = "是", "带教"
"""What the export writes into a skill's column; a day stands for a badge held until then."""

_DUTIES = {duty.value: duty for duty in OPERATOR_DUTIES} | {
    "在岗": Duty.ON_DUTY,
    "值班": Duty.ON_DUTY,
    "上班": Duty.ON_DUTY,
    "休息": Duty.BREAK,
    "离岗": Duty.OFF,
    "下班": Duty.OFF,
}
UNIT_WORDS = {
    Unit.OWN: "",
    Unit.SQUAD: "机动队",
    Unit.PARTNER: "合作单位",
    Unit.NEIGHBOUR: "邻近社区",
}
"""How the export writes to whom a member belongs: nothing for the center's own."""

_UNITS = {unit.value: unit for unit in Unit} | {word: unit for unit, word in UNIT_WORDS.items()}
_YES = frozenset({"1", "x", "✓", "√", "✔", HELD_MARK, "有", "yes", "y", "true", "held", "持证"})
_NO = frozenset({"", "0", "-", "—", "×", "否", "无", "no", "n", "false"})
_LEARNING = frozenset({"training", TRAINING_MARK, "在训", "培训中", "学习中"})
_SEPARATORS = re.compile(r"[\s,;、，；/|+]+")
_LANGUAGE_SEPARATORS = re.compile(r"\s*[,;、，；/|+]\s*")
"""A language may have a name of two words."""


class MemberImporter:
    """Reads and stores members; a few thousand at most, so all in one transaction."""

    piece: int | None = None

    def __init__(self, binding: Binding, known: Known) -> None:
        self._binding = binding
        self._known = known
        self._skill_columns = dict(binding.mapping.skill_columns)

    @classmethod
    def for_columns(cls, binding: Binding, known: Known, columns: list[str]) -> "MemberImporter":
        """An importer that also takes columns headed by a skill's name, if no others are named.

        Raises:
            ImportRefusal: SAME_SKILL if two columns stand for one skill.
        """
        importer = cls(binding, known)
        if not importer._skill_columns and not binding.fills("skills"):
            importer._skill_columns = _by_heading(columns, known)
        return importer

    def read(self, row: Row) -> Person:
        """Read one member.

        Raises:
            RowRefusal: With the first thing that is wrong in the row.
        """

        def field(target: str) -> str:
            return self._binding.read(row.cells, target)

        self._require_all_digits(row)
        unit = _unit(field("unit"))
        return Person(
            number=needed_line(self.number_of(row), "number", NUMBER_LIMIT),
            name=needed_line(unguarded(field("name")), "name", NAME_LIMIT),
            phone=line_of(unguarded(field("phone")), "phone", NAME_LIMIT),
            grid=self._grid(field("grid"), unit),
            duty=_duty(field("duty")),
            badges=self._badges(row, field("skills"), field("training")),
            unit=unit,
            organisation=line_of(unguarded(field("organisation")), "organisation", NAME_LIMIT),
            languages=self._languages(field("languages")),
        )

    def number_of(self, row: Row) -> str:
        """The number that a row gives, whether or not the row is otherwise good."""
        return unguarded(self._binding.read(row.cells, "number"))

    @property
    def skill_columns(self) -> tuple[str, ...]:
        """The columns that stand for one skill each."""
        return tuple(self._skill_columns)

    def key(self, value: Person) -> str:
        """The member's number."""
        return value.number

    def differences(self, session: Session, items: list[Item[Person]]) -> list[Difference]:
        """What storing would change, member by member; changes nothing."""
        return differences(session, items, self._telling)

    def store(self, work: Work, items: list[Item[Person]]) -> Stored:
        """Add new members, change those of whom something else is said now.

        The duty of a member who is known already stays: it follows from what they are doing.
        """
        require(work.actor, Deed.IMPORT_MEMBERS)
        stored = Stored()
        rows = {row.id: row for row in work.session.scalars(select(MemberRow))}
        found = self.differences(work.session, items)
        applied = [(one, _fill(work, one, rows)) for one in found if not one.is_empty]
        # All at once, because new members have no id for their badges before.
        work.session.flush()
        _replace_badges(work, applied)
        stored.added = sum(one.is_new for one in found)
        stored.updated = len(applied) - stored.added
        stored.unchanged = len(found) - len(applied)
        changed = [row for _difference, row in applied]
        log.append_all(work.session, [_entry(work, row) for row in changed])
        return stored

    @property
    def _telling(self) -> Telling:
        words = self._skill_columns.values()
        return Telling.of(self._binding, {self._known.skill(word) or word for word in words})

    def _require_all_digits(self, row: Row) -> None:
        """Spreadsheets keep 15 digits of a number: a longer code may have become another one."""
        for target in ("number", "phone", "grid"):
            for column in self._binding.bound.get(target, ()):
                if column in row.rounded:
                    value = row.cells[column]
                    raise RowRefusal(RowFault.DIGITS_LOST, field=target, value=value[:40])

    def _grid(self, text: str, unit: Unit) -> str:
        if not text and unit is not Unit.OWN:
            return ""
        if not text:
            raise RowRefusal(RowFault.EMPTY_FIELD, field="grid")
        code = self._known.grid(text)
        if code is None:
            raise RowRefusal(RowFault.NO_SUCH_GRID, value=text[:40])
        return code

    def _badges(self, row: Row, held: str, training: str) -> tuple[Badge, ...]:
        badges = {code: Badge(code, BadgeLevel.TRAINING) for code in self._skills(training)}
        badges.update({code: Badge(code, BadgeLevel.HELD) for code in self._skills(held)})
        for column, word in self._skill_columns.items():
            code = self._known.skill(word) or word
            badge = _cell_badge(code, row.cells[column].strip(), column)
            if badge is not None:
                badges[code] = badge
        return tuple(badges[code] for code in sorted(badges))

    def _languages(self, text: str) -> str:
        """Languages written as codes or names, as the member's row keeps them."""
        found = set()
        for word in filter(None, _LANGUAGE_SEPARATORS.split(text)):
            code = self._known.language(word.strip())
            if code is None:
                raise bad_field("languages", word)
            found.add(code)
        return " ".join(sorted(found))

    def _skills(self, text: str) -> list[str]:
        """Skills written as codes or names with something between, or as monograms without."""
        found: list[str] = []
        for word in filter(None, _SEPARATORS.split(text)):
            code = self._known.skill(word)
            codes = [code] if code else [self._known.skill(letter) for letter in word]
            for one in codes:
                if one is None:
                    raise RowRefusal(RowFault.NO_SUCH_SKILL, value=word[:40])
                found.append(one)
        return found


def _by_heading(columns: Iterable[str], known: Known) -> dict[str, str]:
    found: dict[str, str] = {}
    for column in columns:
        code = known.skill(column)
        if code is None:
            continue
        other = next((one for one, same in found.items() if same == code), None)
        if other is not None:
            raise ImportRefusal(FileFault.SAME_SKILL, column=column, other=other)
        found[column] = code
    return found


def _duty(text: str) -> Duty | None:
    if not text:
        return None
    duty = _DUTIES.get(text.casefold())
    if duty is None:
        raise bad_field("duty", text)
    return duty


def _unit(text: str) -> Unit:
    unit = _UNITS.get(text.casefold())
    if unit is None:
        raise bad_field("unit", text)
    return unit


def _cell_badge(code: str, text: str, column: str) -> Badge | None:
    word = text.casefold()
    if word in _NO:
        return None
    if word in _YES:
        return Badge(code, BadgeLevel.HELD)
    if word in _LEARNING:
        return Badge(code, BadgeLevel.TRAINING)
    day = day_of(text)
    if day is None:
        raise RowRefusal(RowFault.BAD_MARK, field=column, value=text[:80])
    return Badge(code, BadgeLevel.HELD, day)


def _fill(work: Work, difference: Difference, rows: Mapping[int, MemberRow]) -> MemberRow:
    if difference.member is None:
        row = MemberRow(number=difference.item.value.number)
        work.session.add(row)
    else:
        row = rows[difference.member]
    for change in difference.fields:
        # No grid is no value; all other fields are texts that may be empty.
        setattr(row, change.field, change.after or (None if change.field == "grid" else ""))
    if difference.badges:
        # Badges are no columns of the member's row; it must get a new version all the same.
        flag_modified(row, "name")
    return row


def _replace_badges(work: Work, applied: list[tuple[Difference, MemberRow]]) -> None:
    """Badges of which the list says the same as before stay as they were earned."""
    changes = [(row.id, change) for difference, row in applied for change in difference.badges]
    gone = [
        {"of_member": member, "of_skill": change.skill}
        for member, change in changes
        if change.before is not None
    ]
    if gone:
        # One statement on the connection: the session would look at all its rows before each one.
        statement = delete(BadgeRow).where(
            BadgeRow.member_id == bindparam("of_member"), BadgeRow.skill == bindparam("of_skill")
        )
        work.session.connection().execute(statement, gone)
    for member, change in changes:
        if change.after is not None:
            work.session.add(_badge_row(member, change.after))


def _badge_row(member: int, badge: Badge) -> BadgeRow:
    return BadgeRow(
        member_id=member,
        skill=badge.skill,
        level=badge.level.value,
        valid_until=badge.valid_until,
    )


def _entry(work: Work, row: MemberRow) -> Entry:
    payload = {"member": row.id, "member_name": row.name}
    subject = Subject("member", row.id)
    return Entry(work.now, work.actor, uuid4(), Deed.IMPORT_MEMBERS, subject, payload)
