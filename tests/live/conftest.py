"""Consoles without a window: real watchers and desks on a database of either kind."""

from collections.abc import Callable, Iterator
from itertools import count

import pytest
from pytestqt.qtbot import QtBot

from console.domain.rights import Actor
from console.live.desk import Desk
from console.live.hub import Hub
from console.live.picture import Picture
from console.live.watcher import Link, LinkState, Watcher
from tests.clock import Clock
from tests.conftest import Templates


class Line:
    """Everything of a console that is not on the screen, and what it has told so far."""

    def __init__(self, url: str, actor: Actor, clock: Clock) -> None:
        self.watcher = Watcher(url, clock.now)
        self.hub = Hub(self.watcher)
        self.desk = Desk(url, actor, clock.now, self.watcher.wake, self.watcher.echo)
        self.links: list[Link] = []
        self.loads = 0
        self.hub.link_changed.connect(self.links.append)
        self.hub.loaded.connect(self._loaded)

    @property
    def picture(self) -> Picture:
        return self.hub.picture

    @property
    def link(self) -> Link:
        return self.links[-1]

    def is_live(self) -> bool:
        return bool(self.links) and self.link.state is LinkState.LIVE

    def is_lost(self) -> bool:
        return bool(self.links) and self.link.state is LinkState.LOST

    def stop(self) -> None:
        self.desk.stop()
        self.watcher.stop()

    def _loaded(self) -> None:
        self.loads += 1


OpenLine = Callable[[str], Line]


@pytest.fixture
def prepared_line(clock: Clock) -> Iterator[OpenLine]:
    """Makes consoles that do not follow yet, and stops them at the end."""
    made: list[Line] = []
    numbers = count(1)

    def make(url: str) -> Line:
        number = next(numbers)
        made.append(Line(url, Actor(f"调度员{number}", f"席位{number}"), clock))
        return made[-1]

    yield make
    for line in made:
        line.stop()


@pytest.fixture
def open_line(qtbot: QtBot, prepared_line: OpenLine) -> OpenLine:
    """Makes consoles and waits until each is live."""

    def start(url: str) -> Line:
        line = prepared_line(url)
        line.watcher.start()
        qtbot.waitUntil(line.is_live)
        return line

    return start


@pytest.fixture
def center_url(templates: Templates) -> str:
    """The address of a database of either kind with the demonstration center, no incidents."""
    return templates.center()
