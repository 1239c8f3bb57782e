"""The desk's map: what happens on the database is on the page, and clicks go both ways."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain.incident import State
from console.domain.orders import ChangeSkill, Dispatch, Verify
from console.domain.place import LonLat
from console.domain.rights import Actor
from console.domain.skills import draft_of
from console.widgets.language import Language
from console.widgets.queue_row import QueueRole
from console.widgets.theme import Look
from console.wiring import Console
from tests.clock import Clock
from tests.views.conftest import Elsewhere
from tests.views.hands import shown_as, until
from tests.views.reports import litter

pytestmark = pytest.mark.qt_log_ignore(
    "Sandboxing disabled by user",
    "QRhiGles2: Failed to create",
    "Failed to create RHI for backend",
    "This plugin does not support",
    "QVulkanInstance: Failed to initialize Vulkan",
    "GBM is not supported with the current configuration",
    "GPUInfo not initialized on GpuInfoUpdate",
)


@pytest.fixture
def console(
    qtbot: QtBot,
    qapp: QApplication,
    language: Language,
    tmp_path: Path,
    clock: Clock,
    sqlite_center_url: str,
) -> Iterator[Console]:
    look = Look(qapp)
    look.use("dark")
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    actor = Actor("甲", "一号席")
    console = Console(sqlite_center_url, actor, clock.now, look, language, settings)
    qtbot.addWidget(console.window)
    with qtbot.waitSignal(console.map.settled, timeout=30_000):
        console.start()
        console.window.show()
    yield console
    console.window.close()
    console.stop()


def ask(qtbot: QtBot, console: Console, expression: str) -> object:
    """The value of an expression in the map's page."""
    view = console.map.view
    assert view is not None
    answers: list[object] = []
    view._page.runJavaScript(expression, 0, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    return answers[0]


def mark(number: int, what: str) -> str:
    return f"String(gridMap.parts.kinds.incidents.marks.get({number})?.state.{what})"


def test_the_map_follows_the_database_and_the_queue(
    qtbot: QtBot, console: Console, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(sqlite_center_url, litter("<b>火</b>")).subject.id
    until(qtbot, lambda: ask(qtbot, console, mark(number, "group")) == "unverified")
    assert ask(qtbot, console, mark(number, "title")) == "<b>火</b>"

    # Chosen in the queue, it is chosen on the map.
    console.queue.select(number)
    shown_as(qtbot, console, State.REPORTED)
    until(qtbot, lambda: ask(qtbot, console, mark(number, "selected")) == "true")
    # Pointed at in the queue, it is pointed at on the map; and the other way round.
    console.queue.incident_hovered.emit(number)
    until(qtbot, lambda: ask(qtbot, console, mark(number, "highlighted")) == "true")
    console.map.incident_hovered.emit(number)
    assert console.queue.model.index(0, 0).data(QueueRole.POINTED) is True
    console.map.incident_hovered.emit(-1)
    assert console.queue.model.index(0, 0).data(QueueRole.POINTED) is False

    # What another seat does is on the page, the member on it too.
    elsewhere(sqlite_center_url, Verify(number))
    until(qtbot, lambda: ask(qtbot, console, mark(number, "group")) == "waiting")
    member = console.hub.picture.propose(number, console.roster.model.today).candidates[0].member
    elsewhere(sqlite_center_url, Dispatch(number, member.id))
    until(qtbot, lambda: ask(qtbot, console, mark(number, "group")) == "running")


def test_a_click_on_the_map_selects_in_the_queue_and_chooses_a_place(
    qtbot: QtBot, console: Console, sqlite_center_url: str, elsewhere: Elsewhere, clock: Clock
) -> None:
    first = elsewhere(sqlite_center_url, litter()).subject.id
    second = elsewhere(sqlite_center_url, litter("第二件")).subject.id
    until(qtbot, lambda: console.queue.model.rowCount() == 2)
    view = console.map.view
    assert view is not None
    view.incident_clicked.emit(second)
    assert console.queue.current == second
    view.incident_clicked.emit(first)
    assert console.queue.current == first

    console.new_report()
    console.form.pick.click()
    view.place_clicked.emit(113.68, 22.93)
    assert console.form._place == LonLat(113.68, 22.93)
    assert not console.form.pick.isChecked()
    view.place_clicked.emit(0.0, 0.0)
    assert console.form._place == LonLat(113.68, 22.93), "only while choosing"


def test_a_limit_that_passes_shows_without_any_event(
    qtbot: QtBot, console: Console, sqlite_center_url: str, elsewhere: Elsewhere, clock: Clock
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    until(qtbot, lambda: ask(qtbot, console, mark(number, "overdue")) == "false")
    clock.advance(24 * 3600)
    until(qtbot, lambda: ask(qtbot, console, mark(number, "overdue")) == "true")


def test_an_edited_skill_reaches_the_page_without_drawing_it_anew(
    qtbot: QtBot, console: Console, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    ask(qtbot, console, "window.stays = true")
    fire = console.hub.picture.skills["fire"]
    elsewhere(sqlite_center_url, ChangeSkill("fire", replace(draft_of(fire), monogram="火")))
    marks = (
        "[...gridMap.parts.kinds.members.marks.values()].map(m => JSON.stringify(m.state)).join()"
    )
    until(qtbot, lambda: "火" in str(ask(qtbot, console, marks)))
    assert "消" not in str(ask(qtbot, console, marks))
    assert ask(qtbot, console, "window.stays") is True


def test_language_and_theme_reach_the_page(
    qtbot: QtBot, console: Console, language: Language
) -> None:
    language.use("zh")
    until(qtbot, lambda: ask(qtbot, console, "document.title") == "网格地图")
    before = ask(qtbot, console, "gridMap.colors.map")
    console.top_bar.theme_requested.emit()
    until(qtbot, lambda: ask(qtbot, console, "gridMap.colors.map") != before)
