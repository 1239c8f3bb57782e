"""The check before closing: photos side by side, the call back, who checks, and how it ends."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.change import Case
from console.domain.checking import Callback, EndReason, handled
from console.domain.incident import TO_CHECK, Incident, State
from console.domain.lifecycle import Deed
from console.domain.orders import Step
from console.domain.text import mask_phone, one_line
from console.views.incident.beside import Beside
from console.views.incident.drafts import Drafts
from console.views.incident.duplicates import all_photos
from console.widgets.choices import Choices
from console.widgets.ending_words import callback_label, end_reason_label
from console.widgets.plain import plain_label


@dataclass
class _Draft:
    """What was typed and chosen for one incident, until it has ended."""

    callback: str = ""
    reason: str = ""
    by: str = ""


class CheckPart(QWidget):
    """What whoever checks looks at and answers; nothing of it is lost by looking elsewhere."""

    confirmed = Signal()
    answered = Signal()
    """What was asked for is done: the keyboard is not needed here any more."""

    def __init__(self, operator: str, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operator, self._kept = operator, drafts
        self._drafts: dict[int, _Draft] = {}
        self._incident: Incident | None = None
        self._case: Case | None = None
        self.photos = Beside(self)
        self.asked = plain_label(self)
        self.callback = Choices(2, self)
        self.why = plain_label(self)
        self.reason = Choices(2, self)
        self.who = plain_label(self)
        self.who.setWordWrap(True)
        self.by = QLineEdit(self)
        self.note = QLineEdit(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for label in (self.asked, self.why, self.who):
            label.setProperty("role", "dim")
        for widget in (
            *(self.photos, self.asked, self.callback, self.why, self.reason),
            *(self.who, self.by, self.note),
        ):
            layout.addWidget(widget)
        for line in (self.by, self.note):
            line.returnPressed.connect(self.confirmed)
            line.textEdited.connect(self._keep)
        for choices in (self.callback, self.reason):
            choices.chosen.connect(self._keep)
            choices.confirmed.connect(self.confirmed)
        self.hide()

    @property
    def deed(self) -> Deed | None:
        """What the part is for now; None while nothing is to be checked."""
        incident = self._incident
        if incident is None or incident.state not in TO_CHECK:
            return None
        return Deed.CHECK if incident.state is State.RESOLVED else Deed.CLOSE

    def show_case(self, incident: Incident, case: Case | None) -> None:
        """Show what there is to check of an incident, if it waits for that."""
        before = self._incident
        if before is None or before.id != incident.id:
            self.photos.forget()
        changed = before is None or (before.id, before.state) != (incident.id, incident.state)
        answered = before is not None and before.id == incident.id and changed
        if answered and self.isAncestorOf(QApplication.focusWidget() or self):
            self.answered.emit()
        changed = changed or (self._case is None and case is not None)
        self._incident, self._case = incident, case
        self.setVisible(self.deed is not None)
        if self.deed is None:
            self._drafts.pop(incident.id, None)
            return
        if case is not None:
            self.photos.show_attachments(all_photos(case))
        self._say()
        if changed:
            self._fill(self._drafts.get(incident.id, _Draft()))

    def choose(self, number: int) -> None:
        """Choose an answer by its digit."""
        choices = self.callback if self.deed is Deed.CHECK else self.reason
        choices.choose(number)
        if choices.key and choices.isAncestorOf(QApplication.focusWidget() or self):
            self.answered.emit()

    def take_up(self) -> None:
        """Show again what was typed for the incident that is shown, with the keyboard in it."""
        if self._incident is not None:
            self._fill(self._drafts.get(self._incident.id, _Draft()))
            self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def order(self) -> Step | None:
        """What is to be done; None if an answer is missing, where the keyboard then goes."""
        incident, deed = self._incident, self.deed
        if incident is None or deed is None:
            return None
        if self._must_call and not self.callback.key:
            self.callback.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        if deed is Deed.CLOSE and not self.reason.key:
            for button in self.reason.buttons[:1]:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        by = self.by.text().strip()
        if not by and self._is_handler:
            self.by.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        callback = self.callback.key if deed is Deed.CHECK else ""
        return Step(
            deed,
            incident.id,
            incident.version,
            self.note.text().strip(),
            by=by,
            callback=Callback(callback) if callback else None,
            reason=self.reason.key if deed is Deed.CLOSE else "",
        )

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.deed is not None:
            self._say()
        super().changeEvent(event)

    # How it is shown

    def _say(self) -> None:
        closing = self.deed is Deed.CLOSE
        self.callback.offer([(one.value, callback_label(one)) for one in Callback])
        self.reason.offer([(one.code, end_reason_label(one)) for one in self._reasons])
        self.asked.setText(self._asked_text())
        for widget in (self.asked, self.callback):
            widget.setVisible(self._must_call)
        self.why.setText(self.tr("How it ended"))
        for widget in (self.why, self.reason):
            widget.setVisible(closing)
        self.who.setText(self._who_text())
        self.by.setPlaceholderText(self._by_text())
        self.by.setAccessibleName(self.tr("Who has checked it"))
        self.note.setPlaceholderText(self.tr("What was found (may stay empty)"))
        self.note.setAccessibleName(self.tr("What was found (may stay empty)"))

    def _asked_text(self) -> str:
        phone = mask_phone(one_line(self._case.reporter_phone)) if self._case else ""
        return self.tr("Call the reporter back: {phone}").format(phone=phone)

    def _who_text(self) -> str:
        names = "、".join(map(one_line, self._case.handlers)) if self._case else ""
        return self.tr("Handled by {names}; another person checks.").format(names=names)

    def _by_text(self) -> str:
        if self._is_handler:
            return self.tr("Who has checked it (not who handled it)")
        return self.tr("Who has checked it; {name} if left empty").format(name=self._operator)

    @property
    def _reasons(self) -> list[EndReason]:
        reasons = self._case.reasons if self._case else ()
        return [one for one in reasons if one.deed is Deed.CLOSE]

    @property
    def _must_call(self) -> bool:
        case = self._case
        return self.deed is Deed.CHECK and case is not None and bool(case.reporter_phone)

    @property
    def _is_handler(self) -> bool:
        return self._case is not None and handled(self._operator, self._case.handlers)

    # What was typed

    def _fill(self, draft: _Draft) -> None:
        self.callback.set_key(draft.callback)
        self.reason.set_key(draft.reason)
        self.by.setText(draft.by)
        deed, incident = self.deed, self._incident
        if deed is not None and incident is not None:
            self.note.setText(self._kept.text(incident.id, deed))

    def _keep(self) -> None:
        if self._incident is not None:
            self._drafts[self._incident.id] = _Draft(
                self.callback.key, self.reason.key, self.by.text()
            )
            if self.deed is not None:
                self._kept.keep(self._incident.id, self.deed, self.note.text())
