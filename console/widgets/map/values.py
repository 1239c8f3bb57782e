"""What the map shows, as plain values, and the rows in which the page gets them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from math import isfinite
from typing import Protocol, Self

from PySide6.QtGui import QColor

from console.domain.category import Priority
from console.domain.incident import RUNNING, TO_CHECK, TO_DISPATCH, Incident, State
from console.domain.people import Camera, Duty, Member
from console.domain.place import LonLat

Json = str | int | float | bool | list["Json"] | dict[str, "Json"] | None
"""What can be handed to the page."""

COLORS = (
    *("bg", "panel", "raised", "line", "text", "dim", "faint", "accent"),
    *("red", "amber", "green", "blue", "map", "mapl", "grid"),
)
"""The theme's colours that the page is told."""

TEXT_LIMIT = 160
"""How much of a title or name the map keeps: a tooltip is not the place to read ten pages."""

_SPACE = re.compile(r"\s+")


class Palette(Protocol):
    """The part of a theme that the map needs."""

    def color(self, name: str) -> QColor:
        """The colour of a token."""


class StateGroup(StrEnum):
    """The states of an incident as far as the map tells them apart."""

    UNVERIFIED = "unverified"
    WAITING = "waiting"
    RUNNING = "running"
    CHECKING = "checking"
    PARKED = "parked"


_GROUPS: Mapping[State, StateGroup] = {
    State.REPORTED: StateGroup.UNVERIFIED,
    **dict.fromkeys(TO_DISPATCH, StateGroup.WAITING),
    **dict.fromkeys(RUNNING, StateGroup.RUNNING),
    **dict.fromkeys(TO_CHECK, StateGroup.CHECKING),
}


def group_of(state: State) -> StateGroup:
    """The group that an open incident's state belongs to."""
    return _GROUPS.get(state, StateGroup.PARKED)


def brief(text: str) -> str:
    """A text on one line and not too long, for a tooltip."""
    line = _SPACE.sub(" ", text).strip()
    return line if len(line) <= TEXT_LIMIT else line[: TEXT_LIMIT - 1] + "…"


def palette_row(palette: Palette) -> dict[str, str]:
    """The colours that the page is told, as #rrggbb."""
    return {name: palette.color(name).name() for name in COLORS}


def _require_finite(*numbers: float) -> None:
    if not all(isfinite(number) for number in numbers):
        raise ValueError("coordinates must be finite")


@dataclass(frozen=True, slots=True)
class MapIncident:
    """An incident on the map; ``assignee`` is where the member who is on it stands.

    Raises:
        ValueError: If a coordinate is not finite.
    """

    id: int
    lon: float
    lat: float
    priority: Priority
    group: StateGroup
    title: str
    number: str
    overdue: bool = False
    assignee: tuple[float, float] | None = None
    grid: str | None = None

    def __post_init__(self) -> None:
        _require_finite(self.lon, self.lat, *(self.assignee or ()))

    @classmethod
    def of(cls, incident: Incident, now: datetime, assignee: Member | None) -> Self | None:
        """An incident as the map shows it now; None where its place is not known."""
        if incident.place is None:
            return None
        stands = assignee.place if assignee is not None else None
        return cls(
            id=incident.id,
            lon=incident.place.lon,
            lat=incident.place.lat,
            priority=incident.priority,
            group=group_of(incident.state),
            title=incident.title,
            number=incident.number,
            overdue=incident.overdue(now),
            assignee=(stands.lon, stands.lat) if stands is not None else None,
            grid=incident.grid,
        )

    def row(self) -> list[Json]:
        """The values in the order in which the page reads them."""
        return [
            self.id,
            self.lon,
            self.lat,
            int(self.priority),
            self.group.value,
            brief(self.title),
            self.number,
            self.overdue,
            list(self.assignee) if self.assignee is not None else None,
            self.grid or "",
        ]


@dataclass(frozen=True, slots=True)
class MapMember:
    """A member on the map; ``badges`` is the text that the tooltip shows below the name.

    Raises:
        ValueError: If a coordinate is not finite.
    """

    id: int
    lon: float
    lat: float
    name: str
    duty: Duty
    badges: str = ""

    def __post_init__(self) -> None:
        _require_finite(self.lon, self.lat)

    def row(self) -> list[Json]:
        """The values in the order in which the page reads them."""
        return [self.id, self.lon, self.lat, brief(self.name), self.duty.value, brief(self.badges)]


@dataclass(frozen=True, slots=True)
class MapCamera:
    """A camera on the map."""

    id: int
    place: LonLat
    name: str

    @classmethod
    def of(cls, camera: Camera) -> Self:
        """A camera of the catalogue as the map shows it."""
        return cls(camera.id, camera.place, camera.name)

    def row(self) -> list[Json]:
        """The values in the order in which the page reads them."""
        return [self.id, self.place.lon, self.place.lat, brief(self.name)]
