"""Who looks at which incident now: known by signs of life, and forgotten without them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

EXPIRES = timedelta(seconds=16)
"""Who has given no sign of life for so long is not there any more: three were missed."""


@dataclass(frozen=True, slots=True)
class Onlooker:
    """Somebody at a workstation with an incident before them, and since when."""

    workstation: str
    operator: str
    incident: int
    since: datetime
    seen: datetime
    """The last sign of life, by the clock of their own workstation."""

    @property
    def seat(self) -> tuple[str, str]:
        """Who it is: the workstation and the operator."""
        return self.workstation, self.operator


class Attention:
    """Judges who is there by whether their sign of life changes, and not by what time it tells.

    Workstations' clocks differ. Only of somebody who is met for the first time is it asked how old
    their sign is: a row that a killed console has left behind must not come to life at a start.
    """

    def __init__(self, own: tuple[str, str]) -> None:
        self._own = own
        self._met: dict[tuple[str, str], tuple[Onlooker, datetime]] = {}

    def take_in(self, found: Iterable[Onlooker], now: datetime) -> None:
        """Take in all that is known now.

        Args:
            found: Everybody's last sign of life.
            now: The instant, by our own clock.
        """
        before, self._met = self._met, {}
        for one in found:
            if one.seat == self._own:
                continue
            known = before.get(one.seat)
            if known is None:
                self._met[one.seat] = one, min(one.seen, now)
            else:
                same = known[0].seen == one.seen and known[0].incident == one.incident
                self._met[one.seat] = one, known[1] if same else now

    def forget(self) -> None:
        """Nothing is known of the others any more."""
        self._met.clear()

    def there(self, now: datetime) -> dict[int, tuple[Onlooker, ...]]:
        """Who looks at each incident at an instant, whoever has been there longest first."""
        found: dict[int, list[Onlooker]] = {}
        for one, heard in self._met.values():
            if now - heard <= EXPIRES:
                found.setdefault(one.incident, []).append(one)
        return {
            incident: tuple(sorted(some, key=lambda one: (one.since, one.seat)))
            for incident, some in found.items()
        }
