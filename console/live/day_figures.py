"""The figures of the day for a screen: asked off the GUI thread, whenever they may differ."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from console.commands.office import Office
from console.db.day_figures import DayReader
from console.domain.day_figures import DayFigures
from console.live.hub import Hub
from console.live.link import Link, LinkState
from console.live.questions import Questions

AT_MOST_EVERY_MS = 1000
"""How soon after a change they are asked for, so that a storm of changes asks once a second."""

BEAT_MS = 5000
"""How often they are asked for without any change: an answer proves that all is up to date."""

_LOOK_MS = 1000


class DayWatch(QObject):
    """Keeps the figures of the day; lives on the GUI thread.

    ``figures`` are the last ones known, None before the first answer. They are asked for again
    after each change, at midnight, when the database is back, and every few seconds.
    """

    changed = Signal()

    def __init__(
        self,
        hub: Hub,
        questions: Questions,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.figures: DayFigures | None = None
        self._hub, self._questions, self._clock = hub, questions, clock
        self._reader = DayReader()
        self._asked: UUID | None = None
        self._again = False
        self._day: date | None = None
        self._soon = QTimer(self, interval=AT_MOST_EVERY_MS, singleShot=True)
        self._soon.timeout.connect(self._ask)
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(self._ask)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._midnight)
        questions.answered.connect(self._answered)
        questions.unanswered.connect(self._unanswered)
        hub.loaded.connect(self._ask)
        hub.changed.connect(self._change)
        hub.link_changed.connect(self._link)

    def start(self) -> None:
        """Begin to ask."""
        self._beat.start()
        self._look.start()
        if self._hub.picture.catalogue is not None:
            self._ask()

    def _ask(self) -> None:
        if self._asked is not None:
            # One after the other: a slow database gets no queue of the same question.
            self._again = True
            return
        self._soon.stop()
        now, reader = self._clock(), self._reader
        self._day = self._hub.picture.day_of(now)

        def question(office: Office) -> DayFigures:
            with office.database.read() as session:
                return reader.read(session, now)

        self._asked = self._questions.ask(question)

    def _answered(self, number: UUID, answer: object) -> None:
        if number == self._asked and isinstance(answer, DayFigures):
            self._asked = None
            self.figures = answer
            self.changed.emit()
            self._once_more()

    def _unanswered(self, number: UUID, _error: object) -> None:
        if number == self._asked:
            self._asked = None
            # The next beat, or the link when it is back, asks again.
            self._again = False

    def _once_more(self) -> None:
        if self._again:
            self._again = False
            self._change()

    def _change(self, _change: object = None) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _link(self, link: Link) -> None:
        if link.state is LinkState.LIVE:
            self._change()

    def _midnight(self) -> None:
        if self._day is not None and self._hub.picture.day_of(self._clock()) != self._day:
            self._ask()
