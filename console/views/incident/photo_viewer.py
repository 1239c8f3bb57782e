"""The window in which photos are looked at: next and previous, zoom, turn, save."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.change import AttachmentView
from console.domain.errors import ConsoleError
from console.domain.pictures import ENDINGS
from console.domain.text import one_line
from console.live.darkroom import Darkroom, Large, Saved
from console.views.incident.photo_canvas import STEP, PhotoCanvas
from console.views.incident.words import day_text
from console.widgets.ending_words import moment_label
from console.widgets.labels import error_sentence
from console.widgets.measure import sized_window
from console.widgets.plain import ElidedLabel

MOVED = 80
"""By so many pixels an arrow key moves a photo that is zoomed."""

TURNED_MS = 700
"""How a photo is turned is kept when nobody has turned it on for so long, in milliseconds."""

NAME_SHOWN = 60


class PhotoViewer(QDialog):
    """Shows one photo after the other; how one is turned is kept for all who look at it later."""

    turned = Signal(object, int)
    """The attachment, and by how many degrees it is turned now."""

    def __init__(
        self,
        darkroom: Darkroom,
        photos: tuple[AttachmentView, ...],
        first: int,
        zone: ZoneInfo,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Photo"))
        self._darkroom, self._zone = darkroom, zone
        self._photos = photos
        self._at = next((at for at, one in enumerate(photos) if one.id == first), 0)
        self._asked: UUID | None = None
        self._saving: UUID | None = None
        self.canvas = PhotoCanvas(self)
        self.canvas.setAccessibleName(self.windowTitle())
        self.said = ElidedLabel(self)
        self.said.setProperty("role", "dim")
        self.buttons: list[QPushButton] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.addWidget(self.canvas, 1)
        layout.addLayout(self._foot())
        self._resting = QTimer(self, singleShot=True, interval=TURNED_MS)
        self._resting.timeout.connect(self._keep_turn)
        darkroom.large_ready.connect(self._ready)
        darkroom.saved.connect(self._saved)
        darkroom.failed.connect(self._failed)
        sized_window(self, 1180, 860)
        self.canvas.setFocus()
        self._show()

    @property
    def photo(self) -> AttachmentView:
        """The photo that is shown."""
        return self._photos[self._at]

    def show_photos(self, photos: tuple[AttachmentView, ...]) -> None:
        """Take in that photos were added, or turned elsewhere; the one looked at stays."""
        before = self.photo
        found = next((at for at, one in enumerate(photos) if one.id == before.id), None)
        if found is None:
            return
        self._photos, self._at = photos, found
        if self.photo.rotation != before.rotation and not self._resting.isActive():
            self.canvas.turn(self.photo.rotation)
        self._say()

    def step(self, by: int) -> None:
        """Go to another photo; after the last one comes the first."""
        self._keep_turn()
        self._at = (self._at + by) % len(self._photos)
        self._show()

    def turn(self, by: int) -> None:
        """Turn the photo by so many degrees, clockwise if they are positive."""
        self.canvas.turn((self.canvas.rotation + by) % 360)
        self._resting.start()

    def save(self) -> None:
        """Ask where the photo is to be written to, as it came."""
        name = Path(one_line(self.photo.name)).stem or "photo"
        ending = ENDINGS.get(self.photo.media_type, "")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the photo"), f"{name}{ending}")
        if path:
            self._saving = self._darkroom.save(self.photo.id, Path(path))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        zoomed = self.canvas.zoomed
        deed = self._keys().get(Qt.Key(event.key()))
        move = _MOVES.get(Qt.Key(event.key()))
        if zoomed and move is not None:
            self.canvas.move_by(*move)
        elif deed is not None:
            deed(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._keep_turn()
        super().hideEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._keep_turn()
        super().closeEvent(event)

    def _keys(self) -> dict[Qt.Key, Callable[[bool], object]]:
        """What each key does, told whether Shift is held."""
        key, canvas = Qt.Key, self.canvas
        return {
            key.Key_Right: lambda _: self.step(1),
            key.Key_PageDown: lambda _: self.step(1),
            key.Key_Space: lambda _: self.step(1),
            key.Key_Left: lambda _: self.step(-1),
            key.Key_PageUp: lambda _: self.step(-1),
            key.Key_Plus: lambda _: canvas.zoom_by(STEP),
            key.Key_Equal: lambda _: canvas.zoom_by(STEP),
            key.Key_Minus: lambda _: canvas.zoom_by(1 / STEP),
            key.Key_0: lambda _: canvas.fit(),
            key.Key_1: lambda _: canvas.zoom_to(1.0),
            key.Key_R: lambda back: self.turn(-90 if back else 90),
            key.Key_S: lambda _: self.save(),
        }

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 0)
        row.addWidget(self.said, 1)
        for text, deed in (
            (self.tr("←  Previous"), lambda: self.step(-1)),
            (self.tr("→  Next"), lambda: self.step(1)),
            (self.tr("−  Smaller"), lambda: self.canvas.zoom_by(1 / STEP)),
            (self.tr("+  Larger"), lambda: self.canvas.zoom_by(STEP)),
            (self.tr("R  Turn"), lambda: self.turn(90)),
            (self.tr("S  Save as…"), self.save),
        ):
            button = QPushButton(text, self)
            button.setProperty("kind", "key")
            button.setAutoDefault(False)
            # A click leaves the keyboard with the photo.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(deed)
            row.addWidget(button)
            self.buttons.append(button)
        return row

    def _show(self) -> None:
        self.canvas.show_photo(None, self.photo.rotation, self.tr("Reading…"))
        self._asked = self._darkroom.ask_large(self.photo.id)
        self._say()

    def _say(self, more: str = "") -> None:
        photo = self.photo
        parts = (
            f"{self._at + 1} / {len(self._photos)}",
            one_line(photo.name)[:NAME_SHOWN],
            moment_label(photo.moment),
            day_text(photo.added_at, self._zone),
            f"{max(1, photo.size // 1024)} KB",
        )
        self.said.setText(more or "  ·  ".join(parts))

    def _ready(self, large: Large) -> None:
        if large.attachment == self.photo.id and self._asked is not None:
            self._asked = None
            self.canvas.show_photo(large, self.photo.rotation, self.tr("cannot be shown"))

    def _saved(self, saved: Saved) -> None:
        if self._saving is not None:
            self._saving = None
            self._say(self.tr("Saved as {path}").format(path=one_line(str(saved.path))))

    def _failed(self, number: UUID, error: ConsoleError) -> None:
        if number == self._asked:
            self._asked = None
            self.canvas.show_photo(None, 0, error_sentence(error, self._zone))
        elif number == self._saving:
            self._saving = None
            self._say(error_sentence(error, self._zone))

    def _keep_turn(self) -> None:
        if self._resting.isActive():
            self._resting.stop()
        if self.canvas.rotation != self.photo.rotation:
            self.turned.emit(self.photo, self.canvas.rotation)


_MOVES = {
    Qt.Key.Key_Left: (-MOVED, 0),
    Qt.Key.Key_Right: (MOVED, 0),
    Qt.Key.Key_Up: (0, -MOVED),
    Qt.Key.Key_Down: (0, MOVED),
}
