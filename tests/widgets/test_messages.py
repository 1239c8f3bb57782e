"""Messages stack, replace their like, and go by themselves unless they are errors."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.widgets.messages import COLORS, LONGEST, MOST, MessageStack
from console.widgets.theme import Look


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(1000, 700)
    over.show()
    return over


@pytest.fixture
def stack(over: QWidget, look: Look) -> MessageStack:
    return MessageStack(look, over)


def texts(stack: MessageStack) -> list[str]:
    return [message.label.text() for message in stack.messages.values()]


def test_the_next_of_its_like_replaces_a_message(stack: MessageStack) -> None:
    stack.show_message("warning", "first", key="a")
    stack.show_message("info", "other", key="b")
    stack.show_message("error", "second", key="a")
    assert texts(stack) == ["second", "other"]
    assert stack.messages["a"].kind == "error"


def test_an_error_stays_and_the_others_go_by_themselves(
    qtbot: QtBot, stack: MessageStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("console.widgets.messages.SHOWN_MS", {"success": 1})
    stack.show_message("error", "stays", key="a")
    stack.show_message("success", "goes", key="b")
    qtbot.waitUntil(lambda: "b" not in stack.messages)
    assert texts(stack) == ["stays"]


def test_what_is_under_the_pointer_is_not_taken_away(
    qapp: QApplication, stack: MessageStack
) -> None:
    stack.show_message("info", "read me", key="a")
    message = stack.messages["a"]
    assert message.leaves_by_itself
    at = QPointF(5, 5)
    qapp.sendEvent(message, QEnterEvent(at, at, at))
    assert not message.leaves_by_itself
    qapp.sendEvent(message, QEvent(QEvent.Type.Leave))
    assert message.leaves_by_itself


def test_the_button_does_what_it_says_once(stack: MessageStack) -> None:
    done: list[int] = []
    stack.show_message("error", "lost", key="a", action="Again", callback=lambda: done.append(1))
    button = stack.messages["a"].action
    assert button.text() == "Again"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [1]
    assert stack.messages == {}
    assert not stack.isVisible()


def test_a_message_can_be_put_away(stack: MessageStack) -> None:
    stack.show_message("error", "lost", key="a")
    close = stack.messages["a"].close_button
    assert close.accessibleName() == "Put the message away"
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    stack.dismiss("a")
    assert stack.messages == {}


def test_a_flood_leaves_the_errors_and_the_newest(stack: MessageStack) -> None:
    stack.show_message("error", "error", key="error")
    for number in range(2 * MOST):
        stack.show_message("info", str(number), key=str(number))
    assert len(stack.messages) == MOST
    assert texts(stack)[0] == "error"
    assert texts(stack)[-1] == str(2 * MOST - 1)
    for number in range(2 * MOST):
        stack.show_message("error", str(number), key=f"e{number}")
    assert len(stack.messages) == MOST


def test_messages_stand_inside_and_keep_to_the_corner(
    qtbot: QtBot, over: QWidget, stack: MessageStack
) -> None:
    for kind in COLORS:
        stack.show_message(kind, "x" * 5000, key=kind)
    over.resize(900, 900)
    qtbot.waitUntil(lambda: stack.geometry().right() < 900)
    assert over.rect().contains(stack.geometry())
    assert all(len(text) == LONGEST + 1 for text in texts(stack))
    over.resize(400, 600)
    qtbot.waitUntil(lambda: stack.geometry().left() >= 0)


def test_markup_is_shown_as_it_is(stack: MessageStack) -> None:
    stack.show_message("info", "<b>bold</b>", key="a")
    assert stack.messages["a"].label.textFormat() is Qt.TextFormat.PlainText
    assert stack.messages["a"].accessibleName() == "<b>bold</b>"


def test_each_kind_has_its_own_drawing(stack: MessageStack) -> None:
    drawings = []
    for kind in COLORS:
        stack.show_message(kind, "text", key="a")
        drawings.append(stack.messages["a"].icon.pixmap().toImage())
    assert all(one != other for one, other in pairwise(drawings))


def test_a_longer_message_in_place_of_a_short_one_is_not_cut(stack: MessageStack) -> None:
    stack.show_message("error", "first", key="a")
    stack.show_message("info", "done", key="b")
    stack.show_message("success", "Taken back:\n0107\n0099\n0080", key="b")
    for message in stack.messages.values():
        label = message.label
        assert label.height() >= label.heightForWidth(label.width())
