"""A process that is told to end finishes what its window is in the middle of first."""

import signal
import subprocess
import sys

import pytest

SCRIPT = """
import os, signal, sys
from PySide6.QtCore import QCoreApplication, QTimer
from console.ending import let_signals_end

app = QCoreApplication([])
let_signals_end(app)
at_work = False

def work():
    global at_work
    at_work = True
    os.kill(os.getpid(), int(sys.argv[1]))
    sum(range(1000))
    at_work = False

app.aboutToQuit.connect(lambda: print("in the middle" if at_work else "in order"))
QTimer.singleShot(0, work)
sys.exit(app.exec())
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_window_between_two_things_it_does(number: signal.Signals) -> None:
    # Ending waits for threads; one of them may wait for the very module that is being imported.
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(number.value)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ran.stdout.strip(), ran.returncode) == ("in order", 0), ran.stderr
