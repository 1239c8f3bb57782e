"""The shifts screen: shifts, leave and swaps by keys, seen at once by everybody else."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from console.domain.lifecycle import Deed
from console.domain.orders import SetPattern
from console.domain.shifts import DAY, DayPlan, Why
from console.widgets.language import Language
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, deeds, press, said, settle, sit_at, until, write

MONDAY = date(2026, 3, 2)
WORK = (*["early"] * 5, None, None)


def open_shifts(console: Console, member: int, day: date) -> None:
    press(console.window, Qt.Key.Key_4, CTRL)
    assert console.window.page == "shifts"
    console.shifts.focus_rows()
    console.shifts.select(member, day)


def cell(console: Console, member: int, day: date) -> str:
    model = console.shifts.model
    row = model.row_of(member)
    assert row is not None
    return str(model.index(row, 3 + day.weekday()).data())


def plan(console: Console, member: int, day: date) -> DayPlan:
    return console.hub.picture.rota.of(member).on(day)


def test_keys_set_shifts_and_the_other_console_shows_them(
    qtbot: QtBot, open_console: OpenConsole, center_url: str
) -> None:
    console = open_console(center_url)
    other = open_console(center_url, "乙", "二号席")
    sit_at(qtbot, console)
    open_shifts(console, 1, MONDAY)
    press(console.window, "2")
    until(qtbot, lambda: plan(other, 1, MONDAY).kind == "late")
    settle(qtbot, console)
    assert cell(console, 1, MONDAY) == "中 •"
    press(console.window, Qt.Key.Key_Right)
    press(console.window, Qt.Key.Key_Return)
    settle(qtbot, console)
    assert plan(console, 1, MONDAY + DAY).kind == "early"
    press(console.window, "w")
    settle(qtbot, console)
    assert console.hub.picture.rota.of(1).days[:3] == ("late", "early", None)
    press(console.window, "0")
    settle(qtbot, console)
    assert cell(console, 1, MONDAY + DAY) == "休 •"
    assert len(deeds(console, Deed.CHANGE_SHIFT)) == 3
    assert said(console) == []


def test_a_leave_is_asked_for_its_end_and_reason_and_taken_back_whole(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    elsewhere(center_url, SetPattern(1, WORK))
    console = open_console(center_url)
    open_shifts(console, 1, MONDAY)
    press(console.window, "h")
    shifts = console.shifts
    assert shifts.form.isVisible()
    shifts.form.last.setDate(shifts.form.last.date().addDays(2))
    shifts.form.reason.setFocus()
    write(console.window, "病假")
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: plan(console, 1, MONDAY + 2 * DAY).why is Why.LEAVE)
    settle(qtbot, console)
    assert plan(console, 1, MONDAY) == DayPlan(None, Why.LEAVE, "病假")
    assert plan(console, 1, MONDAY + 3 * DAY) == DayPlan("early")
    assert cell(console, 1, MONDAY) == "假"
    assert not shifts.form.isVisible()
    assert shifts.table.hasFocus()
    press(console.window, Qt.Key.Key_Right)
    press(console.window, "r")
    settle(qtbot, console)
    assert [cell(console, 1, MONDAY + step * DAY) for step in range(3)] == ["早"] * 3


def test_a_swap_offers_the_shifts_of_the_other_member(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    elsewhere(center_url, SetPattern(1, WORK))
    elsewhere(center_url, SetPattern(2, (None, None, None, None, None, "night", None)))
    console = open_console(center_url)
    open_shifts(console, 1, MONDAY)
    press(console.window, "s")
    form, second = console.shifts.form, console.hub.picture.members[2]
    press(console.window, second.number)
    press(console.window, Qt.Key.Key_Return)
    offered = [form.other_day.itemText(row) for row in range(form.other_day.count())]
    assert offered == ["03-07 Sat  night shift", "03-14 Sat  night shift"]
    press(console.window, Qt.Key.Key_Return, CTRL)
    until(qtbot, lambda: plan(console, 1, MONDAY + 5 * DAY).kind == "night")
    settle(qtbot, console)
    assert cell(console, 2, MONDAY) == "早 ⇄"
    assert plan(console, 1, MONDAY).kind is None
    told = console.shifts.model.index(console.shifts.model.row_of(2) or 0, 3)
    name = console.hub.picture.members[1].name
    assert told.data(Qt.ItemDataRole.ToolTipRole).endswith(f"early shift, swapped with {name}")


def test_what_a_rule_refuses_is_said_and_changes_nothing(
    qtbot: QtBot, open_console: OpenConsole, center_url: str
) -> None:
    console = open_console(center_url)
    open_shifts(console, 1, MONDAY)
    press(console.window, "r")
    settle(qtbot, console)
    assert any("has no leave on 2026-03-02" in text for text in said(console))
    assert not deeds(console, Deed.CANCEL_LEAVE)


def test_holes_are_named_and_go_when_somebody_is_planned(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    console = open_console(center_url)
    open_shifts(console, 1, MONDAY)
    coverage = console.shifts.coverage
    assert coverage.caption.text() == "No shifts are planned yet."
    people = list(console.hub.picture.members.values())
    everybody = ("early",) * 7
    elsewhere(center_url, SetPattern(people[0].id, everybody))
    until(qtbot, coverage.holes.count)
    code = int(people[0].grid[12:14])

    def named() -> list[str]:
        return [coverage.holes.item(row).text() for row in range(coverage.holes.count())]

    nights = [
        text for text in named() if text.startswith(f"base grid {code}: nobody on the night")
    ]
    assert len(nights) == 1
    assert not any(text.startswith(f"base grid {code}: nobody on the early") for text in named())
    day = coverage.holes.count()
    press(console.window, "g")
    assert coverage.holes.count() > 3 * day
    assert coverage.caption.text() == f"Holes in the next 7 days: {coverage.holes.count()}"


def test_weeks_are_turned_and_the_screen_speaks_chinese(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, language: Language
) -> None:
    console = open_console(sqlite_center_url)
    open_shifts(console, 1, MONDAY)
    model = console.shifts.model
    QAbstractItemModelTester(model)
    assert model.headerData(3, Qt.Orientation.Horizontal) == "03-02 Mon"
    press(console.window, "]")
    assert model.headerData(3, Qt.Orientation.Horizontal) == "03-09 Mon"
    assert console.shifts.week.text() == "Week 11: 2026-03-09 to 2026-03-15"
    press(console.window, "t")
    assert model.monday == MONDAY
    language.use("zh")
    assert model.headerData(3, Qt.Orientation.Horizontal) == "03-02 周一"


def test_the_filter_narrows_the_calendar_and_keeps_the_selected_member(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    member = console.hub.picture.members[7]
    open_shifts(console, 7, MONDAY)
    console.shifts.focus_filter()
    press(console.window, member.number)
    assert console.shifts.model.rowCount() == 1
    assert console.shifts.current == member
    assert console.shifts.day == MONDAY


def test_the_roster_names_the_holes_and_the_selected_members_shift(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    console = open_console(center_url)
    press(console.window, Qt.Key.Key_2, CTRL)
    roster = console.roster
    roster.select(1)
    assert not roster.planned_holes.label.isVisible()
    assert roster.page.facts["shift"].text() == "none within a week"
    elsewhere(center_url, SetPattern(1, WORK))
    until(qtbot, roster.planned_holes.label.isVisible)
    assert roster.planned_holes.label.text().startswith("⚠ Holes in the next 24 hours: ")
    told = roster.page.facts["shift"].text()
    assert told == "now early shift 03-02 Mon\nnext early shift 03-03 Tue"


def test_the_keyboard_begins_on_today(open_console: OpenConsole, sqlite_center_url: str) -> None:
    console = open_console(sqlite_center_url)
    press(console.window, Qt.Key.Key_4, CTRL)
    console.shifts.focus_rows()
    assert console.shifts.day == MONDAY
    assert console.shifts.current is not None
