"""All that the map is to show, and which part of it the page does not know yet."""

from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from console.widgets.map.values import Json, MapCamera, MapIncident, MapMember


class Item(Protocol):
    """Something on the map."""

    @property
    def id(self) -> int:
        """Its key among its kind."""

    def row(self) -> list[Json]:
        """Its values in the order in which the page reads them."""


T = TypeVar("T", bound=Item)


class Ledger(Generic[T]):
    """The items of one kind; remembers what has changed since it was last asked."""

    def __init__(self) -> None:
        self.items: dict[int, T] = {}
        self._changed: dict[int, None] = {}
        self._gone: set[int] = set()
        self._anew = False

    def replace(self, items: Iterable[T]) -> None:
        """From now on these items and no others."""
        self.items = {item.id: item for item in items}
        self.restart()

    def update(self, changed: Iterable[T], removed: Iterable[int] = ()) -> None:
        """Some items changed or are new, some are gone."""
        for key in removed:
            if self.items.pop(key, None) is not None:
                self._changed.pop(key, None)
                self._gone.add(key)
        for item in changed:
            if self.items.get(item.id) != item:
                self.items[item.id] = item
                self._changed[item.id] = None
                self._gone.discard(item.id)

    def restart(self) -> None:
        """The page knows nothing any more."""
        self._anew = True
        self._changed = dict.fromkeys(self.items)
        self._gone.clear()

    def take(self) -> dict[str, Json] | None:
        """What the page must be told; None if it knows everything."""
        if not (self._anew or self._changed or self._gone):
            return None
        told: dict[str, Json] = {
            "anew": self._anew,
            "gone": list(self._gone),
            "set": [self.items[key].row() for key in self._changed],
        }
        self._anew = False
        self._changed.clear()
        self._gone.clear()
        return told


class Scene:
    """The map's whole content; survives the page, which can be loaded again at any time."""

    def __init__(self) -> None:
        self.incidents: Ledger[MapIncident] = Ledger()
        self.members: Ledger[MapMember] = Ledger()
        self.cameras: Ledger[MapCamera] = Ledger()
        self._facts: dict[str, Json] = {}
        self._untold: dict[str, None] = {}

    def tell(self, name: str, fact: Json) -> None:
        """Set one of the things there is only one of: colours, words, selection, …."""
        if name not in self._facts or self._facts[name] != fact:
            self._facts[name] = fact
            self._untold[name] = None

    def restart(self) -> None:
        """The page knows nothing any more."""
        self.incidents.restart()
        self.members.restart()
        self.cameras.restart()
        self._untold = dict.fromkeys(self._facts)

    def take(self) -> dict[str, Json] | None:
        """What the page must be told; None if it knows everything."""
        told: dict[str, Json] = {name: self._facts[name] for name in self._untold}
        self._untold.clear()
        kinds = {
            "incidents": self.incidents.take(),
            "members": self.members.take(),
            "cameras": self.cameras.take(),
        }
        told.update({kind: part for kind, part in kinds.items() if part is not None})
        return told or None
