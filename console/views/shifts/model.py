"""The calendar's rows and columns: members, and the days of a week."""

from collections.abc import Callable, Iterable
from datetime import date, datetime

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from console.domain.people import Member
from console.domain.shifts import (
    DAY,
    FREE_SIGN,
    LEAVE_SIGN,
    WEEK_DAYS,
    DayPlan,
    Why,
    monday_of,
)
from console.live.picture import Picture
from console.views.common.narrowing import Narrowing, Searched
from console.views.common.shift_words import day_heading
from console.widgets.labels import localised

FIRST_DAY = 3
"""The column of the week's Monday, behind number, name and grid."""

COLUMNS = FIRST_DAY + WEEK_DAYS

Index = QModelIndex | QPersistentModelIndex

_MARKS = {Why.SWAP: "⇄", Why.CHANGE: "•"}
_NOWHERE = QModelIndex()


class ShiftModel(QAbstractTableModel):
    """Reads the Picture's rota; keeps only which members are shown, and which week."""

    def __init__(
        self, picture: Picture, clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._picture, self._clock = picture, clock
        self._searched = Searched(picture)
        self._narrowing = Narrowing()
        self._rows: list[Member] = []
        self._places: dict[int, int] = {}
        self.monday = monday_of(self.today)

    @property
    def today(self) -> date:
        """The day that it is in the center."""
        return self._picture.day_of(self._clock())

    def load(self) -> None:
        """Show what the Picture holds."""
        self._searched.clear()
        self.narrow(self._narrowing)

    def narrow(self, wanted: Narrowing) -> None:
        """Show only some members."""
        self.beginResetModel()
        self._narrowing = wanted
        # Who has no grid is mostly in no rota either, and stands below those who are.
        members = sorted(
            self._picture.members.values(), key=lambda m: (not m.grid, m.grid, m.number)
        )
        self._rows = self._searched.among(members, wanted, self.today)
        self._places = {member.id: row for row, member in enumerate(self._rows)}
        self.endResetModel()

    def show_week(self, monday: date) -> None:
        """Show another week; rows and selection stay."""
        self.monday = monday
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, FIRST_DAY, COLUMNS - 1)
        self.refresh(range(len(self._rows)))

    def refresh_members(self, members: set[int]) -> None:
        """Show what is now known of some members."""
        self.refresh(self._places[number] for number in members if number in self._places)

    def refresh(self, rows: Iterable[int]) -> None:
        """Paint rows again."""
        shown = sorted(rows)
        if shown:
            self.dataChanged.emit(self.index(shown[0], 0), self.index(shown[-1], COLUMNS - 1))

    def member(self, row: int) -> Member | None:
        """The member of a row, as the Picture knows them now."""
        if not 0 <= row < len(self._rows):
            return None
        return self._picture.members.get(self._rows[row].id)

    def row_of(self, member: int) -> int | None:
        """The row in which a member is shown."""
        return self._places.get(member)

    def day(self, column: int) -> date | None:
        """The day of a column, None for those in front of the days."""
        return None if column < FIRST_DAY else self.monday + (column - FIRST_DAY) * DAY

    def plan(self, row: int, column: int) -> DayPlan | None:
        """What is planned in a cell."""
        day = self.day(column)
        if day is None or not 0 <= row < len(self._rows):
            return None
        return self._picture.rota.of(self._rows[row].id).on(day)

    def sign(self, plan: DayPlan) -> str:
        """A plan as a cell shows it: never by colour alone."""
        if plan.why is Why.LEAVE:
            return LEAVE_SIGN
        kind = None if plan.kind is None else self._picture.rota.kinds.get(plan.kind)
        sign = FREE_SIGN if kind is None else kind.sign
        return sign if plan.why is None else f"{sign} {_MARKS[plan.why]}"

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else COLUMNS

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | int | None:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(index.row(), index.column())
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._told(index.row(), index.column())
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | None:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        day = self.day(section)
        if day is not None:
            return day_heading(day)
        return (self.tr("Number"), self.tr("Name"), self.tr("Grid"))[section]

    def _text(self, row: int, column: int) -> str:
        member = self._rows[row]
        match column:
            case 0:
                return member.number
            case 1:
                return member.name
            case 2:
                return member.home
        plan = self.plan(row, column)
        return "" if plan is None else self.sign(plan)

    def _told(self, row: int, column: int) -> str:
        plan, day, member = self.plan(row, column), self.day(column), self._rows[row]
        if plan is None or day is None:
            return self._text(row, column)
        told = f"{member.name} · {day_heading(day)} · {self._plan_text(plan)}"
        return f"{told} · {plan.note}" if plan.note else told

    def _plan_text(self, plan: DayPlan) -> str:
        if plan.why is Why.LEAVE:
            return self.tr("leave")
        kind = None if plan.kind is None else self._picture.rota.kinds.get(plan.kind)
        text = self.tr("free") if kind is None else localised(kind.name, kind.name_en)
        partner = None if plan.partner is None else self._picture.members.get(plan.partner)
        if partner is None:
            return text
        return self.tr("{shift}, swapped with {name}").format(shift=text, name=partner.name)
