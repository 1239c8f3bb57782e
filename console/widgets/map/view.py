"""The map as a widget: shows incidents, members and cameras, and says what is pointed at."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget
from shiboken6 import isValid

from console.domain.archive import Area
from console.domain.change import Catalogue
from console.domain.place import LonLat
from console.widgets.map.bridge import Bridge
from console.widgets.map.courier import Courier
from console.widgets.map.page import MapPage, MapProfile
from console.widgets.map.placeholder import Placeholder
from console.widgets.map.press import Files, Press
from console.widgets.map.scene import Scene
from console.widgets.map.scheme import page_url
from console.widgets.map.texts import MapTexts
from console.widgets.map.values import (
    Json,
    MapCamera,
    MapIncident,
    MapMember,
    Palette,
    palette_row,
)

READY_WITHIN_MS: Final = 15_000
"""A page that has not reported by then will not."""

CALM_AFTER_MS: Final = 60_000
"""After this time without a failure the map may be reloaded by itself once more."""

NOBODY: Final = -1
"""The id that stands for no incident."""


class MapView(QWidget):
    """The map; all of it lives on the GUI thread, only the document is drawn elsewhere.

    What is to be shown can be told at any time: before the page is ready, while it is reloaded
    after a crash, or never having been shown. ``register_scheme`` must have run before the
    application object was made.
    """

    ready = Signal()
    failed = Signal(str)
    incident_clicked = Signal(int)
    incident_hovered = Signal(int)
    member_clicked = Signal(int)
    camera_clicked = Signal(int)
    place_clicked = Signal(float, float)
    """A place was chosen (longitude, latitude), while ``choose_place`` holds."""
    area_drawn = Signal(Area)
    """An area was drawn, while ``draw_area`` holds."""
    escaped = Signal()
    """Escape was pressed on the map."""
    rendered = Signal(int)
    """A batch of changes is painted; for measuring."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = Scene()
        self._asked: tuple[Catalogue, Palette] | None = None
        self._drawing = 0
        self._may_reload = True
        self._came_from: QWidget | None = None
        self._press = Press(self)
        self._press.drawn.connect(self._load)
        self._press.failed.connect(self._drawing_failed)

        self._view = QWebEngineView(self)
        # The profile must outlive its page, and a widget's children die in no certain order.
        self._profile = MapProfile(QCoreApplication.instance())
        self._page = MapPage(self._profile, self._view)
        self._page.destroyed.connect(self._profile.deleteLater)
        self._view.setPage(self._page)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._view.setAcceptDrops(False)
        self._courier = Courier(self._page, self._scene, self)

        self._placeholder = Placeholder()
        self._placeholder.setAutoFillBackground(True)
        self._placeholder.reload_requested.connect(self.reload)
        self._stack = QStackedLayout(self)
        # The view keeps its size below the placeholder, so that the page can fit the grids.
        self._stack.setStackingMode(QStackedLayout.StackingMode.StackAll)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._placeholder)
        self._bring_up(self._placeholder)

        self._late = QTimer(self, singleShot=True, interval=READY_WITHIN_MS)
        self._late.timeout.connect(self._not_ready)
        self._calm = QTimer(self, singleShot=True, interval=CALM_AFTER_MS)
        self._calm.timeout.connect(self._allow_reload)

        self._connect_page()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._remember_focus)

    # What to show

    def show_catalogue(self, catalogue: Catalogue, theme: Palette, texts: MapTexts) -> None:
        """Draw the map of a center anew: its grids, roads and cameras."""
        self._placeholder.show_drawing()
        self._bring_up(self._placeholder)
        self._courier.close()
        self._scene.tell("demonstration", catalogue.center.demonstration)
        self._scene.cameras.replace(MapCamera.of(camera) for camera in catalogue.cameras)
        self.set_theme(theme)
        self.set_texts(texts)
        self._asked = catalogue, theme
        self._drawing = self._press.draw(catalogue, theme)

    def set_theme(self, theme: Palette) -> None:
        """Change the colours; the page is not loaded again."""
        self._page.setBackgroundColor(theme.color("map"))
        self._tell("colors", dict[str, Json](palette_row(theme)))

    def set_texts(self, texts: MapTexts) -> None:
        """Change the words, as after a change of language."""
        self._view.setAccessibleName(texts.words["title"])
        self.setAccessibleName(texts.words["title"])
        self._tell("texts", texts.row())

    def set_incidents(self, incidents: Iterable[MapIncident]) -> None:
        """Show these incidents and no others."""
        self._scene.incidents.replace(incidents)
        self._courier.wake()

    def update_incidents(
        self, changed: Iterable[MapIncident], removed_ids: Iterable[int] = ()
    ) -> None:
        """Some incidents changed or are new, some have left the map."""
        self._scene.incidents.update(changed, removed_ids)
        self._courier.wake()

    def set_members(self, members: Iterable[MapMember]) -> None:
        """Show these members and no others."""
        self._scene.members.replace(members)
        self._courier.wake()

    def update_members(
        self, changed: Iterable[MapMember], removed_ids: Iterable[int] = ()
    ) -> None:
        """Some members moved or changed their duty."""
        self._scene.members.update(changed, removed_ids)
        self._courier.wake()

    def select(self, incident_id: int | None) -> None:
        """Mark an incident as the selected one; the map moves only if it is out of sight."""
        self._tell("selected", NOBODY if incident_id is None else incident_id)

    def highlight(self, incident_id: int) -> None:
        """Point lightly at an incident, as while the pointer is on its row; -1 ends it."""
        self._tell("highlighted", incident_id)

    def show_candidates(self, candidates: Iterable[tuple[int, float, float]]) -> None:
        """Number the members to send (rank, lon, lat) and tie them to the selected incident."""
        self._tell("candidates", [[rank, lon, lat] for rank, lon, lat in candidates])

    def show_holes(self, holes: Iterable[tuple[str, float, float, str, str]]) -> None:
        """Mark the base grids where somebody is missing: code, lon, lat, mark and tooltip."""
        self._tell("holes", [[code, lon, lat, mark, told] for code, lon, lat, mark, told in holes])

    def show_wall(self) -> None:
        """Show no controls and take no part in anything: a map to be looked at from afar."""
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tell("wall", True)

    def set_zoom(self, factor: float) -> None:
        """Make everything on the page larger, marks and texts alike; 0.25 to 5."""
        self._page.setZoomFactor(min(5.0, max(0.25, factor)))

    def set_motion(self, wanted: str) -> None:
        """Slide to what is out of sight, or jump: ``full``, ``reduced``, or as the ``system``."""
        self._tell("motion", wanted)

    def choose_place(self, choosing: bool) -> None:
        """Take clicks as places, whatever lies there; or no longer."""
        self._tell("choosing", choosing)

    def draw_area(self, drawing: bool) -> None:
        """Let an area be drawn, and take the keyboard for it; or no longer."""
        self._tell("drawing", drawing)
        if drawing:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Read the files and load the page again, as after a failure; nothing shown is lost."""
        if self._asked is not None:
            self._placeholder.show_drawing()
            self._drawing = self._press.draw(*self._asked)

    def stop(self) -> None:
        """Wait for what still runs on the worker thread; before the widget is deleted."""
        # A page answers what it was told also while it is being deleted.
        self._courier.close()
        self._press.stop()

    # What the page says

    def _connect_page(self) -> None:
        self._bridge = Bridge(self._page)
        channel = QWebChannel(self._page)
        channel.registerObject("bridge", self._bridge)
        self._page.setWebChannel(channel)
        self._bridge.page_ready.connect(self._page_ready)
        self._bridge.item_clicked.connect(self._clicked)
        self._bridge.item_hovered.connect(self._hovered)
        self._bridge.batch_rendered.connect(self.rendered)
        self._bridge.place_chosen.connect(self.place_clicked)
        self._bridge.area_drawn.connect(self._drawn)
        self._bridge.escape_pressed.connect(self._give_focus_back)
        self._bridge.escape_pressed.connect(self.escaped)
        self._page.loadFinished.connect(self._loaded)
        self._page.renderProcessTerminated.connect(self._terminated)

    def _load(self, number: int, files: Files) -> None:
        if number == self._drawing:
            self._profile.files.publish(files)
            self._start_page()

    def _start_page(self) -> None:
        self._courier.close()
        self._late.start()
        self._page.load(page_url())

    def _loaded(self, ok: bool) -> None:
        if not ok:
            self._fail(self.tr("The map's page could not be loaded."))
            return
        self._page.runJavaScript("gridMap.isWhole()", 0, self._script_checked)

    def _script_checked(self, whole: object) -> None:
        if isValid(self) and whole is not True and self._late.isActive():
            self._fail(self.tr("The map's script is damaged. Install the program again."))

    def _page_ready(self) -> None:
        self._late.stop()
        self._calm.start()
        self._courier.open()
        self._bring_up(self._view)
        self.ready.emit()

    def _not_ready(self) -> None:
        self._fail(self.tr("The map did not answer."))

    def _clicked(self, kind: str, item: int) -> None:
        signals = {
            "incident": self.incident_clicked,
            "member": self.member_clicked,
            "camera": self.camera_clicked,
        }
        if kind in signals:
            signals[kind].emit(item)

    def _drawn(self, west: float, south: float, east: float, north: float, metres: float) -> None:
        # A map that is zoomed out far shows more than the earth.
        west, east = max(-180.0, west), min(180.0, east)
        if metres > 0:
            self.area_drawn.emit(Area.around(LonLat(west, south), metres))
        else:
            self.area_drawn.emit(Area(LonLat(west, south), LonLat(east, north)))

    def _hovered(self, kind: str, item: int) -> None:
        self.incident_hovered.emit(item if kind == "incident" else NOBODY)

    # Failures

    def _terminated(
        self, status: QWebEnginePage.RenderProcessTerminationStatus, _code: int
    ) -> None:
        if status is QWebEnginePage.RenderProcessTerminationStatus.NormalTerminationStatus:
            return
        again = self._may_reload
        self._may_reload = False
        self._fail(self.tr("The map stopped working."))
        if again:
            self.reload()

    def _drawing_failed(self, number: int) -> None:
        if number == self._drawing:
            self._fail(
                self.tr("The map could not be drawn: a file of the program is missing or damaged.")
            )

    def _fail(self, sentence: str) -> None:
        self._late.stop()
        self._calm.stop()
        self._courier.close()
        self._placeholder.show_failure(sentence)
        self._bring_up(self._placeholder)
        self.failed.emit(sentence)

    def _allow_reload(self) -> None:
        self._may_reload = True

    # Focus

    def _bring_up(self, widget: QWidget) -> None:
        self._stack.setCurrentWidget(widget)
        self.setFocusProxy(widget)

    def _remember_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        inside = now is not None and self.isAncestorOf(now)
        if inside and old is not None and not self.isAncestorOf(old):
            self._came_from = old

    def _give_focus_back(self) -> None:
        before = self._came_from
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._view.clearFocus()

    def _tell(self, name: str, fact: Json) -> None:
        self._scene.tell(name, fact)
        self._courier.wake()
