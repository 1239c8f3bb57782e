"""The grid tree: where a point lies, who lies beside whom."""

from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.codes import Level
from console.domain.grid import Grid, GridTree, Outline
from console.domain.place import LonLat

COMMUNITY = "441900122010"
BASE = f"{COMMUNITY}01"
WEST, EAST, FAR, BARE = f"{BASE}01", f"{BASE}02", f"{BASE}03", f"{BASE}04"


def square(left: float, bottom: float, size: float = 1.0) -> Outline:
    right, top = left + size, bottom + size
    return ((((left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)),),)


@pytest.fixture
def tree() -> GridTree:
    ring_with_hole: Outline = (
        (
            ((10.0, 0.0), (14.0, 0.0), (14.0, 4.0), (10.0, 4.0), (10.0, 0.0)),
            ((11.0, 1.0), (13.0, 1.0), (13.0, 3.0), (11.0, 3.0), (11.0, 1.0)),
        ),
    )
    return GridTree(
        [
            Grid(FAR, "远", ring_with_hole),
            Grid(EAST, "东", square(1, 0)),
            Grid(WEST, "西", square(0, 0)),
            Grid(BARE, "无界", ()),
            Grid(BASE, "一", square(0, 0, 2)),
        ]
    )


def test_it_knows_its_grids_in_the_order_of_their_codes(tree: GridTree) -> None:
    assert [grid.code for grid in tree.grids] == [BASE, WEST, EAST, FAR, BARE]
    assert len(tree) == 5
    assert WEST in tree
    assert COMMUNITY not in tree
    assert [grid.code for grid in tree.at(Level.BASE)] == [BASE]
    assert [grid.code for grid in tree.below(BASE)] == [WEST, EAST, FAR, BARE]
    found = tree.get(EAST)
    assert found is not None
    assert found.name == "东"
    assert tree.get(COMMUNITY) is None


@pytest.mark.parametrize(
    ("lon", "lat", "code"),
    [
        (0.5, 0.5, WEST),
        (1.5, 0.5, EAST),
        (1.0, 0.5, WEST),  # a common border belongs to the lower code
        (0.5, 1.5, BASE),  # in the base grid, in none of its sub-grids
        (12.0, 2.0, None),  # in the hole
        (10.5, 2.0, FAR),
        (50.0, 50.0, None),
    ],
)
def test_a_point_finds_its_smallest_grid(
    tree: GridTree, lon: float, lat: float, code: str | None
) -> None:
    assert tree.locate(LonLat(lon, lat)) == code


def test_neighbours_touch_and_are_of_the_same_level(tree: GridTree) -> None:
    assert tree.neighbours(WEST) == {EAST}
    assert tree.neighbours(FAR) == frozenset()
    assert tree.neighbours(BARE) == frozenset()
    assert tree.neighbours("unknown") == frozenset()


def test_the_middle_lies_inside_even_where_there_is_a_hole(tree: GridTree) -> None:
    middle = tree.middle(FAR)

    assert middle is not None
    assert tree.locate(middle) == FAR
    assert tree.middle(BARE) is None


def test_no_grids_hold_no_point() -> None:
    assert GridTree().locate(LonLat(0, 0)) is None


def test_a_grid_may_have_parts_that_lie_apart() -> None:
    tree = GridTree(
        [Grid(WEST, "两块", square(0, 0) + square(5, 0)), Grid(EAST, "东", square(6, 0))]
    )

    assert tree.locate(LonLat(0.5, 0.5)) == tree.locate(LonLat(5.5, 0.5)) == WEST
    assert tree.locate(LonLat(3, 0.5)) is None
    assert tree.neighbours(WEST) == {EAST}
    middle = tree.middle(WEST)
    assert middle is not None
    assert tree.locate(middle) == WEST


def test_grids_that_meet_in_a_corner_are_neighbours() -> None:
    tree = GridTree([Grid(WEST, "西南", square(0, 0)), Grid(EAST, "东北", square(1, 1))])

    assert tree.neighbours(WEST) == {EAST}
    assert tree.locate(LonLat(1, 1)) == WEST


@pytest.mark.parametrize("outline", [(), ((),)])
def test_an_outline_without_points_holds_nothing(outline: Outline) -> None:
    tree = GridTree([Grid(WEST, "空", outline)])

    assert tree.locate(LonLat(0, 0)) is None
    assert tree.middle(WEST) is None
    assert tree.neighbours(WEST) == frozenset()


SHEET = GridTree(
    Grid(f"{BASE}{1 + x + 5 * y:02d}", "", square(x, y)) for x in range(5) for y in range(5)
)


@given(st.floats(0, 5, exclude_max=True), st.floats(0, 5, exclude_max=True))
def test_on_a_sheet_of_squares_a_point_finds_its_own(lon: float, lat: float) -> None:
    found = SHEET.locate(LonLat(lon, lat))

    lower_x = max(0, ceil(lon) - 1)  # a common border belongs to the lower code
    lower_y = max(0, ceil(lat) - 1)
    assert found == f"{BASE}{1 + lower_x + 5 * lower_y:02d}"


def test_neighbourhood_is_mutual() -> None:
    for grid in SHEET.grids:
        for other in SHEET.neighbours(grid.code):
            assert grid.code in SHEET.neighbours(other)
    assert len(SHEET.neighbours(f"{BASE}13")) == 8
    assert len(SHEET.neighbours(f"{BASE}01")) == 3


def test_the_smallest_grids_are_sub_grids_and_whole_base_grids(tree: GridTree) -> None:
    other = Grid(f"{COMMUNITY}02", "二", square(20, 0))
    grown = GridTree([*tree.grids, other])
    assert [grid.code for grid in grown.smallest()] == [WEST, EAST, FAR, BARE, other.code]
