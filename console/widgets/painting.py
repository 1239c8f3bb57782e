"""What the painted parts share: keeping a painter's state, and shaped texts that are kept."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPixmap, QStaticText, QTextOption

from console.domain.text import one_line

DRAWINGS = 600
"""So many small drawings are kept."""

Paint = Callable[[QPainter, QRectF], None]

SHAPED = 200
"""So many characters of a text are looked at; no line of a screen shows more."""


@contextmanager
def kept(painter: QPainter) -> Iterator[None]:
    """Paint smoothly inside, and leave the painter as it was."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield
    finally:
        painter.restore()


def draw_centred(painter: QPainter, rect: QRectF, text: str) -> None:
    """Draw a short text into the middle of a rectangle, by its capitals and not by its descent."""
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)


def sharpness(painter: QPainter) -> float:
    """How many pixels of the device a painter has for one of its own.

    The device may be a picture of other sharpness than the window: the painter knows.
    """
    return painter.deviceTransform().m11() or 1.0


class Stamps:
    """Small drawings of one theme, each painted once and then copied."""

    def __init__(self) -> None:
        self._drawings: dict[object, QPixmap] = {}

    def stamp(
        self, painter: QPainter, box: QRectF, key: object, paint: Paint, ratio: float
    ) -> None:
        """Copy a small drawing to its place; it is painted only the first time.

        Args:
            painter: Where to.
            box: Its place.
            key: All that the drawing depends on, but for its size, the sharpness and the theme.
            paint: Paints it.
            ratio: How sharp, see `sharpness`.
        """
        painter.drawPixmap(box.topLeft(), self.drawn(box.size(), key, paint, ratio))

    def drawn(self, size: QSizeF, key: object, paint: Paint, ratio: float) -> QPixmap:
        """A small drawing, to be copied by whoever needs many of them; see `stamp`."""
        whole = key, ratio, size.width(), size.height()
        pixmap = self._drawings.get(whole)
        if pixmap is None:
            if len(self._drawings) >= DRAWINGS:
                self._drawings.clear()
            pixmap = self._drawings[whole] = _drawn(size, paint, ratio)
        return pixmap


def _drawn(size: QSizeF, paint: Paint, ratio: float) -> QPixmap:
    pixmap = QPixmap((size * ratio).toSize())
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint(painter, QRectF(QPointF(0, 0), size))
    painter.end()
    return pixmap


@dataclass(frozen=True, slots=True)
class Shaped:
    """A text that has been cut to a width and shaped once."""

    text: QStaticText
    width: int
    height: int


class Texts:
    """The texts of one font, shaped when they are first needed; the least new ones are dropped."""

    def __init__(self, font: QFont, limit: int = 4000) -> None:
        self.font = font
        self._metrics = QFontMetrics(font)
        self._limit = limit
        self._kept: dict[tuple[str, int], Shaped] = {}
        self._widths: dict[str, int] = {}

    def width(self, text: str) -> int:
        """How wide a short text of our own is."""
        width = self._widths.get(text)
        if width is None:
            if len(self._widths) >= self._limit:
                self._widths.clear()
            width = self._widths[text] = self._metrics.horizontalAdvance(text)
        return width

    def shaped(self, text: str, width: int) -> Shaped:
        """A text as one line of at most a width.

        Only its beginning is looked at, so that a title of 10,000 characters costs no more than
        another one.
        """
        key = text[:SHAPED], width
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= self._limit:
                # Dicts keep the order of insertion: the first tenth is the oldest.
                for old in list(self._kept)[: self._limit // 10]:
                    del self._kept[old]
            line = one_line(key[0])
            if len(text) > SHAPED:
                line += "…"
            found = self._kept[key] = self._shape(line, width)
        return found

    def draw(self, painter: QPainter, x: float, middle: float, text: str, width: int) -> int:
        """Draw a text from ``x`` on, its line around ``middle``; returns how wide it became.

        The painter must have this font and the pen wanted.
        """
        found = self.shaped(text, width)
        painter.drawStaticText(QPointF(x, middle - found.height / 2), found.text)
        return found.width

    def _shape(self, line: str, width: int) -> Shaped:
        text = self._static(line)
        if text.size().width() > width:
            cut = self._metrics.elidedText(line, Qt.TextElideMode.ElideRight, max(0, width))
            text = self._static(cut)
            if len(cut) <= 1 and text.size().width() > width:
                # Not even the dots have room.
                return Shaped(self._static(""), 0, self._metrics.height())
        return Shaped(text, ceil(text.size().width()), self._metrics.height())

    def _static(self, line: str) -> QStaticText:
        text = QStaticText(line)
        # Plain, or a title could be markup; left to right, or a title could change sides.
        text.setTextFormat(Qt.TextFormat.PlainText)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        text.setTextOption(option)
        text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        text.prepare(font=self.font)
        return text
