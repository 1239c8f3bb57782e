"""What a painted widget is, for a screen reader: Qt knows the roles of its own controls only."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_MARK = "is_graphic"


def say_graphic(widget: QWidget) -> None:
    """Let a widget say that it is a drawing; what it shows is told by its accessible name."""
    _begin()
    widget.setProperty(_MARK, True)


@cache
def _begin() -> None:
    QAccessible.installFactory(_interface)


def _interface(_kind: str, one: QObject) -> QAccessibleInterface | None:
    """What Qt asks when a widget is first looked at by a screen reader; None leaves it to Qt."""
    if isinstance(one, QWidget) and one.property(_MARK):
        return QAccessibleWidget(one, QAccessible.Role.Graphic)
    return None
