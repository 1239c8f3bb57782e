"""How a process with a window ends when it is told to from outside."""

import signal

from PySide6.QtCore import QCoreApplication, QTimer


def let_signals_end(app: QCoreApplication) -> None:
    """Let Ctrl-C and a terminate signal close the window in order."""
    for number in (signal.SIGINT, signal.SIGTERM):
        # Not at once: the window may be in the middle of an import that a thread waits for, and
        # ending waits for the threads.
        signal.signal(number, lambda *_: QTimer.singleShot(0, app, app.quit))
    # Python runs its signal handlers only when it gets to run: a timer gives it the chance.
    timer = QTimer(app, interval=300)
    timer.timeout.connect(int)
    timer.start()
