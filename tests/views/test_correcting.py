"""Corrections at the desk: F2 puts right, and the old words stay, struck through."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain.lifecycle import Deed
from console.domain.orders import Comment, Correct
from console.views.incident.correct_dialog import CorrectDialog
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, deeds, only_incident, press, until, write
from tests.views.reports import litter

RETURN = Qt.Key.Key_Return


def correcting(qtbot: QtBot, console: Console, number: int) -> CorrectDialog:
    """The window that F2 opens."""
    console.queue.select(number)
    until(qtbot, lambda: console.incident._case is not None)
    console.queue.focus_rows()
    press(console.window, Qt.Key.Key_F2)
    [dialog] = shown()
    dialog.activateWindow()
    until(qtbot, dialog.isActiveWindow)
    return dialog


def shown() -> list[CorrectDialog]:
    """The windows for corrections that are open."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, CorrectDialog)]
    return [window for window in found if window.isVisible()]


def struck(console: Console) -> list[str]:
    """The lines of the timeline that are struck through."""
    lines = console.incident.timeline._lines
    return [what.text() for _, what in lines if what.font().strikeOut() and what.isVisible()]


def test_a_title_and_a_note_are_put_right_and_the_old_words_stay(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str
) -> None:
    number = elsewhere(center_url, litter()).subject.id
    elsewhere(center_url, Comment(number, "门牌18号"))
    console = open_console(center_url)
    dialog = correcting(qtbot, console, number)
    before = only_incident(console).title
    dialog.title.selectAll()
    write(dialog.title, "文华路乱丢垃圾")
    [(_, line)] = dialog.notes
    assert line.text() == "门牌18号"
    line.setFocus()
    line.selectAll()
    write(line, "门牌81号")
    press(dialog, RETURN, CTRL)
    until(qtbot, lambda: not shown())
    until(qtbot, lambda: only_incident(console).title == "文华路乱丢垃圾")
    until(qtbot, lambda: any("门牌81号" in text for text in console.incident.timeline.texts))
    assert [text for text in struck(console) if "门牌18号" in text]
    assert not [text for text in struck(console) if "门牌81号" in text]
    [corrected] = [t for t in console.incident.timeline.texts if "corrected it" in t]
    assert f"{before} → 文华路乱丢垃圾" in corrected


def test_who_was_slower_is_told_and_loses_no_word(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str
) -> None:
    number = elsewhere(center_url, litter()).subject.id
    console = open_console(center_url)
    dialog = correcting(qtbot, console, number)
    elsewhere(center_url, Correct(number, address="文宗路2号"))
    dialog.title.selectAll()
    write(dialog.title, "文华路乱丢垃圾")
    press(dialog, RETURN, CTRL)
    until(qtbot, dialog.said.isVisible)
    assert "丙" in dialog.said.text()
    assert dialog.title.text() == "文华路乱丢垃圾"
    assert not any("title" in e.payload["changes"] for e in deeds(console, Deed.CORRECT))  # type: ignore[operator]
    # Whoever has been told may insist.
    press(dialog, RETURN, CTRL)
    until(qtbot, lambda: only_incident(console).title == "文华路乱丢垃圾")
    assert only_incident(console).address == "文宗路2号"


def test_nothing_is_stored_if_nothing_is_different(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str
) -> None:
    number = elsewhere(center_url, litter()).subject.id
    console = open_console(center_url)
    dialog = correcting(qtbot, console, number)
    press(dialog, RETURN, CTRL)
    until(qtbot, lambda: not shown())
    assert not deeds(console, Deed.CORRECT)
