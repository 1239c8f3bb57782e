"""The timeline: the incident's events, the newest first, as plain text."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from console.domain.events import Event
from console.domain.lifecycle import Deed
from console.domain.mentions import mentioned, spans
from console.domain.text import one_line
from console.views.incident.words import clock_text, day_text, full_text
from console.widgets.labels import event_sentence
from console.widgets.marked import MarkedLabel
from console.widgets.plain import plain_label

SHOWN = 200
"""So many events are shown; an incident rarely has twenty."""


def struck(events: Iterable[Event]) -> frozenset[int]:
    """The sequence numbers of the notes that were put right later."""
    later = (event for event in events if event.kind is Deed.CORRECT_NOTE)
    return frozenset(seq for event in later if isinstance(seq := event.payload["corrects"], int))


class Timeline(QWidget):
    """One line an event: when, and what was done by whom.

    A note that was put right later stays, struck through.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._lines: list[tuple[QLabel, MarkedLabel]] = []

    def show_events(
        self,
        events: tuple[Event, ...],
        zone: ZoneInfo,
        of: int | None = None,
        *,
        dated: bool = False,
    ) -> None:
        """Show events; lines that are there already are used again.

        Args:
            events: The events, the oldest first.
            zone: The zone of the times shown.
            of: The incident whose they are; those of others are marked with their number.
            dated: Whether the days stand beside the times.
        """
        newest = events[::-1][:SHOWN]
        gone = struck(events)
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
                other = of is not None and event.subject.id != of
                mark = f"{event.subject.id:04d}: " if other else ""
                what.setText(f"{mark}{event_sentence(event)}")
                names = [one_line(one.name) for one in mentioned(event.payload)]
                what.set_marks(list(spans(what.text(), names)) if names else ())
                self._strike(what, event.seq in gone)

    @property
    def texts(self) -> list[str]:
        """What the lines say, the newest first."""
        return [what.text() for _, what in self._lines if what.isVisibleTo(self)]

    def _strike(self, what: QLabel, gone: bool) -> None:
        if what.font().strikeOut() != gone:
            font = QFont(what.font())
            font.setStrikeOut(gone)
            what.setFont(font)
        # A line through the words says nothing to who hears them.
        said = self.tr("struck through: {text}").format(text=what.text()) if gone else ""
        what.setAccessibleName(said)

    def _add_line(self) -> None:
        when, what = plain_label(self), MarkedLabel(self)
        when.setProperty("role", "dim")
        when.setAlignment(Qt.AlignmentFlag.AlignTop)
        what.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = len(self._lines)
        self._grid.addWidget(when, row, 0)
        self._grid.addWidget(what, row, 1)
        self._lines.append((when, what))
