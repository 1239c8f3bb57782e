"""The icon in the desktop's tray: how many alarms wait, and notices while the window is away."""

import logging
from typing import Protocol

from PySide6.QtCore import QObject, QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QSystemTrayIcon

from console.widgets.icons import paint_icon
from console.widgets.theme import Theme

SIDE = 64
"""The side of the drawing in pixels; trays make it smaller."""

MOST = 99
"""A larger number is not told: it could not be read."""

SHOWN_MS = 10_000
"""How long the desktop is asked to show a notice, in milliseconds."""

_log = logging.getLogger(__name__)


class Tray(Protocol):
    """Where an icon and notices are shown outside the window."""

    @property
    def clicked(self) -> SignalInstance:
        """The icon or a notice was clicked."""

    def show_waiting(self, icon: QIcon, tip: str) -> None:
        """Show how many wait."""

    def notify(self, title: str, text: str) -> None:
        """Show a notice for a while."""

    def remove(self) -> None:
        """Take the icon away."""


class DesktopTray(QObject):
    """The tray of the desktop that the program runs on."""

    clicked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = QSystemTrayIcon(self)
        self._icon.activated.connect(self.clicked)
        self._icon.messageClicked.connect(self.clicked)

    def show_waiting(self, icon: QIcon, tip: str) -> None:
        """Show how many wait."""
        self._icon.setIcon(icon)
        self._icon.setToolTip(tip)
        self._icon.show()

    def notify(self, title: str, text: str) -> None:
        """Show a notice for a while."""
        self._icon.showMessage(title, text, self._icon.icon(), SHOWN_MS)

    def remove(self) -> None:
        """Take the icon away."""
        self._icon.hide()


def desktop_tray(parent: QObject) -> DesktopTray | None:
    """The desktop's tray; None where there is none, which is no fault."""
    if QSystemTrayIcon.isSystemTrayAvailable():
        return DesktopTray(parent)
    _log.info("there is no tray: notices are not shown outside the window")
    return None


def counted_icon(count: int, color: str, theme: Theme) -> QIcon:
    """A bell, with the number that wait on a disc of their colour."""
    pixmap = QPixmap(SIDE, SIDE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # A tray is dark or light whatever the window is: grey is seen on both.
    paint_icon(painter, QRectF(0, 0, SIDE, SIDE), "bell", QColor("#8c98a4"))
    if count:
        _paint_count(painter, f"{min(count, MOST)}", theme.color(color), theme.color("bg"))
    painter.end()
    return QIcon(pixmap)


def _paint_count(painter: QPainter, text: str, disc: QColor, ink: QColor) -> None:
    box = QRectF(SIDE * 0.3, SIDE * 0.3, SIDE * 0.7, SIDE * 0.7)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(disc)
    painter.drawEllipse(box)
    font = painter.font()
    font.setPixelSize(int(SIDE * 0.45))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
