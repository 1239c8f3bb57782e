"""How many incidents each of the operator's own views holds, counted as they change."""

from dataclasses import replace
from typing import TYPE_CHECKING

from console.domain.queue_views import Group, Narrowing
from console.views.queue.columns import Columns
from console.views.queue.searched import roomy

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MANY = 500
"""From so many changed incidents on, all are looked at anew at once."""


class Tally:
    """Remembers of each view which slots it holds: a change costs one slot and not all of them.

    What is overdue changes with the clock alone, so that is looked at when it is counted.
    """

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._masks: dict[Narrowing, NDArray[np.bool_]] = {}
        self._changed: set[int] = set()

    def begin(self) -> None:
        """Count everything anew at the next question."""
        self._masks.clear()
        self._changed.clear()

    def touch(self, incident_id: int) -> None:
        """An incident is new, or has changed; one that has gone is not counted any more anyway."""
        slot = self._columns.slot_of(incident_id) if self._masks else None
        if slot is not None:
            self._changed.add(slot)

    def count(self, narrowing: Narrowing, now: float) -> int:
        """How many incidents a view shows at an instant, in seconds since 1970."""
        overdue = narrowing.group is Group.OVERDUE
        lasting = replace(narrowing, group=Group.ALL) if overdue else narrowing
        self._catch_up()
        mask = self._masks.get(lasting)
        if mask is None:
            mask = self._masks[lasting] = self._columns.admitted(lasting, now)
        return self._columns.count(mask, now if overdue else None)

    def _catch_up(self) -> None:
        if len(self._changed) > MANY:
            self.begin()
        size = len(self._columns.incidents)
        for narrowing, mask in self._masks.items():
            grown = self._masks[narrowing] = roomy(mask, len(mask), size)
            for slot in self._changed:
                grown[slot] = self._columns.shows(narrowing, slot, 0.0)
        self._changed.clear()
