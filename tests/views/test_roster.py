"""The roster: filters, sorting, and duty by keys, shown at once in every console."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from console.domain.orders import ChangeDuty
from console.domain.people import BadgeLevel, Duty
from console.views.roster.columns import Column
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, click, press, sit_at, until


def names(console: Console) -> list[str]:
    model = console.roster.model
    return [model.index(row, Column.NAME).data() for row in range(model.rowCount())]


def _has_duty(console: Console, member: int, duty: Duty) -> bool:
    return console.hub.picture.members[member].duty is duty


def test_filters_narrow_and_together_narrow_more(
    open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    roster, members = console.roster, console.hub.picture.members
    today = roster.model.today
    assert len(names(console)) == len(members) == 61
    roster.filters.skill.setCurrentIndex(roster.filters.skill.findData("fire"))
    in_training = {
        m.name
        for m in members.values()
        if (badge := m.badge("fire")) and badge.level is BadgeLevel.TRAINING
    }
    certified = {m.name for m in members.values() if m.holds("fire", today)}
    assert set(names(console)) == certified | in_training
    roster.filters.duty.setCurrentIndex(roster.filters.duty.findData(Duty.ON_DUTY))
    on_duty = {m.name for m in members.values() if m.duty is Duty.ON_DUTY}
    assert set(names(console)) == (certified | in_training) & on_duty
    grid = roster.filters.grid.itemData(2)
    roster.filters.grid.setCurrentIndex(2)
    there = {m.name for m in members.values() if m.grid.startswith(grid)}
    assert set(names(console)) == (certified | in_training) & on_duty & there
    for box in (roster.filters.skill, roster.filters.duty, roster.filters.grid):
        box.setCurrentIndex(0)
    roster.filters.text.setText("BT-007")
    assert len(names(console)) == 1
    assert "1 shown" in roster.summary.text()


def test_keys_change_duty_and_the_other_console_shows_it(
    qtbot: QtBot, open_console: OpenConsole, center_url: str
) -> None:
    console = open_console(center_url)
    other = open_console(center_url, "乙", "二号席")
    sit_at(qtbot, console)
    press(console.window, Qt.Key.Key_2, CTRL)
    assert console.window.page == "roster"
    roster = console.roster
    member = next(m for m in console.hub.picture.members.values() if m.duty is Duty.ON_DUTY)
    roster.select(member.id)
    roster.focus_rows()
    for key, duty in (("f", Duty.OFF), ("p", Duty.BREAK), ("d", Duty.ON_DUTY)):
        press(console.window, key)
        for seat in (console, other):
            until(qtbot, partial(_has_duty, seat, member.id, duty))
    assert roster.current is not None
    assert roster.current.id == member.id
    click(roster.duties.button(Duty.OFF))
    until(qtbot, lambda: other.hub.picture.members[member.id].duty is Duty.OFF)


def test_sorting_by_a_column_and_back(open_console: OpenConsole, sqlite_center_url: str) -> None:
    console = open_console(sqlite_center_url)
    table, model = console.roster.table, console.roster.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    for column in Column:
        for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            table.sortByColumn(column, order)
            shown = {model.index(row, Column.NUMBER).data() for row in range(model.rowCount())}
            assert len(shown) == 61, "everybody once"
    table.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
    assert names(console) == sorted(names(console))


def test_a_member_clicked_on_the_map_is_shown_whatever_the_filters(
    open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    console.roster.filters.text.setText("nobody like that")
    assert names(console) == []
    member = next(iter(console.hub.picture.members.values()))
    console.map.member_clicked.emit(member.id)
    assert console.window.page == "roster"
    assert console.roster.current == member
    assert console.roster.table.currentIndex().isValid()


def test_a_row_says_its_badges_in_words(open_console: OpenConsole, sqlite_center_url: str) -> None:
    console = open_console(sqlite_center_url)
    model = console.roster.model
    member = model.member(0)
    assert member is not None
    held = [s.monogram for s in console.hub.picture.skills.values()]
    spoken = model.index(0, Column.BADGES).data().split()
    assert spoken
    assert set(spoken) <= set(held)


def test_what_is_seen_stays_where_it_is_while_others_change(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = open_console(sqlite_center_url)
    console.window.resize(1366, 600)
    press(console.window, Qt.Key.Key_2, CTRL)
    roster = console.roster
    roster.focus_rows()
    bar = roster.table.verticalScrollBar()
    until(qtbot, lambda: bar.maximum() > 300)
    bar.setValue(300)
    resets: list[str] = []
    roster.model.modelReset.connect(lambda: resets.append("reset"))
    for duty in (Duty.BREAK, Duty.OFF):
        elsewhere(sqlite_center_url, ChangeDuty(20, duty))
        until(qtbot, partial(_has_duty, console, 20, duty))
    assert bar.value() == 300
    assert resets == []
    assert roster.current is not None
    assert roster.current.id == 1
