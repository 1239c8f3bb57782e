"""The shifts screen: who is on which shift on the days of a week, all by keyboard."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.change import Change
from console.domain.errors import ConsoleError
from console.domain.events import Event
from console.domain.orders import (
    CancelLeave,
    ChangeShift,
    GrantLeave,
    Order,
    SetPattern,
    SwapShifts,
)
from console.domain.people import Member
from console.domain.shifts import DAY, WEEK_DAYS, Why, monday_of
from console.live.desk import Desk
from console.live.flight import InFlight
from console.live.hub import Hub
from console.views.common.filters import Filters
from console.views.shifts.coverage import Coverage
from console.views.shifts.form import ShiftForm
from console.views.shifts.model import FIRST_DAY, ShiftModel
from console.views.shifts.table import ShiftTable
from console.widgets.keys import HERE, bind, bind_fixed
from console.widgets.labels import localised
from console.widgets.measure import sized
from console.widgets.plain import plain_label
from console.widgets.theme import Look

SIDE_WIDTH = 380
WEEK = WEEK_DAYS * DAY
OWN = (SetPattern, GrantLeave, CancelLeave, ChangeShift, SwapShifts)
"""The deeds of this screen."""


class ShiftsView(QWidget):
    """The calendar, its filters, and at the side who is on now and what is missing."""

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
        self._in_flight = InFlight()
        self._kind_keys: list[QShortcut] = []
        self.model = ShiftModel(hub.picture, clock, self)
        self.filters = Filters(hub.picture, self)
        self.week = plain_label(self)
        self.week.setProperty("role", "panel_title")
        self.table = ShiftTable(self.model, look, self)
        self.legend = plain_label(self)
        self.legend.setProperty("role", "dim")
        self.legend.setWordWrap(True)
        self.coverage = Coverage(hub.picture, clock, self)
        self.form = ShiftForm(hub.picture, self)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.filters)
        left.addWidget(self.week)
        left.addWidget(self.table, 1)
        left.addWidget(self.legend)
        side = QWidget(self)
        sized(side.setFixedWidth, SIDE_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.coverage, 1)
        column.addWidget(self.form)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(16)
        layout.addLayout(left, 1)
        layout.addWidget(side)

    def _connect(self) -> None:
        self._hub.loaded.connect(self.load)
        self._hub.changed.connect(self._changed)
        self._desk.deed_started.connect(self._started)
        self._desk.deed_done.connect(self._done)
        self._desk.deed_failed.connect(self._failed)
        self.filters.changed.connect(self._narrow)
        self.filters.text.returnPressed.connect(self.focus_rows)
        self.form.wanted.connect(self._desk.do)
        self.form.left.connect(self._leave_form)
        for action, slot in (
            ("leave", self._ask_leave),
            ("leave_back", self._take_leave_back),
            ("swap", self._ask_swap),
            ("pattern", self._make_pattern),
            ("free", partial(self._set_shift, None)),
            ("ahead", self.coverage.switch),
            ("today", self.show_today),
            ("week_before", partial(self._turn, -1)),
            ("week_after", partial(self._turn, 1)),
        ):
            bind(action, self.table, slot, HERE, repeat=True)
        bind_fixed("Del", self.table, partial(self._set_shift, None), HERE)
        bind_fixed("Return", self.table, self._next_kind, HERE)

    # What others ask for

    @property
    def current(self) -> Member | None:
        """The member in the selected row, as the Picture knows them now."""
        return self.model.member(self.table.currentIndex().row())

    @property
    def day(self) -> date | None:
        """The day of the selected column."""
        return self.model.day(self.table.currentIndex().column())

    def load(self) -> None:
        """Show what the Picture holds."""
        self._in_flight.saw_all()
        self.filters.fill()
        for shortcut in self._kind_keys:
            shortcut.deleteLater()
        self._kind_keys = [
            bind_fixed(str(number), self.table, partial(self._set_shift, code), HERE)
            for number, code in enumerate(self._hub.picture.rota.kinds, 1)
        ]
        self.model.load()
        self.retranslate()
        if self.isVisible():
            self.coverage.show_now()

    def select(self, member: int, day: date) -> None:
        """Go to a member's day, filters or not."""
        if self.model.row_of(member) is None:
            self.filters.clear()
        self._show_week(monday_of(day))
        row = self.model.row_of(member)
        if row is not None:
            self.table.setCurrentIndex(self.model.index(row, FIRST_DAY + day.weekday()))

    def focus_filter(self) -> None:
        """Put the keyboard into the filter."""
        self.filters.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.text.selectAll()

    def focus_rows(self) -> None:
        """Put the keyboard into the calendar, on today if nothing is selected."""
        # First the cell: a table that gets the keyboard without one takes its first, a number.
        if self.model.rowCount() and self.day is None:
            column = FIRST_DAY + self.model.today.weekday()
            self.table.setCurrentIndex(self.model.index(0, column))
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_today(self) -> None:
        """Show the week that it is."""
        self._show_week(monday_of(self.model.today))

    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        self.table.setAccessibleName(self.tr("Shifts"))
        kinds = self._hub.picture.rota.kinds.values()
        keys = [
            f"{number} {kind.sign} {localised(kind.name, kind.name_en)}"
            for number, kind in enumerate(kinds, 1)
        ]
        keys.append(
            self.tr(
                "0 休 free   Enter next shift   H 假 leave   R take leave back   S swap"
                "   W make this week the pattern   [ ] week   T today"
                "   marks: ⇄ swapped, • changed"
            )
        )
        self.legend.setText("   ".join(keys))
        self._say_week()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() is None:
            # Who comes here by a key goes on by keys, and not into the filter.
            self.focus_rows()
        self.coverage.show_now()

    # Keys

    def _set_shift(self, kind: str | None) -> None:
        member, day = self._free_hand()
        if member is None or day is None:
            return
        plan = self._hub.picture.rota.of(member.id).on(day)
        if plan.kind != kind or plan.why is Why.LEAVE:
            self._desk.do(ChangeShift(member.id, day, kind, seen=member.version))

    def _next_kind(self) -> None:
        member, day = self._free_hand()
        if member is None or day is None:
            return
        order = [None, *self._hub.picture.rota.kinds]
        now = self._hub.picture.rota.of(member.id).on(day).kind
        self._set_shift(order[(order.index(now) + 1) % len(order)])

    def _ask_leave(self) -> None:
        member, day = self._free_hand()
        if member is not None and day is not None:
            self.form.open_leave(member, day)

    def _ask_swap(self) -> None:
        member, day = self._free_hand()
        if member is not None and day is not None:
            self.form.open_swap(member, day)

    def _take_leave_back(self) -> None:
        """Take back the whole leave that the selected day is part of."""
        member, day = self._free_hand()
        if member is None or day is None:
            return
        shifts = self._hub.picture.rota.of(member.id)
        first = last = day
        while shifts.on(first - DAY).why is Why.LEAVE:
            first -= DAY
        while shifts.on(last + DAY).why is Why.LEAVE:
            last += DAY
        self._desk.do(CancelLeave(member.id, first, last, member.version))

    def _make_pattern(self) -> None:
        """Make the week that is shown the member's pattern; a leave is no part of it."""
        member, day = self._free_hand()
        if member is None or day is None:
            return
        shifts, monday = self._hub.picture.rota.of(member.id), self.model.monday
        plans = [shifts.on(monday + number * DAY) for number in range(WEEK_DAYS)]
        days = tuple(
            shifts.days[number] if plan.why is Why.LEAVE else plan.kind
            for number, plan in enumerate(plans)
        )
        self._desk.do(SetPattern(member.id, days, member.version))

    def _free_hand(self) -> tuple[Member | None, date | None]:
        """The selected member and day; nobody while a deed on them is on its way."""
        member, day = self.current, self.day
        if member is None or day is None or self._in_flight.holds(member.id):
            return None, None
        return member, day

    # What happens inside

    def _turn(self, weeks: int) -> None:
        self._show_week(self.model.monday + weeks * WEEK)

    def _show_week(self, monday: date) -> None:
        self.model.show_week(monday)
        self._say_week()

    def _say_week(self) -> None:
        monday = self.model.monday
        self.week.setText(
            self.tr("Week {number}: {first} to {last}").format(
                number=monday.isocalendar().week, first=monday, last=monday + WEEK - DAY
            )
        )

    def _narrow(self) -> None:
        held = None if self.current is None else self.current.id
        column = self.table.currentIndex().column()
        self.model.narrow(self.filters.wanted)
        row = None if held is None else self.model.row_of(held)
        if row is not None:
            self.table.setCurrentIndex(self.model.index(row, column))

    def _leave_form(self) -> None:
        self.form.hide()
        self.focus_rows()

    def _changed(self, change: Change) -> None:
        self._in_flight.take_in(change)
        if change.catalogue is not None:
            self.load()
            return
        if change.shifts:
            self.model.refresh_members({one.member for one in change.shifts})
        if self.isVisible() and (change.shifts or change.members):
            self.coverage.show_now()

    def _started(self, command: UUID, order: Order) -> None:
        if isinstance(order, OWN):
            self._in_flight.start(command, order.member)

    def _done(self, command: UUID, order: Order, event: Event) -> None:
        if self._in_flight.knows(command) and isinstance(order, GrantLeave | SwapShifts):
            self._leave_form()
        self._in_flight.done(command, event.seq, self._hub.picture.seq)

    def _failed(self, command: UUID, _order: Order, _error: ConsoleError) -> None:
        self._in_flight.failed(command)
