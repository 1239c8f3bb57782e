"""Alarms: what needs somebody's ears and eyes, how grave it is, and when it may be heard."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import NamedTuple

from console.domain.category import Priority
from console.domain.events import Event
from console.domain.incident import TO_DISPATCH, Incident, State
from console.domain.ladder import Card, Matter, Supervision
from console.domain.lifecycle import Deed

HOURS = 24


class Kind(StrEnum):
    """What an alarm is about."""

    CHECK_IN = "check_in"
    """Somebody alone on scene was not heard of."""
    NEW = "new"
    """An incident needs somebody: it is new, or nobody is on it any more."""
    RED = "red"
    YELLOW = "yellow"
    OVERDUE = "overdue"
    WARNING = "warning"
    """Four fifths of a time limit are used up."""


class Grade(IntEnum):
    """How grave an alarm is; 1 comes first. Each has a sound and a colour of its own."""

    EMERGENCY = 1
    HIGH = 2
    MEDIUM = 3
    LOW = 4


_BY_PRIORITY: Mapping[Kind, tuple[Grade, Grade, Grade, Grade]] = {
    Kind.CHECK_IN: (Grade.EMERGENCY,) * 4,
    Kind.NEW: (Grade.EMERGENCY, Grade.HIGH, Grade.MEDIUM, Grade.LOW),
    Kind.RED: (Grade.HIGH,) * 4,
    Kind.YELLOW: (Grade.HIGH, Grade.MEDIUM, Grade.MEDIUM, Grade.MEDIUM),
    Kind.OVERDUE: (Grade.HIGH, Grade.MEDIUM, Grade.MEDIUM, Grade.MEDIUM),
    Kind.WARNING: (Grade.MEDIUM, Grade.LOW, Grade.LOW, Grade.LOW),
}
"""The grade by kind, for urgent, high, normal and low incidents."""


class Name(NamedTuple):
    """What an alarm is known by: one of its kind on an incident, told apart by a mark."""

    kind: Kind
    incident: int
    mark: str


@dataclass(frozen=True, slots=True)
class Alarm:
    """One alarm at one workstation; ``at`` is when it came up there."""

    name: Name
    priority: Priority
    at: datetime

    @property
    def kind(self) -> Kind:
        """What it is about."""
        return self.name.kind

    @property
    def incident(self) -> int:
        """The number of its incident."""
        return self.name.incident

    @property
    def grade(self) -> Grade:
        """How grave it is."""
        return _BY_PRIORITY[self.kind][self.priority - 1]

    @property
    def order(self) -> tuple[Grade, datetime, int]:
        """The gravest first, of those the one that has waited longest."""
        return self.grade, self.at, self.incident


ASKING = frozenset({Deed.REPORT, Deed.RETURN, Deed.SEND_BACK, Deed.REOPEN})
"""The deeds that may leave an incident without anybody."""

NOT_BY_HAND = frozenset({Deed.CLIMB, Deed.MISS_CHECK_IN, Deed.TOLD, Deed.NOT_TOLD, Deed.LOOK})
"""The events that do not show that somebody has taken care of their incident."""


def needs_somebody(incident: Incident) -> bool:
    """Whether an incident waits for the desk: to be verified, or to be dispatched."""
    return incident.state is State.REPORTED or incident.state in TO_DISPATCH


def new_alarm(incident: Incident, event: Event, now: datetime) -> Alarm | None:
    """The alarm that an event of an incident gives, if it asks for somebody."""
    if event.kind not in ASKING or not needs_somebody(incident):
        return None
    return Alarm(Name(Kind.NEW, incident.id, str(event.seq)), incident.priority, now)


def limit_alarm(kind: Kind, incident: Incident, now: datetime) -> Alarm:
    """The alarm of the limit that runs: it is known by its end, so that it comes once."""
    return Alarm(Name(kind, incident.id, str(incident.due_at)), incident.priority, now)


def raised_name(raised: Supervision) -> Name | None:
    """What the alarm of a card or of a missed check-in is known by; None for other rungs."""
    if raised.matter is Matter.SAFETY:
        kind = Kind.CHECK_IN
    elif raised.card is Card.NONE:
        return None
    else:
        kind = Kind.RED if raised.card is Card.RED else Kind.YELLOW
    return Name(kind, raised.incident, str(raised.id))


_OF_LIMITS = (Kind.WARNING, Kind.OVERDUE, Kind.YELLOW, Kind.RED)
"""The kinds that tell of a limit, each later and graver than the one before."""


def tells_more(one: Kind, other: Kind) -> bool:
    """Whether an alarm says all that another one of its incident does: a red card, overdue too."""
    if one not in _OF_LIMITS or other not in _OF_LIMITS:
        return False
    return _OF_LIMITS.index(one) >= _OF_LIMITS.index(other)


RAISED = frozenset({Kind.CHECK_IN, Kind.RED, Kind.YELLOW})
"""The kinds that hold until what was raised is acknowledged in the database."""


def holds(alarm: Alarm, incident: Incident) -> bool:
    """Whether the reason of an alarm holds for its incident as it stands now."""
    if alarm.kind in RAISED:
        return True
    if alarm.kind is Kind.NEW:
        return needs_somebody(incident)
    return alarm.name.mark == str(incident.due_at)


def standing_emergencies(incidents: Iterable[Incident], now: datetime) -> list[Alarm]:
    """The urgent reports that nobody has verified yet: they sound also after a start."""
    return [
        Alarm(Name(Kind.NEW, one.id, ""), one.priority, now)
        for one in incidents
        if one.priority is Priority.URGENT and one.state is State.REPORTED
    ]


@dataclass(frozen=True, slots=True)
class Ears:
    """When a workstation wants to hear alarms; hours of the day in the center's zone.

    ``quiet_from`` and ``quiet_until`` may span midnight; where they are the same there are no
    quiet hours.
    """

    on: bool = True
    quiet_from: int = 0
    quiet_until: int = 0
    emergencies_always: bool = True
    muted_until: datetime | None = None

    def muted(self, now: datetime) -> bool:
        """Whether somebody has asked for silence, for some minutes."""
        return self.muted_until is not None and now < self.muted_until

    def quiet(self, hour: int) -> bool:
        """Whether an hour of the day is a quiet one."""
        length = (self.quiet_until - self.quiet_from) % HOURS
        return (hour - self.quiet_from) % HOURS < length

    def hear(self, grade: Grade, now: datetime, hour: int) -> bool:
        """Whether a sound is played at an instant, which falls on an hour of the center's day.

        A mute by hand silences all: whoever sits there has asked for it, and for minutes only.
        """
        if not self.on or self.muted(now):
            return False
        excepted = grade is Grade.EMERGENCY and self.emergencies_always
        return excepted or not self.quiet(hour)
