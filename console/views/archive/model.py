"""The rows of the archive's table: what was found so far, the newest number first."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from console.domain.archive import Found, Page
from console.domain.codes import short_code
from console.domain.text import one_line
from console.live.picture import Picture
from console.views.incident.words import day_text
from console.widgets.labels import localised, state_label

Index = QModelIndex | QPersistentModelIndex

WIDTHS = (76, 146, None, None, 64, 150, 84, 112)
"""Widths of the columns in pixels; title and address share the rest."""

COLUMNS = len(WIDTHS)

_NOWHERE = QModelIndex()


class ArchiveModel(QAbstractTableModel):
    """Holds what was found; asks for the next page when the table is scrolled to the end."""

    more_wanted = Signal()

    def __init__(self, picture: Picture, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._rows: list[Found] = []
        self.after: int | None = None
        self.loading = False

    def show_page(self, page: Page) -> None:
        """Show the first page of another search."""
        self.beginResetModel()
        self._rows = list(page.rows)
        self.after, self.loading = page.after, False
        self.endResetModel()

    def add_page(self, page: Page) -> None:
        """Show the next page below."""
        self.after, self.loading = page.after, False
        if page.rows:
            begin = len(self._rows)
            self.beginInsertRows(QModelIndex(), begin, begin + len(page.rows) - 1)
            self._rows += page.rows
            self.endInsertRows()

    def case(self, row: int) -> Found | None:
        """What a row shows."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def repaint(self) -> None:
        """Say everything in the language that now holds."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, COLUMNS - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, COLUMNS - 1))

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else COLUMNS

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self.after is not None and not self.loading

    @override
    def fetchMore(self, parent: Index) -> None:
        self.loading = True
        self.more_wanted.emit()

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (
            self.tr("Number"),
            self.tr("Ended"),
            self.tr("Title"),
            self.tr("Address"),
            self.tr("Grid"),
            self.tr("Category"),
            self.tr("Result"),
            self.tr("Sent"),
        )[section]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        case = self.case(index.row())
        if case is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = self._text(case, index.column())
            # A tip is rich text where it begins like some: never what somebody wrote.
            return text if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return " ".join(self._text(case, column) for column in range(COLUMNS))
        return None

    def _text(self, case: Found, column: int) -> str:
        picture = self._picture
        match column:
            case 0:
                return case.number
            case 1:
                return day_text(case.ended_at, picture.zone)
            case 2:
                return one_line(case.title)[:200]
            case 3:
                return one_line(case.address)[:200]
            case 4:
                return "" if case.grid is None else short_code(case.grid)
            case 5:
                category = picture.categories.get(case.category)
                return (
                    localised(category.name, category.name_en)
                    if category
                    else one_line(case.category)
                )
            case 6:
                return state_label(case.result)
            case _:
                known = picture.members
                names = (known[one].name if one in known else str(one) for one in case.people)
                return "、".join(map(one_line, names))
