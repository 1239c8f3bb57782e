"""A loudspeaker and a tray that keep what they were asked for: no machine of ours has any."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon


class Recorder:
    """Keeps the names of all sounds, and how loud each was to be, in the order asked for."""

    def __init__(self, *, device: bool = True) -> None:
        self.device = device
        self.played: list[tuple[str, int]] = []
        self.stops = 0

    @property
    def names(self) -> list[str]:
        """The names of all sounds."""
        return [name for name, _volume in self.played]

    def play(self, name: str, volume: int) -> bool:
        """Write a sound down; it is heard where there is a device."""
        self.played.append((name, volume))
        return self.device

    def stop(self) -> None:
        """Count how often silence was asked for."""
        self.stops += 1


class Shelf(QObject):
    """Keeps the notices that were shown in a tray, and what its icon tells."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.notices: list[tuple[str, str]] = []
        self.tip = ""
        self.shown = False
        self.icon = QIcon()

    def show_waiting(self, icon: QIcon, tip: str) -> None:
        """Keep what the icon tells."""
        self.icon, self.tip, self.shown = icon, tip, True

    def notify(self, title: str, text: str) -> None:
        """Keep a notice."""
        self.notices.append((title, text))

    def remove(self) -> None:
        """The icon is gone."""
        self.shown = False
