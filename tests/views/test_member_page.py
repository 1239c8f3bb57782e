"""The page of the selected member: what it says, how one gets in and out, and where it leads."""

import re
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from console.domain.lifecycle import Deed
from console.domain.orders import ChangeDuty, Dispatch, Step, Verify
from console.domain.people import Duty, Member
from console.views.roster.columns import Column
from console.views.roster.page import MemberPage
from console.widgets.language import Language
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, click, deeds, press, said, until
from tests.views.reports import litter


def sent_one(url: str, console: Console, elsewhere: Elsewhere, title: str = "垃圾") -> Member:
    """Have the best member sent to a new incident; returns them as they then are."""
    number = elsewhere(url, litter(title=title)).subject.id
    elsewhere(url, Verify(number))
    picture = console.hub.picture
    best = max(picture.members.values(), key=lambda m: (m.duty is Duty.ON_DUTY, -m.id))
    elsewhere(url, Dispatch(number, best.id))
    return best


def opened(console: Console, member: Member) -> MemberPage:
    press(console.window, Qt.Key.Key_2, CTRL)
    console.roster.select(member.id)
    console.roster.focus_rows()
    return console.roster.page


def words(page: MemberPage) -> dict[str, str]:
    return {fact: label.text() for fact, label in page.facts.items()}


def says(page: MemberPage, word: str, duty: str) -> bool:
    return word in page.running.buttons[0].line and words(page)["duty"] == duty


@pytest.fixture
def console(open_console: OpenConsole, sqlite_center_url: str) -> Console:
    return open_console(sqlite_center_url)


def test_it_shows_whoever_is_selected(console: Console) -> None:
    press(console.window, Qt.Key.Key_2, CTRL)
    console.roster.focus_rows()
    page = console.roster.page
    assert page.name.text() == "罗伟康"
    press(console.window, Qt.Key.Key_Down)
    assert page.name.text() == "何念慈"
    assert page.number.text() == "BT-002"
    facts = words(page)
    assert facts["duty"] in {"on duty", "off duty", "on a break"}
    assert facts["base"].startswith("1 ")
    assert facts["sub"].startswith("1-01 ")
    assert facts["load"] == "nothing"
    assert page.badges.text().count("\n") + 1 == len(console.hub.picture.members[2].badges)
    console.roster.filters.text.setText("nobody like that")
    assert page.member is None
    assert not page.name.isVisible()


def test_the_telephone_is_masked(console: Console) -> None:
    member = console.hub.picture.members[7]
    page = opened(console, member)
    assert page.telephone.text.text() == "100******07"
    row = console.roster.model.row_of(member.id)
    shown = console.roster.model.index(row or 0, Column.PHONE).data()
    assert shown == "100******07"


def test_the_telephone_shows_once_the_look_is_written_down(qtbot: QtBot, console: Console) -> None:
    member = console.hub.picture.members[7]
    telephone = opened(console, member).telephone
    press(console.window, "c")
    assert telephone.reason.hasFocus()
    press(console.window, Qt.Key.Key_Return)
    press(console.window, "no answer by radio")
    assert telephone.text.text() == "100******07"
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: telephone.text.text() == member.phone)
    until(qtbot, lambda: deeds(console, Deed.LOOK))
    [look] = deeds(console, Deed.LOOK)
    assert (look.subject.kind, look.subject.id) == ("member", 7)
    assert look.payload["note"] == "no answer by radio"
    # Back in the rows: the next member's number is masked, and so is this one's afterwards.
    press(console.window, Qt.Key.Key_Down)
    assert "*" in telephone.text.text()
    press(console.window, Qt.Key.Key_Up)
    assert telephone.text.text() == "100******07"
    press(console.window, "c")
    press(console.window, Qt.Key.Key_Escape)
    assert not telephone.reason.isVisible()
    assert len(deeds(console, Deed.LOOK)) == 1


def test_a_look_at_a_member_shows_no_incidents_contact(
    qtbot: QtBot, console: Console, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    order = litter(reporter_name="李四", reporter_phone="13800001111")
    number = elsewhere(sqlite_center_url, order).subject.id
    until(qtbot, lambda: number in console.hub.picture.incidents)
    console.queue.select(number)
    contact = console.incident.contact
    until(qtbot, lambda: contact.text.text() == "李*  138******11")
    telephone = opened(console, console.hub.picture.members[number]).telephone
    press(console.window, "c")
    press(console.window, "radio")
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: "*" not in telephone.text.text())
    assert contact.text.text() == "李*  138******11"


def test_each_badge_is_told_with_its_last_day(console: Console) -> None:
    ending = next(
        (m, b) for m in console.hub.picture.members.values() for b in m.badges if b.valid_until
    )
    page = opened(console, ending[0])
    assert str(ending[1].valid_until) in page.badges.text()


def test_enter_goes_into_it_and_escape_back_to_the_rows(console: Console) -> None:
    page = opened(console, console.hub.picture.members[3])
    press(console.window, Qt.Key.Key_Return)
    assert page.hasFocus()
    press(console.window, "f")
    assert not said(console)
    press(console.window, Qt.Key.Key_Escape)
    assert console.roster.table.hasFocus()
    assert console.roster.current == console.hub.picture.members[3]


@pytest.mark.parametrize("by_key", [True, False])
def test_an_assignment_leads_to_its_incident_on_the_desk(
    qtbot: QtBot,
    console: Console,
    sqlite_center_url: str,
    elsewhere: Elsewhere,
    by_key: bool,
) -> None:
    member = sent_one(sqlite_center_url, console, elsewhere, "<b>文宗路</b> & 垃圾")
    page = opened(console, member)
    until(qtbot, lambda: page.running.buttons)
    (button,) = page.running.buttons
    assert button.line == "0001  dispatched  <b>文宗路</b> & 垃圾"
    until(qtbot, lambda: button.text() == "0001  dispatched  <b>文宗路</b> && 垃圾")
    assert not page.running.others.isVisible()
    if by_key:
        press(console.window, Qt.Key.Key_Return)
        assert button.hasFocus()
        press(console.window, Qt.Key.Key_Return)
    else:
        click(button)
    assert console.window.page == "desk"
    assert console.queue.current == 1
    assert console.queue.table.hasFocus()


def test_it_follows_what_happens_elsewhere_and_keeps_the_keyboard(
    qtbot: QtBot, console: Console, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    member = sent_one(sqlite_center_url, console, elsewhere)
    page = opened(console, member)
    until(qtbot, lambda: page.running.buttons)
    press(console.window, Qt.Key.Key_Return)
    for deed, word, duty in (
        (Deed.ACKNOWLEDGE, "accepted", "on duty"),
        (Deed.SET_OUT, "en route", "on the way"),
        (Deed.ARRIVE, "on scene", "at the scene"),
    ):
        elsewhere(sqlite_center_url, Step(deed, 1))
        until(qtbot, partial(says, page, word, duty))
        assert page.running.buttons[0].hasFocus()
    elsewhere(sqlite_center_url, Step(Deed.RESOLVE, 1))
    until(qtbot, lambda: not page.running.buttons)
    assert words(page)["load"] == "nothing"
    assert page.running.others.text() == "none"


def test_it_follows_another_duty_and_the_language(
    qtbot: QtBot,
    console: Console,
    sqlite_center_url: str,
    elsewhere: Elsewhere,
    language: Language,
) -> None:
    member = next(m for m in console.hub.picture.members.values() if m.duty is Duty.ON_DUTY)
    page = opened(console, member)
    elsewhere(sqlite_center_url, ChangeDuty(member.id, Duty.BREAK))
    until(qtbot, lambda: words(page)["duty"] == "on a break")
    language.use("zh")
    until(qtbot, lambda: words(page)["duty"] == "休息")
    until(qtbot, lambda: words(page)["load"] == "无")
    labels = [label.text() for label in page.findChildren(QLabel)]
    until(qtbot, lambda: console.roster.form_button.text() == "K  卡片")
    tip = console.roster.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    said_in_words = " ".join([*labels, page.strip.accessibleName(), re.sub(r"</?span>", "", tip)])
    assert set(re.findall(r"[A-Za-z]{2,}", said_in_words)) <= {"BT"}


def test_keys_on_an_incident_that_ends_do_not_press_another_one(
    qtbot: QtBot, console: Console, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    member = sent_one(sqlite_center_url, console, elsewhere)
    other = elsewhere(sqlite_center_url, litter("另一件")).subject.id
    elsewhere(sqlite_center_url, Verify(other))
    elsewhere(sqlite_center_url, Dispatch(other, member.id))
    page = opened(console, member)
    until(qtbot, lambda: len(page.running.buttons) == 2)
    press(console.window, Qt.Key.Key_Return)
    assert page.running.buttons[0].hasFocus()
    elsewhere(sqlite_center_url, Step(Deed.WITHDRAW, 1, note="误派"))
    until(qtbot, lambda: len(page.running.buttons) == 1)
    assert page.hasFocus()
    press(console.window, Qt.Key.Key_Return)
    assert console.window.page == "roster"
    press(console.window, Qt.Key.Key_Tab)
    assert page.running.buttons[0].hasFocus()
    press(console.window, Qt.Key.Key_Return)
    assert console.queue.current == other


def test_the_history_tells_how_assignments_ended(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    console = open_console(center_url)
    member = sent_one(center_url, console, elsewhere, "路灯不亮")
    other = next(m for m in console.hub.picture.members.values() if m.id != member.id)
    history = opened(console, member).history
    until(qtbot, lambda: history.text.text() == "nothing yet")
    number = max(console.hub.picture.incidents)
    elsewhere(center_url, Step(Deed.WITHDRAW, number, note="误报"))
    until(qtbot, lambda: "路灯不亮" in history.text.text())
    assert history.text.text().endswith(f"{number:04d}  路灯不亮  withdrawn")
    console.roster.select(other.id)
    assert history.text.text() == "", "never what was read of the member before"
    until(qtbot, lambda: history.text.text() == "nothing yet")


def test_who_belongs_to_no_grid_is_shown_whole_and_not_with_anothers_facts(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    members = console.hub.picture.members.values()
    first = next(one for one in members if one.grid)
    page = opened(console, first)
    without = next(one for one in members if not one.grid)
    console.roster.select(without.id)
    until(qtbot, lambda: page.member == without)
    assert page.facts["base"].text() == without.home
    assert page.facts["sub"].text() == "belongs to no grid"
    assert page.badges.text().count("\n") + 1 == len(without.badges)
