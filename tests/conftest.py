"""Fixtures that tests of several layers share: databases of both kinds, an office, a clock.

Databases are made once a session as templates (migrated; migrated with the center 宝屯) and copied
for each test, which costs a file copy on SQLite and some 50 ms on PostgreSQL.
"""

import gc
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker
from typing_extensions import override

from tests.clock import Clock
from tests.postgres import QUICK, Cluster
from tests.video import Rtsp, http_server, make_film, rtsp_server

if TYPE_CHECKING:
    from console.commands.office import Office
    from console.db.engine import Database

# How long an example takes depends on what else the machine does, and decides no test.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

# Before the first import of Qt by any test; whoever wants to watch sets QT_QPA_PLATFORM=xcb.
# Unless it is told, the offscreen platform has a screen of 800 × 800, and windows are cut to it.
SCREEN = Path(__file__).with_name("screen.json")
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={SCREEN}")
if sys.platform == "linux" and os.geteuid() == 0:
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

CENTER = "baotun"


class Bot(QtBot):
    """A qtbot whose waits for signals live until the test's end.

    A worker thread may emit a signal twice before the first one is delivered. The second delivery
    comes after the wait is over, and PySide would then call a method of an object that is gone.
    """

    def __init__(self, request: pytest.FixtureRequest) -> None:
        super().__init__(request)
        self._kept: list[SignalBlocker] = []

    @override
    def waitSignal(self, *args: Any, **options: Any) -> SignalBlocker:
        blocker: SignalBlocker = super().waitSignal(*args, **options)
        self._kept.append(blocker)
        return blocker


class Templates:
    """Makes databases of one kind, each kind of content only once; then copies them."""

    def __init__(self, create: Callable[[str | None], str]) -> None:
        """Prepare; ``create`` makes a database, empty or as a copy of the one at an address."""
        self._create = create
        self._migrated: str | None = None
        self._center: str | None = None

    def empty(self) -> str:
        """Return the address of a new database without any table."""
        return self._create(None)

    def migrated(self) -> str:
        """Return the address of a new database with the present tables and nothing in them."""
        if self._migrated is None:
            self._migrated = self._create(None)
            _with_database(self._migrated, _migrate)
        return self._create(self._migrated)

    def center(self) -> str:
        """Return the address of a new database with the demonstration center in it."""
        if self._center is None:
            self._center = self.migrated()
            _with_database(self._center, _establish)
        return self._create(self._center)


def _with_database(url: str, fill: "Callable[[Database], None]") -> None:
    from console.db.engine import Database

    database = Database.open(url)
    try:
        fill(database)
    finally:
        database.close()


def _migrate(database: "Database") -> None:
    from console.db.migrate import upgrade

    upgrade(database)


def _establish(database: "Database") -> None:
    from console.commands.center import establish, load_center

    establish(_office(database, Clock()), load_center(CENTER))


def _office(database: "Database", clock: Clock) -> "Office":
    from console.commands.office import Office
    from console.domain.rights import Actor

    return Office(database=database, actor=Actor("测试员", "test-1"), clock=clock.now)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A private PostgreSQL server, one for each process of the test run."""
    with Cluster(QUICK) as running:
        yield running


@pytest.fixture(scope="session")
def postgresql_templates(cluster: Cluster) -> Templates:
    """Databases on the private PostgreSQL server."""
    numbers = count()

    def create(source: str | None) -> str:
        template = "template0" if source is None else source.rpartition("/")[2]
        return cluster.create(f"test_{next(numbers)}", template)

    return Templates(create)


@pytest.fixture(scope="session")
def sqlite_templates(tmp_path_factory: pytest.TempPathFactory) -> Templates:
    """Databases in SQLite files, each in a folder of its own."""

    def create(source: str | None) -> str:
        file = tmp_path_factory.mktemp("sqlite") / "center.db"
        if source is not None:
            shutil.copyfile(Path(source.removeprefix("sqlite:///")), file)
        return f"sqlite:///{file}"

    return Templates(create)


@pytest.fixture(params=["sqlite", "postgresql"])
def templates(request: pytest.FixtureRequest) -> Templates:
    """Databases of one kind; a test that asks for this runs once for each kind."""
    chosen: Templates = request.getfixturevalue(f"{request.param}_templates")
    return chosen


@pytest.fixture
def url(templates: Templates) -> str:
    """The address of an empty database."""
    return templates.empty()


@pytest.fixture
def database(templates: Templates) -> "Iterator[Database]":
    """A migrated database with nothing in it."""
    yield from _opened(templates.migrated())


@pytest.fixture
def center_database(templates: Templates) -> "Iterator[Database]":
    """A database with the demonstration center and no incidents."""
    yield from _opened(templates.center())


@pytest.fixture
def sqlite_center_url(sqlite_templates: Templates) -> str:
    """The address of a SQLite database with the demonstration center and no incidents."""
    return sqlite_templates.center()


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still until it is advanced."""
    return Clock()


@pytest.fixture
def office(center_database: "Database", clock: Clock) -> "Office":
    """An operator at work on ``center_database``, with ``clock`` on the wall."""
    return _office(center_database, clock)


def _opened(url: str) -> "Iterator[Database]":
    from console.db.engine import Database

    opened = Database.open(url)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def video(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a film of one colour in all its forms."""
    folder = tmp_path_factory.mktemp("video")
    make_film(folder)
    return folder


@pytest.fixture(scope="session")
def video_site(video: Path) -> Iterator[str]:
    """The address of an HTTP server of the film."""
    with http_server(video) as site:
        yield site


@pytest.fixture(scope="session")
def rtsp(video: Path) -> Iterator[Rtsp]:
    """A real RTSP server that plays the film."""
    with rtsp_server(video / "film.mp4") as server:
        yield server


@pytest.fixture
def rtsp_alone(video: Path) -> Iterator[Rtsp]:
    """A real RTSP server for one test, which may end it."""
    with rtsp_server(video / "film.mp4") as server:
        yield server


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The hands of a test on the screen."""
    return Bot(request)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Prepare what must stand before the application object, then name the program."""
    from console.widgets.map.scheme import register_scheme

    register_scheme()
    return ["grid-console"]


@pytest.fixture(autouse=True)
def _garbage_of_qt_on_the_main_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """Collect what a test of Qt leaves behind before a thread of the next one can.

    Python's collector runs on whichever thread makes an object; Qt's objects that are destroyed on
    a thread which is not their own crash the process. See ``console.live.memory``.
    """
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    gc.collect()
    gc.enable()


def _join(thread: threading.Thread) -> None:
    """Wait for a thread to end; one that a server is just starting cannot be joined at once."""
    late = monotonic() + 5
    while not thread.is_alive() and thread in threading.enumerate() and monotonic() < late:
        sleep(0.001)
    if thread.is_alive():
        thread.join(timeout=5)


@pytest.fixture(autouse=True)
def _no_thread_left_behind() -> Iterator[None]:
    """Fail a test that leaves a thread running: it would work on in the next test's world."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        _join(thread)
    still = [thread.name for thread in left if thread.is_alive() and not thread.daemon]
    assert not still, f"threads still running after the test: {still}"
