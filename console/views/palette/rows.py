"""The rows below the palette's line: kind, what would be done, and a word at the end."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from console.domain.palette import Line
from console.views.common.tables import prepare
from console.widgets.measure import px, sized
from console.widgets.theme import Look

ROW = 32
KIND_WIDTH, ASIDE_WIDTH = 84, 190


@dataclass(frozen=True, slots=True)
class Row:
    """One row; ``again`` is a command that was given before, in place of a line."""

    kind: str
    text: str
    aside: str
    line: Line | None = None
    again: str = ""

    @property
    def possible(self) -> bool:
        """Whether Enter does anything with it."""
        return self.line is None or self.line.hindrance is None


class Rows(QTableWidget):
    """Shows rows; the keyboard stays in the line above."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(0, 3, parent)
        self._look = look
        self.rows: list[Row] = []
        prepare(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sized(self.verticalHeader().setDefaultSectionSize, ROW)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.hide()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        sized(self.setColumnWidth, KIND_WIDTH, at=0)
        sized(self.setColumnWidth, ASIDE_WIDTH, at=2)

    @property
    def current(self) -> Row | None:
        """The row that Enter takes."""
        row = self.currentRow()
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def show_rows(self, rows: Sequence[Row], at: int = 0) -> None:
        """Show rows, one of them marked."""
        theme = self._look.theme
        self.rows = list(rows)
        self.setRowCount(len(self.rows))
        for number, row in enumerate(self.rows):
            color = theme.color("text" if row.possible else "faint")
            for column, text in enumerate((row.kind, row.text, row.aside)):
                item = QTableWidgetItem(text)
                item.setForeground(theme.color("dim") if column == 0 else color)
                if column != 1 and row.possible:
                    item.setForeground(theme.color("dim"))
                self.setItem(number, column, item)
        if self.rows:
            self.setCurrentCell(min(at, len(self.rows) - 1), 1)
        self.setFixedHeight(px(ROW) * len(self.rows) + 2)

    def step(self, by: int) -> None:
        """Mark another row, as far as there are any."""
        if self.rows:
            row = max(0, min(self.currentRow() + by, len(self.rows) - 1))
            self.setCurrentCell(row, 1)
