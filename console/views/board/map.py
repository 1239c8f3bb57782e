"""The map of the wall: grids, incidents and holes in cover, and nobody's name."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.change import Catalogue, Change
from console.domain.cover import by_base
from console.domain.incident import Incident
from console.live.hub import Hub
from console.views.board.scale import Scale
from console.widgets.cover_words import holes_text

if TYPE_CHECKING:
    from console.widgets.map.values import MapIncident
    from console.widgets.map.view import MapView

AGAIN_MS = 60_000
"""After a failure the map is loaded again so much later: nobody stands there to press a button."""

WRITTEN_PX = 12
"""How high the smallest text of the map's page is, in its own pixels."""


class WallMap(QWidget):
    """Keeps the map true; the web engine is loaded only by ``start``."""

    def __init__(
        self, hub: Hub, clock: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("map")
        self._hub, self._clock = hub, clock
        self._scale: Scale | None = None
        self._drawn: tuple[object, ...] | None = None
        self._looked_at = clock()
        self.view: MapView | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._again = QTimer(self, interval=AGAIN_MS, singleShot=True)
        self._again.timeout.connect(self._reload)

    def start(self) -> None:
        """Load the map; once."""
        from console.widgets.map.view import MapView

        self.view = view = MapView(self)
        self._layout.addWidget(view)
        view.show_wall()
        view.failed.connect(self._failed)
        view.ready.connect(self._again.stop)
        self._hub.loaded.connect(self._load)
        self._hub.changed.connect(self._changed)
        self._zoom()
        self._load()

    def stop(self) -> None:
        """Wait for what the map still draws; before the window is deleted."""
        if self.view is not None:
            self.view.stop()

    def fit(self, scale: Scale) -> None:
        """Take the size of a screen: all that the page shows grows with it."""
        self._scale = scale
        self.setFont(scale.font("wall_body"))
        self._zoom()

    def look(self) -> None:
        """Mark whatever has become overdue since the last look."""
        before, now = self._looked_at, self._clock()
        self._looked_at = now
        passed = self._hub.picture.passed_limits(before, now)
        if self.view is not None and passed:
            self.view.update_incidents(self._incidents(passed))

    def show_holes(self) -> None:
        """Mark the holes in cover of this moment; without the names of who could move up."""
        if self.view is None:
            return
        picture = self._hub.picture
        rows = []
        for base, some in by_base(picture.holes(picture.day_of(self._clock()))).items():
            middle = picture.tree.middle(base)
            if middle is not None:
                signs = (
                    picture.skills[h.skill].monogram for h in some if h.skill in picture.skills
                )
                told = holes_text(base, some, picture.skills)
                rows.append((base, middle.lon, middle.lat, " ".join(("▲", *signs)), told))
        self.view.show_holes(rows)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.view is not None:
            from console.widgets.map.texts import map_texts

            self.view.set_texts(map_texts())
            self.show_holes()
        super().changeEvent(event)

    def _zoom(self) -> None:
        if self.view is not None and self._scale is not None:
            self.view.set_zoom(
                self._scale.px(self._scale.theme.type_px("wall_small")) / WRITTEN_PX
            )

    def _failed(self, _reason: str) -> None:
        self._again.start()

    def _reload(self) -> None:
        if self.view is not None:
            self.view.reload()

    def _load(self) -> None:
        from console.widgets.map.texts import map_texts

        view, picture = self.view, self._hub.picture
        if view is None or picture.catalogue is None or self._scale is None:
            return
        self._drawn = _drawing_of(picture.catalogue)
        bare = replace(picture.catalogue, cameras=())
        view.show_catalogue(bare, self._scale.theme, map_texts())
        view.set_incidents(self._incidents(picture.incidents.values()))
        self.show_holes()

    def _changed(self, change: Change) -> None:
        view, incidents = self.view, self._hub.picture.incidents
        if view is None:
            return
        if change.catalogue is not None and _drawing_of(change.catalogue) != self._drawn:
            self._load()
            return
        touched = {incident.id for incident in change.incidents}
        current = [incidents[number] for number in touched if number in incidents]
        placeless = [i.id for i in current if i.place is None]
        if touched or change.ended:
            view.update_incidents(self._incidents(current), [*change.ended, *placeless])

    def _incidents(self, incidents: Iterable[Incident]) -> list["MapIncident"]:
        from console.widgets.map.values import MapIncident

        now = self._clock()
        made = (MapIncident.of(incident, now, None) for incident in incidents)
        return [incident for incident in made if incident is not None]


def _drawing_of(catalogue: Catalogue) -> tuple[object, ...]:
    """What of a catalogue the map is drawn of."""
    return catalogue.center, catalogue.grids, catalogue.roads
