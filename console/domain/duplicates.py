"""Whether two reports are about the same matter: near in place, time, kind and words.

After Fellegi and Sunter (1969): what is compared speaks for or against, each by the logarithm of
how much oftener it is found among reports of one matter than among others within 500 m; what is
not known says nothing. The sum and the share of such pairs among all give a probability. All
figures were counted on one half of a set with known duplicates and tried on the other one, see
``bench/duplicates.py``; those of kind and words are cut, because the set's words are modelled.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from math import exp
from typing import TypeAlias
from unicodedata import normalize

from console.domain.place import LonLat, distance_m

LIKELY = 0.55
"""From this probability on two reports are said to be likely the same."""

NEAR_M = 500.0
"""What is farther away is not compared, in metres."""

WITHIN = timedelta(days=3)
"""What came in longer before or after is not compared: it is a recurrence, if anything."""

SHOWN = 3
"""So many likely duplicates are shown."""

_DIGITS = re.compile(r"[0-9０-９]+")

Knots: TypeAlias = tuple[tuple[float, float], ...]
"""Points of a broken line; beyond its ends it is level."""

_BEFORE = -4.0
_METRES: Knots = (
    *((20, 3.2), (50, 2.8), (75, 1.7), (110, 0.0), (155, 0.0)),
    *((215, -1.2), (300, -2.5), (425, -5.0)),
)
_MINUTES: Knots = (
    *((1, 1.8), (3.5, 0.9), (10, 0.0), (22, -0.5), (120, -0.7), (720, -1.1), (4320, -1.6)),
)
_WORDS: Knots = ((0.0, -2.0), (0.1, 0.0), (0.25, 1.3), (0.6, 1.4), (0.75, 2.2), (1.0, 2.5))
_STREET: Knots = ((0.2, -2.0), (0.4, -1.0), (0.6, 0.8), (0.8, 1.5))
_STREET_ALONE: Knots = ((0.2, -3.0), (0.4, 0.0), (0.6, 3.5), (0.8, 5.0))
"""Where a place is not known, a street is what tells one end of the town from the other."""
_NUMBER: Knots = ((0, 3.0), (1, 0.4), (8, 0.4), (14, -2.0), (30, -3.5))
"""By how much house numbers differ."""
_NO_PLACE = -4.0
"""Where a place is not known the other report may be anywhere in town, not within 500 m."""

_SAME_KIND, _OTHER_KIND = 0.9, -1.5


@dataclass(frozen=True, slots=True)
class Telling:
    """What is compared of a report; what is empty says nothing.

    ``words`` are what is said to have happened, title and description.
    """

    category: str
    words: str
    address: str
    place: LonLat | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Match:
    """How much a report resembles one with a number; ``metres`` is None without both places."""

    number: int
    score: float
    metres: float | None
    apart: timedelta


def resemblance(one: Telling, other: Telling) -> float:
    """How likely two reports are about the same matter, from 0 to 1."""
    apart = abs(one.at - other.at)
    if apart > WITHIN:
        return 0.0
    metres = _metres(one, other)
    if metres is not None and metres > NEAR_M:
        return 0.0
    sum_ = _BEFORE + _along(_MINUTES, apart.total_seconds() / 60)
    sum_ += _NO_PLACE if metres is None else _along(_METRES, metres)
    if one.category and other.category:
        sum_ += _SAME_KIND if one.category == other.category else _OTHER_KIND
    words = alike(one.words, other.words)
    if words is not None:
        sum_ += _along(_WORDS, words)
    street = alike(_street(one.address), _street(other.address))
    if street is not None:
        sum_ += _along(_STREET_ALONE if metres is None else _STREET, street)
    houses, others = numbers_in(one.address), numbers_in(other.address)
    if houses and others:
        sum_ += _along(_NUMBER, min(abs(a - b) for a in houses for b in others))
    return 1 / (1 + exp(-sum_))


def most_alike(
    telling: Telling,
    others: Iterable[tuple[int, Telling]],
    least: float = LIKELY,
    most: int = SHOWN,
) -> tuple[Match, ...]:
    """The reports that resemble one the most, the likeliest first, then by number."""
    found = [
        Match(number, score, _metres(telling, other), abs(telling.at - other.at))
        for number, other in others
        if (score := resemblance(telling, other)) >= least
    ]
    return tuple(sorted(found, key=lambda match: (-match.score, match.number))[:most])


def alike(one: str, other: str) -> float | None:
    """How much two texts resemble each other, from 0 to 1; None if either says nothing.

    The mean of two shares of the pairs of neighbouring characters that both have: of all (Dice),
    and of the shorter text's, so that a long description does not hide a short one. Chinese has
    no blanks between its words, and the order of the parts of a sentence is free.
    """
    from rapidfuzz.distance import LCSseq  # Late: no start needs it.

    pairs, others = pairs_of(one), pairs_of(other)
    if not (pairs and others):
        return None
    # Of two sorted lists the longest common subsequence is what they have in common.
    common = LCSseq.similarity(pairs, others)
    dice = 2 * common / (len(pairs) + len(others))
    return (dice + common / min(len(pairs), len(others))) / 2


@lru_cache(maxsize=4096)
def pairs_of(text: str) -> tuple[str, ...]:
    """The pairs of neighbouring characters of a text, sorted, without signs and blanks."""
    kept = "".join(c for c in normalize("NFKC", text).casefold() if c.isalnum())
    return tuple(sorted(kept[at : at + 2] for at in range(len(kept) - 1)))


@lru_cache(maxsize=4096)
def numbers_in(address: str) -> tuple[int, ...]:
    """The numbers of houses and the like in an address, as they stand in it."""
    return tuple(int(digits[:9]) for digits in _DIGITS.findall(address)[:9])


def _street(address: str) -> str:
    return _DIGITS.sub(" ", address)


def _metres(one: Telling, other: Telling) -> float | None:
    if one.place is None or other.place is None:
        return None
    return distance_m(one.place, other.place)


def _along(line: Knots, at: float) -> float:
    left, value = line[0]
    if at <= left:
        return value
    for right, next_value in line[1:]:
        if at <= right:
            return value + (next_value - value) * (at - left) / (right - left)
        left, value = right, next_value
    return value
