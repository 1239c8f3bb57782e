"""On the incident panel: what is likely the same, what is merged into it, and undoing that."""

from uuid import UUID

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.change import AttachmentView, Case, Change
from console.domain.clusters import Bond
from console.domain.incident import ENDED, Incident
from console.domain.lifecycle import Deed, possible
from console.domain.orders import Separate
from console.domain.parts import Part
from console.domain.recurrence import Likely, Pattern, Sameness
from console.domain.text import mask_name, mask_phone, one_line
from console.live.asking_alike import ask_same_as_incident
from console.live.desk import Desk
from console.live.hub import Hub
from console.views.common.alike import Lines
from console.views.common.clusters import cluster_lines
from console.views.common.rest import Rest
from console.views.incident.words import clock_text
from console.widgets.keys import key_mark
from console.widgets.plain import plain_label
from console.widgets.words_alike import likely_text, sameness_text

REST_MS = 80
"""It is asked when the selection has rested so long: not for each row that is passed."""

WORDS = 120
"""So many characters of a part's words are shown."""

_BONDS = (Bond.PERSON, Bond.THEME)
"""What was at the place before has a part of the panel to itself."""

_TELLS_MORE = frozenset({Deed.REPORT, Deed.JOIN, Deed.MERGE, Deed.SEPARATE})
"""The deeds after which it is looked again."""


class SameMatter(QWidget):
    """A sentence about what was before, lines for likely duplicates, lines for merged reports."""

    merge_wanted = Signal(int)
    incident_wanted = Signal(int)
    found = Signal()
    """It is known what was before."""
    keyboard_left = Signal()
    """The line that had the keyboard is gone."""

    def __init__(self, hub: Hub, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub, self._desk = hub, desk
        self._incident: Incident | None = None
        self._case: Case | None = None
        self._asked: UUID | None = None
        self._known: Sameness | None = None
        self.caption = plain_label(self)
        self.story = plain_label(self)
        self.story.setProperty("role", "warning")
        self.story.setWordWrap(True)
        self.likely = Lines(self)
        self.clusters_caption = plain_label(self)
        self.clusters = Lines(self)
        self.parts_caption = plain_label(self)
        self.parts = Lines(self)
        for caption in (self.caption, self.clusters_caption, self.parts_caption):
            caption.setProperty("role", "caption")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (
            *(self.caption, self.story, self.likely, self.clusters_caption, self.clusters),
            *(self.parts_caption, self.parts),
        ):
            layout.addWidget(widget)
        self._rest = Rest(desk, REST_MS, self)
        self._rest.over.connect(self._ask)
        self.likely.done.connect(self.merge_wanted)
        self.parts.done.connect(self._take_out)
        for lines in (self.likely, self.clusters, self.parts):
            lines.opened.connect(self.incident_wanted)
        desk.questions.answered.connect(self._answered)
        hub.changed.connect(self._changed)
        self._say()

    @property
    def shown(self) -> tuple[Likely, ...]:
        """What is shown as likely the same, the likeliest first.

        What is led together with it is known already, and is another one all the same.
        """
        found = () if self._known is None else self._known.likely
        return tuple(one for one in found if not self._led_with(one.match.number))

    def _led_with(self, number: int) -> bool:
        incident, other = self._incident, self._hub.picture.incidents.get(number)
        if incident is None or other is None:
            return False
        head, of = incident.part_of or incident.id, other.part_of or other.id
        return head == of

    @property
    def many(self) -> bool:
        """Whether many people tell of it at once."""
        return self._known is not None and self._known.pattern is Pattern.MANY_AT_ONCE

    @property
    def best(self) -> str:
        """The number of the likeliest one; empty if there is none."""
        return f"{self.shown[0].match.number:04d}" if self.shown else ""

    def show_of(self, incident: Incident, case: Case | None) -> None:
        """Show what is known of an incident; what is shown of another one is gone at once."""
        before = self._incident
        if before is None or before.id != incident.id:
            self._known = self._asked = None
            self._rest.start()
        elif (before.state in ENDED) != (incident.state in ENDED):
            self._rest.start()
        self._incident = incident
        self._case = case if case is not None and case.incident.id == incident.id else None
        self._say()

    def take_keyboard(self) -> None:
        """Give the first line the keyboard."""
        for lines in (self.likely, self.clusters, self.parts):
            if lines.numbers:
                lines.take_keyboard()
                return

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _ask(self) -> None:
        incident = self._incident
        if incident is None or incident.state in ENDED:
            self._known = None
            self._say()
        else:
            self._asked = ask_same_as_incident(self._desk, incident.id)

    def _answered(self, number: UUID, answer: object) -> None:
        if number == self._asked and isinstance(answer, Sameness):
            self._asked, self._known = None, answer
            self._say()
            self.found.emit()

    def _changed(self, change: Change) -> None:
        if self._incident is None:
            return
        if any(event.kind in _TELLS_MORE for event in change.events):
            self._rest.start()
            if any(event.payload.get("into") == self._incident.id for event in change.events):
                self._desk.read_case(self._incident.id)

    def _take_out(self, number: int) -> None:
        part = next((one for one in self._merged if one.id == number), None)
        if part is not None:
            self._desk.do(Separate(part.id, part.version))

    @property
    def _merged(self) -> tuple[Part, ...]:
        return () if self._case is None else self._case.parts

    def _say(self) -> None:
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and self.isAncestorOf(focused)
        self._fill()
        if had_keyboard and focused is not None and not focused.isVisible():
            self.keyboard_left.emit()

    def _fill(self) -> None:
        known, incident = self._known, self._incident
        story = "" if known is None else sameness_text(known)
        self.story.setText(story)
        self.story.setVisible(bool(story))
        can_merge = incident is not None and Deed.MERGE in possible(incident.state)
        deed = self.tr("Merge into it") if can_merge else ""
        self.likely.show_lines([(one.match.number, likely_text(one), deed) for one in self.shown])
        key = key_mark("same")
        self.caption.setText(self.tr("Possibly the same · {key}").format(key=key))
        self.caption.setVisible(bool(self.shown or story))
        again = [] if known is None else cluster_lines(known, self._hub.picture.zone)
        self.clusters.show_lines(again)
        self.clusters_caption.setText(self.tr("The same again"))
        self.clusters_caption.setVisible(bool(again))
        undo = self.tr("Take out")
        told = [(part.id, self._part_text(part), undo) for part in self._merged]
        into = None if incident is None else incident.merged_into
        if into is not None:
            told.insert(0, (into, self.tr("merged into {n}").format(n=f"{into:04d}"), ""))
        self.parts.show_lines(told)
        caption = self.tr("Reports of this matter")
        self.parts_caption.setText(caption if self.shown else f"{caption} · {key}")
        self.parts_caption.setVisible(bool(told))
        self.setVisible(bool(self.shown or story or again or told))

    def _part_text(self, part: Part) -> str:
        """Who else has reported it, and in which words; the contact is masked."""
        who = f"{mask_name(one_line(part.reporter_name))} {mask_phone(part.reporter_phone)}"
        words = one_line(f"{part.title} {part.description}")
        shown = words if len(words) <= WORDS else f"{words[:WORDS]}…"
        at = clock_text(part.reported_at, self._hub.picture.zone)
        return " · ".join(
            text for text in (f"{part.number} {at}", who.strip() or self.tr("no contact"), shown)
        )


def all_photos(case: Case) -> tuple[AttachmentView, ...]:
    """The photos of an incident together with those of what was merged into it."""
    return (*case.attachments, *(photo for part in case.parts for photo in part.attachments))
