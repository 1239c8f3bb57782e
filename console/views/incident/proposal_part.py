"""Who is recommended for the incident shown: asked of the Picture, shown in the list."""

from collections.abc import Callable
from datetime import date, datetime

from console.domain.incident import TO_DISPATCH, Incident, State
from console.domain.ranking import Candidate
from console.live.picture import Picture
from console.views.incident.candidates import Candidates


class ProposalPart:
    """Fills the list while somebody can be sent, or will be; else it is away."""

    def __init__(
        self, picture: Picture, candidates: Candidates, clock: Callable[[], datetime]
    ) -> None:
        self._picture, self._candidates, self._clock = picture, candidates, clock
        self._shown: tuple[object, tuple[Candidate, ...]] = (None, ())

    @property
    def today(self) -> date:
        """The day in the center's zone."""
        return self._picture.day_of(self._clock())

    def show_for(self, incident: Incident) -> tuple[Candidate, ...]:
        """Show who is recommended; returns them, the best one first."""
        wanted = incident.state in TO_DISPATCH or incident.state is State.REPORTED
        self._candidates.setVisible(wanted)
        if not wanted:
            self._candidates.reset()
            self.say_again()
            return ()
        picture, today = self._picture, self.today
        # When the case is read, the incident is shown again; mostly nobody has moved meanwhile.
        known = incident, picture.seq, picture.reservations.changes, today
        if known == self._shown[0]:
            return self._shown[1]
        proposal = picture.propose(incident.id, today)
        self._candidates.show_proposal(
            proposal,
            picture.skills,
            picture.members,
            picture.running,
            today,
            lambda base, skill: picture.move_up(base, skill, today),
            self._until,
        )
        category = picture.categories.get(incident.category)
        self._candidates.show_next_best(
            None if proposal.candidates else picture.offers(incident.id, today),
            None if category is None else picture.skills.get(category.skill),
            may_send=incident.state in TO_DISPATCH,
        )
        self._shown = known, proposal.candidates
        return proposal.candidates

    def say_again(self) -> None:
        """Fill the list anew when it is shown next, even if nothing has changed."""
        self._shown = None, ()

    def _until(self, incident: Incident, member: int) -> str | None:
        at = self._picture.free_at(incident, member)
        return None if at is None else f"{at.astimezone(self._picture.zone):%H:%M}"
