"""What a member has been sent to, as their page tells it."""

from dataclasses import dataclass
from datetime import datetime

from console.domain.incident import AssignmentState


@dataclass(frozen=True, slots=True)
class PastAssignment:
    """An assignment that has ended: to what, when, and how it ended for the member."""

    incident: int
    title: str
    state: AssignmentState
    dispatched_at: datetime
    arrived_at: datetime | None
    ended_at: datetime | None
