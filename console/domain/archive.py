"""The archive of ended incidents: what is asked of it, and what it answers."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from math import cos, radians

from console.domain.incident import State
from console.domain.place import EARTH_RADIUS_M, LonLat, distance_m

PAGE = 100
"""How many cases come at once."""

MOST_WORDS = 100
"""How many words are asked for; SQLite takes no thousand conditions."""

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Years that can be asked for; what ended before or after them counts to the nearest one."""

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

    @property
    def size_m(self) -> tuple[float, float]:
        """How wide and how high it is, in metres, on its middle lines."""
        low, high, middle = self.south_west, self.north_east, self.middle
        return (
            distance_m(LonLat(low.lon, middle.lat), LonLat(high.lon, middle.lat)),
            distance_m(LonLat(middle.lon, low.lat), LonLat(middle.lon, high.lat)),
        )


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
        """What must all stand in a case's text, folded: the first words of what was typed."""
        # What no stored text can hold, the databases' drivers cannot ask for.
        typed = "".join(c for c in self.text if c != "\0" and not "\ud800" <= c <= "\udfff")
        return tuple(dict.fromkeys(folded(typed).split()))[:MOST_WORDS]

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


@dataclass(frozen=True, slots=True)
class Progress:
    """How many cases are written, and which share of all numbers was gone through."""

    rows: int
    share: float


def folded(text: str) -> str:
    """Text as it is compared: wide and narrow, large and small letters are the same."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def searched_text(*texts: str) -> str:
    """Several texts as one, folded; no fragment reaches from one into another."""
    return "\n".join(filter(None, (" ".join(folded(text).split()) for text in texts)))


_DAYS = re.compile(r"((?:19|20|21)\d{2})(?:-?(\d{1,2})(?:-?(\d{1,2}))?)?")


def days_of(text: str) -> tuple[date, date] | None:
    """The first and the last day of what was typed: a day, a month or a year.

    2026-03-01, 20260301, 2026-03 and 2026 are understood, with the parts in this order and
    divided by anything that people divide them by; None for all else.
    """
    typed = re.sub(r"[./年月]", "-", folded(text).strip()).rstrip("日-")
    found = _DAYS.fullmatch(typed)
    if found is None:
        return None
    year, month, day = (int(part or 0) for part in found.groups())
    try:
        if found[3]:
            return date(year, month, day), date(year, month, day)
        if found[2]:
            following = date(year + month // 12, month % 12 + 1, 1)
            return date(year, month, 1), following - timedelta(days=1)
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None


def begin_of(day: date, zone: tzinfo) -> datetime:
    """The instant at which a day begins in a center's zone."""
    return datetime(day.year, day.month, day.day, tzinfo=zone)


def end_of(day: date, zone: tzinfo) -> datetime:
    """The instant at which a day is over in a center's zone."""
    return begin_of(day + timedelta(days=1), zone)
