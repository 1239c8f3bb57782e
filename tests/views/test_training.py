"""The training screen: the catalogue of skills edited by keys, and shown everywhere at once."""

from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.domain.lifecycle import Deed
from console.domain.orders import AddSkill, Certify, ChangeSkill
from console.domain.people import Skill
from console.domain.skills import SkillDraft, draft_of
from console.views.roster.columns import Column as RosterColumn
from console.views.training.skill_model import Column
from console.widgets.language import Language
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, click, deeds, press, said, settle, sit_at, until, write
from tests.widgets.make import near

HEALTH = SkillDraft("健", "健康网格员", "Health", "#f4c542", "medicine", 24, 8)


def open_training(console: Console) -> None:
    press(console.window, Qt.Key.Key_3, CTRL)
    assert console.window.page == "training"
    console.training.focus_rows()


def skill(console: Console, code: str) -> Skill:
    return console.hub.picture.skills[code]


def _knows(console: Console, code: str) -> bool:
    return code in console.hub.picture.skills


def row(console: Console, code: str) -> list[str]:
    model = console.training.skills.model
    at = model.row_of(code)
    assert at is not None
    return [str(model.index(at, column).data()) for column in Column]


def fill_in(console: Console, *texts: str) -> None:
    """Write into one field after the other, as Enter leads on."""
    for text in texts:
        press(console.window, Qt.Key.Key_A, CTRL)
        press(console.window, Qt.Key.Key_Delete)
        write(console.window, text)
        press(console.window, Qt.Key.Key_Return)


def image_of(widget: QWidget, rect: QRect) -> QImage:
    return widget.grab(rect).toImage()


def test_the_ninth_skill_comes_in_by_keys_and_stands_in_roster_and_filter(
    qtbot: QtBot, open_console: OpenConsole, center_url: str
) -> None:
    console = open_console(center_url)
    other = open_console(center_url, "乙", "二号席")
    sit_at(qtbot, console)
    open_training(console)
    press(console.window, "a")
    fill_in(console, "健", "健康网格员", "Health")
    for key in ("y", Qt.Key.Key_Tab, Qt.Key.Key_Tab, "m", Qt.Key.Key_Tab):
        press(console.window, key)
    press(console.window, Qt.Key.Key_A, CTRL)
    press(console.window, "24")
    press(console.window, Qt.Key.Key_Return, CTRL)
    for seat in (console, other):
        until(qtbot, partial(_knows, seat, "health"))
    added = skill(other, "health")
    assert draft_of(added) == HEALTH
    assert added.text_color == "#000000", "white could not be read on yellow"
    until(qtbot, lambda: console.training.side.currentWidget() is console.training.badges)
    assert console.training.skills.current == added
    assert row(console, "health") == ["健", "健康网格员", "Health", "24 months", "0", "0", "0"]
    assert [event.payload["skill_name"] for event in deeds(console, Deed.ADD_SKILL)] == [
        "健康网格员"
    ]

    # Its badge is the ninth in the roster's strip, faint as long as nobody holds it.
    for seat in (console, other):
        sit_at(qtbot, seat)
        press(seat.window, Qt.Key.Key_2, CTRL)
        roster = seat.roster
        texts = [roster.filters.skill.itemText(n) for n in range(roster.filters.skill.count())]
        assert texts[9] == "健  Health"
    member = roster.model.member(0)
    assert member is not None
    before = ninth_badge(other)
    assert near(before, QColor("#f4c542"), 40) == 0
    sit_at(qtbot, console)
    open_training(console)
    certify(qtbot, console, member.number, "health")
    until(qtbot, lambda: near(ninth_badge(other), QColor("#f4c542"), 40) > 60)
    assert near(ninth_badge(other), QColor("#000000"), 60) > 10, "the monogram is written on it"

    # The filter finds who holds it, and nobody else.
    roster.filters.skill.setCurrentIndex(roster.filters.skill.findData("health"))
    assert [roster.model.member(n).id for n in range(roster.model.rowCount())] == [member.id]  # type: ignore[union-attr]


def ninth_badge(console: Console) -> QImage:
    table, model = console.roster.table, console.roster.model
    cell = table.visualRect(model.index(0, RosterColumn.BADGES))
    assert cell.width() >= 16 + 9 * 24 - 4, "the column has room for nine"
    return image_of(table.viewport(), QRect(cell.left() + 8 + 8 * 24, cell.top(), 20, 36))


def certify(qtbot: QtBot, console: Console, number: str, code: str) -> None:
    """Certify a member for the last skill of the catalogue."""
    press(console.window, "/")
    press(console.window, number)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_End):
        press(console.window, key)
    assert console.training.badges.skill.currentData() == code
    press(console.window, Qt.Key.Key_Return, CTRL)
    until(qtbot, lambda: deeds(console, Deed.CERTIFY))


def test_a_doubled_monogram_or_name_is_refused_with_a_clear_word(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    open_training(console)
    click(console.training.skills.add)
    form = console.training.form
    fill_in(console, "消", "健康网格员", "Health")
    click(form.submit)
    assert form.problem.text() == "“消” is already the monogram of Fire. Choose another."
    assert form.monogram.property("invalid")
    assert form.monogram.hasFocus()
    write(console.window, "健")
    form.name.setFocus()
    fill_in(console, "治安员")
    click(form.submit)
    assert "“治安员” is already the name of Security" in form.problem.text()
    assert form.name.hasFocus()
    form.monogram.setFocus()
    fill_in(console, "", "健康网格员")
    click(form.submit)
    assert form.problem.text() == "Something is missing: the monogram. Fill it in."
    fill_in(console, "健康")
    click(form.submit)
    assert "the monogram may have 1 characters" in form.problem.text()
    form.color.setFocus()
    fill_in(console, "red")
    form.monogram.setFocus()
    fill_in(console, "健")
    click(form.submit)
    assert "“red” is not possible for the colour" in form.problem.text()
    settle(qtbot, console)
    assert len(console.hub.picture.skills) == 8
    assert not deeds(console, Deed.ADD_SKILL)
    # Escape puts the form away and keeps what was typed.
    press(console.window, Qt.Key.Key_Escape)
    assert console.training.side.currentWidget() is console.training.badges
    press(console.window, "a")
    assert (form.monogram.text(), form.name.text()) == ("健", "健康网格员")


def test_a_change_shows_at_once_in_every_console(
    qtbot: QtBot, open_console: OpenConsole, center_url: str
) -> None:
    console = open_console(center_url)
    other = open_console(center_url, "乙", "二号席")
    press(other.window, Qt.Key.Key_3, CTRL)
    sit_at(qtbot, console)
    open_training(console)
    console.training.skills.select("fire")
    press(console.window, Qt.Key.Key_Return)
    form = console.training.form
    assert form.caption.text() == "Change Fire"
    assert (form.monogram.text(), form.months.value(), form.place.value()) == ("消", 24, 4)
    fill_in(console, "火")
    form.place.setFocus()
    press(console.window, Qt.Key.Key_A, CTRL)
    press(console.window, "1")
    form.name.setFocus()
    press(console.window, Qt.Key.Key_Return, CTRL)
    until(qtbot, lambda: skill(other, "fire").monogram == "火")
    assert [s.code for s in other.hub.picture.skills.values()][:2] == ["fire", "general"]
    assert row(other, "fire")[0] == "火"
    assert other.roster.filters.skill.itemText(1) == "火  Fire"
    assert other.training.badges.skill.itemText(0) == "火  Fire"


def test_who_is_overtaken_keeps_what_was_typed_and_may_store_over_it(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = open_console(sqlite_center_url)
    open_training(console)
    console.training.skills.select("fire")
    press(console.window, "e")
    draft = draft_of(skill(console, "fire"))
    elsewhere(sqlite_center_url, ChangeSkill("fire", draft))
    elsewhere(
        sqlite_center_url,
        ChangeSkill("fire", SkillDraft("消", "消防员", "Fire", "#c14e44", "fire", 36, 3)),
    )
    until(qtbot, lambda: skill(console, "fire").name == "消防员")
    form = console.training.form
    fill_in(console, "火")
    press(console.window, Qt.Key.Key_Return, CTRL)
    until(qtbot, lambda: "丙 (三号席) was first" in form.problem.text())
    assert form.monogram.text() == "火"
    assert skill(console, "fire").name == "消防员"
    press(console.window, Qt.Key.Key_Return, CTRL)
    until(qtbot, lambda: skill(console, "fire").monogram == "火")


def test_a_skill_in_use_stays_and_the_message_says_who_needs_it(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    elsewhere(sqlite_center_url, AddSkill(HEALTH))
    console = open_console(sqlite_center_url)
    open_training(console)
    panel = console.training.skills
    panel.select("fire")
    press(console.window, Qt.Key.Key_Delete)
    assert panel.remove.text() == "Del  Really remove Fire?"
    press(console.window, Qt.Key.Key_Down)
    assert panel.remove.text() == "Del  Remove", "another row is not meant"
    panel.select("fire")
    press(console.window, Qt.Key.Key_Delete)
    press(console.window, Qt.Key.Key_Delete)
    until(qtbot, lambda: said(console))
    having = sum(m.badge("fire") is not None for m in console.hub.picture.members.values())
    assert said(console) == [
        f"Remove a skill: Fire is in use: categories that need it: 4, members with its badge:"
        f" {having}, courses: 0. Give the categories another skill and revoke the badges first;"
        " a course keeps its skill."
    ]
    panel.select("health")
    click(panel.remove)
    click(panel.remove)
    until(qtbot, lambda: "health" not in console.hub.picture.skills)
    assert panel.model.row_of("health") is None
    assert console.roster.filters.skill.findData("health") == -1


def test_the_table_counts_who_is_certified_who_learns_and_what_needs_it(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = open_console(sqlite_center_url)
    open_training(console)
    model = console.training.skills.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    held, learning, needed = (int(text) for text in row(console, "fire")[4:])
    picture = console.hub.picture
    assert needed == sum(c.skill == "fire" for c in picture.categories.values()) > 0
    new = next(m for m in picture.members.values() if m.badge("fire") is None)
    elsewhere(sqlite_center_url, Certify(new.id, "fire"))
    until(qtbot, lambda: int(row(console, "fire")[4]) == held + 1)
    assert int(row(console, "fire")[5]) == learning


def test_the_screen_is_said_in_chinese_too(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, language: Language
) -> None:
    console = open_console(sqlite_center_url)
    open_training(console)
    press(console.window, "a")
    fill_in(console, "消", "健康")
    click(console.training.form.submit)
    press(console.window, Qt.Key.Key_F9)
    form = console.training.form
    until(qtbot, lambda: form.caption.text() == "新增技能")
    assert form.problem.text() == "“消”已经是兼职消防员的单字。请换一个。"
    assert row(console, "fire")[3] == "24 个月"
    assert console.window.rail.button(2).text() == "培训"
    form.months.setValue(0)
    assert form.months.text() == "长期有效"
