"""Who is held for which incidents: reserved is not dispatched, but it is not free either."""

from collections.abc import Iterable, Mapping

from console.domain.incident import Incident


class Reservations:
    """The members who are reserved, few of all, each with the incidents that they are held for."""

    def __init__(self, pairs: Iterable[tuple[int, int]] = ()) -> None:
        """Begin with pairs of a member and an incident."""
        self._held: dict[int, set[int]] = {}
        self.changes = 0
        """Grows whenever something has changed."""
        for member, incident in pairs:
            self._hold(member, incident)

    def take_in(self, incident: Incident) -> None:
        """Know whoever is reserved for an incident."""
        for one in incident.people:
            if not one.is_live:
                self._hold(one.member, incident.id)

    def forget(self, incident: Incident) -> None:
        """Forget whoever was reserved for an incident, as it was known until now."""
        for one in incident.people:
            if not one.is_live:
                self._held[one.member].discard(incident.id)
                if not self._held[one.member]:
                    del self._held[one.member]
                self.changes += 1

    def elsewhere(self, incident: int) -> Mapping[int, int]:
        """For each member who is reserved for others than this incident, for how many."""
        counts = {one: len(held) - (incident in held) for one, held in self._held.items()}
        return {member: count for member, count in counts.items() if count}

    def of(self, member: int, but: int) -> tuple[int, ...]:
        """The incidents that a member is reserved for, but for one."""
        return tuple(sorted(self._held.get(member, set()) - {but}))

    def _hold(self, member: int, incident: int) -> None:
        self._held.setdefault(member, set()).add(incident)
        self.changes += 1
