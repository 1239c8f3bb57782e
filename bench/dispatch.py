"""From Enter on a verified incident to its dispatched row in the own queue.

The baseline is what the same deed sends to the database, recorded and sent again by the bare
driver, in one transaction each, to a copy that stands where the first one stood.
"""

import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, perf_counter
from typing import Any
from uuid import uuid4

import psycopg
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from bench.actor import ACTOR
from bench.console_probe import Seat
from bench.data import copy_local, local_center, make_center, stock
from bench.row import Row, median, percentile
from console.commands.office import Office
from console.commands.perform import perform
from console.db import local
from console.db.engine import Database
from console.domain.incident import Incident, State
from console.domain.orders import ChangeWeights, Report, Verify
from tests.postgres import Cluster

DISPATCHES = 200
FRAME_MS = 16.0
READ_MS = 100
"""A person sees the incident before pressing the key: drawing it is no part of the dispatch."""

Statement = tuple[str, Any, bool]
"""Text, parameters, and whether they are many sets of them; as the driver got them."""


def _fill(url: str) -> None:
    """Verified incidents, ready to be dispatched."""
    source = stock(url)
    database = Database.open(url)
    office = Office(database, ACTOR, lambda: datetime.now(UTC))
    # More than the members of one community could take otherwise.
    perform(office, ChangeWeights((("most_running", float(DISPATCHES)),)), uuid4())
    for number in range(DISPATCHES):
        category, _ = source.categories[number % len(source.categories)]
        place, _ = source.places[number % len(source.places)]
        done = perform(office, Report(f"事件 {number}", category, place=place), uuid4())
        perform(office, Verify(done.subject.id), uuid4())
    if not database.is_shared:
        with database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


@dataclass
class Recorder:
    """Keeps what the desk's thread sent in each transaction that it committed."""

    transactions: list[list[Statement]] = field(default_factory=list)
    _open: list[Statement] = field(default_factory=list)

    @contextmanager
    def listening(self) -> Iterator[None]:
        listeners: tuple[tuple[str, Callable[..., None]], ...] = (
            ("before_cursor_execute", self._statement),
            ("commit", self._commit),
            ("rollback", self._rollback),
        )
        for name, listener in listeners:
            event.listen(Engine, name, listener)
        try:
            yield
        finally:
            for name, listener in listeners:
                event.remove(Engine, name, listener)

    def _statement(
        self, _c: object, _cursor: object, text: str, parameters: Any, _ctx: object, many: bool
    ) -> None:
        # A transaction's beginning is the driver's own affair in the replay.
        if threading.current_thread().name == "desk" and not text.startswith("BEGIN"):
            self._open.append((text, parameters, many))

    def _commit(self, _connection: object) -> None:
        if threading.current_thread().name == "desk":
            if any("INSERT INTO event" in text for text, _, _ in self._open):
                self.transactions.append(self._open)
            self._open = []

    def _rollback(self, _connection: object) -> None:
        if threading.current_thread().name == "desk":
            self._open = []


def _ours(url: str, recorder: Recorder) -> list[float]:
    """Milliseconds from each Enter to the painted row."""
    found = []
    with recorder.listening():
        seat = Seat(url)
        try:
            seat.told.painted.connect(lambda incident: _dispatched(seat, incident))
            table = seat.console.queue.table
            numbers = sorted(seat.console.hub.picture.incidents)
            for number in numbers:
                seat.console.desk.case_ready.connect(seat.go_on)
                seat.console.queue.select(number)
                seat.wait()
                seat.console.desk.case_ready.disconnect(seat.go_on)
                # Not qWait, which would keep the other threads from Python all the while.
                QTimer.singleShot(READ_MS, seat.go_on)
                seat.wait()
                began = monotonic()
                QTest.keyClick(table, Qt.Key.Key_Return)
                seat.wait()
                version = seat.console.hub.picture.incidents[number].version
                found.append((seat.painted.at[number, version] - began) * 1000)
        finally:
            seat.close()
    return found


def _dispatched(seat: Seat, incident: Incident) -> None:
    if incident.state is State.DISPATCHED and incident.id == seat.console.queue.current:
        seat.go_on()


def _send(cursor: Any, transaction: list[Statement]) -> None:
    for text, parameters, many in transaction:
        if many:
            cursor.executemany(text, parameters)
        else:
            cursor.execute(text, parameters)
        if cursor.description is not None:
            cursor.fetchall()


def _bare_local(path: Path, transactions: list[list[Statement]]) -> list[float]:
    found = []
    with closing(local.connect(path)) as connection:
        cursor = connection.cursor()
        for transaction in transactions:
            began = perf_counter()
            cursor.execute("BEGIN IMMEDIATE")
            _send(cursor, transaction)
            cursor.execute("COMMIT")
            found.append((perf_counter() - began) * 1000)
    return found


def _bare_shared(url: str, transactions: list[list[Statement]]) -> list[float]:
    found = []
    with psycopg.connect(url) as connection, connection.cursor() as cursor:
        for transaction in transactions:
            began = perf_counter()
            _send(cursor, transaction)
            connection.commit()
            found.append((perf_counter() - began) * 1000)
    return found


def dispatch() -> Row:
    """Both databases; the worse of the two is the figure."""
    with tempfile.TemporaryDirectory(prefix="bench-dispatch-") as folder:
        url = local_center(Path(folder), "dispatch")
        _fill(url)
        copy = Path(folder) / "copy.db"
        copy_local(url, copy)
        recorder = Recorder()
        on_local = _ours(url, recorder), _bare_local(copy, recorder.transactions)
    with Cluster() as cluster:
        url = cluster.create("dispatch", "template0")
        make_center(url)
        _fill(url)
        copy_url = cluster.create("dispatch_copy", "dispatch")
        recorder = Recorder()
        on_shared = _ours(url, recorder), _bare_shared(copy_url, recorder.transactions)
    pairs = {"SQLite": on_local, "PostgreSQL": on_shared}
    p95 = {name: (percentile(a, 95), percentile(b, 95)) for name, (a, b) in pairs.items()}
    worst = max(p95, key=lambda name: p95[name][0] - 2 * p95[name][1])
    figure, base = p95[worst]
    told = "; ".join(
        f"{name} p95 {a:.1f} against {b:.1f} ms, median {median(pairs[name][0]):.1f}"
        for name, (a, b) in p95.items()
    )
    return Row(
        "dispatch",
        figure,
        "ms",
        base,
        figure / base,
        "p95 ≤ 2 × baseline + 16 ms, both databases",
        all(a <= 2 * b + FRAME_MS for a, b in p95.values()),
        f"{DISPATCHES} each; {told}",
    )


ROWS: dict[str, Callable[[], Row]] = {"dispatch": dispatch}
