"""The camera that is looked through, in the incident panel; made when one is first opened."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.streams import Patience
from console.live.desk import Desk
from console.live.logins import Logins
from console.live.picture import Picture
from console.views.incident.camera_controls import CameraControls
from console.views.incident.camera_window import CameraWindow
from console.views.incident.watching import Watching
from console.widgets.plain import plain_label
from console.widgets.theme import Look
from console.widgets.video_screen import VideoScreen

Slots = dict[str, Callable[[], object]]


class CameraView(QWidget):
    """The picture, what is said of it and what can be done; its full size has its own window."""

    def __init__(
        self,
        picture: Picture,
        desk: Desk,
        look: Look,
        clock: Callable[[], datetime],
        patience: Patience | None,
        logins: Logins | None,
        slots: Slots,
        others: Callable[[], bool],
        parent: QWidget,
    ) -> None:
        """Stand in the panel, with no camera open.

        Args:
            picture: Has the center and its time zone.
            desk: Writes looks down and takes stills.
            look: The theme.
            clock: Tells the time of pictures.
            patience: How long a camera is waited for; what is usual if None.
            logins: Where users and passwords come from; this computer if None.
            slots: What can be done, by the names of ``CameraControls``.
            others: Whether there are other cameras to go on to.
            parent: Owns it.
        """
        super().__init__(parent)
        self._picture, self._look, self._slots, self._others = picture, look, slots, others
        self.watching = Watching(
            picture, desk, look, clock, patience or Patience(), logins or Logins(parent=self), self
        )
        self.screen_part = VideoScreen(look, self)
        self.name = plain_label(self)
        self.name.setWordWrap(True)
        self.controls = CameraControls(self.watching, lambda: picture.zone, others, self)
        self.controls.wanted.connect(lambda name: slots[name]())
        self.full_size: CameraWindow | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.screen_part)
        layout.addWidget(self.name)
        layout.addWidget(self.controls)
        self.watching.framed.connect(self._show)
        self.watching.changed.connect(self._show)

    def enlarge(self) -> CameraWindow:
        """Make the window with the picture in full size; the one before goes."""
        if self.full_size is not None:
            self.full_size.deleteLater()
        self.full_size = CameraWindow(
            self.watching, self._picture, self._look, self._slots, self._others, self.window()
        )
        return self.full_size

    def _show(self) -> None:
        watching = self.watching
        self.screen_part.setVisible(watching.address is not None)
        self.screen_part.show_image(watching.image, stale=watching.trouble is not None)
