"""Every control of the newer screens and windows has a name that a screen reader can say."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractSpinBox, QWidget
from pytestqt.qtbot import QtBot

from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import Dispatch, Verify
from console.domain.roster_list import ListPreview
from console.views.cards import CardList
from console.views.incident.printing import SlipDialog
from console.views.incident.team_dialog import open_team
from console.views.keys.list import KeyList
from console.views.propose_all import open_proposal
from console.views.roster.list_dialog import ListDialog
from console.views.rules.weights import open_weights
from console.widgets.language import Language
from console.wiring import Console
from tests.clock import Clock
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import press, shown_as, until
from tests.views.reports import litter


def nameless(page: QWidget) -> list[str]:
    """What can be seen and takes the keyboard, and would be read out as nothing."""
    return [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in (page, *page.findChildren(QWidget))
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not isinstance(widget.parent(), QAbstractSpinBox)
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]


def waiting(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, url: str
) -> tuple[Console, int]:
    number = elsewhere(url, litter()).subject.id
    elsewhere(url, Verify(number))
    console = open_console(url)
    console.queue.select(number)
    shown_as(qtbot, console, State.VERIFIED)
    return console, number


OPENERS: dict[str, Callable[[Console, int, Clock], QWidget]] = {
    "team": lambda c, n, t: open_team(
        c.hub.picture.incidents[n],
        c.hub.picture,
        c.desk,
        c.hub.picture.day_of(t.now()),
        c.window,
    ),
    "all": lambda c, _n, t: open_proposal(
        c.hub.picture, c.desk, c.hub.picture.day_of(t.now()), c.window
    ),
    "weights": lambda c, _n, _t: open_weights(c.hub, c.desk, c.window),
    "cards": lambda c, _n, t: CardList(c.hub, c.look, t.now, c.window),
    "slip": lambda c, n, t: SlipDialog(
        c.hub.picture.incidents[n], c.hub.picture, t.now(), c.window
    ),
    "list": lambda c, _n, _t: ListDialog(
        c.hub.picture, c.desk, ListPreview(Path("a.xlsx"), "", (), 0, (), (), 0), c.window
    ),
    "keys": lambda c, _n, _t: KeyList(c.keymap, c.look, c.window),
}


@pytest.mark.parametrize("window", sorted(OPENERS))
@pytest.mark.parametrize("tongue", ["en", "zh"])
def test_every_control_of_a_window_has_a_name_and_escape_closes_it(
    qtbot: QtBot,
    open_console: OpenConsole,
    elsewhere: Elsewhere,
    sqlite_center_url: str,
    clock: Clock,
    language: Language,
    window: str,
    tongue: str,
) -> None:
    console, number = waiting(qtbot, open_console, elsewhere, sqlite_center_url)
    language.use(tongue)
    dialog = OPENERS[window](console, number, clock)
    gone: list[int] = []
    dialog.finished.connect(gone.append)  # type: ignore[attr-defined]
    dialog.open()  # type: ignore[attr-defined]
    until(qtbot, dialog.isVisible)
    assert nameless(dialog) == []
    assert dialog.windowTitle()
    screen = dialog.size()
    assert screen.width() <= 1366
    assert screen.height() <= 730
    until(qtbot, dialog.isActiveWindow)
    press(dialog, Qt.Key.Key_Escape)
    assert gone == [0]
    assert console.hub.picture.incidents[number].state is State.VERIFIED


@pytest.mark.parametrize("tongue", ["en", "zh"])
def test_every_control_of_the_shifts_and_of_a_team_has_a_name(
    qtbot: QtBot,
    open_console: OpenConsole,
    elsewhere: Elsewhere,
    sqlite_center_url: str,
    language: Language,
    tongue: str,
) -> None:
    console, _ = waiting(qtbot, open_console, elsewhere, sqlite_center_url)
    language.use(tongue)
    press(console.window, "h")
    until(qtbot, lambda: console.incident.people.shown == 1)
    assert nameless(console.incident) == []
    console.window.show_page("shifts")
    console.shifts.focus_rows()
    member, day = console.shifts.current, console.shifts.day
    assert member is not None
    assert day is not None
    for opened in (console.shifts.form.open_leave, console.shifts.form.open_swap):
        opened(member, day)
        assert nameless(console.shifts) == []
    console.window.show_page("roster")
    assert nameless(console.roster) == []


def test_the_key_of_a_team_stands_below_the_large_button_while_one_can_be_sent(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, sqlite_center_url: str
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    console = open_console(sqlite_center_url)
    console.queue.select(number)
    shown_as(qtbot, console, State.REPORTED)
    button = console.incident.deeds.buttons[Deed.DISPATCH_TEAM]
    assert button.isHidden()
    elsewhere(sqlite_center_url, Verify(number))
    shown_as(qtbot, console, State.VERIFIED)
    until(qtbot, button.isVisible)
    best = console.hub.picture.propose(number, console.roster.model.today).candidates[0].member
    elsewhere(sqlite_center_url, Dispatch(number, best.id))
    shown_as(qtbot, console, State.DISPATCHED)
    assert button.isVisible()
    assert not console.incident.candidates.reserve.isVisible()
