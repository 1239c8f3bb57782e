"""When and where Python's garbage collector works, in a process with a window and many objects."""

import gc
import linecache

from PySide6.QtCore import QCoreApplication, QObject, QTimer

EVERY_MS = 1000
"""How often it is looked whether there is something to collect, in milliseconds."""

YOUNG = 2000
"""So many new objects are worth a young collection, which then takes about a millisecond."""

MIDDLE_EVERY = 30
OLD_EVERY = 600
"""After so many looks the older generations have their turn."""


class Collector(QObject):
    """Collects garbage on the GUI thread and nowhere else; lives as long as the application.

    Python's collector runs on whichever thread happens to make an object. On the watcher's or the
    desk's it destroyed timers and other objects of Qt that belong to the GUI thread, and the
    process crashed. And a hundred thousand incidents are some million objects that never become
    garbage together: with Python's own thresholds they are gone through again and again while
    they are being made, which doubles the time of a start.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._looks = 0
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect what has gathered, if it is worth it."""
        self._looks += 1
        if self._looks % OLD_EVERY == 0:
            gc.collect()
        elif self._looks % MIDDLE_EVERY == 0:
            gc.collect(1)
        elif gc.get_count()[0] >= YOUNG:
            gc.collect(0)


def spare_the_collector() -> None:
    """Have the application collect garbage on the GUI thread only, from now on."""
    app = QCoreApplication.instance()
    if app is not None and app.findChild(Collector) is None:
        Collector(app)


def keep_what_lasts() -> None:
    """Take everything that is there out of the collector's sight; to be called after a load.

    One full collection over a hundred thousand incidents holds the screen up for more than 60 ms;
    without them the longest frame was 14 ms. Counting references still frees what is dropped.

    Nobody needs the source of our modules either, which PySide has looked through at their import
    and left in memory: some 10 MiB.
    """
    linecache.clearcache()
    gc.collect()
    gc.freeze()
