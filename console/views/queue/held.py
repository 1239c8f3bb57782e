"""Changes that are held back while somebody is about to act on the rows as they stand."""

from typing import NamedTuple

from console.domain.change import Change
from console.domain.incident import Incident
from console.domain.queue_views import Narrowing
from console.views.queue.arrangement import Arrangement
from console.views.queue.columns import Columns


class Waiting(NamedTuple):
    """How much is held back: incidents that would come into view, and rows that would change."""

    new: int = 0
    moved: int = 0


class Held:
    """What the feed has told since the rows were held, by number; None for what has ended.

    Args:
        rows: The rows that stand still meanwhile.
        apart: Columns of their own for what is held back, to see what of it would be shown.
    """

    def __init__(self, rows: Arrangement, apart: Columns) -> None:
        self._rows, self._apart = rows, apart
        self._latest: dict[int, Incident | None] = {}

    def __bool__(self) -> bool:
        return bool(self._latest)

    def take(self, change: Change) -> None:
        """Hold a change back."""
        columns = self._rows.columns
        for number in change.ended:
            if columns.slot_of(number) is None:
                self._latest.pop(number, None)
            else:
                self._latest[number] = None
        for incident in change.incidents:
            self._latest[incident.id] = incident
        self._apart.load(one for one in self._latest.values() if one is not None)

    def drop(self) -> tuple[list[Incident], list[int]]:
        """Hold nothing any more: what is to be brought now, and what has ended."""
        latest, self._latest = self._latest, {}
        ended = [number for number, incident in latest.items() if incident is None]
        return [incident for incident in latest.values() if incident is not None], ended

    def own_again(self) -> None:
        """Look anew which of them are the operator's own ones."""
        self._apart.own_again()

    def holds(self, number: int) -> bool:
        """Whether something is held back about an incident."""
        return number in self._latest

    def latest(self, incident: Incident) -> Incident:
        """An incident as it now stands, though its row stays where it is."""
        return self._latest.get(incident.id) or incident

    def is_gone(self, number: int) -> bool:
        """Whether an incident has ended whose row is still there."""
        return number in self._latest and self._latest[number] is None

    @property
    def waiting(self) -> Waiting:
        """How much is held back."""
        rows = self._rows
        shown = rows.columns.slot_of
        known = [number for number in self._latest if shown(number) is not None]
        admitted = self._apart.admitted(rows.narrowing, rows.overdue_at)
        among = [
            bool(admitted[slot])
            for number in self._latest
            if shown(number) is None and (slot := self._apart.slot_of(number)) is not None
        ]
        return Waiting(sum(among), len(known))

    def more(self, narrowing: Narrowing, overdue_at: float) -> int:
        """How many more would be shown of a view if nothing were held back; may be negative."""
        columns = self._rows.columns
        slots = [columns.slot_of(number) for number in self._latest]
        fewer = sum(columns.shows(narrowing, s, overdue_at) for s in slots if s is not None)
        return int(self._apart.admitted(narrowing, overdue_at).sum()) - fewer
