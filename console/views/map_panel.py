"""The map of the desk: gives the map widget what the Picture holds, and only what changed."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.change import Catalogue, Change
from console.domain.incident import Incident
from console.domain.people import Member
from console.domain.place import LonLat
from console.domain.ranking import Candidate
from console.live.hub import Hub
from console.views.holes_on_map import HolesOnMap
from console.widgets.measure import WHOLE
from console.widgets.plain import plain_label
from console.widgets.settings import in_force
from console.widgets.theme import Look

if TYPE_CHECKING:
    from console.domain.archive import Area
    from console.widgets.map.values import MapIncident, MapMember
    from console.widgets.map.view import MapView

LOOK_MS = 2000
"""How often the map is told which time limits have passed, in milliseconds."""

CANDIDATES_SHOWN = 3
"""So many candidates are marked on the map."""


class MapPanel(QWidget):
    """Keeps the map true; the web engine is loaded only when ``start`` is called.

    Loading it takes longer than everything else, and a dispatcher can work before it is there.
    """

    incident_clicked = Signal(int)
    incident_hovered = Signal(int)
    member_clicked = Signal(int)
    camera_clicked = Signal(int)
    place_chosen = Signal(LonLat)
    area_chosen = Signal(object)
    """An ``Area``, or None if it was left without one."""
    settled = Signal()

    def __init__(
        self,
        hub: Hub,
        look: Look,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hub, self._look, self._clock = hub, look, clock
        self._choosing = False
        self._drawing = False
        self._looked_at = clock()
        self._drawn: tuple[object, ...] | None = None
        self._tick = QTimer(self, interval=LOOK_MS)
        self._tick.timeout.connect(self._show_passed_limits)
        self.view: MapView | None = None
        self._holes: HolesOnMap | None = None
        self.waiting = plain_label(self)
        self.waiting.setProperty("role", "dim")
        self.waiting.setWordWrap(True)
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.waiting)
        self._say()

    def start(self) -> None:
        """Load the map; to be called once, when the queue is usable."""
        from console.widgets.map.view import MapView

        self.view = view = MapView(self)
        self._layout.replaceWidget(self.waiting, view)
        self.waiting.hide()
        view.incident_clicked.connect(self.incident_clicked)
        view.incident_hovered.connect(self.incident_hovered)
        view.member_clicked.connect(self.member_clicked)
        view.camera_clicked.connect(self.camera_clicked)
        view.place_clicked.connect(self._clicked)
        view.area_drawn.connect(self.leave_area)
        view.escaped.connect(self.leave_area)
        view.rendered.connect(self._settled_with)
        view.failed.connect(self._settled_without)
        self._tick.start()
        self._hub.loaded.connect(self._load)
        self._hub.changed.connect(self._changed)
        self._look.changed.connect(self._theme_changed)
        in_force().changed.connect(self._setting_changed)
        self._holes = HolesOnMap(self._hub, view, self._clock, self)
        if self._hub.picture.center is not None:
            self._load()

    def stop(self) -> None:
        """Wait for what the map still draws; before the window is deleted."""
        if self.view is not None:
            self.view.stop()

    def select(self, incident_id: int | None) -> None:
        """Mark an incident."""
        if self.view is not None:
            self.view.select(incident_id)

    def highlight(self, incident_id: int) -> None:
        """Mark the incident under the pointer in the queue; -1 for none."""
        if self.view is not None:
            self.view.highlight(incident_id)

    def show_candidates(self, candidates: Sequence[Candidate]) -> None:
        """Mark where the best candidates stand."""
        if self.view is None:
            return
        self.view.show_candidates(
            [
                (rank + 1, candidate.member.place.lon, candidate.member.place.lat)
                for rank, candidate in enumerate(candidates[:CANDIDATES_SHOWN])
                if candidate.member.place is not None
            ]
        )

    def choose_place(self, choosing: bool) -> None:
        """Take the next click on the map as a place, or no longer."""
        self._choosing = choosing
        if self.view is not None:
            self.view.choose_place(choosing)

    def choose_area(self) -> None:
        """Let an area be drawn, if the map is there."""
        if self.view is not None:
            self._drawing = True
            self.view.draw_area(True)

    def leave_area(self, area: "Area | None" = None) -> None:
        """End the drawing, with what was drawn or without; nothing happens if nobody draws."""
        if self._drawing:
            self.forget_area()
            self.area_chosen.emit(area)

    def forget_area(self) -> None:
        """End the drawing because somebody has gone elsewhere; nobody waits for an area."""
        if self._drawing and self.view is not None:
            self._drawing = False
            self.view.draw_area(False)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            if self.view is not None:
                self._set_texts(self.view)
            if self._holes is not None:
                self._holes.refresh()
        super().changeEvent(event)

    @staticmethod
    def _set_texts(view: "MapView") -> None:
        from console.widgets.map.texts import map_texts

        view.set_texts(map_texts())

    def _say(self) -> None:
        self.waiting.setText(self.tr("The map is being loaded…"))

    def _settled_with(self, _batch: int) -> None:
        if self.view is not None:
            self.view.rendered.disconnect(self._settled_with)
            self.settled.emit()

    def _settled_without(self, _reason: str) -> None:
        self.settled.emit()

    def _theme_changed(self) -> None:
        if self.view is not None:
            self.view.set_theme(self._look.theme)
            self.view.set_zoom(self._look.theme.percent / WHOLE)

    def _setting_changed(self, name: str) -> None:
        if name == "look.motion" and self.view is not None:
            self.view.set_motion(str(in_force().value(name)))

    def _clicked(self, lon: float, lat: float) -> None:
        if self._choosing:
            self.place_chosen.emit(LonLat(lon, lat))

    def _load(self) -> None:
        from console.widgets.map.texts import map_texts

        view, picture = self.view, self._hub.picture
        if view is None or picture.catalogue is None:
            return
        self._drawn = _drawing_of(picture.catalogue)
        view.show_catalogue(picture.catalogue, self._look.theme, map_texts())
        view.set_zoom(self._look.theme.percent / WHOLE)
        view.set_motion(str(in_force().value("look.motion")))
        view.set_incidents(self._incidents(picture.incidents.values()))
        view.set_members(self._members(picture.members.values()))

    def _changed(self, change: Change) -> None:
        view = self.view
        if view is None:
            return
        if change.catalogue is not None:
            if _drawing_of(change.catalogue) != self._drawn:
                self._load()
                return
            # Skills or categories: the page stays as it is, the members' monograms may not.
            view.set_members(self._members(self._hub.picture.members.values()))
        moved = {member.id for member in change.members}
        incidents = self._hub.picture.incidents
        touched = {incident.id for incident in change.incidents}
        if moved:
            touched.update(i.id for i in incidents.values() if i.assignee in moved)
        current = [incidents[number] for number in touched if number in incidents]
        placeless = [i.id for i in current if i.place is None]
        if touched or change.ended:
            view.update_incidents(self._incidents(current), [*change.ended, *placeless])
        if change.members:
            view.update_members(self._members(change.members))

    def _show_passed_limits(self) -> None:
        """A limit passes without an event: whoever has become overdue since is drawn anew."""
        before, now = self._looked_at, self._clock()
        self._looked_at = now
        passed = self._hub.picture.passed_limits(before, now)
        if self.view is not None and passed:
            self.view.update_incidents(self._incidents(passed))

    def _incidents(self, incidents: Iterable[Incident]) -> list["MapIncident"]:
        from console.widgets.map.values import MapIncident

        now, members = self._clock(), self._hub.picture.members
        found = (MapIncident.of(i, now, members.get(i.assignee or 0)) for i in incidents)
        return [shown for shown in found if shown is not None]

    def _members(self, members: Iterable[Member]) -> list["MapMember"]:
        from console.widgets.map.values import MapMember

        skills = self._hub.picture.skills
        return [
            MapMember(
                member.id,
                member.place.lon,
                member.place.lat,
                member.name,
                member.duty,
                "".join(skills[b.skill].monogram for b in member.badges if b.skill in skills),
            )
            for member in members
            if member.place is not None
        ]


def _drawing_of(catalogue: Catalogue) -> tuple[object, ...]:
    """What of a catalogue the map is drawn of."""
    return catalogue.center, catalogue.grids, catalogue.cameras, catalogue.roads
