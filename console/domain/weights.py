"""What counts how much when somebody is proposed; data that a center may change."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from math import isfinite

from console.domain.errors import Refusal, Refused

GREATEST = 10_000.0
"""No weight is larger: a week has 10,080 minutes."""


@dataclass(frozen=True, slots=True)
class Weights:
    """All in minutes of a walk, but for ``urgent`` and ``most_running``.

    Attributes:
        neighbouring: Coming from a neighbouring sub-grid instead of the own one.
        own_base: From the same base grid.
        elsewhere: From anywhere else, where the streets and people are not known.
        running: Each assignment that the member has already.
        cover: Each skill that nobody else free in the member's base grid has.
        fairness: Each assignment in the last seven days above the average of those who may go.
        urgent: By how much a minute's walk counts more when the incident is urgent.
        most_running: Who has so many running assignments gets no more.
        continuity: Taken off for who has been on a related incident lately.
        language: Taken off for who speaks the language that the incident needs.
    """

    neighbouring: float = 0.5
    own_base: float = 1.0
    elsewhere: float = 2.0
    running: float = 20.0
    cover: float = 0.3
    fairness: float = 0.5
    urgent: float = 2.0
    most_running: float = 3.0
    continuity: float = 3.0
    language: float = 4.0

    def changed(self, values: Mapping[str, float]) -> "Weights":
        """These with some of them changed.

        Raises:
            Refusal: BAD_VALUE for a name that there is not, or a value that makes no sense.
        """
        for name, value in values.items():
            least = 1.0 if name in ("urgent", "most_running") else 0.0
            if name not in NAMES or not isfinite(value) or not least <= value <= GREATEST:
                raise Refusal(Refused.BAD_VALUE, field=name, value=str(value))
        return replace(self, **values)

    def values(self) -> dict[str, float]:
        """All of them by name."""
        return asdict(self)


NAMES = frozenset(field.name for field in fields(Weights))
"""The names of the weights."""
