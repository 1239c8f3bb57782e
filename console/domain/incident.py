"""The incident and its assignment as values."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from console.domain.category import Priority
from console.domain.place import LonLat


class State(StrEnum):
    """Where an incident stands in its lifecycle."""

    REPORTED = "reported"
    VERIFIED = "verified"
    DISPATCHED = "dispatched"
    ACKNOWLEDGED = "acknowledged"
    EN_ROUTE = "en_route"
    ON_SCENE = "on_scene"
    RESOLVED = "resolved"
    CHECKED = "checked"
    CLOSED = "closed"
    REJECTED = "rejected"
    MERGED = "merged"
    SUSPENDED = "suspended"
    REWORK = "rework"
    ESCALATED = "escalated"
    REOPENED = "reopened"


ENDED = frozenset({State.CLOSED, State.REJECTED, State.MERGED})
"""The states in which an incident leaves the live queue."""

RUNNING = frozenset({State.DISPATCHED, State.ACKNOWLEDGED, State.EN_ROUTE, State.ON_SCENE})
"""The states in which a member is on it: a live primary assignment exists."""

TO_DISPATCH = frozenset({State.VERIFIED, State.REWORK, State.REOPENED})
"""The states from which an incident can be dispatched."""

TO_CHECK = frozenset({State.RESOLVED, State.CHECKED})
"""Dealt with by the member, waiting for the check or for closing."""

LEADER_DECIDES_FROM = 3
"""From so many returns (退回) on, sending anybody again is the shift leader's decision.

So no incident goes to and fro for ever between members who each say that it is not theirs.
"""


class Origin(StrEnum):
    """How a report came in."""

    PHONE = "phone"
    MEMBER = "member"
    RESIDENT = "resident"
    CAMERA = "camera"
    IMPORT = "import"


class AssignmentState(StrEnum):
    """Where one member's assignment to one incident stands."""

    RESERVED = "reserved"
    DISPATCHED = "dispatched"
    ACKNOWLEDGED = "acknowledged"
    EN_ROUTE = "en_route"
    ON_SCENE = "on_scene"
    DONE = "done"
    WITHDRAWN = "withdrawn"
    RETURNED = "returned"
    RELEASED = "released"


UNDONE = frozenset({AssignmentState.WITHDRAWN, AssignmentState.RETURNED})
"""How assignments end that came to nothing."""


LIVE_ASSIGNMENT = frozenset(
    {
        AssignmentState.DISPATCHED,
        AssignmentState.ACKNOWLEDGED,
        AssignmentState.EN_ROUTE,
        AssignmentState.ON_SCENE,
    }
)
"""The states in which an assignment still binds its member."""

BOUND_ASSIGNMENT = LIVE_ASSIGNMENT | {AssignmentState.RESERVED}
"""The states of an assignment that has not ended; who is reserved has not been told."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """One of those who are on an incident, or are reserved for it; one of them leads."""

    member: int
    state: AssignmentState
    role: str = ""
    leads: bool = False

    @property
    def is_live(self) -> bool:
        """Whether it binds the member."""
        return self.state in LIVE_ASSIGNMENT


@dataclass(frozen=True, slots=True)
class Incident:
    """An open incident as the queue and the map show it; it holds no personal data.

    ``due_at`` is when the current stage's time limit ends, ``warn_at`` when so much of it is used
    up that it is close, and ``stage_from`` when it began to count. Where no limit runs the first
    two are None, and ``stage_from`` is when the incident came to rest or ended. ``returns`` counts
    how often members have sent it back. ``assignee`` is who leads those that are on it; ``people``
    are all of them, and whoever is reserved. ``leads`` tells whether it is a major incident, and
    ``part_of`` of which major one it is a part.
    """

    id: int
    version: int
    state: State
    priority: Priority
    category: str
    title: str
    address: str
    place: LonLat | None
    grid: str | None
    origin: Origin
    reported_at: datetime
    stage_from: datetime
    due_at: datetime | None
    warn_at: datetime | None
    assignee: int | None
    merged_into: int | None = None
    returns: int = 0
    extended: timedelta = timedelta(0)
    extensions: int = 0
    language: str = ""
    people: tuple[Assigned, ...] = ()
    leads: bool = False
    part_of: int | None = None

    @property
    def on_it(self) -> frozenset[int]:
        """The members whom it binds: who leads, and the others of a team."""
        others = (one.member for one in self.people if one.is_live)
        return frozenset(others if self.assignee is None else (self.assignee, *others))

    def standing_of(self, member: int) -> AssignmentState | None:
        """How far a member has got with it, whoever leads; None for who is not on it."""
        return next((one.state for one in self.people if one.member == member), None)

    @property
    def somebody_there(self) -> bool:
        """Whether one of those who are on it is on scene, whoever leads and however far."""
        return any(one.state is AssignmentState.ON_SCENE for one in self.people)

    @property
    def number(self) -> str:
        """The number that people say and write."""
        return f"{self.id:04d}"

    @property
    def leader_decides(self) -> bool:
        """Whether it was sent back so often that only the shift leader sends somebody again."""
        return self.returns >= LEADER_DECIDES_FROM

    def overdue(self, now: datetime) -> bool:
        """Whether the current stage's time limit has passed."""
        return self.due_at is not None and self.due_at < now

    def waited(self, now: datetime) -> timedelta:
        """How long whoever reported it has waited, in plain time: until now, or until its end."""
        until = self.stage_from if self.state in ENDED else now
        return max(timedelta(0), until - self.reported_at)
