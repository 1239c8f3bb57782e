"""Filter chips: one is chosen, by mouse and by keyboard, and each shows its count."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.widgets.chip import FilterChips
from console.widgets.theme import Look

CHIPS = [("all", "All", 18), ("unverified", "To verify", 4), ("overdue", "Overdue", 2)]


@pytest.fixture
def chips(qtbot: QtBot, look: Look) -> FilterChips:
    chips = FilterChips(look)
    qtbot.addWidget(chips)
    chips.set_chips(CHIPS)
    chips.show()
    qtbot.waitExposed(chips)
    return chips


def test_each_shows_its_count_and_the_first_is_chosen(chips: FilterChips) -> None:
    assert [chips.button(key).text() for key, _, _ in CHIPS] == [
        "All 18",
        "To verify 4",
        "Overdue 2",
    ]
    assert chips.button("overdue").accessibleName() == "Overdue 2"
    assert chips.button("all").isChecked()


def test_new_counts_keep_the_choice(chips: FilterChips) -> None:
    chips.set_chosen("overdue")
    chips.set_chips([("all", "全部", 19), ("overdue", "超时", 3)])
    assert chips.button("overdue").isChecked()
    assert chips.button("overdue").text() == "超时 3"
    assert chips.button("unverified").text() == "To verify 4"


def test_a_click_tells_and_a_programs_choice_does_not(chips: FilterChips) -> None:
    told: list[str] = []
    chips.chosen.connect(told.append)
    chips.set_chosen("unverified")
    chips.set_chosen("no such chip")
    QTest.mouseClick(chips.button("overdue"), Qt.MouseButton.LeftButton)
    assert told == ["overdue"]
    assert not chips.button("unverified").isChecked()


def test_the_arrow_keys_go_along_and_choose(qtbot: QtBot, chips: FilterChips) -> None:
    told: list[str] = []
    chips.chosen.connect(told.append)
    chips.activateWindow()
    chips.button("all").setFocus()
    qtbot.waitUntil(chips.button("all").hasFocus)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(chips.focusWidget(), key)
    assert told == ["unverified", "overdue", "unverified"], "the last one has nothing behind it"
    assert chips.button("unverified").hasFocus()
    QTest.keyClick(chips.button("overdue"), Qt.Key.Key_Space)
    assert told[-1] == "overdue"
