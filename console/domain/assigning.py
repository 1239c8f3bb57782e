"""Whom to send to several incidents that wait at once: solved as a whole, not one by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from console.domain.crew import Crew, Figures
from console.domain.incident import Incident
from console.domain.people import Member
from console.domain.ranking import costs_of
from console.domain.weights import Weights


@dataclass(frozen=True, slots=True)
class Pair:
    """An incident with the member proposed for it; the cost in minutes, as in the ranking."""

    incident: Incident
    member: Member
    cost: float


@dataclass(frozen=True, slots=True)
class Plan:
    """Pairs of the cheapest plan, who is left over, and what one after another would cost.

    ``saved`` is in minutes, against the best for each incident in the order given; it is None when
    that would leave more incidents without anybody, because the sums do not compare then.
    """

    pairs: tuple[Pair, ...]
    left: tuple[Incident, ...]
    saved: float | None


def assign(
    waiting: Sequence[tuple[Incident, str]], crew: Crew, today: date, weights: Weights
) -> Plan:
    """Propose one member for each incident so that the sum of the costs is the least.

    As many incidents as possible get somebody; nobody gets two at once. It is the linear sum
    assignment problem, solved by SciPy (a variant of Jonker and Volgenant, 1987, after Crouse,
    2016).

    Args:
        waiting: The incidents with the skills that they need, in the order of the queue.
        crew: Everybody.
        today: The day in the center's zone.
        weights: What counts how much.
    """
    if not waiting or not len(crew):
        return Plan((), tuple(incident for incident, _ in waiting), 0.0)
    costs = np.array([costs_of(one, skill, crew, today, weights) for one, skill in waiting])
    chosen = _solved(costs)
    total = sum(costs[row, slot] for row, slot in chosen.items())
    one_by_one = _greedy(costs)
    saved = None
    if len(one_by_one) == len(chosen):
        saved = float(sum(costs[row, slot] for row, slot in one_by_one.items()) - total)
    return Plan(
        tuple(
            Pair(waiting[row][0], crew.members[slot], float(costs[row, slot]))
            for row, slot in sorted(chosen.items())
        ),
        tuple(incident for row, (incident, _) in enumerate(waiting) if row not in chosen),
        saved,
    )


def _solved(costs: Figures) -> dict[int, int]:
    # Late: its import takes a quarter of a second, and most sessions never ask.
    from scipy.optimize import linear_sum_assignment

    possible = np.isfinite(costs)
    if not possible.any():
        return {}
    spread = costs[possible].max() - min(costs[possible].min(), 0.0) + 1.0
    # Dearer than any set of possible pairs, so that as few as can be are impossible ones.
    forbidden = spread * (min(costs.shape) + 1)
    rows, slots = linear_sum_assignment(np.where(possible, costs, forbidden))
    return {
        int(row): int(slot) for row, slot in zip(rows, slots, strict=True) if possible[row, slot]
    }


def _greedy(costs: Figures) -> dict[int, int]:
    """The best member that is left for each incident, in their order."""
    left = costs.copy()
    found = {}
    for row in range(len(left)):
        slot = int(left[row].argmin())
        if np.isfinite(left[row, slot]):
            found[row] = slot
            left[:, slot] = np.inf
    return found
