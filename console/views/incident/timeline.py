"""The timeline: the incident's events, the newest first, as plain text."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from console.domain.events import Event
from console.views.incident.words import clock_text, full_text
from console.widgets.labels import event_sentence
from console.widgets.plain import plain_label

SHOWN = 200
"""So many events are shown; an incident rarely has twenty."""


class Timeline(QWidget):
    """One line an event: when, and what was done by whom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._lines: list[tuple[QLabel, QLabel]] = []

    def show_events(self, events: tuple[Event, ...], zone: ZoneInfo, of: int) -> None:
        """Show events of an incident, and of others that are part of it, marked with their number.

        Lines that are there already are used again.
        """
        newest = events[::-1][:SHOWN]
        while len(self._lines) < len(newest):
            self._add_line()
        for number, (when, what) in enumerate(self._lines):
            used = number < len(newest)
            when.setVisible(used)
            what.setVisible(used)
            if used:
                event = newest[number]
                when.setText(clock_text(event.at, zone))
                when.setToolTip(full_text(event.at, zone))
                mark = "" if event.subject.id == of else f"{event.subject.id:04d}: "
                what.setText(f"{mark}{event_sentence(event)}")

    @property
    def texts(self) -> list[str]:
        """What the lines say, the newest first."""
        return [what.text() for _, what in self._lines if what.isVisibleTo(self)]

    def _add_line(self) -> None:
        when, what = plain_label(self), plain_label(self)
        when.setProperty("role", "dim")
        when.setAlignment(Qt.AlignmentFlag.AlignTop)
        what.setWordWrap(True)
        what.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = len(self._lines)
        self._grid.addWidget(when, row, 0)
        self._grid.addWidget(what, row, 1)
        self._lines.append((when, what))
