"""A member's history: what they were sent to last, and how it ended for them."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.errors import ConsoleError
from console.domain.past import PastAssignment
from console.domain.people import Member
from console.domain.text import one_line
from console.live.asking import ask_history
from console.live.desk import Desk
from console.live.picture import Picture
from console.views.common.rest import Rest
from console.views.roster.words import when_text
from console.widgets.labels import assignment_label, error_sentence
from console.widgets.plain import plain_label

REST_MS = 150
"""It is read when the selection has rested so long: not for each row that is passed."""

TITLE = 24
"""So many characters of a title are shown."""


class History(QWidget):
    """The last assignments that have ended, a line each; read when somebody looks at a member."""

    def __init__(
        self,
        picture: Picture,
        desk: Desk,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._picture, self._desk, self._clock = picture, desk, clock
        self._member: Member | None = None
        self._asked: UUID | None = None
        self._past: tuple[PastAssignment, ...] | None = None
        self._trouble: ConsoleError | None = None
        self._title = plain_label(self)
        self._title.setProperty("role", "caption")
        self.text = plain_label(self)
        self.text.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._title)
        layout.addWidget(self.text)
        self._rest = Rest(desk, REST_MS, self)
        self._rest.over.connect(self._ask)
        desk.questions.answered.connect(self._answered)
        desk.questions.unanswered.connect(self._unanswered)
        self._say()

    def show_member(self, member: Member | None) -> None:
        """Show a member's history; what is shown of another one is gone at once."""
        if (self._member and self._member.id) != (member and member.id):
            self._past = self._trouble = None
        self._member, self._asked = member, None
        self._say()
        if member is not None:
            self._rest.start()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _ask(self) -> None:
        if self._member is not None and self.isVisible():
            self._asked = ask_history(self._desk, self._member.id)

    def _answered(self, number: UUID, answer: object) -> None:
        if number == self._asked and isinstance(answer, tuple):
            self._asked, self._past, self._trouble = None, answer, None
            self._say()

    def _unanswered(self, number: UUID, error: ConsoleError) -> None:
        if number == self._asked:
            self._asked, self._trouble = None, error
            self._say()

    def _say(self) -> None:
        self._title.setText(self.tr("History"))
        if self._trouble is not None:
            self.text.setText(error_sentence(self._trouble, self._picture.zone))
        elif self._past is None:
            self.text.setText("")
        else:
            self.text.setText("\n".join(map(self._line, self._past)) or self.tr("nothing yet"))

    def _line(self, one: PastAssignment) -> str:
        when = when_text(one.dispatched_at, self._clock(), self._picture.zone)
        title = one_line(one.title)[:TITLE]
        return f"{when}  {one.incident:04d}  {title}  {assignment_label(one.state)}"
