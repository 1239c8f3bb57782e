"""Who is on duty, skill by skill, and how many of them are free."""

from datetime import date

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.staffing import staffing
from console.live.hub import Hub
from console.views.board.parts import CENTRE, SkillBadge, Text, Tile, heading
from console.views.board.scale import Scale
from console.widgets.labels import localised

A_ROW = 8
"""So many skills stand side by side; more begin another row."""

MOST = 2 * A_ROW


class Column(QWidget):
    """The parts of one skill; they stand in the tile's grid."""

    def __init__(self, tile: QWidget) -> None:
        super().__init__(tile)
        self.hide()
        self.badge = SkillBadge(46, tile)
        self.on_duty = Text("wall_body", parent=tile)
        self.free = Text("wall_body", parent=tile)
        for text in (self.on_duty, self.free):
            text.setAlignment(CENTRE)


class People(Tile):
    """A badge for each skill and below it two counts: on duty, and free."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self.heading = heading(self)
        self.names = [(_name(self), _name(self)) for _ in range(2)]
        self.columns = [Column(self) for _ in range(MOST)]
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 0)
        for block, (on_duty, free) in enumerate(self.names):
            self._grid.addWidget(on_duty, 3 * block + 1, 0)
            self._grid.addWidget(free, 3 * block + 2, 0)
        for place, column in enumerate(self.columns):
            block, side = divmod(place, A_ROW)
            parts = (column.badge, column.on_duty, column.free)
            for line, part in enumerate(parts):
                self._grid.addWidget(part, 3 * block + line, side + 1, CENTRE)
            self._grid.setColumnStretch(side + 1, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.heading)
        self._column.addLayout(self._grid)

    def show_day(self, today: date) -> None:
        """Count anew; to be called when members have changed, and not more often."""
        picture = self._hub.picture
        staff = staffing(picture.crew, list(picture.skills)[:MOST], today)
        self.heading.show_text(self.tr("On duty, by skill"))
        for block, (on_duty, free) in enumerate(self.names):
            shown = len(staff) > block * A_ROW
            on_duty.show_text(self.tr("On duty") if shown else "")
            free.show_text(self.tr("Free") if shown else "")
            on_duty.setVisible(shown)
            free.setVisible(shown)
            on_duty.setMinimumWidth(max(on_duty.sizeHint().width(), free.sizeHint().width()))
        for place, column in enumerate(self.columns):
            found = staff[place] if place < len(staff) else None
            skill = None if found is None else picture.skills[found.skill]
            name = "" if skill is None else localised(skill.name, skill.name_en)
            column.badge.show_skill(skill, name)
            for text in (column.on_duty, column.free):
                text.setVisible(found is not None)
            if found is not None:
                column.on_duty.show_text(str(found.on_duty))
                # The mark says it too: red alone would not reach everybody.
                bare = not found.free
                column.free.show_text(f"▲{found.free}" if bare else str(found.free))
                column.free.show_text(column.free.text(), "red" if bare else "text")
                column.free.setAccessibleName(f"{name}: {found.free}/{found.on_duty}")
                for text in (column.on_duty, column.free):
                    text.setMinimumWidth(text.sizeHint().width())

    @override
    def place(self, scale: Scale) -> None:
        self._column.setSpacing(scale.px(10))
        self._grid.setHorizontalSpacing(scale.px(6))
        self._grid.setVerticalSpacing(scale.px(4))


def _name(parent: QWidget) -> Text:
    return Text("wall_small", "dim", parent=parent)
