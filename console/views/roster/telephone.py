"""A member's telephone number: masked until the look at it is written down with its reason."""

from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.errors import ConsoleError
from console.domain.events import Event, Subject
from console.domain.orders import Look, Order
from console.domain.people import Member
from console.domain.text import mask_phone, one_line
from console.live.desk import Desk
from console.widgets.plain import plain_label


class Telephone(QWidget):
    """The number, a button that asks for it, and the line for the reason."""

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._member: Member | None = None
        self._shown = False
        self._order: Look | None = None
        self._command: UUID | None = None
        self.text = plain_label(self)
        self.show_button = QPushButton(self)
        self.show_button.setProperty("kind", "key")
        self.show_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.reason = QLineEdit(self)
        self.reason.hide()
        first = QHBoxLayout()
        first.setContentsMargins(0, 0, 0, 0)
        first.addWidget(self.text, 1)
        first.addWidget(self.show_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(first)
        layout.addWidget(self.reason)
        self.show_button.clicked.connect(self.ask)
        self.reason.returnPressed.connect(self._send)
        desk.deed_started.connect(self._started)
        desk.deed_done.connect(self._done)
        desk.deed_failed.connect(self._failed)
        self._retranslate()

    def show_member(self, member: Member | None) -> None:
        """Show a member's number; another member's is masked again."""
        if (self._member and self._member.id) != (member and member.id):
            self._shown = False
            self._order = self._command = None
            self.reason.clear()
            self.reason.hide()
        self._member = member
        self._say()

    def ask(self) -> None:
        """Ask why the number is needed."""
        if self._member is not None and self._member.phone and not self._shown:
            self.reason.show()
            self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_away(self) -> None:
        """Ask no longer; the keyboard goes back if it was here."""
        self._order = self._command = None
        had_keys = self.reason.hasFocus()
        self.reason.clear()
        self.reason.hide()
        if had_keys:
            self.left.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _send(self) -> None:
        text = self.reason.text().strip()
        if self._member is not None and text and self._command is None:
            self._order = Look(Subject("member", self._member.id), text)
            self._desk.do(self._order)

    def _started(self, command: UUID, order: Order) -> None:
        if order is self._order:
            self._command = command

    def _done(self, command: UUID, _order: Order, _event: Event) -> None:
        if command == self._command:
            self._shown = True
            self.put_away()
            self._say()

    def _failed(self, command: UUID, _order: Order, _error: ConsoleError) -> None:
        # What was typed stays, and the message about the failure can send it again.
        if command == self._command:
            self._command = None

    def _retranslate(self) -> None:
        self.show_button.setText(self.tr("C  Show"))
        self.show_button.setAccessibleName(self.tr("Show the telephone number"))
        self.reason.setPlaceholderText(self.tr("Why the number is needed"))
        self.reason.setAccessibleName(self.tr("Why the number is needed"))
        self._say()

    def _say(self) -> None:
        phone = "" if self._member is None else one_line(self._member.phone)
        known = phone if self._shown else mask_phone(phone)
        self.text.setText(known or self.tr("none known"))
        self.show_button.setVisible(bool(phone) and not self._shown)
