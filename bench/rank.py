"""The ranked candidates for one incident, against a plain loop over the same rule."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial

from bench.row import Row, median, percentile, timed_ms
from console.commands.center import load_center
from console.domain.category import Priority
from console.domain.crew import Crew
from console.domain.grid import GridTree
from console.domain.incident import Incident, Origin, State
from console.domain.people import Badge, BadgeLevel, Duty, Member
from console.domain.place import LonLat
from console.domain.ranking import propose
from console.domain.weights import Weights
from tests.domain.plain_ranking import plain_order

TODAY = date(2026, 3, 2)
AT = datetime(2026, 3, 2, 2, tzinfo=UTC)
SKILLS = ("general", "safety", "security", "fire", "population", "urban", "labour", "food_drug")
SHOWN = 9
SIZES = {1_300: 1.0, 100_000: 20.0}
"""How many members, and the goal in milliseconds."""

REPEATS = {1_300: 200, 100_000: 40}


def _members(size: int, subs: list[str], middle: LonLat, chance: random.Random) -> list[Member]:
    duties = (Duty.ON_DUTY, Duty.ON_DUTY, Duty.ON_DUTY, Duty.OFF, Duty.BREAK, Duty.ON_SCENE)
    return [
        Member(
            number,
            1,
            f"{number:06d}",
            "",
            "",
            chance.choice(subs),
            chance.choice(duties),
            tuple(Badge(skill, BadgeLevel.HELD) for skill in chance.sample(SKILLS, 3)),
            place=_near(middle, chance) if chance.random() < 0.9 else None,
            load=chance.choice((0, 0, 0, 1, 2, 3)),
            week=chance.randrange(12),
        )
        for number in range(size)
    ]


def _near(middle: LonLat, chance: random.Random) -> LonLat:
    return LonLat(
        middle.lon + chance.uniform(-0.02, 0.02), middle.lat + chance.uniform(-0.02, 0.02)
    )


def _figures(size: int) -> tuple[list[float], list[float]]:
    """Milliseconds of the proposal, after somebody has changed each time, and of the loop."""
    chance = random.Random(size)
    tree = GridTree(load_center("baotun").grids)
    subs = [grid.code for grid in tree.smallest()]
    middle = tree.middle(subs[0]) or LonLat(0, 0)
    members = _members(size, subs, middle, chance)
    crew, rule = Crew(tree, members), Weights()
    ours, theirs = [], []
    for number in range(REPEATS[size]):
        incident = Incident(
            id=number, version=1, state=State.VERIFIED, priority=Priority.NORMAL, category="",
            title="", address="", place=_near(middle, chance), grid=chance.choice(subs),
            origin=Origin.PHONE, reported_at=AT, stage_from=AT, due_at=None, warn_at=None,
            assignee=None,
        )  # fmt: skip
        skill = chance.choice(SKILLS)
        changed = chance.choice(members)
        crew.take_in([replace(changed, week=changed.week + 1)])

        ours.append(timed_ms(partial(propose, incident, skill, crew, TODAY, rule, most=SHOWN)))
        if number < REPEATS[size] // 10:
            slow = partial(plain_order, incident, skill, members, tree, TODAY, rule)
            theirs.append(timed_ms(slow))
    return ours, theirs


def rank() -> Row:
    """Both sizes; the figure is that of the larger one."""
    told, met = [], True
    for size, goal in SIZES.items():
        ours, theirs = _figures(size)
        figure, base = median(ours), median(theirs)
        met = met and figure <= goal
        told.append(
            f"{size:,} members: median {figure:.2f} ms, p95 {percentile(ours, 95):.2f} ms,"
            f" loop {base:.1f} ms"
        )
    return Row(
        "rank",
        figure,
        "ms",
        base,
        figure / base,
        "≤ 1 ms and ≤ 20 ms",
        met,
        f"{'; '.join(told)}; one member changed before each",
    )


ROWS: dict[str, Callable[[], Row]] = {"rank": rank}
