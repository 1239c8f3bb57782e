"""The list of a course: who is on it, and by a key what came of it for each."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.courses import Result
from console.domain.text import one_line
from console.live.hub import Hub
from console.views.common.tables import prepare, skip_while_empty
from console.widgets.keys import HERE, bind, bind_fixed, key_mark
from console.widgets.labels import result_label
from console.widgets.measure import sized

ACTIONS = {Result.PASSED: "passed", Result.FAILED: "failed", Result.ABSENT: "absent"}
"""The actions whose keys note a result of the member in the selected row."""

WIDTHS = (110, 130)
LEAST = 170
"""Height of the table at least, in pixels."""


class Attendance(QWidget):
    """A table of members with results, and a button for each key."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._fixed = False
        self.results: dict[int, Result] = {}
        self.table = QTableWidget(0, 3, self)
        prepare(self.table)
        skip_while_empty(self.table)
        sized(self.table.setMinimumHeight, LEAST)
        for column, width in enumerate(WIDTHS):
            sized(self.table.setColumnWidth, width, at=column)
        self.buttons = {result: QPushButton(self) for result in ACTIONS}
        self.off = QPushButton(self)
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (*self.buttons.values(), self.off):
            button.setProperty("kind", "key")
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.table, 1)
        layout.addLayout(row)
        for result, action in ACTIONS.items():
            self.buttons[result].clicked.connect(partial(self.note, result))
            bind(action, self.table, partial(self.note, result), HERE)
        self.off.clicked.connect(self.take_off)
        bind_fixed("Del", self.table, self.take_off, HERE)
        self.retranslate()

    def show_results(self, results: Mapping[int, Result]) -> None:
        """Show a list."""
        self.results = dict(results)
        self._fill(0)

    def set_fixed(self, fixed: bool) -> None:
        """Whether the course is closed, so that nothing can be noted any more."""
        self._fixed = fixed
        for button in (*self.buttons.values(), self.off):
            button.setVisible(not fixed)

    def add(self, member: int) -> None:
        """Put a member on the list, unless they are on it."""
        self.results.setdefault(member, Result.LISTED)
        self._fill(list(self.results).index(member))

    def note(self, result: Result) -> None:
        """Note what came of it for the selected member, and go on to the next one."""
        row, members = self.table.currentRow(), list(self.results)
        if self._fixed or not 0 <= row < len(members):
            return
        self.results[members[row]] = result
        self._fill(min(row + 1, len(members) - 1))

    def take_off(self) -> None:
        """Take the selected member off the list."""
        row, members = self.table.currentRow(), list(self.results)
        if self._fixed or not 0 <= row < len(members):
            return
        del self.results[members[row]]
        self._fill(min(row, len(members) - 2))

    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        self.table.setAccessibleName(self.tr("Members of the course"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("Number"), self.tr("Name"), self.tr("Result")]
        )
        for result, button in self.buttons.items():
            button.setText(f"{key_mark(ACTIONS[result])}  {result_label(result)}")
        self.off.setText(self.tr("Del  Take off"))
        self._fill(self.table.currentRow())

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _fill(self, current: int) -> None:
        members = self._hub.picture.members
        self.table.setRowCount(len(self.results))
        for row, (number, result) in enumerate(self.results.items()):
            member = members.get(number)
            texts = (
                str(number) if member is None else member.number,
                "" if member is None else one_line(member.name),
                result_label(result),
            )
            for column, text in enumerate(texts):
                self.table.setItem(row, column, QTableWidgetItem(text))
        if 0 <= current < len(self.results):
            self.table.selectRow(current)
