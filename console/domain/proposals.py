"""What is proposed for an incident: who may go and why, and who may not and why not."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from console.domain.continuity import Dealt
from console.domain.people import Member


class Reason(StrEnum):
    """Why a candidate stands where they stand."""

    HOLDS_SKILL = "holds_skill"
    OWN_SUB_GRID = "own_sub_grid"
    NEIGHBOURING_SUB_GRID = "neighbouring_sub_grid"
    OWN_BASE_GRID = "own_base_grid"
    ELSEWHERE = "elsewhere"
    FREE = "free"
    BUSY = "busy"
    FEWER_THIS_WEEK = "fewer_this_week"
    MORE_THIS_WEEK = "more_this_week"
    BEEN_THERE = "been_there"
    SPEAKS_LANGUAGE = "speaks_language"
    RESERVED = "reserved"


class Obstacle(StrEnum):
    """Why somebody who has to do with the skill may not go."""

    IN_TRAINING = "in_training"
    EXPIRED = "expired"
    OFF_DUTY = "off_duty"
    ON_BREAK = "on_break"
    AT_LIMIT = "at_limit"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A member who may be sent; distance in metres and time on foot in seconds, if known.

    ``leaves`` are the skills that nobody free in the member's base grid has when they go; ``been``
    is the last related incident that they were on; ``reserved`` are other incidents that they are
    held for.
    """

    member: Member
    reasons: tuple[Reason, ...]
    distance: float | None
    eta: float | None
    cost: float = 0.0
    leaves: tuple[str, ...] = ()
    been: Dealt | None = None
    reserved: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Somebody who has to do with the skill and may not go by themselves.

    ``since`` is when a badge ended, ``mentor`` the member with whom somebody in training may go,
    ``reserved`` are other incidents that they are held for.
    """

    member: Member
    obstacle: Obstacle
    since: date | None = None
    mentor: int | None = None
    reserved: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """The best candidates, how many there are in all, and the nearest of those who may not go."""

    candidates: tuple[Candidate, ...] = ()
    eligible: int = 0
    excluded: tuple[Exclusion, ...] = ()
