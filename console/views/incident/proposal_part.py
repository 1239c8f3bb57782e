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
            return ()
        picture, today = self._picture, self.today
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
        return proposal.candidates

    def _until(self, incident: Incident, member: int) -> str | None:
        at = self._picture.free_at(incident, member)
        return None if at is None else f"{at.astimezone(self._picture.zone):%H:%M}"
