"""A report that was merged into an incident, as the screen of that incident shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from console.domain.change import AttachmentView
    from console.domain.events import Event


@dataclass(frozen=True, slots=True)
class Part:
    """A report of its own number, with its reporter, its timeline and its photos.

    Holds personal data. ``merged_into`` is where it was merged to, which may itself be a part.
    """

    id: int
    version: int
    title: str
    description: str
    reporter_name: str
    reporter_phone: str
    reported_at: datetime
    merged_into: int
    timeline: tuple[Event, ...]
    attachments: tuple[AttachmentView, ...]

    @property
    def number(self) -> str:
        """The number that people say and write."""
        return f"{self.id:04d}"
