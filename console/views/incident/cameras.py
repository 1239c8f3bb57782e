"""Verification: the cameras nearest to the incident and what was seen through them."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.incident import Incident, State
from console.domain.lifecycle import Deed
from console.domain.place import LonLat, distance_m
from console.domain.text import one_line
from console.live.desk import Desk
from console.live.picture import Picture
from console.views.incident.drafts import Drafts
from console.widgets.icons import icon
from console.widgets.keys import key_mark
from console.widgets.labels import distance_text
from console.widgets.measure import sized
from console.widgets.plain import plain_label
from console.widgets.theme import Look

if TYPE_CHECKING:
    from console.domain.people import Camera
    from console.domain.streams import Patience
    from console.live.logins import Logins
    from console.views.incident.camera_view import CameraView

NEAREST = 5
"""So many cameras are offered, the nearest first."""


class Verification(QWidget):
    """The nearest camera, the next one on a key, and a line for what was seen.

    The parts that show a video are made when a camera is first opened.
    """

    confirmed = Signal()
    keyboard_left = Signal()
    camera_shown = Signal(int)

    def __init__(
        self,
        picture: Picture,
        desk: Desk,
        look: Look,
        clock: Callable[[], datetime],
        drafts: Drafts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._picture, self._desk, self._look, self._clock = picture, desk, look, clock
        self._cameras: list[tuple[float, Camera]] = []
        self._shown = -1
        self._incident: Incident | None = None
        self._drafts = drafts
        self._looked: int | None = None
        self.patience: Patience | None = None
        """How long is waited for a camera; what is usual if nothing else is said."""
        self.logins: Logins | None = None
        """Where users and passwords come from; this computer if nothing else is said."""
        self.view: CameraView | None = None
        """What opens cameras and shows them, once one was opened."""
        self.picture_box = plain_label(self)
        self.picture_box.setProperty("role", "placeholder")
        sized(self.picture_box.setFixedSize, 148, 96)
        self.name = plain_label(self)
        self.name.setWordWrap(True)
        self.hint = plain_label(self)
        self.hint.setProperty("role", "dim")
        self.hint.setWordWrap(True)
        self.next_button = QPushButton(self)
        self.next_button.setProperty("kind", "quiet")
        self.next_button.clicked.connect(self.next_camera)
        self.note = QLineEdit(self)
        self.note.returnPressed.connect(self.confirmed)
        self.note.textEdited.connect(self._keep)
        beside = QVBoxLayout()
        beside.addWidget(self.name)
        beside.addWidget(self.hint)
        beside.addWidget(self.next_button)
        beside.addStretch(1)
        self._closed = QWidget(self)
        top = QHBoxLayout(self._closed)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(12)
        top.addWidget(self.picture_box)
        top.addLayout(beside, 1)
        self._parts = QVBoxLayout(self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.addWidget(self._closed)
        self._parts.addWidget(self.note)
        look.changed.connect(self._show)
        self.retranslate()

    @property
    def camera(self) -> int | None:
        """The camera that the operator has looked through for this incident, if any.

        One that showed nothing is none; one without an address is looked at in its own system.
        """
        return self._looked

    @property
    def is_open(self) -> bool:
        """Whether a camera is looked through now."""
        return self.view is not None and self.view.watching.camera is not None

    @property
    def _is_here(self) -> bool:
        """Whether one is in the panel; what is opened for no incident has its own window."""
        return self.view is not None and self.view.watching.about is not None

    @property
    def _is_seen(self) -> bool:
        """Whether the incident is on the screen; a new report may stand in its place."""
        around = self.parentWidget()
        return around is not None and around.isVisible()

    def show_incident(self, incident: Incident) -> None:
        """Offer the cameras nearest to an incident; what was typed for it stays.

        A camera that is looked through is closed with what it was opened for: when another
        incident is shown, and when this one is verified.
        """
        before = self._incident
        self._incident = incident
        if before is None or before.id != incident.id:
            self.close_camera()
            self.note.setText(self._drafts.text(incident.id, Deed.VERIFY))
            self._shown, self._looked = -1, None
        elif before.state is State.REPORTED and incident.state is not State.REPORTED:
            self.close_camera()
        place = incident.place
        cameras = [] if place is None else self._by_distance(place)
        shown = self._cameras[self._shown][1].id if self._shown >= 0 else None
        self._cameras = cameras[:NEAREST]
        if shown is not None:
            self._offer(shown, cameras)
        self._show()

    def next_camera(self) -> None:
        """Open the nearest camera, or the next one after it."""
        self._go(1)

    def previous_camera(self) -> None:
        """Open the camera before, or the last one of those that are near."""
        self._go(-1)

    def open_camera(self, camera_id: int) -> None:
        """Look through a camera that was chosen on the map; it joins the nearest ones."""
        camera = self._picture.cameras.get(camera_id)
        if camera is None:
            return
        if self._incident is None or self._incident.place is None or not self._is_seen:
            self._ask_why(camera)
            return
        self._offer(camera_id, self._by_distance(self._incident.place))
        self._open()

    def close_camera(self) -> None:
        """Look through none any more."""
        if self.view is not None:
            self.view.watching.close()

    def keep_still(self) -> None:
        """Put what is seen now into the case."""
        if self.view is not None:
            self.view.watching.keep_still()

    def try_again(self) -> None:
        """Open the camera once more that was given up."""
        if self.view is not None:
            self.view.watching.again()

    def enlarge(self) -> None:
        """Show the camera in full size."""
        if self.view is not None and self.is_open:
            self.view.enlarge().open()

    def take_up(self) -> None:
        """Show again what was typed for the incident that is shown, with the keyboard in it."""
        if self._incident is not None:
            self.note.setText(self._drafts.text(self._incident.id, Deed.VERIFY))
            self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        self.note.setPlaceholderText(self.tr("What was seen or learned"))
        self.note.setAccessibleName(self.tr("What was seen or learned"))
        self._show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # Nobody sees it behind another screen.
            self.close_camera()

    # Opening

    def _go(self, step: int) -> None:
        if not self._cameras or self._incident is None or not self._is_seen:
            return
        first = self._shown < 0
        self._shown = (0 if step > 0 else -1) if first else self._shown + step
        self._shown %= len(self._cameras)
        self._open()

    def _open(self) -> None:
        incident, camera = self._incident, self._cameras[self._shown][1]
        if incident is None:
            return
        self._made().watching.open(camera, incident.id, self._reason(incident))
        self.camera_shown.emit(camera.id)

    def _reason(self, incident: Incident) -> str:
        if incident.state is State.REPORTED:
            return self.tr("verification of {number}").format(number=incident.number)
        return self.tr("course of {number}").format(number=incident.number)

    def _leave(self) -> None:
        self.close_camera()
        self.keyboard_left.emit()

    def _ask_why(self, camera: "Camera") -> None:
        view = self._made()
        view.watching.close()
        view.enlarge().ask_why(camera)

    def _made(self) -> "CameraView":
        """What opens and shows cameras; made for the first one."""
        if self.view is None:
            from console.views.incident.camera_view import CameraView

            view = self.view = CameraView(
                self._picture,
                self._desk,
                self._look,
                self._clock,
                self.patience,
                self.logins,
                self._slots,
                lambda: len(self._cameras) > 1,
                self,
            )
            self._parts.insertWidget(0, view)
            view.watching.changed.connect(self._show)
        return self.view

    @property
    def _slots(self) -> dict[str, Callable[[], object]]:
        return {
            "camera": self.next_camera,
            "camera_before": self.previous_camera,
            "still": self.keep_still,
            "full_size": self.enlarge,
            "camera_again": self.try_again,
            "close": self._leave,
        }

    # The cameras that are near

    def _by_distance(self, place: LonLat) -> "list[tuple[float, Camera]]":
        found = (
            (distance_m(place, camera.place), camera) for camera in self._picture.cameras.values()
        )
        return sorted(found, key=lambda pair: (pair[0], pair[1].id))

    def _offer(self, camera_id: int, cameras: "list[tuple[float, Camera]]") -> None:
        """Go to a camera, which joins the nearest ones if it is none of them."""
        offered = [known.id for _, known in self._cameras]
        if camera_id not in offered:
            self._cameras += [pair for pair in cameras if pair[1].id == camera_id]
            offered = [known.id for _, known in self._cameras]
        self._shown = offered.index(camera_id) if camera_id in offered else -1

    # How it is shown

    def _keep(self, note: str) -> None:
        if self._incident is not None:
            self._drafts.keep(self._incident.id, Deed.VERIFY, note)

    def _show(self) -> None:
        if self._incident is not None:
            verifying = self._incident.state is State.REPORTED
            self.note.setVisible(verifying)
            self.setVisible(verifying or self._is_here)
        self._closed.setVisible(not self.is_open)
        if self.view is not None:
            self._show_open(self.view)
        self.next_button.setVisible(bool(self._cameras))
        self.picture_box.setPixmap(icon("camera", self._look.theme).pixmap(28, 28))
        if not self._cameras:
            self.name.setText(self.tr("No camera near by"))
            self.hint.setText(self.tr("Verify by telephone and write down what you learned."))
            return
        metres, camera = self._cameras[max(self._shown, 0)]
        self.name.setText(f"{one_line(camera.name)} · {distance_text(metres)}")
        self.next_button.setText(self.tr("Open camera  {key}").format(key=key_mark("camera")))
        if self._looked is None:
            self.hint.setText(self.tr("nearest camera, not opened yet"))
        else:
            self.hint.setText(self.tr("closed again; the look is written down"))

    def _show_open(self, view: "CameraView") -> None:
        watching = view.watching
        view.setVisible(self._is_here)
        if not self._is_here:
            return
        if self._shown >= 0:
            metres, camera = self._cameras[self._shown]
            view.name.setText(f"{one_line(camera.name)} · {distance_text(metres)}")
        if watching.seen or watching.address is None:
            # Without an address it is looked at in its own system, which is as good.
            self._looked = watching.camera.id if watching.camera else None
