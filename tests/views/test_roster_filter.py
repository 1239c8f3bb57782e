"""The roster's filter: names by their sound, and whatever else a person would type."""

from threading import enumerate as threads

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.domain.orders import ChangeDuty
from console.domain.people import BadgeLook, Duty, look_of
from console.domain.pinyin import spelling
from console.views.roster.columns import Column
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, press, until, write


def names(console: Console) -> list[str]:
    model = console.roster.model
    members = [model.member(row) for row in range(model.rowCount())]
    return [member.name for member in members if member is not None]


def ask(console: Console, text: str) -> list[str]:
    """Write into the filter with the keyboard; returns whom it leaves."""
    press(console.window, Qt.Key.Key_F, CTRL)
    press(console.window, Qt.Key.Key_Delete)
    assert console.roster.filters.text.text() == ""
    if text.isascii():
        press(console.window, text)
    else:
        write(console.window, text)
    return names(console)


@pytest.fixture
def console(open_console: OpenConsole, sqlite_center_url: str) -> Console:
    console = open_console(sqlite_center_url)
    press(console.window, Qt.Key.Key_2, CTRL)
    return console


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("lwk", ["罗伟康"]),
        ("LWK", ["罗伟康"]),
        ("zhongzekai", ["钟泽楷"]),
        ("zhong zk", ["钟泽楷"]),
        ("zjm", ["曾家明"]),
        ("cjm", []),
        ("jingxing", ["胡景行"]),
        ("jinghang", ["胡景行"]),
        ("罗伟", ["罗伟康"]),
        ("bt-007", ["方浩然"]),
        ("10000000025", ["曾家明"]),
        ("zjm 025", ["曾家明"]),
        ("zjm 026", []),
        ("zjm'", ["曾家明"]),
        ("xyz", []),
    ],
)
def test_what_is_typed_finds_who_is_meant(console: Console, text: str, found: list[str]) -> None:
    assert ask(console, text) == found
    assert len(ask(console, "")) == 61


def test_a_grid_and_a_monogram_narrow_a_name(console: Console) -> None:
    member = next(m for m in console.hub.picture.members.values() if m.name == "罗伟康")
    assert ask(console, "lwk 1-0") == (["罗伟康"] if member.grid[12:14] == "01" else [])
    skills = console.hub.picture.skills
    has = {badge.skill for badge in member.badges}
    assert ask(console, f"罗伟康 {skills[next(iter(has))].monogram}") == ["罗伟康"]
    other = next(code for code in skills if code not in has)
    assert ask(console, f"罗伟康 {skills[other].monogram}") == []


def test_a_sound_and_a_chosen_duty_narrow_together(console: Console) -> None:
    duty = console.roster.filters.duty
    everybody = {m.name: m.duty for m in console.hub.picture.members.values()}
    found = ask(console, "wen")
    assert {"温建业", "温国栋", "温若彤", "谢雅文"} <= set(found)
    duty.setCurrentIndex(duty.findData(Duty.ON_DUTY))
    assert names(console) == [n for n in found if everybody[n] is Duty.ON_DUTY]


def test_names_are_worked_out_before_the_first_key(qtbot: QtBot, console: Console) -> None:
    """Who types waits for no table: all is done once the roster has been shown."""
    until(qtbot, lambda: not any(thread.name == "pinyin" for thread in threads()))
    before = spelling.cache_info().misses
    ask(console, "zjm")
    assert spelling.cache_info().misses == before


def test_whose_badge_ends_soon_can_be_chosen_among_the_skills(console: Console) -> None:
    skill, today = console.roster.filters.skill, console.roster.model.today
    ends = {
        m.name
        for m in console.hub.picture.members.values()
        if any(look_of(badge, today) is BadgeLook.EXPIRING for badge in m.badges)
    }
    skill.setFocus()
    press(console.window, Qt.Key.Key_End)
    assert skill.currentText() == "A badge ends within 30 days"
    assert set(names(console)) == ends
    assert 0 < len(ends) < 61
    press(console.window, Qt.Key.Key_Home)
    assert len(names(console)) == 61


def test_what_happens_while_another_screen_is_shown_is_seen_on_the_way_back(
    qtbot: QtBot, console: Console, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    press(console.window, Qt.Key.Key_1, CTRL)
    elsewhere(sqlite_center_url, ChangeDuty(1, Duty.BREAK))
    until(qtbot, lambda: console.hub.picture.members[1].duty is Duty.BREAK)
    press(console.window, Qt.Key.Key_2, CTRL)
    console.roster.select(1)
    model = console.roster.model
    assert model.index(0, Column.DUTY).data() == "on a break"
    assert console.roster.page.facts["duty"].text() == "on a break"
