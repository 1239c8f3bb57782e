"""Nothing is overlooked: what alarms sound and look like, and how they end."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain.alarms import Grade, Kind
from console.domain.category import Priority
from console.domain.orders import Comment, Report, Verify
from console.views.alarms.list import AlarmList
from console.views.alarms.mark import Silence
from console.wiring import Console
from tests.clock import Clock
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.ears import Recorder
from tests.views.hands import CTRL, SHIFT, click, only_incident, press, sit_at, until, write
from tests.views.reports import litter

F6, F12, RETURN = Qt.Key.Key_F6, Qt.Key.Key_F12, Qt.Key.Key_Return

Opened = tuple[Console, Recorder]
Open = Callable[..., Opened]


@pytest.fixture
def listen(qtbot: QtBot, open_console: OpenConsole, center_url: str) -> Open:
    """Opens a console at which the alarms are watched already."""

    def open_one(*who: str, settings: QSettings | None = None, device: bool = True) -> Opened:
        ears = Recorder(device=device)
        console = open_console(center_url, *who, settings=settings, speaker=ears)
        until(qtbot, lambda: console.after_start.has_begun)
        return console, ears

    return open_one


def tick(console: Console, clock: Clock, seconds: float = 0) -> None:
    """Let time pass."""
    clock.advance(seconds)
    console.bell.alarms.look()


def test_a_new_report_sounds_and_shows_until_a_key_acknowledges_it_here(
    qtbot: QtBot, listen: Open, elsewhere: Elsewhere, center_url: str, clock: Clock
) -> None:
    one, ears = listen()
    other, their_ears = listen("乙", "二号席")
    elsewhere(center_url, litter())
    until(qtbot, lambda: ears.names == their_ears.names == ["medium"])
    assert ears.played == [("medium", 70)]
    line = one.bell.line
    assert line.isVisible()
    assert line.text.text() == "● Alarm · needs somebody · 0001 文宗路乱丢垃圾"
    assert one.bell.edges.grade is Grade.MEDIUM
    assert all(side.isVisible() for side in one.bell.edges.sides)
    assert one.strip.labels[0].isHidden()
    tick(one, clock, 181)
    assert ears.names == ["medium"] * 2
    sit_at(qtbot, one)
    press(one.window, F6)
    assert line.isHidden()
    assert one.bell.edges.grade is None
    assert one.strip.labels[0].isVisible()
    tick(one, clock, 181)
    assert ears.names == ["medium"] * 2
    assert other.bell.line.isVisible(), "that somebody has heard it elsewhere does not settle it"


def test_a_deed_by_anybody_silences_everywhere_and_ones_own_report_is_no_news(
    qtbot: QtBot, listen: Open, elsewhere: Elsewhere, center_url: str, clock: Clock
) -> None:
    one, ears = listen()
    number = elsewhere(center_url, litter()).subject.id
    until(qtbot, one.bell.line.isVisible)
    elsewhere(center_url, Comment(number, "已致电"))
    until(qtbot, one.bell.line.isHidden)
    sit_at(qtbot, one)
    press(one.window, Qt.Key.Key_N, CTRL)
    until(qtbot, one.form.isVisible)
    write(one.window, "路灯不亮")
    one.form.category.setFocus()
    press(one.window, "Exposed litter")
    press(one.window, RETURN, CTRL)
    until(qtbot, lambda: len(one.hub.picture.incidents) == 2)
    tick(one, clock, 5)
    assert ears.names == ["medium"]
    assert one.bell.line.isHidden()


def test_show_goes_to_the_incident_from_any_screen(
    qtbot: QtBot, listen: Open, elsewhere: Elsewhere, center_url: str
) -> None:
    console, _ears = listen()
    number = elsewhere(center_url, litter()).subject.id
    until(qtbot, console.bell.line.isVisible)
    console.window.show_page("roster")
    click(console.bell.line.show_button)
    assert console.window.page == "desk"
    assert console.queue.current == number
    assert console.bell.line.isHidden(), "whoever has gone there has taken notice"


def test_time_brings_the_warning_and_then_what_is_overdue(
    qtbot: QtBot, listen: Open, elsewhere: Elsewhere, center_url: str, clock: Clock
) -> None:
    number = elsewhere(center_url, litter()).subject.id
    elsewhere(center_url, Verify(number))
    console, ears = listen()
    incident = only_incident(console)
    assert incident.warn_at is not None
    assert incident.due_at is not None
    tick(console, clock)
    assert ears.names == []
    tick(console, clock, (incident.warn_at - clock.now()).total_seconds() + 1)
    assert ears.names == ["low"]
    assert "little time left" in console.bell.line.text.text()
    tick(console, clock, (incident.due_at - clock.now()).total_seconds() + 1)
    assert ears.names == ["low", "medium"]
    [alarm] = console.bell.alarms.rule.all
    assert alarm.kind is Kind.OVERDUE
    elsewhere(center_url, Comment(number, "催办"))
    until(qtbot, console.bell.line.isHidden)


def test_a_flood_is_one_sound_and_one_line_that_opens_the_list(
    qtbot: QtBot, listen: Open, elsewhere: Elsewhere, center_url: str, clock: Clock
) -> None:
    console, ears = listen()
    rule = console.bell.alarms.rule
    for number in range(14):
        elsewhere(center_url, litter(f"第{number}处垃圾"))
    until(qtbot, lambda: rule.count == 14)
    tick(console, clock, 5)
    assert ears.names.count("flood") == 1
    assert len(ears.names) <= 2
    line = console.bell.line
    assert line.text.text() == "14 new in 1 min: 14 need somebody"
    elsewhere(center_url, Report("打架", "litter", priority=Priority.URGENT))
    until(qtbot, lambda: "▲ Emergency · needs somebody" in line.text.text())
    tick(console, clock, 5)
    assert ears.names[-1] == "emergency"
    press(console.window, F6)
    assert line.text.text().startswith("14 new in 1 min")
    press(console.window, Qt.Key.Key_F9)
    until(qtbot, lambda: line.text.text() == "1 分钟内新增 14 条：待处理 14")
    press(console.window, Qt.Key.Key_F9)
    until(qtbot, lambda: line.text.text().startswith("14 new in 1 min"))
    sit_at(qtbot, console)
    press(console.window, F6, SHIFT)
    found = console.window.findChild(AlarmList)
    assert found is not None
    assert found.model.rowCount() == 15, "each alarm is in the list"
    assert found.model.index(14, 6).data() == "acknowledged"
    first = found.model.rows[0].incident
    until(qtbot, found.isActiveWindow)
    found.table.setFocus()
    press(found, Qt.Key.Key_Down)
    here = found.model.rows[found.table.currentIndex().row()].name
    elsewhere(center_url, Report("着火", "litter", priority=Priority.URGENT))
    until(qtbot, lambda: found.model.rowCount() == 16)
    at = found.table.currentIndex().row()
    assert found.model.rows[at].name == here, "the keyboard stays where it was"
    press(found, Qt.Key.Key_Down)
    assert found.table.currentIndex().row() == at + 1
    press(found, F6)
    assert rule.count == 14
    press(found, "a", CTRL)
    press(found, F6)
    assert line.isHidden()
    assert found.model.rowCount() == 16
    found.table.selectRow([alarm.incident for alarm in found.model.rows].index(first))
    press(found, RETURN)
    assert console.queue.current == first


def test_a_mute_is_seen_and_ends_and_quiet_hours_let_emergencies_through(
    qtbot: QtBot, listen: Open, elsewhere: Elsewhere, center_url: str, clock: Clock, tmp_path: Path
) -> None:
    kept = QSettings(str(tmp_path / "seat.ini"), QSettings.Format.IniFormat)
    console, ears = listen(settings=kept)
    mark, settings = console.bell.mark, console.settings
    press(console.window, F12)
    assert mark.text() == "muted until 10:10  F12"
    elsewhere(center_url, Report("打架", "litter", priority=Priority.URGENT))
    until(qtbot, console.bell.line.isVisible)
    assert ears.names == [], "muted by hand means silent"
    tick(console, clock, 601)
    assert mark.isHidden()
    assert ears.names == ["emergency"]
    settings.change("sound.quiet_from", 10)
    settings.change("sound.quiet_until", 11)
    assert mark.why is Silence.QUIET
    elsewhere(center_url, litter())
    until(qtbot, lambda: console.bell.alarms.rule.count == 2)
    tick(console, clock, 11)
    assert set(ears.names) == {"emergency"}
    settings.change("sound.emergencies_always", value=False)
    before = len(ears.names)
    tick(console, clock, 11)
    assert len(ears.names) == before
    settings.change("sound.on", value=False)
    assert mark.text() == "sounds are off"


def test_without_an_audio_device_the_foot_of_the_window_says_so(
    qtbot: QtBot, listen: Open, elsewhere: Elsewhere, center_url: str, clock: Clock
) -> None:
    console, ears = listen(device=False)
    assert console.bell.mark.isHidden()
    elsewhere(center_url, litter())
    until(qtbot, console.bell.mark.isVisible)
    assert console.bell.mark.text() == "no audio device"
    assert console.bell.line.isVisible(), "who cannot hear it sees it"
    assert not console.window.messages.messages
    ears.device = True
    tick(console, clock, 181)
    assert console.bell.mark.isHidden()


def test_the_frame_lets_clicks_through_and_follows_the_window_and_the_theme(
    qtbot: QtBot, listen: Open, elsewhere: Elsewhere, center_url: str, qapp: QApplication
) -> None:
    elsewhere(center_url, Report("打架", "litter", priority=Priority.URGENT))
    console, ears = listen()
    edges = console.bell.edges
    until(qtbot, lambda: edges.grade is Grade.EMERGENCY)
    assert ears.names == ["emergency"], "an urgent report that nobody has verified, after a start"
    console.window.resize(1400, 900)
    until(qtbot, lambda: edges.sides[3].geometry().right() == console.window.root.width() - 1)
    middle = edges.sides[0].geometry().center()
    assert console.window.root.childAt(middle) not in edges.sides
    image = console.window.grab().toImage()
    assert image.pixelColor(image.width() // 2, 2) == console.look.theme.color("red")
    press(console.window, Qt.Key.Key_F10)
    image = console.window.grab().toImage()
    assert image.pixelColor(image.width() // 2, 2) == console.look.theme.color("red")
    assert qapp.activeWindow() is console.window


def test_a_repetition_can_be_turned_off(
    qtbot: QtBot, listen: Open, elsewhere: Elsewhere, center_url: str, clock: Clock
) -> None:
    console, ears = listen()
    console.settings.change("sound.repeat", value=False)
    elsewhere(center_url, litter())
    until(qtbot, lambda: ears.names == ["medium"])
    tick(console, clock, timedelta(minutes=9).total_seconds())
    assert ears.names == ["medium"]
    console.settings.change("sound.repeat", value=True)
    tick(console, clock, 1)
    assert ears.names == ["medium"] * 2
