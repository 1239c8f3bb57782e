"""Compare a sheet of shifts with what is planned: what would change, and what is wrong."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from console.commands.importing.shift_sheet import SheetRow, ShiftSheet
from console.db.members import members
from console.db.shifts import shift_kinds, shifts
from console.domain.importing import RowFault, RowProblem, RowRefusal
from console.domain.orders import ShiftCell
from console.domain.people import Member
from console.domain.shifts import (
    FREE_SIGN,
    LEAVE_SIGN,
    DayPlan,
    MemberShifts,
    Rota,
    ShiftKind,
    Why,
    clash_on,
)

_FREE = frozenset({FREE_SIGN, "休息", "-", "free", "off"})
_LEAVE = frozenset({LEAVE_SIGN, "请假", "年假", "病假", "事假", "leave"})
_BETWEEN = re.compile(r"[\s/、,，;；+＋&和]+")

_Meant = tuple[str | None, bool]
"""A shift's code or None, and whether the day is a leave."""


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell that says something else than what is planned."""

    line: int
    member: Member
    day: date
    before: DayPlan
    after: ShiftCell


@dataclass(frozen=True, slots=True)
class PlanPreview:
    """What a sheet would change; with any problem nothing of it is taken."""

    changes: tuple[CellChange, ...]
    problems: tuple[RowProblem, ...]
    unchanged: int
    kinds: tuple[ShiftKind, ...]


def compare(session: Session, sheet: ShiftSheet) -> PlanPreview:
    """What a sheet says that is not planned so already; an empty cell says nothing."""
    kinds = shift_kinds(session)
    known = {member.number: member for member in members(session)}
    comparer = _Comparer(kinds, known, Rota(kinds, shifts(session)), sheet.days)
    for row in sheet.rows:
        comparer.take(row)
    problems = sorted((*sheet.problems, *comparer.problems), key=lambda problem: problem.line)
    return PlanPreview(tuple(comparer.changes), tuple(problems), comparer.unchanged, kinds)


class _Comparer:
    """Remembers which members it has met."""

    def __init__(
        self,
        kinds: Sequence[ShiftKind],
        members: Mapping[str, Member],
        rota: Rota,
        days: Sequence[date],
    ) -> None:
        self._members, self._rota, self._days = members, rota, days
        self._kinds = {kind.code: kind for kind in kinds}
        self._words: dict[str, _Meant] = dict.fromkeys(_FREE, (None, False))
        self._words |= dict.fromkeys(_LEAVE, (None, True))
        for kind in kinds:
            for word in (kind.sign, kind.name, kind.name_en, kind.code):
                self._words[word.lower()] = (kind.code, False)
        self._met: dict[int, SheetRow] = {}
        self.changes: list[CellChange] = []
        self.problems: list[RowProblem] = []
        self.unchanged = 0

    def take(self, row: SheetRow) -> None:
        """Compare a row, or keep what is wrong with it."""
        try:
            member = self._member(row)
            changes = self._changes(row, member)
            self._require_alone(member, changes)
        except RowRefusal as refusal:
            self.problems.append(refusal.at(row.line, row.row))
            return
        self.changes += changes

    def _member(self, row: SheetRow) -> Member:
        if not row.number:
            raise RowRefusal(RowFault.EMPTY_FIELD, field="number")
        member = self._members.get(row.number)
        if member is None:
            raise RowRefusal(RowFault.NO_SUCH_MEMBER, value=row.number)
        earlier = self._met.setdefault(member.id, row)
        if earlier is not row:
            raise RowRefusal(
                RowFault.DOUBLED, key=row.number, line=earlier.line, number=earlier.row
            )
        if row.name and row.name != member.name:
            raise RowRefusal(
                RowFault.OTHER_NAME, value=row.number, name=row.name, known=member.name
            )
        return member

    def _changes(self, row: SheetRow, member: Member) -> list[CellChange]:
        found = []
        for day, text in zip(self._days, row.cells, strict=True):
            if not text:
                continue
            kind, leave = self._meant(text, day)
            before = self._rota.of(member.id).on(day)
            if before.kind == kind and (before.why is Why.LEAVE) is leave:
                self.unchanged += 1
            else:
                after = ShiftCell(member.id, day, kind, leave)
                found.append(CellChange(row.line, member, day, before, after))
        return found

    def _meant(self, text: str, day: date) -> _Meant:
        found = self._words.get(text.lower())
        if found is not None:
            return found
        parts = [part.lower() for part in _BETWEEN.split(text) if part]
        if all(part in self._words for part in parts) or all(
            letter in self._words for letter in text
        ):
            raise RowRefusal(RowFault.TWO_SHIFTS, value=text, day=day.isoformat())
        signs = "、".join((*(kind.sign for kind in self._kinds.values()), FREE_SIGN, LEAVE_SIGN))
        raise RowRefusal(RowFault.BAD_SHIFT, value=text, day=day.isoformat(), known=signs)

    def _require_alone(self, member: Member, changes: Sequence[CellChange]) -> None:
        own = self._rota.of(member.id)
        planned = {change.day: DayPlan(change.after.kind) for change in changes}
        after = MemberShifts(own.member, own.days, {**own.exceptions, **planned})
        for day in planned:
            near = clash_on(self._kinds, after, day)
            if near is not None:
                raise RowRefusal(
                    RowFault.SHIFTS_OVERLAP, day=day.isoformat(), other=near.isoformat()
                )
