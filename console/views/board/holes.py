"""The holes in cover of this moment: in which base grid nobody is free for which skill."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from console.domain.codes import short_code
from console.domain.cover import Hole, by_base
from console.live.hub import Hub
from console.views.board.parts import SkillBadge, Text
from console.views.board.scale import Scale
from console.views.board.short_list import ShortList
from console.widgets.cover_words import holes_text, skill_text

ROWS = 4
BADGES = 6


class Row(QWidget):
    """One base grid with the skills for which nobody there is free."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = Text("wall_body", "amber", bold=True, parent=self)
        self.grid.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self.badges = [SkillBadge(38, self) for _ in range(BADGES)]
        self.more = Text("wall_body", "dim", parent=self)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.addWidget(self.grid)
        for badge in self.badges:
            self.row.addWidget(badge)
        self.row.addWidget(self.more, 1)


class Holes(ShortList):
    """A short list; quiet where nothing is missing."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self.rows = [Row(self) for _ in range(ROWS)]
        self.add_rows(self.rows)

    def show_day(self, today: date) -> None:
        """Count the holes anew; to be called when members have changed, and not more often."""
        found = by_base(self._hub.picture.holes(today))
        hidden = max(0, len(found) - ROWS)
        self.show_head(
            self.tr("Nobody free now, by base grid"),
            self.tr("{n} more").format(n=hidden) if hidden else "",
            "" if found else self.tr("✓ Every skill is covered in its base grids"),
        )
        bases = list(found.items())
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(bases))
            if place < len(bases):
                self._show(row, *bases[place])

    @override
    def place(self, scale: Scale) -> None:
        self.column.setSpacing(scale.px(8))
        for row in self.rows:
            row.row.setSpacing(scale.px(8))
            row.setFixedHeight(scale.px(40))

    def _show(self, row: Row, base: str, holes: tuple[Hole, ...]) -> None:
        skills = self._hub.picture.skills
        row.setAccessibleName(holes_text(base, holes, skills))
        row.grid.show_text(self.tr("▲ Grid {grid}").format(grid=short_code(base)))
        row.grid.setMinimumWidth(row.grid.sizeHint().width())
        for place, badge in enumerate(row.badges):
            hole = holes[place] if place < len(holes) else None
            skill = None if hole is None else skills.get(hole.skill)
            badge.show_skill(skill, "" if hole is None else skill_text(hole, skills))
        # A skill by itself has room for its name.
        rest = len(holes) - BADGES
        alone = skill_text(holes[0], skills) if len(holes) == 1 else ""
        row.more.show_text(f"+{rest}" if rest > 0 else alone)
