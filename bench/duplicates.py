"""How well the rule finds reports of one matter, beside one kind within 100 m and an hour."""

import os
import random
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.data import local_center
from bench.reported_twice import Reported, reported_twice
from bench.row import Row, median, percentile, timed_ms
from console.db.alike import Asked, same_as_typed
from console.db.engine import Database
from console.db.queries import open_incidents
from console.domain.duplicates import LIKELY, WITHIN, Match, Telling, most_alike
from console.domain.incident import Incident
from console.domain.place import distance_m

DATA = Path(os.environ.get("GRID_CONSOLE_DATA", Path(__file__).parents[2] / "shared" / "data"))
COUNTED = "la311_2017.csv"
"""The weights of the rule were counted on this file's set …"""
TRIED = "la311_2020.csv"
"""… and are tried on this one's, which they have not seen."""

LEAST_PRECISION, LEAST_RECALL = 0.7, 0.8
OPEN, ASKED, LONGEST_MS = 100_000, 100, 150.0
_CELL = 0.005
_METRES, _HOUR = 100.0, timedelta(hours=1)

Finder = Callable[[Telling, list[tuple[int, Telling]]], tuple[Match, ...]]


def by_rule(telling: Telling, others: list[tuple[int, Telling]]) -> tuple[Match, ...]:
    """What the program's rule says is the same."""
    return most_alike(telling, others, LIKELY, most=1)


def by_radius(telling: Telling, others: list[tuple[int, Telling]]) -> tuple[Match, ...]:
    """What a plain rule says: the nearest of the same kind within 100 m and an hour."""
    found = []
    for number, other in others:
        apart = telling.at - other.at
        if other.category != telling.category or apart > _HOUR:
            continue
        if telling.place is None or other.place is None:
            continue
        metres = distance_m(telling.place, other.place)
        if metres <= _METRES:
            found.append(Match(number, 1 - metres / _METRES, metres, apart))
    return tuple(sorted(found, key=lambda match: -match.score)[:1])


def quality(reports: list[Reported], finder: Finder) -> tuple[float, float, list[float]]:
    """Precision, recall and milliseconds a report, as the reports come in one after the other.

    What is said to be the same counts as right if it is of the same matter.
    """
    near: dict[tuple[int, int], list[int]] = defaultdict(list)
    said = right = 0
    took: list[float] = []
    for number, report in enumerate(reports):
        others = [(n, reports[n].telling) for n in _candidates(reports, number, near)]
        began = perf_counter()
        found = finder(report.telling, others)
        took.append((perf_counter() - began) * 1000)
        said += len(found)
        right += sum(reports[match.number].matter == report.matter for match in found)
        near[_cell(report.telling)].append(number)
    return right / max(1, said), right / sum(one.repeats for one in reports), took


def _candidates(
    reports: list[Reported], number: int, near: dict[tuple[int, int], list[int]]
) -> list[int]:
    telling = reports[number].telling
    column, row = _cell(telling)
    if telling.place is None:
        found = list(range(number))
    else:
        cells = [(c, r) for c in (column - 1, column, column + 1) for r in (row - 1, row, row + 1)]
        found = [n for cell in [*cells, _NOWHERE] for n in near.get(cell, ())]
    return [n for n in found if telling.at - reports[n].telling.at <= WITHIN]


_NOWHERE = (0, 0)


def _cell(telling: Telling) -> tuple[int, int]:
    place = telling.place
    return _NOWHERE if place is None else (int(place.lon // _CELL), int(place.lat // _CELL))


def duplicates() -> Row:
    """Precision and recall on the set that the weights have not seen."""
    reports = reported_twice(DATA / TRIED)
    precision, recall, took = quality(reports, by_rule)
    base_precision, base_recall, _ = quality(reports, by_radius)
    seen = quality(reported_twice(DATA / COUNTED), by_rule)
    return Row(
        "duplicates",
        recall * 100,
        "%",
        base_recall * 100,
        recall / base_recall,
        f"precision ≥ {LEAST_PRECISION:.0%}, recall ≥ {LEAST_RECALL:.0%}",
        precision >= LEAST_PRECISION and recall >= LEAST_RECALL,
        f"recall; precision {precision:.1%}, that of one kind within 100 m and 1 h"
        f" {base_precision:.1%};"
        f" on the set that the weights come from {seen[0]:.1%} and {seen[1]:.1%};"
        f" {len(reports):,} reports, {sum(one.repeats for one in reports):,} twice;"
        f" median {median(took):.2f} ms, p95 {percentile(took, 95):.2f} ms a report",
    )


def ask() -> Row:
    """How long the answer takes while somebody types, among 100,000 open incidents."""
    with TemporaryDirectory() as folder:
        database = Database.open(local_center(Path(folder), "ask", open_count=OPEN))
        try:
            with database.read() as session:
                incidents = open_incidents(session)
                some = random.Random(1).sample(incidents, ASKED)
                took, plain = [], []
                for number, one in enumerate(some):
                    told = Telling(
                        one.category, one.title, one.address, one.place, datetime.now(UTC)
                    )
                    asked = Asked(told, "13800138001")
                    took.append(timed_ms(partial(same_as_typed, session, asked)))
                    if number < ASKED // 20:
                        plain.append(timed_ms(partial(_all, told, incidents)))
        finally:
            database.close()
    return Row(
        "duplicates-ask",
        percentile(took, 95),
        "ms",
        median(plain),
        percentile(took, 95) / median(plain),
        f"p95 ≤ {LONGEST_MS:.0f} ms",
        percentile(took, 95) <= LONGEST_MS,
        f"p95 of {ASKED}, SQLite, {OPEN:,} open in one community, all of six hours; off the GUI"
        f" thread; median {median(took):.1f} ms; the baseline compares with all in memory",
    )


def _all(told: Telling, incidents: Iterable[Incident]) -> None:
    most_alike(
        told,
        (
            (one.id, Telling(one.category, one.title, one.address, one.place, one.reported_at))
            for one in incidents
        ),
    )


ROWS: dict[str, Callable[[], Row]] = {"duplicates": duplicates, "duplicates-ask": ask}
