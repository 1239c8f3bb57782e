"""The incident panel: everything about one incident, and what can be done with it now."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.change import Case, Change
from console.domain.drafts import TextDraft
from console.domain.errors import ConsoleError
from console.domain.events import Event
from console.domain.incident import Incident, State
from console.domain.lifecycle import Deed
from console.domain.orders import Order
from console.live.desk import Desk
from console.live.flight import SHOWN_AFTER_MS, InFlight
from console.live.hub import Hub
from console.live.journal import Journal
from console.views.incident.actions import Actions
from console.views.incident.cameras import Verification
from console.views.incident.candidates import Candidates
from console.views.incident.case_reader import CaseReader
from console.views.incident.check_part import CheckPart
from console.views.incident.contact import Contact
from console.views.incident.deeds import offer_for, primary_words
from console.views.incident.deliveries import Deliveries
from console.views.incident.doing import Doing
from console.views.incident.drafts import Drafts
from console.views.incident.duplicates import SameMatter, all_photos
from console.views.incident.header import IncidentHeader, step_times
from console.views.incident.language_need import LanguageNeed
from console.views.incident.major import MajorPart
from console.views.incident.people_list import PeopleList
from console.views.incident.photo_part import PhotoPart
from console.views.incident.photos import Photos
from console.views.incident.place_part import PlacePart
from console.views.incident.proposal_part import ProposalPart
from console.views.incident.supervision import SupervisionPart
from console.views.incident.text_deeds import TextDeeds
from console.views.incident.timeline import Timeline
from console.widgets.layouts import laid_out_once
from console.widgets.plain import plain_label
from console.widgets.scrolling import scrolled
from console.widgets.theme import Look

SETTLING_MS = 600
"""So long the large button rests when somebody else has changed what it would do.

Whoever is about to press it has read the old words: a person needs a third of a second to react to
a change at best (choice reaction time), and some more to read.
"""

DESCRIPTION_SHOWN = 2000
"""So many characters of a description are shown; more would push all else off the screen."""


class IncidentPanel(QWidget):
    """Shows the current incident and turns keys and clicks into orders."""

    candidates_shown = Signal(object)
    wrong_number = Signal(str)
    typing_ended = Signal()

    def __init__(
        self,
        hub: Hub,
        desk: Desk,
        look: Look,
        clock: Callable[[], datetime],
        journal: Journal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hub, self._desk, self._clock = hub, desk, clock
        self._incident: Incident | None = None
        self._case: Case | None = None
        self._in_flight = InFlight()
        self.reader = CaseReader(hub, desk, self)
        self._meaning = ""
        self._held = 0
        self.drafts = Drafts(journal)
        self._to_take_up: TextDraft | None = None
        self.header = IncidentHeader(hub.picture, look, clock, self)
        self.supervision = SupervisionPart(hub.picture, desk, clock, self)
        self.contact = Contact(self)
        self.description = plain_label(self)
        self.description.setWordWrap(True)
        self.description.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.deliveries = Deliveries(desk, self)
        self.verification = Verification(hub.picture, desk, look, clock, self.drafts, self)
        self.candidates = Candidates(look, self)
        self._proposal = ProposalPart(hub.picture, self.candidates, clock)
        self.checking = CheckPart(desk.operator, self.drafts, self)
        self.people = PeopleList(hub.picture, desk, self)
        self.photos = Photos(look, self)
        self.photo_part = PhotoPart(
            hub.picture,
            desk,
            clock,
            lambda: self._incident,
            self.photos,
            self.checking.photos,
            self,
        )
        self.language = LanguageNeed(hub.picture, desk, self)
        self.same = SameMatter(hub, desk, self)
        self.major = MajorPart(
            hub.picture,
            desk,
            self.drafts,
            lambda: None if self._busy else self._incident,
            self,
        )
        self.place = PlacePart(hub, desk, self)
        self.timeline = Timeline(self)
        self.deeds = Actions(self)
        self.texts = TextDeeds(
            self.deeds,
            self.contact,
            desk,
            hub.picture,
            lambda: self._incident,
            self.drafts,
            self,
        )
        self.doing = Doing(
            hub.picture,
            desk,
            self.texts,
            self.verification,
            self.candidates,
            self.checking,
            lambda: None if self._busy else self._incident,
            lambda: self._case,
            lambda: not self._settling.isActive(),
            lambda: self._proposal.today,
            self,
        )
        self._captions = {
            name: plain_label(self) for name in ("contact", "verify", "who", "timeline")
        }
        self._empty = plain_label(self)
        self._empty.setProperty("role", "dim")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._build()
        self._tick = QTimer(self, interval=1000)
        self._patience = QTimer(self, interval=SHOWN_AFTER_MS, singleShot=True)
        self._settling = QTimer(self, interval=SETTLING_MS, singleShot=True)
        self._connect()
        self.retranslate()
        self._show()

    def _build(self) -> None:
        for caption in self._captions.values():
            caption.setProperty("role", "caption")
        inner = QVBoxLayout()
        inner.setSpacing(8)
        for widget in (
            self.header,
            self.supervision,
            self.major,
            self.deliveries,
            self.description,
            self.photos,
            self.language,
            self.same,
            self._captions["verify"],
            self.verification,
            self.checking,
            self.people,
            self._captions["who"],
            self.candidates,
            # What was here before explains; whom to send comes first.
            self.place,
            self._captions["timeline"],
            self.timeline,
            self._captions["contact"],
            self.contact,
        ):
            inner.addWidget(widget)
        inner.addStretch(1)
        self._scroll = scrolled(inner, self)
        inner.setContentsMargins(16, 12, 16, 12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.deeds)

    def _connect(self) -> None:
        self._hub.changed.connect(self._changed)
        self._hub.loaded.connect(self._reloaded)
        self.reader.ready.connect(self._take_case)
        self._desk.deed_started.connect(self._started)
        self._desk.deed_done.connect(self._done)
        self._desk.deed_failed.connect(self._failed)
        self.deeds.primary_requested.connect(self.doing.do_primary)
        self.deeds.deed_requested.connect(self.doing.request)
        self.deeds.text_given.connect(self.doing.text_given)
        self.texts.wrong_number.connect(self.wrong_number)
        self.texts.typing_ended.connect(self.typing_ended)
        self.supervision.owner_word_wanted.connect(self.texts.ask_owner)
        self.verification.confirmed.connect(self.doing.do_primary)
        self.verification.keyboard_left.connect(self.typing_ended)
        self.candidates.chosen.connect(self._show_actions)
        self.candidates.sent.connect(self.doing.send)
        self.candidates.reserve.clicked.connect(self.doing.reserve)
        self.candidates.next_best.member_wanted.connect(self.doing.send_next_best)
        self.candidates.next_best.escalation_wanted.connect(self.doing.escalate)
        self.people.reason_wanted.connect(self.doing.end_for_reason)
        self.same.merge_wanted.connect(self.doing.merge_into)
        self.same.keyboard_left.connect(self.typing_ended)
        self.same.found.connect(self._show_led)
        self.major.wrong_number.connect(self.wrong_number)
        self.major.keyboard_left.connect(self.typing_ended)
        self.doing.lead = self._lead
        self.place.keyboard_left.connect(self.typing_ended)
        self.doing.likely = lambda: self.same.best
        self.doing.choose_photos = self.photo_part.choose
        self.photo_part.intake.watch(self.deeds.bar.line)
        self.checking.confirmed.connect(self.doing.do_primary)
        self.checking.answered.connect(self.typing_ended)
        self._patience.timeout.connect(self._show_actions)
        self._settling.timeout.connect(self._show_actions)
        self._tick.timeout.connect(self.header.tick)
        self._tick.timeout.connect(self.supervision.tick)
        self._tick.start()

    # What others ask for

    @property
    def incident(self) -> Incident | None:
        """The incident shown, as last known."""
        return self._incident

    @property
    def case(self) -> Case | None:
        """All that is known of the incident shown, once it is read."""
        return self._case

    def show_incident(self, incident_id: int) -> None:
        """Show another incident; its case is read off the GUI thread."""
        if self._incident is None or self._incident.id != incident_id:
            self.candidates.reset()
            self.texts.leave()
            self._settling.stop()
            self._case = None
            self._incident = self._hub.picture.incidents.get(incident_id)
            self._scroll.verticalScrollBar().setValue(0)
        self.reader.want(incident_id)
        self._show()

    def take_up(self, draft: TextDraft) -> None:
        """Go on with a half-typed text: its incident is shown, and the keyboard is in it."""
        self.drafts.take_up(draft)
        self._to_take_up = draft
        self.show_incident(draft.incident)

    def _go_on(self, draft: TextDraft) -> None:
        if draft.deed is Deed.VERIFY and not self.verification.isHidden():
            self.verification.take_up()
        elif draft.deed is self.checking.deed:
            self.checking.take_up()
        elif not self.major.go_on(draft):
            self.doing.go_on(draft)

    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        self._captions["contact"].setText(self.tr("Reporter"))
        self._captions["verify"].setText(self.tr("Verification"))
        self._captions["who"].setText(self.tr("Recommended members"))
        self._captions["timeline"].setText(self.tr("Timeline"))
        self._scroll.setAccessibleName(self.tr("The incident in full"))
        self._empty.setText(self.tr("Select an incident in the queue or on the map."))
        self._proposal.say_again()
        self._show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # What comes back

    def _changed(self, change: Change) -> None:
        own = any(self._in_flight.knows(event.command_id) for event in change.events)
        before = self._incident, self._meaning
        self._take_in(change)
        same = before[0] is not None and self._incident is not None
        if same and not own and before[1] != self._meaning:
            self._settling.start()
            self._show_actions()

    def _take_in(self, change: Change) -> None:
        self._in_flight.take_in(change)
        incident = self._incident
        if incident is None:
            return
        picture = self._hub.picture
        of = {
            incident.id,
            *(part.id for part in (self._case.parts if self._case else ())),
            *(one.id for one in picture.parts_of(incident.id)),
        }
        touched = any(
            (event.subject.kind == "incident" and event.subject.id in of)
            or event.payload.get("major") == incident.id
            for event in change.events
        )
        if touched:
            self._incident = self._hub.picture.incidents.get(incident.id, incident)
            self.reader.soon()
        held, self._held = self._held, self._hub.picture.reservations.changes
        if touched or change.members or change.catalogue or held != self._held:
            self._show()

    def _reloaded(self) -> None:
        self._in_flight.saw_all()
        if self._incident is not None:
            self.show_incident(self._incident.id)

    def _take_case(self, case: Case) -> None:
        self._case = case
        if self._incident is None or case.incident.version >= self._incident.version:
            self._incident = case.incident
        self._show()
        draft, self._to_take_up = self._to_take_up, None
        if draft is not None and draft.incident == case.incident.id:
            self._go_on(draft)

    def _started(self, command: UUID, order: Order) -> None:
        incident_id = getattr(order, "incident", None)
        if incident_id is not None:
            self._in_flight.start(command, incident_id)
            self._patience.start()

    def _done(self, command: UUID, order: Order, event: Event) -> None:
        self._in_flight.done(command, event.seq, self._hub.picture.seq)
        self.texts.done(event)
        self._show_actions()

    def _failed(self, command: UUID, order: Order, error: ConsoleError) -> None:
        incident_id = self._in_flight.failed(command)
        if incident_id is None:
            return
        self.texts.failed(order, error)
        if self._incident is not None and self._incident.id == incident_id:
            self.reader.again()
        self._show_actions()

    # How it is shown

    @property
    def _busy(self) -> bool:
        return self._incident is not None and self._in_flight.holds(self._incident.id)

    def _show(self) -> None:
        with laid_out_once(self._laid_out):
            self._show_all()

    @property
    def _laid_out(self) -> list[QWidget]:
        """The parts whose places depend on what is shown."""
        parts = self.candidates, self.same, self.people, self.timeline, self.verification
        inner = self._scroll.widget()
        return [self, self.deeds, *parts, *([inner] if inner else [])]

    def _show_all(self) -> None:
        incident = self._incident
        self._empty.setVisible(incident is None)
        self._scroll.setVisible(incident is not None)
        self.deeds.setVisible(incident is not None)
        if incident is None:
            return
        case = self._case
        picture = self._hub.picture
        self.header.show_incident(incident, step_times(case))
        self.texts.show_case(case)
        self.supervision.show_incident(incident)
        self.description.setText(case.description[:DESCRIPTION_SHOWN] if case else "")
        self.description.setVisible(bool(case and case.description))
        self.language.show_incident(incident)
        typed = self.verification.note.hasFocus() and incident.state is not State.REPORTED
        self.verification.show_incident(incident)
        self._captions["verify"].setVisible(incident.state is State.REPORTED)
        if typed:
            self.typing_ended.emit()
        self.checking.show_case(incident, case)
        self.doing.ranked = self._proposal.show_for(incident)
        self._captions["who"].setVisible(not self.candidates.isHidden())
        self.candidates_shown.emit(self.doing.ranked)
        self.people.show_of(incident, case)
        self.same.show_of(incident, case)
        self._show_led()
        self.place.show_of(incident)
        # Until it is read nothing is shown: not what was read of the incident before.
        self.timeline.show_events(case.all_events if case else (), picture.zone, incident.id)
        self.contact.show_case(case)
        self.deliveries.show_case(case)
        self.photo_part.show_attachments(all_photos(case) if case else ())
        self._show_actions()

    def _show_led(self) -> None:
        if self._incident is not None:
            self.major.show_of(self._incident, self._case, many=self.same.many)

    def _lead(self, deed: Deed) -> None:
        if deed in (Deed.DECLARE_MAJOR, Deed.STAND_DOWN):
            self.major.declare_or_stand_down()
        else:
            self.major.join_or_leave()

    def leave_bar(self) -> bool:
        """Put the line away that something is typed into, or a camera; False if there is none."""
        if self.deeds.bar.isVisible():
            self.deeds.bar.cancelled.emit()
        elif self.major.is_asking:
            self.major.leave_bar()
        elif self.verification.is_open:
            self.verification.close_camera()
        else:
            return False
        return True

    def _show_actions(self) -> None:
        incident = self._incident
        if incident is None:
            return
        offer = offer_for(incident.state)
        ranked = self.doing.ranked
        chosen = ranked[self.candidates.choice].member if ranked else None
        text, enabled = primary_words(incident, self._hub.picture.members, chosen)
        self._meaning = text
        enabled = enabled and not self._settling.isActive()
        busy = self._busy and not self._patience.isActive()
        self.deeds.show_offer(offer, text, enabled=enabled, busy=busy)
