"""Icons: own line drawings, tinted with the theme's colour, sharp at every size and ratio."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from console import assets
from console.widgets.theme import Theme

FALLBACK = "general"
"""The icon used where a catalogue names one that there is not."""


@cache
def names() -> frozenset[str]:
    """The names of all icons."""
    return frozenset(path.stem for path in assets.path("icons").glob("*.svg"))


@lru_cache(maxsize=256)
def _renderer(name: str, color: str) -> QSvgRenderer:
    # A name comes out of a catalogue: it is looked up, never made into a path of its own.
    known = name if name in names() else FALLBACK
    svg = assets.path("icons", f"{known}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(svg.replace("currentColor", color).encode()))


def paint_icon(painter: QPainter, rect: QRectF, name: str, color: QColor) -> None:
    """Paint an icon into a square."""
    _renderer(name, color.name()).render(painter, rect)


class _Engine(QIconEngine):
    """Paints an icon when and as large as somebody asks for it."""

    def __init__(self, name: str, color: QColor, disabled: QColor) -> None:
        super().__init__()
        self._name, self._color, self._disabled = name, color, disabled

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        color = self._disabled if mode is QIcon.Mode.Disabled else self._color
        side = min(rect.width(), rect.height())
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(rect).center())
        paint_icon(painter, box, self._name, color)

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    @override
    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._color, self._disabled)


def icon(name: str, theme: Theme, tint: str = "text") -> QIcon:
    """An icon in one of the theme's colours; faint where its control is disabled."""
    return QIcon(_Engine(name, theme.color(tint), theme.color("faint")))
