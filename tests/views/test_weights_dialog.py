"""The weights on the screen: opened by key or click, tried, saved, and refused."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.domain.lifecycle import Deed
from console.domain.orders import ChangeWeights, Dispatch, Step, Verify
from console.domain.weights import NAMES, Weights
from console.views.rules.weights import WeightsDialog
from console.widgets.labels_weights import weight_words
from console.wiring import Console
from tests.clock import Clock
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import click, deeds, press, settle, until
from tests.views.reports import litter


def shown(qtbot: QtBot) -> WeightsDialog:
    until(qtbot, lambda: isinstance(QApplication.activeModalWidget(), WeightsDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, WeightsDialog)
    return dialog


def opened(qtbot: QtBot, console: Console) -> WeightsDialog:
    press(console.window, Qt.Key.Key_F8)
    return shown(qtbot)


def cell(dialog: WeightsDialog, column: int) -> str:
    item = dialog.table.item(0, column)
    assert item is not None
    return item.text()


def put(dialog: WeightsDialog, name: str, value: str) -> QWidget:
    """Type a value over the one that stands there."""
    editor = dialog.editors[name]
    editor.selectAll()
    QTest.keyClicks(editor, value)
    return editor


def busy_best(url: str, elsewhere: Elsewhere, console: Console, qtbot: QtBot, clock: Clock) -> int:
    """Dispatch the best member twice, the second time while they are still bound."""
    numbers = [elsewhere(url, litter(f"第 {n} 件")).subject.id for n in (1, 2)]
    for number in numbers:
        elsewhere(url, Verify(number))
    picture = console.hub.picture
    until(qtbot, lambda: all(number in picture.incidents for number in numbers))
    best = picture.propose(numbers[0], console.roster.model.today).candidates[0].member.id
    for number in numbers:
        clock.advance(60)
        elsewhere(url, Dispatch(number, best))
    return best


def test_a_preview_names_who_went_and_who_would_go_and_changes_nothing(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere, clock: Clock
) -> None:
    console = open_console(center_url)
    number = busy_best(center_url, elsewhere, console, qtbot, clock)
    best = console.hub.picture.members[number]
    settle(qtbot, console)
    dialog = opened(qtbot, console)
    assert set(dialog.editors) == NAMES
    assert not dialog.preview.isEnabled(), "nothing is different yet"
    assert not dialog.save.isEnabled()
    editor = put(dialog, "running", "0")
    assert "holds: 20" in dialog.states["running"].text()
    put(dialog, "fairness", "0")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    until(qtbot, dialog.table.rowCount)
    assert dialog.said.text() == "1 of the last 2 dispatches would have gone to others."
    incident, went, now, then = (cell(dialog, n) for n in range(4))
    assert "第 2 件" in incident
    assert (went, then) == (best.name, best.name)
    assert now != best.name
    put(dialog, "running", "1")
    assert dialog.table.rowCount() == 0, "a preview of other values does not stay"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle(qtbot, console)
    assert not deeds(console, Deed.CHANGE_WEIGHTS)
    assert console.hub.picture.weights == Weights()


def test_ctrl_enter_saves_what_was_changed_and_nothing_else(
    qtbot: QtBot, open_console: OpenConsole, center_url: str
) -> None:
    console = open_console(center_url)
    click(console.weights_button)
    dialog = shown(qtbot)
    editor = put(dialog, "urgent", "3.5")
    with qtbot.waitSignal(dialog.saved):
        QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, lambda: console.hub.picture.weights == Weights(urgent=3.5))
    until(qtbot, lambda: deeds(console, Deed.CHANGE_WEIGHTS))
    (event,) = deeds(console, Deed.CHANGE_WEIGHTS)
    assert event.payload["weights"] == {"urgent": 3.5}


def test_what_another_seat_saves_is_seen_and_what_is_typed_stays(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = open_console(sqlite_center_url)
    dialog = opened(qtbot, console)
    put(dialog, "running", "5")
    elsewhere(sqlite_center_url, ChangeWeights((("cover", 0.7), ("running", 9.0))))
    until(qtbot, lambda: dialog.editors["cover"].value() == 0.7)
    assert dialog.editors["running"].value() == 5.0
    assert "holds: 9" in dialog.states["running"].text()
    assert dialog.changes == {"running": 5.0}
    click(dialog.defaults)
    assert dialog.changes == {"running": 20.0, "cover": 0.3}


def test_a_preview_that_fails_says_why_and_can_be_asked_for_again(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = open_console(sqlite_center_url)
    number = elsewhere(sqlite_center_url, litter()).subject.id
    elsewhere(sqlite_center_url, Step(Deed.ESCALATE, number, note="上报"))
    dialog = opened(qtbot, console)
    put(dialog, "running", "5")
    # Below what makes sense: the editor would not let it pass, the rule does not either.
    dialog.editors["urgent"].setMinimum(0.0)
    put(dialog, "urgent", "0.5")
    click(dialog.preview)
    until(qtbot, lambda: "0.5" in dialog.said.text())
    assert dialog.preview.isEnabled()
    put(dialog, "urgent", "2")
    click(dialog.preview)
    until(qtbot, lambda: "0 of the last 0" in dialog.said.text())


def test_a_value_finer_than_its_editor_is_not_rounded_by_saving_another(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    elsewhere(sqlite_center_url, ChangeWeights((("cover", 0.125), ("most_running", 2.5))))
    console = open_console(sqlite_center_url)
    dialog = opened(qtbot, console)
    assert dialog.changes == {}
    put(dialog, "running", "5")
    assert dialog.changes == {"running": 5.0}


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_weight_is_told_in_words(name: str) -> None:
    words = weight_words(name)
    assert words.name
    assert words.meaning
    assert words.unit
