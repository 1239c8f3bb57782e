"""A report that is known already, as another one is compared with it."""

from dataclasses import dataclass

from console.domain.duplicates import Telling
from console.domain.incident import State


@dataclass(frozen=True, slots=True)
class Known:
    """A report that is known already; ``person`` stands for who made it, empty for nobody known.

    ``root`` is the incident that it was merged into in the end, or itself; ``led_by`` is the major
    incident that it is a part of, or None.
    """

    number: int
    version: int
    title: str
    telling: Telling
    state: State
    root: int
    person: str = ""
    led_by: int | None = None
