"""The line of filters over the roster."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from console.domain.codes import Level, short_code
from console.domain.people import Duty
from console.live.picture import Picture
from console.views.common.narrowing import Narrowing
from console.widgets.labels import duty_label, localised
from console.widgets.measure import sized

ENDING = "*ending"
"""Stands among the codes of skills for: a badge of any of them ends soon; no code has a star."""


class Filters(QWidget):
    """Text, skill, base grid and duty; it tells when what is wanted changes."""

    changed = Signal()

    def __init__(self, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self.text = QLineEdit(self)
        self.text.setClearButtonEnabled(True)
        self.skill = QComboBox(self)
        self.grid = QComboBox(self)
        self.duty = QComboBox(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.text, 1)
        for box in self._boxes:
            sized(box.setMinimumWidth, 140)
            box.currentIndexChanged.connect(self.changed)
            layout.addWidget(box)
        self.text.textChanged.connect(self.changed)
        self.retranslate()

    @property
    def wanted(self) -> Narrowing:
        """What is chosen and typed."""
        skill, duty = self.skill.currentData(), self.duty.currentData()
        return Narrowing(
            skill=None if skill == ENDING else skill,
            ending=skill == ENDING,
            # Qt keeps an enum of texts as a mere text.
            duty=None if duty is None else Duty(duty),
            base_grid=self.grid.currentData(),
            text=self.text.text().strip().lower(),
        )

    def clear(self) -> None:
        """Show everybody."""
        self.text.clear()
        for box in self._boxes:
            box.setCurrentIndex(0)

    def choose(self, skill: str, base_grid: str) -> None:
        """Show who has to do with a skill in a base grid, whatever their duty."""
        self.clear()
        self.skill.setCurrentIndex(max(self.skill.findData(skill), 0))
        self.grid.setCurrentIndex(max(self.grid.findData(base_grid), 0))

    def fill(self) -> None:
        """Offer what the Picture knows; what is chosen stays so where it still exists."""
        picture = self._picture
        skills: list[tuple[str, object]] = [
            (f"{s.monogram}  {localised(s.name, s.name_en)}", s.code)
            for s in picture.skills.values()
        ]
        skills.append((self.tr("A badge ends within 30 days"), ENDING))
        refill(self.skill, self.tr("All skills"), skills)
        refill(
            self.grid,
            self.tr("All grids"),
            [
                (self.tr("Base grid {code}").format(code=short_code(grid.code)), grid.code)
                for grid in picture.tree.at(Level.BASE)
            ],
        )
        refill(self.duty, self.tr("Any duty"), [(duty_label(d), d) for d in Duty])

    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        self.text.setPlaceholderText(self.tr("Name, pinyin or initials, number, telephone, grid"))
        self.text.setAccessibleName(self.tr("Filter the roster"))
        self.skill.setAccessibleName(self.tr("Skill"))
        self.duty.setAccessibleName(self.tr("Duty"))
        self.grid.setAccessibleName(self.tr("Base grid"))
        self.fill()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @property
    def _boxes(self) -> tuple[QComboBox, QComboBox, QComboBox]:
        return self.skill, self.grid, self.duty


def refill(box: QComboBox, everything: str, choices: Sequence[tuple[str, object]]) -> None:
    """Offer these in a box of a filter, after "everything"; what is chosen stays if it can."""
    chosen = box.currentData()
    with QSignalBlocker(box):
        box.clear()
        box.addItem(everything, None)
        for text, value in choices:
            box.addItem(text, value)
        box.setCurrentIndex(max(box.findData(chosen), 0))
