"""The roster's rows: one changed member moves alone, and everything stays in its order."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from console.domain.people import Badge, BadgeLevel, Duty, Member, Skill
from console.live.picture import Picture
from console.views.common.narrowing import Narrowing
from console.views.roster.columns import Column
from console.views.roster.model import FEW, MEMBER_ROLE, RosterModel
from tests.clock import Clock
from tests.views.make import START, snapshot

FIRE = Skill("fire", "消", "消防员", "Fire", "#b33")
TODAY = date(2026, 3, 2)


def member(number: int, duty: Duty = Duty.ON_DUTY, *badges: Badge, name: str = "") -> Member:
    return Member(
        id=number,
        version=1,
        number=f"BT-{number:05d}",
        name=name or f"陈{'小大明'[number % 3]}琪",
        phone=f"1{number:010d}",
        grid="4419001220100401",
        duty=duty,
        badges=badges,
    )


class Roster:
    """A model over a Picture, watched by Qt's own model tester; keeps what the model tells."""

    def __init__(self, *members: Member) -> None:
        self.picture = Picture()
        empty = snapshot()
        catalogue = replace(empty.catalogue, skills=(FIRE,))
        self.picture.load(replace(empty, catalogue=catalogue, members=members))
        self.model = RosterModel(self.picture, Clock(START).now)
        self.tester = QAbstractItemModelTester(
            self.model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        self.model.load()
        self.told: list[str] = []
        for name in ("modelReset", "layoutChanged", "rowsMoved", "rowsInserted", "rowsRemoved"):
            getattr(self.model, name).connect(lambda *_, name=name: self.told.append(name))

    @property
    def numbers(self) -> list[int]:
        rows = range(self.model.rowCount())
        return [self.model.index(row, 0).data(MEMBER_ROLE).id for row in rows]

    def change(self, *members: Member) -> None:
        self.told.clear()
        for changed in members:
            self.picture.members[changed.id] = changed
        self.model.apply(members)


def test_one_of_ten_thousand_moves_alone_and_holders_of_rows_keep_them(qapp: object) -> None:
    roster = Roster(*(member(n) for n in range(1, 10_001)))
    roster.model.sort(Column.DUTY)
    held = QPersistentModelIndex(roster.model.index(4_999, 0))
    roster.change(replace(member(5_000), duty=Duty.BREAK))
    assert roster.told == ["rowsMoved"]
    assert roster.numbers[-1] == 5_000
    assert held.row() == 9_999
    roster.change(replace(member(5_000), duty=Duty.OFF))
    assert roster.told == ["rowsMoved"]
    assert (roster.numbers[0], held.row()) == (5_000, 0)


def test_a_change_that_moves_nothing_tells_its_row_alone(qapp: object) -> None:
    roster = Roster(*(member(n) for n in range(1, 6)))
    rows: list[tuple[int, int]] = []
    roster.model.dataChanged.connect(lambda a, b, _roles: rows.append((a.row(), b.row())))
    roster.change(replace(member(3), duty=Duty.BREAK, load=2))
    assert roster.told == []
    assert rows == [(2, 2)]
    assert roster.model.index(2, Column.LOAD).data() == "2"


def test_who_no_longer_fits_goes_alone_and_comes_back_to_their_place(qapp: object) -> None:
    roster = Roster(*(member(n) for n in range(1, 6)))
    roster.model.narrow(Narrowing(duty=Duty.ON_DUTY))
    roster.change(replace(member(3), duty=Duty.OFF))
    assert (roster.told, roster.numbers) == (["rowsRemoved"], [1, 2, 4, 5])
    assert roster.model.row_of(3) is None
    roster.change(member(3))
    assert (roster.told, roster.numbers) == (["rowsInserted"], [1, 2, 3, 4, 5])
    assert roster.model.row_of(3) == 2


def test_a_new_name_is_found_and_the_old_one_not(qapp: object) -> None:
    roster = Roster(*(member(n) for n in range(1, 6)), member(9, name="王重阳"))
    roster.model.narrow(Narrowing(text="wcy"))
    assert roster.numbers == [9]
    roster.change(member(9, name="解重阳"))
    assert roster.numbers == []
    roster.model.narrow(Narrowing(text="xiezy"))
    assert roster.numbers == [9]


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("column", list(Column))
def test_after_any_changes_the_rows_are_as_if_sorted_anew(
    qapp: object, column: Column, descending: bool
) -> None:
    chance = random.Random(column * 2 + descending)
    roster = Roster(*(member(n) for n in range(1, 60)))
    order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
    roster.model.sort(column, order)
    roster.model.narrow(Narrowing(duty=Duty.ON_DUTY))
    for _ in range(150):
        number = chance.randrange(1, 65)
        badges = (Badge("fire", BadgeLevel.HELD),) if chance.random() < 0.5 else ()
        changed = member(number, chance.choice([Duty.ON_DUTY, Duty.ON_DUTY, Duty.OFF]), *badges)
        seen = START - timedelta(minutes=chance.randrange(9))
        roster.change(replace(changed, load=chance.randrange(3), seen_at=seen))
    there = roster.numbers
    roster.model.load()
    assert there == roster.numbers
    assert set(there) == {m.id for m in roster.picture.members.values() if m.duty is Duty.ON_DUTY}


def test_very_many_changes_are_taken_at_once(qapp: object) -> None:
    roster = Roster(*(member(n) for n in range(1, FEW + 10)))
    roster.model.sort(Column.DUTY)
    roster.change(*(replace(member(n), duty=Duty.OFF) for n in range(5, FEW + 7)))
    assert roster.told == ["modelReset"]
    assert roster.numbers[-6:] == [1, 2, 3, 4, FEW + 7, FEW + 8, FEW + 9][-6:]


def test_whose_badge_ends_within_thirty_days_can_be_listed_with_the_day(qapp: object) -> None:
    def badge(days: int | None, level: BadgeLevel = BadgeLevel.HELD) -> Badge:
        return Badge("fire", level, None if days is None else TODAY + timedelta(days=days))

    roster = Roster(
        member(1, Duty.OFF, badge(30)),
        member(2, Duty.OFF, badge(31)),
        member(3, Duty.OFF, badge(0)),
        member(4, Duty.OFF, badge(-1)),
        member(5, Duty.OFF, badge(None)),
        member(6, Duty.OFF, badge(5, BadgeLevel.TRAINING)),
        member(7, Duty.OFF),
    )
    roster.model.narrow(Narrowing(ending=True))
    assert roster.numbers == [1, 3]
    tip = roster.model.index(0, Column.BADGES).data(Qt.ItemDataRole.ToolTipRole)
    assert "2026-04-01" in tip
    roster.model.narrow(Narrowing())
    ended = roster.model.index(3, Column.BADGES).data(Qt.ItemDataRole.ToolTipRole)
    assert "ended on 2026-03-01" in ended
    assert roster.model.index(6, Column.BADGES).data(Qt.ItemDataRole.ToolTipRole) == ""
