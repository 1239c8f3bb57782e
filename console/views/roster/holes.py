"""The line over the roster that tells the holes in cover now; each press leads to the next one."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from console.domain.cover import Hole, by_base
from console.live.picture import Picture
from console.widgets.cover_words import hole_text, holes_text, remedy_text
from console.widgets.keys import key_mark
from console.widgets.plain import ElidedLabel, button_text


class HolesLine(QWidget):
    """How many holes there are, and the one that the roster is narrowed to with who moves up.

    ``chosen`` tells a skill and a base grid to narrow the roster to.
    """

    chosen = Signal(str, str)

    def __init__(
        self, picture: Picture, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._picture, self._today = picture, today
        self.holes: Sequence[Hole] = ()
        self._at: tuple[str, str] | None = None
        self.button = QPushButton(self)
        self.button.setProperty("kind", "key")
        self.button.setProperty("grade", "amber")
        self.told = ElidedLabel(self)
        # The count is marked; a line of names in the same colour would shout.
        self.told.setProperty("role", "dim")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.button)
        layout.addWidget(self.told, 1)
        self.button.clicked.connect(self.go_on)
        self.refresh()

    def refresh(self) -> None:
        """Count the holes anew; to be called when members have changed, and not more often."""
        self.holes = self._picture.holes(self._today())
        self.setVisible(bool(self.holes))
        self._say()

    def go_on(self) -> None:
        """Narrow the roster to the next hole, after the last one to the first."""
        keys = [(hole.base, hole.skill) for hole in self.holes]
        if not keys:
            return
        after = keys.index(self._at) + 1 if self._at in keys else 0
        self._at = keys[after % len(keys)]
        base, skill = self._at
        self._say()
        self.chosen.emit(skill, base)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        holes = self.holes
        count = self.tr("▲ %n holes in cover now", "", len(holes))
        self.button.setText(button_text(f"{key_mark('holes')}  {count}"))
        at = next((hole for hole in holes if (hole.base, hole.skill) == self._at), None)
        if at is None:
            skills = self._picture.skills
            some = by_base(holes).items()
            told = " · ".join(holes_text(base, those, skills) for base, those in some)
        else:
            told = self._with_remedy(at)
        self.told.setText(told)
        self.told.setToolTip("\n".join(map(self._with_remedy, holes)))
        self.button.setAccessibleName(f"{count}. {told}")

    def _with_remedy(self, hole: Hole) -> str:
        where = hole_text(hole, self._picture.skills)
        return self.tr("{hole}: {remedy}").format(hole=where, remedy=remedy_text(hole))
