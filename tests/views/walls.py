"""All that can be read on a wall, by the eye and by a screen reader."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget

from console.board import Wall
from console.views.board.window import BoardWindow

OpenWall = Callable[..., Wall]


def labels(window: BoardWindow) -> list[QLabel]:
    """All labels that are seen and say something."""
    return [one for one in window.findChildren(QLabel) if one.isVisible() and one.text()]


def told(widget: QWidget) -> str:
    """Everything that a widget and its children say, seen or heard."""
    parts = [widget, *widget.findChildren(QWidget)]
    heard = [f"{part.accessibleName()} {part.toolTip()}" for part in parts]
    seen = [part.text() for part in parts if isinstance(part, QLabel)]
    return "\n".join((*heard, *seen))
