"""Who reported it: masked until the operator says why the full contact is needed."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from console.domain.change import Case
from console.domain.text import mask_name, mask_phone, one_line
from console.widgets.plain import plain_label


class Contact(QWidget):
    """The reporter's name and number; personal data never shows by itself."""

    reveal_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case: Case | None = None
        self._shown_for: int | None = None
        self.text = plain_label(self)
        self.show_button = QPushButton(self)
        self.show_button.setProperty("kind", "quiet")
        self.show_button.clicked.connect(self.reveal_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.show_button)
        self._say()

    def show_case(self, case: Case | None) -> None:
        """Show a case's reporter; another case is masked again, one not read yet shows nothing."""
        if case is None or case.incident.id != self._shown_for:
            self._shown_for = None
        self._case = case
        self._say()

    def reveal(self) -> None:
        """Show the contact in full, after the look was written down."""
        if self._case is not None:
            self._shown_for = self._case.incident.id
            self._say()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        case = self._case
        self.show_button.setText(self.tr("Show contact"))
        if case is None or not (case.reporter_name or case.reporter_phone):
            self.text.setText("" if case is None else self.tr("no contact given"))
            self.show_button.hide()
            return
        full = self._shown_for == case.incident.id
        name, phone = one_line(case.reporter_name), one_line(case.reporter_phone)
        parts = (name, phone) if full else (mask_name(name), mask_phone(phone))
        self.text.setText("  ".join(part for part in parts if part))
        self.show_button.setVisible(not full)
