"""The Hub: brings what the Watcher tells into the Picture and says so, on the GUI thread."""

from PySide6.QtCore import QObject, Signal, Slot

from console.domain.change import Change, Snapshot
from console.live.picture import Picture
from console.live.watcher import Link, Watcher


class Hub(QObject):
    """Owns the Picture; whoever hears its signals finds the Picture up to date."""

    loaded = Signal()
    changed = Signal(object)
    link_changed = Signal(object)

    def __init__(self, watcher: Watcher, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.picture = Picture()
        watcher.loaded.connect(self._load)
        watcher.changed.connect(self._apply)
        watcher.link_changed.connect(self._link)

    @Slot(object)
    def _load(self, snapshot: Snapshot) -> None:
        self.picture.load(snapshot)
        self.loaded.emit()

    @Slot(object)
    def _apply(self, change: Change) -> None:
        self.picture.apply(change)
        self.changed.emit(change)

    @Slot(object)
    def _link(self, link: Link) -> None:
        self.link_changed.emit(link)
