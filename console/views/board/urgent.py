"""What is urgent or overdue: what it is, where, how far, and how much time is left."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.change import Change
from console.domain.codes import short_code
from console.domain.incident import RUNNING, TO_CHECK, TO_DISPATCH, Incident, State
from console.domain.limits import standing
from console.domain.pressing import Pressing
from console.live.hub import Hub
from console.live.picture import Picture
from console.views.board.parts import RIGHT, Mark, Rule, Text, Tile
from console.views.board.scale import Scale
from console.views.board.short_list import ShortList
from console.views.common.led import with_parts
from console.widgets.labels import priority_label, state_label
from console.widgets.marks import RING_COLORS
from console.widgets.words_times import limit_text

ROWS = 5


class Row(Tile):
    """One incident."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark = Mark(34, self)
        self.title = Text("wall_body", parent=self)
        self.where = Text("wall_small", "dim", parent=self)
        self.left = Text("wall_body", bold=True, parent=self)
        self.left.setAlignment(RIGHT)
        self.left.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._lines.addWidget(self.title)
        self._lines.addWidget(self.where)
        self._row = QHBoxLayout()
        self._row.addWidget(self.mark)
        self._row.addLayout(self._lines, 1)
        self._row.addWidget(self.left)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Rule(self))
        self._column.addLayout(self._row, 1)

    def show_incident(self, incident: Incident, now: datetime, picture: Picture) -> None:
        """Show an incident as it stands at an instant."""
        self.mark.priority = incident.priority
        self.mark.setAccessibleName(priority_label(incident.priority))
        self.mark.update()
        self.title.show_text(incident.title)
        grid = short_code(incident.grid) if incident.grid else "–"
        where = f"{grid} · {_stage(incident.state)}"
        self.where.show_text(with_parts(where, incident, picture))
        tone = RING_COLORS[standing(incident, now)]
        self.left.show_text(limit_text(incident, now), tone)
        self.left.setMinimumWidth(self.left.sizeHint().width())

    @override
    def place(self, scale: Scale) -> None:
        self._row.setSpacing(scale.px(14))
        self._column.setSpacing(scale.px(4))


class Urgent(ShortList):
    """The first of those that press, and how many more there are."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._pressing = Pressing()
        self.rows = [Row(self) for _ in range(ROWS)]
        self.add_rows(self.rows)
        hub.loaded.connect(self._load)
        hub.changed.connect(self._changed)
        self._load()

    def show_now(self, now: datetime) -> None:
        """Show what presses at an instant."""
        found = self._pressing.now(now, ROWS)
        more = found.count - len(found.first)
        self.show_head(
            self.tr("Urgent and overdue"),
            self.tr("{n} more").format(n=more) if more else "",
            "" if found.first else self.tr("✓ Nothing urgent and nothing overdue"),
        )
        for row, incident in zip(self.rows, found.first, strict=False):
            row.show_incident(incident, now, self._hub.picture)
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(found.first))

    @override
    def place(self, scale: Scale) -> None:
        self.column.setSpacing(scale.px(6))
        for row in self.rows:
            row.place(scale)
            row.setFixedHeight(scale.px(78))

    def _load(self) -> None:
        self._pressing.load(self._hub.picture.incidents.values())

    def _changed(self, change: Change) -> None:
        self._pressing.take_in(change.incidents, change.ended)


def _stage(state: State) -> str:
    """How far an incident has got, as it is said across a room; else its state."""
    translate = QCoreApplication.translate
    if state is State.REPORTED:
        return translate("Board", "to verify")
    if state in TO_DISPATCH:
        return translate("Board", "to dispatch")
    if state in RUNNING:
        return translate("Board", "in progress")
    if state in TO_CHECK:
        return translate("Board", "to check")
    return state_label(state)
