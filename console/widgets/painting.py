"""What the painted parts share: keeping a painter's state, and shaped texts that are kept."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText, QTextOption

from console.domain.text import one_line

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


class Shaped:
    """A text that has been cut to a width and shaped once."""

    __slots__ = ("height", "text", "width")

    def __init__(self, text: str, font: QFont, width: float, height: float) -> None:
        self.text = QStaticText(text)
        # Plain, or a title could be markup; left to right, or a title could change sides.
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        self.text.setTextOption(option)
        self.text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        self.text.prepare(font=font)
        self.width = width
        self.height = height


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
            cut = self._metrics.elidedText(line, Qt.TextElideMode.ElideRight, max(0, width))
            advance = self._metrics.horizontalAdvance(cut)
            found = self._kept[key] = Shaped(cut, self.font, advance, self._metrics.height())
        return found

    def draw(self, painter: QPainter, x: float, middle: float, text: str, width: int) -> int:
        """Draw a text from ``x`` on, its line around ``middle``; returns how wide it became.

        The painter must have this font and the pen wanted.
        """
        found = self.shaped(text, width)
        painter.drawStaticText(QPointF(x, middle - found.height / 2), found.text)
        return int(found.width)
