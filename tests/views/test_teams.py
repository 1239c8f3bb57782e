"""Teams at the desk: one key proposes, one Enter sends, and each member is moved on alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain.incident import AssignmentState, State
from console.domain.lifecycle import Deed
from console.domain.orders import Dispatch, MemberStep, Revoke, Train, Verify
from console.views.incident.team_dialog import TeamDialog
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import deeds, press, settle, shown_as, sit_at, until, write
from tests.views.reports import litter

pytestmark = pytest.mark.both_databases

A = AssignmentState
RETURN = Qt.Key.Key_Return


def opened(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, url: str
) -> tuple[Console, int]:
    number = elsewhere(url, litter()).subject.id
    elsewhere(url, Verify(number))
    console = open_console(url)
    sit_at(qtbot, console)
    console.queue.select(number)
    shown_as(qtbot, console, State.VERIFIED)
    console.queue.focus_rows()
    return console, number


def asked(qtbot: QtBot, console: Console) -> TeamDialog:
    press(console.window, "g")
    until(qtbot, lambda: isinstance(QApplication.activeModalWidget(), TeamDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TeamDialog)
    return dialog


def stand(console: Console, number: int) -> list[AssignmentState]:
    return [one.state for one in console.hub.picture.incidents[number].people]


def test_g_and_enter_send_three_and_each_goes_on_alone(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str
) -> None:
    console, number = opened(qtbot, open_console, elsewhere, center_url)
    dialog = asked(qtbot, console)
    best = console.incident.doing.ranked[0].member.id
    assert [box.property("place") for box in dialog.boxes] == ["grid_member", "medic", "auxiliary"]
    assert dialog.boxes[0].currentData() == best, "the same order as for one member"
    assert dialog.focusWidget() is dialog.send
    QTest.keyClick(dialog.send, RETURN)
    shown_as(qtbot, console, State.DISPATCHED)
    sit_at(qtbot, console)
    people = console.incident.people
    assert people.shown == 3
    assert console.hub.picture.incidents[number].assignee == best
    for one in console.hub.picture.incidents[number].people:
        assert [i.id for i in console.hub.picture.running(one.member)] == [number]
    press(console.window, "y")
    press(console.window, Qt.Key.Key_Tab)
    press(console.window, Qt.Key.Key_Down)
    press(console.window, Qt.Key.Key_Down)
    press(console.window, Qt.Key.Key_Down)
    assert people.lines[2].onward.hasFocus()
    press(console.window, Qt.Key.Key_Up)
    assert people.lines[1].onward.hasFocus()
    press(console.window, RETURN)
    until(qtbot, lambda: stand(console, number) == [A.DISPATCHED, A.ACKNOWLEDGED, A.DISPATCHED])
    assert console.hub.picture.incidents[number].state is State.DISPATCHED
    settle(qtbot, console)
    press(console.window, Qt.Key.Key_Down)
    press(console.window, Qt.Key.Key_Delete)
    until(qtbot, lambda: stand(console, number) == [A.DISPATCHED, A.ACKNOWLEDGED])
    assert people.shown == 2


def test_one_more_member_is_sent_to_what_runs(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, sqlite_center_url: str
) -> None:
    console, number = opened(qtbot, open_console, elsewhere, sqlite_center_url)
    press(console.window, RETURN)
    shown_as(qtbot, console, State.DISPATCHED)
    assert console.incident.people.isHidden()
    dialog = asked(qtbot, console)
    dialog.team.setCurrentIndex(dialog.team.count() - 1)
    [box] = dialog.boxes
    further = box.currentData()
    QTest.keyClick(dialog.send, RETURN)
    until(qtbot, lambda: stand(console, number) == [A.DISPATCHED, A.DISPATCHED])
    incident = console.hub.picture.incidents[number]
    assert further in incident.on_it
    assert further != incident.assignee


def test_h_holds_the_chosen_one_and_enter_calls(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, sqlite_center_url: str
) -> None:
    console, number = opened(qtbot, open_console, elsewhere, sqlite_center_url)
    press(console.window, "2")
    chosen = console.incident.doing.ranked[1].member.id
    press(console.window, "h")
    until(qtbot, lambda: stand(console, number) == [A.RESERVED])
    settle(qtbot, console)
    incident = console.hub.picture.incidents[number]
    assert (incident.state, incident.assignee) == (State.VERIFIED, None)
    assert [event.kind for event in console.hub.picture.events][-1] is Deed.RESERVE
    press(console.window, "y")
    press(console.window, RETURN)
    until(qtbot, lambda: stand(console, number) == [A.DISPATCHED])
    assert console.hub.picture.incidents[number].assignee == chosen


def test_escape_sends_nobody(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, sqlite_center_url: str
) -> None:
    console, number = opened(qtbot, open_console, elsewhere, sqlite_center_url)
    dialog = asked(qtbot, console)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle(qtbot, console)
    assert stand(console, number) == []


def test_w_and_t_end_one_members_part_for_a_reason(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str
) -> None:
    console, number = opened(qtbot, open_console, elsewhere, center_url)
    QTest.keyClick(asked(qtbot, console).send, RETURN)
    shown_as(qtbot, console, State.DISPATCHED)
    sit_at(qtbot, console)
    settle(qtbot, console)
    picture, bar = console.hub.picture, console.incident.deeds.bar
    first, second, third = (one.member for one in picture.incidents[number].people)
    press(console.window, "y")
    press(console.window, Qt.Key.Key_Tab)
    press(console.window, Qt.Key.Key_Tab)
    assert console.incident.people.lines[1].onward.hasFocus()
    press(console.window, "w")
    assert picture.members[second].name in bar.caption.text()
    assert bar.line.text() == "", "the key is no letter of the reason"
    write(console.window, "换人")
    press(console.window, RETURN)
    until(qtbot, lambda: stand(console, number) == [A.DISPATCHED, A.DISPATCHED])
    settle(qtbot, console)
    assert bar.isHidden()
    assert picture.incidents[number].assignee == first
    press(console.window, "y")
    press(console.window, Qt.Key.Key_Tab)
    press(console.window, Qt.Key.Key_Tab)
    press(console.window, "t")
    assert picture.members[third].name in bar.caption.text()
    write(console.window, "不归我们管")
    press(console.window, RETURN)
    write(console.window, "城管中队")
    press(console.window, RETURN)
    until(qtbot, lambda: stand(console, number) == [A.DISPATCHED])
    [withdrawn] = deeds(console, Deed.WITHDRAW)
    [returned] = deeds(console, Deed.RETURN)
    assert (withdrawn.payload["member"], withdrawn.payload["note"]) == (second, "换人")
    assert (returned.payload["member"], returned.payload["department"]) == (third, "城管中队")
    assert picture.incidents[number].state is State.DISPATCHED


def test_who_is_on_scene_cannot_return_it(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, sqlite_center_url: str
) -> None:
    console, number = opened(qtbot, open_console, elsewhere, sqlite_center_url)
    QTest.keyClick(asked(qtbot, console).send, RETURN)
    shown_as(qtbot, console, State.DISPATCHED)
    leader = console.hub.picture.incidents[number].assignee or 0
    for deed in (Deed.ACKNOWLEDGE, Deed.SET_OUT, Deed.ARRIVE):
        elsewhere(sqlite_center_url, MemberStep(deed, number, leader))
    shown_as(qtbot, console, State.ON_SCENE)
    sit_at(qtbot, console)
    press(console.window, "y")
    assert console.incident.people.lines[0].onward.hasFocus()
    press(console.window, "t")
    assert console.incident.deeds.bar.isHidden()
    press(console.window, "w")
    assert console.incident.deeds.bar.isVisible()


def test_a_trainee_is_offered_with_their_mentor_only(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, sqlite_center_url: str
) -> None:
    console, number = opened(qtbot, open_console, elsewhere, sqlite_center_url)
    mentor, trainee, other = (one.member for one in console.incident.doing.ranked[:3])
    elsewhere(sqlite_center_url, Revoke(trainee.id, "urban", "重新培训"))
    elsewhere(sqlite_center_url, Train(trainee.id, "urban", mentor.id))
    elsewhere(sqlite_center_url, Dispatch(number, other.id))
    shown_as(qtbot, console, State.DISPATCHED)
    settle(qtbot, console)

    def further() -> TeamDialog:
        dialog = asked(qtbot, console)
        dialog.team.setCurrentIndex(dialog.team.count() - 1)
        return dialog

    dialog = further()
    assert dialog.boxes[0].findData(trainee.id) == -1, "the mentor is not there"
    dialog.boxes[0].setCurrentIndex(dialog.boxes[0].findData(mentor.id))
    QTest.keyClick(dialog.send, RETURN)
    until(qtbot, lambda: mentor.id in console.hub.picture.incidents[number].on_it)
    settle(qtbot, console)
    sit_at(qtbot, console)
    dialog = further()
    place = dialog.boxes[0].findData(trainee.id)
    assert place == dialog.boxes[0].count() - 1, "behind all who are certified"
    text = dialog.boxes[0].itemText(place)
    assert f"in training, goes with {mentor.name}" in text
    dialog.boxes[0].setCurrentIndex(place)
    QTest.keyClick(dialog.send, RETURN)
    until(qtbot, lambda: trainee.id in console.hub.picture.incidents[number].on_it)
    assert console.hub.picture.incidents[number].assignee == other.id
    lines = [line.said.text() for line in console.incident.people.lines]
    told = f"in training with {mentor.name}"
    assert [told in line for line in lines] == [False, False, True]
