"""One deed for several incidents: asked for once, done one by one, and told one by one."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.change import Change
from console.domain.checking import EndReason, split_reason
from console.domain.errors import ConsoleError
from console.domain.events import Event
from console.domain.incident import TO_DISPATCH, Incident, State
from console.domain.lifecycle import Deed
from console.domain.orders import Comment, Merge, Order, Step, Verify, deed_of
from console.domain.text import one_line
from console.domain.undoing import UNDOES
from console.live.desk import Desk
from console.live.picture import Picture
from console.views.common.tables import prepare
from console.views.incident.actions import TextBar
from console.views.incident.deeds import offer_for
from console.views.incident.words import read_number
from console.widgets.ending_words import end_reason_label
from console.widgets.flow import Flow
from console.widgets.keys import key_mark
from console.widgets.labels import deed_label, error_sentence, state_label
from console.widgets.measure import sized
from console.widgets.plain import button_text, plain_label

MOST = 200
"""So many incidents at most get one deed at once: somebody has to have looked at them."""

TITLE_SHOWN = 60
TITLE_WIDTH = 170
"""Of number and title in pixels; what came of it has the rest."""

COLUMNS = 3
"""So many buttons stand side by side."""

BULK = (
    *(Deed.VERIFY, Deed.REJECT, Deed.MERGE, Deed.ESCALATE, Deed.WITHDRAW),
    *(Deed.SEND_BACK, Deed.RESUME, Deed.COMMENT),
)
"""The deeds that several incidents can get at once.

Not among them is what is each one's own: who is sent, a consent, a check, a closing.
"""

MAY_STAY_EMPTY = frozenset({Deed.VERIFY, Deed.RESUME})
"""The deeds of these that need no words."""


class BulkPanel(QWidget):
    """The selected incidents, what can be done with them, and what came of it for each."""

    proposal_wanted = Signal(object)
    ended = Signal()
    wrong_number = Signal(str)

    def __init__(
        self,
        picture: Picture,
        desk: Desk,
        reasons: Callable[[], Sequence[EndReason]],
        parent: QWidget | None = None,
    ) -> None:
        """Stand beside the queue; ``reasons`` are those that a report is rejected with."""
        super().__init__(parent)
        self._picture, self._desk, self._reasons = picture, desk, reasons
        self._ids: list[int] = []
        self._sent: dict[UUID, int] = {}
        self._results: dict[int, str] = {}
        self.caption = plain_label(self)
        self.caption.setProperty("role", "row_title")
        self.hint = plain_label(self)
        self.hint.setProperty("role", "dim")
        self.hint.setWordWrap(True)
        self.table = QTableWidget(0, 3, self)
        prepare(self.table)
        self.bar = TextBar(self)
        self.buttons = {deed: QPushButton(self) for deed in BULK}
        self.propose = QPushButton(self)
        self._build()
        self.bar.confirmed.connect(self._confirmed)
        self.bar.cancelled.connect(self.leave_bar)
        desk.deed_done.connect(self._done)
        desk.deed_failed.connect(self._failed)
        self.retranslate()

    def _build(self) -> None:
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        sized(header.resizeSection, TITLE_WIDTH, at=0)
        self.table.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        rows = Flow(gap=6, columns=COLUMNS)
        for button in (*self.buttons.values(), self.propose):
            button.setProperty("kind", "key")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            rows.addWidget(button)
        for deed, button in self.buttons.items():
            button.clicked.connect(partial(self.request, deed))
        self.propose.clicked.connect(self._propose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        for widget in (self.caption, self.hint, self.table, self.bar):
            layout.addWidget(widget, 1 if widget is self.table else 0)
        layout.addLayout(rows)

    @property
    def several(self) -> bool:
        """Whether more than one incident is selected, so that keys mean all of them."""
        return len(self._ids) > 1

    def knows(self, command: UUID) -> bool:
        """Whether a deed was asked for here, and is told of here."""
        return command in self._sent

    def show_selection(self, ids: Sequence[int]) -> None:
        """Take in which incidents are selected; what came of earlier ones is put away."""
        if list(ids) != self._ids:
            self._ids = list(ids)
            self._results.clear()
            self.leave_bar()
        self.refresh()

    def take_in(self, change: Change) -> None:
        """Show a change; what was taken back is not told as done any more."""
        for event in change.events:
            if UNDOES in event.payload:
                self._results.pop(event.subject.id, None)
        self.refresh()

    def refresh(self) -> None:
        """Show the incidents as they stand now."""
        if not self.several:
            return
        # The others get no deed, and a hundred thousand rows would stop the window.
        listed = self._ids[:MOST]
        self.table.setRowCount(len(listed))
        for row, number in enumerate(listed):
            self._fill(row, number)
        self._offer()

    def request(self, deed: Deed) -> bool:
        """Ask for a deed on all that are selected; False if only one is, and nothing happened."""
        if not self.several:
            return False
        if deed in BULK and self._fit(deed):
            caption = self._optional_caption if deed in MAY_STAY_EMPTY else None
            self.bar.open_for(deed, "", caption, may_stay_empty=deed in MAY_STAY_EMPTY)
            if deed is Deed.REJECT:
                self.bar.offer([end_reason_label(one) for one in self._reasons()])
        return True

    def primary(self) -> bool:
        """Ask for what Enter means here: to verify, or a proposal for all that wait."""
        if not self.several:
            return False
        if self._fit(Deed.VERIFY):
            return self.request(Deed.VERIFY)
        if self._waiting():
            self._propose()
        return True

    def leave_bar(self) -> None:
        """Put the line away."""
        if self.bar.isVisibleTo(self):
            had_keyboard = self.bar.has_keyboard
            self.bar.hide()
            if had_keyboard:
                self.ended.emit()

    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        self.table.setAccessibleName(self.tr("Selected incidents"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("Incident"), self.tr("State"), self.tr("Result")]
        )
        self.refresh()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # What is sent

    def _confirmed(self, deed: Deed, text: str) -> None:
        target = read_number(text) if deed is Deed.MERGE else None
        if deed is Deed.MERGE and target is None:
            self.wrong_number.emit(text)
            return
        self.leave_bar()
        meant = [one for one in self._fit(deed) if one.id != target]
        commands = self._desk.do_all(self._order(one, deed, text, target) for one in meant)
        for command, incident in zip(commands, meant, strict=True):
            self._results[incident.id] = "…"
            self._sent[command] = incident.id
        self.refresh()

    def _order(self, incident: Incident, deed: Deed, text: str, target: int | None) -> Order:
        seen = incident.version
        match deed:
            case Deed.VERIFY:
                return Verify(incident.id, seen, text)
            case Deed.COMMENT:
                return Comment(incident.id, text)
            case Deed.MERGE if target is not None:
                return Merge(incident.id, target, seen)
            case Deed.REJECT:
                code, note = split_reason(text, self._reasons())
                return Step(deed, incident.id, seen, note, reason=code)
            case _:
                return Step(deed, incident.id, seen, text)

    def _done(self, command: UUID, order: Order, _event: Event) -> None:
        number = self._sent.pop(command, None)
        if number is not None:
            self._tell(number, f"✓ {deed_label(deed_of(order))}")

    def _failed(self, command: UUID, _order: Order, error: ConsoleError) -> None:
        number = self._sent.get(command)
        if number is not None:
            self._tell(number, f"✗ {error_sentence(error, self._picture.zone)}")

    def _tell(self, number: int, text: str) -> None:
        self._results[number] = text
        self.refresh()

    # How it is shown

    def _incidents(self) -> list[Incident]:
        """The selected ones that are open; none if too many are selected."""
        if len(self._ids) > MOST:
            return []
        known = self._picture.incidents
        return [known[number] for number in self._ids if number in known]

    def _fit(self, deed: Deed) -> list[Incident]:
        """Those of the selected that a deed is offered for."""
        return [one for one in self._incidents() if _offered(one.state, deed)]

    def _waiting(self) -> list[int]:
        return [one.id for one in self._incidents() if one.state in TO_DISPATCH]

    def _fill(self, row: int, number: int) -> None:
        incident = self._picture.incidents.get(number)
        title = "" if incident is None else one_line(incident.title[:TITLE_SHOWN])
        state = self.tr("ended") if incident is None else state_label(incident.state)
        cells = (f"{number:04d}  {title}", state, self._results.get(number, ""))
        for column, text in enumerate(cells):
            item = self.table.item(row, column)
            if item is None:
                item = QTableWidgetItem()
                self.table.setItem(row, column, item)
            if item.text() != text:
                item.setText(text)
                item.setToolTip(text)

    def _offer(self) -> None:
        count = len(self._ids)
        self.caption.setText(self.tr("{n} incidents selected").format(n=count))
        self.hint.setText(self._hint(count))
        for deed, button in self.buttons.items():
            fit = len(self._fit(deed))
            key = "⏎" if deed is Deed.VERIFY else key_mark(deed.value)
            button.setText(button_text(f"{key}  {deed_label(deed)} {fit}"))
            button.setAccessibleName(f"{deed_label(deed)} {fit}")
            button.setVisible(fit > 0)
        waiting = len(self._waiting())
        text = self.tr("Propose members {n}").format(n=waiting)
        self.propose.setText(f"{key_mark('propose_all')}  {text}")
        self.propose.setVisible(waiting > 0)

    def _hint(self, count: int) -> str:
        if count > MOST:
            return self.tr("At most {n} at once: select fewer.").format(n=MOST)
        failed = [text for text in self._results.values() if text.startswith("✗")]
        if failed:
            # The list has no room for whole sentences; mostly all of them are the same.
            told = self.tr("Not done for {n}; the list says why.").format(n=len(failed))
            return f"{told}\n{failed[0]}"
        return self.tr("A deed is done for those that it is possible for; each is told below.")

    def _optional_caption(self) -> str:
        deed = self.bar.deed
        return self.tr("{deed}, {n} incidents: a note, or just Enter").format(
            deed=deed_label(deed), n=len(self._fit(deed))
        )

    def _propose(self) -> None:
        self.proposal_wanted.emit(self._waiting())


def _offered(state: State, deed: Deed) -> bool:
    offer = offer_for(state)
    return deed is offer.primary or deed in offer.others
