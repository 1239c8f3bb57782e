"""The head of the incident panel: what it is, where, how far along and how much time is left."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.category import LimitClock
from console.domain.change import Case
from console.domain.codes import Level, level_of, short_code
from console.domain.incident import Incident, State
from console.domain.lifecycle import Deed
from console.domain.limits import Standing, standing
from console.domain.text import one_line
from console.domain.undoing import UNDOES
from console.live.picture import Picture
from console.views.incident.clocks import ClockLine
from console.views.incident.onlooker_mark import OnlookerMark
from console.views.incident.words import clock_text
from console.widgets.labels import limit_text, localised, origin_label, returns_text, state_label
from console.widgets.marks import LimitRing, PriorityMark
from console.widgets.plain import plain_label
from console.widgets.restyle import restyle
from console.widgets.theme import Look

TITLE_SHOWN = 160
"""So many characters of a title are shown in the head; the full text stands below."""

STEPS = (
    State.REPORTED,
    State.VERIFIED,
    State.DISPATCHED,
    State.ACKNOWLEDGED,
    State.EN_ROUTE,
    State.ON_SCENE,
    State.RESOLVED,
    State.CHECKED,
    State.CLOSED,
)
"""The straight way through the lifecycle, as the stepper shows it."""

_STANDS_AT = {State.REWORK: State.VERIFIED, State.REOPENED: State.VERIFIED}


class Stepper(QWidget):
    """The straight way of an incident as dots on a line, with the time of each step taken."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._state = State.REPORTED
        self._times: dict[State, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def show_state(self, state: State, times: dict[State, str]) -> None:
        """Show how far an incident has come and when it took each step (as short times)."""
        self._state, self._times = state, times
        self.setAccessibleName(state_label(state))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        px = self._look.theme.px
        return QSize(px(360), px(52))

    def _paint_alone(self, painter: QPainter, box: QRectF, text: str) -> None:
        """Write the step that has been reached where the names of all would not fit."""
        room = self._look.theme.px(60)
        wide = box.adjusted(-room, 0, room, 0)
        wide.moveLeft(min(max(wide.left(), 0.0), self.width() - wide.width()))
        painter.drawText(wide, Qt.AlignmentFlag.AlignCenter, text)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px = self._look.theme, self._look.theme.px
        font = QFont(self.font())
        font.setPixelSize(theme.type_px("key"))
        painter.setFont(font)
        at = _STANDS_AT.get(self._state, self._state)
        here = STEPS.index(at) if at in STEPS else -1
        width = self.width() / len(STEPS)
        measure = QFontMetrics(font).horizontalAdvance
        all_fit = all(measure(state_label(step)) <= width for step in STEPS)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(int(width / 2), px(8), int(self.width() - width / 2), px(8))
        for number, step in enumerate(STEPS):
            middle = width * (number + 0.5)
            past = number < here or (number == here and step is State.CLOSED)
            color = theme.color("text" if past else "accent" if number == here else "faint")
            painter.setPen(QPen(color, 1.5))
            painter.setBrush(color if past else theme.color("panel"))
            painter.drawEllipse(QPointF(middle, px(8)), px(9) / 2, px(9) / 2)
            painter.setPen(color if number <= here else theme.color("dim"))
            box = QRectF(width * number, px(18), width, px(16))
            if all_fit:
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, state_label(step))
            elif number == here:
                self._paint_alone(painter, box, state_label(step))
            painter.setPen(theme.color("dim"))
            box.translate(0, px(16))
            painter.drawText(
                box,
                Qt.AlignmentFlag.AlignCenter,
                self._times.get(step, "") if number <= here else "",
            )
        painter.end()


class IncidentHeader(QWidget):
    """Priority, number, category, time limit, both clocks, title, place and the stepper."""

    def __init__(
        self,
        picture: Picture,
        look: Look,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._picture = picture
        self._clock = clock
        self._incident: Incident | None = None
        self.mark = PriorityMark(look, self)
        self.kind = plain_label(self)
        self.kind.setProperty("role", "dim")
        # What it is gives way to how much time is left.
        self.kind.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.ring = LimitRing(look, self)
        self.limit = plain_label(self)
        self.limit.setProperty("role", "limit")
        self.clocks = ClockLine(self)
        self.onlookers = OnlookerMark(look, self)
        self.title = plain_label(self)
        self.title.setProperty("role", "panel_title")
        self.title.setWordWrap(True)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.place = plain_label(self)
        self.place.setProperty("role", "dim")
        self.place.setWordWrap(True)
        self.returns = plain_label(self)
        self.returns.setProperty("role", "warning")
        self.stepper = Stepper(look, self)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.mark)
        line.addWidget(self.kind, 1)
        line.addWidget(self.ring)
        line.addWidget(self.limit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(line)
        # Beside the clocks: nothing moves when somebody comes or goes.
        beside = QHBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self.onlookers)
        beside.addWidget(self.clocks, 1)
        layout.addLayout(beside)
        layout.addWidget(self.title)
        layout.addWidget(self.place)
        layout.addWidget(self.returns)
        layout.addWidget(self.stepper)

    def show_incident(self, incident: Incident, step_times: dict[State, datetime]) -> None:
        """Show an incident and when it took its steps."""
        self._incident = incident
        category = self._picture.categories.get(incident.category)
        name = localised(category.name, category.name_en) if category else incident.category
        self.mark.set_priority(incident.priority)
        self.kind.setText(f"{incident.number} · {name}")
        title = one_line(incident.title)
        cut = title if len(title) <= TITLE_SHOWN else f"{title[:TITLE_SHOWN]}…"
        self.title.setText(cut)
        grid = self._grid_text(incident)
        place = one_line(incident.address)[:TITLE_SHOWN]
        self.place.setText(
            " · ".join(part for part in (place, grid, origin_label(incident.origin)) if part)
        )
        self.returns.setText(returns_text(incident))
        self.returns.setVisible(incident.returns > 0)
        zone = self._picture.zone
        times = {state: clock_text(at, zone) for state, at in step_times.items()}
        self.stepper.show_state(incident.state, times)
        limit_clock = category.limits.clock if category else LimitClock.PLAIN
        self.clocks.show_incident(incident, limit_clock, zone)
        self.tick()

    def tick(self) -> None:
        """Draw the time limit and tell both clocks anew."""
        incident = self._incident
        if incident is None:
            return
        now = self._clock()
        self.ring.set_limit(incident, now)
        self.clocks.tick(now)
        self.limit.setText(limit_text(incident, now))
        stands = standing(incident, now)
        restyle(self.limit, overdue=stands is Standing.OVER, close=stands is Standing.CLOSE)

    def _grid_text(self, incident: Incident) -> str:
        if incident.grid is None:
            return self.tr("no place on the map") if incident.place is None else ""
        if level_of(incident.grid) is Level.SUB:
            return self.tr("sub-grid {code}").format(code=short_code(incident.grid))
        return self.tr("base grid {code}").format(code=short_code(incident.grid))


def step_times(case: Case | None) -> dict[State, datetime]:
    """When the incident last entered each state, as its events tell.

    Whatever takes a deed back lets it stand where it stood, and so since when it stood there.
    """
    times: dict[State, datetime] = {}
    if case is not None:
        times[State.REPORTED] = case.incident.reported_at
        for event in case.timeline:
            state = event.payload.get("to")
            if not isinstance(state, str):
                continue
            if event.kind is Deed.SEPARATE or UNDOES in event.payload:
                times.setdefault(State(state), event.at)
            else:
                times[State(state)] = event.at
    return times
