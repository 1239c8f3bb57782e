"""How many incidents each of the operator's own views holds, counted as they change."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from console.domain.queue_views import Group, Narrowing
from console.views.queue.columns import Columns
from console.views.queue.searched import roomy

MANY = 50
"""From so many changed incidents on, all are looked at anew at once."""

Mask = NDArray[np.bool_]
"""Whether each slot is meant."""


class Tally:
    """Remembers of each view which slots it holds: a change costs one slot and not all of them.

    What is overdue changes with the clock alone, so that is looked at when it is counted. A slot
    never gets another text, so words are looked for once in each.
    """

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._masks: dict[Narrowing, Mask] = {}
        self._texts: dict[str, Mask] = {}
        self._changed: set[int] = set()

    def begin(self) -> None:
        """Count everything anew at the next question: the slots are others now."""
        self._texts.clear()
        self.touch_all()

    def touch_all(self) -> None:
        """Any incident may be new, or have changed."""
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
            mask = self._masks[lasting] = self._look(lasting)
        return self._columns.count(mask, now if overdue else None)

    def _look(self, narrowing: Narrowing) -> Mask:
        """Look at all slots, but for their texts only at those that are new."""
        mask = self._columns.admitted(replace(narrowing, text=""), 0.0)
        words = narrowing.text.split()
        if not words:
            return mask
        known = self._texts.get(narrowing.text, np.zeros(0, np.bool_))
        new = self._columns.holding(words, len(known), len(mask))
        known = self._texts[narrowing.text] = np.concatenate([known, new])
        return mask & known

    def _catch_up(self) -> None:
        if len(self._changed) > MANY:
            self.touch_all()
        size = len(self._columns.incidents)
        for narrowing, mask in self._masks.items():
            grown = self._masks[narrowing] = roomy(mask, size)
            for slot in self._changed:
                grown[slot] = self._columns.shows(narrowing, slot, 0.0)
        self._changed.clear()
