"""Deeds that need a line of text first: it is asked for, kept until the deed is done, and sent."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from console.domain.change import Case
from console.domain.checking import EndReason, split_reason
from console.domain.drafts import TextDraft
from console.domain.errors import ConsoleError, Refusal
from console.domain.events import Event, Subject
from console.domain.extending import read_extension
from console.domain.incident import Incident
from console.domain.ladder import Supervision
from console.domain.lifecycle import Deed
from console.domain.orders import (
    NEEDS_CONSENT,
    AcknowledgeCard,
    Comment,
    Dispatch,
    Extend,
    Look,
    MemberStep,
    Merge,
    Order,
    Step,
    Verify,
)
from console.domain.people import Member
from console.live.desk import Desk
from console.live.picture import Picture
from console.views.incident.actions import Actions
from console.views.incident.contact import Contact
from console.views.incident.drafts import Drafts
from console.views.incident.mention_completion import MentionCompletion
from console.views.incident.returning import Returning
from console.views.incident.words import read_number
from console.widgets.ending_words import end_reason_label


class TextDeeds(QObject):
    """Asks for reasons, notes and numbers in the line above the large button.

    What the operator types is kept for each incident and deed until the deed is done: a refusal or
    a lost database costs no word.
    """

    wrong_number = Signal(str)
    typing_ended = Signal()

    def __init__(
        self,
        actions: Actions,
        contact: Contact,
        desk: Desk,
        picture: Picture,
        current: Callable[[], Incident | None],
        drafts: Drafts,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions, self._contact, self._desk = actions, contact, desk
        self._current = current
        self.returning = Returning(picture, self)
        self.mentions = MentionCompletion(picture, desk, actions.bar)
        self._drafts = drafts
        self.reasons: list[EndReason] = []
        """The reasons from the list that a report is rejected with."""
        self._asked_at: int | None = None
        self._to_send: Member | None = None
        self._card: Supervision | None = None
        self._about: int | None = None
        self._reason = ""
        self._begun = ""
        actions.text_cancelled.connect(self._put_away)
        actions.bar.line.textEdited.connect(self._keep)
        contact.reveal_requested.connect(self.ask_reveal)

    def show_case(self, case: Case | None) -> None:
        """Take in what is known of the incident shown: its photos are evidence of a return."""
        self.returning.show_case(case)
        reasons = () if case is None else case.reasons
        self.reasons = [one for one in reasons if one.deed is Deed.REJECT]
        bar = self._actions.bar
        if bar.isVisible() and bar.deed is Deed.RETURN:
            bar.retranslate()

    def leave(self) -> None:
        """Another incident is looked at from now on."""
        self._begin()
        self._actions.close_bar()

    def ask(self, incident: Incident, deed: Deed, begun: str = "") -> None:
        """Ask for the text that a deed needs; what others do meanwhile does not go unnoticed.

        ``begun`` is what it is likely to be; it stands in place of nothing that was typed.
        """
        if begun and self._drafts.text(incident.id, deed) in ("", self._begun):
            self._begun = begun
            self._drafts.keep(incident.id, deed, begun)
        self._begin(incident)
        caption = self._extension_caption if deed is Deed.EXTEND else None
        if deed is Deed.RETURN:
            self.returning.begin(incident, None)
            caption = self.returning.reason_caption
        self._actions.ask(deed, self._drafts.text(incident.id, deed), caption)
        if deed is Deed.COMMENT:
            self.mentions.prepare()
        if deed is Deed.MERGE:
            # Enter takes the likely number; another one that is typed stands in its place.
            self._actions.bar.line.selectAll()
        if deed is Deed.REJECT:
            self._actions.bar.offer([end_reason_label(one) for one in self.reasons])

    def ask_about(self, incident: Incident, deed: Deed, member: int) -> None:
        """Ask for the reason to end one member's assignment: RETURN or WITHDRAW."""
        self._begin(incident, member)
        self.returning.begin(incident, member)
        returned = deed is Deed.RETURN
        caption = self.returning.reason_caption if returned else self._withdraw_caption
        self._actions.ask(deed, self._drafts.text(incident.id, deed, member), caption)

    def ask_leader(self, incident: Incident, member: Member) -> None:
        """Ask for the shift leader's decision to send a member after so many returns."""
        self._begin(incident)
        self._to_send = member
        draft = self._drafts.text(incident.id, Deed.DISPATCH)
        self._actions.ask(Deed.DISPATCH, draft, self._leader_caption)

    def ask_owner(self, card: Supervision) -> None:
        """Ask how the owner of a card, who does not sit here, has acknowledged it."""
        self._begin()
        self._card = card
        deed = Deed.ACKNOWLEDGE_CARD
        self._actions.ask(deed, self._drafts.text(card.incident, deed), self._owner_caption)

    def ask_reveal(self) -> None:
        """Ask why the reporter's contact is needed."""
        incident = self._current()
        if incident is not None:
            self._begin()
            draft = self._drafts.text(incident.id, Deed.LOOK)
            self._actions.ask(Deed.LOOK, draft, self._reveal_caption)

    def as_note(self, incident: Incident, draft: TextDraft) -> None:
        """Offer a text, whose deed is possible no more, as a note."""
        text = self._drafts.text(draft.incident, draft.deed, draft.member)
        self._drafts.drop(draft.incident, draft.deed, draft.member)
        begun = self._drafts.text(incident.id, Deed.COMMENT)
        self._drafts.keep(incident.id, Deed.COMMENT, f"{begun} {text}".strip())
        self.ask(incident, Deed.COMMENT)

    def send(self, incident: Incident, deed: Deed, text: str) -> None:
        """Do the deed with the text that was given."""
        seen = incident.version if self._asked_at is None else self._asked_at
        if deed in NEEDS_CONSENT:
            self._send_with_consent(incident, deed, text, seen)
        elif deed is Deed.ACKNOWLEDGE_CARD:
            self._acknowledge(incident, text)
        elif deed is Deed.RETURN:
            self._send_back(incident, text, seen)
        elif deed is Deed.MERGE:
            self._merge(incident, text, seen)
        elif deed is Deed.DISPATCH:
            if self._to_send is not None:
                self._desk.do(Dispatch(incident.id, self._to_send.id, seen, text))
        else:
            self._send_at_once(incident, deed, text, seen)

    def _send_at_once(self, incident: Incident, deed: Deed, text: str, seen: int) -> None:
        if deed is Deed.COMMENT:
            self._desk.do(Comment(incident.id, text, self.mentions.find(text)))
        elif deed is Deed.LOOK:
            self._desk.do(Look(Subject("incident", incident.id), text))
        else:
            self._step(incident, deed, text, seen)

    def done(self, event: Event) -> None:
        """A deed was done: its text is needed no more."""
        if event.subject.kind != "incident":
            return
        incident_id = event.subject.id
        incident = self._current()
        shown = incident is not None and incident.id == incident_id
        if shown and event.kind is Deed.LOOK:
            self._contact.reveal()
        self._drafts.drop(incident_id, event.kind)
        member = event.payload.get("member")
        if isinstance(member, int):
            self._drafts.drop(incident_id, event.kind, member)
        bar = self._actions.bar
        if shown and bar.isVisible() and bar.deed is event.kind:
            self._put_away()

    def failed(self, order: Order, error: ConsoleError) -> None:
        """A deed was refused, or failed."""
        if not isinstance(error, Refusal):
            return
        if isinstance(order, Verify):
            # The line for what was seen goes with the report; as a note it can still be told.
            self._drafts.offer(order.incident, Deed.COMMENT, order.note)
        incident = self._current()
        if incident is not None and incident.id == getattr(order, "incident", None):
            # Whoever has been told what was done meanwhile may insist.
            self._asked_at = None

    def _acknowledge(self, incident: Incident, text: str) -> None:
        if self._card is not None and self._card.incident == incident.id:
            self._desk.do(AcknowledgeCard(incident.id, self._card.id, text))

    def _send_with_consent(self, incident: Incident, deed: Deed, text: str, seen: int) -> None:
        """First the reason is given, then the name of the shift leader who consents."""
        if not self._reason:
            if deed is Deed.EXTEND and read_extension(text) is None:
                self._actions.ask(deed, text, self._wrong_extension_caption)
                return
            self._reason = text
            self._actions.ask(deed, "", self._consent_caption)
            return
        extension = read_extension(self._reason)
        if deed is Deed.EXTEND and extension is not None:
            by, why = extension
            self._desk.do(Extend(incident.id, by, why, text, seen))
        elif deed is not Deed.EXTEND:
            self._desk.do(Step(deed, incident.id, seen, self._reason, text))

    def _send_back(self, incident: Incident, text: str, seen: int) -> None:
        """First the reason is given, then who sends it back."""
        if not self._reason:
            self._reason = text
            self._actions.ask(Deed.RETURN, self.returning.whose, self.returning.sender_caption)
            self._actions.bar.suggest(self.returning.departments())
            return
        by = self.returning.department(text)
        self._step(incident, Deed.RETURN, self._reason, seen, by)

    def _step(self, incident: Incident, deed: Deed, reason: str, seen: int, by: str = "") -> None:
        if deed is Deed.REJECT:
            code, note = split_reason(reason, self.reasons)
            self._desk.do(Step(deed, incident.id, seen, note, reason=code))
        elif self._about is None:
            self._desk.do(Step(deed, incident.id, seen, reason, by=by))
        else:
            self._desk.do(MemberStep(deed, incident.id, self._about, reason, by))

    def _begin(self, incident: Incident | None = None, about: int | None = None) -> None:
        """Nothing is given yet; the first line is asked for, of an incident or of one member."""
        self._reason, self._about = "", about
        if incident is not None:
            self._asked_at = incident.version

    def _merge(self, incident: Incident, text: str, seen: int) -> None:
        number = read_number(text)
        if number is None:
            self.wrong_number.emit(text)
        else:
            self._desk.do(Merge(incident.id, number, seen))

    def _reveal_caption(self) -> str:
        return self.tr("Why the contact is needed")

    def _withdraw_caption(self) -> str:
        return self.tr("Why {name} is called back").format(name=self.returning.whose)

    def _leader_caption(self) -> str:
        name = self._to_send.name if self._to_send else ""
        return self.tr("To send {name}: the shift leader's decision and name").format(name=name)

    def _extension_caption(self) -> str:
        return self.tr("How much longer and why, such as: 2h the crane is late")

    def _wrong_extension_caption(self) -> str:
        return self.tr("Begin with how much longer, such as 30m or 2h, then say why")

    def _consent_caption(self) -> str:
        return self.tr("The shift leader who consents")

    def _owner_caption(self) -> str:
        owner = self._card.owner if self._card else ""
        return self.tr("How {owner} has acknowledged it, and when").format(owner=owner)

    def _put_away(self) -> None:
        had_keyboard = self._actions.bar.has_keyboard
        self.leave()
        if had_keyboard:
            self.typing_ended.emit()

    def _keep(self, text: str) -> None:
        incident = self._current()
        if incident is not None and not self._reason:
            self._drafts.keep(incident.id, self._actions.bar.deed, text, self._about)
