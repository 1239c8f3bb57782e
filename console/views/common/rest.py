"""When to ask what is asked once the eyes rest on something."""

from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from console.domain.orders import Order
from console.live.desk import Desk


class Rest(QObject):
    """Is over when the selection has stayed for a while; a deed goes before every question.

    Args:
        desk: Tells when a deed is asked for: the rest begins anew then.
        ms: How long it lasts, in milliseconds: what is only passed is not asked for.
        parent: The part that asks.
    """

    over = Signal()

    def __init__(self, desk: Desk, ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=ms)
        self._timer.timeout.connect(self.over)
        desk.deed_started.connect(self._give_way)

    def start(self) -> None:
        """Begin to rest, anew if it had begun."""
        self._timer.start()

    def _give_way(self, _command: UUID, _order: Order) -> None:
        if self._timer.isActive():
            self._timer.start()
