"""Mentions at the desk: proposed while a note is typed, highlighted, told to whoever is meant."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain.lifecycle import Deed
from console.domain.mentions import Mention, Whom, mentioned
from console.domain.orders import Comment
from console.views.mentions import MentionList
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import SHIFT, deeds, press, said, settle, until, write
from tests.views.reports import litter

RETURN = Qt.Key.Key_Return
ME = Mention(Whom.OPERATOR, "甲")


def begin_note(qtbot: QtBot, console: Console, number: int) -> None:
    """Select an incident and open the line for a note."""
    console.queue.select(number)
    until(qtbot, lambda: console.incident.case is not None)
    console.queue.focus_rows()
    press(console.window, "c")
    until(qtbot, console.incident.deeds.bar.isVisible)
    # Who works here is known when the names can be found by their sound.
    until(qtbot, lambda: console.incident.texts.mentions._answered_once)


def names(console: Console) -> list[str]:
    """The names that are proposed."""
    popup = console.incident.texts.mentions.popup
    model = popup.model()
    rows = range(model.rowCount()) if popup.isVisible() else ()
    return [str(model.index(row, 0).data()).partition("  ·  ")[0] for row in rows]


def test_an_operator_and_a_member_are_mentioned_by_a_few_letters(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(center_url, litter()).subject.id
    console = open_console(center_url)
    begin_note(qtbot, console, number)
    line = console.incident.deeds.bar.line
    write(line, "请@丙")
    until(qtbot, lambda: "丙" in names(console))
    # A list that is open has the keyboard of the whole screen.
    QTest.keyClick(console.incident.texts.mentions.popup, RETURN)
    assert line.text() == "请@丙 "
    assert console.incident.deeds.bar.isVisible(), "Enter took the name and did not send the note"
    member = next(m for m in console.hub.picture.members.values() if m.number == "BT-044")
    press(line, "@bt-044")
    until(qtbot, lambda: names(console) == [member.name])
    QTest.keyClick(console.incident.texts.mentions.popup, RETURN)
    write(line, "<b>去看</b>")
    press(line, RETURN)
    until(qtbot, lambda: deeds(console, Deed.COMMENT))
    [event] = deeds(console, Deed.COMMENT)
    assert event.payload["note"] == f"请@丙 @{member.name} <b>去看</b>"
    assert mentioned(event.payload) == (
        Mention(Whom.OPERATOR, "丙"),
        Mention(Whom.MEMBER, member.name, member.id),
    )
    told = f"@{member.name} <b>去看</b>"
    until(qtbot, lambda: told in console.incident.timeline.texts[0])
    _, label = console.incident.timeline._lines[0]
    marked = [label.text()[begin:end] for begin, end in label.marks]
    assert marked == ["@丙", f"@{member.name}"]
    assert not label._boxes()[0].isEmpty()


def test_letters_without_a_name_are_a_note_like_any_other(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(center_url, litter()).subject.id
    console = open_console(center_url)
    begin_note(qtbot, console, number)
    line = console.incident.deeds.bar.line
    press(line, "@")
    until(qtbot, lambda: len(names(console)) > 1)
    press(line, "zzzz")
    assert names(console) == []
    press(line, RETURN)
    until(qtbot, lambda: deeds(console, Deed.COMMENT))
    assert "mentions" not in deeds(console, Deed.COMMENT)[0].payload


@pytest.mark.both_databases
def test_who_is_mentioned_is_told_opens_it_by_a_key_and_has_read_it_then(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    first = elsewhere(center_url, litter("一")).subject.id
    second = elsewhere(center_url, litter("二")).subject.id
    elsewhere(center_url, Comment(first, "@甲 请联系<i>上报人</i>", (ME,)))
    console = open_console(center_url)
    # Written while nobody sat here: it is told at the start.
    until(qtbot, lambda: "丙 mentions you on 0001: @甲 请联系<i>上报人</i>" in said(console))
    assert console.mentions.button.isVisible()
    assert "1" in console.mentions.button.text()
    console.queue.select(second)
    elsewhere(center_url, Comment(second, "@甲 又一个", (ME,)))
    until(qtbot, lambda: deeds(console, Deed.READ_MENTIONS))
    assert [event.subject.id for event in deeds(console, Deed.READ_MENTIONS)] == [second]
    until(qtbot, lambda: len(console.mentions.unread) == 1)
    console.queue.focus_rows()
    press(console.window, "c", SHIFT)
    shown = console.incident.incident
    assert shown is not None
    assert shown.id == first
    until(qtbot, lambda: not console.mentions.unread)
    assert not console.mentions.button.isVisible()
    until(qtbot, lambda: "has read the note" in console.incident.timeline.texts[0])
    press(console.window, "c", SHIFT)
    assert "No note that mentions you" in said(console)[-1]
    settle(qtbot, console)


def test_several_are_listed_and_one_is_chosen(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    numbers = [elsewhere(center_url, litter(title)).subject.id for title in "一二三"]
    for number in numbers[1:]:
        elsewhere(center_url, Comment(number, "@甲 看", (ME,)))
    console = open_console(center_url)
    until(qtbot, lambda: any("2 notes mention you" in text for text in said(console)))
    press(console.window, "c", SHIFT)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MentionList)
    until(qtbot, dialog.isActiveWindow)
    cell = dialog.table.item(1, 0)
    assert cell is not None
    assert cell.text() == f"{numbers[1]:04d}"
    press(dialog, Qt.Key.Key_Down)
    press(dialog, RETURN)
    shown = console.incident.incident
    assert shown is not None
    assert shown.id == numbers[1]
    console.window.activateWindow()
    until(qtbot, lambda: [one.incident for one in console.mentions.unread] == [numbers[2]])
    settle(qtbot, console)
