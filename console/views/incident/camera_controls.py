"""What is said of the camera that is looked through, and the buttons for it, each with its key."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.widgets.flow import Flow
from console.widgets.keys import key_mark
from console.widgets.plain import plain_label
from console.widgets.restyle import restyle
from console.widgets.words_cameras import going_on, trouble_sentence

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from console.views.incident.watching import Watching

NAMES = ("camera", "camera_before", "still", "full_size", "camera_again", "close")
"""What can be done, by the names of the keys; ``close`` has the key that goes back."""


class CameraControls(QWidget):
    """A sentence on how it goes, and what can be done now."""

    wanted = Signal(str)
    """One of ``NAMES``."""

    def __init__(
        self,
        watching: "Watching",
        zone: "Callable[[], ZoneInfo]",
        others: Callable[[], bool],
        parent: QWidget | None = None,
        *,
        large: bool = False,
    ) -> None:
        """Stand below a screen.

        Args:
            watching: What is looked through, and how it goes.
            zone: The center's time zone.
            others: Whether there are other cameras to go on to.
            parent: Owns it.
            large: Whether the picture is shown in full size already.
        """
        super().__init__(parent)
        self._watching, self._zone, self._others, self._large = watching, zone, others, large
        self.status = plain_label(self)
        self.status.setWordWrap(True)
        self.buttons = {name: QPushButton(self) for name in NAMES}
        places = Flow()
        for name, button in self.buttons.items():
            button.setProperty("kind", "quiet")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAutoDefault(False)  # In a window, Enter belongs to the line above.
            button.clicked.connect(self._asks_for(name))
            places.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.status)
        layout.addLayout(places)
        watching.changed.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Say how it goes now."""
        watching = self._watching
        text, trouble = self._sentence(), watching.trouble is not None
        if self.status.text() != text:
            self.status.setText(text)
        restyle(self.status, role="warning" if trouble else "dim")
        words = {
            "camera": self.tr("Next camera"),
            "camera_before": self.tr("Previous"),
            "still": self.tr("Keep a still"),
            "full_size": self.tr("Smaller") if self._large else self.tr("Full size"),
            "camera_again": self.tr("Try again"),
            "close": self.tr("Close"),
        }
        for name, button in self.buttons.items():
            button.setText(f"{words[name]}  {key_mark('back' if name == 'close' else name)}")
            button.setAccessibleName(words[name])
        others = self._others()
        self.buttons["camera"].setVisible(others)
        self.buttons["camera_before"].setVisible(others)
        self.buttons["still"].setVisible(watching.playing and watching.about is not None)
        self.buttons["full_size"].setVisible(watching.address is not None)
        self.buttons["camera_again"].setVisible(watching.over and watching.address is not None)
        # What helps on when there is no picture stands out.
        restyle(self.buttons["camera"], kind="primary" if trouble else "quiet")

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_state()
        super().changeEvent(event)

    def _asks_for(self, name: str) -> Callable[[], None]:
        return lambda: self.wanted.emit(name)

    def _sentence(self) -> str:
        watching = self._watching
        if watching.camera is None:
            return ""
        if watching.not_written:
            return self.tr("Who looks and why could not be written down: the camera stays closed.")
        trouble = watching.trouble
        if trouble is not None:
            sentence = trouble_sentence(
                trouble, watching.address, self._time(watching.last_at, "%H:%M:%S")
            )
            more = going_on(trouble, watching.tries, over=watching.over)
            return " ".join(part for part in (sentence, more) if part)
        if not watching.playing:
            return self.tr("Opening the camera…")
        if watching.kept_at is not None:
            return self.tr("The still of {at} is in the case.").format(
                at=self._time(watching.kept_at, "%H:%M:%S")
            )
        return self.tr("Live, without sound; the look is written down.")

    def _time(self, at: "datetime | None", form: str) -> str:
        return "" if at is None else f"{at.astimezone(self._zone()):{form}}"
