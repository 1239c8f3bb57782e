"""The roster: who is there, what they can do, and their duty, all by keyboard."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from itertools import islice
from threading import Thread

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.change import Change
from console.domain.people import Duty, Member
from console.domain.pinyin import prepare
from console.live.desk import Desk
from console.live.hub import Hub
from console.views.common.filters import Filters
from console.views.common.hole_line import HoleLine
from console.views.roster.cards import CardDelegate, RosterCards, card_size
from console.views.roster.cells import EDGE, CellDelegate, badges_width
from console.views.roster.columns import Column
from console.views.roster.duty import DUTY_ACTIONS, DutyButtons
from console.views.roster.files import ListFiles
from console.views.roster.holes import HolesLine
from console.views.roster.model import RosterModel
from console.views.roster.page import MemberPage
from console.views.roster.rows import RosterTable
from console.widgets.keys import BELOW, bind, key_mark
from console.widgets.plain import plain_label
from console.widgets.theme import Look

SLICE = 300
"""So many members are read for the filter at a time; a frame has room for that."""

FORMS = ("rows", "cards")
"""The forms of the roster, as they are remembered; the first one is the one to begin with."""


class RosterView(QWidget):
    """The members with filters; keys set the duty of the selected one, Enter opens the page."""

    incident_requested = Signal(int)

    def __init__(
        self,
        hub: Hub,
        desk: Desk,
        look: Look,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hub, self._look = hub, look
        look.changed.connect(self._measure)
        self._current: int | None = None
        self._behind: set[int] = set()
        self._prepared = False
        self._unread: Iterator[Member] = iter(())
        self._slices = QTimer(self, interval=0)
        self.model = RosterModel(hub.picture, clock, self)
        self.filters = Filters(hub.picture, self)
        self.holes = HolesLine(hub.picture, lambda: hub.picture.day_of(clock()), self)
        self.planned_holes = HoleLine(hub, clock, self)
        self.summary = plain_label(self)
        self.summary.setProperty("role", "dim")
        self.table = RosterTable(self)
        self.table.setModel(self.model)
        self.table.setItemDelegate(
            CellDelegate(hub.picture, look, self.model, self.table.hasFocus)
        )
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(Column.NUMBER, Qt.SortOrder.AscendingOrder)
        self.cards = RosterCards(self)
        self.cards.setModel(self.model)
        self.cards.setSelectionModel(self.table.selectionModel())
        self.cards.setItemDelegate(
            CardDelegate(hub.picture, look, self.model, self.cards.gridSize, self.cards.hasFocus)
        )
        self.forms = QStackedWidget(self)
        self.form_button = QPushButton(self)
        self.page = MemberPage(hub.picture, desk, look, clock, self)
        self.duties = DutyButtons(hub, desk, lambda: self.current, self)
        self.files = ListFiles(hub.picture, desk, self)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.summary, 1)
        self.form_button.setProperty("kind", "key")
        below.addWidget(self.files)
        below.addWidget(self.form_button)
        below.addWidget(self.duties)
        for form in (self.table, self.cards):
            self.forms.addWidget(form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self.holes)
        layout.addWidget(self.planned_holes)
        layout.addWidget(self.filters)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.forms, 1)
        middle.addWidget(self.page)
        layout.addLayout(middle, 1)
        layout.addLayout(below)

    def _connect(self) -> None:
        self._hub.loaded.connect(self.load)
        self._hub.changed.connect(self._changed)
        self._slices.timeout.connect(self._read_some)
        self.filters.changed.connect(self._narrow)
        self.filters.text.returnPressed.connect(self.focus_rows)
        self.table.selectionModel().currentRowChanged.connect(self._moved)
        self.table.selectionModel().selectionChanged.connect(self._follow)
        for form in (self.table, self.cards):
            form.opened.connect(self.page.take_keys)
        self.form_button.clicked.connect(self.switch_form)
        self.page.left.connect(self.focus_rows)
        self.page.telephone.left.connect(self.focus_rows)
        self.page.running.incident_requested.connect(self.incident_requested)
        self.model.modelReset.connect(self._restore)
        self.model.rowsInserted.connect(self._restore)
        self.model.rowsRemoved.connect(self._let_go)
        self.holes.chosen.connect(self.filters.choose)
        for duty, action in DUTY_ACTIONS.items():
            bind(action, self.forms, partial(self.duties.set_duty, duty), BELOW)
        for action, slot in (
            ("form", self.switch_form),
            ("telephone", self.page.telephone.ask),
            ("holes", self.holes.go_on),
            ("export", self.files.choose_export),
            ("import", self.files.choose_import),
        ):
            bind(action, self.forms, slot, BELOW)

    # What others ask for

    @property
    def current(self) -> Member | None:
        """The member in the selected row, as the Picture knows them now."""
        chosen = self.table.selectionModel().selectedIndexes()
        member = self.model.member(chosen[0].row()) if chosen else None
        return None if member is None else self._hub.picture.members.get(member.id)

    def select(self, member_id: int) -> None:
        """Show a member, filters or not."""
        self._catch_up()
        if self.model.row_of(member_id) is None:
            self.filters.clear()
        row = self.model.row_of(member_id)
        if row is not None:
            self._go_to(row)

    @property
    def form(self) -> str:
        """The form in which the members are shown, one of `FORMS`."""
        return FORMS[self.forms.currentIndex()]

    def show_form(self, form: str) -> None:
        """Show the members in a form; an unknown one is the first."""
        had_keys = self._shown_form.hasFocus()
        member = self.current
        self.forms.setCurrentIndex(FORMS.index(form) if form in FORMS else 0)
        row = None if member is None else self.model.row_of(member.id)
        if row is not None:
            self._go_to(row)
        if had_keys:
            self.focus_rows()
        self._say_form()

    def switch_form(self) -> None:
        """Show rows instead of cards, or cards instead of rows."""
        self.show_form(FORMS[1 - self.forms.currentIndex()])

    def focus_filter(self) -> None:
        """Put the keyboard into the filter."""
        self.filters.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.text.selectAll()

    def focus_rows(self) -> None:
        """Put the keyboard into the rows."""
        self._shown_form.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.model.rowCount() and self.current is None:
            self._go_to(0)

    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        self.table.setAccessibleName(self.tr("Roster"))
        self.cards.setAccessibleName(self.tr("Roster as cards"))
        self._say_form()
        self._say()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()
        self._prepare()
        self._show_page()
        if self.focusWidget() is None:
            # Who comes here by a key goes on by keys, and not into the filter.
            self.focus_rows()

    # What happens inside

    def load(self) -> None:
        """Show what the Picture holds."""
        self._behind.clear()
        self._prepared = False
        self.filters.fill()
        self.holes.refresh()
        self.model.load()
        self._narrow()
        self._measure()
        if self.isVisible():
            self._prepare()
            self._show_page()

    def _measure(self) -> None:
        theme, skills = self._look.theme, len(self._hub.picture.skills)
        room = badges_width(theme, skills) + 2 * theme.px(EDGE)
        self.table.set_widths(max(room, theme.px(120)))
        self.cards.set_least(card_size(theme, skills))

    def _changed(self, change: Change) -> None:
        if change.catalogue is not None:
            self.load()
        elif change.members:
            self._behind.update(member.id for member in change.members)
            if self.isVisible():
                self._catch_up()
        if self.isVisible():
            self.page.apply(change)
            if change.shifts:
                self._show_page()

    def _catch_up(self) -> None:
        """Show the members as they now are; nobody looks at a roster that is not shown."""
        if self._behind:
            members = self._hub.picture.members
            behind = [members[number] for number in self._behind]
            self._behind.clear()
            self.model.apply(behind)
            self._follow()
            self._say()
            self.holes.refresh()

    def _prepare(self) -> None:
        """Work out what the filter looks in, so that no keystroke has to wait for it."""
        if not self._prepared:
            self._prepared = True
            members = list(self._hub.picture.members.values())
            names = [member.name for member in members]
            Thread(target=prepare, args=(names,), name="pinyin", daemon=True).start()
            self._unread = iter(members)
            self._slices.start()

    def _read_some(self) -> None:
        some = list(islice(self._unread, SLICE))
        self.model.prepare(some)
        if len(some) < SLICE:
            self._slices.stop()

    def _narrow(self) -> None:
        self.model.narrow(self.filters.wanted)
        self._say()

    def _say_form(self) -> None:
        other = self.tr("Cards") if self.form == FORMS[0] else self.tr("Rows")
        self.form_button.setText(f"{key_mark('form')}  {other}")

    def _say(self) -> None:
        members = self._hub.picture.members.values()
        on_duty = sum(member.duty is not Duty.OFF for member in members)
        self.summary.setText(
            self.tr("{shown} shown · {on_duty} of {all} on duty").format(
                shown=self.model.rowCount(), on_duty=on_duty, all=len(members)
            )
        )

    @property
    def _shown_form(self) -> RosterTable | RosterCards:
        return self.table if self.form == FORMS[0] else self.cards

    def _go_to(self, row: int) -> None:
        index = self.model.index(row, 0)
        # The form decides how much of a row is selected: all its cells, or one card.
        self._shown_form.setCurrentIndex(index)
        self._shown_form.scrollTo(index)

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        member = self.model.member(current.row()) if current.isValid() else None
        if member is not None and not self.model.removing:
            self._current = member.id

    def _restore(self) -> None:
        """Select whom the operator had selected, as soon as they are shown again."""
        row = None if self._current is None else self.model.row_of(self._current)
        if row is not None and self.current is None:
            self._go_to(row)
        self._follow()

    def _show_page(self) -> None:
        """Show the selected member with all that is known now."""
        if self.isVisible():
            self.page.show_member(self.current)

    def _follow(self) -> None:
        """Show the selected member, unless the page shows them as they are already."""
        if self.current is not self.page.member:
            self._show_page()

    def _let_go(self) -> None:
        """Select nobody when the selected member's row went: keys must not reach the next one."""
        if self._current is not None and self.model.row_of(self._current) is None:
            self.table.selectionModel().clearSelection()
