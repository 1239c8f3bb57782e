"""A keystroke in the command palette over 100,000 open incidents and 10,000 members.

The baseline is what a palette without an index would do: look at the words of each of them.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bench.data import local_center
from bench.row import Row, median, percentile, timed_ms
from console.db.engine import Database
from console.db.queries import snapshot
from console.domain.change import Snapshot
from console.live.hub import Hub
from console.live.memory import spare_the_collector
from console.live.watcher import Watcher
from console.views.palette.panel import Palette
from console.widgets.language import Language
from console.widgets.theme import Look

INCIDENTS, MEMBERS = 100_000, 10_000
REPEATS = 5
COMMANDS = ("pq 23 zww", "dispatch 99999 lwk", "文宗路 199", "zhongzekai", "垃圾 文宗 xyz", "7")
READY_MS = 50


def _now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def _stage() -> Iterator[Palette]:
    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    spare_the_collector()
    look, language = Look(app), Language(app)
    look.use("dark")
    language.use("zh")
    with tempfile.TemporaryDirectory(prefix="bench-palette-") as folder:
        url = local_center(Path(folder), "palette", open_count=INCIDENTS)
        hub = Hub(Watcher(url, _now))
        hub.picture.load(_everything(url))
        window = QWidget()
        window.resize(1920, 1080)
        first = next(iter(hub.picture.incidents))

        def proposed(incident: int) -> int | None:
            found = hub.picture.propose(incident, hub.picture.day_of(_now())).candidates
            return found[0].member.id if found else None

        settings = QSettings(str(Path(folder) / "s.ini"), QSettings.Format.IniFormat)
        palette = Palette(hub, look, _now, lambda: first, proposed, list, settings, window)
        window.show()
        QTest.qWaitForWindowExposed(window)
        palette.open()
        _filled(palette)
        yield palette
        window.close()


def _everything(url: str) -> Snapshot:
    """A center's incidents, and its members again and again, each with another number."""
    database = Database.open(url)
    try:
        with database.read() as session:
            found = snapshot(session)
    finally:
        database.close()
    some = cycle(found.members)
    members = tuple(
        replace(next(some), id=number, number=f"BT-{number:05d}")
        for number in range(1, MEMBERS + 1)
    )
    return replace(found, members=members)


def _filled(palette: Palette) -> None:
    """Let the palette read everything, as it does while nobody types."""
    loop = QEventLoop()
    look = QTimer(interval=READY_MS)
    look.timeout.connect(lambda: None if palette.feed.busy else loop.quit())
    look.start()
    loop.exec()


def _type(palette: Palette, text: str) -> None:
    palette.line.setText(text)
    palette.repaint()


def _plainly(palette: Palette, text: str) -> int:
    index, words = palette.feed.index, text.split()
    texts = (f"{one.number} {one.title} {one.address}" for one in index.incidents.values())
    people = (f"{one.number} {one.name}" for one in index.members.values())
    return sum(all(word in line for word in words) for some in (texts, people) for line in some)


def keystroke() -> Row:
    """A letter typed, until all that it may mean now is painted."""
    with _stage() as palette:
        mine = []
        for _ in range(REPEATS):
            for command in COMMANDS:
                for end in range(1, len(command) + 1):
                    mine.append(timed_ms(partial(_type, palette, command[:end])))
                _type(palette, "")
        base = [timed_ms(partial(_plainly, palette, command)) for command in COMMANDS]
    figure, reference = percentile(mine, 95), median(base)
    return Row(
        "palette",
        figure,
        "ms",
        reference,
        figure / reference,
        "p95 ≤ 30 ms",
        figure <= 30,
        f"{len(mine)} keystrokes, {INCIDENTS:,} incidents and {MEMBERS:,} members;"
        f" median {median(mine):.1f} ms, worst {max(mine):.1f} ms",
    )


ROWS = {"palette": keystroke}
