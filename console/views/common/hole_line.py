"""One line that names the holes of the next 24 hours; it stands above the roster."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.change import Change
from console.live.hub import Hub
from console.views.common.holes import DAY_AHEAD, holes_of
from console.views.common.shift_words import hole_text
from console.widgets.plain import plain_label

NAMED = 3
"""So many holes are named; the shifts screen lists all."""

REST_MS = 200
"""Changes of so many milliseconds are counted together."""

MINUTE_MS = 60_000


class HoleLine(QWidget):
    """Empty and out of the way where nothing is missing."""

    def __init__(
        self, hub: Hub, clock: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._hub, self._clock = hub, clock
        self.label = plain_label(self)
        self.label.setWordWrap(True)
        self.label.setProperty("role", "dim")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.label)
        self.label.hide()
        self._soon = QTimer(self, interval=REST_MS, singleShot=True)
        self._soon.timeout.connect(self.show_now)
        # A shift also begins without anybody doing anything.
        self._again = QTimer(self, interval=MINUTE_MS)
        self._again.timeout.connect(self.show_now)
        self._again.start()
        hub.loaded.connect(self.show_now)
        hub.changed.connect(self._changed)

    def show_now(self) -> None:
        """Name the holes as they are at this moment, if anybody looks."""
        if not self.isVisible():
            return
        picture = self._hub.picture
        holes = holes_of(picture, self._clock(), DAY_AHEAD)
        named = " · ".join(hole_text(hole, picture.skills) for hole in holes[:NAMED])
        told = self.tr("⚠ Holes in the next 24 hours: {count}. {named}").format(
            count=len(holes), named=named
        )
        self.label.setText(f"{told} …" if len(holes) > NAMED else told)
        self.label.setVisible(bool(holes))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_now()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_now()
        super().changeEvent(event)

    def _changed(self, change: Change) -> None:
        if change.shifts or change.members or change.catalogue is not None:
            self._soon.start()
