"""Photos before and after, side by side: the last one of each, larger on a click."""

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget
from typing_extensions import override

from console.domain.change import AttachmentView
from console.domain.checking import Moment
from console.widgets.ending_words import moment_label
from console.widgets.plain import plain_label

SIDE = QSize(176, 124)
"""How large a photo stands there, in pixels."""


class Beside(QWidget):
    """Two photos; it asks for their contents and shows them when they come."""

    wanted = Signal(int)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: dict[Moment, AttachmentView] = {}
        self._counts: dict[Moment, int] = {}
        self._pixmaps: dict[int, QPixmap] = {}
        self._asked: set[int] = set()
        self.captions = {moment: plain_label(self) for moment in Moment}
        self.photos = {moment: QPushButton(self) for moment in Moment}
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for column, moment in enumerate(Moment):
            self.captions[moment].setProperty("role", "dim")
            self.photos[moment].setProperty("kind", "quiet")
            self.photos[moment].setFixedSize(SIDE + QSize(8, 8))
            self.photos[moment].setIconSize(SIDE)
            layout.addWidget(self.captions[moment], 0, column)
            layout.addWidget(self.photos[moment], 1, column)
        layout.setColumnStretch(2, 1)
        self.photos[Moment.BEFORE].clicked.connect(self._open_before)
        self.photos[Moment.AFTER].clicked.connect(self._open_after)

    def show_attachments(self, attachments: tuple[AttachmentView, ...]) -> None:
        """Show the last photo of each moment; what is known of them already is not read again."""
        attachments = tuple(one for one in attachments if not one.withdrawn)
        self._shown = {one.moment: one for one in attachments}
        self._counts = {
            moment: sum(one.moment is moment for one in attachments) for moment in Moment
        }
        for one in self._shown.values():
            if one.id not in self._pixmaps:
                self._pixmaps[one.id] = QPixmap()
                self._asked.add(one.id)
                self.wanted.emit(one.id)
        self._say()

    def take(self, attachment: int, content: bytes) -> bool:
        """Take a photo's content in; tells whether it was asked for here."""
        if attachment not in self._asked:
            return False
        self._asked.discard(attachment)
        self._pixmaps[attachment] = QPixmap.fromImage(_small(content, SIDE))
        self._say()
        return True

    def forget(self) -> None:
        """Another incident is looked at: its photos are other ones."""
        self._pixmaps.clear()
        self._asked.clear()

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
            pixmap = QPixmap() if one is None else self._pixmaps.get(one.id, QPixmap())
            button.setIcon(pixmap)
            button.setEnabled(one is not None)
            button.setText("" if not pixmap.isNull() else self._instead(one))
            button.setAccessibleName(caption)

    def _instead(self, one: AttachmentView | None) -> str:
        if one is None:
            return self.tr("no photo")
        return self.tr("Reading…") if one.id in self._asked else self.tr("cannot be shown")

    def _open_before(self) -> None:
        self._open(Moment.BEFORE)

    def _open_after(self) -> None:
        self._open(Moment.AFTER)

    def _open(self, moment: Moment) -> None:
        one = self._shown.get(moment)
        if one is not None:
            self.opened.emit(one.id)


def _small(content: bytes, side: QSize) -> QImage:
    """A photo made small while it is decoded, which a large one needs a tenth of the time for."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    whole = reader.size()
    if whole.isValid():
        reader.setScaledSize(whole.scaled(side, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
