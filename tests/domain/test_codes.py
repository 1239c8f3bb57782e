"""Codes of grids: their levels, their parents, their numbers on the map."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.codes import Level, base_of, level_of, numbered, parent_of, short_code
from console.domain.place import LonLat

TOWN = "441900122"
COMMUNITY = "441900122010"
BASE = "44190012201003"
SUB = "4419001220100302"


@pytest.mark.parametrize(
    ("code", "level", "parent", "shown"),
    [
        (TOWN, Level.TOWN, None, TOWN),
        (COMMUNITY, Level.COMMUNITY, TOWN, COMMUNITY),
        (BASE, Level.BASE, COMMUNITY, "3"),
        (SUB, Level.SUB, BASE, "3-02"),
    ],
)
def test_a_code_tells_its_level_its_parent_and_its_short_form(
    code: str, level: Level, parent: str | None, shown: str
) -> None:
    assert level_of(code) is level
    assert parent_of(code) == parent
    assert short_code(code) == shown


@pytest.mark.parametrize(
    "code", ["", "44190012", SUB + "01", "44190012２", "44190012a", f" {TOWN}"]
)
def test_what_is_no_code_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="not a code"):
        level_of(code)


def test_a_base_grid_holds_itself_and_its_sub_grids() -> None:
    assert base_of(BASE) == base_of(SUB) == BASE
    with pytest.raises(ValueError, match="not a grid's code"):
        base_of(COMMUNITY)


def test_numbers_go_from_west_to_east_then_from_north_to_south() -> None:
    south_west, north_west, east = LonLat(113.0, 22.0), LonLat(113.0, 22.5), LonLat(113.5, 22.2)

    codes = numbered(COMMUNITY, [east, south_west, north_west])

    assert codes == [f"{COMMUNITY}03", f"{COMMUNITY}02", f"{COMMUNITY}01"]


def test_numbers_already_taken_are_left_out() -> None:
    codes = numbered(BASE, [LonLat(1, 1), LonLat(2, 1)], taken=[f"{BASE}01", f"{BASE}03"])

    assert codes == [f"{BASE}02", f"{BASE}04"]


@pytest.mark.parametrize("parent", [TOWN, SUB])
def test_only_a_community_and_a_base_grid_have_grids_below(parent: str) -> None:
    with pytest.raises(ValueError, match="no grids below"):
        numbered(parent, [LonLat(1, 1)])


def test_a_hundredth_grid_has_no_number() -> None:
    places = [LonLat(n / 10, 0) for n in range(100)]

    assert numbered(BASE, places[:99])[-1] == f"{BASE}99"
    with pytest.raises(ValueError, match="at most 99"):
        numbered(BASE, places)
    with pytest.raises(ValueError, match="at most 99"):
        numbered(BASE, places[:99], taken=[f"{BASE}50"])


@given(
    st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), max_size=40, unique=True),
    st.sets(st.integers(1, 99), max_size=50),
)
def test_numbers_are_never_given_twice(places: list[tuple[float, float]], taken: set[int]) -> None:
    used = {f"{BASE}{n:02d}" for n in taken}

    codes = numbered(BASE, [LonLat(lon, lat) for lon, lat in places], used)

    assert len(set(codes)) == len(places)
    assert not set(codes) & used
    assert all(parent_of(code) == BASE for code in codes)
