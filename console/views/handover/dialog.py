"""The shift handover: what is open, what was promised, and the next operator's signature."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.change import Change
from console.domain.checking import same_person
from console.domain.codes import short_code
from console.domain.errors import ConsoleError
from console.domain.events import Event
from console.domain.handover import Handover, told
from console.domain.incident import Incident
from console.domain.lifecycle import Deed
from console.domain.orders import HandOver, Order, TakeOver
from console.domain.text import one_line
from console.live.asking import ask_handovers
from console.live.desk import Desk
from console.live.hub import Hub
from console.views.common.led import with_parts
from console.views.common.page_dialog import PageDialog
from console.views.common.tables import prepare
from console.views.handover.page import handover_html, handover_text
from console.widgets.form import SendingDialog
from console.widgets.handover_words import counts_line, part_label
from console.widgets.labels import error_sentence, limit_text, state_label
from console.widgets.measure import sized, sized_window
from console.widgets.plain import plain_label

TITLE_SHOWN = 60
MOST = 500
"""So many incidents are listed; the queue has all."""

AGAIN_MS = 1000
"""How long a change may wait until it is listed, in milliseconds."""

LINES = 54
"""Height of a text field in pixels."""


class HandoverDialog(SendingDialog):
    """Ctrl+Enter hands the shift over; or signs, if somebody else has handed it over.

    What was typed is kept in the draft while the dialog is away.
    """

    def __init__(
        self,
        hub: Hub,
        desk: Desk,
        clock: Callable[[], datetime],
        draft: dict[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._draft = draft
        self._hub, self._desk, self._clock = hub, desk, clock
        self._last: Handover | None = None
        self._asked: UUID | None = None
        self._sent: UUID | None = None
        self.setWindowTitle(self.tr("Shift handover"))
        self.before = plain_label(self)
        self.before.setWordWrap(True)
        self.counts = plain_label(self)
        self.counts.setProperty("role", "row_title")
        self.table = QTableWidget(0, 5, self)
        self.fields = {name: QPlainTextEdit(self) for name in ("promised", "equipment", "note")}
        self.said = plain_label(self)
        self.said.setWordWrap(True)
        self.said.setProperty("role", "error")
        self.send_button = self._button("primary")
        self.page_button = self._button("quiet")
        self.leave_button = self._button("quiet")
        self._build()
        self.send_button.clicked.connect(self.send)
        self.page_button.clicked.connect(self.show_page)
        self.leave_button.clicked.connect(self.reject)
        # All open incidents are told anew; while many arrive, once a second is enough.
        self._later = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._later.timeout.connect(self._fill)
        desk.questions.answered.connect(self._answered)
        desk.questions.unanswered.connect(self._unanswered)
        desk.deed_done.connect(self._done)
        desk.deed_failed.connect(self._failed)
        hub.changed.connect(self._changed)

    def _build(self) -> None:
        prepare(self.table)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(False)
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Part"),
                self.tr("Incident"),
                self.tr("Grid"),
                self.tr("State"),
                self.tr("Time left"),
            ]
        )
        self.table.setAccessibleName(self.tr("Open incidents"))
        self.form = QWidget(self)
        form = QFormLayout(self.form)
        form.setContentsMargins(0, 0, 0, 0)
        captions = {
            "promised": self.tr("Promised"),
            "equipment": self.tr("Equipment"),
            "note": self.tr("Notes"),
        }
        for name, field in self.fields.items():
            field.setPlainText(self._draft.get(name, ""))
            field.textChanged.connect(self._keep)
            field.setTabChangesFocus(True)
            sized(field.setFixedHeight, LINES)
            field.setAccessibleName(captions[name])
            form.addRow(captions[name], field)
        self.page_button.setText(self.tr("Print, or save as PDF…"))
        self.leave_button.setText(self.tr("Close"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.page_button)
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.send_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        for widget in (self.before, self.counts, self.table, self.form, self.said):
            layout.addWidget(widget, 1 if widget is self.table else 0)
        layout.addLayout(buttons)
        sized_window(self, 860, 680)

    @property
    def ready(self) -> bool:
        """Whether the last handover is known; before that nothing is sent."""
        return self._asked is None

    @property
    def signs(self) -> bool:
        """Whether somebody else's handover waits for this operator's signature."""
        last = self._last
        return (
            last is not None
            and not last.signed_by
            and not same_person(last.operator, self._desk.operator)
        )

    def begin(self) -> None:
        """Open it, with what is open now and the last handover."""
        self.said.hide()
        self._ask()
        self._fill()
        self.open()
        self.fields["promised"].setFocus()

    @override
    def send(self) -> None:
        """Hand over, or sign; nothing is sent twice."""
        if self._sent is not None or not self.ready:
            return
        self.said.hide()
        if self.signs and self._last is not None:
            self._sent = self._desk.do(TakeOver(self._last.seq))
        else:
            self._sent = self._desk.do(HandOver(*self._texts()))

    def show_page(self) -> None:
        """Show the page to print: of the last handover, or of what stands in the fields."""
        now, picture = self._clock(), self._hub.picture
        handover = self._last
        if handover is None or not self.signs:
            handover = Handover(0, now, self._desk.operator, "", *self._texts())
        PageDialog(
            self.tr("Shift handover"),
            handover_html(handover, picture, now),
            handover_text(handover, picture, now),
            f"handover-{now.astimezone(picture.zone):%Y%m%d-%H%M}",
            QPageSize.PageSizeId.A4,
            self,
        ).open()

    def _keep(self) -> None:
        self._draft.update({name: one.toPlainText() for name, one in self.fields.items()})

    def _texts(self) -> tuple[str, str, str]:
        promised, equipment, note = (one.toPlainText().strip() for one in self.fields.values())
        return promised, equipment, note

    # What comes back

    def _ask(self) -> None:
        self._asked = ask_handovers(self._desk)

    def _answered(self, number: UUID, answer: object) -> None:
        if number == self._asked and isinstance(answer, tuple):
            self._asked = None
            self._last = answer[0] if answer else None
            self._say()

    def _unanswered(self, number: UUID, error: ConsoleError) -> None:
        if number == self._asked:
            self._asked = None
            self._tell(error)

    def _done(self, command: UUID, order: Order, _event: Event) -> None:
        if command != self._sent:
            return
        self._sent = None
        if isinstance(order, HandOver):
            self._draft.clear()
            self.accept()
        else:
            self._ask()

    def _failed(self, command: UUID, _order: Order, error: ConsoleError) -> None:
        if command == self._sent:
            self._sent = None
            self._tell(error)
            self._ask()

    def _changed(self, change: Change) -> None:
        if not self.isVisible():
            return
        if any(one.kind in (Deed.HAND_OVER, Deed.TAKE_OVER) for one in change.events):
            self._ask()
        if not self._later.isActive():
            self._later.start()

    def _tell(self, error: ConsoleError) -> None:
        self.said.setText(error_sentence(error, self._hub.picture.zone))
        self.said.show()

    # How it is shown

    def _fill(self) -> None:
        now = self._clock()
        rows = told(self._hub.picture.incidents.values(), now)
        self.counts.setText(counts_line(Counter(one.part for one in rows)))
        self.table.setRowCount(min(len(rows), MOST))
        for row, (part, one, pressing) in enumerate(rows[:MOST]):
            cells = (
                part_label(part),
                f"{one.number}  {self._title(one)}",
                short_code(one.grid) if one.grid else "",
                state_label(one.state),
                limit_text(pressing, now),
            )
            for column, text in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self._say()

    def _title(self, incident: Incident) -> str:
        return with_parts(one_line(incident.title[:TITLE_SHOWN]), incident, self._hub.picture)

    def _say(self) -> None:
        self.before.setText(self._before_text())
        self.form.setVisible(not self.signs)
        self.send_button.setText(
            self.tr("Sign and take over  Ctrl+Enter")
            if self.signs
            else self.tr("Hand over  Ctrl+Enter")
        )
        if self.signs and self.isVisible():
            self.send_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _before_text(self) -> str:
        last = self._last
        if last is None:
            return self.tr("No shift has been handed over yet.")
        zone = self._hub.picture.zone
        at = f"{last.at.astimezone(zone):%m-%d %H:%M}"
        if last.signed_at is None:
            text = self.tr("{name} handed over at {time}; not signed yet.")
        else:
            text = self.tr("{name} handed over at {time}; signed by {next}.")
        lines = [
            text.format(name=one_line(last.operator), time=at, next=one_line(last.signed_by)),
            counts_line(last.counts),
        ]
        for caption, words in (
            (self.tr("Promised"), last.promised),
            (self.tr("Equipment"), last.equipment),
            (self.tr("Notes"), last.note),
        ):
            if words:
                lines.append(f"{caption}: {words}")
        return "\n".join(lines)

    def _button(self, kind: str) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("kind", kind)
        button.setAutoDefault(False)
        return button
