"""A picture of a video as large as there is room for it; an old one is dimmed."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from console.widgets.icons import paint_icon
from console.widgets.theme import Look

_BEHIND = QColor("#000000")
_VEIL = QColor(0, 0, 0, 150)
_ICON = 40


class VideoScreen(QWidget):
    """Shows the pictures that it is given; with none, the drawing of a camera."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._image: QImage | None = None
        self._stale = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.update)

    def show_image(self, image: QImage | None, *, stale: bool) -> None:
        """Show a picture; ``stale`` says that it is not of now."""
        self._image, self._stale = image, stale
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 180)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return width * 9 // 16

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), _BEHIND)
        image = self._image
        if image is None or image.isNull():
            middle = QRectF(0, 0, _ICON, _ICON)
            middle.moveCenter(QRectF(self.rect()).center())
            paint_icon(painter, middle, "camera", self._look.theme.color("dim"))
            return
        size = image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(self.rect()).center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image)
        if self._stale:
            painter.fillRect(place, _VEIL)
