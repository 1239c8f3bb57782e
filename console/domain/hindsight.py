"""What other weights would have proposed for dispatches of the past."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from console.domain.crew import Crew
from console.domain.grid import GridTree
from console.domain.incident import Incident
from console.domain.people import WEEK, Duty, Member
from console.domain.ranking import propose
from console.domain.weights import Weights


@dataclass(frozen=True, slots=True)
class Stint:
    """An assignment's time: whom it bound, from when, until when, whether it came to nothing."""

    member: int
    begin: datetime
    end: datetime | None
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Past:
    """A dispatch of the past: to what, with which skill, when, and who was sent."""

    incident: Incident
    skill: str
    at: datetime
    sent: int


def proposed_then(
    pasts: Sequence[Past],
    members: Sequence[Member],
    stints: Iterable[Stint],
    tree: GridTree,
    zone: ZoneInfo,
    weights: Weights,
) -> list[Member | None]:
    """Who would have been proposed first for each dispatch, None if nobody.

    What is not on record is supposed: everybody was on duty, and in the middle of their own grid.
    So two weights can be compared with each other; who was really sent knew more.
    """
    known = list(stints)
    found = []
    for past in pasts:
        crew = Crew(tree, [_as_of(member, past.at, known) for member in members])
        day = past.at.astimezone(zone).date()
        best = propose(past.incident, past.skill, crew, day, weights, most=1).candidates
        found.append(best[0].member if best else None)
    return found


def _as_of(member: Member, at: datetime, stints: Sequence[Stint]) -> Member:
    own = [stint for stint in stints if stint.member == member.id and stint.begin < at]
    return replace(
        member,
        duty=Duty.ON_DUTY,
        place=None,
        load=sum(stint.end is None or stint.end > at for stint in own),
        week=sum(stint.begin > at - WEEK and not stint.undone for stint in own),
    )
