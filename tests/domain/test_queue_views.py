"""Views of the queue: what is sorted by, names, and what is read back, whatever stands there."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.queue_columns import (
    FIRST,
    Column,
    QueueField,
    layout_data,
    read_layout,
    switched,
)
from console.domain.queue_views import (
    MOST_SORTS,
    MOST_VIEWS,
    NAME_LIMIT,
    Group,
    Grouping,
    Misnamed,
    Narrowing,
    QueueView,
    Sort,
    Sorting,
    Sorts,
    chosen_alone,
    chosen_too,
    misnamed,
    read_views,
)

PRIORITY, TIME_LEFT = Sort(Sorting.PRIORITY), Sort(Sorting.TIME_LEFT)
NIGHT = QueueView(
    "夜间噪声",
    Narrowing(Group.TO_DISPATCH, "噪声", "44190012201003", "noise"),
    (PRIORITY, Sort(Sorting.TIME_LEFT, turned=True)),
    Grouping.CATEGORY,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)


def test_a_click_sorts_by_one_thing_and_another_turns_it_round() -> None:
    assert chosen_alone((PRIORITY, TIME_LEFT), Sorting.TIME_LEFT) == (TIME_LEFT,)
    assert chosen_alone((TIME_LEFT,), Sorting.TIME_LEFT) == (Sort(Sorting.TIME_LEFT, turned=True),)


def test_with_shift_things_come_one_after_the_other_turn_and_go() -> None:
    both = chosen_too((PRIORITY,), Sorting.TIME_LEFT)
    assert both == (PRIORITY, TIME_LEFT)
    turned = chosen_too(both, Sorting.PRIORITY)
    assert turned == (Sort(Sorting.PRIORITY, turned=True), TIME_LEFT)
    assert chosen_too(turned, Sorting.PRIORITY) == (TIME_LEFT,)
    assert chosen_too((Sort(Sorting.GRID, turned=True),), Sorting.GRID) == (Sort(Sorting.GRID),)
    sorts: Sorts = both
    for sorting in Sorting:
        if sorting not in (Sorting.PRIORITY, Sorting.TIME_LEFT):
            sorts = chosen_too(sorts, sorting)
    assert len(sorts) == MOST_SORTS


def test_a_name_must_be_there_be_free_and_have_a_place() -> None:
    views = [NIGHT, replace(NIGHT, name="Night")]
    assert misnamed(" \u202e ", views) is Misnamed.EMPTY
    assert misnamed("nIGHT", views) is Misnamed.TAKEN
    assert misnamed("night", views, instead_of="Night") is None
    assert misnamed("白天", views) is None
    full = [replace(NIGHT, name=str(n)) for n in range(MOST_VIEWS)]
    assert misnamed("白天", full) is Misnamed.TOO_MANY
    assert misnamed("白天", full, instead_of="3") is None


def test_what_was_kept_comes_back() -> None:
    kept = json.loads(json.dumps([NIGHT.as_data(), QueueView("全部").as_data()]))
    assert read_views(kept) == (NIGHT, QueueView("全部"))


@pytest.mark.parametrize(
    "spoilt",
    [
        {"name": ""},
        {"name": 7},
        {"group": "nobody's"},
        {"grouping": None},
        {"sorts": []},
        {"sorts": [["priority"]]},
        {"sorts": [["priority", "yes"]]},
        {"sorts": [["loudest", False]]},
        {"sorts": "priority"},
    ],
)
def test_a_spoilt_view_is_left_out_and_the_others_stay(spoilt: dict[str, object]) -> None:
    other = QueueView("全部")
    assert read_views([NIGHT.as_data() | spoilt, other.as_data()]) == (other,)


def test_two_of_a_name_are_one_and_long_names_are_cut() -> None:
    long = replace(NIGHT, name="长" * 200)
    (read, _) = read_views([long.as_data(), NIGHT.as_data(), NIGHT.as_data()])
    assert read.name == "长" * NAME_LIMIT


@given(JSON)
def test_anything_else_is_no_view_and_no_layout(data: object) -> None:
    assert all(view.name for view in read_views(data))
    assert read_layout(data)


def test_columns_come_at_the_end_and_the_last_one_stays() -> None:
    more = switched(FIRST, QueueField.GRID)
    assert more[-1].field is QueueField.GRID
    assert switched(more, QueueField.GRID) == FIRST
    one = (Column(QueueField.TITLE, 200),)
    assert switched(one, QueueField.TITLE) == one


def test_a_layout_is_read_as_it_was_kept_and_widths_stay_sane() -> None:
    assert read_layout(json.loads(json.dumps(layout_data(FIRST)))) == FIRST
    assert read_layout([["title", 9**9], ["title", 50], ["grid", True], ["x", 50]]) == (
        Column(QueueField.TITLE, 800),
    )
