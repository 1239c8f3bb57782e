"""A camera in full size; where no incident says why it is opened, it is asked for here first."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from console.views.incident.camera_controls import CameraControls
from console.widgets.keys import bind
from console.widgets.plain import plain_label
from console.widgets.video_screen import VideoScreen

if TYPE_CHECKING:
    from console.domain.people import Camera
    from console.live.picture import Picture
    from console.views.incident.watching import Watching
    from console.widgets.theme import Look


class CameraWindow(QDialog):
    """Shows what is looked through, as large as the screen; Escape makes it small again."""

    def __init__(
        self,
        watching: "Watching",
        picture: "Picture",
        look: "Look",
        slots: dict[str, Callable[[], object]],
        others: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        """Stand over the desk.

        Args:
            watching: What is looked through.
            picture: Has the center's time zone.
            look: The theme.
            slots: What can be done, by the names of the keys.
            others: Whether there are other cameras to go on to.
            parent: The widget over which it opens.
        """
        super().__init__(parent)
        self._watching = watching
        self._alone: Camera | None = None
        self._slots = slots | {"full_size": self.reject, "close": self.reject}
        self.name = plain_label(self)
        self.name.setProperty("role", "title")
        self.screen_part = VideoScreen(look, self)
        self.screen_part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.controls = CameraControls(watching, lambda: picture.zone, others, self, large=True)
        self.controls.wanted.connect(self._do)
        self.reason = QLineEdit(self)
        self.reason.returnPressed.connect(self._open)
        self.reason.hide()
        layout = QVBoxLayout(self)
        layout.addWidget(self.name)
        layout.addWidget(self.screen_part, 1)
        layout.addWidget(self.reason)
        layout.addWidget(self.controls)
        for name in self._slots.keys() - {"close"}:
            bind(name, self, partial(self._do, name))
        watching.framed.connect(self._show_picture)
        watching.changed.connect(self._show)
        watching.closed.connect(self.reject)
        if parent is not None:
            self.resize(parent.window().size() * 0.95)
        self.retranslate()
        self._show()

    def ask_why(self, camera: "Camera") -> None:
        """Open a camera for which no incident speaks, as soon as somebody says why."""
        self._alone = camera
        self.reason.show()
        self.reason.setFocus()
        self._show()
        self.open()

    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        self.setWindowTitle(self.tr("Camera"))
        why = self.tr("Why the camera is opened; Enter opens it")
        self.reason.setPlaceholderText(why)
        self.reason.setAccessibleName(why)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._alone is not None and not event.spontaneous():
            self._alone = None
            self._watching.close()

    def _do(self, name: str) -> None:
        if self._alone is None or name in ("full_size", "close", "camera_again"):
            self._slots[name]()

    def _open(self) -> None:
        reason = self.reason.text().strip()
        if self._alone is not None and reason:
            self.reason.hide()
            self._watching.open(self._alone, None, reason)

    def _show_picture(self) -> None:
        self.screen_part.show_image(self._watching.image, stale=False)

    def _show(self) -> None:
        watching = self._watching
        camera = watching.camera or self._alone
        self.name.setText("" if camera is None else camera.name)
        self.screen_part.show_image(watching.image, stale=watching.trouble is not None)
