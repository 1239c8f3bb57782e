"""What an operator keeps about the queue: views of one's own, and the columns of the table."""

import json
import logging
from collections.abc import Mapping

from PySide6.QtCore import QObject, QSettings, Signal

from console.domain.queue_columns import Layout, layout_data, read_layout
from console.domain.queue_views import QueueView, read_views
from console.widgets.settings import GROUP

VIEWS, COLUMNS = "queue_views", "queue_columns"

_log = logging.getLogger(__name__)


class QueueMemory(QObject):
    """Keeps each as JSON below the operator's name; what cannot be read is as at first.

    Args:
        kept: Where to keep it; None keeps it as long as the program runs.
        operator: Whose it is.
        parent: Owns it.
    """

    changed = Signal()

    def __init__(
        self, kept: QSettings | None = None, operator: str = "", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._kept, self._operator = kept, operator
        self.views: tuple[QueueView, ...] = read_views(self._read(VIEWS))
        self.columns: Layout = read_layout(self._read(COLUMNS))

    def keep_views(self, views: tuple[QueueView, ...]) -> None:
        """Keep these views, in this order."""
        if views != self.views:
            self.views = views
            self._write(VIEWS, [view.as_data() for view in views])
            self.changed.emit()

    def keep_columns(self, columns: Layout) -> None:
        """Keep which columns are shown, in which order and how wide."""
        if columns != self.columns:
            self.columns = columns
            self._write(COLUMNS, layout_data(columns))
            self.changed.emit()

    def as_data(self) -> dict[str, object]:
        """All of it, to be exported: JSON's own types."""
        return {
            VIEWS: [view.as_data() for view in self.views],
            COLUMNS: layout_data(self.columns),
        }

    def take(self, data: object) -> None:
        """Keep what was exported in place of what there is; what is missing stays."""
        if not isinstance(data, Mapping):
            return
        if VIEWS in data:
            self.keep_views(read_views(data[VIEWS]))
        if COLUMNS in data:
            self.keep_columns(read_layout(data[COLUMNS]))

    def _read(self, name: str) -> object:
        text = "" if self._kept is None else str(self._kept.value(self._place(name), ""))
        if not text:
            return None
        try:
            found: object = json.loads(text)
        except (ValueError, RecursionError):
            _log.warning("what was kept as %s cannot be read", name)
            return None
        return found

    def _write(self, name: str, data: object) -> None:
        if self._kept is not None:
            self._kept.setValue(self._place(name), json.dumps(data, ensure_ascii=False))

    def _place(self, name: str) -> str:
        return f"{GROUP}/operators/{self._operator}/{name}"
