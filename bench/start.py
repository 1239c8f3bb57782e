"""From the start of the process to a usable queue, with a million closed incidents beside it."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from threading import Timer
from time import monotonic

from bench.data import local_center
from bench.row import Row, median

CLOSED = 1_000_000
OPEN = 30
REPEATS = 7
PATIENCE_S = 60.0
"""A process that has not begun to work by then is ended, in seconds."""

EMPTY_WINDOW = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
from PySide6.QtCore import QTimer
app = QApplication([])
window = QMainWindow()
window.resize(1920, 1080)
window.show()
QTimer.singleShot(0, lambda: (sys.stderr.write(f"window {time.monotonic():.6f}\\n"), app.quit()))
app.exec()
"""


def _seconds_to(marker: str, command: list[str], environment: dict[str, str]) -> float:
    """Start a process and read how long after that it wrote its marker; then end it.

    Raises:
        RuntimeError: If it never does, which its own time limit makes sure of.
    """
    began = monotonic()
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, env=environment
    ) as process:
        assert process.stderr is not None
        limit = Timer(PATIENCE_S, process.kill)
        limit.start()
        at = None
        for line in process.stderr:
            if line.startswith(marker):
                at = float(line.rsplit(maxsplit=1)[1])
                break
        limit.cancel()
        process.terminate()
        process.stderr.read()
    if at is None:
        raise RuntimeError(f"{command} ended without saying {marker!r}")
    return at - began


def start() -> Row:
    """The console against an empty main window of the same toolkit."""
    with tempfile.TemporaryDirectory(prefix="bench-start-") as folder:
        url = local_center(Path(folder), "start", open_count=OPEN, closed_count=CLOSED)
        environment = {
            **os.environ,
            "GRID_CONSOLE_TRACE_START": "1",
            # As on a user's machine: what is compiled once is not compiled at every start.
            "PYTHONDONTWRITEBYTECODE": "",
            "XDG_CONFIG_HOME": folder,
            "XDG_STATE_HOME": folder,
        }
        ours = [sys.executable, "-m", "console.app", "--database", url, "--operator", "bench"]
        theirs = [sys.executable, "-c", EMPTY_WINDOW]
        figures, baselines = [], []
        for _ in range(REPEATS + 1):
            figures.append(_seconds_to("queue usable", ours, environment))
            baselines.append(_seconds_to("window", theirs, environment))
    figure, base = median(figures[1:]), median(baselines[1:])
    return Row(
        "start",
        figure,
        "s",
        base,
        figure / base,
        "≤ baseline + 0.7 s",
        figure <= base + 0.7,
        f"median of {REPEATS} after a warm-up, SQLite, {CLOSED:,} closed; "
        f"{figure - base:.2f} s above the baseline",
    )


ROWS = {"start": start}
