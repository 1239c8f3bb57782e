"""Several deeds asked for at once: what came of each is told in one message, line by line."""

from collections.abc import Callable, Sequence
from datetime import tzinfo
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from console.domain.errors import ConsoleError
from console.domain.events import Event
from console.domain.orders import Order
from console.live.desk import Desk
from console.widgets.labels import error_sentence


class OneByOne(QObject):
    """Sends orders together, and says for each whether it was done or why not."""

    said = Signal(str, str)
    """A kind of message, and what has come of all so far."""

    def __init__(
        self, desk: Desk, zone: Callable[[], tzinfo], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._zone = desk, zone
        self._title = ""
        self._sent: dict[UUID, str] = {}
        self._known: set[UUID] = set()
        self._results: list[str] = []
        desk.deed_done.connect(self._done)
        desk.deed_failed.connect(self._failed)

    @property
    def busy(self) -> bool:
        """Whether some of them are still on their way."""
        return bool(self._sent)

    def knows(self, command: UUID) -> bool:
        """Whether a failure is told here."""
        return command in self._known

    def send(self, title: str, orders: Sequence[tuple[str, Order]]) -> None:
        """Ask for deeds, each with what it is about in short."""
        self._title, self._results = title, []
        commands = self._desk.do_all(order for _, order in orders)
        self._sent = dict(zip(commands, (where for where, _ in orders), strict=True))
        self._known = set(commands)

    def _done(self, command: UUID, _order: Order, _event: Event) -> None:
        self._over(command, "✓")

    def _failed(self, command: UUID, _order: Order, error: ConsoleError) -> None:
        self._over(command, f"✗ {error_sentence(error, self._zone())}")

    def _over(self, command: UUID, result: str) -> None:
        where = self._sent.pop(command, None)
        if where is None:
            return
        self._results.append(f"{where} {result}")
        failed = any("✗" in one for one in self._results)
        kind = "warning" if failed else "success"
        self.said.emit(kind, "\n".join([self._title, *self._results]))
