"""What the two lines of a return ask for: the reason with its evidence, then who sends it back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from console.domain.change import Case
from console.domain.incident import Incident
from console.domain.lifecycle import Deed
from console.domain.text import one_line
from console.live.picture import Picture

if TYPE_CHECKING:
    from console.domain.people import Member

NAMED = 3
"""So many departments are named above the line; all of them are offered while one is typed."""


class Returning(QObject):
    """Knows the case shown, who is about to return it, and which departments may."""

    def __init__(self, picture: Picture, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._case: Case | None = None
        self._member: Member | None = None

    def show_case(self, case: Case | None) -> None:
        """Take in what is known of the incident shown."""
        self._case = case

    def begin(self, incident: Incident, member: int | None) -> None:
        """A return is asked for: of one member's assignment, or of who leads."""
        whose = incident.assignee if member is None else member
        self._member = None if whose is None else self._picture.members.get(whose)

    @property
    def whose(self) -> str:
        """Who sends it back unless somebody else is named."""
        return "" if self._member is None else one_line(self._member.name)

    def department(self, text: str) -> str:
        """The department that was typed; nothing if it is the member."""
        return "" if text == self.whose else text

    def departments(self) -> list[str]:
        """Who has sent this incident back before, the last first; then all that are known."""
        timeline = () if self._case is None else self._case.timeline
        before = [
            one_line(str(event.payload["department"]))
            for event in reversed(timeline)
            if event.kind is Deed.RETURN and event.payload.get("department")
        ]
        known = {one_line(member.organisation) for member in self._picture.members.values()}
        return list(dict.fromkeys([*before, *sorted(known - {""})]))

    def reason_caption(self) -> str:
        """Asks for the reason, and tells the evidence that is there."""
        reason = self.tr("Why {name} sends it back").format(name=self.whose)
        photos = self.tr("photos as evidence: {count}").format(count=self._evidence())
        return self.tr("{reason} · {photos} (Esc, then A attaches another one)").format(
            reason=reason, photos=photos
        )

    def sender_caption(self) -> str:
        """Asks who sends it back."""
        some = "、".join(self.departments()[:NAMED])
        if not some:
            return self.tr("Who sends it back: the member, or a department")
        return self.tr("Who sends it back: the member, or a department such as {names}").format(
            names=some
        )

    def _evidence(self) -> int:
        """How many photos were attached since the member was dispatched."""
        if self._case is None or self._member is None:
            return 0
        since = next(
            (
                one.dispatched_at
                for one in reversed(self._case.assignments)
                if one.member == self._member.id and one.ended_at is None
            ),
            None,
        )
        photos = self._case.attachments
        return 0 if since is None else sum(photo.added_at >= since for photo in photos)
