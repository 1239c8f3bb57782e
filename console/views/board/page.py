"""The page "situation": it can stay on the wall all day."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.change import Change
from console.live.day_figures import DayWatch
from console.live.hub import Hub
from console.live.link import Link
from console.views.board.charts import Categories, Hours
from console.views.board.header import Header
from console.views.board.holes import Holes
from console.views.board.key_figures import KeyFigures
from console.views.board.map import WallMap
from console.views.board.parts import Tile
from console.views.board.people import People
from console.views.board.scale import Scale
from console.views.board.urgent import Urgent

SECOND_MS = 1000

REST_MS = 200
"""Changes of so many milliseconds are shown together."""

LEFT, RIGHT, MIDDLE, BOTTOM, MARGIN = 330, 540, 500, 268, 40
"""Widths of the columns, of the categories, the height of the charts, the margin."""


class Situation(QWidget):
    """Figures left, the map in the middle, what presses and who is there right, the day below."""

    def __init__(
        self,
        hub: Hub,
        watch: DayWatch,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hub, self._watch, self._clock = hub, watch, clock
        self.header = Header(hub, clock, self)
        self.figures = KeyFigures(self)
        self.map = WallMap(hub, clock, self)
        self.urgent, self.people = Urgent(hub, self), People(hub, self)
        self.hours, self.categories = Hours(self), Categories(hub, self)
        self.holes = Holes(hub, self)
        self._arrange()
        self._today = hub.picture.day_of(clock())
        self._second = QTimer(self, interval=SECOND_MS)
        self._second.timeout.connect(self._tick)
        self._soon = QTimer(self, interval=REST_MS, singleShot=True)
        self._soon.timeout.connect(self._show_changes)
        self._staff_changed = True
        hub.loaded.connect(self.show_now)
        hub.changed.connect(self._changed)
        hub.link_changed.connect(self._link)
        watch.changed.connect(self._counted)
        self._second.start()

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """All its parts but for the map."""
        return (
            *(self.header, self.figures, self.urgent, self.people),
            *(self.hours, self.categories, self.holes),
        )

    def fit(self, scale: Scale) -> None:
        """Take the size of a screen."""
        for tile in self.tiles:
            tile.fit(scale)
        self.map.fit(scale)
        self.figures.setFixedWidth(scale.px(LEFT))
        self._right.setFixedWidth(scale.px(RIGHT))
        self.holes.setFixedWidth(scale.px(RIGHT))
        self.categories.setFixedWidth(scale.px(MIDDLE))
        for tile in (self.hours, self.categories, self.holes):
            tile.setFixedHeight(scale.px(BOTTOM))
        margin = scale.px(MARGIN)
        self._column.setContentsMargins(margin, 0, margin, scale.px(20))
        self._column.setSpacing(scale.px(18))
        for row in (self._middle, self._bottom):
            row.setSpacing(margin)
        self._aside.setSpacing(scale.px(12))
        self.show_now()

    def show_now(self) -> None:
        """Show everything as it stands."""
        self._today = self._hub.picture.day_of(self._clock())
        self._staff_changed = True
        self._show_changes()
        self._show_figures()

    def show_link(self, link: Link) -> None:
        """Say how the database is."""
        self._link(link)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_now()
        super().changeEvent(event)

    def _arrange(self) -> None:
        self._right = QWidget(self)
        self._aside = QVBoxLayout(self._right)
        self._aside.setContentsMargins(0, 0, 0, 0)
        self._aside.addWidget(self.urgent, 1)
        self._aside.addWidget(self.people)
        self._middle, self._bottom = QHBoxLayout(), QHBoxLayout()
        self._middle.addWidget(self.figures)
        self._middle.addWidget(self.map, 1)
        self._middle.addWidget(self._right)
        self._bottom.addWidget(self.hours, 1)
        self._bottom.addWidget(self.categories)
        self._bottom.addWidget(self.holes)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.header)
        self._column.addLayout(self._middle, 1)
        self._column.addLayout(self._bottom)

    def _tick(self) -> None:
        now = self._clock()
        if self._hub.picture.day_of(now) != self._today:
            self.show_now()
            return
        self.header.say()
        self.urgent.show_now(now)
        self.map.look()

    def _changed(self, change: Change) -> None:
        if change.members or change.catalogue is not None:
            self._staff_changed = True
        # A burst of changes is shown once, and so is a storm: five times a second at most.
        if not self._soon.isActive():
            self._soon.start()

    def _show_changes(self) -> None:
        self.header.say()
        self.urgent.show_now(self._clock())
        if self._staff_changed:
            self._staff_changed = False
            self.people.show_day(self._today)
            self.holes.show_day(self._today)
            self.map.show_holes()

    def _link(self, link: Link) -> None:
        self.header.show_link(link)

    def _counted(self) -> None:
        self._show_figures()
        self.header.say()

    def _show_figures(self) -> None:
        figures = self._watch.figures
        self.header.known_at = None if figures is None else figures.at
        self.figures.show_figures(figures)
        hour = self._clock().astimezone(self._hub.picture.zone).hour
        self.hours.show_figures(figures, hour)
        self.categories.show_figures(figures)
