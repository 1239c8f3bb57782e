"""The form for a new report by telephone; it stands beside the queue and never covers it."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.category import Category
from console.domain.drafts import ReportDraft
from console.domain.duplicates import Telling
from console.domain.errors import ConsoleError, FaultError
from console.domain.events import Event
from console.domain.orders import Join, Order, Report
from console.live.desk import Desk
from console.live.hub import Hub
from console.live.journal import Journal
from console.views.report.alike import JOIN_KEY, AlikeWhileTyping
from console.views.report.fields import ReportFields
from console.views.report.photos import PHOTO_KEY
from console.widgets.keys import key_mark
from console.widgets.plain import plain_label
from console.widgets.scrolling import scrolled

NOT_YET = datetime.min.replace(tzinfo=UTC)
"""When a report comes in that is still being typed: that is said when it is compared."""


class ReportForm(ReportFields):
    """Takes a report; what was typed stays until it is stored, whatever happens."""

    closed = Signal()
    stored = Signal(int)

    def __init__(
        self, hub: Hub, desk: Desk, journal: Journal, parent: QWidget | None = None
    ) -> None:
        super().__init__(hub, desk, parent)
        self._desk, self._journal = desk, journal
        self._key = ""
        """The draft that stands here has this key; empty for none."""
        self._missing: QWidget | None = None
        self._command: UUID | None = None
        self._unsent: tuple[UUID, Report | Join] | tuple[None, None] = None, None
        self.caption = plain_label(self)
        self.caption.setProperty("role", "panel_title")
        self.alike = AlikeWhileTyping(desk, self._told, lambda: hub.picture.zone, self)
        self.problem = plain_label(self)
        self.problem.setProperty("role", "error")
        self.problem.setWordWrap(True)
        self.submit = QPushButton(self)
        self.submit.setProperty("kind", "primary_large")
        self.aside = QPushButton(self)
        self.aside.setProperty("kind", "quiet")
        self.cancel = QPushButton(self)
        self.cancel.setProperty("kind", "quiet")
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.caption)
        fields = QVBoxLayout()
        fields.setSpacing(12)
        fields.addLayout(self._rows())
        fields.addWidget(self.photos)
        fields.addWidget(self.alike)
        fields.addStretch(1)
        layout.addWidget(scrolled(fields, self), 1)
        layout.addWidget(self.problem)
        layout.addWidget(self.submit)
        layout.addWidget(self.aside)
        layout.addWidget(self.cancel)

    def _connect(self) -> None:
        self._desk.deed_started.connect(self._started)
        self._desk.deed_done.connect(self._done)
        self._desk.deed_failed.connect(self._failed)
        self.submit.clicked.connect(self.send)
        self.cancel.clicked.connect(self.leave)
        self.typed.connect(self.alike.typed)
        self.typed.connect(self._keep)
        self.alike.join_wanted.connect(self._join)
        for keys, slot in ((JOIN_KEY, self.alike.join_first), (PHOTO_KEY, self.photos.choose)):
            key = QShortcut(QKeySequence(keys), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(slot)

    # What others ask for

    def open(self) -> None:
        """Put the keyboard into the first field."""
        self._complain(None)
        # By a shortcut Qt would select what stands there, and the next letter would wipe it out.
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def send(self) -> None:
        """Send the report, if what it needs is there."""
        self._check_and_store(self.category.chosen)

    def leave(self) -> None:
        """Put the form away; what was typed stays for the next time."""
        self.pick.setChecked(False)
        self.closed.emit()

    def set_aside(self) -> ReportDraft | None:
        """Empty the form for another report; what stood there comes back as a draft, and is kept.

        None while nothing stands there, while it is on its way to be stored, or if a pasted photo
        would be lost, which is said.
        """
        if self._command is not None or self.is_empty or not self.photos.may_be_set_aside():
            return None
        draft = self._draft()
        # The key goes with it: emptying the form must not drop the draft.
        self._key = ""
        self._journal.keep(draft)
        self._begin_anew()
        return draft

    def take_up(self, draft: ReportDraft) -> None:
        """Go on with a draft; the form must be empty."""
        self._key = draft.key
        self.put(draft.texts, draft.place, draft.photos)

    @override
    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        self.caption.setText(self.tr("New report"))
        self.submit.setText(self.tr("Take report    Ctrl+Enter"))
        self.aside.setText(self.tr("Set aside    {key}").format(key=key_mark("set_aside")))
        self.cancel.setText(self.tr("Close    Esc"))
        self._name_fields()
        self._say_problem()

    # What is sent

    def _join(self, into: int) -> None:
        """Add the report to an incident; unless another category is chosen it has that one's."""
        incident = self._hub.picture.incidents.get(into)
        known = None if incident is None else incident.category
        category = self.category.chosen or self._hub.picture.categories.get(known or "")
        self._check_and_store(category, into)

    def _check_and_store(self, category: Category | None, into: int | None = None) -> None:
        if self._command is not None:
            return
        if not self.title.text().strip():
            self._complain(self.title)
        elif category is None:
            self._complain(self.category)
        else:
            self._complain(None)
            report = self.report(category)
            self._store(report if into is None else Join(report, into))

    def _store(self, order: Report | Join) -> None:
        command, unsent = self._unsent
        if command is not None and unsent == order:
            # Under its old command: it may have arrived after all.
            self._desk.retry(command)
        else:
            self._wait_for(self._desk.do(order))

    def _wait_for(self, command: UUID) -> None:
        self._command = command
        self._unsent = None, None
        self.submit.setEnabled(False)

    def _started(self, command: UUID, order: Order) -> None:
        """What could not be stored is sent again; here or from the message about it."""
        if command != self._unsent[0]:
            return
        category = self.category.chosen
        report = order.report if isinstance(order, Join) else order
        if category is not None and report == self.report(category):
            self._wait_for(command)

    def _done(self, command: UUID, _order: Order, event: Event) -> None:
        if command != self._command:
            return
        self._command = None
        self.submit.setEnabled(True)
        # A further report keeps its own photos; they are shown with the whole.
        self.photos.give_to(event.subject.id)
        self._begin_anew()
        into = event.payload.get("into")
        self.stored.emit(into if isinstance(into, int) else event.subject.id)

    def _failed(self, command: UUID, order: Order, error: ConsoleError) -> None:
        if command == self._command:
            self._command = None
            self.submit.setEnabled(True)
            if isinstance(order, Report | Join) and isinstance(error, FaultError):
                self._unsent = command, order

    # What is kept

    def _begin_anew(self) -> None:
        self.empty()
        self.alike.empty()
        self._complain(None)

    def _keep(self) -> None:
        """Let the Journal have what stands here, or forget what does not stand here any more."""
        if not self.is_empty:
            self._journal.keep(self._draft())
        elif self._key:
            self._journal.drop(self._key)
            self._key = ""

    def _draft(self) -> ReportDraft:
        self._key = self._key or f"report-{uuid4().hex}"
        now = self._journal.now()
        return ReportDraft(self._key, now, self.texts(), self._place, self.photos.paths)

    # What is told

    def _told(self) -> tuple[Telling, str] | None:
        """What can be compared so far, with the reporter's number; None while it says nothing."""
        category, address = self.category.chosen, self.address.text()
        words = f"{self.title.text()} {self.description.toPlainText()}".strip()
        phone = self.reporter_phone.text()
        if not (words or self._place or address.strip() or phone.strip()):
            return None
        code = "" if category is None else category.code
        return Telling(code, words, address, self._place, NOT_YET), phone

    def _complain(self, field: QWidget | None) -> None:
        """Say what is missing and put the keyboard there; None if nothing is."""
        self._missing = field
        self._say_problem()
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_problem(self) -> None:
        sentences = {
            self.title: self.tr("Say in a few words what has happened."),
            self.category: self.tr("Choose a category from the list."),
        }
        self.problem.setText("" if self._missing is None else sentences[self._missing])
