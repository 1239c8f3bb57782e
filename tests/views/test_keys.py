"""The keyboard on the desk: where it is, what each key does, and what it never does."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from console.domain.incident import State
from console.domain.keymap import ACTIONS, Scope
from console.domain.lifecycle import Deed
from console.domain.orders import Dispatch, Step, Verify
from console.live.desk import Desk
from console.views.incident.deeds import KEYED
from console.views.keys.list import KeyList
from console.widgets.labels import deed_label
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, deeds, only_incident, press, said, settle, shown_as, until
from tests.views.reports import litter
from tests.views.seats import one_reported

RETURN = Qt.Key.Key_Return


class Started:
    """Counts the deeds that a desk has been asked for."""

    def __init__(self, desk: Desk) -> None:
        self.count = 0
        desk.deed_started.connect(self._one_more)

    def _one_more(self, _command: object, _order: object) -> None:
        self.count += 1


def hold(widget: QWidget, key: Qt.Key, times: int) -> None:
    """Keep a key down: one press, then the repeats that the system makes of it."""
    for number in range(times):
        event = QKeyEvent(
            QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "\r", number > 0
        )
        QApplication.sendEvent(widget, event)


def strike(widget: QWidget, sign: str) -> None:
    """Press a key that sends a sign, as a Chinese layout does with full-width ones."""
    code = Qt.Key(ord(sign.upper()))
    for action in (QTest.KeyAction.Press, QTest.KeyAction.Release):
        QTest.sendKeyEvent(action, widget, code, sign, Qt.KeyboardModifier.NoModifier)


@pytest.mark.parametrize("sign", ["n", "ｎ", "Ｎ"])
def test_a_key_works_in_the_full_width_form_that_a_chinese_layout_sends(
    open_console: OpenConsole, sqlite_center_url: str, sign: str
) -> None:
    console = open_console(sqlite_center_url)
    strike(console.queue.table, sign)
    assert console.form.isVisible()


@pytest.mark.parametrize("sign", ["/", "、", "／"])
def test_the_filter_is_reached_by_the_sign_of_either_layout(
    open_console: OpenConsole, sqlite_center_url: str, sign: str
) -> None:
    console = open_console(sqlite_center_url)
    strike(console.queue.table, sign)
    assert console.queue.filter.hasFocus()
    # There it is a letter like any other.
    strike(console.queue.filter, sign)
    assert console.queue.filter.text() == sign


def test_the_keys_work_while_the_queue_is_empty(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    assert console.queue.model.rowCount() == 0
    assert console.queue.table.hasFocus()
    press(console.window, "n")
    assert console.form.isVisible()


def test_the_keyboard_stays_in_the_rows_when_the_last_one_goes(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    console = open_console(sqlite_center_url)
    press(console.window, Qt.Key.Key_Down)
    shown_as(qtbot, console, State.REPORTED)
    elsewhere(sqlite_center_url, Step(Deed.REJECT, number, note="不属实"))
    until(qtbot, lambda: console.queue.model.rowCount() == 0)
    assert console.queue.table.hasFocus()
    press(console.window, "n")
    assert console.form.isVisible()


def test_enter_twice_does_one_deed_though_the_feed_has_not_brought_the_first(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = one_reported(qtbot, open_console, sqlite_center_url, elsewhere)
    started = Started(console.desk)
    console.watcher.stop()
    with qtbot.waitSignal(console.desk.deed_done):
        press(console.window, RETURN)
    press(console.window, RETURN)
    assert started.count == 1
    until(qtbot, lambda: not console.incident.deeds.primary.isEnabled())
    assert not said(console)


def test_a_key_that_is_held_down_does_one_deed(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = one_reported(qtbot, open_console, sqlite_center_url, elsewhere)
    started = Started(console.desk)
    hold(console.queue.table, RETURN, 3)
    shown_as(qtbot, console, State.VERIFIED)
    QApplication.sendEvent(
        console.queue.table,
        QKeyEvent(QEvent.Type.KeyPress, RETURN, Qt.KeyboardModifier.NoModifier, "\r", True),
    )
    settle(qtbot, console)
    assert started.count == 1
    assert only_incident(console).state is State.VERIFIED


def test_taking_back_never_takes_back_what_somebody_else_sent(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(center_url, litter()).subject.id
    elsewhere(center_url, Verify(number))
    console = open_console(center_url)
    press(console.window, Qt.Key.Key_Down)
    shown_as(qtbot, console, State.VERIFIED)
    press(console.window, RETURN)
    sent = shown_as(qtbot, console, State.DISPATCHED).assignee
    until(qtbot, console.strip.undo.isVisible)
    # Another seat calls the member back and sends one of its own.
    elsewhere(center_url, Step(Deed.WITHDRAW, number, note="换人"))
    shown_as(qtbot, console, State.VERIFIED)
    assert sent is not None
    elsewhere(center_url, Dispatch(number, sent))
    shown_as(qtbot, console, State.DISPATCHED)
    assert not console.strip.undo.isVisible()
    press(console.window, Qt.Key.Key_Z, CTRL)
    settle(qtbot, console)
    assert only_incident(console).state is State.DISPATCHED
    assert len(deeds(console, Deed.WITHDRAW)) == 1


def test_numbers_beyond_the_candidates_choose_nobody(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    elsewhere(sqlite_center_url, Verify(number))
    console = open_console(sqlite_center_url)
    press(console.window, Qt.Key.Key_Down)
    shown_as(qtbot, console, State.VERIFIED)
    cards = console.incident.candidates
    for rank in range(9):
        press(console.window, str(rank + 1))
        assert cards.choice == rank
        assert cards.cards[rank].isVisible()
        name = cards.cards[rank].name.text().split()[-1]
        assert name in console.incident.deeds.primary.accessibleName()
    press(console.window, "0")
    assert cards.choice == 8


def test_the_queue_keeps_input_methods_out_so_that_letters_are_deeds(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = one_reported(qtbot, open_console, sqlite_center_url, elsewhere)
    enabled = Qt.WidgetAttribute.WA_InputMethodEnabled
    assert not console.queue.table.testAttribute(enabled)
    assert not console.roster.table.testAttribute(enabled)
    assert console.queue.filter.testAttribute(enabled)
    press(console.window, "r")
    assert console.incident.deeds.bar.deed is Deed.REJECT
    assert console.incident.deeds.bar.isVisible()


def test_every_letter_of_a_deed_stays_a_letter_in_the_reason(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = one_reported(qtbot, open_console, sqlite_center_url, elsewhere)
    started = Started(console.desk)
    press(console.window, "r")
    letters = "".join(
        a.keys[0] for a in ACTIONS.values() if a.scope is Scope.DESK and len(a.keys[0]) == 1
    )
    letters = letters.lower() + "123456789? z"
    press(console.window, letters)
    bar = console.incident.deeds.bar
    assert bar.line.text() == letters
    assert bar.deed is Deed.REJECT
    # Undo belongs to the line, too.
    press(console.window, Qt.Key.Key_Z, CTRL)
    assert bar.line.text() != letters
    assert started.count == 0
    assert only_incident(console).state is State.REPORTED


def keys_listed(dialog: KeyList) -> dict[str, str]:
    """What the list says of each key; of one that is used on several screens, all of it."""
    table = dialog.table
    listed: dict[str, str] = {}
    for side in range(0, table.columnCount(), 2):
        for row in range(table.rowCount()):
            key, text = table.item(row, side), table.item(row, side + 1)
            if key is None or text is None:
                continue
            for name in key.text().split(", "):
                listed[name] = f"{listed.get(name, '')}\n{text.text()}".strip()
    return listed


def test_no_key_means_two_things_on_the_desk_and_every_one_is_listed(
    open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    own = Qt.FindChildOption.FindDirectChildrenOnly
    shortcuts = [
        shortcut
        for parent in (console.page, console.window)
        for shortcut in parent.findChildren(QShortcut, options=own)
    ]
    # All forms in which a key may come, the full-width ones too.
    forms = [key.toString() for shortcut in shortcuts for key in set(shortcut.keys())]
    assert len(forms) == len(set(forms))
    dialog = KeyList(console.keymap, console.look, console.window)
    listed = keys_listed(dialog)
    # The nine candidates, the screens and the views stand in the list as one line each.
    told = set(listed) | {f"{held}{n}" for n in range(1, 10) for held in ("", "Ctrl+", "Alt+")}
    assert {shortcut.key().toString() for shortcut in shortcuts} <= told
    assert dialog.height() <= 720
    dialog.close()


@pytest.mark.parametrize("key", ["F1", "?", "？"])
def test_all_keys_of_deeds_are_listed(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, key: str
) -> None:
    console = open_console(sqlite_center_url)
    if key == "F1":
        press(console.window, Qt.Key.Key_F1)
    else:
        strike(console.queue.table, key)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, KeyList)
    until(qtbot, dialog.isActiveWindow)
    listed = keys_listed(dialog)
    for deed in KEYED:
        (key_name,) = ACTIONS[deed.value].keys
        assert deed_label(deed) in listed[key_name]
    assert all(listed.values())
    assert {"Enter", "V", "F9", "F10", "Ctrl+Z", "?", "Ctrl+K"} <= set(listed)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    until(qtbot, lambda: QApplication.activeModalWidget() is None)


def chain(console: Console, start: QWidget, page: QWidget) -> list[QWidget]:
    """Where Tab leads from a widget, until it comes back."""
    start.setFocus()
    found: list[QWidget] = []
    while (here := QApplication.focusWidget()) is not None and here not in found:
        found.append(here)
        assert len(found) < 200
        QTest.keyClick(here, Qt.Key.Key_Tab)
    return found


def reachable(page: QWidget) -> list[QWidget]:
    """What can be seen, is enabled and takes the keyboard by Tab."""
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


@pytest.mark.parametrize("screen", ["desk", "desk with a reason", "form", "roster"])
def test_tab_reaches_every_control(
    qtbot: QtBot,
    open_console: OpenConsole,
    sqlite_center_url: str,
    elsewhere: Elsewhere,
    screen: str,
) -> None:
    number = elsewhere(sqlite_center_url, litter(reporter_name="李四")).subject.id
    elsewhere(sqlite_center_url, Verify(number))
    console = open_console(sqlite_center_url)
    press(console.window, Qt.Key.Key_Down)
    shown_as(qtbot, console, State.VERIFIED)
    start: QWidget = console.queue.table
    if screen == "desk with a reason":
        press(console.window, "r")
        press(console.window, "x")
        start = console.incident.deeds.bar.line
    elif screen == "form":
        press(console.window, "n")
        start = console.form.title
    elif screen == "roster":
        press(console.window, Qt.Key.Key_2, CTRL)
        start = console.roster.table
    reached = chain(console, start, console.window)
    missed = [widget for widget in reachable(console.window) if widget not in reached]
    assert not missed


def test_the_keys_of_the_first_incident_stand_below_the_large_button(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = one_reported(qtbot, open_console, sqlite_center_url, elsewhere)
    deeds = console.incident.deeds
    shown = [button for button in deeds.buttons.values() if button.isVisible()]
    assert len(shown) > 3
    until(
        qtbot,
        lambda: all(button.y() > deeds.primary.geometry().bottom() for button in shown),
    )


@pytest.mark.parametrize("number", [2, 4])
def test_a_screen_that_is_gone_to_by_a_key_is_ready_for_its_own_keys(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, number: int
) -> None:
    console = open_console(sqlite_center_url)
    press(console.window, str(number), CTRL)
    table = {2: console.roster.table, 4: console.shifts.table}[number]
    until(qtbot, table.hasFocus)
    # What had the keyboard when the screen was left has it again.
    press(console.window, Qt.Key.Key_F, CTRL)
    press(console.window, "1", CTRL)
    assert console.queue.table.hasFocus()
    press(console.window, str(number), CTRL)
    text = {2: console.roster.filters.text, 4: console.shifts.filters.text}[number]
    assert text.hasFocus()


@pytest.mark.parametrize("page", ["desk", "roster", "training", "shifts"])
def test_an_input_method_starts_only_where_text_is_typed(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, page: str
) -> None:
    console = open_console(sqlite_center_url)
    console.window.show_page(page)
    typed_in = (QLineEdit, QPlainTextEdit, QAbstractSpinBox)
    tried = []
    for widget in reachable(console.window):
        text = isinstance(widget, QComboBox) and widget.isEditable()
        widget.setFocus()
        if text or isinstance(widget, typed_in) or not widget.hasFocus():
            continue
        tried.append(widget)
        assert not widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled), widget
    assert any(isinstance(widget, QComboBox | QTableView) for widget in tried)
