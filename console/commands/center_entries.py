"""What the files that describe a center say, as values."""

from dataclasses import dataclass

from console.domain.category import Category
from console.domain.change import Center, Road
from console.domain.grid import Grid
from console.domain.people import BadgeLevel, Duty, Skill, Unit
from console.domain.place import LonLat


@dataclass(frozen=True, slots=True)
class BadgeEntry:
    """A badge in a center's file.

    ``valid_days`` counts from the day on which the center is established, so that the badges of
    a demonstration do not age; None for a badge without an end. ``mentor`` is the number of the
    member with whom somebody in training may go.
    """

    skill: str
    level: BadgeLevel
    valid_days: int | None = None
    mentor: str = ""


@dataclass(frozen=True, slots=True)
class MemberEntry:
    """A member in a center's file."""

    number: str
    name: str
    phone: str
    grid: str
    duty: Duty
    place: LonLat
    badges: tuple[BadgeEntry, ...]
    languages: tuple[str, ...] = ()
    unit: Unit = Unit.OWN
    organisation: str = ""
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CameraEntry:
    """A camera in a center's file."""

    code: str
    name: str
    place: LonLat


@dataclass(frozen=True, slots=True)
class CenterFile:
    """Everything that a new database needs to become a center's."""

    center: Center
    grids: tuple[Grid, ...]
    roads: tuple[Road, ...]
    skills: tuple[Skill, ...]
    categories: tuple[Category, ...]
    members: tuple[MemberEntry, ...]
    cameras: tuple[CameraEntry, ...]
    helpers: tuple[MemberEntry, ...] = ()
    """Those of no grid: of the mobile squad, of partners, of neighbouring communities."""
