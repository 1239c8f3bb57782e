"""The same again over months: earlier matters of the same person, place or theme.

All bounds are modelled: no source names them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from console.domain.duplicates import Telling, alike
from console.domain.incident import State
from console.domain.known import Known
from console.domain.place import distance_m

SPAN = timedelta(days=180)
"""So far back is looked."""

PLACE_M = 50.0
"""Two matters so near each other are at one place: a building and its yard."""

THEME = 0.45
"""From this share of common words on, two matters of one kind are of one theme."""

SHOWN = 3
"""So many of the latest are named."""


class Bond(StrEnum):
    """What earlier matters have in common with a report."""

    PERSON = "person"
    PLACE = "place"
    THEME = "theme"


LEAST = {Bond.PERSON: 1, Bond.PLACE: 1, Bond.THEME: 2}
"""From so many earlier matters on they are worth a line: themes come again by themselves."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier matter, as a line names it."""

    number: int
    title: str
    at: datetime
    state: State


@dataclass(frozen=True, slots=True)
class Cluster:
    """Earlier matters with one bond: how many there are, and the latest of them."""

    bond: Bond
    count: int
    latest: tuple[Earlier, ...]


def clusters(
    telling: Telling, person: str, known: Sequence[Known], own: int | None = None
) -> tuple[Cluster, ...]:
    """The earlier matters that a report repeats, by what binds them.

    Args:
        telling: What the report says.
        person: Who makes it; empty if nobody knows.
        known: The reports of the last months.
        own: The matter that the report is, or belongs to, if it is stored: it repeats others.
    """
    led = {one.number: one.led_by for one in known}
    mine = led.get(own) or own if own is not None else None
    before = [one for one in known if _counts(telling, one, mine)]
    bound = {
        Bond.PERSON: [one for one in before if person and one.person == person],
        Bond.PLACE: [one for one in before if _at_one_place(telling, one.telling)],
    }
    here = {_matter(one) for one in bound[Bond.PLACE]}
    elsewhere = (one for one in before if _matter(one) not in here)
    bound[Bond.THEME] = [one for one in elsewhere if _of_one_theme(telling, one.telling)]
    found = [_cluster(bond, some) for bond, some in bound.items()]
    return tuple(one for one in found if one.count >= LEAST[one.bond])


def _matter(one: Known) -> int:
    """What a report belongs to: what it was merged into, and the parts of a major one together."""
    return one.led_by or one.root


def _counts(telling: Telling, one: Known, own: int | None) -> bool:
    before = telling.at - one.telling.at
    return (
        timedelta(0) <= before <= SPAN and _matter(one) != own and one.state is not State.REJECTED
    )


def _at_one_place(telling: Telling, other: Telling) -> bool:
    if telling.place is not None and other.place is not None:
        return distance_m(telling.place, other.place) <= PLACE_M
    return bool(telling.address.strip()) and telling.address.split() == other.address.split()


def _of_one_theme(telling: Telling, other: Telling) -> bool:
    if not telling.category or telling.category != other.category:
        return False
    return (alike(telling.words, other.words) or 0.0) >= THEME


def _cluster(bond: Bond, some: Iterable[Known]) -> Cluster:
    """One for each matter: reports that were merged are told of as the whole."""
    matters: dict[int, Known] = {}
    for one in some:
        of = _matter(one)
        known = matters.get(of)
        if (
            known is None
            or one.number == of
            or (known.number != of and one.telling.at > known.telling.at)
        ):
            matters[of] = one
    latest = sorted(matters.items(), key=lambda pair: (pair[1].telling.at, pair[0]), reverse=True)
    named = tuple(
        Earlier(root, one.title, one.telling.at, one.state) for root, one in latest[:SHOWN]
    )
    return Cluster(bond, len(matters), named)
