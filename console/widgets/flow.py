"""A layout that goes on in another line where a line is full, so that nothing is cut."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override


class Flow(QLayout):
    """Puts widgets side by side as far as there is room, then below.

    With ``columns`` they are equally wide, and at most so many stand side by side; without, each
    is as wide as it wants to be.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6, columns: int = 0) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._columns = gap, columns
        # What Qt asks for again and again until something is shown, hidden or says another size.
        self._wanted: list[tuple[QLayoutItem, QSize]] | None = None
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def arrange(self, widgets: Sequence[QWidget]) -> None:
        """Put the widgets that are here already into another order; what is not named follows."""
        places: dict[QWidget | None, int] = {widget: at for at, widget in enumerate(widgets)}
        self._items.sort(key=lambda item: places.get(item.widget(), len(places)))
        self.invalidate()

    @override
    def invalidate(self) -> None:
        self._wanted = None
        self._heights.clear()
        super().invalidate()

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:
            height = max((place.bottom() + 1 for _, place in self._places(width)), default=0)
            self._heights[width] = height
        return height

    @override
    def minimumSize(self) -> QSize:
        wanted = [size for _, size in self._shown()]
        widest = max((size.width() for size in wanted), default=0)
        return QSize(widest, max((size.height() for size in wanted), default=0))

    @override
    def sizeHint(self) -> QSize:
        widths = [size.width() for _, size in self._shown()]
        if self._columns and widths:
            widths = [max(widths)] * min(self._columns, len(widths))
        width = sum(widths) + self._gap * max(0, len(widths) - 1)
        return QSize(width, self.heightForWidth(width))

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        for item, place in self._places(rect.width()):
            item.setGeometry(place.translated(rect.topLeft()))

    def _shown(self) -> list[tuple[QLayoutItem, QSize]]:
        """The items that are shown, and how large each wants to be."""
        if self._wanted is None:
            shown = [item for item in self._items if not item.isEmpty()]
            self._wanted = [(item, item.sizeHint()) for item in shown]
        return self._wanted

    def _places(self, width: int) -> Iterator[tuple[QLayoutItem, QRect]]:
        """The items that are shown, each with its place in a width."""
        items = self._shown()
        widest = max((size.width() for _, size in items), default=0)
        column = 0
        if self._columns:
            beside = (width + self._gap) // (widest + self._gap) if widest else 1
            across = min(self._columns, max(1, beside))
            column = (width - self._gap * (across - 1)) // across
        x = y = line = 0
        for item, wanted in items:
            room = column or min(wanted.width(), width)
            if x and x + room > width:
                x, y, line = 0, y + line + self._gap, 0
            yield item, QRect(x, y, room, wanted.height())
            x += room + self._gap
            line = max(line, wanted.height())
