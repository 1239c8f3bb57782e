"""While a report is typed: what is likely the same, and adding it to that in one key."""

from collections.abc import Callable
from datetime import tzinfo
from uuid import UUID

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.duplicates import Telling
from console.domain.recurrence import Likely, Sameness
from console.live.asking_alike import ask_same_as_typed
from console.live.desk import Desk
from console.views.common.alike import Lines
from console.views.common.clusters import cluster_lines
from console.widgets.plain import plain_label
from console.widgets.words_alike import likely_text, sameness_text

PAUSE_MS = 300
"""It is asked when nothing has been typed for so long: not at each letter."""

JOIN_KEY = "Ctrl+M"
"""Adds the report to the likeliest one."""


class AlikeWhileTyping(QWidget):
    """Asks off the GUI thread, one question at a time, and shows the newest answer."""

    join_wanted = Signal(int)
    incident_wanted = Signal(int)

    def __init__(
        self,
        desk: Desk,
        typed: Callable[[], tuple[Telling, str] | None],
        zone: Callable[[], tzinfo],
        parent: QWidget | None = None,
    ) -> None:
        """Stand below the fields.

        Args:
            desk: Finds it out.
            typed: What is typed so far with the reporter's number; None while that says nothing.
            zone: The zone of the days shown.
            parent: The form.
        """
        super().__init__(parent)
        self._desk, self._typed, self._zone = desk, typed, zone
        self._asked: UUID | None = None
        self._known: Sameness | None = None
        self._stale = False
        self.caption = plain_label(self)
        self.caption.setProperty("role", "caption")
        self.story = plain_label(self)
        self.story.setProperty("role", "warning")
        self.story.setWordWrap(True)
        self.lines = Lines(self)
        self.clusters = Lines(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self.caption, self.story, self.lines, self.clusters):
            layout.addWidget(widget)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.lines.done.connect(self.join_wanted)
        for lines in (self.lines, self.clusters):
            lines.opened.connect(self.incident_wanted)
        desk.questions.answered.connect(self._answered)
        desk.questions.unanswered.connect(self._unanswered)
        self._say()

    @property
    def shown(self) -> tuple[Likely, ...]:
        """What is shown as likely the same, the likeliest first."""
        return () if self._known is None else self._known.likely

    def typed(self) -> None:
        """Something was typed: ask again when the hands rest."""
        self._stale = True
        self._pause.start()

    def join_first(self) -> None:
        """Add the report to the likeliest one, unless that has just become another one."""
        if self.shown and not self.lines.rests:
            self.join_wanted.emit(self.shown[0].match.number)

    def empty(self) -> None:
        """Nothing is typed any more."""
        self._pause.stop()
        self._asked, self._known, self._stale = None, None, False
        self._say()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _ask(self) -> None:
        if self._asked is not None:
            return  # Asked again when the answer is there: it would only queue up.
        self._stale = False
        typed = self._typed()
        if typed is None:
            self._known = None
            self._say()
        else:
            self._asked = ask_same_as_typed(self._desk, *typed)

    def _answered(self, number: UUID, answer: object) -> None:
        if number == self._asked and isinstance(answer, Sameness):
            self._known = answer
            self._over()

    def _unanswered(self, number: UUID, _error: object) -> None:
        # Without the database nothing is said: the window tells of it already.
        if number == self._asked:
            self._known = None
            self._over()

    def _over(self) -> None:
        self._asked = None
        self._say()
        if self._stale and not self._pause.isActive():
            self._pause.start()

    def _say(self) -> None:
        known = self._known
        story = "" if known is None else sameness_text(known)
        self.story.setText(story)
        self.story.setVisible(bool(story))
        deed = self.tr("Add to it")
        self.lines.show_lines([(one.match.number, likely_text(one), deed) for one in self.shown])
        self.caption.setText(
            self.tr("Possibly the same · {key} adds this report to the first").format(key=JOIN_KEY)
        )
        self.caption.setVisible(bool(self.shown))
        again = [] if known is None else cluster_lines(known, self._zone())
        self.clusters.show_lines(again)
        self.setVisible(bool(self.shown or story or again))
