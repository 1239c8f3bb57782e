"""What an operator keeps about the queue: views of one's own, and the columns of the table."""

import json

from PySide6.QtCore import QObject, Signal

from console.domain.queue_columns import Layout, layout_data, read_layout
from console.domain.queue_views import QueueView, read_views
from console.domain.settings import document
from console.widgets.settings import Settings

VIEWS, COLUMNS = "queue.views", "queue.columns"


class QueueMemory(QObject):
    """Reads and writes the two settings; what cannot be read of them is as at first.

    So they are kept, exported, imported, and follow the operator to other seats as all settings.
    """

    changed = Signal()
    """Views or columns are others now, whoever has changed them."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._read()
        settings.changed.connect(self._changed)

    def keep_views(self, views: tuple[QueueView, ...]) -> None:
        """Keep these views, in this order."""
        self._write(VIEWS, [view.as_data() for view in views])

    def keep_columns(self, columns: Layout) -> None:
        """Keep which columns are shown, in which order and how wide."""
        self._write(COLUMNS, layout_data(columns))

    def _read(self) -> None:
        self.views: tuple[QueueView, ...] = read_views(document(self._settings.value(VIEWS)))
        self.columns: Layout = read_layout(document(self._settings.value(COLUMNS)))

    def _changed(self, name: str) -> None:
        if name in (VIEWS, COLUMNS):
            self._read()
            self.changed.emit()

    def _write(self, name: str, data: list[dict[str, object]] | list[list[object]]) -> None:
        self._settings.change(name, json.dumps(data, ensure_ascii=False))
