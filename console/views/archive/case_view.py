"""An ended incident, to be read: what it was, what was done, and who reported it, masked."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.change import Case
from console.domain.errors import ConsoleError
from console.domain.text import mask_name, mask_phone, one_line
from console.live.asking import ask_case
from console.live.desk import Desk
from console.live.picture import Picture
from console.views.common.rest import Rest
from console.views.incident.header import IncidentHeader, step_times
from console.views.incident.timeline import Timeline
from console.widgets.labels import error_sentence, state_label
from console.widgets.plain import plain_label
from console.widgets.theme import Look

WIDTH = 420
"""The least width in pixels."""

REST_MS = 150
"""It is read when the selection has rested so long: not for each row that is passed."""

DESCRIPTION_SHOWN = 2000
"""So many characters of a description are shown; more would push all else off the screen."""


class CaseView(QScrollArea):
    """The selected case; nothing can be changed here, O opens it at the desk."""

    left = Signal()
    open_requested = Signal(int)

    def __init__(
        self,
        picture: Picture,
        desk: Desk,
        look: Look,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._picture, self._desk = picture, desk
        self._wanted: int | None = None
        self._asked: UUID | None = None
        self.case: Case | None = None
        self.header = IncidentHeader(picture, look, clock, self)
        self.result = plain_label(self)
        self.result.setProperty("role", "panel_title")
        self.description = plain_label(self)
        self.description.setWordWrap(True)
        self.description.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.contact = plain_label(self)
        self.together = plain_label(self)
        self.together.setProperty("role", "dim")
        self.together.setWordWrap(True)
        self.timeline = Timeline(self)
        self.open_button = QPushButton(self)
        self.open_button.setProperty("kind", "key")
        self.empty = plain_label(self)
        self.empty.setProperty("role", "dim")
        self.empty.setWordWrap(True)
        self._captions = {name: plain_label(self) for name in ("contact", "timeline")}
        self._build()
        self._rest = Rest(desk, REST_MS, self)
        self._rest.over.connect(self._ask)
        desk.questions.answered.connect(self._answered)
        desk.questions.unanswered.connect(self._unanswered)
        self.open_button.clicked.connect(self.open_case)
        for key, slot in (("Esc", self.left.emit), ("O", self.open_case)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self.retranslate()

    def _build(self) -> None:
        for caption in self._captions.values():
            caption.setProperty("role", "caption")
        self._whole = QWidget(self)
        whole = QVBoxLayout(self._whole)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        for widget in (
            self.result,
            self.header,
            self.together,
            self.description,
            self._captions["timeline"],
            self.timeline,
            self._captions["contact"],
            self.contact,
        ):
            whole.addWidget(widget)
        whole.addWidget(self.open_button, alignment=Qt.AlignmentFlag.AlignLeft)
        inside = QWidget(self)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(16, 4, 8, 4)
        layout.addWidget(self.empty)
        layout.addWidget(self._whole)
        layout.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_incident(self, incident: int | None) -> None:
        """Show another case as soon as it is read; what was shown of the one before is gone."""
        if incident == self._wanted and incident is not None:
            return
        self._wanted, self._asked, self.case = incident, None, None
        self._say()
        if incident is not None:
            self._rest.start()

    def open_case(self) -> None:
        """Ask for the case at the desk, where it can be opened again."""
        if self._wanted is not None:
            self.open_requested.emit(self._wanted)

    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        self.setAccessibleName(self.tr("The case in full"))
        self._captions["timeline"].setText(self.tr("Timeline"))
        self._captions["contact"].setText(self.tr("Reporter"))
        self.open_button.setText("O  " + self.tr("Open at the desk"))
        self._say()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _ask(self) -> None:
        if self._wanted is not None:
            self._asked = ask_case(self._desk, self._wanted)

    def _answered(self, number: UUID, answer: object) -> None:
        if number == self._asked and isinstance(answer, Case):
            self._asked, self.case = None, answer
            self._say()
            self.verticalScrollBar().setValue(0)

    def _unanswered(self, number: UUID, error: ConsoleError) -> None:
        if number == self._asked:
            self._asked = None
            self._say(error_sentence(error, self._picture.zone))

    def _led(self, case: Case) -> str:
        """How it was led with others; empty if it was led alone."""
        if case.led:
            numbers = "、".join(f"{part.id:04d}" for part in case.led)
            return self.tr("⛁ Major incident, with the parts {numbers}").format(numbers=numbers)
        of = case.incident.part_of
        told = self.tr("⛁ Part of the major incident {number}")
        return "" if of is None else told.format(number=f"{of:04d}")

    def _say(self, trouble: str = "") -> None:
        case = self.case
        self._whole.setVisible(case is not None)
        self.empty.setVisible(case is None)
        if case is None:
            waiting = "" if self._wanted is not None else self.tr("Select a case in the table.")
            self.empty.setText(trouble or waiting)
            return
        incident = case.incident
        self.result.setText(state_label(incident.state))
        self.header.show_incident(incident, step_times(case))
        self.description.setText(case.description[:DESCRIPTION_SHOWN])
        self.description.setVisible(bool(case.description))
        told = self._led(case)
        self.together.setText(told)
        self.together.setVisible(bool(told))
        self.timeline.show_events(case.all_events, self._picture.zone, incident.id, dated=True)
        name, phone = one_line(case.reporter_name), one_line(case.reporter_phone)
        shown = "  ".join(part for part in (mask_name(name), mask_phone(phone)) if part)
        self.contact.setText(shown or self.tr("no contact given"))
