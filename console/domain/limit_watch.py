"""Which limits come close or run out as time passes: no event tells of it."""

from collections.abc import Callable, Iterator
from datetime import datetime
from heapq import heappop, heappush

from console.domain.incident import Incident


def next_instant(incident: Incident, now: datetime) -> datetime | None:
    """When the limit of an incident comes close, or else when it ends; None for neither."""
    for at in (incident.warn_at, incident.due_at):
        if at is not None and at >= now:
            return at
    return None


class LimitWatch:
    """A queue of instants, each of an incident; one that has changed leaves its old one behind.

    So a change costs a hundred thousand open incidents nothing, and neither does a second that
    passes.
    """

    def __init__(self) -> None:
        self._coming: list[tuple[datetime, int]] = []

    def put(self, incident: Incident, now: datetime) -> None:
        """Watch an incident as it stands now."""
        at = next_instant(incident, now)
        if at is not None:
            heappush(self._coming, (at, incident.id))

    def passed(self, now: datetime, find: Callable[[int], Incident | None]) -> Iterator[Incident]:
        """The incidents whose limit has come close or run out since the last time.

        Args:
            now: The instant.
            find: Finds an open incident as it stands now.
        """
        while self._coming and self._coming[0][0] < now:
            at, number = heappop(self._coming)
            incident = find(number)
            if incident is None or at not in (incident.warn_at, incident.due_at):
                continue
            self.put(incident, now)
            yield incident
