"""The queue as it stands on the desk: chips, a filter line and the rows."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.change import Change
from console.live.flight import SHOWN_AFTER_MS
from console.live.hub import Hub
from console.views.queue.model import QueueModel
from console.views.queue.order import Group, Sorting
from console.views.queue.table import QueueTable
from console.widgets.chip import FilterChips
from console.widgets.plain import plain_label
from console.widgets.queue_row import QueueRowDelegate
from console.widgets.theme import Look

TICK_MS = 1000
"""How often the time limits shown are drawn anew, in milliseconds."""

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
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hub, self._look = hub, look
        self._clock = clock
        self._current: int | None = None
        self.model = QueueModel(hub.picture, clock, self)
        self.chips = FilterChips(look, self)
        self.filter = QLineEdit(self)
        self.filter.setClearButtonEnabled(True)
        self.sorting = QComboBox(self)
        self.table = QueueTable(self)
        self.table.setModel(self.model)
        self.table.setItemDelegate(QueueRowDelegate(look, clock, self.table))
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._measure()
        look.changed.connect(self._measure)
        self.summary = plain_label(self)
        self.summary.setProperty("role", "dim")
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
        self.summary.setContentsMargins(12, 6, 12, 6)
        layout.addWidget(self.summary)

    def _connect(self) -> None:
        self._hub.loaded.connect(self.load)
        self._hub.changed.connect(self.apply)
        self.chips.chosen.connect(self._choose)
        self.filter.textChanged.connect(self._typing.start)
        self.filter.returnPressed.connect(self._to_table)
        self._typing.timeout.connect(self._narrow)
        self.sorting.currentIndexChanged.connect(self._sort)
        self.table.selectionModel().currentRowChanged.connect(self._moved)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.table.primary_requested.connect(self.primary_requested)
        self.table.hovered.connect(self.incident_hovered)
        self.model.modelReset.connect(self._restore)
        self.model.rowsInserted.connect(self._restore)
        self.model.rowsRemoved.connect(self._let_go)
        self._patience.timeout.connect(self._mark_asked)
        self._tick.timeout.connect(self._second)
        self._tick.start()

    # What others ask for

    @property
    def current(self) -> int | None:
        """The incident that is selected."""
        return self._current

    @property
    def selected(self) -> list[int]:
        """The incidents that are selected, from the top down."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [one.id for row in rows if (one := self.model.incident(row)) is not None]

    def select_one(self) -> None:
        """Select the current incident alone."""
        self.table.make_current(self.table.currentIndex())

    def load(self) -> None:
        """Show everything that the Picture holds."""
        self.model.load()
        self._count()

    def apply(self, change: Change) -> None:
        """Show a change that the Picture has taken in."""
        self.model.apply(change)
        if change.incidents:
            # At once: the eyes are on the rows. The rest of the window follows a frame later.
            self.table.viewport().repaint()
        self._count()

    def select(self, incident_id: int) -> None:
        """Make an incident current and bring its row into view, if it is in the queue."""
        row = self.model.row_of(incident_id)
        if row is None and incident_id in self._hub.picture.incidents:
            self.show_all()
            row = self.model.row_of(incident_id)
        if row is not None:
            self.table.make_current(self.model.index(row, 0))

    def show_all(self) -> None:
        """Take all filters away."""
        self.filter.clear()
        self._typing.stop()
        self.chips.set_chosen(Group.ALL.value)
        self.model.narrow(group=Group.ALL, text="")

    def show_words(self, text: str) -> None:
        """Show only what holds some words, as if they had been typed into the filter."""
        self.show_all()
        self.filter.setText(text)
        self._to_table()

    def choose(self, group: Group) -> None:
        """Show one of the groups, as its chip does."""
        self.chips.set_chosen(group.value)
        self._choose(group.value)

    def mark_busy(self, incident_id: int, *, busy: bool) -> None:
        """Show on a row that a deed is in flight, if it takes a while; or that it is no longer."""
        if busy:
            self._asked.add(incident_id)
            self._patience.start()
        else:
            self._asked.discard(incident_id)
            self.model.mark_busy(incident_id, busy=False)

    def _measure(self) -> None:
        rows = self.table.verticalHeader()
        rows.setDefaultSectionSize(self._look.theme.size("queue_row"))

    def focus_rows(self) -> None:
        """Put the keyboard into the rows."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        index = self.table.currentIndex()
        if self._current is None and self.model.rowCount():
            index = self.model.index(0, 0)
        if index.isValid() and not self.table.selectionModel().hasSelection():
            self.table.make_current(index)

    def focus_filter(self) -> None:
        """Put the keyboard into the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        self.filter.setPlaceholderText(self.tr("Filter by number, words, address or grid"))
        self.filter.setAccessibleName(self.tr("Filter the queue"))
        self.table.setAccessibleName(self.tr("Live queue"))
        self.sorting.setAccessibleName(self.tr("Order of the queue"))
        chosen = max(self.sorting.currentIndex(), 0)
        self.sorting.blockSignals(True)
        self.sorting.clear()
        for sorting, text in (
            (Sorting.TIME_LEFT, self.tr("Time left")),
            (Sorting.PRIORITY, self.tr("Priority")),
            (Sorting.NEWEST, self.tr("Newest")),
            (Sorting.NUMBER, self.tr("Number")),
        ):
            self.sorting.addItem(text, sorting)
        self.sorting.setCurrentIndex(chosen)
        self.sorting.blockSignals(False)
        self._count()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # What happens inside

    def _choose(self, group: str) -> None:
        self.model.narrow(group=Group(group))
        self._count()

    def _narrow(self) -> None:
        self.model.narrow(text=self.filter.text().strip().lower())
        self._count()

    def _sort(self) -> None:
        sorting = self.sorting.currentData()
        if sorting is not None:
            self.model.sort_by(Sorting(sorting))

    def _to_table(self) -> None:
        self._typing.stop()
        self._narrow()
        self.focus_rows()

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        if self.model.removing:
            return
        incident = self.model.incident(current.row()) if current.isValid() else None
        if incident is None or incident.id == self._current:
            return
        self._current = incident.id
        self.model.mark_seen(incident.id)
        self.incident_selected.emit(incident.id)

    def _selected(self) -> None:
        if not self.model.removing:
            self.selection_changed.emit(self.selected)

    def _let_go(self) -> None:
        """The row of the current incident is gone: no other takes its place by itself.

        Whoever is at work on it goes on, and the next key must not reach another incident.
        """
        if self._current is not None and self.model.row_of(self._current) is None:
            self.table.setCurrentIndex(QModelIndex())

    def _restore(self) -> None:
        """After rows have come: the same incident is current, if it is shown."""
        if self._current is None or self.table.currentIndex().isValid():
            return
        row = self.model.row_of(self._current)
        if row is not None:
            self.table.make_current(self.model.index(row, 0))

    def _mark_asked(self) -> None:
        for incident_id in self._asked:
            self.model.mark_busy(incident_id, busy=True)

    def _second(self) -> None:
        if self.model.narrowing.group is Group.OVERDUE:
            self._narrow()
        else:
            self._count()
        self.table.viewport().update()

    def _count(self) -> None:
        counts = self._hub.picture.counts(self._clock())
        self.chips.set_chips(
            [
                (Group.ALL.value, self.tr("All"), len(self._hub.picture.incidents)),
                (Group.UNVERIFIED.value, self.tr("To verify"), counts.unverified),
                (Group.TO_DISPATCH.value, self.tr("To dispatch"), counts.to_dispatch),
                (Group.RUNNING.value, self.tr("Running"), counts.running),
                (Group.TO_CHECK.value, self.tr("To check"), counts.to_check),
                (Group.OVERDUE.value, self.tr("Overdue"), counts.overdue),
            ]
        )
        shown = self.model.rowCount()
        self._empty.setVisible(not shown)
        self._empty.setText(
            self.tr("Nothing matches the filter.")
            if self._hub.picture.incidents
            else self.tr("No open incidents.")
        )
        self.summary.setText(
            self.tr("{shown} of {open} open incidents").format(
                shown=shown, open=len(self._hub.picture.incidents)
            )
        )
