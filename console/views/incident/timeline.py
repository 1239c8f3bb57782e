"""The timeline: the incident's events, the newest first, as plain text."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from console.domain.events import Event
from console.views.incident.words import clock_text, day_text, full_text
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

    def show_events(
        self, events: tuple[Event, ...], zone: ZoneInfo, *, dated: bool = False
    ) -> None:
        """Show events, with their days if so wished; lines that are there are used again."""
        newest = events[::-1][:SHOWN]
        while len(self._lines) < len(newest):
            self._add_line()
        for number, (when, what) in enumerate(self._lines):
            used = number < len(newest)
            when.setVisible(used)
            what.setVisible(used)
            if used:
                event = newest[number]
                when.setText((day_text if dated else clock_text)(event.at, zone))
                when.setToolTip(full_text(event.at, zone))
                what.setText(event_sentence(event))

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
