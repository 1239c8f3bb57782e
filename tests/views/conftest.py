"""A whole console in a window, on a database of either kind, driven by keys and clicks."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copyfile, copytree
from uuid import uuid4

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from console.commands.office import Office
from console.commands.perform import perform
from console.db.engine import Database
from console.domain.events import Event
from console.domain.orders import Order
from console.domain.rights import Actor
from console.widgets.language import Language
from console.widgets.theme import Look
from console.wiring import Console
from tests.clock import Clock
from tests.conftest import Templates
from tests.views.ears import Recorder, Shelf
from tests.views.hands import sit_at

OpenConsole = Callable[..., Console]
Elsewhere = Callable[[str, Order], Event]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test of the screens on SQLite, and on PostgreSQL too where the database matters.

    Screens know the Picture and the Desk only, which are tested on both databases elsewhere; what
    depends on how databases answer is marked ``both_databases``.
    """
    if "templates" in metafunc.fixturenames:
        both = metafunc.definition.get_closest_marker("both_databases") is not None
        kinds = ["sqlite", "postgresql"] if both else ["sqlite"]
        metafunc.parametrize("templates", kinds, indirect=True)


@pytest.fixture
def templates(request: pytest.FixtureRequest) -> Templates:
    """Databases of the kinds that a test runs on."""
    chosen: Templates = request.getfixturevalue(f"{request.param}_templates")
    return chosen


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    """The screen speaks English, so that a test can name what it looks for."""
    language = Language(qapp)
    language.use("en")
    yield language
    language.use("en")


@pytest.fixture
def open_console(
    qtbot: QtBot, qapp: QApplication, language: Language, tmp_path: Path, clock: Clock
) -> Iterator[OpenConsole]:
    """Opens consoles on a database and closes them at the end; without the web engine."""
    opened: list[Console] = []

    def open_one(
        url: str,
        operator: str = "甲",
        workstation: str = "一号席",
        settings: QSettings | None = None,
        *,
        with_ladder: bool = False,
        with_hold: bool = False,
        speaker: Recorder | None = None,
        tray: Shelf | None = None,
    ) -> Console:
        own = QSettings(str(tmp_path / f"{len(opened)}.ini"), QSettings.Format.IniFormat)
        look = Look(qapp)
        look.use("dark")
        console = Console(
            url,
            Actor(operator, workstation),
            clock.now,
            look,
            language,
            own if settings is None else settings,
            with_map=False,
            with_ladder=with_ladder,
            drafts=tmp_path / "drafts",
            speaker=Recorder() if speaker is None else speaker,
            tray=tray,
        )
        opened.append(console)
        if not with_hold:
            # By a clock that stands still the rows would wait for ever.
            console.settings.suppose("queue.hold_s", 0)
        qtbot.addWidget(console.window)
        # In the program's own order: the window stands before there is anything to show.
        with qtbot.waitSignal(console.usable):
            console.start()
            console.window.show()
        sit_at(qtbot, console)
        return console

    yield open_one
    for console in opened:
        if isValid(console.window):  # A test may have waited until it was gone.
            console.window.close()
            console.stop()


@pytest.fixture
def elsewhere(clock: Clock) -> Iterator[Elsewhere]:
    """Does deeds at a workstation that has no window here."""
    offices: dict[str, Office] = {}

    def do(url: str, order: Order) -> Event:
        if url not in offices:
            database = Database.open(url)
            offices[url] = Office(database, Actor("丙", "三号席"), clock.now)
        return perform(offices[url], order, uuid4())

    yield do
    for office in offices.values():
        office.database.close()


@pytest.fixture
def center_url(templates: Templates) -> str:
    """The address of a database with the demonstration center and no incidents."""
    return templates.center()


@pytest.fixture(scope="session")
def _at_work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration in full swing, made once: it takes seconds."""
    from console.commands.demo import prepare
    from console.shots_scene import set_scene

    file, clock = tmp_path_factory.mktemp("work") / "work.db", Clock()
    prepare(f"sqlite:///{file}", clock.now)
    set_scene(f"sqlite:///{file}", Actor("甲", "一号席"), clock.now)
    return file


@pytest.fixture
def work_url(_at_work: Path, tmp_path: Path) -> str:
    """The address of a database with the demonstration in full swing, at the tests' time."""
    copyfile(_at_work, tmp_path / "work.db")
    copytree(f"{_at_work}.files", tmp_path / "work.db.files")  # The photos.
    return f"sqlite:///{tmp_path / 'work.db'}"
