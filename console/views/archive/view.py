"""The archive: search line and filters above, what was found, and beside it the selected case."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QEvent, QItemSelection, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.archive import Page, Search
from console.domain.errors import ConsoleError
from console.live.archive import Asked, ask_archive
from console.live.desk import Desk
from console.live.hub import Hub
from console.live.watcher import Link, LinkState
from console.views.archive.case_view import WIDTH as CASE_WIDTH
from console.views.archive.case_view import CaseView
from console.views.archive.export_dialog import ExportDialog
from console.views.archive.filters import ArchiveFilters
from console.views.archive.model import WIDTHS, ArchiveModel
from console.views.common.item_views import is_enter, is_letter
from console.views.common.tables import prepare
from console.widgets.labels import error_sentence
from console.widgets.measure import sized
from console.widgets.plain import plain_label
from console.widgets.theme import Look

PAUSE_MS = 250
"""It is asked when nobody has typed for so long."""

PATIENCE_MS = 300
"""After so long it is said that an answer is awaited; most come sooner."""


class ArchiveTable(QTableView):
    """Rows of cases; Enter leads into the selected one."""

    opened = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.opened.emit()
        elif is_letter(event):
            event.ignore()  # Letters are keys of the page, and no search as you type.
        else:
            super().keyPressEvent(event)


class ArchiveView(QWidget):
    """Asks, shows the answer to the last question only, and goes on where the table ends."""

    incident_requested = Signal(int)
    area_wanted = Signal()

    def __init__(
        self,
        hub: Hub,
        desk: Desk,
        look: Look,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hub, self._desk, self._clock = hub, desk, clock
        self._asked: UUID | None = None
        self._search: Search | None = None
        self._goes_on = False
        self._trouble: ConsoleError | None = None
        self._go_to_rows = False
        self.dialog: ExportDialog | None = None
        self.filters = ArchiveFilters(hub.picture, self)
        self.model = ArchiveModel(hub.picture, self)
        self.table = ArchiveTable(self)
        self.table.setModel(self.model)
        prepare(self.table)
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        header.setStretchLastSection(False)
        for column, width in enumerate(WIDTHS):
            if width is None:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            else:
                sized(self.table.setColumnWidth, width, at=column)
        self.nothing = plain_label(self)
        self.nothing.setProperty("role", "dim")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self.again = QPushButton(self)
        self.again.setProperty("kind", "key")
        self.rows = QStackedWidget(self)
        self.summary = plain_label(self)
        self.summary.setProperty("role", "dim")
        self.export_button = QPushButton(self)
        self.export_button.setProperty("kind", "key")
        self.case = CaseView(hub.picture, desk, look, clock, self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        empty = QWidget(self)
        words = QVBoxLayout(empty)
        words.addStretch(1)
        words.addWidget(self.nothing)
        words.addWidget(self.again, alignment=Qt.AlignmentFlag.AlignHCenter)
        words.addStretch(2)
        self.rows.addWidget(self.table)
        self.rows.addWidget(empty)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.summary, 1)
        below.addWidget(self.export_button)
        middle = QHBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self.rows, 1)
        middle.addWidget(self.case)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self.filters)
        layout.addLayout(middle, 1)
        layout.addLayout(below)
        sized(self.case.setFixedWidth, CASE_WIDTH)

    def _connect(self) -> None:
        self.filters.changed.connect(self._pause.start)
        self.filters.area_wanted.connect(self.area_wanted)
        self.filters.entered.connect(self._entered)
        self._pause.timeout.connect(self._ask_if_changed)
        self._patience.timeout.connect(self._say)
        self.model.more_wanted.connect(self._ask_more)
        self.table.opened.connect(self._open)
        self.table.doubleClicked.connect(self._open)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.case.left.connect(self.focus_rows)
        self.case.open_requested.connect(self.incident_requested)
        self.again.clicked.connect(self.ask)
        self.export_button.clicked.connect(self.open_export)
        self._desk.questions.answered.connect(self._answered)
        self._desk.questions.unanswered.connect(self._unanswered)
        self._hub.link_changed.connect(self._link_changed)
        self._hub.loaded.connect(self.filters.fill)
        for key, slot in (
            ("E", self.open_export),
            ("M", self.area_wanted.emit),
            ("Shift+M", lambda: self.filters.take_area(None)),
            ("O", self.case.open_case),
            ("/", self.focus_filter),
            ("F5", self.ask),
        ):
            shortcut = QShortcut(QKeySequence(key), self.rows)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.filters)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.focus_rows)

    # What others ask for

    def focus_filter(self) -> None:
        """Put the keyboard into the search line."""
        self.filters.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.text.selectAll()

    def focus_rows(self) -> None:
        """Put the keyboard into the rows."""
        target = self.table if self.rows.currentIndex() == 0 else self.filters.text
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.model.rowCount() and not self.table.selectionModel().hasSelection():
            self.table.selectRow(0)

    def ask(self) -> None:
        """Search for what is typed and chosen now."""
        self._pause.stop()
        self._search = self.filters.search
        self._goes_on = False
        self._put(Asked(self._search))

    def open_export(self) -> None:
        """Write what is found to a file, all pages of it."""
        if not self.model.rowCount() or self._search is None:
            return
        today = self._hub.picture.day_of(self._clock())
        self.dialog = ExportDialog(self._desk, self._search, today, self.window())
        self.dialog.destroyed.connect(self._dialog_gone)
        self.dialog.open()

    def stop(self) -> None:
        """Stop writing; the window closes."""
        if self.dialog is not None:
            self.dialog.export.cancel()

    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        self.table.setAccessibleName(self.tr("Archive"))
        self.again.setText("F5  " + self.tr("Search again"))
        self.export_button.setText("E  " + self.tr("Export…"))
        self.model.repaint()
        self._say()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._search is None:
            self.ask()
        if self.focusWidget() is None:
            self.focus_filter()

    # What happens inside

    def _entered(self) -> None:
        self._go_to_rows = True
        self._ask_if_changed()
        if self._asked is None:
            self._arrived()

    def _ask_if_changed(self) -> None:
        if self.filters.search != self._search or self._trouble is not None:
            self.ask()
        else:
            self._pause.stop()

    def _ask_more(self) -> None:
        if self._search is not None and self._asked is None:
            self._goes_on = True
            self._put(Asked(self._search, self.model.after))
        else:
            self.model.loading = False

    def _put(self, asked: Asked) -> None:
        self._asked = ask_archive(self._desk, asked)
        self._patience.start()

    def _answered(self, number: UUID, answer: object) -> None:
        # An answer that a newer question has overtaken is shown nowhere.
        if number != self._asked or not isinstance(answer, Page):
            return
        self._asked, self._trouble = None, None
        self._patience.stop()
        if self._goes_on:
            self.model.add_page(answer)
        else:
            self.model.show_page(answer)
            self.table.scrollToTop()
            self.case.show_incident(None)
        self._say()
        self._arrived()

    def _unanswered(self, number: UUID, error: ConsoleError) -> None:
        if number != self._asked:
            return
        self._asked, self._trouble = None, error
        self._patience.stop()
        self.model.loading = False
        self._say()
        self._go_to_rows = False

    def _arrived(self) -> None:
        if self._go_to_rows:
            self._go_to_rows = False
            if self.model.rowCount():
                self.focus_rows()

    def _link_changed(self, link: Link) -> None:
        if self._trouble is not None and link.state is LinkState.LIVE:
            self.ask()

    def _selected(self, *_ranges: QItemSelection) -> None:
        chosen = self.table.selectionModel().selectedRows()
        case = self.model.case(chosen[0].row()) if chosen else None
        self.case.show_incident(None if case is None else case.incident)

    def _open(self) -> None:
        if self.table.selectionModel().hasSelection():
            self.case.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _dialog_gone(self) -> None:
        self.dialog = None

    def _say(self) -> None:
        count = self.model.rowCount()
        waiting = self._asked is not None and not self._patience.isActive()
        failed = self._trouble is not None and not waiting
        self.again.setVisible(failed)
        self.export_button.setEnabled(count > 0)
        self.rows.setCurrentIndex(0 if count and not (failed and not self._goes_on) else 1)
        if failed and self._trouble is not None:
            text = error_sentence(self._trouble, self._hub.picture.zone)
        elif waiting:
            text = self.tr("Searching…")
        elif self._search is None or self._asked is not None:
            text = ""
        elif self._search == Search():
            text = self.tr("No incident has ended yet.")
        else:
            text = self.tr("Nothing was found. Fewer words or filters find more.")
        self.nothing.setText(text)
        self.summary.setText(text if waiting or failed else self._count_text(count))

    def _count_text(self, count: int) -> str:
        if not count:
            return ""
        if self.model.after is None:
            return self.tr("{count} cases, the newest first").format(count=f"{count:,}")
        return self.tr("the newest {count} cases; more follow below").format(count=f"{count:,}")
