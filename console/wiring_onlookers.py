"""Connects what the operator has before them, and who else has, with the queue and the panel."""

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject
from typing_extensions import override

from console.domain.rights import Actor
from console.live.hub import Hub
from console.live.onlookers import Onlookers
from console.views.frame import Frame
from console.views.incident.panel import IncidentPanel
from console.views.queue.panel import QueuePanel


class Looking(QObject):
    """Made after the first picture; before that nobody need know who looks at what."""

    def __init__(
        self,
        url: str,
        actor: Actor,
        clock: Callable[[], datetime],
        hub: Hub,
        queue: QueuePanel,
        panel: IncidentPanel,
        window: Frame,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._hub, self._queue, self._panel, self._window = hub, queue, panel, window
        self.onlookers = Onlookers(url, actor, clock, self)
        queue.model.onlookers = self.onlookers.at
        self.onlookers.changed.connect(self._changed)
        queue.incident_selected.connect(self._look)
        window.page_changed.connect(self._look)
        hub.changed.connect(self._look)
        window.installEventFilter(self)

    def start(self) -> None:
        """Begin to tell and to hear."""
        self._look()
        self.onlookers.start()

    def stop(self) -> None:
        """Tell that nobody looks any more, and end."""
        self.onlookers.stop()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowStateChange:
            self._look()
        elif event.type() == QEvent.Type.LanguageChange:
            self._say()
        return False

    def _look(self, _cause: object = None) -> None:
        """What is before the operator: the current incident, unless it is out of their sight."""
        away = self._window.page != "desk" or self._window.isMinimized()
        current = self._queue.current
        there = not away and current in self._hub.picture.incidents
        self.onlookers.look_at(current if there else None)
        self._say()

    def _changed(self, incidents: Iterable[int]) -> None:
        self._queue.model.mark_onlookers(incidents)
        self._say()

    def _say(self) -> None:
        shown = self._panel.incident
        found = () if shown is None else self.onlookers.at(shown.id)
        self._panel.header.onlookers.show_onlookers(found, self._hub.picture.zone)
