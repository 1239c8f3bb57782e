"""The two clocks of an incident in words: which one its limit runs on, and the citizen's."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.domain.category import LimitClock
from console.domain.incident import ENDED, Incident
from console.views.incident.words import full_text
from console.widgets.labels import clock_label, duration_text
from console.widgets.plain import plain_label


class ClockLine(QWidget):
    """Which clock the limit runs on, and how long whoever reported has waited in plain time.

    A limit may rest at night and over a holiday; the wait does not, until the incident has ended.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = plain_label(self)
        self.text.setProperty("role", "dim")
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
        self._incident: Incident | None = None
        self._clock = LimitClock.PLAIN

    def show_incident(self, incident: Incident, clock: LimitClock, zone: ZoneInfo) -> None:
        """Show an incident whose limits run on a clock; the tip tells the instants in a zone."""
        self._incident, self._clock = incident, clock
        self.setToolTip(self._instants(incident, zone))

    def tick(self, now: datetime) -> None:
        """Tell the wait anew."""
        incident = self._incident
        if incident is None:
            return
        duration = duration_text(incident.waited(now))
        if incident.state in ENDED:
            waited = self.tr("from report to end {duration}").format(duration=duration)
        else:
            waited = self.tr("reported {duration} ago").format(duration=duration)
        if incident.due_at is None:
            self.text.setText(waited)
        else:
            self.text.setText(f"{clock_label(self._clock)} · {waited}")

    def _instants(self, incident: Incident, zone: ZoneInfo) -> str:
        lines = [self.tr("reported {time}").format(time=full_text(incident.reported_at, zone))]
        if incident.warn_at is not None:
            warn = full_text(incident.warn_at, zone)
            lines.append(self.tr("four fifths of the limit used up {time}").format(time=warn))
        if incident.due_at is not None:
            due = full_text(incident.due_at, zone)
            lines.append(self.tr("limit ends {time}").format(time=due))
            if self._clock is LimitClock.WORKING:
                lines.append(self.tr("The limit counts the center's working hours only."))
            else:
                lines.append(self.tr("The limit counts day and night."))
        if incident.state in ENDED:
            lines.append(self.tr("ended {time}").format(time=full_text(incident.stage_from, zone)))
        return "\n".join(lines)
