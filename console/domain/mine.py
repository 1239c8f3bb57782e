"""Which incidents are an operator's own ones: what dispatchers mean by “mine”.

An incident is mine if I took its report, if the last deed on it was mine, or if a card on it
waits for me by name. So it is no longer mine when a colleague has done the next deed on it, unless
I took the report: whoever called asks for me. What the program does by itself is nobody's deed.
"""

from collections.abc import Iterable
from typing import NamedTuple

from console.domain.change import Change
from console.domain.events import Event
from console.domain.ladder import Supervision
from console.domain.lifecycle import Deed

NOBODYS = frozenset({Deed.CLIMB, Deed.MISS_CHECK_IN, Deed.TOLD, Deed.NOT_TOLD, Deed.LOOK})
"""What the program does by itself, and looking: the last deed is the one before."""

INCIDENT = "incident"
"""The kind of the events' subjects that count."""


class InHand(NamedTuple):
    """What an operator had in hand: the reports they took, and what they did the last deed on."""

    taken: frozenset[int] = frozenset()
    last: frozenset[int] = frozenset()


class Mine:
    """The numbers of one operator's incidents, kept true by the events of the feed."""

    def __init__(self, operator: str) -> None:
        self.operator = operator
        self.ids: set[int] = set()
        self._taken: set[int] = set()
        self._last: dict[int, bool] = {}
        """Whether the last deed was mine, of all incidents that anything is known of."""
        self._carded: dict[int, set[int]] = {}

    def begin(self, before: InHand) -> None:
        """Take in what happened before there was a feed; what the feed has told since is newer."""
        self._taken.update(before.taken)
        for number in before.last:
            self._last.setdefault(number, True)
        for number in self._taken | set(self._last):
            self._judge(number)

    def take_in(self, change: Change) -> None:
        """Follow what has happened."""
        for event in change.events:
            self._follow(event)
        self.take_cards(change.supervisions)
        for number in change.ended:
            # It may be reopened: who took its report still holds then.
            self.ids.discard(number)
        for incident in change.incidents:
            self._judge(incident.id)

    def take_cards(self, cards: Iterable[Supervision]) -> None:
        """Learn of cards that were raised, or acknowledged."""
        for card in cards:
            own = self._carded.setdefault(card.incident, set())
            if card.open and card.owner == self.operator:
                own.add(card.id)
            else:
                own.discard(card.id)
            self._judge(card.incident)

    def _follow(self, event: Event) -> None:
        if event.subject.kind != INCIDENT or event.kind in NOBODYS:
            return
        number, own = event.subject.id, event.operator == self.operator
        self._last[number] = own
        if own and event.kind is Deed.REPORT:
            self._taken.add(number)
        self._judge(number)

    def _judge(self, number: int) -> None:
        own = number in self._taken or self._last.get(number) or self._carded.get(number)
        (self.ids.add if own else self.ids.discard)(number)
