"""The badges that end within thirty days; Enter on one opens it to be renewed."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.change import Change
from console.domain.people import EXPIRY_NOTICE
from console.domain.text import one_line
from console.domain.training import ending
from console.live.hub import Hub
from console.views.common.tables import prepare
from console.widgets.keys import HERE, bind_fixed
from console.widgets.labels import localised
from console.widgets.measure import sized

WIDTHS = (110, 130, 190, 120)
"""Widths of the columns in pixels; the last one takes the rest."""


class EndingList(QWidget):
    """One row a badge, the first to end first."""

    chosen = Signal(int, str)
    filled = Signal()

    def __init__(self, hub: Hub, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub, self._today = hub, today
        self._rows: list[tuple[int, str]] = []
        self.table = QTableWidget(0, len(WIDTHS) + 1, self)
        prepare(self.table)
        for column, width in enumerate(WIDTHS):
            sized(self.table.setColumnWidth, width, at=column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)
        hub.loaded.connect(self.load)
        hub.changed.connect(self._changed)
        self.table.doubleClicked.connect(self._choose)
        for key in ("Return", "Enter"):
            bind_fixed(key, self.table, self._choose, HERE)
        self.retranslate()

    def title(self) -> str:
        """What the list is called, with how many badges are on it."""
        return self.tr("Ends within {days} days: {count}").format(
            days=EXPIRY_NOTICE.days, count=len(self._rows)
        )

    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        self.table.setAccessibleName(self.tr("Badges that end"))
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Number"),
                self.tr("Name"),
                self.tr("Skill"),
                self.tr("Last day"),
                self.tr("Days left"),
            ]
        )
        self.load()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # Also on another day than the one on which it was last looked at.
        self.load()
        super().showEvent(event)

    def _changed(self, change: Change) -> None:
        if change.catalogue is not None or change.members:
            self._reload()

    def _reload(self) -> None:
        if self.isVisible():
            self.load()

    def load(self) -> None:
        """Show what the Picture holds."""
        picture, today = self._hub.picture, self._today()
        at = self.table.currentRow()
        marked = self._rows[at] if 0 <= at < len(self._rows) else None
        found = ending(picture.members.values(), today)
        self._rows = [(member.id, badge.skill) for _, member, badge in found]
        self.table.setRowCount(len(found))
        for row, (day, member, badge) in enumerate(found):
            skill = picture.skills.get(badge.skill)
            told = "" if skill is None else localised(skill.name, skill.name_en)
            texts = (
                member.number,
                one_line(member.name),
                one_line(told),
                day.isoformat(),
                str((day - today).days),
            )
            for column, text in enumerate(texts):
                self.table.setItem(row, column, QTableWidgetItem(text))
        if marked in self._rows:
            self.table.selectRow(self._rows.index(marked))
        self.filled.emit()

    def _choose(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._rows):
            self.chosen.emit(*self._rows[row])
