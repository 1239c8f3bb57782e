"""Finds what is cut: texts that have less room than they need, and widgets beyond their edges."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTableView,
    QWidget,
)

from console.views.roster.running import LineButton
from console.widgets.plain import ElidedLabel

SCREEN = QSize(1920, 1080)


def clipped(root: QWidget) -> Iterator[str]:
    """What is cut in a window that is shown, each with where and how much."""
    window = root.window()
    least = window.minimumSizeHint().expandedTo(window.minimumSize())
    for size, what in ((least, "needs"), (window.size(), "has")):
        if size.width() > SCREEN.width() or size.height() > SCREEN.height():
            yield f"the window {what} {size.width()} × {size.height()}"
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible() or widget.window() is not window or _unseen(widget):
            continue
        yield from (f"{_named(widget)}: {why}" for why in _cut(widget))


def _cut(widget: QWidget) -> Iterator[str]:
    if why := _beyond(widget):
        yield why
    if isinstance(widget, QScrollArea):
        yield from _cut_area(widget)
    elif isinstance(widget, QLabel):
        yield from _cut_label(widget)
    elif isinstance(widget, QTableView):
        yield from _cut_table(widget)
    elif not isinstance(widget, LineButton):
        yield from _cut_control(widget)


def _cut_control(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QAbstractButton):
        text = widget.text().replace("&&", "&")
        yield from _short(widget, _size(widget, text), widget.size())
    elif isinstance(widget, QComboBox):
        room = QSize(widget.width() - 24, widget.height())
        yield from _short(widget, _size(widget, widget.currentText()), room)
    elif isinstance(widget, QAbstractSpinBox):
        room = widget.size() - QSize(24, 0)
        yield from _short(widget, _size(widget, widget.text()), room)
    elif isinstance(widget, QLineEdit):
        yield from _short(widget, QSize(0, QFontMetrics(widget.font()).height()), widget.size())


def _cut_area(area: QScrollArea) -> Iterator[str]:
    """What is wider than the area, and cannot be scrolled to."""
    never = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    inside = area.widget()
    needed, room = inside.width() if inside else 0, area.viewport().width()
    if inside is not None and never and needed > room:
        wide = {
            _named(one)
            for one in inside.findChildren(QWidget)
            if one.isVisible() and one.minimumSizeHint().width() > room - 2 * one.x()
        }
        yield f"what it scrolls is {needed} px wide, and {room} are seen: {sorted(wide)}"


def _cut_label(label: QLabel) -> Iterator[str]:
    if isinstance(label, ElidedLabel) or not label.text():
        return
    room = label.contentsRect().size()
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if needed > label.height() + 1:
            yield f"needs {needed} px of height, has {label.height()}: {label.text()[:40]}"
    else:
        yield from _short(label, _size(label, label.text()), room)


def _cut_table(table: QTableView) -> Iterator[str]:
    height = QFontMetrics(table.font()).height()
    model = table.model()
    if model.rowCount() and not table.isRowHidden(0) and table.rowHeight(0) < height:
        yield f"rows of {table.rowHeight(0)} px for letters of {height}"
    heading = table.horizontalHeader()
    if heading.isVisible():
        for column in range(model.columnCount()):
            text = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
            needed = _size(heading, text).width()
            if not heading.isSectionHidden(column) and needed > heading.sectionSize(column):
                yield f"the heading {text!r} needs {needed}, has {heading.sectionSize(column)}"


def _short(widget: QWidget, needed: QSize, room: QSize) -> Iterator[str]:
    if needed.width() == 0 and isinstance(widget, QAbstractButton):
        return
    if needed.width() > room.width() or needed.height() > room.height() + 1:
        text = getattr(widget, "text", str)()
        yield (
            f"needs {needed.width()} × {needed.height()},"
            f" has {room.width()} × {room.height()}: {text[:40]!r}"
        )


def _size(widget: QWidget, text: str) -> QSize:
    box = QFontMetrics(widget.font()).size(0, text)
    if isinstance(widget, QCheckBox):
        box += QSize(20, 0)
    return box


def _beyond(widget: QWidget) -> str:
    """Whether it stands beyond its parent's edges, unless that is scrolled."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow():
        return ""
    area = parent.parentWidget()
    if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
        return ""
    place = QRect(widget.mapTo(parent, QPoint(0, 0)), widget.size())
    if parent.rect().adjusted(-1, -1, 1, 1).contains(place):
        return ""
    return f"stands at {place} beyond {parent.rect()}"


def _unseen(widget: QWidget) -> bool:
    """Whether it is part of a control that is looked at as a whole, or has no room on purpose."""
    parent: QWidget | None = widget
    while parent is not None:
        parent = parent.parentWidget()
        if isinstance(parent, QAbstractItemView | QHeaderView | QComboBox | QAbstractSpinBox):
            return True
    return widget.width() == 0 or widget.height() == 0


def _named(widget: QWidget) -> str:
    return f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
