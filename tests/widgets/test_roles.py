"""What is painted says to a screen reader what it shows."""

from datetime import date

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from console.domain.category import Priority
from console.domain.incident import State
from console.widgets.badge import BadgeStrip
from console.widgets.chip import StateChip
from console.widgets.marks import PriorityMark
from console.widgets.monogram import Monogram
from console.widgets.theme import Look
from tests.widgets.make import SKILLS

Role = QAccessible.Role


def told(widget: QWidget) -> tuple[Role, str]:
    found = QAccessible.queryAccessibleInterface(widget)
    return found.role(), found.text(QAccessible.Text.Name)


def test_drawings_say_what_they_show(qtbot: QtBot, look: Look) -> None:
    mark, chip, badges, circle = (
        PriorityMark(look),
        StateChip(look),
        BadgeStrip(look),
        Monogram(look),
    )
    mark.set_priority(Priority.URGENT)
    chip.set_state(State.ON_SCENE)
    badges.set_badges(SKILLS, (), date(2026, 3, 2))
    circle.set_name("罗伟康")
    for part in (mark, chip, badges, circle):
        qtbot.addWidget(part)
        assert told(part)[1]
    button = QPushButton("A")
    qtbot.addWidget(button)
    assert told(button) == (Role.Button, "A")
