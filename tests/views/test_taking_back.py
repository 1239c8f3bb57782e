"""Taking a dispatch back calls off nobody whom somebody else has sent meanwhile."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.domain.incident import State
from console.domain.orders import AddMember, Verify
from console.domain.people import Duty
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, only_incident, press, settle, shown_as, until
from tests.views.reports import litter

pytestmark = pytest.mark.both_databases


def test_a_further_member_is_not_called_off_with_ones_own_dispatch(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    elsewhere(sqlite_center_url, Verify(number))
    console = open_console(sqlite_center_url)
    press(console.window, Qt.Key.Key_Down)
    shown_as(qtbot, console, State.VERIFIED)
    press(console.window, Qt.Key.Key_Return)
    sent = shown_as(qtbot, console, State.DISPATCHED).assignee
    until(qtbot, console.strip.undo.isVisible)
    skill = console.hub.picture.categories["litter"].skill
    today = console.hub.picture.day_of(console.hub.picture.events[-1].at)
    further = next(
        member.id
        for member in console.hub.picture.members.values()
        if member.id != sent and member.duty is Duty.ON_DUTY and member.holds(skill, today)
    )
    elsewhere(sqlite_center_url, AddMember(number, further))
    until(qtbot, lambda: len(only_incident(console).on_it) == 2)
    assert not console.strip.undo.isVisible()
    press(console.window, Qt.Key.Key_Z, CTRL)
    settle(qtbot, console)
    assert only_incident(console).on_it == {sent, further}
