"""Premises: when two addresses name the same door, and what has happened there before.

All bounds are modelled: no source names them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from unicodedata import normalize

from console.domain.incident import State
from console.domain.place import LonLat, distance_m

NEAR_M = 30.0
"""What is so near is at the place itself: a shop and the pavement before it."""

MONTH = timedelta(days=30)
YEAR = timedelta(days=365)
"""So far back it is counted, and listed."""

SHOWN = 20
"""So many of the incidents before are listed, the latest."""

KEY_LIMIT = 64

_NUMBER = re.compile(
    r"[0-9]|[〇零一二三四五六七八九十百]+(?:号|栋|幢|座|楼|层|室|单元|铺|弄|巷|队|组)"
)


@dataclass(frozen=True, slots=True)
class Before:
    """An incident that was reported at a place before; ``metres`` is None without both places."""

    number: int
    title: str
    category: str
    state: State
    at: datetime
    metres: float | None
    same_address: bool


@dataclass(frozen=True, slots=True)
class PlaceHistory:
    """What was reported at a place within a year before an incident, whatever it was.

    ``month`` and ``year`` count the incidents before, without this one. ``more`` says that there
    are so many that not all were counted.
    """

    month: int = 0
    year: int = 0
    before: tuple[Before, ...] = ()
    more: bool = False


def premises_key(address: str) -> str:
    """What two spellings of one address have in common; empty for one that names no door.

    A street alone is no place: whoever has no number of a house, a shop or a room has no key.
    """
    folded = normalize("NFKC", address).casefold()
    if _NUMBER.search(folded) is None:
        return ""
    return "".join(c for c in folded if c.isalnum())[:KEY_LIMIT]


def history(
    at: datetime,
    place: LonLat | None,
    key: str,
    others: Iterable[tuple[Before, LonLat | None, str]],
) -> PlaceHistory:
    """What was at a place before.

    Args:
        at: When the incident was reported.
        place: Where it is; None where that is not known.
        key: That of its address.
        others: Incidents that may have been there, each with its place and its address's key.
    """
    found: dict[int, Before] = {}
    for one, other_place, other_key in others:
        metres = None if place is None or other_place is None else distance_m(place, other_place)
        same = bool(key) and key == other_key
        near = metres is not None and metres <= NEAR_M
        if (near or same) and timedelta(0) <= at - one.at <= YEAR:
            found[one.number] = Before(
                one.number, one.title, one.category, one.state, one.at, metres, same
            )
    before = sorted(found.values(), key=lambda one: (one.at, one.number), reverse=True)
    month = sum(at - one.at <= MONTH for one in before)
    return PlaceHistory(month, len(before), tuple(before[:SHOWN]))
