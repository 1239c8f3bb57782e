"""The ladder: who is told when a time limit runs out, rung by rung, and when each is due.

Rungs are data. A limit is named by the instant at which it ends: an incident that moves on within
the same limit does not climb twice, and one whose limit was extended climbs anew.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from uuid import UUID, uuid5

from console.domain.errors import Refusal, Refused
from console.domain.incident import Incident
from console.domain.text import clean, one_line
from console.domain.worktime import Calendar

WHOLE = 100
"""The share of a limit, in percent, at which it ends."""

BY_ITSELF = "◷"
"""Stands where an event names its operator: no person raised it."""

OWNER_LIMIT = 100
MOST_RUNGS = 20

_NAMESPACE = UUID("5b0e1c52-6f0c-4f0e-9b6a-0f6a2b1f7c11")
"""Of the command ids that follow from what they are about."""


class Who(StrEnum):
    """To whom a rung turns."""

    NEXT = "next"
    LEADER = "leader"
    COMMUNITY = "community"
    TOWN = "town"


class Card(StrEnum):
    """The card of supervision (督办) that a rung shows."""

    NONE = "none"
    YELLOW = "yellow"
    RED = "red"


class Matter(StrEnum):
    """What a supervision is about."""

    LIMIT = "limit"
    """A time limit that ran out."""
    SAFETY = "safety"
    """A member alone on scene who has not checked in."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung: due at a share of the limit in percent, or so long after its end.

    ``after`` counts in the limit's own time, from its end; only a rung at the whole limit has
    any. ``since`` is when the rung was put up: it catches nothing that was due before that.
    """

    position: int
    share: int
    after: timedelta
    who: Who
    card: Card
    owner: str
    acknowledge: timedelta
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Climb:
    """A rung that an incident's limit reaches, and when: ``ends_at`` names the limit."""

    incident: int
    ends_at: datetime
    rung: Rung
    due_at: datetime

    @property
    def command(self) -> UUID:
        """The command id: the same wherever and whenever it is raised."""
        return command_for("climb", self.incident, self.ends_at, self.rung.position)


@dataclass(frozen=True, slots=True)
class Supervision:
    """What was raised on an incident; open until its owner has acknowledged it.

    ``step`` is the rung's position or, where a check-in was missed, the assignment's number.
    """

    id: int
    incident: int
    matter: Matter
    ends_at: datetime
    step: int
    who: Who
    card: Card
    owner: str
    due_at: datetime
    raised_at: datetime
    answer_by: datetime
    acknowledged_at: datetime | None = None
    acknowledged_by: str = ""

    @property
    def open(self) -> bool:
        """Whether somebody must still acknowledge it."""
        return self.acknowledged_at is None and (
            self.card is not Card.NONE or self.matter is Matter.SAFETY
        )


def command_for(name: str, incident: int, instant: datetime, step: int) -> UUID:
    """The command id of what happens once for an incident, an instant and a step."""
    told = instant.astimezone(UTC).isoformat(timespec="microseconds")
    return uuid5(_NAMESPACE, f"{name}/{incident}/{told}/{step}")


def require_rungs(rungs: Iterable[Rung]) -> tuple[Rung, ...]:
    """The rungs of a ladder from the lowest up, if they make one.

    Raises:
        Refusal: Positions repeat, a share or a span is impossible, or a card has no owner.
    """
    found = sorted(rungs, key=lambda rung: rung.position)
    if len(found) > MOST_RUNGS:
        raise Refusal(Refused.TOO_MANY, limit=MOST_RUNGS)
    if len({rung.position for rung in found}) < len(found):
        raise Refusal(Refused.BAD_VALUE, field="rung", value="1")
    return tuple(map(_required, found))


def _required(rung: Rung) -> Rung:
    if rung.position < 1:
        raise Refusal(Refused.BAD_VALUE, field="rung", value=str(rung.position))
    early = rung.share < WHOLE and rung.after
    if not 0 < rung.share <= WHOLE or early or rung.after < timedelta(0):
        raise Refusal(Refused.BAD_VALUE, field="rung_due", value=str(rung.share))
    if rung.acknowledge < timedelta(0):
        value = str(rung.acknowledge)
        raise Refusal(Refused.BAD_VALUE, field="rung_acknowledge", value=value)
    owner = one_line(clean(rung.owner, field="rung_owner", limit=OWNER_LIMIT))
    if rung.card is not Card.NONE and not owner:
        raise Refusal(Refused.MISSING, field="rung_owner")
    return rung


def climbs(incident: Incident, rungs: Iterable[Rung], calendar: Calendar) -> list[Climb]:
    """All rungs that the limit which runs reaches if nobody does anything, in order of time."""
    start, end = incident.stage_from, incident.due_at
    if end is None:
        return []
    found = []
    for rung in rungs:
        if rung.share < WHOLE:
            at = calendar.due_after(start, calendar.between(start, end) * rung.share / WHOLE)
        else:
            at = calendar.due_after(end, rung.after)
        if rung.since is None or at >= rung.since:
            found.append(Climb(incident.id, end, rung, at))
    return sorted(found, key=in_order)


def in_order(climb: Climb) -> tuple[datetime, int, int]:
    """What climbs are sorted by: when they were due, then the incident's number, then the rung."""
    return climb.due_at, climb.incident, climb.rung.position


def highest(found: Iterable[Supervision]) -> Supervision | None:
    """The gravest of an incident's supervisions: what is open first, then red before yellow."""
    grave = (Card.NONE, Card.YELLOW, Card.RED)
    return max(
        (one for one in found if one.card is not Card.NONE or one.matter is Matter.SAFETY),
        key=lambda one: (one.matter is Matter.SAFETY and one.open, grave.index(one.card), one.id),
        default=None,
    )
