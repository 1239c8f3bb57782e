"""Photos on the incident panel: pasted, dropped, chosen, looked at, turned."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from console.domain.change import AttachmentView
from console.domain.incident import Incident
from console.domain.orders import TurnPhoto
from console.live.desk import Desk
from console.live.picture import Picture
from console.views.common.photo_intake import PhotoIntake
from console.views.incident.beside import Beside
from console.views.incident.photos import Photos

if TYPE_CHECKING:
    from console.live.darkroom import Darkroom, Source
    from console.views.incident.photo_viewer import PhotoViewer


class PhotoPart(QObject):
    """Connects the list of photos, those beside each other and the window with the darkroom."""

    too_many = Signal(int)

    def __init__(
        self,
        picture: Picture,
        desk: Desk,
        clock: Callable[[], datetime],
        current: Callable[[], Incident | None],
        photos: Photos,
        beside: Beside,
        over: QWidget,
    ) -> None:
        """Stand beside the panel.

        Args:
            picture: Knows the center's zone.
            desk: Attaches photos, and turns them.
            clock: Tells when something was pasted, by which it is named.
            current: The incident that is shown.
            photos: The list of all photos.
            beside: The last ones before and after.
            over: The panel, on which photos can be dropped.
        """
        super().__init__(over)
        self._picture, self._desk, self._clock, self._current = picture, desk, clock, current
        self._photos, self._beside, self._over = photos, beside, over
        self.viewer: PhotoViewer | None = None
        self.intake = PhotoIntake(over)
        self.intake.given.connect(self.attach)
        self.intake.too_many.connect(self.too_many)
        photos.small = self._small
        beside.small = self._small
        photos.opened.connect(self.open)
        beside.opened.connect(self.open)

    def attach(self, sources: "list[Source]") -> None:
        """Attach photos to the incident that is shown."""
        incident = self._current()
        if incident is None:
            return
        for source in sources:
            if isinstance(source, QImage):
                self._desk.attach_image(incident.id, self.pasted_name(), source)
            else:
                self._desk.attach_file(incident.id, source)

    def choose(self) -> None:
        """Ask which files hold the photos."""
        paths, _ = QFileDialog.getOpenFileNames(
            self._over,
            self.tr("Attach photos"),
            "",
            self.tr("Photos (*.jpg *.jpeg *.png *.webp *.gif)"),
        )
        if paths:
            self.attach([Path(path) for path in paths])

    def pasted_name(self) -> str:
        """What a photo from the clipboard is called."""
        at = self._clock().astimezone(self._picture.zone)
        return self.tr("Pasted {at}.png").format(at=f"{at:%Y%m%d-%H%M%S}")

    def open(self, attachment: int) -> None:
        """Look at a photo, and from there at the others of the case."""
        from console.views.incident.photo_viewer import PhotoViewer

        if not any(one.id == attachment for one in self._photos.shown):
            return
        zone = self._picture.zone
        viewer = PhotoViewer(
            self._darkroom, self._photos.shown, attachment, zone, self._over.window()
        )
        viewer.turned.connect(self._turn)
        viewer.destroyed.connect(self._closed)
        self.viewer = viewer
        viewer.open()

    def show_attachments(self, attachments: tuple[AttachmentView, ...]) -> None:
        """Show the photos of a case."""
        self._photos.show_attachments(attachments)
        if self.viewer is not None:
            self.viewer.show_photos(attachments)

    @cached_property
    def _darkroom(self) -> "Darkroom":
        darkroom = self._desk.darkroom
        darkroom.small_ready.connect(self._take_small)
        return darkroom

    def _small(self, photo: AttachmentView) -> QImage | None:
        return self._darkroom.small(photo)

    def _take_small(self, photo: AttachmentView, image: QImage) -> None:
        self._photos.take(photo, image)
        self._beside.take(photo, image)

    def _turn(self, photo: AttachmentView, rotation: int) -> None:
        self._desk.do(TurnPhoto(photo.incident, photo.id, rotation))

    def _closed(self) -> None:
        self.viewer = None
