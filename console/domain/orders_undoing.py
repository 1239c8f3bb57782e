"""The order to take a deed back."""

from dataclasses import dataclass

from console.domain.events import Subject
from console.domain.lifecycle import Deed


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Take back what an event tells, by the deed that the table of undoing names for it."""

    event: int
    deed: Deed
    subject: Subject
    note: str = ""

    @property
    def incident(self) -> int | None:
        """The incident's id; None if it is about something else."""
        return self.subject.id if self.subject.kind == "incident" else None
