"""From a commit in one process to the painted row in another one's queue."""

import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psycopg

from bench.console_probe import Seat
from bench.data import local_center, make_center, run_python
from bench.row import Row, median, percentile
from console.db.feed import POLL_S
from console.domain.queue_views import Sort, Sorting
from tests.postgres import Cluster

REPORTS = 200
PAUSE_S = 0.05
FRAME_MS = 16.0
IDLE_S = 20


def _latencies(url: str) -> list[float]:
    """Milliseconds from each commit of a writing process to its painted row."""
    seat = Seat(url)
    try:
        # The newest on top, so that each is painted.
        seat.console.queue.model.sort_by((Sort(Sorting.NEWEST),))
        writer = run_python("-m", "bench.writer", url, str(REPORTS), str(PAUSE_S))
        committed: dict[int, float] = {}
        assert writer.stdout is not None
        lines = writer.stdout

        def read() -> None:
            for line in lines:
                number, at = line.split()
                committed[int(number)] = float(at)

        reader = threading.Thread(target=read)
        reader.start()
        seen: set[int] = set()

        def painted(incident: object) -> None:
            seen.add(incident.id)  # type: ignore[attr-defined]
            if len(seen) == REPORTS:
                seat.go_on()

        seat.told.painted.connect(painted)
        seat.wait()
        writer.wait()
        reader.join()
        return [(seat.painted.at[number, 1] - at) * 1000 for number, at in committed.items()]
    finally:
        seat.close()


_LISTENER = """
import sys, time, psycopg
with psycopg.connect(sys.argv[1], autocommit=True) as connection:
    connection.execute("LISTEN bench")
    print("ready", flush=True)
    for number, _ in enumerate(connection.notifies(stop_after=int(sys.argv[2]))):
        print(f"{time.monotonic():.6f}", flush=True)
"""


def _bare_notify(url: str) -> list[float]:
    """Milliseconds from the commit of a bare insert to the wake-up of a listening process."""
    listener = run_python("-c", _LISTENER, url, str(REPORTS))
    assert listener.stdout is not None
    listener.stdout.readline()
    sent, heard = [], []
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE bare (number bigserial, text text)")
        connection.commit()
        for _ in range(REPORTS):
            connection.execute("INSERT INTO bare (text) VALUES ('x')")
            connection.execute("NOTIFY bench")
            sent.append(time.monotonic())
            connection.commit()
            heard.append(float(listener.stdout.readline()))
            time.sleep(PAUSE_S)
    listener.wait()
    return [(at - began) * 1000 for began, at in zip(sent, heard, strict=True)]


def shared() -> Row:
    """Two processes on one PostgreSQL."""
    with Cluster() as cluster:
        url = cluster.create("live", "template0")
        make_center(url)
        ours = _latencies(url)
        theirs = _bare_notify(cluster.create("bare", "template0"))
    figure, base = percentile(ours, 95), percentile(theirs, 95)
    return Row(
        "live-shared",
        figure,
        "ms",
        base,
        figure / base,
        "p95 ≤ 2 × baseline + 16 ms",
        figure <= 2 * base + FRAME_MS,
        f"{REPORTS} commits; median {median(ours):.1f} against {median(theirs):.1f} ms",
    )


_IDLE = """
import sys, time, threading
from console.db.engine import Database
from console.db.feed import Feed
feed = Feed(Database.open(sys.argv[1]))
began = time.process_time()
end = time.monotonic() + float(sys.argv[2])
while time.monotonic() < end:
    feed.wait(1.0)
print((time.process_time() - began) / float(sys.argv[2]))
"""


def local() -> Row:
    """Two processes on one SQLite file, and what waiting costs when nothing happens."""
    with tempfile.TemporaryDirectory(prefix="bench-live-") as folder:
        url = local_center(Path(folder), "live")
        ours = _latencies(url)
        idle = run_python("-c", _IDLE, url, str(IDLE_S))
        share = float(idle.communicate()[0])
    figure, base = percentile(ours, 95), POLL_S * 1000
    return Row(
        "live-local",
        figure,
        "ms",
        base,
        figure / base,
        "p95 ≤ 120 ms, idle < 0.5 % of a core",
        figure <= 120 and share < 0.005,
        f"{REPORTS} commits; median {median(ours):.1f} ms; idle {share * 100:.2f} % of a core;"
        " the baseline is the polling interval",
    )


ROWS: dict[str, Callable[[], Row]] = {"live-shared": shared, "live-local": local}
