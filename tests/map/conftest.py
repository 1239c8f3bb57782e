"""A map in a real page, and ways to ask that page what it shows."""

import json
from collections.abc import Iterator
from itertools import count, cycle
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop, QPoint, QTimer, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from console.widgets.map.texts import map_texts
from console.widgets.map.view import MapView
from tests.map import plan


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the web engine say what it says on every machine without a screen."""
    said = pytest.mark.qt_log_ignore(
        "Sandboxing disabled by user",
        "QRhiGles2: Failed to create",
        "Failed to create RHI for backend",
        "This plugin does not support",
        "QVulkanInstance: Failed to initialize Vulkan",
        "GBM is not supported with the current configuration",
        "GPUInfo not initialized on GpuInfoUpdate",
    )
    for item in items:
        if "tests/map/" in item.path.as_posix():
            item.add_marker(said)


class Subject:
    """A map view under test."""

    def __init__(self, view: MapView, target: QWidget, field: QLineEdit) -> None:
        self.view = view
        self.field = field
        self._marks = count()
        self.target = target

    def ask(self, qtbot: QtBot, expression: str) -> Any:
        """The value of an expression in the page."""
        answers: list[str] = []
        script = f"JSON.stringify(({expression}) ?? null)"
        self.view._page.runJavaScript(script, 0, answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
        return json.loads(answers[0])

    def run(self, qtbot: QtBot, statements: str) -> None:
        """Run statements in the page and wait for them."""
        self.ask(qtbot, f"(() => {{ {statements} }})()")

    def state(self, qtbot: QtBot, kind: str, number: int) -> Any:
        """What the page knows of an item."""
        return self.ask(qtbot, f"gridMap.parts.kinds.{kind}.marks.get({number})?.state")

    def settle(self, qtbot: QtBot) -> None:
        """Wait until the page has painted everything that it was told."""
        courier = self.view._courier
        painted: list[int] = []
        self.view.rendered.connect(painted.append)
        self.view._tell("mark", next(self._marks))

        def quiet() -> bool:
            timers = courier._turn.isActive() or courier._frame.isActive()
            return not timers and not courier._underway and painted[-1:] == [courier.batch]

        qtbot.waitUntil(quiet, timeout=10_000)
        self.view.rendered.disconnect(painted.append)

    def point_at(self, qtbot: QtBot, place: tuple[int, int], condition: str) -> None:
        """Move the pointer to a place and about it until a condition holds in the page."""
        steps = cycle((0, 1))

        def holds() -> bool:
            x, y = place
            QTest.mouseMove(self.target, QPoint(x + next(steps), y))
            return self.ask(qtbot, condition) is True

        qtbot.waitUntil(holds, timeout=10_000)

    def point(self, qtbot: QtBot, kind: str, number: int) -> tuple[int, int]:
        """Where an item stands in the view, in pixels."""
        x, y = self.ask(
            qtbot,
            f"(({{_point}}) => {{ const p = gridMap.parts.map.layerPointToContainerPoint(_point);"
            f" return [p.x, p.y]; }})(gridMap.parts.kinds.{kind}.marks.get({number}))",
        )
        return round(x), round(y)


def wait_for(signal: SignalInstance, timeout_ms: int = 30_000) -> None:
    """Run the event loop until a signal comes, for fixtures that outlive a test."""
    loop = QEventLoop()
    late: list[bool] = []
    timer = QTimer(singleShot=True, interval=timeout_ms)
    timer.timeout.connect(lambda: late.append(True))
    timer.timeout.connect(loop.quit)
    signal.connect(loop.quit)
    timer.start()
    loop.exec()
    timer.stop()
    assert not late, "the signal did not come"


class Window(QWidget):
    """A window with a field above the map, as the desk has other things than the map."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.view = MapView()
        self.view.setFixedSize(940, 980)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.view)


def close(window: QWidget, view: MapView) -> None:
    """Delete a window with its map, and wait until the map's profile is gone too."""
    view.stop()
    window.deleteLater()
    wait_for(view._profile.destroyed)


@pytest.fixture(scope="module")
def subject(qapp: object) -> Iterator[Subject]:
    """One map of the demonstration center for a whole module; each test tells it anew."""
    window = Window()
    view = window.view
    window.show()
    view.show_catalogue(plan.catalogue(), plan.palette("dark"), map_texts())
    view.set_members(plan.members())
    view.set_incidents(plan.incidents())
    wait_for(view.ready)
    target = view._view.focusProxy()
    assert target is not None
    yield Subject(view, target, window.field)
    close(window, view)
