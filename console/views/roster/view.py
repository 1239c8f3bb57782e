"""The roster: who is there, what they can do, and their duty, all by keyboard."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.change import Change
from console.domain.codes import Level, short_code
from console.domain.errors import ConsoleError
from console.domain.events import Event
from console.domain.orders import ChangeDuty, Order
from console.domain.people import Duty, Member, look_of
from console.live.desk import Desk
from console.live.flight import InFlight
from console.live.hub import Hub
from console.views.roster.model import MEMBER_ROLE, Column, Filter, RosterModel
from console.widgets.badge import paint_badge
from console.widgets.labels import duty_label, localised
from console.widgets.plain import plain_label
from console.widgets.theme import Look

GAP = 4
WIDTHS = {
    Column.NUMBER: 110,
    Column.NAME: 120,
    Column.GRID: 90,
    Column.DUTY: 110,
    Column.LOAD: 80,
    Column.PHONE: 160,
    Column.SEEN: 100,
}
"""Widths of the columns in pixels; the badges take theirs from the number of skills."""

DUTY_KEYS = {Duty.ON_DUTY: "D", Duty.BREAK: "P", Duty.OFF: "F"}
"""The keys that set the selected member's duty."""


class BadgeDelegate(QStyledItemDelegate):
    """Paints a member's badges in the order of the catalogue."""

    def __init__(self, hub: Hub, look: Look, model: RosterModel) -> None:
        super().__init__(model)
        self._picture, self._look, self._model = hub.picture, look, model

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, QModelIndex())
        member = index.data(MEMBER_ROLE)
        if not isinstance(member, Member):
            return
        theme = self._look.theme
        side = theme.size("badge")
        rect = option.rect
        top = rect.top() + (rect.height() - side) / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        today = self._model.today
        for place, skill in enumerate(self._picture.skills.values()):
            box = QRectF(rect.left() + 8 + place * (side + GAP), top, side, side)
            paint_badge(painter, box, skill, look_of(member.badge(skill.code), today), theme)
        painter.restore()

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        side = self._look.theme.size("badge")
        return QSize(16 + len(self._picture.skills) * (side + GAP), 36)


class RosterView(QWidget):
    """The members with filters; keys set the duty of the selected one."""

    member_selected = Signal(int)

    def __init__(
        self,
        hub: Hub,
        desk: Desk,
        look: Look,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hub, self._desk = hub, desk
        self._current: int | None = None
        self._behind = False
        self._in_flight = InFlight()
        self.model = RosterModel(hub.picture, clock, self)
        self.text = QLineEdit(self)
        self.text.setClearButtonEnabled(True)
        self.skill = QComboBox(self)
        self.duty = QComboBox(self)
        self.grid = QComboBox(self)
        self.summary = plain_label(self)
        self.summary.setProperty("role", "dim")
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(Column.BADGES, BadgeDelegate(hub, look, self.model))
        self.buttons = {duty: QPushButton(self) for duty in DUTY_KEYS}
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        table = self.table
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setSortingEnabled(True)
        table.sortByColumn(Column.NUMBER, Qt.SortOrder.AscendingOrder)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(36)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.horizontalHeader().setStretchLastSection(True)
        for column, width in WIDTHS.items():
            table.setColumnWidth(column, width)
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.text, 1)
        for box in (self.skill, self.grid, self.duty):
            box.setMinimumWidth(140)
            filters.addWidget(box)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.summary, 1)
        for button in self.buttons.values():
            button.setProperty("kind", "key")
            below.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(filters)
        layout.addWidget(table, 1)
        layout.addLayout(below)

    def _connect(self) -> None:
        self._hub.loaded.connect(self._reload)
        self._hub.changed.connect(self._changed)
        self._desk.deed_started.connect(self._started)
        self._desk.deed_done.connect(self._done)
        self._desk.deed_failed.connect(self._failed)
        self.text.textChanged.connect(self._narrow)
        self.text.returnPressed.connect(self.focus_rows)
        for box in (self.skill, self.duty, self.grid):
            box.currentIndexChanged.connect(self._narrow)
        self.table.selectionModel().currentRowChanged.connect(self._moved)
        self.model.modelReset.connect(self._restore)
        for duty, set_it in (
            (Duty.ON_DUTY, self.put_on_duty),
            (Duty.BREAK, self.put_on_break),
            (Duty.OFF, self.put_off_duty),
        ):
            self.buttons[duty].clicked.connect(set_it)
            shortcut = QShortcut(QKeySequence(DUTY_KEYS[duty]), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(set_it)

    # What others ask for

    @property
    def current(self) -> Member | None:
        """The member in the selected row, as the Picture knows them now."""
        rows = self.table.selectionModel().selectedRows()
        member = self.model.member(rows[0].row()) if rows else None
        return None if member is None else self._hub.picture.members.get(member.id)

    def select(self, member_id: int) -> None:
        """Show a member, filters or not."""
        if self.model.row_of(member_id) is None:
            self.text.clear()
            for box in (self.skill, self.duty, self.grid):
                box.setCurrentIndex(0)
        row = self.model.row_of(member_id)
        if row is not None:
            self.table.setCurrentIndex(self.model.index(row, 0))

    def focus_filter(self) -> None:
        """Put the keyboard into the filter."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    def focus_rows(self) -> None:
        """Put the keyboard into the rows."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.model.rowCount() and not self.table.selectionModel().hasSelection():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def put_on_duty(self) -> None:
        """Set the selected member on duty."""
        self._set_duty(Duty.ON_DUTY)

    def put_on_break(self) -> None:
        """Set the selected member on break."""
        self._set_duty(Duty.BREAK)

    def put_off_duty(self) -> None:
        """Set the selected member off duty."""
        self._set_duty(Duty.OFF)

    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        self.text.setPlaceholderText(self.tr("Filter by name, number or telephone"))
        self.text.setAccessibleName(self.tr("Filter the roster"))
        self.table.setAccessibleName(self.tr("Roster"))
        self.skill.setAccessibleName(self.tr("Skill"))
        self.duty.setAccessibleName(self.tr("Duty"))
        self.grid.setAccessibleName(self.tr("Base grid"))
        for duty, button in self.buttons.items():
            button.setText(f"{DUTY_KEYS[duty]}  {duty_label(duty)}")
        self._fill_choices()
        self._narrow()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._catch_up()
        super().showEvent(event)

    # What happens inside

    def _started(self, command: UUID, order: Order) -> None:
        if isinstance(order, ChangeDuty):
            self._in_flight.start(command, order.member)

    def _done(self, command: UUID, _order: Order, event: Event) -> None:
        self._in_flight.done(command, event.seq, self._hub.picture.seq)

    def _failed(self, command: UUID, _order: Order, _error: ConsoleError) -> None:
        self._in_flight.failed(command)

    def _reload(self) -> None:
        self._in_flight.saw_all()
        self._fill_choices()
        self._narrow()
        side_and_gap = 16 + len(self._hub.picture.skills) * 24
        self.table.setColumnWidth(Column.BADGES, max(side_and_gap, 120))

    def _changed(self, change: Change) -> None:
        self._in_flight.saw(change.seq)
        if change.catalogue is not None:
            self._reload()
        elif change.members:
            self._behind = True
            if self.isVisible():
                self._catch_up()

    def _catch_up(self) -> None:
        """Show the members as they now are; nobody looks at a roster that is not shown."""
        if self._behind:
            self._behind = False
            self.model.refresh()
            self._say()

    def _fill_choices(self) -> None:
        picture = self._hub.picture
        self._refill(
            self.skill,
            self.tr("All skills"),
            [
                (f"{s.monogram}  {localised(s.name, s.name_en)}", s.code)
                for s in picture.skills.values()
            ],
        )
        self._refill(
            self.grid,
            self.tr("All grids"),
            [
                (self.tr("Base grid {code}").format(code=short_code(grid.code)), grid.code)
                for grid in picture.tree.at(Level.BASE)
            ],
        )
        self._refill(self.duty, self.tr("Any duty"), [(duty_label(d), d) for d in Duty])

    @staticmethod
    def _refill(box: QComboBox, everything: str, choices: list[tuple[str, object]]) -> None:
        chosen = box.currentData()
        box.blockSignals(True)
        box.clear()
        box.addItem(everything, None)
        for text, value in choices:
            box.addItem(text, value)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        box.blockSignals(False)

    def _narrow(self) -> None:
        duty = self.duty.currentData()
        self.model.set_filter(
            Filter(
                skill=self.skill.currentData(),
                # Qt keeps an enum of texts as a mere text.
                duty=None if duty is None else Duty(duty),
                base_grid=self.grid.currentData(),
                text=self.text.text().strip().lower(),
            )
        )
        self.model.refresh()
        self._say()

    def _say(self) -> None:
        members = self._hub.picture.members.values()
        on_duty = sum(member.duty is not Duty.OFF for member in members)
        self.summary.setText(
            self.tr("{shown} shown · {on_duty} of {all} on duty").format(
                shown=self.model.rowCount(), on_duty=on_duty, all=len(members)
            )
        )

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        member = self.model.member(current.row()) if current.isValid() else None
        if member is not None and member.id != self._current:
            self._current = member.id
            self.member_selected.emit(member.id)

    def _restore(self) -> None:
        row = None if self._current is None else self.model.row_of(self._current)
        if row is not None:
            self.table.setCurrentIndex(self.model.index(row, 0))

    def _set_duty(self, duty: Duty) -> None:
        member = self.current
        if member is None or member.duty is duty or self._in_flight.holds(member.id):
            return
        self._desk.do(ChangeDuty(member.id, duty, member.version))
