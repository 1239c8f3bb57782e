"""How much memory a console takes with 100,000 open incidents, the web engine apart."""

import tempfile
from pathlib import Path

from bench.data import local_center, run_python
from bench.row import Row

OPEN = 100_000
GOAL_MIB = 350.0

_CONSOLE = """
import console.before_qt
import gc, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

def resident():
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024

app = QApplication(["bench"])
empty = resident()
from bench.console_probe import Seat
seat = Seat(sys.argv[1])
# Once through all of it, so that what is made when it is first needed is there.
queue = seat.console.queue
for text in ("文宗", ""):
    queue.model.narrow(text=text)
for row in range(0, queue.model.rowCount(), 1000):
    queue.table.selectRow(row)
    app.processEvents()
QTimer.singleShot(3000, seat.go_on)
seat.wait()
gc.collect()
print(f"{empty:.1f} {resident():.1f}")
seat.close()
"""


def memory() -> Row:
    """The resident size of a console's process after some use, on SQLite, without the map."""
    with tempfile.TemporaryDirectory(prefix="bench-memory-") as folder:
        url = local_center(Path(folder), "memory", open_count=OPEN)
        process = run_python("-c", _CONSOLE, url)
        told = process.communicate()[0]
        if process.returncode != 0:
            raise RuntimeError(f"the console ended with {process.returncode}")
    empty, used = map(float, told.split())
    return Row(
        "memory",
        used,
        "MiB",
        None,
        None,
        "≤ 350 MiB",
        used <= GOAL_MIB,
        f"resident, {OPEN:,} open, filtered and gone through, without the map and its engine; "
        f"an empty QApplication and the libraries before Qt {empty:.0f} MiB",
    )


ROWS = {"memory": memory}
