"""Icons: own line drawings, tinted with the theme's colour, sharp at the sizes used."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from console import assets
from console.widgets.theme import Theme

FALLBACK = "general"
"""The icon used where a catalogue names one that there is not."""

SIDES = (16, 18, 20, 24, 28, 32, 36, 40, 44, 48, 56, 64, 88, 96)
"""The sides that an icon is drawn in, in real pixels; others are made smaller from the next."""


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


@lru_cache(maxsize=256)
def _drawn(name: str, color: str, disabled: str) -> QIcon:
    # Not an icon engine of our own: Qt takes over its copies, and Python has them destroyed.
    found = QIcon()
    for side in SIDES:
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_icon(painter, QRectF(0, 0, side, side), name, QColor(color))
        painter.end()
        found.addPixmap(pixmap, QIcon.Mode.Normal)
        # The same drawing in another colour: a drawing has one, and is not drawn twice for it.
        painter.begin(pixmap)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(pixmap.rect(), QColor(disabled))
        painter.end()
        found.addPixmap(pixmap, QIcon.Mode.Disabled)
    return found


def icon(name: str, theme: Theme, tint: str = "text") -> QIcon:
    """An icon in one of the theme's colours; faint where its control is disabled."""
    return QIcon(_drawn(name, theme.color(tint).name(), theme.color("faint").name()))
