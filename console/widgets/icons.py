"""Icons: own line drawings, tinted with the theme's colour."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from console import assets
from console.widgets.theme import Theme

SIZES = (16, 20, 24, 32, 48)
"""The sizes that an icon is drawn in, in pixels."""

FALLBACK = "general"
"""The icon used where a catalogue names one that there is not."""


@cache
def _source(name: str) -> str:
    path = assets.path("icons", f"{name}.svg")
    return path.read_text("utf-8") if path.exists() else _source(FALLBACK)


@cache
def _pixmap(name: str, color: str, side: int) -> QPixmap:
    svg = _source(name).replace("currentColor", color)
    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap


def icon(name: str, theme: Theme, tint: str = "text") -> QIcon:
    """An icon in one of the theme's colours."""
    found = QIcon()
    for side in SIZES:
        found.addPixmap(_pixmap(name, theme.color(tint).name(), side))
    return found


def icon_pixmap(name: str, theme: Theme, side: int, ratio: float, tint: str = "dim") -> QPixmap:
    """An icon as a pixmap of a side in device-independent pixels."""
    pixmap = QPixmap(_pixmap(name, theme.color(tint).name(), round(side * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
