"""Texts that could do harm are shown as the texts that they are, everywhere in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from console.domain.orders import ChangeDuty, Comment
from console.domain.people import Duty
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import said, until
from tests.views.reports import litter

HOSTILE = [
    "<img src=x onerror=alert(1)><b>火</b>",
    "🔥🚒 火情 🔥",
    "\u202egnirts desrever \u2066 和中文",
    "第一行\n第二行\r\n第三行",
    "长" * 10_000,
    "&lt;不是标签&gt; & 与号",
]


@pytest.mark.parametrize(
    "text", HOSTILE, ids=["html", "emoji", "rtl", "lines", "long", "ampersand"]
)
def test_a_hostile_report_is_worked_like_any_other(
    qtbot: QtBot,
    open_console: OpenConsole,
    sqlite_center_url: str,
    elsewhere: Elsewhere,
    text: str,
) -> None:
    order = litter(text, description=text, reporter_name=text[:200], reporter_phone=text[:50])
    number = elsewhere(sqlite_center_url, order).subject.id
    elsewhere(sqlite_center_url, Comment(number, text[:1000]))
    console = open_console(sqlite_center_url)
    console.queue.select(number)
    until(qtbot, lambda: len(console.incident.timeline.texts) == 2)
    window = console.window
    width = window.width()
    for label in window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText, (label, label.text()[:60])
    title = console.incident.header.title.text()
    assert "\n" not in title
    assert "\u202e" not in title
    assert len(title) < 200
    assert window.grab().width() == width, "the window was not pushed apart"
    for line in (*console.incident.timeline.texts, *(s.text() for s in console.strip.labels)):
        assert "\n" not in line
        assert "\u202e" not in line


def test_a_refusal_that_quotes_a_hostile_text_is_plain(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    console.incident.wrong_number.emit("<img src=x>")
    (told,) = said(console)
    assert "<img src=x>" in told
    for label in console.window.messages.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def _nameless(window: QWidget) -> list[str]:
    """The controls that a screen reader could not name: focusable, without a name or a text."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        inside = isinstance(widget.parent(), QComboBox)
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        labelled = any(label.buddy() is widget for label in window.findChildren(QLabel))
        if not (widget.accessibleName() or text or labelled or inside):
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def test_every_control_that_takes_the_keyboard_has_a_name(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    console = open_console(sqlite_center_url)
    console.queue.select(number)
    until(qtbot, console.incident.deeds.primary.isVisible)
    assert _nameless(console.window) == []
    console.new_report()
    assert _nameless(console.window) == []
    console.window.show_page("roster")
    assert _nameless(console.window) == []


def test_duty_of_a_member_changes_what_the_strip_says(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = open_console(sqlite_center_url)
    member = next(m for m in console.hub.picture.members.values() if m.duty is Duty.OFF)
    elsewhere(sqlite_center_url, ChangeDuty(member.id, Duty.ON_DUTY))
    until(qtbot, lambda: member.name in console.strip.labels[0].text())
