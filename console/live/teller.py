"""Brings what a worker thread has to tell to the GUI thread, and tells it there."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot


class Teller(QObject):
    """Runs calls on the thread on which it was made, in the order in which they were given.

    A signal that is emitted on a worker thread waits in the queue of whoever is connected. If that
    is a plain Python object and it lets go of the signal meanwhile, the interpreter crashes when
    its turn comes (seen). So workers never emit: they hand the call over, and everybody hears of
    it on the GUI thread at once.
    """

    _handed_over = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._handed_over.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def tell(self, call: Callable[[], object]) -> None:
        """Run a call on the GUI thread, as soon as that has time; from any thread."""
        self._handed_over.emit(call)

    @Slot(object)
    def _run(self, call: Callable[[], object]) -> None:
        call()
