"""Incident categories: which skill they need, how urgent they are, and their time limits."""

from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum, StrEnum


class Priority(IntEnum):
    """How urgent an incident is; 1 comes first."""

    URGENT = 1
    HIGH = 2
    NORMAL = 3
    LOW = 4


class LimitClock(StrEnum):
    """In which time a category's limits run."""

    PLAIN = "plain"
    """Day and night."""
    WORKING = "working"
    """Only in the center's working hours on working days."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long each stage may take, counted from the report (the check: from the resolution).

    ``clock`` tells in which time all of them are counted.
    """

    acknowledge: timedelta
    arrive: timedelta
    resolve: timedelta
    check: timedelta
    clock: LimitClock = LimitClock.PLAIN


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of incident; the catalogue of them is data."""

    code: str
    name: str
    name_en: str
    skill: str
    priority: Priority
    limits: Limits
    icon: str = "general"
