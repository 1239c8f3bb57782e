"""Orders of who looks through a camera.

``about`` is the incident that it is looked through for, if there is one: then the events are the
incident's, and else the camera's.
"""

from dataclasses import dataclass

from console.domain.events import Subject


@dataclass(frozen=True, slots=True)
class WatchCamera:
    """Write down that a camera's stream is opened, and why, before it is."""

    camera: int
    note: str
    about: int | None = None

    @property
    def subject(self) -> Subject:
        """What the event is about."""
        return _subject(self.camera, self.about)


@dataclass(frozen=True, slots=True)
class EndWatch:
    """Write down for how many seconds pictures of a camera were seen."""

    camera: int
    seconds: int
    about: int | None = None

    @property
    def subject(self) -> Subject:
        """What the event is about."""
        return _subject(self.camera, self.about)


def _subject(camera: int, about: int | None) -> Subject:
    return Subject("camera", camera) if about is None else Subject("incident", about)
