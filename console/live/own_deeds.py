"""What one operator has done last at one workstation, to be taken back from the last one on."""

from collections.abc import Iterable
from uuid import UUID

from console.domain.events import Event
from console.domain.undoing import UNDOES, UNDOING, Final, Why

KEPT = 50
"""So many deeds, or so many done at once, are remembered."""


class OwnDeeds:
    """The deeds in the order in which the feed told of them; those done at once are one.

    It is fed with all events, so that it knows after a restart what was done before.
    """

    def __init__(self, operator: str, workstation: str) -> None:
        self._who = operator, workstation
        self._groups: list[list[Event]] = []
        self._together: dict[UUID, UUID] = {}
        self._seen = 0

    def together(self, commands: Iterable[UUID]) -> None:
        """These commands were asked for as one."""
        several = list(commands)
        self._together.update((command, several[0]) for command in several)

    @property
    def last(self) -> tuple[Event, ...]:
        """What was done last; several if they were done at once; none if nothing is known."""
        return tuple(self._groups[-1]) if self._groups else ()

    def forget_last(self) -> None:
        """What was done last cannot be taken back: the one before it comes next."""
        if self._groups:
            self._groups.pop()

    def take_in(self, events: Iterable[Event]) -> None:
        """Take in what has happened; what is known already does no harm."""
        told = list(events)
        if told and told[-1].seq < self._seen:
            # Another log is followed now: a backup was put back.
            self._groups.clear()
            self._seen = 0
        for event in told:
            if event.seq <= self._seen:
                continue
            self._seen = event.seq
            if UNDOES in event.payload:
                self._forget(event.payload[UNDOES])
            elif (event.operator, event.workstation) == self._who and _by_hand(event):
                self._remember(event)

    def _remember(self, event: Event) -> None:
        group = self._together.get(event.command_id)
        last = self.last
        same = group is not None and last and self._together.get(last[0].command_id) == group
        if same:
            self._groups[-1].append(event)
        else:
            self._groups.append([event])
            del self._groups[:-KEPT]

    def _forget(self, seq: object) -> None:
        groups = ([one for one in group if one.seq != seq] for group in self._groups)
        self._groups = [group for group in groups if group]


def _by_hand(event: Event) -> bool:
    return UNDOING[event.kind] != Final(Why.BY_ITSELF)
