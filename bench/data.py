"""Databases of the sizes that are measured: many open incidents, many closed ones."""

import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import time_ns

from bench.actor import ACTOR
from console.commands.center import establish, load_center
from console.commands.office import Office
from console.db.engine import Database
from console.db.migrate import upgrade
from console.db.queries import snapshot
from console.domain.place import LonLat

SECOND = 1_000_000
"""Instants are stored in microseconds on SQLite."""

TITLES = ("乱丢垃圾", "占道经营", "电动车飞线充电", "夜间施工噪声", "井盖破损", "可疑人员徘徊")
STREETS = ("文宗路", "宝屯路", "宝塘厦", "康乐北路", "东溪路", "珊瑚街")


def now_us() -> int:
    """The present instant in microseconds since 1970."""
    return time_ns() // 1000


def make_center(url: str) -> None:
    """Migrate an empty database and establish the demonstration center in it, no incidents."""
    database = Database.open(url)
    try:
        upgrade(database)
        establish(Office(database, ACTOR, lambda: datetime.now(UTC)), load_center("baotun"))
    finally:
        database.close()


@dataclass(frozen=True, slots=True)
class Stock:
    """What new incidents are made of: the center's categories, grids and places."""

    categories: list[tuple[str, int]]
    places: list[tuple[LonLat, str]]


def stock(url: str) -> Stock:
    """Read what a center offers."""
    database = Database.open(url)
    try:
        with database.read() as session:
            found = snapshot(session)
    finally:
        database.close()
    return Stock(
        [(c.code, int(c.priority)) for c in found.catalogue.categories],
        [(m.place, m.grid) for m in found.members if m.place is not None and m.grid],
    )


def add_incidents(path: Path, count: int, *, state: str, seed: int = 1) -> None:
    """Put incidents into a local database in one go, reported in the last hours or years."""
    chance = random.Random(seed)
    source = stock(f"sqlite:///{path}")
    end = now_us()
    span = 6 * 3600 if state == "reported" else 3 * 365 * 86400

    def rows() -> Iterator[tuple[object, ...]]:
        for number in range(count):
            code, priority = chance.choice(source.categories)
            place, grid = chance.choice(source.places)
            reported = end - chance.randrange(span * SECOND)
            due = reported + chance.randrange(600, 8 * 3600) * SECOND
            yield (
                state,
                priority,
                code,
                f"{chance.choice(TITLES)} {number}",
                f"{chance.choice(STREETS)} {chance.randrange(1, 200)} 号",
                place.lon + chance.uniform(-0.001, 0.001),
                place.lat + chance.uniform(-0.001, 0.001),
                grid,
                reported,
                reported,
                reported,
                due if state == "reported" else None,
                due - (due - reported) // 5 if state == "reported" else None,
            )

    with closing(sqlite3.connect(path)) as connection:
        # New incidents must begin as reported or be imported; these are imported history.
        connection.executemany(
            "INSERT INTO incident (version, state, priority, category, title, description,"
            " address, lon, lat, grid, origin, reporter_name, reporter_phone, reported_at,"
            " round_from, stage_from, due_at, warn_at)"
            " VALUES (1, ?, ?, ?, ?, '', ?, ?, ?, ?, 'import', '', '', ?, ?, ?, ?, ?)",
            rows(),
        )
        connection.commit()
        connection.execute("ANALYZE")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def local_center(folder: Path, name: str, *, open_count: int = 0, closed_count: int = 0) -> str:
    """A local database with a center and so many incidents; returns its address."""
    path = folder / f"{name}.db"
    make_center(f"sqlite:///{path}")
    if open_count:
        add_incidents(path, open_count, state="reported")
    if closed_count:
        add_incidents(path, closed_count, state="closed", seed=2)
    return f"sqlite:///{path}"


def copy_local(url: str, target: Path) -> str:
    """Copy a local database that nobody has open."""
    shutil.copyfile(url.removeprefix("sqlite:///"), target)
    return f"sqlite:///{target}"


def run_python(*arguments: str) -> subprocess.Popen[str]:
    """Start another process of the same Python, with its output to be read line by line."""
    return subprocess.Popen(
        [sys.executable, "-u", *arguments],
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
        text=True,
    )
