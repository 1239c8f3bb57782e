"""The command palette by keys: what it finds, what it does after one question, and what not."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain.incident import LEADER_DECIDES_FROM, AssignmentState, State
from console.domain.lifecycle import Deed
from console.domain.orders import ChangeDuty, Dispatch, Step, Verify
from console.domain.palette_index import Kind
from console.domain.people import Duty, Member
from console.domain.pinyin import spelling
from console.views.incident.team_dialog import TeamDialog
from console.views.palette.panel import Palette
from console.widgets.language import Language
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, click, deeds, only_incident, press, said, settle, until, write
from tests.views.reports import litter

RETURN, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def opened(qtbot: QtBot, console: Console) -> Palette:
    """Open the palette by its key, when it knows how all names sound."""
    press(console.window, Qt.Key.Key_K, CTRL)
    palette = console.palette
    assert palette.line.hasFocus()
    until(qtbot, lambda: not palette.feed.busy)
    return palette


def kinds(palette: Palette) -> list[Kind]:
    return [row.line.kind for row in palette.rows.rows if row.line is not None]


def verified(url: str, elsewhere: Elsewhere, title: str = "文宗路乱丢垃圾") -> int:
    number = elsewhere(url, litter(title)).subject.id
    elsewhere(url, Verify(number))
    return number


def fit(console: Console) -> list[Member]:
    """Whom may be sent to litter, the best one first."""
    incident = only_incident(console)
    today = console.hub.picture.day_of(console.clock())
    found = console.hub.picture.propose(incident.id, today).candidates
    return [candidate.member for candidate in found]


def shown_in(qtbot: QtBot, console: Console, state: State) -> None:
    until(qtbot, lambda: only_incident(console).state is state)


def test_a_command_dispatches_a_named_member_after_one_question(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    number = verified(center_url, elsewhere)
    console = open_console(center_url)
    palette = opened(qtbot, console)
    member = fit(console)[2]
    press(console.window, f"pq {number} {member.number}".lower())
    assert palette.rows.rows[0].text.startswith(f"Dispatch {member.name} to {number:04d} ")
    press(console.window, RETURN)
    assert member.name in palette.question.text()
    assert only_incident(console).state is State.VERIFIED
    press(console.window, RETURN)
    shown_in(qtbot, console, State.DISPATCHED)
    assert only_incident(console).assignee == member.id
    assert not palette.isVisible()
    assert console.queue.table.hasFocus()
    assert console.queue.current == number


def initials(console: Console, member: Member) -> str:
    return "".join(syllable[0] for syllable in spelling(member.name).split(";")[1:])


def test_two_members_with_the_same_initials_are_two_lines(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    number = verified(center_url, elsewhere)
    console = open_console(center_url)
    palette = opened(qtbot, console)
    members = console.hub.picture.members.values()
    letters = [initials(console, member) for member in members]
    twice = next(one for one in letters if letters.count(one) > 1)
    meant = {m.id for m in members if initials(console, m) == twice}
    press(console.window, f"pq {number} {twice}")
    lines = [row.line for row in palette.rows.rows if row.line is not None]
    assert meant <= {line.member for line in lines if line.kind is Kind.DEED}
    assert {line.incident for line in lines if line.kind is Kind.DEED} == {number}


def test_what_is_left_out_is_the_selected_incident_and_the_proposed_member(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = verified(sqlite_center_url, elsewhere)
    console = open_console(sqlite_center_url)
    press(console.window, Qt.Key.Key_Down)
    press(console.window, "3")
    chosen = console.incident.doing.ranked[2].member
    palette = opened(qtbot, console)
    press(console.window, "dispatch")
    line = palette.rows.rows[0].line
    assert line is not None
    assert (line.name, line.incident, line.member) == ("dispatch", number, chosen.id)


def test_chinese_words_are_understood_whichever_language_is_spoken(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = verified(sqlite_center_url, elsewhere)
    console = open_console(sqlite_center_url)
    palette = opened(qtbot, console)
    write(console.window, "派遣 文宗")
    line = palette.rows.rows[0].line
    assert line is not None
    assert (line.name, line.incident) == ("dispatch", number)


def test_escape_takes_the_question_back_then_closes_and_nothing_is_done(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = verified(sqlite_center_url, elsewhere)
    console = open_console(sqlite_center_url)
    palette = opened(qtbot, console)
    press(console.window, f"pq {number}")
    press(console.window, RETURN)
    assert palette.asking is not None
    press(console.window, ESCAPE)
    assert palette.asking is None
    assert palette.rows.isVisible()
    press(console.window, ESCAPE)
    assert not palette.isVisible()
    assert console.queue.table.hasFocus()
    settle(qtbot, console)
    assert only_incident(console).state is State.VERIFIED


def test_a_key_held_down_asks_and_does_not_answer_itself(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = verified(sqlite_center_url, elsewhere)
    console = open_console(sqlite_center_url)
    palette = opened(qtbot, console)
    press(console.window, f"pq {number}")
    for repeats in (False, True, True):
        event = QKeyEvent(
            QEvent.Type.KeyPress, RETURN, Qt.KeyboardModifier.NoModifier, "\r", repeats
        )
        QApplication.sendEvent(palette.line, event)
    assert palette.asking is not None
    settle(qtbot, console)
    assert only_incident(console).state is State.VERIFIED


def test_a_question_is_taken_back_when_somebody_changes_the_incident(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    number = verified(center_url, elsewhere)
    console = open_console(center_url)
    palette = opened(qtbot, console)
    press(console.window, f"pq {number}")
    press(console.window, RETURN)
    elsewhere(center_url, Step(Deed.ESCALATE, number, note="超出权限"))
    until(qtbot, lambda: palette.asking is None)
    assert "changed meanwhile" in palette.hint.text()
    assert not palette.rows.rows[0].possible
    press(console.window, RETURN)
    settle(qtbot, console)
    assert only_incident(console).state is State.ESCALATED


def test_what_is_impossible_is_listed_with_its_reason_and_not_done(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = verified(sqlite_center_url, elsewhere)
    console = open_console(sqlite_center_url)
    palette = opened(qtbot, console)
    member = fit(console)[0]
    elsewhere(sqlite_center_url, ChangeDuty(member.id, Duty.BREAK))
    until(qtbot, lambda: console.hub.picture.members[member.id].duty is Duty.BREAK)
    press(console.window, f"pq {number} {member.number}".lower())
    row = palette.rows.rows[0]
    assert (row.possible, row.aside) == (False, "on a break")
    press(console.window, RETURN)
    assert palette.isVisible()
    assert palette.asking is None
    press(console.window, Qt.Key.Key_A, CTRL)
    press(console.window, f"close {number}")
    row = palette.rows.rows[0]
    assert (row.possible, row.aside) == (False, "not now: verified")


def test_a_deed_that_needs_a_reason_asks_for_it_in_the_panel(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = verified(sqlite_center_url, elsewhere)
    console = open_console(sqlite_center_url)
    palette = opened(qtbot, console)
    press(console.window, f"reject {number}")
    press(console.window, RETURN)
    assert not palette.isVisible()
    assert console.incident.deeds.bar.line.hasFocus()
    write(console.window, "不属实")
    press(console.window, RETURN)
    until(qtbot, lambda: not console.hub.picture.incidents)


def test_a_refusal_is_told_as_for_a_button(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    number = verified(center_url, elsewhere)
    console = open_console(center_url)
    opened(qtbot, console)
    press(console.window, f"pq {number}")
    press(console.window, RETURN)
    # What another seat does has not come here yet.
    console.watcher.stop()
    elsewhere(center_url, Step(Deed.ESCALATE, number, note="超出权限"))
    with qtbot.waitSignal(console.desk.deed_failed):
        press(console.window, RETURN)
    until(qtbot, lambda: console.window.messages.messages)
    assert not deeds(console, Deed.DISPATCH)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("roster", Kind.PAGE), ("weights", Kind.ACTION), ("3-02", Kind.GRID), ("城", Kind.SKILL)],
)
def test_screens_tools_grids_and_skills_are_found(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, typed: str, kind: Kind
) -> None:
    console = open_console(sqlite_center_url)
    palette = opened(qtbot, console)
    write(console.window, typed)
    assert kinds(palette)[0] is kind


def test_a_screen_is_gone_to_and_a_grid_narrows_the_queue(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    opened(qtbot, console)
    press(console.window, "shifts")
    press(console.window, RETURN)
    assert console.window.page == "shifts"
    opened(qtbot, console)
    press(console.window, "3-02")
    press(console.window, RETURN)
    assert console.window.page == "desk"
    assert console.queue.filter.text() == "3-02"
    assert console.queue.table.hasFocus()


def test_a_member_is_found_by_initials_and_shown_in_the_roster(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    palette = opened(qtbot, console)
    member = max(console.hub.picture.members.values(), key=lambda one: one.number)
    press(console.window, initials(console, member))
    members = [row.line.member for row in palette.rows.rows if row.line and row.line.member]
    assert member.id in members
    rows = [row.line and row.line.member for row in palette.rows.rows]
    for _ in range(rows.index(member.id)):
        press(console.window, Qt.Key.Key_Down)
    press(console.window, RETURN)
    assert console.window.page == "roster"
    assert console.roster.current is not None
    assert console.roster.current.id == member.id


def test_the_last_commands_are_offered_again_also_after_a_restart(
    qtbot: QtBot,
    open_console: OpenConsole,
    sqlite_center_url: str,
    elsewhere: Elsewhere,
    tmp_path: Path,
) -> None:
    verified(sqlite_center_url, elsewhere)
    settings = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    console = open_console(sqlite_center_url, settings=settings)
    for typed in ("roster", "training"):
        opened(qtbot, console)
        press(console.window, typed)
        press(console.window, RETURN)
    console.window.close()
    console = open_console(sqlite_center_url, workstation="二号席", settings=settings)
    palette = opened(qtbot, console)
    assert [row.again for row in palette.rows.rows[:2]] == ["training", "roster"]
    # What is chosen again stands in the line; it is not done unseen.
    press(console.window, Qt.Key.Key_Down)
    press(console.window, RETURN)
    assert palette.line.text() == "roster"
    press(console.window, RETURN)
    assert console.window.page == "roster"


def test_an_empty_palette_offers_what_can_be_done_with_the_selected_incident(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    verified(sqlite_center_url, elsewhere)
    console = open_console(sqlite_center_url)
    press(console.window, Qt.Key.Key_Down)
    palette = opened(qtbot, console)
    lines = [row.line for row in palette.rows.rows if row.line is not None]
    assert lines[0].name == "dispatch"
    assert all(line.hindrance is None for line in lines)
    assert "close" not in {line.name for line in lines}


def test_a_new_incident_is_found_at_once_and_one_that_ended_no_more(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    console = open_console(center_url)
    palette = opened(qtbot, console)
    number = verified(center_url, elsewhere, "体育馆的灯坏了")
    until(qtbot, lambda: number in console.hub.picture.incidents)
    write(console.window, "体育馆")
    assert kinds(palette) == [Kind.INCIDENT]
    elsewhere(center_url, Step(Deed.REJECT, number, note="不属实"))
    until(qtbot, lambda: not palette.rows.rows)
    assert palette.rows.rows == []


def test_whoever_clicks_elsewhere_has_done_with_it(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    palette = opened(qtbot, console)
    click(console.queue.filter)
    assert not palette.isVisible()
    assert console.queue.filter.hasFocus()


@pytest.mark.parametrize("page", ["desk", "roster", "training", "shifts"])
def test_it_opens_from_every_screen_and_from_a_text_field(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, page: str
) -> None:
    console = open_console(sqlite_center_url)
    console.window.show_page(page)
    console.focus_filter()
    before = QApplication.focusWidget()
    palette = opened(qtbot, console)
    press(console.window, ESCAPE)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is before


def test_it_says_itself_in_the_other_language(
    qtbot: QtBot,
    open_console: OpenConsole,
    sqlite_center_url: str,
    elsewhere: Elsewhere,
    language: Language,
) -> None:
    number = verified(sqlite_center_url, elsewhere)
    console = open_console(sqlite_center_url)
    palette = opened(qtbot, console)
    press(console.window, f"pq {number}")
    language.use("zh")
    until(qtbot, lambda: "派遣" in palette.rows.rows[0].text)
    press(console.window, RETURN)
    assert "派遣" in palette.question.text()


def test_a_team_is_put_together_in_its_own_window(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = verified(sqlite_center_url, elsewhere)
    console = open_console(sqlite_center_url)
    opened(qtbot, console)
    press(console.window, f"dispatch a team {number}")
    press(console.window, RETURN)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TeamDialog)
    dialog.reject()
    assert only_incident(console).state is State.VERIFIED


def test_a_member_is_reserved_by_name(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    number = verified(center_url, elsewhere)
    console = open_console(center_url)
    opened(qtbot, console)
    member = fit(console)[3]
    press(console.window, f"reserve {number} {member.number}".lower())
    press(console.window, RETURN)
    press(console.window, RETURN)
    until(qtbot, lambda: only_incident(console).people)
    (held,) = only_incident(console).people
    assert (held.member, held.state) == (member.id, AssignmentState.RESERVED)


def test_after_many_returns_the_shift_leaders_word_is_asked_for(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = verified(sqlite_center_url, elsewhere)
    console = open_console(sqlite_center_url)
    first = fit(console)[0].id
    for _ in range(LEADER_DECIDES_FROM):
        elsewhere(sqlite_center_url, Dispatch(number, first))
        elsewhere(sqlite_center_url, Step(Deed.RETURN, number, note="不在本网格", by="本人"))
    until(qtbot, lambda: only_incident(console).leader_decides)
    opened(qtbot, console)
    press(console.window, f"pq {number}")
    press(console.window, RETURN)
    assert console.incident.deeds.bar.line.hasFocus()
    assert console.incident.deeds.bar.deed is Deed.DISPATCH
    write(console.window, "值班长王某决定")
    press(console.window, RETURN)
    shown_in(qtbot, console, State.DISPATCHED)


def test_a_deed_while_another_is_in_flight_says_so_and_does_nothing(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = verified(sqlite_center_url, elsewhere)
    console = open_console(sqlite_center_url)
    press(console.window, Qt.Key.Key_Down)
    opened(qtbot, console)
    press(console.window, f"pq {number}")
    press(console.window, RETURN)
    # The first one is done here, but the feed does not bring it.
    console.watcher.stop()
    with qtbot.waitSignal(console.desk.deed_done):
        press(console.window, RETURN)
    press(console.window, Qt.Key.Key_K, CTRL)
    press(console.window, f"pq {number}")
    press(console.window, RETURN)
    press(console.window, RETURN)
    assert any("still on its way" in text for text in said(console))


@pytest.mark.parametrize("tongue", ["en", "zh"])
def test_it_fits_a_small_window_and_its_controls_have_names(
    qtbot: QtBot,
    open_console: OpenConsole,
    sqlite_center_url: str,
    elsewhere: Elsewhere,
    language: Language,
    tongue: str,
) -> None:
    for number in range(20):
        verified(sqlite_center_url, elsewhere, f"<b>文宗路</b> 乱丢垃圾 {number}" * 9)
    console = open_console(sqlite_center_url)
    language.use(tongue)
    console.window.resize(1366, 768)
    palette = opened(qtbot, console)
    write(console.window, "文宗")
    assert palette.line.accessibleName()
    assert palette.rows.accessibleName()
    assert palette.geometry().left() >= 0
    assert palette.geometry().bottom() < console.window.root.height()
    assert any("<b>" in row.text for row in palette.rows.rows)


def test_the_start_does_without_the_palette() -> None:
    look = (
        "import sys, console.wiring;"
        "sys.exit(any('palette' in name for name in sys.modules if 'console' in name))"
    )
    assert subprocess.run([sys.executable, "-c", look], check=False).returncode == 0
