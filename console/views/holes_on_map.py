"""Keeps the holes in cover on the map true: counted when members change, and not more often."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from console.domain.change import Change
from console.domain.cover import Hole, by_base
from console.live.hub import Hub
from console.widgets.cover_words import remedy_text, skill_text

if TYPE_CHECKING:
    from console.widgets.map.view import MapView

AFTER_MS = 200
"""How long it is waited for more changes before the holes are counted anew, in milliseconds."""


class HolesOnMap(QObject):
    """Tells the map which base grids have nobody free for a skill, and who could move up."""

    def __init__(
        self, hub: Hub, view: "MapView", clock: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._hub, self._view, self._clock = hub, view, clock
        self._soon = QTimer(self, interval=AFTER_MS, singleShot=True)
        self._soon.timeout.connect(self.refresh)
        hub.loaded.connect(self._soon.start)
        hub.changed.connect(self._changed)
        self._soon.start()

    def refresh(self) -> None:
        """Count the holes and tell them in the language that now holds."""
        picture = self._hub.picture
        found = by_base(picture.holes(picture.day_of(self._clock())))
        rows = []
        for base, some in found.items():
            middle = picture.tree.middle(base)
            if middle is not None:
                rows.append((base, middle.lon, middle.lat, self._marks(some), self._told(some)))
        self._view.show_holes(rows)

    def _changed(self, change: Change) -> None:
        if (change.members or change.catalogue is not None) and not self._soon.isActive():
            self._soon.start()

    def _marks(self, some: tuple[Hole, ...]) -> str:
        skills = self._hub.picture.skills
        known = (skills[hole.skill].monogram for hole in some if hole.skill in skills)
        return " ".join(("▲", *known))

    def _told(self, some: tuple[Hole, ...]) -> str:
        skills = self._hub.picture.skills
        return "\n".join(
            self.tr("Nobody free for {skill}: {remedy}").format(
                skill=skill_text(hole, skills), remedy=remedy_text(hole)
            )
            for hole in some
        )
