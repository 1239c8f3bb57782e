"""Photos before and after, side by side: the last one of each, larger on a click."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget
from typing_extensions import override

from console.domain.change import AttachmentView
from console.domain.checking import Moment
from console.views.incident.photos import Lookup, turned, unknown
from console.widgets.ending_words import moment_label
from console.widgets.measure import px, whenever
from console.widgets.plain import plain_label

SIDE = QSize(176, 124)
"""How large a photo stands there, in pixels."""


class Beside(QWidget):
    """Two photos; it asks how they look and shows them when that is known."""

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: dict[Moment, AttachmentView] = {}
        self._counts: dict[Moment, int] = {}
        self._images: dict[str, QImage] = {}
        self.small: Lookup = unknown
        """Tells how a photo looks; what it does not know is told to ``take`` later."""
        self.captions = {moment: plain_label(self) for moment in Moment}
        self.photos = {moment: QPushButton(self) for moment in Moment}
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for column, moment in enumerate(Moment):
            self.captions[moment].setProperty("role", "dim")
            self.photos[moment].setProperty("kind", "quiet")
            layout.addWidget(self.captions[moment], 0, column)
            layout.addWidget(self.photos[moment], 1, column)
        layout.setColumnStretch(2, 1)
        self._measure()
        whenever(self._measure)
        self.photos[Moment.BEFORE].clicked.connect(self._open_before)
        self.photos[Moment.AFTER].clicked.connect(self._open_after)

    def _measure(self) -> None:
        # Smaller with a smaller text, but not larger: two of them must have room side by side.
        side = SIDE * (min(px(100), 100) / 100)
        for photo in self.photos.values():
            photo.setFixedSize(side + QSize(6, 6))
            photo.setIconSize(side)

    def show_attachments(self, attachments: tuple[AttachmentView, ...]) -> None:
        """Show the last photo of each moment; what is known of them already is not read again."""
        attachments = tuple(one for one in attachments if not one.withdrawn)
        self._shown = {one.moment: one for one in attachments}
        self._counts = {
            moment: sum(one.moment is moment for one in attachments) for moment in Moment
        }
        for one in self._shown.values():
            image = self.small(one)
            if image is not None:
                self._images[one.digest] = image
        self._say()

    def take(self, photo: AttachmentView, image: QImage) -> None:
        """Take in how a photo looks; an empty image says that it cannot be shown."""
        if any(one.digest == photo.digest for one in self._shown.values()):
            self._images[photo.digest] = image
            self._say()

    def forget(self) -> None:
        """Another incident is looked at: its photos are other ones."""
        self._images.clear()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._counts:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        for moment, button in self.photos.items():
            caption = moment_label(moment)
            count = self._counts.get(moment, 0)
            self.captions[moment].setText(f"{caption} · {count}")
            one = self._shown.get(moment)
            image = QImage() if one is None else self._images.get(one.digest, QImage())
            pixmap = QPixmap.fromImage(turned(image, one.rotation if one else 0))
            button.setIcon(pixmap)
            button.setEnabled(one is not None)
            button.setText("" if not pixmap.isNull() else self._instead(one))
            button.setAccessibleName(caption)

    def _instead(self, one: AttachmentView | None) -> str:
        if one is None:
            return self.tr("no photo")
        return (
            self.tr("Reading…") if one.digest not in self._images else self.tr("cannot be shown")
        )

    def _open_before(self) -> None:
        self._open(Moment.BEFORE)

    def _open_after(self) -> None:
        self._open(Moment.AFTER)

    def _open(self, moment: Moment) -> None:
        one = self._shown.get(moment)
        if one is not None:
            self.opened.emit(one.id)
