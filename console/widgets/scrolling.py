"""What is scrolled where it has no room, as in a large text size on a small screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget


def scrolled(content: QLayout, parent: QWidget) -> QScrollArea:
    """An area that scrolls a layout up and down; Tab goes to what is in it, and not to itself."""
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    inside = QWidget(area)
    content.setContentsMargins(0, 0, 0, 0)
    inside.setLayout(content)
    area.setWidget(inside)
    return area
