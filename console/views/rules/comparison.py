"""The dispatches that other weights would have given to somebody else, as a table."""

from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from console.domain.hindsight import Comparison, Redirected
from console.domain.people import Member
from console.domain.text import one_line
from console.views.common.tables import prepare, skip_while_empty
from console.widgets.measure import sized

TITLE_SHOWN = 60
"""So many characters of a title are shown."""

NAMES = 130
"""Width of a column of names in pixels."""


class ComparisonTable(QTableWidget):
    """One row a dispatch, the newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        prepare(self)
        skip_while_empty(self)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, 4):
            sized(self.setColumnWidth, NAMES, at=column)
        self.setAccessibleName(self.tr("Dispatches that would have gone to others"))
        self.setHorizontalHeaderLabels(
            [
                self.tr("Incident"),
                self.tr("Went to"),
                self.tr("Proposed today"),
                self.tr("Would go to"),
            ]
        )

    def show_comparison(self, comparison: Comparison) -> None:
        """Show what would have gone to others."""
        redirected = comparison.redirected[::-1]
        self.setRowCount(len(redirected))
        for row, one in enumerate(redirected):
            for column, text in enumerate(self._texts(one)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(row, column, item)
        if redirected:
            self.selectRow(0)

    def _texts(self, one: Redirected) -> tuple[str, ...]:
        title = f"{one.incident.number}  {one_line(one.incident.title[:TITLE_SHOWN])}"
        return title, *(self._name(member) for member in (one.sent, one.now, one.then))

    def _name(self, member: Member | None) -> str:
        return self.tr("nobody") if member is None else one_line(member.name)
