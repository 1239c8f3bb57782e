"""Put right what an incident and its notes say; the old words stay, struck through."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.category import Category, Priority
from console.domain.change import Case
from console.domain.errors import ConsoleError
from console.domain.events import Event
from console.domain.lifecycle import Deed
from console.domain.orders import Correct, CorrectNote, Order
from console.live.desk import Desk
from console.live.picture import Picture
from console.views.common.about import ask_about
from console.views.common.category_box import CategoryBox
from console.views.incident.timeline import struck
from console.widgets.ending_words import field_label
from console.widgets.form import SendingDialog
from console.widgets.labels import error_sentence, priority_label
from console.widgets.measure import sized
from console.widgets.plain import plain_label

NOTES = 6
"""So many of the last notes can be put right here."""


class CorrectDialog(SendingDialog):
    """What an incident says, in fields; Ctrl+Enter stores what is different, Escape leaves.

    It stays open until all is stored: a refusal costs no word.
    """

    def __init__(
        self, case: Case, picture: Picture, desk: Desk, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._case, self._desk, self._zone = case, desk, picture.zone
        self._waiting: set[UUID] = set()
        self._seen: int | None = case.incident.version
        incident = case.incident
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Correct {number}").format(number=incident.number))
        self.title = QLineEdit(incident.title, self)
        self.category = CategoryBox(self)
        self.category.fill(picture.categories.values())
        self._show_category(picture.categories.get(incident.category))
        self.priority = QComboBox(self)
        for priority in Priority:
            self.priority.addItem(priority_label(priority), int(priority))
        self.priority.setCurrentIndex(self.priority.findData(int(incident.priority)))
        self.address = QLineEdit(incident.address, self)
        self.description = QPlainTextEdit(case.description, self)
        self.description.setTabChangesFocus(True)
        sized(self.description.setFixedHeight, 96)
        self.notes: list[tuple[Event, QLineEdit]] = [
            (event, QLineEdit(str(event.payload.get("note", "")), self))
            for event in _notes(case.timeline)
        ]
        self.said = plain_label(self)
        self.said.setWordWrap(True)
        self.save = QPushButton(self.tr("Store  Ctrl+Enter"), self)
        self.save.setProperty("kind", "primary")
        self.leave = QPushButton(self.tr("Cancel"), self)
        self.leave.setProperty("kind", "quiet")
        self.leave.setAutoDefault(False)
        self._build()
        self.save.clicked.connect(self.send)
        self.leave.clicked.connect(self.reject)
        desk.deed_done.connect(self._done)
        desk.deed_failed.connect(self._failed)
        self.title.setFocus()

    def _build(self) -> None:
        form = QFormLayout()
        for name, field in (
            ("title", self.title),
            ("category", self.category),
            ("priority", self.priority),
            ("address", self.address),
            ("description", self.description),
        ):
            field.setAccessibleName(field_label(name))
            form.addRow(field_label(name), field)
        for event, line in self.notes:
            at = f"{event.at.astimezone(self._zone):%H:%M}"
            caption = self.tr("Note of {time}").format(time=at)
            line.setAccessibleName(caption)
            form.addRow(caption, line)
        hint = plain_label(self)
        hint.setText(self.tr("What stood there stays in the timeline, struck through."))
        hint.setProperty("role", "dim")
        self.said.setProperty("role", "error")
        self.said.hide()
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(hint)
        layout.addLayout(form)
        layout.addWidget(self.said)
        layout.addLayout(buttons)
        sized(self.setMinimumWidth, 560)

    @override
    def send(self) -> None:
        """Store what is different; nothing is sent twice."""
        if self._waiting:
            return
        orders = self._orders()
        if not orders:
            self.reject()
            return
        self.said.hide()
        self.save.setEnabled(False)
        self._waiting = {self._desk.do(order) for order in orders}

    def _orders(self) -> list[Order]:
        incident, case = self._case.incident, self._case
        category = self.category.chosen
        wanted = Correct(
            incident.id,
            self._seen,
            title=_other(self.title.text(), incident.title),
            description=_other(self.description.toPlainText(), case.description),
            address=_other(self.address.text(), incident.address),
            category=_other("" if category is None else category.code, incident.category) or None,
            priority=self._other_priority(),
        )
        orders: list[Order] = []
        if wanted != Correct(incident.id, self._seen):
            orders.append(wanted)
        for event, line in self.notes:
            if line.text().strip() != str(event.payload.get("note", "")):
                orders.append(CorrectNote(incident.id, event.seq, line.text().strip()))
        return orders

    def _other_priority(self) -> Priority | None:
        chosen = Priority(int(self.priority.currentData()))
        return None if chosen == self._case.incident.priority else chosen

    def _show_category(self, category: Category | None) -> None:
        if category is not None:
            self.category.setCurrentIndex(self.category.findData(category))

    def _done(self, command: UUID, _order: Order, _event: Event) -> None:
        if command in self._waiting:
            self._waiting.discard(command)
            if not self._waiting:
                self.accept()

    def _failed(self, command: UUID, _order: Order, error: ConsoleError) -> None:
        if command in self._waiting:
            self._waiting.clear()
            # Whoever has been told what was done meanwhile may insist.
            self._seen = None
            self.said.setText(error_sentence(error, self._zone))
            self.said.show()
            self.save.setEnabled(True)


def open_correction(
    case: Case, picture: Picture, desk: Desk, parent: QWidget | None = None
) -> CorrectDialog:
    """Open the window over another one."""
    dialog = CorrectDialog(case, picture, desk, parent)
    ask_about(dialog, case.incident.id)
    dialog.open()
    return dialog


def _notes(timeline: Sequence[Event]) -> list[Event]:
    """The last notes that stand, the newest first."""
    gone = struck(timeline)
    notes = [
        event
        for event in timeline
        if event.kind in (Deed.COMMENT, Deed.CORRECT_NOTE)
        and event.seq not in gone
        and event.payload.get("note")
    ]
    return notes[::-1][:NOTES]


def _other(text: str, stored: str) -> str | None:
    """A text if it is different from what is stored, else None."""
    return None if text.strip() == stored.strip() else text
