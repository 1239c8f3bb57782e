"""Attached photos: a small picture of each; Enter, the space bar or a click opens it large."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget
from typing_extensions import override

from console.domain.change import AttachmentView
from console.domain.text import one_line
from console.widgets.ending_words import moment_label
from console.widgets.measure import px, sized
from console.widgets.theme import Look
from console.widgets.tips import plain_tip

NAME_SHOWN = 40
"""So many characters of a file's name are told."""

SIDE = QSize(108, 81)
"""How large a photo stands in the list, in pixels of the first text size."""

GAP = 6
FADED = 0.35
"""How much is seen of a photo that was attached in error."""

_CAPTION = 18

Lookup = Callable[[AttachmentView], QImage | None]
"""Tells how a photo looks; None while that is not known."""


def unknown(_photo: AttachmentView) -> QImage | None:
    """Nothing is known of any photo."""
    return None


def turned(image: QImage, rotation: int) -> QImage:
    """A picture turned clockwise, which is quick for a small one only."""
    return image.transformed(QTransform().rotate(rotation)) if rotation else image


class PhotoTile(QAbstractButton):
    """One photo, cut to the shape of the list; its name is told beside the pointer."""

    opened = Signal(int)
    stepped = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._photo: AttachmentView | None = None
        self._pixmap: QPixmap | None = None
        sized(self.setFixedSize, SIDE.width(), SIDE.height())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._open)
        look.changed.connect(self.update)

    @property
    def photo(self) -> AttachmentView | None:
        """What is shown."""
        return self._photo

    @property
    def _withdrawn(self) -> bool:
        return self._photo is not None and self._photo.withdrawn

    @property
    def has_picture(self) -> bool:
        """Whether the photo is seen, and not only that there is one."""
        return self._pixmap is not None and not self._pixmap.isNull()

    def show_photo(self, photo: AttachmentView, image: QImage | None) -> None:
        """Show a photo: without an image as still read, with an empty one as broken."""
        self._photo = photo
        self._pixmap = None
        if image is not None and image.isNull():
            self._pixmap = QPixmap()
        elif image is not None:
            size = self.size() * self.devicePixelRatioF()
            scaled = turned(image, photo.rotation).scaled(
                size,
                Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._pixmap = QPixmap.fromImage(scaled)
        name = one_line(photo.name)[:NAME_SHOWN]
        told = f"{name} · {moment_label(photo.moment)} · {max(1, photo.size // 1024)} KB"
        if photo.withdrawn:
            told = self.tr("{photo} · attached in error").format(photo=told)
        self.setAccessibleName(told)
        self.setToolTip(plain_tip(told))
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.modifiers():
                self.click()
            case Qt.Key.Key_Right | Qt.Key.Key_Down:
                self.stepped.emit(1)
            case Qt.Key.Key_Left | Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case _:
                super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, box = self._look.theme, QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(box, theme.radius("chip"), theme.radius("chip"))
        painter.fillPath(shape, theme.color("raised"))
        painter.setClipPath(shape)
        painter.setFont(theme.font("caption"))
        pixmap = self._pixmap
        if pixmap is not None and not pixmap.isNull():
            size = pixmap.size()
            cut = self.size() * self.devicePixelRatioF()
            left, top = (size.width() - cut.width()) // 2, (size.height() - cut.height()) // 2
            # What was attached in error is kept, and steps back.
            painter.setOpacity(FADED if self._withdrawn else 1.0)
            painter.drawPixmap(self.rect(), pixmap, QRectF(left, top, *cut.toTuple()).toRect())
            painter.setOpacity(1.0)
        else:
            said = self.tr("Reading…") if pixmap is None else self.tr("cannot be shown")
            painter.setPen(theme.color("dim"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(box.adjusted(4, 0, -4, -px(_CAPTION)), flags, said)
        self._paint_caption(painter, box)
        painter.setClipping(False)
        focused = self.hasFocus()
        painter.setPen(QPen(theme.color("accent" if focused else "line"), 2 if focused else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        painter.end()

    def _paint_caption(self, painter: QPainter, box: QRectF) -> None:
        if self._photo is None:
            return
        high = px(_CAPTION)
        foot = QRectF(box.left(), box.bottom() - high, box.width(), high)
        # White on black whatever the theme: what lies below is a photo.
        painter.fillRect(foot, QColor(0, 0, 0, 165))
        painter.setPen(QColor("white"))
        painter.drawText(
            foot.adjusted(6, 0, -6, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
            self.tr("in error") if self._withdrawn else moment_label(self._photo.moment),
        )

    def _open(self) -> None:
        if self._photo is not None:
            self.opened.emit(self._photo.id)


class Photos(QWidget):
    """The photos of the incident shown, in rows as wide as there is room."""

    opened = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.small: Lookup = unknown
        """Tells how a photo looks; what it does not know is told to ``take`` later."""
        self._shown: tuple[AttachmentView, ...] = ()
        self._columns = 0
        self.tiles: list[PhotoTile] = []
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP)
        self._layout.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.hide()

    @property
    def shown(self) -> tuple[AttachmentView, ...]:
        """The photos shown, in their order."""
        return self._shown

    def show_attachments(self, attachments: tuple[AttachmentView, ...]) -> None:
        """Show the photos of a case."""
        self.setVisible(bool(attachments))
        if attachments == self._shown:
            return
        self._shown = attachments
        while len(self.tiles) < len(attachments):
            self._add()
        for tile, photo in zip(self.tiles, attachments, strict=False):
            tile.show_photo(photo, self.small(photo))
        self._lay_out()

    def take(self, photo: AttachmentView, image: QImage) -> None:
        """Take in how a photo looks."""
        for tile, shown in zip(self.tiles, self._shown, strict=False):
            if shown.digest == photo.digest:
                tile.show_photo(shown, image)

    def take_keyboard(self) -> None:
        """Give the first photo the keyboard."""
        if self._shown:
            self.tiles[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitting != self._columns:
            self._lay_out()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            for tile, photo in zip(self.tiles, self._shown, strict=False):
                tile.show_photo(photo, self.small(photo))
        super().changeEvent(event)

    @property
    def _fitting(self) -> int:
        return max(1, (self.width() + GAP) // (px(SIDE.width()) + GAP))

    def _lay_out(self) -> None:
        self._columns = self._fitting
        for place, tile in enumerate(self.tiles):
            tile.setVisible(place < len(self._shown))
            self._layout.addWidget(tile, place // self._columns, place % self._columns)

    def _add(self) -> None:
        tile = PhotoTile(self._look, self)
        tile.opened.connect(self.opened)
        tile.stepped.connect(self._step)
        self.tiles.append(tile)

    def _step(self, by: int) -> None:
        tiles = self.tiles[: len(self._shown)]
        wanted = next((at for at, tile in enumerate(tiles) if tile.hasFocus()), 0) + by
        if 0 <= wanted < len(tiles):
            tiles[wanted].setFocus(Qt.FocusReason.OtherFocusReason)
