"""The queue's rows: order, narrowing, changes, and what stays where it was."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from console.domain.category import Priority
from console.domain.incident import Incident, State
from console.domain.people import Duty, Member
from console.domain.queue_views import Group, Narrowing, Sort, Sorting
from console.live.picture import Picture
from console.views.queue.model import FEW, TOGETHER, QueueModel
from console.widgets.queue_row import QueueRole
from tests.clock import Clock
from tests.views.make import LITTER, START, change, incident, snapshot


class Queue:
    """A model over a Picture, watched by Qt's own model tester."""

    def __init__(self, *incidents: Incident, clock: Clock | None = None) -> None:
        self.picture = Picture()
        self.picture.load(snapshot(*incidents))
        self.model = QueueModel(self.picture, (clock or Clock(START)).now)
        self.tester = QAbstractItemModelTester(
            self.model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        self.model.load()

    @property
    def numbers(self) -> list[int]:
        rows = range(self.model.rowCount())
        return [self.model.index(row, 0).data(QueueRole.INCIDENT).id for row in rows]

    def apply(
        self, *incidents: Incident, ended: tuple[int, ...] = (), arrived: bool = False
    ) -> None:
        happened = change(*incidents, ended=ended, arrived=arrived)
        self.picture.apply(happened)
        self.model.apply(happened)


def test_overdue_first_then_by_time_left_and_no_limit_last(qapp: object) -> None:
    queue = Queue(
        incident(1, due_min=None),
        incident(2, due_min=40),
        incident(3, due_min=-20),
        incident(4, due_min=5),
        incident(5, due_min=-1),
    )
    assert queue.numbers == [3, 5, 4, 2, 1]


@pytest.mark.parametrize(
    ("sorting", "expected"),
    [
        (Sorting.TIME_LEFT, [2, 3, 1]),
        (Sorting.PRIORITY, [3, 2, 1]),
        (Sorting.NEWEST, [3, 2, 1]),
        (Sorting.NUMBER, [1, 2, 3]),
    ],
)
def test_sorting(qapp: object, sorting: Sorting, expected: list[int]) -> None:
    queue = Queue(
        incident(1, due_min=50, priority=Priority.LOW),
        incident(2, due_min=10, priority=Priority.NORMAL),
        incident(3, due_min=20, priority=Priority.URGENT),
    )
    queue.model.sort_by((Sort(sorting),))
    assert queue.numbers == expected


def test_priority_outweighs_time_left_and_a_missing_limit(qapp: object) -> None:
    queue = Queue(
        incident(1, due_min=-500, priority=Priority.HIGH),
        incident(2, due_min=None, priority=Priority.URGENT),
        incident(3, due_min=900, priority=Priority.URGENT),
    )
    queue.model.sort_by((Sort(Sorting.PRIORITY),))
    assert queue.numbers == [3, 2, 1]


def test_filter_finds_number_title_address_grid_and_category(qapp: object) -> None:
    queue = Queue(
        incident(1, title="消防通道被堵", address="宝屯路 18 号"),
        incident(2, title="夜间施工噪声", address="珊宝街 6 号"),
        incident(113, title="井盖破损", address="东溪路"),
    )
    for text, expected in (
        ("施工", [2]),
        ("宝屯路", [1]),
        ("0113", [113]),
        ("4-01", [1, 2, 113]),
        ("litter", [1, 2, 113]),
        ("珊宝 噪声", [2]),
        ("没有", []),
        ("", [1, 2, 113]),
    ):
        queue.model.narrow(text=text)
        assert queue.numbers == expected, text


def test_filter_finds_pictures_of_two_halves_and_lone_halves(qapp: object) -> None:
    queue = Queue(
        incident(1, title="火🔥灾"),
        incident(2, title="灯🔦坏"),
        incident(3, title="坏\ud83d字"),
    )
    for text, expected in (("🔥", [1]), ("🔦坏", [2]), ("坏\ud83d", [3]), ("🔥坏", [])):
        queue.model.narrow(text=text)
        assert queue.numbers == expected, text


def test_filter_does_not_read_on_into_the_next_field_or_incident(qapp: object) -> None:
    queue = Queue(
        incident(1, title="前半", address="后半"), incident(2, title="前后", address="半前")
    )
    for text in ("前半后半", "litter0002", "半前litter"):
        queue.model.narrow(text=text)
        assert queue.numbers == [], text


def test_filter_finds_what_plain_python_finds(qapp: object) -> None:
    rng = random.Random(11)
    titles = {n: "".join(rng.choices("文宗路井盖ab🔥 ", k=12)) for n in range(1, 200)}
    queue = Queue(*(incident(n, title=title, address="") for n, title in titles.items()))
    for _ in range(200):
        text = "".join(rng.choices("文宗路井盖ab🔥 ", k=rng.randrange(1, 4)))
        queue.model.narrow(text=text)
        assert queue.numbers == [
            n
            for n, title in titles.items()
            if all(word in f"{n:04d}\n{title}\n4-01\n乱丢垃圾\nlitter" for word in text.split())
        ], text


def test_groups_hold_their_states(qapp: object) -> None:
    queue = Queue(
        incident(1, state=State.REPORTED),
        incident(2, state=State.VERIFIED),
        incident(3, state=State.REWORK),
        incident(4, state=State.EN_ROUTE),
        incident(5, state=State.RESOLVED),
        incident(6, state=State.SUSPENDED, due_min=None),
    )
    for group, expected in (
        (Group.UNVERIFIED, [1]),
        (Group.TO_DISPATCH, [2, 3]),
        (Group.RUNNING, [4]),
        (Group.TO_CHECK, [5]),
        (Group.ALL, [1, 2, 3, 4, 5, 6]),
    ):
        queue.model.narrow(group=group)
        assert queue.numbers == expected, group


def test_overdue_group_follows_the_clock(qapp: object) -> None:
    clock = Clock(START)
    queue = Queue(incident(1, due_min=-1), incident(2, due_min=5), clock=clock)
    queue.model.narrow(group=Group.OVERDUE)
    assert queue.numbers == [1]
    clock.advance(timedelta(minutes=6).total_seconds())
    queue.model.narrow(group=Group.OVERDUE)
    assert queue.numbers == [1, 2]


def test_an_arrival_is_marked_until_it_is_seen(qapp: object) -> None:
    queue = Queue(incident(1))
    queue.apply(incident(2, due_min=1), arrived=True)
    row = queue.model.index(0, 0)
    assert row.data(QueueRole.INCIDENT).id == 2
    assert row.data(QueueRole.NEW) is True
    assert queue.model.index(1, 0).data(QueueRole.NEW) is False
    queue.model.mark_seen(2)
    assert row.data(QueueRole.NEW) is False


def test_a_held_index_follows_its_incident(qapp: object) -> None:
    queue = Queue(*(incident(n, due_min=n * 10) for n in range(1, 6)))
    held = QPersistentModelIndex(queue.model.index(4, 0))
    queue.apply(incident(5, due_min=1, version=2))
    assert queue.numbers == [5, 1, 2, 3, 4]
    assert held.row() == 0
    queue.model.sort_by((Sort(Sorting.NUMBER),))
    assert held.row() == 4
    queue.apply(ended=(5,))
    assert not held.isValid()


def test_a_change_can_bring_a_row_into_the_filter_and_out_of_it(qapp: object) -> None:
    queue = Queue(incident(1), incident(2, state=State.VERIFIED))
    queue.model.narrow(group=Group.TO_DISPATCH)
    queue.apply(incident(1, state=State.VERIFIED, version=2))
    assert queue.numbers == [1, 2]
    queue.apply(incident(2, state=State.DISPATCHED, version=2))
    assert queue.numbers == [1]


def test_many_changes_leave_the_same_rows_as_a_fresh_load(qapp: object) -> None:
    rng = random.Random(7)
    queue = Queue(*(incident(n, due_min=rng.randrange(-60, 60)) for n in range(1, 60)))
    for step in range(300):
        number = rng.randrange(1, 80)
        if rng.random() < 0.25:
            queue.apply(ended=(number,))
        else:
            due = rng.choice([None, rng.randrange(-60, 60)])
            queue.apply(incident(number, due_min=due, version=step + 2))
    fresh = QueueModel(queue.picture, Clock(START).now)
    fresh.load()
    assert queue.numbers == [
        fresh.index(row, 0).data(QueueRole.INCIDENT).id for row in range(fresh.rowCount())
    ]


@pytest.mark.parametrize("group", [Group.ALL, Group.TO_DISPATCH])
def test_many_changes_at_once_move_come_and_go_and_leave_held_rows_to_their_incidents(
    qapp: object, group: Group
) -> None:
    rng = random.Random(11)
    states = (State.VERIFIED, State.VERIFIED, State.DISPATCHED)

    def some(number: int, version: int) -> Incident:
        title = rng.choice(("井盖缺失", "路灯不亮", "乱丢垃圾"))
        due = rng.choice([None, rng.randrange(-60, 60)])
        state = rng.choice(states)
        return incident(number, due_min=due, state=state, title=title, version=version)

    queue = Queue(*(some(number, 1) for number in range(1, 100)))
    queue.model.narrow(group=group)
    for step in range(40):
        held = {
            queue.model.index(row, 0).data(QueueRole.INCIDENT).id: QPersistentModelIndex(
                queue.model.index(row, 0)
            )
            for row in range(queue.model.rowCount())
        }
        numbers = rng.sample(range(1, 140), rng.randrange(TOGETHER + 1, 60))
        queue.apply(*(some(number, step + 2) for number in numbers))
        fresh = Queue(*queue.picture.incidents.values())
        fresh.model.narrow(group=group)
        assert queue.numbers == fresh.numbers
        for number, index in held.items():
            if index.isValid():
                assert index.data(QueueRole.INCIDENT).id == number
            else:
                assert number not in queue.numbers


def test_a_flood_is_taken_at_once(qapp: object) -> None:
    queue = Queue(incident(1))
    flood = [incident(n, due_min=-n) for n in range(2, FEW + 10)]
    queue.apply(*flood, ended=(1,), arrived=True)
    assert queue.numbers == [i.id for i in reversed(flood)]


def test_a_mended_title_is_found_by_its_new_words_only(qapp: object) -> None:
    queue = Queue(incident(1, title="井盖缺失"), incident(2, title="路灯不亮"))
    queue.apply(incident(1, title="路灯倒了", version=2))
    queue.model.narrow(text="路灯")
    assert queue.numbers == [1, 2]
    queue.apply(incident(2, title="井盖缺失", version=2))
    assert queue.numbers == [1]
    queue.model.narrow(text="井盖")
    assert queue.numbers == [2]


def test_a_renamed_category_is_found_by_its_new_name(qapp: object) -> None:
    queue = Queue(incident(1))
    queue.model.narrow(text="dumping")
    assert queue.numbers == []
    catalogue = queue.picture.catalogue
    assert catalogue is not None
    renamed = replace(LITTER, name_en="Dumping")
    happened = replace(change(), catalogue=replace(catalogue, categories=(renamed,)))
    queue.picture.apply(happened)
    queue.model.apply(happened)
    assert queue.numbers == [1]


def test_a_day_of_comings_and_goings_leaves_nothing_behind(qapp: object) -> None:
    queue = Queue(incident(1, due_min=-1), incident(2, due_min=-2))
    queue.model.narrow(text="文宗")
    held = QPersistentModelIndex(queue.model.index(1, 0))
    for number in range(3, 3000):
        queue.apply(incident(number), ended=(number - 1,) if number > 3 else ())
    assert queue.numbers == [2, 1, 2999]
    assert held.data(QueueRole.INCIDENT).id == 1


def test_rows_are_painted_anew_only_for_a_member_they_show_otherwise(qapp: object) -> None:
    queue = Queue(incident(1))
    chen = Member(1, 1, "T-1", "陈琪", "", "4419001220100401", Duty.ON_DUTY, ())
    changes: list[object] = []
    queue.model.dataChanged.connect(lambda first, *_: changes.append(first))
    for member, painted in (
        (chen, 1),
        (replace(chen, duty=Duty.BREAK), 1),
        (replace(chen, name="张琪"), 2),
    ):
        happened = replace(change(), members=(member,))
        queue.picture.apply(happened)
        queue.model.apply(happened)
        assert len(changes) == painted


def test_a_hostile_title_is_one_line_to_a_screen_reader(qapp: object) -> None:
    queue = Queue(incident(1, title="<b>火</b>\n\u202eevil" + "长" * 10_000))
    spoken = queue.model.index(0, 0).data()
    assert "\n" not in spoken
    assert "\u202e" not in spoken
    assert len(spoken) < 300


def test_typing_on_and_taking_back_shows_what_a_fresh_filter_shows(qapp: object) -> None:
    queue = Queue(
        incident(1, title="消防通道被堵"),
        incident(2, title="消防器材缺失"),
        incident(3, title="消防通道堆物", address="宝屯路"),
    )
    for text, expected in (
        ("消", [1, 2, 3]),
        ("消防通", [1, 3]),
        ("消防通 宝屯", [3]),
        ("消防通", [1, 3]),
        ("宝屯", [3]),
        ("", [1, 2, 3]),
    ):
        queue.model.narrow(text=text)
        assert queue.numbers == expected, text


def test_rows_that_come_with_a_release_are_told_of_when_all_is_read_anew(qapp: object) -> None:
    queue = Queue(*(incident(number) for number in range(1, 21)))
    # Each new text takes a slot of its own: one more than this, and all slots are filled anew.
    for number in range(1020):
        queue.apply(incident(1, title=f"第 {number} 次更正"))
    told = queue.model.rowCount()

    def came(_parent: object, first: int, last: int) -> None:
        nonlocal told
        told += last - first + 1

    def went(_parent: object, first: int, last: int) -> None:
        nonlocal told
        told -= last - first + 1

    queue.model.rowsInserted.connect(came)
    queue.model.rowsRemoved.connect(went)
    queue.model.modelReset.connect(lambda: pytest.fail("nothing is reset"))
    queue.model.holding = True
    queue.apply(incident(2, title="按住时的更正"))
    queue.model.holding = False
    queue.apply(incident(21, due_min=7))
    queue.apply(incident(22, due_min=8))
    assert told == queue.model.rowCount() == 22
    assert {2, 21, 22} <= set(queue.numbers)


def test_what_is_held_back_is_counted_as_mine_as_soon_as_it_is(qapp: object) -> None:
    mine: set[int] = set()
    picture = Picture()
    picture.load(snapshot(incident(1), incident(2)))
    model = QueueModel(picture, Clock(START).now, mine=mine)
    model.load()
    model.holding = True
    happened = change(incident(2, title="按住时的更正"), incident(3))
    picture.apply(happened)
    model.apply(happened)
    mine.update((2, 3))
    model.own_again()
    assert model.counted(Narrowing(Group.MINE), START.timestamp()) == 2
