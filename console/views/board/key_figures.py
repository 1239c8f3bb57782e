"""The key figures of the day, large enough to be read across a room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.day_figures import DayFigures
from console.views.board.parts import Rule, Text, Tile
from console.views.board.scale import Scale

UNKNOWN = "–"

_MINUTE = 60


class Figure(QWidget):
    """One figure: its name above it, its unit behind it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Text("wall_body", "dim", parent=self)
        self.figure = Text("wall_figure", bold=True, parent=self)
        self.unit = Text("wall_heading", "dim", parent=self)
        base = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        for text in (self.figure, self.unit):
            text.setAlignment(base)
            text.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.unit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.row = QHBoxLayout()
        self.row.addWidget(self.figure)
        self.row.addWidget(self.unit, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.name)
        self.column.addLayout(self.row)
        self.column.addStretch(1)

    def show_figure(self, name: str, figure: str, unit: str) -> None:
        """Show a figure."""
        self.name.show_text(name)
        self.figure.show_text(figure)
        self.unit.show_text(unit if figure != UNKNOWN else "")
        self.setAccessibleName(f"{name}: {figure} {self.unit.text()}")
        self.figure.setMinimumWidth(self.figure.sizeHint().width())

    def place(self, scale: Scale) -> None:
        """Stand close: a figure has no descenders that would need its line's height."""
        self.row.setSpacing(scale.px(10))
        high = self.figure.fontMetrics()
        # From the top of the figures to the bottom of their line.
        tall = high.capHeight() + high.descent() + scale.px(6)
        self.figure.setFixedHeight(tall)
        self.unit.setFixedHeight(tall)
        below = high.descent() - self.unit.fontMetrics().descent()
        self.unit.setContentsMargins(0, 0, 0, max(0, below))
        self.figure.setMinimumWidth(self.figure.sizeHint().width())


class KeyFigures(Tile):
    """Reported, closed, closed on time and how soon somebody came, all of today."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures: DayFigures | None = None
        self.reported, self.closed = Figure(self), Figure(self)
        self.on_time, self.arrival = Figure(self), Figure(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for figure in (self.reported, self.closed, self.on_time, self.arrival):
            self._column.addWidget(Rule(self))
            self._column.addWidget(figure, 1)

    def show_figures(self, figures: DayFigures | None) -> None:
        """Show the figures of the day."""
        self.figures = figures
        self.say()

    @override
    def place(self, scale: Scale) -> None:
        self._column.setSpacing(scale.px(10))
        for figure in (self.reported, self.closed, self.on_time, self.arrival):
            figure.place(scale)

    @override
    def say(self) -> None:
        found = self.figures
        reported = UNKNOWN if found is None else str(found.reported)
        closed = UNKNOWN if found is None else str(found.closed)
        rate = None if found is None else found.on_time_rate
        mean = None if found is None else found.arrival
        self.reported.show_figure(
            self.tr("Reported today"),
            reported,
            self.tr("cases"),
        )
        self.closed.show_figure(
            self.tr("Closed today"),
            closed,
            self.tr("cases"),
        )
        self.on_time.show_figure(self.tr("Closed on time today"), _percent(rate), "%")
        self.arrival.show_figure(
            self.tr("Sent to on scene, mean"),
            UNKNOWN if mean is None else f"{mean.total_seconds() / _MINUTE:.1f}",
            self.tr("min"),
        )


def _percent(rate: float | None) -> str:
    # Downwards: one that was late is never rounded away to a hundred.
    return UNKNOWN if rate is None else str(int(rate * 100))
