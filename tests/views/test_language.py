"""The language and the theme are switched while the program runs; nothing is left behind."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import Comment, Dispatch, Step, Verify
from console.views.roster.columns import Column
from console.views.training.skill_model import Column as Shown
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.english import has_english
from tests.views.hands import CTRL, click, only_incident, press, shown_as, until
from tests.views.reports import litter
from tests.views.seats import one_reported


def spoken(widget: QWidget) -> Iterator[str]:
    """Every text that a widget shows or says."""
    yield widget.toolTip()
    yield widget.accessibleName()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(n) for n in range(widget.count()))


def switch(qtbot: QtBot, console: Console) -> None:
    """Press F9 and wait until the window has heard of it."""
    before = console.top_bar.report.text()
    press(console.window, Qt.Key.Key_F9)
    until(qtbot, lambda: console.top_bar.report.text() != before)


def english(console: Console) -> set[str]:
    """The texts of the window in which English words are left."""
    window = console.window
    texts = {text for widget in (window, *window.findChildren(QWidget)) for text in spoken(widget)}
    model = console.roster.model
    texts |= {str(model.headerData(column, Qt.Orientation.Horizontal)) for column in Column}
    texts |= {str(model.index(row, Column.DUTY).data()) for row in range(model.rowCount())}
    texts |= {
        str(console.queue.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(console.queue.model.rowCount())
    }
    skills = console.training.skills.model
    for column in (Shown.BADGE, Shown.VALIDITY, Shown.HELD):
        texts.add(str(skills.headerData(column, Qt.Orientation.Horizontal)))
        texts |= {str(skills.index(row, column).data()) for row in range(skills.rowCount())}
    training = console.training
    for table in (training.ending.table, training.courses.table, training.course.attendance.table):
        heads = (table.horizontalHeaderItem(column) for column in range(table.columnCount()))
        texts |= {head.text() for head in heads if head is not None}
    texts.add(window.windowTitle())
    return {text for text in texts if has_english(text)}


def test_no_english_is_left_after_the_switch_and_no_chinese_after_the_way_back(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    order = litter("文宗路垃圾", description="三袋", reporter_name="李四")
    elsewhere(sqlite_center_url, order)
    console = open_console(sqlite_center_url)
    desk = console.window
    press(desk, Qt.Key.Key_Down)
    shown_as(qtbot, console, State.REPORTED)
    until(qtbot, lambda: console.incident.timeline.texts)
    # What begins late speaks, too.
    until(qtbot, lambda: console.after_start.has_begun)
    # A line is open, a complaint stands in the form, a message lies over the window.
    press(desk, "r")
    press(desk, Qt.Key.Key_N, CTRL)
    press(desk, Qt.Key.Key_Return, CTRL)
    assert console.form.problem.text()
    before = english(console)
    assert len(before) > 60, "nearly all of it is English before"

    switch(qtbot, console)
    assert english(console) == set()
    switch(qtbot, console)
    assert english(console) == before


@pytest.mark.parametrize(
    "state", [State.VERIFIED, State.DISPATCHED, State.RESOLVED, State.SUSPENDED, State.ESCALATED]
)
def test_every_stage_of_an_incident_speaks_chinese(
    qtbot: QtBot,
    open_console: OpenConsole,
    sqlite_center_url: str,
    elsewhere: Elsewhere,
    state: State,
) -> None:
    number = elsewhere(sqlite_center_url, litter("文宗路垃圾")).subject.id
    elsewhere(sqlite_center_url, Comment(number, "三袋"))
    console = open_console(sqlite_center_url)
    switch(qtbot, console)
    elsewhere(sqlite_center_url, Verify(number))
    if state is State.SUSPENDED:
        elsewhere(sqlite_center_url, Step(Deed.SUSPEND, number, note="等材料", consent="值班长"))
    elif state is State.ESCALATED:
        elsewhere(sqlite_center_url, Step(Deed.ESCALATE, number, note="超出权限"))
    elif state is not State.VERIFIED:
        until(qtbot, lambda: console.hub.picture.incidents)
        best = console.hub.picture.propose(number, console.roster.model.today).candidates[0].member
        elsewhere(sqlite_center_url, Dispatch(number, best.id))
        if state is State.RESOLVED:
            for deed in (Deed.ACKNOWLEDGE, Deed.SET_OUT, Deed.ARRIVE, Deed.RESOLVE):
                elsewhere(sqlite_center_url, Step(deed, number))
    press(console.window, Qt.Key.Key_Down)
    shown_as(qtbot, console, state)
    until(qtbot, lambda: console.incident.timeline.texts)
    assert english(console) == set()


def test_what_was_typed_outlives_the_switch(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    form = console.form
    press(console.window, "n")
    press(console.window, "litter")
    form.category.setCurrentText("Exposed litter")
    form.priority.setCurrentIndex(2)
    form.origin.setCurrentIndex(1)
    switch(qtbot, console)
    assert form.title.text() == "litter"
    assert form.category.currentText() == "乱丢垃圾"
    assert (form.priority.currentIndex(), form.origin.currentIndex()) == (2, 1)
    form.category.setEditText("half a na")
    switch(qtbot, console)
    assert form.category.currentText() == "half a na"


def test_the_button_of_the_other_language_bears_its_own_name(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    assert console.top_bar.language.text() == "中文"
    switch(qtbot, console)
    assert console.top_bar.language.text() == "English"


def at_rest(qtbot: QtBot, console: Console) -> QImage:
    """The window's picture, once its layout moves no more."""
    seen = [console.window.grab().toImage()]

    def still() -> bool:
        seen.append(console.window.grab().toImage())
        # The event loop runs between one look and the next.
        return len(seen) > 3 and seen[-1] == seen[-2] == seen[-3]

    until(qtbot, still)
    return seen[-1]


def test_the_theme_is_switched_at_once_and_the_selection_stays(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = one_reported(qtbot, open_console, sqlite_center_url, elsewhere)
    incident = only_incident(console)
    dark = at_rest(qtbot, console)
    press(console.window, Qt.Key.Key_F10)
    light = at_rest(qtbot, console)
    # Every part of the screen is another shade: top bar, queue, panel, strip.
    for x, y in ((300, 5), (200, 600), (1800, 700), (1500, 1070)):
        assert light.pixelColor(x, y).lightness() > dark.pixelColor(x, y).lightness() + 60, (x, y)
    assert console.queue.current == incident.id
    assert console.queue.table.hasFocus()
    press(console.window, Qt.Key.Key_F10)
    contrast = at_rest(qtbot, console)
    assert contrast.pixelColor(200, 600) == console.look.theme.color("panel")
    press(console.window, Qt.Key.Key_F10)
    assert at_rest(qtbot, console) == dark


def test_every_control_has_a_name_for_a_screen_reader_in_both_languages(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    elsewhere(sqlite_center_url, litter(reporter_name="李四"))
    console = open_console(sqlite_center_url)
    press(console.window, Qt.Key.Key_Down)
    shown_as(qtbot, console, State.REPORTED)
    press(console.window, "r")
    for _ in range(2):
        nameless = [
            widget
            for widget in console.window.findChildren(QWidget)
            if widget.isVisible()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.focusProxy() is None
            and widget.window() is console.window
            and not _name(widget)
        ]
        assert not nameless
        switch(qtbot, console)
    assert QApplication.focusWidget() is console.incident.deeds.bar.line


def test_every_control_of_the_training_screen_has_a_name(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    training = console.training
    press(console.window, Qt.Key.Key_3, CTRL)
    for side, pages in ((training.badges, 3), (training.form, 1), (training.course, 2)):
        training.side.setCurrentWidget(side)
        for page in range(pages):
            training.badges.deed.setCurrentIndex(page)
            click(training.tabs[page % 2])
            for _ in range(2):
                nameless = [
                    type(widget).__name__
                    for widget in training.findChildren(QWidget)
                    if widget.isVisible()
                    and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
                    and widget.focusProxy() is None
                    and not isinstance(widget.parent(), QAbstractSpinBox)
                    and not _name(widget)
                ]
                assert nameless == []
                switch(qtbot, console)


def _name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
