"""The line above the desk that offers what was half typed: taken up or thrown away by a key."""

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from console.domain.drafts import Draft, ReportDraft
from console.domain.text import one_line
from console.live.picture import Picture
from console.widgets.keys import key_mark
from console.widgets.labels import deed_label
from console.widgets.plain import ElidedLabel

TITLE_SHOWN = 40
"""So many characters of a report's title are shown: enough to know it again."""


class DraftsOffer(QFrame):
    """Offers drafts one after another, the oldest first; out of the way while there is none.

    Of a report its title is shown, of a text on an incident its deed: what else was typed may be
    personal, and is seen when it is taken up.
    """

    taken = Signal(object)
    dropped = Signal(object)

    def __init__(
        self, picture: Picture, clock: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("text_bar")
        self._picture, self._clock = picture, clock
        self._drafts: list[Draft] = []
        self.label = ElidedLabel(self)
        self.take = QPushButton(self)
        self.take.setProperty("kind", "primary")
        self.drop = QPushButton(self)
        self.drop.setProperty("kind", "quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 6)
        layout.setSpacing(8)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.take)
        layout.addWidget(self.drop)
        self.take.clicked.connect(self.take_first)
        self.drop.clicked.connect(self.drop_first)
        self._say()

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """What is offered, in the order in which it comes."""
        return tuple(self._drafts)

    def add(self, drafts: Iterable[Draft]) -> None:
        """Offer these too."""
        self._drafts.extend(drafts)
        self._say()

    def take_first(self) -> None:
        """Take up what is shown."""
        if self._drafts:
            draft = self._drafts.pop(0)
            self._say()
            self.taken.emit(draft)

    def drop_first(self) -> None:
        """Throw away what is shown."""
        if self._drafts:
            draft = self._drafts.pop(0)
            self._say()
            self.dropped.emit(draft)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.setVisible(bool(self._drafts))
        self.take.setText(self.tr("Take up  {key}").format(key=key_mark("draft_take")))
        self.drop.setText(self.tr("Throw away  {key}").format(key=key_mark("draft_drop")))
        if not self._drafts:
            return
        told = self._sentence(self._drafts[0])
        if len(self._drafts) > 1:
            told = self.tr("{told}  (1 of {n})").format(told=told, n=len(self._drafts))
        self.label.setText(told)

    def _sentence(self, draft: Draft) -> str:
        at = self._time(draft.at)
        if isinstance(draft, ReportDraft):
            title = one_line(draft.texts.get("title", ""))[:TITLE_SHOWN]
            if title:
                told = self.tr("A half-typed report of {at}: {title}")
                return told.format(at=at, title=title)
            return self.tr("A half-typed report of {at}").format(at=at)
        return self.tr("Half-typed on {number} at {at}: {deed}").format(
            number=f"{draft.incident:04d}", at=at, deed=deed_label(draft.deed)
        )

    def _time(self, at: datetime) -> str:
        zone = self._picture.zone
        here, now = at.astimezone(zone), self._clock().astimezone(zone)
        return f"{here:%H:%M}" if here.date() == now.date() else f"{here:%Y-%m-%d %H:%M}"
