"""Skills, badges and the members who hold them."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from console.domain.codes import short_code
from console.domain.incident import AssignmentState
from console.domain.place import LonLat

EXPIRY_NOTICE = timedelta(days=30)
"""A badge counts as expiring this long before it ends."""


@dataclass(frozen=True, slots=True)
class Skill:
    """One of the posts that became skills; the catalogue of them is data.

    ``valid_months`` is how long a badge of it holds, None for as long as nobody revokes it.
    """

    code: str
    monogram: str
    name: str
    name_en: str
    color: str
    text_color: str = "#ffffff"
    position: int = 0
    icon: str = "general"
    valid_months: int | None = None
    version: int = 1


class BadgeLevel(StrEnum):
    """How far a member has got with a skill."""

    HELD = "held"
    TRAINING = "training"


class BadgeLook(StrEnum):
    """How a badge is painted."""

    HELD = "held"
    TRAINING = "training"
    EXPIRING = "expiring"
    NOT_HELD = "not_held"


@dataclass(frozen=True, slots=True)
class Badge:
    """A member's standing in one skill; no badge means not held.

    Who certified it and on which day is known of badges that were earned here; ``mentor`` is the
    id of the member with whom its owner walks or walked.
    """

    skill: str
    level: BadgeLevel
    valid_until: date | None = None
    certified_by: str = ""
    certified_on: date | None = None
    mentor: int | None = None

    def certifies(self, today: date) -> bool:
        """Whether its member is certified for the skill on a day."""
        if self.level is not BadgeLevel.HELD:
            return False
        return self.valid_until is None or today <= self.valid_until


class Duty(StrEnum):
    """What a member is doing."""

    OFF = "off"
    ON_DUTY = "on_duty"
    EN_ROUTE = "en_route"
    ON_SCENE = "on_scene"
    BREAK = "break"


OPERATOR_DUTIES = frozenset({Duty.OFF, Duty.ON_DUTY, Duty.BREAK})
"""The statuses that are set by hand; en route and on scene follow from an assignment."""

AVAILABLE = frozenset({Duty.ON_DUTY, Duty.EN_ROUTE, Duty.ON_SCENE})
"""The statuses in which a member can be sent."""

_BOUND = {
    AssignmentState.ON_SCENE: Duty.ON_SCENE,
    AssignmentState.EN_ROUTE: Duty.EN_ROUTE,
}


def bound_duty(running: Collection[AssignmentState]) -> Duty | None:
    """The duty that a member's running assignments force on them, if they do."""
    return next((duty for state, duty in _BOUND.items() if state in running), None)


def duty_after(duty: Duty, running: Collection[AssignmentState]) -> Duty:
    """A member's duty after one of their assignments has ended.

    Args:
        duty: Their duty until now; who is off or on a break stays so.
        running: The states of the assignments that still bind them.
    """
    if duty in OPERATOR_DUTIES:
        return duty
    return bound_duty(running) or Duty.ON_DUTY


class Unit(StrEnum):
    """To whom a member belongs: to the center, its mobile squad, or somebody else.

    Only a center's own members belong to a grid and are proposed in the ordinary way.
    """

    OWN = "own"
    SQUAD = "squad"
    PARTNER = "partner"
    NEIGHBOUR = "neighbour"


WEEK = timedelta(days=7)
"""In so much time a member's assignments are counted, for the sake of fairness."""


@dataclass(frozen=True, slots=True)
class Member:
    """A grid member as the screens show one.

    ``load`` is the number of assignments that bind them now, ``week`` how many they got in the
    last seven days. ``grid`` is empty for who belongs to none, as those of the mobile squad.
    ``organisation`` is the partner or the neighbouring community that a member comes from, and
    ``roles`` are those that they may fill in a team beside what their badges allow.
    ``languages`` are codes of those that not everybody speaks.
    """

    id: int
    version: int
    number: str
    name: str
    phone: str
    grid: str
    duty: Duty
    badges: tuple[Badge, ...]
    place: LonLat | None = None
    seen_at: datetime | None = None
    load: int = 0
    week: int = 0
    languages: tuple[str, ...] = ()
    unit: Unit = Unit.OWN
    organisation: str = ""
    roles: tuple[str, ...] = ()

    @property
    def home(self) -> str:
        """Where a member belongs: the grid as people say it, else the organisation."""
        return short_code(self.grid) if self.grid else self.organisation

    def badge(self, skill: str) -> Badge | None:
        """The member's badge of a skill, if any."""
        return next((badge for badge in self.badges if badge.skill == skill), None)

    def holds(self, skill: str, today: date) -> bool:
        """Whether the member is certified for a skill on a day."""
        badge = self.badge(skill)
        return badge is not None and badge.certifies(today)


def look_of(badge: Badge | None, today: date) -> BadgeLook:
    """How a badge is to be painted on a day; an ended one counts as not held."""
    if badge is None:
        return BadgeLook.NOT_HELD
    if badge.level is BadgeLevel.TRAINING:
        return BadgeLook.TRAINING
    if badge.valid_until is None:
        return BadgeLook.HELD
    if badge.valid_until < today:
        return BadgeLook.NOT_HELD
    return BadgeLook.EXPIRING if badge.valid_until - today <= EXPIRY_NOTICE else BadgeLook.HELD


@dataclass(frozen=True, slots=True)
class Camera:
    """A camera that a dispatcher can look through; its address is not printed: see ``streams``."""

    id: int
    code: str
    name: str
    place: LonLat
    grid: str | None = None
    url: str = field(default="", repr=False)
