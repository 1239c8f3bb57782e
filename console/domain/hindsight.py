"""What other weights would have proposed for dispatches of the past."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
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


@dataclass(frozen=True, slots=True)
class Redirected:
    """A dispatch that other weights would have given to somebody else.

    ``sent`` is who went, None if they are a member no more; ``now`` and ``then`` are who is
    proposed by the weights that hold and by the others, None for nobody.
    """

    incident: Incident
    sent: Member | None
    now: Member | None
    then: Member | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What other weights would have changed among so many dispatches, the oldest first."""

    dispatches: int
    redirected: tuple[Redirected, ...]


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
    both = compared(pasts, members, stints, tree, zone, (weights,))
    return [found for (found,) in both]


def compared(
    pasts: Sequence[Past],
    members: Sequence[Member],
    stints: Iterable[Stint],
    tree: GridTree,
    zone: ZoneInfo,
    rules: Sequence[Weights],
) -> list[tuple[Member | None, ...]]:
    """Who would have been proposed first for each dispatch by each of several weights.

    What is supposed is told in ``proposed_then``.
    """
    of_member: dict[int, list[Stint]] = {}
    for stint in stints:
        of_member.setdefault(stint.member, []).append(stint)
    found = []
    for past in pasts:
        then = [_as_of(member, past.at, of_member.get(member.id, ())) for member in members]
        crew = Crew(tree, then)
        day = past.at.astimezone(zone).date()
        found.append(tuple(_first(past, crew, day, rule) for rule in rules))
    return found


def _first(past: Past, crew: Crew, day: date, rule: Weights) -> Member | None:
    best = propose(past.incident, past.skill, crew, day, rule, most=1).candidates
    return best[0].member if best else None


def _as_of(member: Member, at: datetime, stints: Sequence[Stint]) -> Member:
    own = [stint for stint in stints if stint.begin < at]
    return replace(
        member,
        duty=Duty.ON_DUTY,
        place=None,
        load=sum(stint.end is None or stint.end > at for stint in own),
        week=sum(stint.begin > at - WEEK and not stint.undone for stint in own),
    )
