"""The report form by keyboard alone: Escape and Ctrl+Enter work from every field of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.domain.lifecycle import Deed
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, deeds, press, settle, until, write
from tests.views.reports import litter


def choose_category(console: Console, letters: str) -> None:
    """Type into the category and take what the list offers first."""
    form = console.form
    form.category.setFocus()
    press(console.window, letters)
    completer = form.category.completer()
    assert completer is not None
    offered = completer.popup()
    assert offered is not None
    assert offered.isVisible()
    QTest.keyClick(offered, Qt.Key.Key_Down)
    QTest.keyClick(offered, Qt.Key.Key_Return)


def fill(console: Console) -> None:
    console.form.title.setFocus()
    write(console.window, "文宗路乱丢垃圾")
    choose_category(console, "exposed")


def test_the_new_report_is_selected_even_if_the_filter_hides_it(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    elsewhere(sqlite_center_url, litter("宝屯路井盖破损"))
    console = open_console(sqlite_center_url)
    press(console.window, "/")
    write(console.window, "井盖")
    press(console.window, Qt.Key.Key_Return)
    assert console.queue.model.rowCount() == 1
    press(console.window, Qt.Key.Key_N, CTRL)
    fill(console)
    press(console.window, Qt.Key.Key_Return, CTRL)
    until(qtbot, lambda: console.queue.model.rowCount() == 2)
    shown = console.incident.incident
    assert shown is not None
    assert shown.title == "文宗路乱丢垃圾"
    assert console.queue.current == shown.id


def fields(console: Console) -> dict[str, QWidget]:
    form = console.form
    return {
        "title": form.title,
        "category": form.category,
        "address": form.address,
        "name": form.reporter_name,
        "phone": form.reporter_phone,
        "more": form.description,
        "priority": form.priority,
        "origin": form.origin,
        "submit": form.submit,
    }


@pytest.mark.parametrize(
    "name",
    ["title", "category", "address", "name", "phone", "more", "priority", "origin", "submit"],
)
def test_escape_puts_the_form_away_from_every_field_and_keeps_the_draft(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, name: str
) -> None:
    console = open_console(sqlite_center_url)
    desk, form = console.window, console.form
    press(desk, "n")
    fill(console)
    form.description.setFocus()
    write(desk, "一堆纸箱")
    fields(console)[name].setFocus()

    press(desk, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert console.incident.isVisible()
    assert console.queue.table.hasFocus()

    press(desk, "n")
    assert form.title.text() == "文宗路乱丢垃圾"
    assert form.category.currentText() == "Exposed litter"
    assert form.description.toPlainText() == "一堆纸箱"


@pytest.mark.parametrize("name", ["title", "category", "address", "phone", "more", "submit"])
def test_control_enter_takes_the_report_from_every_field(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, name: str
) -> None:
    console = open_console(sqlite_center_url)
    press(console.window, "n")
    fill(console)
    fields(console)[name].setFocus()
    press(console.window, Qt.Key.Key_Return, CTRL)
    press(console.window, Qt.Key.Key_Return, CTRL)
    until(qtbot, lambda: console.queue.current is not None)
    settle(qtbot, console)
    assert len(deeds(console, Deed.REPORT)) == 1


def test_tab_goes_through_the_fields_as_they_stand_below_each_other(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    press(console.window, Qt.Key.Key_N, CTRL)
    form = console.form
    until(qtbot, form.title.hasFocus)
    tops: list[int] = []
    while form.isAncestorOf(focused := console.window.focusWidget()) and (
        focused is not form.title or not tops
    ):
        tops.append(focused.mapTo(form, focused.rect().topLeft()).y())
        press(console.window, Qt.Key.Key_Tab)
    assert len(tops) > len(fields(console))
    assert tops == sorted(tops)


def test_whoever_comes_back_to_a_half_typed_title_goes_on_at_its_end(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    press(console.window, Qt.Key.Key_N, CTRL)
    write(console.window, "文宗路")
    press(console.window, Qt.Key.Key_Escape)
    press(console.window, Qt.Key.Key_N, CTRL)
    write(console.window, "垃圾")
    assert console.form.title.text() == "文宗路垃圾"
