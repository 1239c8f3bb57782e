"""A storm of changes into a long queue while somebody scrolls through it."""

import tempfile
import threading
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QElapsedTimer, Qt, QTimer

from bench.console_probe import Seat
from bench.data import local_center, run_python
from bench.row import Row, median, percentile

OPEN = 100_000
RATE = 1000
SECONDS = 10.0
FRAME_MS = 16
GOAL_FRAME_MS, GOAL_SHOWN_MS = 50.0, 250.0


class Scroller:
    """Scrolls and paints the queue at full rate, and keeps how long each frame took to come."""

    def __init__(self, seat: Seat) -> None:
        self._seat = seat
        self.gaps: list[float] = []
        self.shown: dict[int, float] = {}
        self._clock = QElapsedTimer()
        self._timer = QTimer(interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._frame)
        self._step = 0

    def begin(self) -> None:
        """Scroll from here on."""
        self._clock.start()
        self._timer.start()

    def end(self) -> None:
        """Scroll no longer."""
        self._timer.stop()

    def _frame(self) -> None:
        table = self._seat.console.queue.table
        bar = table.verticalScrollBar()
        self._step += 1
        bar.setValue((self._step * 7) % max(1, bar.maximum()))
        table.viewport().repaint()
        self.gaps.append(self._clock.nsecsElapsed() / 1e6)
        self._clock.restart()
        self.shown.setdefault(self._seat.console.hub.picture.seq, monotonic())


def storm() -> Row:
    """1,000 changes a second for 10 s from another process, 100,000 open, SQLite."""
    with tempfile.TemporaryDirectory(prefix="bench-storm-") as folder:
        url = local_center(Path(folder), "storm", open_count=OPEN)
        seat = Seat(url)
        seat.settle()  # How long a start takes is another row.
        scroller = Scroller(seat)
        committed: dict[int, float] = {}
        writer = run_python("-m", "bench.storm_writer", url, str(RATE), str(SECONDS))

        def read() -> None:
            assert writer.stdout is not None
            for line in writer.stdout:
                seq, at = line.split()
                committed[int(seq)] = float(at)

        def look() -> None:
            if writer.poll() is not None and seat.console.hub.picture.seq >= max(committed):
                seat.go_on()

        reader = threading.Thread(target=read)
        reader.start()
        ending = QTimer(interval=200)
        ending.timeout.connect(look)
        scroller.begin()
        ending.start()
        try:
            seat.wait()
        finally:
            ending.stop()
            scroller.end()
            reader.join()
            seat.close()
    shown = sorted(scroller.shown.items())
    late = []
    for seq, at in committed.items():
        late.append((next(when for known, when in shown if known >= seq) - at) * 1000)
    worst, last = max(scroller.gaps), max(late)
    rate = RATE * SECONDS / (max(committed.values()) - min(committed.values()))
    return Row(
        "queue-storm",
        worst,
        "ms",
        None,
        None,
        "no frame over 50 ms, all shown in 250 ms",
        worst <= GOAL_FRAME_MS and last <= GOAL_SHOWN_MS,
        f"the longest of {len(scroller.gaps)} frames; median {median(scroller.gaps):.1f} ms, "
        f"p99 {percentile(scroller.gaps, 99):.1f} ms; shown after {median(late):.0f} ms (median), "
        f"{last:.0f} ms (last); {rate:,.0f} changes a second reached",
    )


ROWS = {"queue-storm": storm}
