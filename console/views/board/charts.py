"""The two charts of the wall: reports by the hour, and by category."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.day_figures import HOURS, DayFigures
from console.live.hub import Hub
from console.views.board.parts import CENTRE, RIGHT, Painted, Text, Tile, heading
from console.views.board.scale import Scale
from console.widgets.labels import localised
from console.widgets.painting import kept

STEP = 4
"""An hour is written below every fourth one."""

CATEGORIES = 5


class Line(Painted):
    """A piece of a line of the chart, for its legend."""

    def __init__(self, dashed: bool, parent: QWidget | None = None) -> None:
        super().__init__(1, parent)
        self._dashed = dashed

    @override
    def fit(self, scale: Scale) -> None:
        super().fit(scale)
        self.setFixedSize(scale.px(36), scale.px(24))

    @override
    def paint(self, painter: QPainter, scale: Scale) -> None:
        with kept(painter):
            painter.setPen(line_pen(scale, dashed=self._dashed))
            middle = self.height() / 2
            painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))


def line_pen(scale: Scale, *, dashed: bool) -> QPen:
    """The pen of today's line, or of the one a week ago."""
    pen = QPen(scale.theme.color("dim" if dashed else "text"), scale.px(2 if dashed else 4))
    if dashed:
        pen.setDashPattern([4, 3])
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


class HourLines(QWidget):
    """Reports in each hour: today as far as it has got, and the whole day a week ago."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale: Scale | None = None
        self.today: tuple[int, ...] = ()
        self.week_ago: tuple[int, ...] = ()
        self.top, self.bottom = (Text("wall_small", "dim", parent=self) for _ in range(2))
        self.marks = {
            hour: Text("wall_small", "dim", parent=self) for hour in range(0, HOURS, STEP)
        }
        for hour, mark in self.marks.items():
            mark.setAlignment(CENTRE)
            mark.setText(str(hour))
        for count in (self.top, self.bottom):
            count.setAlignment(RIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def fit(self, scale: Scale) -> None:
        """Take the size of a screen."""
        self._scale = scale
        self._place(scale)

    def show_hours(self, today: tuple[int, ...], week_ago: tuple[int, ...]) -> None:
        """Show counts by the hour; today's end with the hour that it is now."""
        if (today, week_ago) != (self.today, self.week_ago):
            self.today, self.week_ago = today, week_ago
            if self._scale is not None:
                self._place(self._scale)
            self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._scale is not None:
            self._place(self._scale)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._scale is None:
            return
        painter = QPainter(self)
        with kept(painter):
            self._paint(painter, self._scale)
        painter.end()

    @property
    def _most(self) -> int:
        return max((*self.today, *self.week_ago, 1))

    def _room(self, scale: Scale) -> QRectF:
        """Where the lines are: beside the counts and above the hours."""
        metrics = self.top.fontMetrics()
        side = metrics.horizontalAdvance(str(self._most)) + scale.px(14)
        below = metrics.height() + scale.px(4)
        return QRectF(self.rect()).adjusted(side, scale.px(14), -scale.px(14), -below)

    def _place(self, scale: Scale) -> None:
        room, high = self._room(scale), self.top.fontMetrics().height()
        self.top.setText(str(self._most))
        self.bottom.setText("0")
        for count, y in ((self.top, room.top()), (self.bottom, room.bottom())):
            count.setGeometry(0, round(y - high / 2), round(room.left()) - scale.px(10), high)
        for hour, mark in self.marks.items():
            middle = room.left() + hour * room.width() / (HOURS - 1)
            wide = scale.px(60)
            mark.setGeometry(round(middle - wide / 2), round(room.bottom()) + 2, wide, high)

    def _paint(self, painter: QPainter, scale: Scale) -> None:
        room, most = self._room(scale), self._most
        painter.setPen(QPen(scale.theme.color("line"), max(1, scale.px(1))))
        for y in (room.top(), room.bottom()):
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
        step = room.width() / (HOURS - 1)
        for counts, dashed in ((self.week_ago, True), (self.today, False)):
            painter.setPen(line_pen(scale, dashed=dashed))
            points = [
                QPointF(room.left() + hour * step, room.bottom() - room.height() * count / most)
                for hour, count in enumerate(counts)
            ]
            painter.drawPolyline(points)
            if not dashed and points:
                # Where today has got to; also what shows a day that is an hour old.
                painter.setBrush(scale.theme.color("text"))
                painter.drawEllipse(points[-1], scale.px(4), scale.px(4))


class Hours(Tile):
    """The chart of reports by the hour with its legend."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures: DayFigures | None = None
        self.heading = heading(self)
        self.today = Text("wall_body", parent=self)
        self.week_ago = Text("wall_body", "dim", parent=self)
        self.lines = HourLines(self)
        self._head = QHBoxLayout()
        self._dashes = Line(True, self)
        for part in (self.heading, Line(False, self), self.today, self._dashes, self.week_ago):
            self._head.addWidget(part)
        for text in (self.heading, self.today, self.week_ago):
            text.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self._head.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(self.lines, 1)

    def show_figures(self, figures: DayFigures | None, hour: int) -> None:
        """Show the figures of the day; the line of today ends with the hour that it is."""
        self.figures = figures
        if figures is not None:
            before = figures.week_ago if any(figures.week_ago) else ()
            self.lines.show_hours(figures.hours[: hour + 1], before)
        self.say()

    @override
    def say(self) -> None:
        known = self.figures is None or any(self.figures.week_ago)
        self.heading.show_text(self.tr("Reports by the hour"))
        self.today.show_text(self.tr("today"))
        self.week_ago.show_text(
            self.tr("same day last week") if known else self.tr("same day last week: none")
        )
        for text in (self.heading, self.today, self.week_ago):
            text.setMinimumWidth(text.sizeHint().width())

    @override
    def place(self, scale: Scale) -> None:
        self._head.setSpacing(scale.px(14))
        self._column.setSpacing(scale.px(2))
        self.lines.fit(scale)
        self.say()


class Bar(QWidget):
    """A bar as long as its share of the longest one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale: Scale | None = None
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def fit(self, scale: Scale) -> None:
        """Take the size of a screen."""
        self._scale = scale

    def show_share(self, share: float) -> None:
        """Show a share, 0 to 1."""
        self._share = share
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._scale is None:
            return
        painter = QPainter(self)
        with kept(painter):
            high = self._scale.px(16)
            box = QRectF(0, (self.height() - high) / 2, self.width() * self._share, high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._scale.theme.color("grid"))
            painter.drawRoundedRect(box, self._scale.px(2), self._scale.px(2))
        painter.end()


class Categories(Tile):
    """The most frequent categories of today, and how many other reports there are."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self.figures: DayFigures | None = None
        self.heading = heading(self)
        self.rest = Text("wall_body", "dim", parent=self)
        self.rest.setAlignment(RIGHT)
        self.names = [Text("wall_small", parent=self) for _ in range(CATEGORIES)]
        self.bars = [Bar(self) for _ in range(CATEGORIES)]
        self.counts = [Text("wall_small", parent=self) for _ in range(CATEGORIES)]
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.rest)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        for line, parts in enumerate(zip(self.names, self.bars, self.counts, strict=True)):
            for side, part in enumerate(parts):
                self._grid.addWidget(part, line, side)
        for text in (*self.names, *self.counts):
            text.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(head)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)

    def show_figures(self, figures: DayFigures | None) -> None:
        """Show the figures of the day."""
        self.figures = figures
        self.say()

    @override
    def say(self) -> None:
        found = () if self.figures is None else self.figures.categories
        known = self._hub.picture.categories
        self.heading.show_text(self.tr("Categories today"))
        others = sum(count for _, count in found[CATEGORIES:])
        self.rest.show_text(self.tr("others {n}").format(n=others) if others else "")
        most = found[0][1] if found else 1
        for place in range(CATEGORIES):
            code, count = found[place] if place < len(found) else ("", 0)
            category = known.get(code)
            name = localised(category.name, category.name_en) if category else code
            self.names[place].show_text(name)
            self.counts[place].show_text(str(count) if count else "")
            self.bars[place].show_share(count / most)

    @override
    def place(self, scale: Scale) -> None:
        self._column.setSpacing(scale.px(8))
        self._grid.setHorizontalSpacing(scale.px(14))
        self._grid.setVerticalSpacing(scale.px(4))
        for bar in self.bars:
            bar.fit(scale)
        for name, count in zip(self.names, self.counts, strict=True):
            name.setFixedWidth(scale.px(262))
            count.setFixedWidth(count.fontMetrics().horizontalAdvance("8888"))
