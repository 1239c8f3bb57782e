"""What is likely the same is shown while it is typed and when it is opened; merging is undone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.db.engine import Database
from console.db.queries import case
from console.domain.change import Case
from console.domain.checking import Callback
from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import Comment, Join, Merge, Report, Step, Verify
from console.domain.place import LonLat
from console.wiring import Console
from tests.clock import Clock
from tests.commands.seat import step_of
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, click, press, settle, until, write
from tests.views.reports import MARKET, litter

pytestmark = pytest.mark.both_databases

WANG = {"reporter_name": "王先生", "reporter_phone": "13900139002"}
CHEN = {"reporter_name": "陈小姐", "reporter_phone": "13800138001"}


def read(url: str, number: int) -> Case:
    database = Database.open(url)
    try:
        with database.read() as session:
            return case(session, number)
    finally:
        database.close()


def type_litter(qtbot: QtBot, console: Console, title: str = "文宗路垃圾乱丢") -> None:
    press(console.window, Qt.Key.Key_N, CTRL)
    until(qtbot, console.form.isVisible)
    write(console.window, title)
    console.form.take_place(MARKET)


def open_first(qtbot: QtBot, console: Console, number: int) -> None:
    console.open_incident(number)
    until(qtbot, lambda: console.incident.incident and console.incident.incident.id == number)


def test_what_is_typed_again_is_shown_and_added_with_one_key(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere, clock: Clock
) -> None:
    first = elsewhere(center_url, litter(**WANG)).subject.id
    clock.advance(14 * 60)
    console = open_console(center_url)
    type_litter(qtbot, console)
    form = console.form
    form.reporter_name.setText(CHEN["reporter_name"])
    form.reporter_phone.setText(CHEN["reporter_phone"])
    until(qtbot, lambda: form.alike.lines.numbers == [first])
    assert "0 m, 14 min earlier" in form.alike.lines.lines[0].said.text()
    assert QApplication.focusWidget() is form.title

    press(console.window, Qt.Key.Key_M, CTRL)
    until(qtbot, lambda: console.page.side.currentWidget() is console.incident)
    until(qtbot, lambda: console.queue.current == first)
    assert list(console.hub.picture.incidents) == [first]
    (part,) = read(center_url, first).parts
    assert (part.reporter_name, part.reporter_phone) == ("陈小姐", "13800138001")
    assert part.title == "文宗路垃圾乱丢"
    panel = console.incident
    until(qtbot, lambda: part.id in panel.same.parts.numbers)
    said = panel.same.parts.lines[0].said.text()
    assert "陈**" in said
    assert "138****" in said
    assert "陈小姐" not in said
    assert not form.title.text()


def test_nothing_is_shown_of_something_else(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    first = elsewhere(sqlite_center_url, litter()).subject.id
    console = open_console(sqlite_center_url)
    form = console.form
    type_litter(qtbot, console)
    until(qtbot, lambda: form.alike.lines.numbers == [first])
    form.title.setText("电梯困人三楼")
    until(qtbot, lambda: not form.alike.lines.numbers)
    press(console.window, Qt.Key.Key_M, CTRL)
    assert form.title.text() == "电梯困人三楼"
    assert console.page.side.currentWidget() is form


def test_a_refused_addition_keeps_what_was_typed(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    first = elsewhere(sqlite_center_url, litter()).subject.id
    other = elsewhere(
        sqlite_center_url, litter("别处的垃圾桶满了", description="另一处")
    ).subject.id
    console = open_console(sqlite_center_url)
    form = console.form
    type_litter(qtbot, console)
    until(qtbot, lambda: first in form.alike.lines.numbers)
    at = form.alike.lines.numbers.index(first)
    elsewhere(sqlite_center_url, Merge(first, other))
    form.alike.lines.lines[at].deed.setFocus()
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, form.submit.isEnabled)
    settle(qtbot, console)
    assert form.title.text() == "文宗路垃圾乱丢"
    assert read(sqlite_center_url, first).parts == ()


def test_the_panel_names_the_likely_one_and_merges_after_one_line(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere, clock: Clock
) -> None:
    first = elsewhere(center_url, litter(**WANG)).subject.id
    clock.advance(120)
    again = elsewhere(center_url, litter("文宗路有人乱丢垃圾", **CHEN)).subject.id
    elsewhere(center_url, Comment(again, "已电话核实"))
    console = open_console(center_url)
    assert console.keymap.change("same", "Z") is None
    panel = console.incident
    open_first(qtbot, console, again)
    until(qtbot, lambda: panel.same.likely.numbers == [first])
    # What stands there is the key that holds, and not the one of the table.
    assert panel.same.caption.text() == "Possibly the same · Z"
    press(console.window, "m")
    until(qtbot, panel.deeds.bar.isVisible)
    assert panel.deeds.bar.line.text() == f"{first:04d}"
    # What is typed stands in place of the number that is proposed.
    press(console.window, str(first))
    assert panel.deeds.bar.line.text() == str(first)
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: again not in console.hub.picture.incidents)

    open_first(qtbot, console, first)
    until(qtbot, lambda: panel.same.parts.numbers == [again])
    until(qtbot, lambda: any("已电话核实" in text for text in panel.timeline.texts))
    noted = next(text for text in panel.timeline.texts if "已电话核实" in text)
    assert noted.startswith(f"{again:04d}: ")


def test_control_z_takes_ones_own_merging_back(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere, clock: Clock
) -> None:
    first = elsewhere(center_url, litter()).subject.id
    clock.advance(60)
    again = elsewhere(center_url, litter("文宗路有人乱丢垃圾")).subject.id
    elsewhere(center_url, Verify(again))
    console = open_console(center_url)
    before = console.hub.picture.incidents[again]
    open_first(qtbot, console, again)
    press(console.window, "m")
    until(qtbot, console.incident.deeds.bar.isVisible)
    console.incident.deeds.bar.line.setText(str(first))
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, console.strip.undo.isVisible)
    until(qtbot, lambda: again not in console.hub.picture.incidents)
    clock.advance(3600)
    press(console.window, Qt.Key.Key_Z, CTRL)
    until(qtbot, lambda: again in console.hub.picture.incidents)
    back = console.hub.picture.incidents[again]
    assert (back.state, back.due_at) == (State.VERIFIED, before.due_at)
    until(qtbot, lambda: not console.strip.undo.isVisible())


def test_a_part_is_taken_out_from_the_panel_of_the_whole(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    first = elsewhere(sqlite_center_url, litter()).subject.id
    part = elsewhere(sqlite_center_url, Join(litter("又一个人说有垃圾"), first)).subject.id
    console = open_console(sqlite_center_url)
    panel = console.incident
    open_first(qtbot, console, first)
    until(qtbot, lambda: panel.same.parts.numbers == [part])
    press(console.window, "j")
    assert QApplication.focusWidget() is panel.same.parts.lines[0].deed
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: part in console.hub.picture.incidents)
    until(qtbot, lambda: not panel.same.parts.numbers)
    until(qtbot, console.queue.table.hasFocus)


def test_a_merged_incident_is_opened_and_enter_undoes_it(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    first = elsewhere(sqlite_center_url, litter()).subject.id
    part = elsewhere(sqlite_center_url, Join(litter("又一个人说有垃圾"), first)).subject.id
    console = open_console(sqlite_center_url)
    panel = console.incident
    open_first(qtbot, console, first)
    until(qtbot, lambda: panel.same.parts.numbers == [part])
    click(panel.same.parts.lines[0].open)
    until(qtbot, lambda: panel.incident is not None and panel.incident.id == part)
    until(qtbot, lambda: panel.same.parts.numbers == [first])
    assert "Undo the merging" in panel.deeds.primary.text()
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: part in console.hub.picture.incidents)
    assert console.hub.picture.incidents[part].state is State.REPORTED


def test_the_same_again_is_told(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere, clock: Clock
) -> None:
    from console.domain.orders import Step

    for _ in range(2):
        number = elsewhere(center_url, litter(**WANG)).subject.id
        elsewhere(center_url, Step(Deed.REJECT, number, note="x"))
        elsewhere(center_url, Step(Deed.REOPEN, number, note="x"))
        elsewhere(center_url, Step(Deed.ESCALATE, number, note="x"))
        for deed in (Deed.RESOLVE, Deed.CHECK, Deed.CLOSE):
            order = replace(step_of(deed, number), callback=Callback.SATISFIED)
            elsewhere(center_url, order)
        clock.advance(8 * 86400)
    third = elsewhere(center_url, litter(**WANG)).subject.id
    console = open_console(center_url)
    open_first(qtbot, console, third)
    told = console.incident.same.story
    until(qtbot, told.isVisible)
    assert "No. 3 of this kind here within 30 days" in told.text()
    assert "3 of them by the same person" in told.text()
    assert not console.incident.same.likely.numbers


def test_many_at_once_are_told_apart_from_a_recurrence(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    numbers = [
        elsewhere(sqlite_center_url, litter(reporter_phone=f"1380013800{n}")).subject.id
        for n in range(4)
    ]
    console = open_console(sqlite_center_url)
    open_first(qtbot, console, numbers[-1])
    told = console.incident.same.story
    until(qtbot, lambda: "At least 4 people within 20 min: many at once" in told.text())


def test_the_same_again_over_months_is_shown_while_typing_and_when_opened(
    qtbot: QtBot,
    open_console: OpenConsole,
    sqlite_center_url: str,
    elsewhere: Elsewhere,
    clock: Clock,
) -> None:
    far = LonLat(MARKET.lon, MARKET.lat + 0.03)
    order = Report("邻居吵架", "dispute", place=far, reporter_phone="13800001111")
    before = elsewhere(sqlite_center_url, order).subject.id
    elsewhere(sqlite_center_url, Step(Deed.REJECT, before, note="已劝解"))
    elsewhere(sqlite_center_url, Step(Deed.REOPEN, before, note="又吵"))
    clock.advance(100 * 24 * 3600)
    console = open_console(sqlite_center_url)
    console.new_report()
    form = console.form
    form.title.setText("路边乱丢垃圾")
    form.reporter_phone.setText("+86 13800001111")
    lines = form.alike.clusters
    until(qtbot, lambda: lines.numbers == [before])
    told = lines.lines[0].said.text()
    assert told.startswith("Same person: 1 within 180 days")
    assert "邻居吵架" in told
    assert "1111" not in told
    now = elsewhere(sqlite_center_url, litter(reporter_phone="13800001111")).subject.id
    form.leave()
    until(qtbot, lambda: now in console.hub.picture.incidents)
    open_first(qtbot, console, now)
    panel = console.incident.same
    until(qtbot, lambda: panel.clusters.numbers == [before])
    press(console.window, "j")
    press(console.window, "o")
    until(qtbot, lambda: console.queue.current == before)
