"""A map that fails says so calmly, offers a way on, and loses nothing of what it was to show."""

import os
import signal
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console import assets
from console.domain.change import Catalogue
from console.widgets.map.texts import map_texts
from console.widgets.map.view import MapView
from tests.map import plan
from tests.map.conftest import Subject, close

LONG = 30_000


def kill_page(view: MapView) -> None:
    os.kill(view._page.renderProcessPid(), signal.SIGKILL)


def test_a_killed_page_is_loaded_again_once_by_itself(subject: Subject, qtbot: QtBot) -> None:
    view = subject.view
    view.select(3)
    with qtbot.waitSignals([view.failed, view.ready], timeout=LONG, order="strict"):
        kill_page(view)
    subject.settle(qtbot)
    assert subject.state(qtbot, "incidents", 3)["selected"] is True
    assert view._stack.currentWidget() is view._view

    with qtbot.waitSignal(view.failed, timeout=LONG) as failed:
        kill_page(view)
    assert view._stack.currentWidget() is view._placeholder
    assert view._placeholder.sentence() == failed.args[0] == "The map stopped working."
    with qtbot.waitSignal(view.ready, timeout=LONG):
        view._placeholder._button.click()
    subject.settle(qtbot)
    assert subject.ask(qtbot, "gridMap.parts.kinds.incidents.marks.size") == 18


def test_what_is_told_while_the_page_is_gone_is_shown_later(
    subject: Subject, qtbot: QtBot
) -> None:
    subject.view._allow_reload()
    with qtbot.waitSignal(subject.view.failed, timeout=LONG):
        kill_page(subject.view)
    subject.view.update_incidents([], [1, 2])
    with qtbot.waitSignal(subject.view.ready, timeout=LONG):
        pass
    subject.settle(qtbot)
    assert subject.ask(qtbot, "gridMap.parts.kinds.incidents.marks.size") == 16


@pytest.fixture
def mendable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A copy of the map's files that a test can damage."""
    own = tmp_path / "map"
    own.mkdir()
    for file in assets.path("map").iterdir():
        (own / file.name).write_bytes(file.read_bytes())
    monkeypatch.setattr(assets, "ROOT", tmp_path)
    return own


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return plan.catalogue()


@pytest.mark.parametrize(
    ("name", "damage", "sentence"),
    [
        ("map.css", None, "The map could not be drawn"),
        ("map.js", b"gridMap.start = (((", "The map's script is damaged"),
        ("shapes.js", b"\xff\xfe\x00", "The map's script is damaged"),
    ],
)
def test_a_damaged_file_is_said_and_mended_by_reloading(
    catalogue: Catalogue,
    mendable: Path,
    qtbot: QtBot,
    name: str,
    damage: bytes | None,
    sentence: str,
) -> None:
    file = mendable / name
    whole = file.read_bytes()
    if damage is None:
        file.unlink()
    else:
        file.write_bytes(damage)
    view = MapView()
    view.resize(600, 500)
    with qtbot.waitSignal(view.failed, timeout=LONG) as failed:
        view.show_catalogue(catalogue, plan.palette("light"), map_texts())
    assert failed.args[0].startswith(sentence)
    file.write_bytes(whole)
    with qtbot.waitSignal(view.ready, timeout=LONG):
        view.reload()
    close(view, view)


def test_a_page_that_never_reports_is_given_up(
    catalogue: Catalogue, mendable: Path, qtbot: QtBot
) -> None:
    (mendable / "map.js").write_bytes(b"gridMap.isWhole = () => true;")
    view = MapView()
    view._late.setInterval(500)
    with qtbot.waitSignal(view.failed, timeout=LONG) as failed:
        view.show_catalogue(catalogue, plan.palette("dark"), map_texts())
    assert failed.args == ["The map did not answer."]
    close(view, view)


def test_the_placeholder_says_what_goes_on(catalogue: Catalogue, qtbot: QtBot) -> None:
    view = MapView()
    assert view._placeholder.sentence() == "The map is being drawn."
    assert view._placeholder._button.isHidden()
    view._fail("Broken.")
    QApplication.sendEvent(view._placeholder, QEvent(QEvent.Type.LanguageChange))
    assert view._placeholder.sentence() == "Broken."
    assert not view._placeholder._button.isHidden()
    close(view, view)


def test_only_the_last_catalogue_counts(catalogue: Catalogue, qtbot: QtBot) -> None:
    view = MapView()
    ready: list[None] = []
    view.ready.connect(lambda: ready.append(None))
    with qtbot.waitSignal(view.ready, timeout=LONG):
        view.show_catalogue(catalogue, plan.palette("dark"), map_texts())
        view.show_catalogue(catalogue, plan.palette("light"), map_texts())
    assert len(ready) == 1
    close(view, view)
