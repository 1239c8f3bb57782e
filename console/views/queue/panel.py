"""The queue as it stands on the desk: chips, a filter line and the rows."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.change import Change
from console.domain.mine import InHand, Mine
from console.domain.queue_views import Group
from console.live.flight import SHOWN_AFTER_MS
from console.live.hub import Hub
from console.views.queue.forms import Forms
from console.views.queue.hand import Hand
from console.views.queue.model import QueueModel
from console.views.queue.selection import Selection
from console.views.queue.summary import Summary
from console.views.queue.table import QueueTable
from console.views.queue.views import Views
from console.widgets.chip import FilterChips
from console.widgets.keys import key_mark
from console.widgets.plain import button_text, plain_label
from console.widgets.queue_memory import QueueMemory
from console.widgets.queue_row import QueueRowDelegate
from console.widgets.settings import in_force
from console.widgets.theme import Look
from console.widgets.tips import plain_tip
from console.widgets.words_queue import sorts_text

TICK_MS = 1000
"""How often the time limits shown are drawn anew, in milliseconds."""

FEW = 8
"""So many changed rows are painted at once; more of them wait for the next frame."""

TYPING_MS = 60
"""How long the filter waits for the next key, in milliseconds."""


class QueuePanel(QWidget):
    """The live queue; it tells which incident is current and never moves that by itself."""

    incident_selected = Signal(int)
    selection_changed = Signal(object)
    incident_hovered = Signal(int)
    primary_requested = Signal()

    def __init__(
        self,
        hub: Hub,
        look: Look,
        clock: Callable[[], datetime],
        memory: QueueMemory,
        mine: Mine,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hub, self._clock, self._mine = hub, clock, mine
        self.model = QueueModel(hub.picture, clock, self, mine=mine.ids)
        self.chips = FilterChips(look, self)
        self.views = Views(self.chips, self.model, hub.picture, memory, clock, self)
        self.filter = QLineEdit(self)
        self.filter.setClearButtonEnabled(True)
        self.sorting = QPushButton(self)
        self.table = QueueTable(self)
        self.table.setModel(self.model)
        self._selection = Selection(self.table, self.model)
        rows = QueueRowDelegate(look, clock, self.table)
        self.table.setItemDelegate(rows)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.forms = Forms(self.table, self.model, rows, memory, look)
        self.hand = Hand(clock, lambda: int(in_force().value("queue.hold_s")), self)
        self.summary = Summary(hub.picture, self.model, self)
        self._empty = plain_label(self.table.viewport())
        self._empty.setProperty("role", "dim")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._build()
        self._typing = QTimer(self, interval=TYPING_MS, singleShot=True)
        self._tick = QTimer(self, interval=TICK_MS)
        self._asked: set[int] = set()
        self._patience = QTimer(self, interval=SHOWN_AFTER_MS, singleShot=True)
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(12, 0, 12, 8)
        line.setSpacing(8)
        line.addWidget(self.filter, 1)
        line.addWidget(self.sorting)
        # Over the rows and not in their place: the keyboard stays there when the last one goes.
        over = QVBoxLayout(self.table.viewport())
        over.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        chips = QHBoxLayout()
        chips.setContentsMargins(12, 8, 12, 8)
        chips.addWidget(self.chips)
        layout.addLayout(chips)
        layout.addLayout(line)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.summary)

    def _connect(self) -> None:
        self._hub.loaded.connect(self.load)
        self._hub.changed.connect(self.apply)
        self.views.shown.connect(self._show_view)
        self.filter.textChanged.connect(self._typing.start)
        self.filter.returnPressed.connect(self._to_table)
        self._typing.timeout.connect(self._narrow)
        self.sorting.clicked.connect(self.open_arranging)
        for widget, opens in (
            (self.chips, self.open_views),
            (self.table.horizontalHeader(), self.open_arranging),
        ):
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            widget.customContextMenuRequested.connect(opens)
        table, hand = self.table, self.hand
        self._selection.incident_selected.connect(self.incident_selected)
        self._selection.changed.connect(self.selection_changed)
        table.primary_requested.connect(self.primary_requested)
        table.hovered.connect(self.incident_hovered)
        table.typed.connect(hand.typed)
        table.pointed.connect(hand.moved)
        table.left.connect(hand.left)
        hand.rested.connect(self._release)
        self.summary.release_requested.connect(self.release)
        self.model.modelReset.connect(self._count)
        self.model.headerDataChanged.connect(self._arranged)
        self._patience.timeout.connect(self._mark_asked)
        self._tick.timeout.connect(self._second)
        self._tick.start()

    # What others ask for

    @property
    def current(self) -> int | None:
        """The incident that is selected."""
        return self._selection.current

    @property
    def selected(self) -> list[int]:
        """The incidents that are selected, from the top down."""
        return self._selection.incidents

    def select_one(self) -> None:
        """Select the current incident alone."""
        self.table.make_current(self.table.currentIndex())

    def load(self) -> None:
        """Show everything that the Picture holds."""
        self._mine.take_cards(self._hub.picture.oversight.open())
        self.model.load()
        self._count()

    def apply(self, change: Change) -> None:
        """Show a change that the Picture has taken in."""
        self._mine.take_in(change)
        self.model.holding = self.hand.at_work
        self.model.apply(change)
        if len(change.incidents) <= FEW:
            # At once: the eyes are on the rows. The rest of the window follows a frame later.
            rows = (self.model.row_of(one.id) for one in change.incidents)
            self.table.paint_now(row for row in rows if row is not None)
        self._count()

    def know_mine(self, before: InHand) -> None:
        """Learn which incidents were the operator's own before the program began."""
        self._mine.begin(before)
        self.model.holding = self.hand.at_work
        self.model.own_again()
        self._count()

    def select(self, incident_id: int) -> None:
        """Make an incident current and bring its row into view, if it is in the queue."""
        if incident_id not in self._hub.picture.incidents:
            return
        if self._row_of(incident_id) is None:
            self.release()
        if self._row_of(incident_id) is None:
            self.show_all()
        row = self._row_of(incident_id)
        if row is not None:
            self.table.make_current(self.model.index(row, 0))

    def show_all(self) -> None:
        """Take all filters away."""
        self._typing.stop()
        self.views.leave()

    def show_words(self, text: str) -> None:
        """Show only what holds some words, as if they had been typed into the filter."""
        self.show_all()
        self.filter.setText(text)
        self._to_table()

    def choose(self, group: Group) -> None:
        """Show one of the groups, as its chip does."""
        self.views.choose(group.value)

    def choose_nth(self, place: int) -> None:
        """Show the view of the chip at a place, from 0 on, and put the keyboard into the rows."""
        self.views.choose_nth(place)
        self.focus_rows()

    def open_views(self) -> None:
        """Open the menu of views."""
        from console.views.queue.view_menu import ViewMenu

        menu = ViewMenu(self.views, self.model.narrowing.group, self)
        menu.new_wanted.connect(self.keep_view)
        menu.name_wanted.connect(self._rename_view)
        self._open(menu, self.chips)

    def keep_view(self) -> None:
        """Ask for a name, and keep what is shown under it."""
        from console.views.queue.view_name import ask_new

        ask_new(self.views, self).finished.connect(self.focus_rows)

    def _rename_view(self) -> None:
        from console.views.queue.view_name import ask_other

        ask_other(self.views, self).finished.connect(self.focus_rows)

    def open_arranging(self) -> None:
        """Open the menu of orders, headings, forms and columns."""
        from console.views.queue.menus import ArrangeMenu

        menu = ArrangeMenu(self._hub.picture, self.model, self.forms, self)
        self._open(menu, self.sorting)

    def release(self) -> None:
        """Let the rows move that are held back, whatever the hand does."""
        self.hand.rest()
        self._release()

    def mark_busy(self, incident_id: int, *, busy: bool) -> None:
        """Show on a row that a deed is in flight, if it takes a while; or that it is no longer."""
        if busy:
            self._asked.add(incident_id)
            self._patience.start()
        else:
            self._asked.discard(incident_id)
            self.model.mark_busy(incident_id, busy=False)

    def focus_rows(self) -> None:
        """Put the keyboard into the rows."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._selection.focus()

    def focus_filter(self) -> None:
        """Put the keyboard into the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        self.filter.setPlaceholderText(self.tr("Filter by number, words, address or grid"))
        self.filter.setAccessibleName(self.tr("Filter the queue"))
        self.table.setAccessibleName(self.tr("Live queue"))
        self._arranged()
        self._count()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # What happens inside

    def _open(self, menu: QMenu, below: QWidget) -> None:
        menu.popup(below.mapToGlobal(QPoint(0, below.height())))

    def _row_of(self, incident_id: int) -> int | None:
        """The row that shows an incident; its group is unfolded for that."""
        row = self.model.row_of(incident_id)
        above = None if row is not None else self.model.heading_of(incident_id)
        if above is None:
            return row
        self.model.fold(above, closed=False)
        return self.model.row_of(incident_id)

    def _show_view(self) -> None:
        if self.filter.text().strip().lower() != self.model.narrowing.text:
            self.filter.setText(self.model.narrowing.text)
            self._typing.stop()
        self._arranged()
        self._count()

    def _narrow(self) -> None:
        self.model.narrow(text=self.filter.text().strip().lower())
        self._count()

    def _arranged(self) -> None:
        text = sorts_text(self.model.view.sorts)
        self.sorting.setText(button_text(f"{text} ▾"))
        name = self.tr("Order of the queue: {order}").format(order=text)
        self.sorting.setAccessibleName(name)
        self.sorting.setToolTip(plain_tip(f"{name}  {key_mark('queue_arrange')}"))

    def _to_table(self) -> None:
        self._typing.stop()
        self._narrow()
        self.focus_rows()

    def _release(self) -> None:
        self.model.holding = False
        self.model.release()
        self._count()

    def _mark_asked(self) -> None:
        for incident_id in self._asked:
            self.model.mark_busy(incident_id, busy=True)

    def _second(self) -> None:
        if self.model.narrowing.group is Group.OVERDUE and not self.hand.at_work:
            self._narrow()
        else:
            self._count()
        self.table.viewport().update()

    def _count(self) -> None:
        self.views.count()
        self._empty.setVisible(not self.model.rowCount())
        self._empty.setText(
            self.tr("Nothing matches the filter.")
            if self._hub.picture.incidents
            else self.tr("No open incidents.")
        )
        self.summary.show_now()
