"""The handover of a shift (交接班): what is open, in which order it is told, who has signed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from console.domain.incident import RUNNING, TO_CHECK, TO_DISPATCH, Incident, State
from console.domain.major import together


class Part(StrEnum):
    """The parts of what is open, the most pressing first."""

    OVERDUE = "overdue"
    ESCALATED = "escalated"
    SUSPENDED = "suspended"
    UNVERIFIED = "unverified"
    TO_DISPATCH = "to_dispatch"
    RUNNING = "running"
    TO_CHECK = "to_check"


@dataclass(frozen=True, slots=True)
class Handover:
    """One handover as the log has it; ``seq`` is its event, ``signed_by`` empty until signed.

    ``counts`` are how many incidents were open in each part at that time.
    """

    seq: int
    at: datetime
    operator: str
    workstation: str
    promised: str = ""
    equipment: str = ""
    note: str = ""
    counts: dict[Part, int] = field(default_factory=dict)
    signed_by: str = ""
    signed_at: datetime | None = None


def part_of(state: State, due_at: datetime | None, now: datetime) -> Part:
    """The one part that an open incident is told in: what is overdue comes before its state."""
    if due_at is not None and due_at < now:
        return Part.OVERDUE
    if state is State.ESCALATED:
        return Part.ESCALATED
    if state is State.SUSPENDED:
        return Part.SUSPENDED
    if state in TO_DISPATCH:
        return Part.TO_DISPATCH
    if state in RUNNING:
        return Part.RUNNING
    return Part.TO_CHECK if state in TO_CHECK else Part.UNVERIFIED


class Told(NamedTuple):
    """An open incident as it is handed over: in which part, and whose limit puts it there."""

    part: Part
    incident: Incident
    pressing: Incident
    """Itself, or the most pressing part of a major one."""


def told(incidents: Iterable[Incident], now: datetime) -> list[Told]:
    """All open incidents in the order in which they are told: by part, then by what ends first.

    A major incident is told once with its parts, where the most pressing of them is.
    """

    def place(one: Incident) -> tuple[int, datetime, int]:
        part = part_of(one.state, one.due_at, now)
        return _ORDER[part], one.due_at or one.reported_at, one.id

    found = [(min(one.all, key=place), one.head) for one in together(incidents)]
    found.sort(key=lambda pair: (place(pair[0]), pair[1].id))
    return [
        Told(part_of(pressing.state, pressing.due_at, now), head, pressing)
        for pressing, head in found
    ]


def most_pressing(parts: Iterable[Part]) -> Part:
    """The part of several that comes first."""
    return min(parts, key=_ORDER.__getitem__)


_ORDER = {part: place for place, part in enumerate(Part)}
