"""What was reported near here before: a duplicate, the same again, or many people at once.

All bounds are modelled: no source names them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from console.domain.clusters import Cluster, clusters
from console.domain.duplicates import (
    LIKELY,
    SHOWN,
    Match,
    Telling,
    most_alike,
    resemblance,
)
from console.domain.incident import ENDED, State
from console.domain.known import Known
from console.domain.place import distance_m

HISTORY = timedelta(days=90)
"""So far back is looked."""

MONTH = timedelta(days=30)
"""So far back it is counted how often something has happened."""

SAME_PLACE_M = 50.0
"""Two matters so near each other are at one place: a building and its yard."""

AT_ONCE = timedelta(minutes=20)
MANY = 3
"""So many people within that time make it a matter of many."""


class Pattern(StrEnum):
    """What the reports before one make of it."""

    NOTHING = "nothing"
    DUPLICATE = "duplicate"
    """Somebody has told of it, and it is still open."""
    RECURRENCE = "recurrence"
    """It has happened here before, and was dealt with."""
    MANY_AT_ONCE = "many_at_once"
    """Many people tell of one matter at the same time."""


@dataclass(frozen=True, slots=True)
class Likely:
    """An open incident that is likely the same matter; ``later`` if it was reported afterwards."""

    match: Match
    version: int
    title: str
    state: State
    same_person: bool
    later: bool


@dataclass(frozen=True, slots=True)
class Sameness:
    """What is known of a matter's likes.

    ``times`` counts the matters of this kind at this place within a month, this one among them;
    ``by_same_person`` those of them that whoever reports this one has reported, this one among
    them; ``people`` those who told of this matter within minutes; ``person_times`` all that the
    same person has reported within three months, this one among them.
    """

    pattern: Pattern = Pattern.NOTHING
    likely: tuple[Likely, ...] = ()
    times: int = 1
    by_same_person: int = 1
    people: int = 1
    person_times: int = 1
    last: int | None = None
    """The latest of the matters before, where it has happened before."""
    clusters: tuple[Cluster, ...] = ()
    """Earlier matters of the same person, place or theme, over months."""


def sameness(
    telling: Telling, person: str, all_known: Sequence[Known], own: int | None = None
) -> Sameness:
    """What the reports that are known make of another one.

    Args:
        telling: What it says.
        person: Who makes it; empty if nobody knows.
        all_known: The reports to compare it with.
        own: The incident that it is part of, or is itself, if it is stored: what belongs to that
            is no duplicate any more, but still tells how many people there are.
    """
    known = [one for one in all_known if one.root != own]
    likely = _likely(telling, person, known)
    same = {one.match.number for one in likely}
    here = [one for one in known if _same_again(telling, one)]
    matters = {one.root for one in here} - same
    theirs = {one.root for one in here if person and one.person == person}
    people = _people_at_once(telling, person, all_known, own)
    pattern = Pattern.NOTHING
    if people >= MANY:
        pattern = Pattern.MANY_AT_ONCE
    elif likely:
        pattern = Pattern.DUPLICATE
    elif matters:
        pattern = Pattern.RECURRENCE
    person_roots = {
        one.root
        for one in known
        if person and one.person == person and telling.at - one.telling.at <= HISTORY
    }
    return Sameness(
        pattern,
        likely,
        times=1 + len(matters),
        by_same_person=1 + len(theirs - same),
        people=people,
        person_times=1 + len(person_roots - same),
        last=max(matters, default=None),
        clusters=clusters(telling, person, all_known, own),
    )


def _likely(telling: Telling, person: str, known: Sequence[Known]) -> tuple[Likely, ...]:
    """The open incidents that are likely the same; a part of one speaks for the whole."""
    by_number = {one.number: one for one in known}
    matches = most_alike(telling, ((one.number, one.telling) for one in known), most=len(known))
    found: dict[int, Likely] = {}
    for match in matches:
        one = by_number[match.number]
        root = by_number.get(one.root)
        if root is None or root.state in ENDED or root.number in found:
            continue
        whole = Match(root.number, match.score, match.metres, match.apart)
        found[root.number] = Likely(
            whole,
            root.version,
            root.title,
            root.state,
            same_person=bool(person) and one.person == person,
            later=one.telling.at > telling.at,
        )
    return tuple(found.values())[:SHOWN]


def _same_again(telling: Telling, one: Known) -> bool:
    """Whether a report of the last month was of this kind and at this place."""
    before = telling.at - one.telling.at
    if not timedelta(0) <= before <= MONTH or one.state is State.REJECTED:
        return False
    if one.telling.category != telling.category:
        return False
    if telling.place is None or one.telling.place is None:
        return bool(telling.address) and telling.address == one.telling.address
    return distance_m(telling.place, one.telling.place) <= SAME_PLACE_M


def _people_at_once(telling: Telling, person: str, known: Sequence[Known], own: int | None) -> int:
    """How many people told of this matter within minutes, at least.

    Who gave no number may be anybody: together they count as one.
    """
    people = {person}
    for one in known:
        at_once = abs(telling.at - one.telling.at) <= AT_ONCE
        if at_once and (one.root == own or resemblance(telling, one.telling) >= LIKELY):
            people.add(one.person)
    return len(people)
