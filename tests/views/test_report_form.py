"""A report by telephone: typed, refused when something is missing, kept until it is stored."""

from contextlib import closing
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.db.engine import Database
from console.db.log import append
from console.db.tables import CategoryRow
from console.domain.category import Priority
from console.domain.events import Subject
from console.domain.incident import Origin, State
from console.domain.lifecycle import Deed
from console.domain.place import LonLat
from console.domain.rights import Actor
from tests.clock import Clock
from tests.views.conftest import OpenConsole
from tests.views.hands import CTRL, click, only_incident, press, sit_at, until, write
from tests.views.reports import MARKET


def test_a_report_is_typed_stored_and_selected(
    qtbot: QtBot, open_console: OpenConsole, center_url: str
) -> None:
    console = open_console(center_url)
    sit_at(qtbot, console)
    form = console.form
    press(console.window, Qt.Key.Key_N, CTRL)
    until(qtbot, form.isVisible)
    assert QApplication.focusWidget() is form.title
    write(console.window, "路边乱丢垃圾")
    form.category.setFocus()
    press(console.window, "Exposed litter")
    form.address.setFocus()
    write(console.window, "文宗路 8 号")
    form.take_place(MARKET)
    assert "sub-grid" in form.place.text()
    form.reporter_name.setText("李四")
    form.reporter_phone.setText("13800001111")
    form.description.setPlainText("三袋，已两天")
    form.priority.setCurrentIndex(form.priority.findData(Priority.HIGH))
    form.origin.setCurrentIndex(form.origin.findData(Origin.RESIDENT))
    press(console.window, Qt.Key.Key_Return, CTRL)

    until(qtbot, lambda: len(console.hub.picture.incidents) == 1)
    incident = only_incident(console)
    assert (incident.title, incident.category, incident.address) == (
        "路边乱丢垃圾",
        "litter",
        "文宗路 8 号",
    )
    assert (incident.priority, incident.origin) == (Priority.HIGH, Origin.RESIDENT)
    assert incident.place == MARKET
    assert incident.grid is not None
    until(qtbot, lambda: console.queue.current == incident.id)
    assert console.page.side.currentWidget() is console.incident
    until(qtbot, lambda: console.incident.description.text() == "三袋，已两天")
    # The next report begins with an empty form.
    console.new_report()
    assert form.title.text() == form.address.text() == form.reporter_phone.text() == ""
    assert form.place.text() == "not chosen"


def test_what_is_missing_is_said_and_nothing_is_sent(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    sit_at(qtbot, console)
    form = console.form
    console.new_report()
    click(form.submit)
    assert form.problem.text() == "Say in a few words what has happened."
    assert QApplication.focusWidget() is form.title
    form.title.setText("噪声")
    form.category.setEditText("no such thing")
    click(form.submit)
    assert form.problem.text() == "Choose a category from the list."
    names = [form.category.itemText(row) for row in range(form.category.count())]
    form.category.setEditText(names[0][:1])
    assert form.category.chosen is None, "several categories have this letter"
    form.category.setEditText(names[0][1:])
    assert form.category.chosen is form.category.itemData(0), "only one is meant"
    form.category.clearEditText()
    assert not console.hub.picture.incidents


def test_escape_keeps_what_was_typed(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    sit_at(qtbot, console)
    console.new_report()
    write(console.window, "一半")
    press(console.window, Qt.Key.Key_Escape)
    assert console.page.side.currentWidget() is console.incident
    console.new_report()
    assert console.form.title.text() == "一半"


def test_a_refused_report_stays_in_the_form(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    form = console.form
    console.new_report()
    form.title.setText("长" * 10_001)
    form.category.setEditText("Exposed litter")
    with qtbot.waitSignal(console.desk.deed_failed):
        form.send()
    until(qtbot, form.submit.isEnabled)
    assert len(form.title.text()) == 10_001
    (message,) = console.window.messages.messages.values()
    assert "10000" in message.label.text()
    assert not console.hub.picture.incidents


def test_one_press_too_many_stores_one_report(
    qtbot: QtBot, open_console: OpenConsole, center_url: str
) -> None:
    console = open_console(center_url)
    form = console.form
    console.new_report()
    form.title.setText("火")
    form.category.setEditText("Exposed litter")
    form.send()
    form.send()
    until(qtbot, lambda: len(console.hub.picture.incidents) == 1)
    until(qtbot, form.submit.isEnabled)
    assert only_incident(console).state is State.REPORTED


def test_a_place_outside_all_grids_is_said(
    open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    console.form.take_place(LonLat(0, 0))
    assert console.form.place.text() == "outside all grids"


def test_letters_in_a_field_stay_letters(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    sit_at(qtbot, console)
    console.new_report()
    press(console.window, "never")
    assert console.form.title.text() == "never"
    console.queue.focus_filter()
    press(console.window, "move")
    assert console.queue.filter.text() == "move"
    assert console.incident.deeds.bar.isHidden()


def test_a_category_imported_meanwhile_can_be_chosen(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, clock: Clock
) -> None:
    console = open_console(sqlite_center_url)
    box = console.form.category
    console.new_report()
    box.setEditText("Fallen tree")
    assert box.chosen is None
    with closing(Database.open(sqlite_center_url)) as database, database.write() as session:
        row = session.get_one(CategoryRow, "litter")
        session.add(
            CategoryRow(
                code="tree",
                name="树木倒伏",
                name_en="Fallen tree",
                skill=row.skill,
                priority=row.priority,
                acknowledge_s=row.acknowledge_s,
                arrive_s=row.arrive_s,
                resolve_s=row.resolve_s,
                check_s=row.check_s,
                icon=row.icon,
            )
        )
        append(
            session,
            at=clock.now(),
            actor=Actor("丙", "三号席"),
            command_id=uuid4(),
            kind=Deed.IMPORT_CATALOGUE,
            subject=Subject("catalogue", 0),
            payload={},
        )
    until(qtbot, lambda: box.chosen is not None)
    assert box.currentText() == "Fallen tree"
