"""One line of the table of figures, and the statistics that the lines are made of."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Row:
    """A figure beside its baseline; ``ratio`` is figure / baseline where both have one unit.

    There is no figure where the measurement itself failed; such a row is not met.
    """

    name: str
    figure: float | None
    unit: str
    baseline: float | None
    ratio: float | None
    goal: str
    met: bool
    note: str


def percentile(values: Sequence[float], percent: float) -> float:
    """The value below which a share of all values lies (nearest rank)."""
    ordered = sorted(values)
    rank = max(0, min(len(ordered) - 1, round(percent / 100 * len(ordered) + 0.5) - 1))
    return ordered[rank]


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return statistics.median(values)


def timed_ms(work: Callable[[], object]) -> float:
    """How long a piece of work takes, in milliseconds."""
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000
