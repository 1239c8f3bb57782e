"""The command palette: one line, what it may mean, and one question before a deed."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QSettings, Signal
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.change import Change
from console.domain.incident import Incident
from console.domain.lifecycle import Deed
from console.domain.orders import NEEDS_REASON
from console.domain.palette import MOST, Line, Seat, selected_deeds, understand
from console.domain.palette_index import Kind
from console.live.hub import Hub
from console.views.palette.feed import Feed, Pages
from console.views.palette.line import PaletteLine
from console.views.palette.recent import Recent
from console.views.palette.rows import Row, Rows
from console.views.palette.sentences import aside_text, kind_text, line_text
from console.widgets.measure import px
from console.widgets.plain import plain_label
from console.widgets.theme import Look

WIDTH = 820
TOP = 64
"""How far below the upper edge of the window it stands, in pixels."""

MARGIN = 24

ASKS_ITSELF = NEEDS_REASON | {
    Deed.MERGE,
    Deed.COMMENT,
    Deed.EXTEND,
    Deed.ATTACH,
    Deed.CORRECT,
    Deed.DISPATCH_TEAM,
    Deed.DECLARE_MAJOR,
    Deed.STAND_DOWN,
    Deed.JOIN_MAJOR,
}
"""The deeds that ask for a text, a file or people next, and are not done before."""


class Palette(QFrame):
    """Finds and does: Enter takes the marked row; before a deed is done it asks once."""

    chosen = Signal(object)

    def __init__(
        self,
        hub: Hub,
        look: Look,
        clock: Callable[[], datetime],
        selected: Callable[[], int | None],
        proposed: Callable[[int], int | None],
        pages: Pages,
        settings: QSettings,
        parent: QWidget,
    ) -> None:
        """Make it, hidden, over a widget.

        Args:
            hub: Knows what can be found.
            look: Gives the colours.
            clock: Tells the time.
            selected: The incident that a command means if it names none.
            proposed: Who would be sent to an incident.
            pages: The screens.
            settings: Where the last commands are kept.
            parent: What it covers a part of.
        """
        super().__init__(parent)
        self.setObjectName("palette")
        self._hub, self._clock, self._pages = hub, clock, pages
        self._selected, self._proposed = selected, proposed
        self._asking: Line | None = None
        self._asked_at = 0
        self._before: QWidget | None = None
        self.recent = Recent(settings)
        self.feed = Feed(hub, pages, self)
        self.line = PaletteLine(self)
        self.rows = Rows(look, self)
        self.question = plain_label(self)
        self.question.setProperty("role", "row_title")
        self.question.setWordWrap(True)
        self.hint = plain_label(self)
        self.hint.setProperty("role", "dim")
        self.hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 10)
        layout.setSpacing(8)
        for widget in (self.line, self.rows, self.question, self.hint):
            layout.addWidget(widget)
        self.hide()
        self._connect()
        look.changed.connect(self._show)
        self._retranslate()

    def _connect(self) -> None:
        self.line.textChanged.connect(self._typed)
        self.line.entered.connect(self._take)
        self.line.left.connect(self.leave)
        self.line.stepped.connect(self._step)
        self.rows.cellClicked.connect(self._clicked)
        self.feed.grown.connect(self._show)
        self._hub.changed.connect(self._changed)
        parent = self.parentWidget()
        if parent is not None:
            parent.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def open(self) -> None:
        """Show it with an empty line, and give it the keyboard."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.line.clear()
        self._typed()
        self._place()
        self.show()
        self.raise_()
        self.line.setFocus()

    def leave(self) -> None:
        """Escape: take the question back; without one, go away and give the keyboard back."""
        if self._asking is not None:
            self._asking = None
            self._show()
            return
        self._close()

    @property
    def asking(self) -> Line | None:
        """The deed that waits for its confirmation."""
        return self._asking

    # What happens inside

    def _close(self) -> None:
        before, self._before = self._before, None
        self._asking = None
        had_keyboard = self.line.hasFocus()
        self.hide()
        if had_keyboard and before is not None and before.isVisible():
            before.setFocus()

    def _typed(self) -> None:
        self._asking = None
        self._show()

    def _seat(self) -> Seat:
        picture = self._hub.picture
        return Seat(
            self._selected(),
            picture.day_of(self._clock()),
            picture.weights.most_running,
            self._proposed,
        )

    def _show(self) -> None:
        """Show what the line may mean now, or the question that waits."""
        if self._asking is not None:
            self._show_question(self._asking)
            return
        text = self.line.text()
        index, seat = self.feed.index, self._seat()
        self.feed.know(seat.selected)
        if text.strip():
            rows = [self._row(line) for line in understand(text, index, seat)]
        else:
            again = self.tr("Again")
            rows = [Row(again, told, "", again=told) for told in self.recent.texts]
            rows += [self._row(line) for line in selected_deeds(index, seat)]
        self.rows.show_rows(rows)
        self.rows.show()
        self.question.hide()
        self.hint.setText(self._hint(len(rows)))
        self.adjustSize()
        self._place()

    def _hint(self, found: int) -> str:
        if not found and self.line.text().strip():
            return self.tr("Nothing is called so. Fewer letters find more.")
        if found == MOST:
            return self.tr("More fits than is shown: type on.")
        return self.tr("A deed, then the incident, then the member, such as: pq 23 abc")

    def _row(self, line: Line) -> Row:
        picture = self._hub.picture
        text = line_text(line, picture, dict(self._pages()))
        return Row(kind_text(line.kind), text, aside_text(line, picture), line)

    def _show_question(self, line: Line) -> None:
        text = line_text(line, self._hub.picture, {})
        self.rows.hide()
        self.question.setText(self.tr("{deed}?").format(deed=text))
        self.question.show()
        self.hint.setText(self.tr("Enter does it. Esc goes back, and nothing is done."))
        self.line.setAccessibleDescription(self.question.text())
        self.adjustSize()
        self._place()

    def _take(self) -> None:
        """Enter: do what was asked for, or ask."""
        if self._asking is not None:
            self._finish(self._asking)
            return
        row = self.rows.current
        if row is None or not row.possible:
            return
        if row.line is None:
            self.line.setText(row.again)
        elif self._needs_question(row.line):
            self._asking = row.line
            self._asked_at = self._version(row.line)
            self._show()
        else:
            self._finish(row.line)

    def _needs_question(self, line: Line) -> bool:
        if line.kind is not Kind.DEED or Deed(line.name) in ASKS_ITSELF:
            return False
        incident = self._incident(line)
        # The shift leader's word is asked for next, and nothing is done before.
        asks = line.name == Deed.DISPATCH and incident is not None and incident.leader_decides
        return not asks

    def _finish(self, line: Line) -> None:
        self.recent.add(self.line.text())
        self._close()
        self.chosen.emit(line)

    def _clicked(self, _row: int, _column: int) -> None:
        self._take()

    def _step(self, by: int) -> None:
        if self._asking is None:
            self.rows.step(by)
            row = self.rows.current
            if row is not None:
                # For a screen reader: the keyboard stays in the line.
                self.line.setAccessibleDescription(f"{row.kind} {row.text} {row.aside}")

    def _incident(self, line: Line) -> Incident | None:
        return self._hub.picture.incidents.get(line.incident or 0)

    def _version(self, line: Line) -> int:
        incident = self._incident(line)
        return 0 if incident is None else incident.version

    def _changed(self, _change: Change) -> None:
        if not self.isVisible():
            return
        if self._asking is not None and self._version(self._asking) != self._asked_at:
            # What was asked is no longer what would be done.
            self._asking = None
            self._show()
            self.hint.setText(self.tr("The incident has changed meanwhile: choose again."))
        elif self._asking is None:
            at = self.rows.currentRow()
            self._show()
            self.rows.step(at - self.rows.currentRow())

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Whoever goes on working elsewhere in the window has done with it."""
        if not self.isVisible() or now is None or self.isAncestorOf(now):
            return
        if now.window() is self.window():
            self._close()

    def _retranslate(self) -> None:
        self.line.setPlaceholderText(
            self.tr("Number, name, initials, address, deed, screen or tool")
        )
        self.line.setAccessibleName(self.tr("Find and do"))
        self.rows.setAccessibleName(self.tr("What it may mean"))
        self.feed.name_all()
        self._show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        over = self.parentWidget()
        if over is not None:
            width = min(px(WIDTH), over.width() - 2 * MARGIN)
            self.setFixedWidth(width)
            self.adjustSize()
            self.move((over.width() - width) // 2, TOP)
