"""The form for a new report by telephone; it stands beside the queue and never covers it."""

from datetime import UTC, datetime
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
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
from console.domain.change import Change
from console.domain.codes import short_code
from console.domain.duplicates import Telling
from console.domain.errors import ConsoleError, FaultError
from console.domain.events import Event
from console.domain.incident import Origin
from console.domain.orders import Join, Order, Report
from console.domain.place import LonLat
from console.live.desk import Desk
from console.live.hub import Hub
from console.views.common.category_box import CategoryBox
from console.views.report.alike import JOIN_KEY, AlikeWhileTyping
from console.views.report.photos import ReportPhotos
from console.widgets.form import Form
from console.widgets.labels import localised, origin_label, priority_label
from console.widgets.plain import plain_label
from console.widgets.scrolling import scrolled

NOT_YET = datetime.min.replace(tzinfo=UTC)
"""When a report comes in that is still being typed: that is said when it is compared."""

ORIGINS = (Origin.PHONE, Origin.MEMBER, Origin.RESIDENT, Origin.CAMERA)
"""Where a report that is typed in can come from."""


class ReportForm(Form):
    """Takes a report; what was typed stays until it is stored, whatever happens."""

    closed = Signal()
    stored = Signal(int)
    place_wanted = Signal(bool)

    def __init__(self, hub: Hub, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub, self._desk = hub, desk
        self._place: LonLat | None = None
        self._missing: QWidget | None = None
        self._command: UUID | None = None
        self._unsent: tuple[UUID, Report | Join] | tuple[None, None] = None, None
        self.caption = plain_label(self)
        self.caption.setProperty("role", "panel_title")
        self.title = QLineEdit(self)
        self.category = CategoryBox(self)
        self.priority = QComboBox(self)
        self.origin = QComboBox(self)
        self.language = QComboBox(self)
        self.address = QLineEdit(self)
        self.place = plain_label(self)
        self.place.setProperty("role", "dim")
        self.pick = QPushButton(self)
        self.pick.setCheckable(True)
        self.pick.setProperty("kind", "quiet")
        self.reporter_name = QLineEdit(self)
        self.reporter_phone = QLineEdit(self)
        self.description = QPlainTextEdit(self)
        self.description.setTabChangesFocus(True)
        self.photos = ReportPhotos(desk, self)
        self.alike = AlikeWhileTyping(desk, self._told, self)
        self.problem = plain_label(self)
        self.problem.setProperty("role", "error")
        self.problem.setWordWrap(True)
        self.submit = QPushButton(self)
        self.submit.setProperty("kind", "primary_large")
        self.cancel = QPushButton(self)
        self.cancel.setProperty("kind", "quiet")
        self._names = {
            key: plain_label(self)
            for key in (
                "title",
                "category",
                "priority",
                "origin",
                "address",
                "place",
                "name",
                "phone",
                "more",
                "language",
            )
        }
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        place = QHBoxLayout()
        place.addWidget(self.place, 1)
        place.addWidget(self.pick)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(10)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for key, field in (
            ("title", self.title),
            ("category", self.category),
            ("address", self.address),
            ("place", place),
            ("name", self.reporter_name),
            ("phone", self.reporter_phone),
            ("more", self.description),
            ("language", self.language),
            ("priority", self.priority),
            ("origin", self.origin),
        ):
            form.addRow(self._names[key], field)
        fields = QVBoxLayout()
        fields.setSpacing(12)
        fields.addLayout(form)
        fields.addWidget(self.photos)
        fields.addWidget(self.alike)
        fields.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.caption)
        layout.addWidget(scrolled(fields, self), 1)
        layout.addWidget(self.problem)
        layout.addWidget(self.submit)
        layout.addWidget(self.cancel)
        for key, widget in (
            ("title", self.title),
            ("category", self.category),
            ("priority", self.priority),
            ("origin", self.origin),
            ("address", self.address),
            ("name", self.reporter_name),
            ("phone", self.reporter_phone),
            ("more", self.description),
            ("language", self.language),
        ):
            self._names[key].setBuddy(widget)

    def _connect(self) -> None:
        self._hub.loaded.connect(self._fill_choices)
        self._hub.changed.connect(self._changed)
        self._desk.deed_started.connect(self._started)
        self._desk.deed_done.connect(self._done)
        self._desk.deed_failed.connect(self._failed)
        self.submit.clicked.connect(self.send)
        self.cancel.clicked.connect(self.leave)
        self.pick.toggled.connect(self.place_wanted)
        for field in (self.title, self.address, self.reporter_name, self.reporter_phone):
            field.returnPressed.connect(self.focusNextChild)
            field.textChanged.connect(self.alike.typed)
            self.photos.intake.watch(field)
        self.photos.intake.watch(self.description, self.description.viewport())
        self.description.textChanged.connect(self.alike.typed)
        self.category.currentTextChanged.connect(self.alike.typed)
        self.alike.join_wanted.connect(self._join)
        key = QShortcut(QKeySequence(JOIN_KEY), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.alike.join_first)

    # What others ask for

    def open(self) -> None:
        """Put the keyboard into the first field."""
        self._complain(None)
        self.title.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_place(self, place: LonLat) -> None:
        """Take the place that was chosen on the map."""
        self._place = place
        self.pick.setChecked(False)
        self._say_place()
        self.alike.typed()

    @override
    def send(self) -> None:
        """Send the report, if what it needs is there."""
        self._check_and_store(self.category.chosen)

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
            report = self._typed(category)
            self._store(report if into is None else Join(report, into))

    def leave(self) -> None:
        """Put the form away; what was typed stays for the next time."""
        self.pick.setChecked(False)
        self.closed.emit()

    @override
    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        self.caption.setText(self.tr("New report"))
        for key, text in (
            ("title", self.tr("What")),
            ("category", self.tr("Category")),
            ("priority", self.tr("Priority")),
            ("origin", self.tr("Reported by")),
            ("address", self.tr("Address")),
            ("place", self.tr("Place")),
            ("name", self.tr("Reporter")),
            ("phone", self.tr("Telephone")),
            ("more", self.tr("More")),
            ("language", self.tr("Language")),
        ):
            self._names[key].setText(text)
        self.title.setPlaceholderText(self.tr("For example: litter beside the road"))
        self.address.setPlaceholderText(self.tr("Street, number, building"))
        self.pick.setText(self.tr("Choose on the map"))
        self.submit.setText(self.tr("Take report    Ctrl+Enter"))
        self.cancel.setText(self.tr("Close    Esc"))
        self._fill_choices()
        self._say_place()
        self._say_problem()

    # What happens inside

    def _typed(self, category: Category) -> Report:
        return Report(
            title=self.title.text(),
            category=category.code,
            origin=Origin(self.origin.currentData()),
            description=self.description.toPlainText(),
            address=self.address.text(),
            place=self._place,
            priority=self._chosen_priority(),
            reporter_name=self.reporter_name.text(),
            reporter_phone=self.reporter_phone.text(),
            language=self.language.currentData(),
        )

    def _told(self) -> tuple[Telling, str] | None:
        """What can be compared so far, with the reporter's number; None while it says nothing."""
        category, address = self.category.chosen, self.address.text()
        words = f"{self.title.text()} {self.description.toPlainText()}".strip()
        phone = self.reporter_phone.text()
        if not (words or self._place or address.strip() or phone.strip()):
            return None
        code = "" if category is None else category.code
        return Telling(code, words, address, self._place, NOT_YET), phone

    def _changed(self, change: Change) -> None:
        if change.catalogue is not None:
            self._fill_choices()

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
        if category is not None and report == self._typed(category):
            self._wait_for(command)

    def _fill_choices(self) -> None:
        self.category.fill(self._hub.picture.categories.values())
        self._refill(
            self.priority,
            [(self.tr("as the category says"), None)]
            + [(priority_label(priority), priority) for priority in Priority],
        )
        self._refill(
            self.language,
            [
                (self.tr("as the words say"), None),
                (self.tr("none in particular"), ""),
                *(
                    (localised(one.name, one.name_en), one.code)
                    for one in self._hub.picture.languages.values()
                ),
            ],
        )
        self._refill(self.origin, [(origin_label(origin), origin) for origin in ORIGINS])

    @staticmethod
    def _refill(box: QComboBox, choices: list[tuple[str, object]]) -> None:
        chosen = max(box.currentIndex(), 0)
        box.clear()
        for text, value in choices:
            box.addItem(text, value)
        box.setCurrentIndex(chosen)

    def _chosen_priority(self) -> Priority | None:
        # Qt keeps an enum of whole numbers as a mere number.
        value = self.priority.currentData()
        return None if value is None else Priority(value)

    def _say_place(self) -> None:
        if self._place is None:
            self.place.setText(self.tr("not chosen"))
            return
        grid = self._hub.picture.tree.locate(self._place)
        self.place.setText(
            self.tr("sub-grid {code}").format(code=short_code(grid))
            if grid
            else self.tr("outside all grids")
        )

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

    def _done(self, command: UUID, _order: Order, event: Event) -> None:
        if command != self._command:
            return
        self._command = None
        self.submit.setEnabled(True)
        for field in (self.title, self.address, self.reporter_name, self.reporter_phone):
            field.clear()
        self.description.clear()
        self.category.empty()
        self.priority.setCurrentIndex(0)
        self.language.setCurrentIndex(0)
        self._place = None
        self._say_place()
        self.alike.empty()
        into = event.payload.get("into")
        # A further report keeps its own photos; they are shown with the whole.
        self.photos.give_to(event.subject.id)
        self.stored.emit(into if isinstance(into, int) else event.subject.id)

    def _failed(self, command: UUID, order: Order, error: ConsoleError) -> None:
        if command == self._command:
            self._command = None
            self.submit.setEnabled(True)
            if isinstance(order, Report | Join) and isinstance(error, FaultError):
                self._unsent = command, order
