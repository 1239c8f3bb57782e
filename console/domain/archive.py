"""The archive of ended incidents: what is asked of it, and what it answers."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from math import cos, radians

from console.domain.incident import State
from console.domain.place import EARTH_RADIUS_M, LonLat

PAGE = 100
"""How many cases come at once."""

METRES_PER_DEGREE = EARTH_RADIUS_M * radians(1)
"""Of latitude, and of longitude at the equator."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle, or where ``metres`` is given whatever is so near to its middle.

    Raises:
        ValueError: If its corners are the wrong way round, or the distance is not positive.
    """

    south_west: LonLat
    north_east: LonLat
    metres: float | None = None

    def __post_init__(self) -> None:
        corners = self.south_west, self.north_east
        if corners[0].lon > corners[1].lon or corners[0].lat > corners[1].lat:
            raise ValueError("the corners of a rectangle are south-west and north-east")
        if self.metres is not None and not self.metres > 0:
            raise ValueError("a distance is positive")

    @classmethod
    def around(cls, middle: LonLat, metres: float) -> "Area":
        """What is at most so many metres from a place; not meant for the poles.

        Raises:
            ValueError: If the distance is not positive.
        """
        if not metres > 0:
            raise ValueError("a distance is positive")
        up = metres / METRES_PER_DEGREE
        aside = up / max(0.01, cos(radians(middle.lat)))
        return cls(
            LonLat(max(-180.0, middle.lon - aside), max(-90.0, middle.lat - up)),
            LonLat(min(180.0, middle.lon + aside), min(90.0, middle.lat + up)),
            metres,
        )

    @property
    def middle(self) -> LonLat:
        """The point from which the distance counts."""
        low, high = self.south_west, self.north_east
        return LonLat((low.lon + high.lon) / 2, (low.lat + high.lat) / 2)


@dataclass(frozen=True, slots=True)
class Search:
    """What is asked of the archive; whatever is empty does not narrow it.

    ``since`` is the first instant at which a case may have ended, ``until`` the first at which it
    may not any more. ``person`` is the id of a member who was sent.
    """

    text: str = ""
    grid: str = ""
    category: str = ""
    result: State | None = None
    person: int | None = None
    since: datetime | None = None
    until: datetime | None = None
    area: Area | None = None

    @property
    def fragments(self) -> tuple[str, ...]:
        """What must all stand in a case's text, folded."""
        return tuple(dict.fromkeys(folded(self.text).split()))

    @property
    def number(self) -> int | None:
        """The incident's number, if that is what was typed: 23, 0023 or #23."""
        typed = self.text.strip().removeprefix("#")
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 19 else None

    @property
    def only_number(self) -> bool:
        """Whether nothing but the number is meant, because of its #."""
        return self.number is not None and self.text.strip().startswith("#")


@dataclass(frozen=True, slots=True)
class Archived:
    """What of an ended incident is searched. ``text`` is folded, see ``searched_text``."""

    incident: int
    ended_at: datetime
    result: State
    category: str
    grid: str | None
    place: LonLat | None
    people: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """A case that was found, as a table shows it; it holds no personal data."""

    incident: int
    ended_at: datetime
    result: State
    category: str
    grid: str | None
    place: LonLat | None
    people: tuple[int, ...]
    title: str
    address: str
    reported_at: datetime

    @property
    def number(self) -> str:
        """The number that people say and write."""
        return f"{self.incident:04d}"


@dataclass(frozen=True, slots=True)
class Page:
    """Some of what was found, the newest number first; ``after`` asks for the next ones."""

    rows: tuple[Found, ...]
    after: int | None


def folded(text: str) -> str:
    """Text as it is compared: wide and narrow, large and small letters are the same."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def searched_text(*texts: str) -> str:
    """Several texts as one, folded; no fragment reaches from one into another."""
    return "\n".join(filter(None, (" ".join(folded(text).split()) for text in texts)))
