"""Badges earned on the training screen: certified, learned with a mentor, revoked, renewed."""

from datetime import date

from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from console.domain.lifecycle import Deed
from console.domain.orders import Certify, ChangeDuty, Revoke, Train
from console.domain.people import BadgeLevel, Duty, Member
from console.views.training.badge_form import DEEDS, BadgeForm
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, click, deeds, press, settle, until, write

TODAY = date(2026, 3, 2)


def seat(open_console: OpenConsole, url: str) -> tuple[Console, BadgeForm]:
    console = open_console(url)
    press(console.window, Qt.Key.Key_3, CTRL)
    return console, console.training.badges


def without(console: Console, skill: str = "fire") -> Member:
    return next(m for m in console.hub.picture.members.values() if m.badge(skill) is None)


def master(console: Console, skill: str = "fire", place: int = 0) -> Member:
    return [m for m in console.hub.picture.members.values() if m.holds(skill, TODAY)][place]


def search(console: Console, text: str) -> None:
    press(console.window, "f", CTRL)
    press(console.window, Qt.Key.Key_A, CTRL)
    write(console.window, text)


def choose(console: Console, member: Member, skill: str, deed: Deed) -> None:
    form = console.training.badges
    search(console, member.number)
    press(console.window, Qt.Key.Key_Return)
    assert form.member.member == member.id
    form.skill.setCurrentIndex(form.skill.findData(skill))
    form.deed.setCurrentIndex(DEEDS.index(deed))


def test_a_member_is_found_by_any_part_of_name_or_number(
    open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console, form = seat(open_console, sqlite_center_url)
    member = console.hub.picture.members[7]
    search(console, member.name)
    assert member.number in form.member.matches.item(0).text()
    press(console.window, Qt.Key.Key_Return)
    assert form.member.member == member.id
    assert form.member.line.text() == f"{member.number}  {member.name}"
    assert not form.member.matches.isVisible()
    search(console, "bt-01")
    found = [form.member.matches.item(n).text()[:6] for n in range(form.member.matches.count())]
    assert found == [f"BT-01{n}" for n in range(6)]
    assert form.member.member is None, "nobody is meant while the text says something else"
    press(console.window, Qt.Key.Key_Down)
    press(console.window, Qt.Key.Key_Down)
    press(console.window, Qt.Key.Key_Return)
    assert form.member.line.text().startswith("BT-011")
    search(console, "nobody")
    assert not form.member.matches.isVisible()
    press(console.window, Qt.Key.Key_Return, CTRL)
    assert form.problem.text().startswith("Choose a member")


def test_the_last_day_is_proposed_by_the_validity_and_the_badge_tells_who_certified(
    qtbot: QtBot, open_console: OpenConsole, center_url: str
) -> None:
    console, form = seat(open_console, center_url)
    member = without(console)
    choose(console, member, "fire", Deed.CERTIFY)
    assert form.standing.text() == "Not held."
    fields = form.fields
    assert fields.until.date() == QDate(2028, 3, 2), "24 months after today"
    fields.on.setDate(QDate(2026, 2, 28))
    assert fields.until.date() == QDate(2028, 2, 28)
    fields.by.setFocus()
    write(console.window, "厚街镇")
    press(console.window, Qt.Key.Key_Return, CTRL)
    until(qtbot, lambda: console.hub.picture.members[member.id].badge("fire"))
    until(qtbot, form.submit.isEnabled)
    assert form.standing.text() == ("Held until 2028-02-28. Certified by 厚街镇 on 2026-02-28.")
    [event] = deeds(console, Deed.CERTIFY)
    assert event.payload["valid_until"] == "2028-02-28"
    # A skill without an end proposes none.
    form.skill.setCurrentIndex(form.skill.findData("urban"))
    assert fields.endless.isChecked()
    assert not fields.until.isEnabled()


def test_a_trainee_gets_a_mentor_who_holds_the_skill(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console, form = seat(open_console, sqlite_center_url)
    member = without(console)
    choose(console, member, "fire", Deed.TRAIN)
    box = form.fields.mentor
    offered = {box.itemData(n) for n in range(1, box.count())}
    assert offered == {
        m.id for m in console.hub.picture.members.values() if m.holds("fire", TODAY)
    }
    click(form.submit)
    assert form.problem.text() == "Choose a mentor: somebody who holds the skill."
    assert box.hasFocus()
    press(console.window, Qt.Key.Key_Down)
    mentor = console.hub.picture.members[box.currentData()]
    press(console.window, Qt.Key.Key_Return, CTRL)
    until(qtbot, lambda: deeds(console, Deed.TRAIN))
    settle(qtbot, console)
    badge = console.hub.picture.members[member.id].badge("fire")
    assert badge is not None
    assert (badge.level, badge.mentor) == (BadgeLevel.TRAINING, mentor.id)
    assert form.standing.text() == f"In training with {mentor.name}."
    # Certified at once afterwards, by the same seat: it is not overtaken by itself.
    form.deed.setCurrentIndex(0)
    press(console.window, Qt.Key.Key_Return, CTRL)
    until(qtbot, lambda: deeds(console, Deed.CERTIFY))
    settle(qtbot, console)
    assert f"Learned with {mentor.name}." in form.standing.text()


def test_what_others_did_to_the_mentor_is_refused_by_name(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console, form = seat(open_console, sqlite_center_url)
    member, mentor = without(console), master(console)
    choose(console, member, "fire", Deed.TRAIN)
    box = form.fields.mentor
    box.setCurrentIndex(box.findData(mentor.id))
    console.watcher.stop()  # The line is slow: this console does not yet know.
    elsewhere(sqlite_center_url, Revoke(mentor.id, "fire", "多次违规"))
    click(form.submit)
    until(qtbot, form.problem.text)
    assert form.problem.text() == (
        f"{mentor.name} is not certified for Fire. Choose a mentor who is."
    )
    assert form.submit.isEnabled()


def test_a_badge_is_revoked_only_with_a_reason(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console, form = seat(open_console, sqlite_center_url)
    member = master(console)
    choose(console, member, "fire", Deed.REVOKE)
    click(form.submit)
    assert form.problem.text() == "Say for which reason the badge is revoked."
    write(console.window, "多次违规")
    click(form.submit)
    until(qtbot, lambda: console.hub.picture.members[member.id].badge("fire") is None)
    until(qtbot, lambda: form.standing.text() == "Not held.")
    assert form.fields.reason.text() == ""
    assert deeds(console, Deed.REVOKE)[0].payload["note"] == "多次违规"


def test_a_trainee_whose_mentor_lost_the_skill_is_told_so(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console, form = seat(open_console, sqlite_center_url)
    member, mentor = without(console), master(console)
    elsewhere(sqlite_center_url, Train(member.id, "fire", mentor.id))
    elsewhere(sqlite_center_url, Revoke(mentor.id, "fire", "多次违规"))
    choose(console, member, "fire", Deed.TRAIN)
    wanted = f"In training with {mentor.name}, who no longer holds the skill."
    until(qtbot, lambda: form.standing.text() == wanted)


def test_what_ends_within_thirty_days_is_listed_and_renewed_by_enter(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console, form = seat(open_console, sqlite_center_url)
    member = without(console)
    ending = console.training.ending
    before = ending.table.rowCount()
    elsewhere(sqlite_center_url, Certify(member.id, "fire", TODAY))
    until(qtbot, lambda: ending.table.rowCount() == before + 1)
    texts = [ending.table.item(0, column).text() for column in range(5)]  # type: ignore[union-attr]
    assert texts == [member.number, member.name, "Fire", TODAY.isoformat(), "0"]
    assert (
        ending.title() == console.training.tabs[0].text() == f"Ends within 30 days: {before + 1}"
    )
    ending.table.setFocus()
    ending.table.selectRow(0)
    press(console.window, Qt.Key.Key_Return)
    assert form.member.member == member.id
    assert form.skill.currentData() == "fire"
    assert form.standing.text().startswith(f"Held until {TODAY.isoformat()}.")
    press(console.window, Qt.Key.Key_Return, CTRL)
    until(qtbot, lambda: ending.table.rowCount() == before)
    badge = console.hub.picture.members[member.id].badge("fire")
    assert badge is not None
    assert badge.valid_until == date(2028, 3, 2)


def test_a_member_changed_elsewhere_is_not_certified_unseen(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console, form = seat(open_console, sqlite_center_url)
    member = without(console)
    choose(console, member, "fire", Deed.CERTIFY)
    console.watcher.stop()
    elsewhere(sqlite_center_url, ChangeDuty(member.id, Duty.BREAK))
    click(form.submit)
    until(qtbot, lambda: "丙 (三号席) was first" in form.problem.text())
    assert form.fields.until.date() == QDate(2028, 3, 2), "what was chosen is still there"
