"""``python -m bench.day``: a simulated day of a town, dispatched by three rules; prints a table.

Everything here is modelled: 24 communities with 1,300 members and 2,000 incidents, seeded. Each
community dispatches its own people. The rules see the same members, incidents and working times.
"""

import argparse
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

from bench.row import percentile
from console.domain.category import Priority
from console.domain.codes import base_of_grid
from console.domain.crew import Crew
from console.domain.grid import Grid, GridTree
from console.domain.incident import Incident, Origin, State
from console.domain.people import Badge, BadgeLevel, Duty, Member
from console.domain.place import LonLat, distance_m, walking_s
from console.domain.ranking import propose
from console.domain.weights import Weights

COMMUNITIES, MEMBERS, INCIDENTS = 24, 1300, 2000
BASES, SUBS = 5, 21
SIDE_M = 450
"""A sub-grid's side in metres: 21 of them are some 4 km², a community of 厚街."""

SKILLS = {
    "urban": 0.34, "general": 0.16, "security": 0.14, "population": 0.12,
    "safety": 0.08, "fire": 0.06, "food_drug": 0.06, "labour": 0.04,
}  # fmt: skip
"""What share of the incidents needs which skill."""

ARRIVE_MIN = {Priority.URGENT: 10, Priority.HIGH: 20, Priority.NORMAL: 45, Priority.LOW: 90}
"""Minutes in which somebody is to be there."""

PRIORITIES = {Priority.URGENT: 5, Priority.HIGH: 20, Priority.NORMAL: 60, Priority.LOW: 15}
WORK_MIN = 22.0
"""The median of the minutes that a case takes on the spot; lognormal with a sigma of 0.7."""

DESK_MIN = 2.0
"""From the report to the dispatch, and from the order to setting out, together."""

BY_HOUR = (1, 1, 1, 1, 1, 1, 3, 6, 9, 10, 9, 7, 5, 6, 8, 9, 9, 8, 7, 6, 5, 4, 3, 2)
"""How the reports spread over the hours: few at night, most in the morning and before supper."""

TODAY = date(2026, 3, 2)
MIDNIGHT = datetime(2026, 3, 2, tzinfo=UTC)
DAY = 24 * 60.0


@dataclass
class Worker:
    """A member in the simulation; times are minutes since midnight."""

    member: Member
    shift: tuple[float, float]
    ends: list[float] = field(default_factory=list)
    at: LonLat | None = None
    given: int = 0

    def there(self, now: float) -> bool:
        """Whether the shift runs, over midnight too."""
        begin, end = self.shift
        now %= DAY
        return begin <= now < end if begin < end else not end <= now < begin

    def running(self, now: float) -> int:
        """How many assignments are not finished."""
        return sum(end > now for end in self.ends)

    def free_at(self, now: float) -> float:
        """When all that was given is done."""
        return max([now, *self.ends])

    def place(self, now: float) -> LonLat:
        """On patrol somewhere in the own sub-grid, or where the last case was or will be."""
        if self.at is not None and self.ends and max(self.ends) > now - 10:
            return self.at
        chance = random.Random(f"{self.member.id} {int(now / 15)}")
        return _inside(self.member.grid, chance)


@dataclass(frozen=True)
class Case:
    """An incident of the day with what it needs."""

    incident: Incident
    skill: str
    minute: float
    work: float


@dataclass
class Town:
    """One community: its grids, people and the day's cases."""

    tree: GridTree
    workers: list[Worker]
    cases: list[Case]


Rule = Callable[[Town, Case, float], Worker | None]


def _origin(grid: str) -> tuple[float, float]:
    """The south-western corner of a sub-grid in metres."""
    community, number = int(grid[9:12]), int(grid[14:16]) - 1
    return community * 20_000 + number % 5 * SIDE_M, number // 5 * SIDE_M


def _place(x: float, y: float) -> LonLat:
    return LonLat(x / 111_195, y / 111_195)


def _inside(grid: str, chance: random.Random) -> LonLat:
    x, y = _origin(grid)
    return _place(x + chance.random() * SIDE_M, y + chance.random() * SIDE_M)


def _town(
    number: int, members: int, cases: int, chance: random.Random, ids: Iterator[int]
) -> Town:
    community = f"441900122{number:03d}"
    subs = [f"{community}{1 + n * BASES // SUBS:02d}{n + 1:02d}" for n in range(SUBS)]
    grids = []
    for code in subs:
        x, y = _origin(code)
        corners = ((x, y), (x + SIDE_M, y), (x + SIDE_M, y + SIDE_M), (x, y + SIDE_M), (x, y))
        ring = tuple((_place(*at).lon, _place(*at).lat) for at in corners)
        grids.append(Grid(code, code, ((ring,),)))
    workers = []
    for n in range(members):
        held = chance.sample(list(SKILLS), k=chance.choice([2, 3, 3, 4, 5]))
        badges = tuple(Badge(skill, BadgeLevel.HELD) for skill in held)
        identity = next(ids)
        member = Member(
            identity, 1, f"{identity:05d}", "", "", subs[n % SUBS], Duty.ON_DUTY, badges
        )
        shift = chance.choices([(480.0, 1200.0), (1200.0, 480.0)], [0.75, 0.25])[0]
        workers.append(Worker(member, shift))
    _cover_all(workers)
    day = sorted(_minute(chance) for _ in range(cases))
    return Town(GridTree(grids), workers, [_case(next(ids), at, subs, chance) for at in day])


def _cover_all(workers: list[Worker]) -> None:
    """See to it that both shifts have somebody for each skill; else a case would wait forever."""
    for begin in {worker.shift for worker in workers}:
        shift = [worker for worker in workers if worker.shift == begin]
        for number, skill in enumerate(SKILLS):
            if not any(worker.member.badge(skill) for worker in shift):
                worker = shift[number % len(shift)]
                badges = (*worker.member.badges, Badge(skill, BadgeLevel.HELD))
                worker.member = replace(worker.member, badges=badges)


def _minute(chance: random.Random) -> float:
    hour = chance.choices(
        range(24), [1] * 6 + [3, 6, 9, 10, 9, 7, 5, 6, 8, 9, 9, 8, 7, 6, 5, 4, 3, 2]
    )
    return hour[0] * 60 + chance.random() * 60


def _case(number: int, minute: float, subs: Sequence[str], chance: random.Random) -> Case:
    # Some grids have more to do than others.
    grid = subs[min(int(chance.random() ** 1.6 * len(subs)), len(subs) - 1)]
    at = MIDNIGHT + timedelta(minutes=minute)
    incident = Incident(
        id=number, version=1, state=State.VERIFIED, category="", title="", address="",
        priority=chance.choices(list(PRIORITIES), list(PRIORITIES.values()))[0],
        place=_inside(grid, chance), grid=grid, origin=Origin.PHONE, reported_at=at,
        stage_from=at, due_at=None, warn_at=None, assignee=None,
    )  # fmt: skip
    skill = chance.choices(list(SKILLS), list(SKILLS.values()))[0]
    return Case(incident, skill, minute, WORK_MIN * chance.lognormvariate(0, 0.7))


def ours(weights: Weights) -> Rule:
    """The first one of the console's proposal."""
    crews: dict[int, Crew] = {}

    def choose(town: Town, case: Case, now: float) -> Worker | None:
        crew = crews.setdefault(id(town), Crew(town.tree, [w.member for w in town.workers]))
        crew.take_in(_seen(worker, now) for worker in town.workers)
        found = propose(case.incident, case.skill, crew, TODAY, weights, most=1).candidates
        by_id = {worker.member.id: worker for worker in town.workers}
        return by_id[found[0].member.id] if found else None

    return choose


def _seen(worker: Worker, now: float) -> Member:
    running = worker.running(now)
    duty = Duty.OFF if not worker.there(now) else Duty.ON_SCENE if running else Duty.ON_DUTY
    return replace(
        worker.member, duty=duty, load=running, week=worker.given, place=worker.place(now)
    )


def _fit(town: Town, case: Case, now: float) -> list[Worker]:
    return [
        worker
        for worker in town.workers
        if worker.there(now) and worker.member.holds(case.skill, TODAY)
    ]


def _away(case: Case, now: float) -> Callable[[Worker], float]:
    place = case.incident.place or LonLat(0, 0)
    return lambda worker: distance_m(worker.place(now), place)


def nearest_free(town: Town, case: Case, now: float) -> Worker | None:
    """Whoever is free and nearest; while nobody is free the case waits."""
    free = [worker for worker in _fit(town, case, now) if not worker.running(now)]
    return min(free, key=_away(case, now), default=None)


def own_grid(town: Town, case: Case, now: float) -> Worker | None:
    """The sub-grid's own member, busy or not; else the base grid's; else the nearest."""
    fit = _fit(town, case, now)
    grid, base = case.incident.grid, base_of_grid(case.incident.grid)
    for own in (
        [worker for worker in fit if worker.member.grid == grid],
        [worker for worker in fit if base_of_grid(worker.member.grid) == base],
        fit,
    ):
        if own:
            return min(own, key=lambda w: (w.running(now), _away(case, now)(w)))
    return None


@dataclass(frozen=True)
class Figures:
    """A rule's day: minutes to the arrival, the share that came too late, the Gini of the load."""

    mean: float
    p95: float
    overdue: float
    gini: float


def run(towns: Sequence[Town], rule: Rule) -> Figures:
    """Let a day pass under a rule."""
    waits, late, given = [], 0, []
    for town in towns:
        for worker in town.workers:
            worker.ends, worker.at, worker.given = [], None, 0
        for case in town.cases:
            arrived = _answer(town, case, rule)
            waits.append(arrived - case.minute)
            late += arrived - case.minute > ARRIVE_MIN[case.incident.priority]
        given += [worker.given for worker in town.workers]
    return Figures(sum(waits) / len(waits), percentile(waits, 95), late / len(waits), _gini(given))


def _answer(town: Town, case: Case, rule: Rule) -> float:
    """The minute at which somebody arrives."""
    now = case.minute + DESK_MIN
    while (worker := rule(town, case, now)) is None:
        now += 1.0  # Looked at again each minute, as a dispatcher would.
    begins = worker.free_at(now)
    place = case.incident.place or LonLat(0, 0)
    arrived = begins + walking_s(distance_m(worker.place(begins), place)) / 60
    worker.ends = [end for end in worker.ends if end > now - 60] + [arrived + case.work]
    worker.at = place
    worker.given += 1
    return arrived


def _gini(values: Sequence[int]) -> float:
    """The Gini coefficient: 0 if all have the same, towards 1 the more a few have it all."""
    ordered, total = sorted(values), sum(values)
    weighted = sum(rank * value for rank, value in enumerate(ordered, 1))
    return 2 * weighted / (len(ordered) * total) - (len(ordered) + 1) / len(ordered)


def town_day(seed: int) -> list[Town]:
    """All communities of a day; the same seed gives the same day."""
    chance, ids = random.Random(seed), count(1)
    return [
        _town(
            2 + n,
            MEMBERS // COMMUNITIES + (n < MEMBERS % COMMUNITIES),
            INCIDENTS // COMMUNITIES + (n < INCIDENTS % COMMUNITIES),
            chance,
            ids,
        )
        for n in range(COMMUNITIES)
    ]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.day")
    parser.add_argument("--seed", type=int, default=1)
    towns = town_day(parser.parse_args().seed)
    rules: dict[str, Rule] = {
        "this proposal": ours(Weights()),
        "nearest free member": nearest_free,
        "own grid's member": own_grid,
    }
    sys.stdout.write("| rule | mean response | 95th percentile | too late | Gini of load |\n")
    sys.stdout.write("| --- | --- | --- | --- | --- |\n")
    for name, rule in rules.items():
        found = run(towns, rule)
        sys.stdout.write(
            f"| {name} | {found.mean:.1f} min | {found.p95:.1f} min | {found.overdue:.1%} |"
            f" {found.gini:.3f} |\n"
        )


if __name__ == "__main__":
    main()
