"""Verification: the cameras nearest to the incident and what was seen through them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.incident import Incident
from console.domain.lifecycle import Deed
from console.domain.place import LonLat, distance_m
from console.live.picture import Picture
from console.views.incident.drafts import Drafts
from console.widgets.icons import icon
from console.widgets.labels import distance_text
from console.widgets.plain import plain_label
from console.widgets.theme import Look

if TYPE_CHECKING:
    from console.domain.people import Camera

NEAREST = 5
"""So many cameras are offered, the nearest first."""


class Verification(QWidget):
    """The nearest camera, the next one on a key, and a line for what was seen."""

    confirmed = Signal()
    camera_shown = Signal(int)

    def __init__(
        self, picture: Picture, look: Look, drafts: Drafts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._picture, self._drafts = picture, drafts
        self._look = look
        self._cameras: list[tuple[float, Camera]] = []
        self._shown = -1
        self._incident: int | None = None
        self._place: LonLat | None = None
        self.picture_box = plain_label(self)
        self.picture_box.setProperty("role", "placeholder")
        self.picture_box.setFixedSize(148, 96)
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
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.picture_box)
        top.addLayout(beside, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.note)
        look.changed.connect(self._show)
        self.retranslate()

    @property
    def camera(self) -> int | None:
        """The camera that the operator has looked through, if any."""
        return self._cameras[self._shown][1].id if self._shown >= 0 else None

    def show_incident(self, incident: Incident) -> None:
        """Offer the cameras nearest to an incident; what was typed for it stays."""
        if incident.id != self._incident:
            self._incident = incident.id
            self.note.setText(self._drafts.text(incident.id, Deed.VERIFY))
            self._shown = -1
        place = self._place = incident.place
        cameras = self._picture.cameras.values()
        self._cameras = (
            []
            if place is None
            else sorted(
                ((distance_m(place, camera.place), camera) for camera in cameras),
                key=lambda pair: (pair[0], pair[1].id),
            )[:NEAREST]
        )
        self._shown = min(self._shown, len(self._cameras) - 1)
        self._show()

    def next_camera(self) -> None:
        """Open the nearest camera, or the next one after it."""
        if not self._cameras or self.isHidden():
            return
        self._shown = (self._shown + 1) % len(self._cameras)
        camera = self._cameras[self._shown][1]
        if camera.url:
            QDesktopServices.openUrl(QUrl(camera.url))
        self._show()
        self.camera_shown.emit(camera.id)

    def open_camera(self, camera_id: int) -> None:
        """Look through a camera that was chosen on the map; it joins the nearest ones."""
        camera = self._picture.cameras.get(camera_id)
        if camera is None:
            return
        if self.isHidden() or self._place is None:
            # Nothing is being verified: it is only looked through.
            if camera.url:
                QDesktopServices.openUrl(QUrl(camera.url))
            return
        offered = [known.id for _, known in self._cameras]
        if camera_id not in offered:
            self._cameras.append((distance_m(self._place, camera.place), camera))
            offered.append(camera_id)
        self._shown = offered.index(camera_id) - 1
        self.next_camera()

    def take_up(self) -> None:
        """Show again what was typed for the incident that is shown, with the keyboard in it."""
        if self._incident is not None:
            self.note.setText(self._drafts.text(self._incident, Deed.VERIFY))
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

    def _keep(self, note: str) -> None:
        if self._incident is not None:
            self._drafts.keep(self._incident, Deed.VERIFY, note)

    def _show(self) -> None:
        self.next_button.setVisible(bool(self._cameras))
        size = 28 if self._shown < 0 else 44
        self.picture_box.setPixmap(icon("camera", self._look.theme).pixmap(size, size))
        if not self._cameras:
            self.name.setText(self.tr("No camera near by"))
            self.hint.setText(self.tr("Verify by telephone and write down what you learned."))
            return
        metres, camera = self._cameras[max(self._shown, 0)]
        self.name.setText(f"{camera.name} · {distance_text(metres)}")
        self.next_button.setText(
            self.tr("Open camera  V") if self._shown < 0 else self.tr("Next camera  V")
        )
        if self._shown < 0:
            self.hint.setText(self.tr("nearest camera, not opened yet"))
        elif camera.url:
            self.hint.setText(self.tr("opened in the video player"))
        else:
            self.hint.setText(self.tr("opened; this camera has no stream address yet"))
