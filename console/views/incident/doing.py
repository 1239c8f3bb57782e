"""What the panel does: what a key, a button or a line of text asks for becomes an order."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from console.domain.change import Case
from console.domain.checking import CHECKS
from console.domain.drafts import TextDraft
from console.domain.incident import RUNNING, TO_DISPATCH, Incident
from console.domain.lifecycle import Deed
from console.domain.orders import Dispatch, Reserve, Separate, Step, Verify
from console.domain.people import Member
from console.live.desk import Desk
from console.live.picture import Picture
from console.views.incident.cameras import Verification
from console.views.incident.candidates import Candidates
from console.views.incident.check_part import CheckPart
from console.views.incident.deeds import asks_for_text, offer_for
from console.views.incident.text_deeds import TextDeeds

MAJOR = frozenset({Deed.DECLARE_MAJOR, Deed.STAND_DOWN, Deed.JOIN_MAJOR, Deed.LEAVE_MAJOR})
"""The deeds on major incidents, which have a part of the panel to themselves."""

if TYPE_CHECKING:
    from console.domain.ranking import Candidate


class Doing(QObject):
    """Orders deeds on the incident that is shown, while none of it is in flight."""

    def __init__(
        self,
        picture: Picture,
        desk: Desk,
        texts: TextDeeds,
        verification: Verification,
        candidates: Candidates,
        checking: CheckPart,
        idle: Callable[[], Incident | None],
        case: Callable[[], Case | None],
        settled: Callable[[], bool],
        today: Callable[[], date],
        over: QWidget,
    ) -> None:
        """Stand beside the panel.

        Args:
            picture: Knows the members.
            desk: Does what is ordered.
            texts: Asks for the text that a deed needs.
            verification: Holds what was seen, and through which camera.
            candidates: Tell which candidate is chosen.
            checking: Holds what whoever checks has found.
            idle: The incident that is shown, or None while a deed on it is in flight.
            case: All that is known of it, once it is read.
            settled: Whether the large button means what it meant a moment ago.
            today: The day in the center's zone.
            over: The widget over which windows open.
        """
        super().__init__(over)
        self._picture, self._desk, self._texts = picture, desk, texts
        self._verification, self._candidates = verification, candidates
        self._checking = checking
        self._idle, self._settled, self._today, self._over = idle, settled, today, over
        self._case = case
        self.several: Callable[[Deed | None], bool] = _only_one
        """Takes a deed, or None for the large button's, if several incidents are selected."""
        self.lead: Callable[[Deed], None] = _nothing_led
        """Does what is asked about major incidents."""
        self.choose_photos: Callable[[], object] = _nothing
        """Asks which photos are to be attached."""
        self.ranked: tuple[Candidate, ...] = ()
        """The candidates that are shown, the best one first."""
        self.likely: Callable[[], str] = str
        """Tells the number of the incident that is likely the same; empty for none."""

    def request(self, deed: Deed) -> None:
        """Do a deed, or ask for the text that it needs first; what is not offered is not done."""
        incident = self._idle()
        if self.several(deed) or incident is None:
            return
        offer = offer_for(incident.state)
        if deed is offer.primary and not asks_for_text(deed):
            self.do_primary()
        elif deed is not offer.primary and deed not in offer.others:
            return
        elif deed is Deed.DISPATCH_TEAM:
            self.call_team()
        elif deed is Deed.ATTACH:
            self.choose_photos()
        elif deed is Deed.CORRECT:
            self._correct()
        elif asks_for_text(deed):
            self._texts.ask(incident, deed, self.likely() if deed is Deed.MERGE else "")
        else:
            self._desk.do(Step(deed, incident.id, incident.version))

    def merge_into(self, number: int) -> None:
        """Ask whether the incident is to be merged into another one: Enter confirms it."""
        incident = self._idle()
        if incident is not None and Deed.MERGE in offer_for(incident.state).others:
            self._texts.ask(incident, Deed.MERGE, f"{number:04d}")

    def do_primary(self) -> None:
        """Do what the large button says."""
        incident = self._idle()
        if self.several(None) or incident is None or not self._settled():
            return
        deed = offer_for(incident.state).primary
        if deed is Deed.VERIFY:
            seen = self._verification
            self._desk.do(Verify(incident.id, incident.version, seen.note.text(), seen.camera))
        elif deed is Deed.DISPATCH:
            self.send(self._candidates.choice)
        elif deed in CHECKS:
            order = self._checking.order()
            if order is not None:
                self._desk.do(order)
        elif deed is Deed.SEPARATE:
            self._desk.do(Separate(incident.id, incident.version))
        elif asks_for_text(deed):
            self._texts.ask(incident, deed)
        else:
            self._desk.do(Step(deed, incident.id, incident.version))

    def choose(self, number: int) -> None:
        """Choose by a digit: an answer of the check, or a candidate."""
        if self._checking.deed is not None:
            self._checking.choose(number)
        else:
            self._candidates.choose(number)

    def send(self, rank: int) -> None:
        """Send the candidate at a place of the list."""
        incident = self._idle()
        if incident is None or incident.state not in TO_DISPATCH:
            return
        if 0 <= rank < len(self.ranked):
            self._send_member(incident, self.ranked[rank].member)

    def send_next_best(self, member_id: int) -> None:
        """Send somebody who was offered because none of the own members may go."""
        incident, member = self._idle(), self._picture.members.get(member_id)
        if incident is None or member is None or not self._settled():
            return
        if incident.state in TO_DISPATCH:
            self._send_member(incident, member)

    def escalate(self, reason: str) -> None:
        """Ask for the words of an escalation, which are likely to be these."""
        incident = self._idle()
        if incident is not None:
            self._texts.ask(incident, Deed.ESCALATE, reason)

    def reserve(self) -> None:
        """Hold the chosen candidate for the incident; nobody is told."""
        incident = self._idle()
        if incident is not None and self.ranked:
            member = self.ranked[self._candidates.choice].member
            self._desk.do(Reserve(incident.id, member.id, seen=incident.version))

    def carry_out(self, deed: Deed, member_id: int | None) -> bool:
        """Do a deed that was chosen elsewhere for this incident, with a member if it takes one.

        Returns:
            False where nothing was done because another deed on it is in flight.
        """
        incident = self._idle()
        if incident is None:
            return False
        member = None if member_id is None else self._picture.members.get(member_id)
        if deed in MAJOR:
            self.lead(deed)
        elif deed is Deed.DISPATCH and member is not None:
            self._send_member(incident, member)
        elif deed is Deed.RESERVE and member is not None:
            self._desk.do(Reserve(incident.id, member.id, seen=incident.version))
        elif deed in offer_for(incident.state).all_deeds:
            self.request(deed)
        elif asks_for_text(deed):
            self._texts.ask(incident, deed)
        else:
            self._desk.do(Step(deed, incident.id, incident.version))
        return True

    def go_on(self, draft: TextDraft) -> None:
        """Ask again for a text that was half typed when a console ended.

        Where its deed is not offered any more it is offered as a note: no word is lost.
        """
        incident = self._idle()
        if incident is None:
            return
        offered = offer_for(incident.state).all_deeds
        if draft.member is not None and draft.deed in (Deed.RETURN, Deed.WITHDRAW):
            on_it = incident.standing_of(draft.member) is not None
            if on_it:
                self._texts.ask_about(incident, draft.deed, draft.member)
                return
        elif asks_for_text(draft.deed) and draft.deed in offered:
            self._texts.ask(incident, draft.deed)
            return
        elif draft.deed is Deed.LOOK:
            self._texts.ask_reveal()
            return
        self._texts.as_note(incident, draft)

    def call_team(self) -> None:
        """Open the window that sends a team, or one more member."""
        incident = self._idle()
        if incident is None or incident.state not in TO_DISPATCH | RUNNING:
            return
        from console.views.incident.team_dialog import open_team

        open_team(incident, self._picture, self._desk, self._today(), self._over)

    def end_for_reason(self, deed: Deed, member_id: int) -> None:
        """Ask why one member's part ends."""
        incident = self._idle()
        if incident is not None:
            self._texts.ask_about(incident, deed, member_id)

    def text_given(self, deed: Deed, text: str) -> None:
        """Do the deed that the text was asked for."""
        incident = self._idle()
        if incident is not None:
            self._texts.send(incident, deed, text)

    def _send_member(self, incident: Incident, member: Member) -> None:
        if incident.leader_decides:
            self._texts.ask_leader(incident, member)
            return
        self._desk.do(Dispatch(incident.id, member.id, incident.version))

    def _correct(self) -> None:
        case = self._case()
        if case is None:
            return
        from console.views.incident.correct_dialog import open_correction

        open_correction(case, self._picture, self._desk, self._over)


def _nothing_led(_deed: Deed) -> None:
    """Until somebody takes care of major incidents."""


def _only_one(_deed: Deed | None) -> bool:
    return False


def _nothing() -> None:
    pass
