"""A photo on which one can look closely: zoomed about the pointer, moved, turned."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from console.live.darkroom import Large

STEP = 1.25
"""By so much a key zooms."""

CLOSEST = 8.0
"""So many pixels of the screen show one of the photo at most, along a side."""

_GROUND = QColor("#101214")
"""Photos are looked at before a dark ground, whatever the theme."""


class PhotoCanvas(QLabel):
    """Paints what can be seen of a photo and nothing more, so that each movement is quick."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photo: Large | None = None
        self._rotation = 0
        self._zoom: float | None = None
        self._middle = QPointF()
        """What of the photo lies in the middle of the widget, in pixels from its own middle."""
        self._grabbed: QPointF | None = None
        self._said = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumSize(320, 240)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def zoomed(self) -> bool:
        """Whether only a part of the photo is seen."""
        return self._zoom is not None and self._zoom > self._fit

    @property
    def scale(self) -> float:
        """How many pixels of the screen one of the photo takes, along a side."""
        return self._fit if self._zoom is None else self._zoom

    @property
    def rotation(self) -> int:
        """By how many degrees the photo is turned clockwise."""
        return self._rotation

    def show_photo(self, photo: Large | None, rotation: int, said: str = "") -> None:
        """Show a photo as a whole; without one, words that say why."""
        self._photo = None if photo is None or photo.whole.isNull() else photo
        self._said = said
        self._rotation = rotation
        self.fit()

    def turn(self, rotation: int) -> None:
        """Show it turned otherwise."""
        self._rotation = rotation
        self.fit()

    def fit(self) -> None:
        """Show the whole photo."""
        self._zoom, self._middle = None, QPointF()
        self.update()

    def zoom_to(self, scale: float, at: QPointF | None = None) -> None:
        """Zoom so that what is at a point of the widget stays there; without one, its middle."""
        before, after = self.scale, min(max(scale, self._fit), CLOSEST)
        away = QPointF() if at is None else at - QPointF(self.rect().center())
        self._zoom = None if after <= self._fit else after
        self._middle += self._unturned(away) * (1 / before - 1 / after)
        self._stay_inside()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom by a factor."""
        self.zoom_to(self.scale * factor, at)

    def move_by(self, right: float, down: float) -> None:
        """Look at what lies farther to the right and down, in pixels of the screen."""
        self._middle += self._unturned(QPointF(right, down)) / self.scale
        self._stay_inside()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), _GROUND)
        photo = self._photo
        if photo is None:
            painter.setPen(QColor("#c9ced3"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._said)
            self._paint_focus(painter)
            painter.end()
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = QSizeF(photo.close.size())
        painter.translate(QRectF(self.rect()).center())
        painter.rotate(self._rotation)
        painter.scale(self.scale, self.scale)
        painter.translate(-self._middle)
        place = QRectF(QPointF(-size.width() / 2, -size.height() / 2), size)
        image = self._sharp_enough(photo)
        painter.drawImage(place, image, QRectF(image.rect()))
        self._paint_focus(painter)
        painter.end()

    def _paint_focus(self, painter: QPainter) -> None:
        if self.hasFocus():
            painter.resetTransform()
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _sharp_enough(self, photo: Large) -> QImage:
        """The smaller image where it shows all that can be seen: it is painted more finely."""
        wanted = photo.close.width() * self.scale * self.devicePixelRatioF()
        return photo.whole if wanted <= photo.whole.width() else photo.close

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stay_inside()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom_by(STEP ** (event.angleDelta().y() / 120), event.position())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grabbed = event.position()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            moved = self._grabbed - event.position()
            self._grabbed = event.position()
            self.move_by(moved.x(), moved.y())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None

    @property
    def _fit(self) -> float:
        if self._photo is None:
            return 1.0
        size = self._photo.close.size()
        if self._rotation % 180:
            size.transpose()
        room = min(self.width() / size.width(), self.height() / size.height())
        # A small photo is not blown up until somebody asks for it.
        return min(room, 1.0)

    def _unturned(self, away: QPointF) -> QPointF:
        return QTransform().rotate(-self._rotation).map(away)

    def _stay_inside(self) -> None:
        """Let no movement bring the photo out of sight."""
        if self._zoom is None or self._photo is None:
            self._middle = QPointF()
        else:
            half = QSizeF(self._photo.close.size()) / 2
            self._middle = QPointF(
                min(max(self._middle.x(), -half.width()), half.width()),
                min(max(self._middle.y(), -half.height()), half.height()),
            )
        self.update()
