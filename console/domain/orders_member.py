"""Orders about members and how they are proposed, and about looking at personal data."""

from dataclasses import dataclass

from console.domain.events import Subject
from console.domain.people import Duty


@dataclass(frozen=True, slots=True)
class Look:
    """Look at personal data that is masked otherwise, for a reason.

    The subject is an incident, for who reported it; a member, for their telephone number; or
    ``ROSTER``, for the numbers of all members.
    """

    subject: Subject
    note: str


@dataclass(frozen=True, slots=True)
class ChangeDuty:
    """Set a member's duty status by hand."""

    member: int
    duty: Duty
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class ChangeWeights:
    """Change what counts how much when somebody is proposed: names with their new values."""

    values: tuple[tuple[str, float], ...]
