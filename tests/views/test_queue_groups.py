"""Rows below headings, sorted by several things, and held still: against rows made anew."""

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QPersistentModelIndex

from console.domain.category import Priority
from console.domain.incident import Incident, State
from console.domain.queue_views import (
    Group,
    Grouping,
    Narrowing,
    QueueView,
    Sort,
    Sorting,
    Sorts,
)
from console.live.picture import Picture
from console.views.queue.model import FEW, QueueModel
from console.widgets.queue_row import QueueRole
from tests.clock import Clock
from tests.views.make import START, change, incident
from tests.views.test_queue_model import Queue

GRIDS = (None, "4419001220100401", "4419001220100402", "4419001220100301")
SORTS: tuple[Sorts, ...] = (
    (Sort(Sorting.TIME_LEFT),),
    (Sort(Sorting.PRIORITY), Sort(Sorting.TIME_LEFT, turned=True)),
    (Sort(Sorting.STATE, turned=True), Sort(Sorting.GRID), Sort(Sorting.NEWEST)),
    (Sort(Sorting.CATEGORY), Sort(Sorting.PRIORITY)),
)


def rows_of(model: QueueModel) -> list[object]:
    """What each row is: a number, or a heading's name and count."""
    found: list[object] = []
    for row in range(model.rowCount()):
        one, heading = (
            model.index(row, 0).data(role) for role in (QueueRole.INCIDENT, QueueRole.HEADING)
        )
        found.append(one.id if one is not None else (heading.name, heading.count))
    return found


def anew(picture: Picture, view: QueueView, closed: set[str]) -> list[object]:
    """The rows of a model that has seen nothing before."""
    model = QueueModel(picture, Clock(START).now)
    model.load()
    model.show_view(view)
    for row in reversed(range(model.rowCount())):
        heading = model._rows.heading(row)
        if heading is not None and heading.code in closed:
            model.fold(row, closed=True)
    return rows_of(model)


def some(rng: random.Random, number: int, version: int) -> Incident:
    made = incident(
        number,
        due_min=rng.choice([None, rng.randrange(-60, 60)]),
        state=rng.choice([State.REPORTED, State.VERIFIED, State.ON_SCENE]),
        priority=rng.choice(list(Priority)),
        title=rng.choice(["井盖缺失", "路灯不亮"]),
        version=version,
    )
    return replace(made, grid=rng.choice(GRIDS), category=rng.choice(["litter", "noise", "fire"]))


class Walk:
    """A queue to which all sorts of things happen, in an order of its own."""

    def __init__(self, name: str, grouping: Grouping) -> None:
        self.rng = random.Random(name)
        self.grouping = grouping
        self.queue = Queue(*(some(self.rng, n, 1) for n in range(1, 40)))
        self.closed: set[str] = set()

    def look_otherwise(self) -> None:
        """Another view, and nothing is folded."""
        group = self.rng.choice([Group.ALL, Group.UNVERIFIED, Group.OVERDUE])
        narrowing = Narrowing(group, self.rng.choice(["", "井盖"]))
        self.closed.clear()
        self.queue.model.group_by(Grouping.NONE)
        self.queue.model.show_view(QueueView("", narrowing, self.rng.choice(SORTS), self.grouping))

    def fold_one(self) -> None:
        """Fold a heading, or unfold it."""
        model = self.queue.model
        headings = [row for row in range(model.rowCount()) if model.is_heading(row)]
        row = self.rng.choice(headings or [-1])
        heading = model._rows.heading(row)
        if heading is not None:
            (self.closed.discard if heading.closed else self.closed.add)(heading.code)
            model.fold(row, closed=not heading.closed)

    def change_one(self, version: int) -> None:
        """An incident comes, changes or goes."""
        number = self.rng.randrange(1, 60)
        if self.rng.random() < 0.3:
            self.queue.apply(ended=(number,))
        else:
            self.queue.apply(some(self.rng, number, version))


@pytest.mark.parametrize("grouping", Grouping)
@pytest.mark.parametrize("holding", [False, True])
def test_whatever_comes_and_goes_the_rows_are_those_of_a_fresh_start(
    qapp: object, grouping: Grouping, *, holding: bool
) -> None:
    walk = Walk(f"{grouping}{holding}", grouping)
    model, picture = walk.queue.model, walk.queue.picture
    for step in range(120):
        if step % 30 == 0:
            walk.look_otherwise()
        if walk.rng.random() < 0.1:
            walk.fold_one()
        model.holding = holding and walk.rng.random() < 0.6
        walk.change_one(step + 2)
        if not model.holding:
            assert rows_of(model) == anew(picture, model.view, walk.closed), step
        if step % 10 == 0:
            fresh = QueueModel(picture, Clock(START).now)
            fresh.load()
            for narrowing in (Narrowing(Group.OVERDUE), Narrowing(text="路灯", category="fire")):
                now = START.timestamp()
                assert model.counted(narrowing, now) == fresh.counted(narrowing, now), step


def test_counts_leave_headings_out_and_what_is_folded_in(qapp: object) -> None:
    rng = random.Random(5)
    queue = Queue(*(some(rng, n, 1) for n in range(1, 20)))
    queue.model.group_by(Grouping.CATEGORY)
    queue.model.fold(0, closed=True)
    assert queue.model.count == 19
    assert queue.model.rowCount() < 19 + 3


def test_held_rows_stay_where_they_are_and_show_what_is_new(qapp: object) -> None:
    queue = Queue(*(incident(n, due_min=n * 10) for n in range(1, 5)))
    held = QPersistentModelIndex(queue.model.index(2, 0))
    queue.model.holding = True
    queue.apply(incident(3, due_min=1, state=State.VERIFIED, version=2))
    queue.apply(incident(9, due_min=-5), incident(10, due_min=-6), ended=(1,))
    assert queue.numbers == [1, 2, 3, 4]
    assert held.data(QueueRole.INCIDENT).state is State.VERIFIED
    assert queue.model.index(0, 0).data(QueueRole.GONE) is True
    assert queue.model.waiting == (2, 2)
    # What does not move is not held.
    queue.apply(incident(4, due_min=40, version=2))
    assert queue.model.waiting == (2, 2)
    queue.model.release()
    assert queue.numbers == [10, 9, 3, 2, 4]
    assert held.data(QueueRole.INCIDENT).id == 3
    assert queue.model.waiting == (0, 0)


def test_what_arrives_and_ends_while_rows_are_held_never_shows(qapp: object) -> None:
    queue = Queue(incident(1))
    queue.model.holding = True
    queue.apply(incident(2))
    assert queue.model.waiting == (1, 0)
    queue.apply(ended=(2,))
    assert queue.model.waiting == (0, 0)
    queue.model.narrow(group=Group.TO_CHECK)
    queue.apply(incident(3))
    assert queue.model.waiting == (0, 0), "it would not be shown"
    queue.model.narrow(group=Group.ALL)
    assert queue.numbers == [1, 3], "who asks for other rows sees all of them"


def test_no_limit_stays_the_last_whichever_way_round(qapp: object) -> None:
    queue = Queue(incident(1, due_min=None), incident(2, due_min=5), incident(3, due_min=9))
    queue.model.sort_by((Sort(Sorting.TIME_LEFT, turned=True),))
    assert queue.numbers == [3, 2, 1]


def test_a_grid_or_a_category_alone(qapp: object) -> None:
    rng = random.Random(1)
    queue = Queue(*(some(rng, n, 1) for n in range(1, 40)))
    all_ = queue.picture.incidents.values()
    queue.model.narrow(grid="44190012201004")
    expected = [one.id for one in all_ if (one.grid or "").startswith("44190012201004")]
    assert sorted(queue.numbers) == expected
    queue.model.narrow(grid="", category="noise")
    assert sorted(queue.numbers) == [one.id for one in all_ if one.category == "noise"]
    queue.model.narrow(category="no such")
    assert queue.numbers == []
    happened = change(some(rng, 99, 1))
    queue.picture.apply(happened)
    queue.model.apply(happened)
    assert queue.numbers == []


def test_counts_of_views_follow_floods_mended_titles_and_a_fresh_load(qapp: object) -> None:
    queue = Queue(incident(1, title="井盖缺失"), incident(2, title="路灯不亮"))
    lamps, now = Narrowing(text="路灯"), START.timestamp()
    assert queue.model.counted(lamps, now) == 1
    queue.apply(incident(1, title="路灯倒了", version=2))
    assert queue.model.counted(lamps, now) == 2
    flood = [incident(n, title="路灯不亮" if n % 2 else "井盖缺失") for n in range(3, FEW + 10)]
    queue.apply(*flood, ended=(2,))
    assert queue.model.counted(lamps, now) == 1 + sum(n % 2 for n in range(3, FEW + 10))
    queue.apply(ended=tuple(range(3, FEW + 10)))
    assert queue.model.counted(lamps, now) == 1
    queue.model.load()
    assert queue.model.counted(lamps, now) == 1
    late = Narrowing(Group.OVERDUE, "路灯")
    assert queue.model.counted(late, now) == 0
    assert queue.model.counted(late, now + 86_400) == 1
