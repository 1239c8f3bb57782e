"""Places: what is a position at all, and how far it is."""

from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.place import LonLat, distance_m, walking_s


@pytest.mark.parametrize(("lon", "lat"), [(nan, 0), (0, inf), (180.1, 0), (0, -90.1)])
def test_what_is_no_position_is_refused(lon: float, lat: float) -> None:
    with pytest.raises(ValueError, match="coordinates"):
        LonLat(lon, lat)


@pytest.mark.parametrize(
    ("a", "b", "metres"),
    [
        (LonLat(113.67, 22.92), LonLat(113.67, 22.92), 0),
        (LonLat(0, 0), LonLat(0, 1), 111_195),
        (LonLat(0, 60), LonLat(1, 60), 55_597),
        (LonLat(-179.5, 0), LonLat(179.5, 0), 111_195),
        (LonLat(0, 0), LonLat(180, 0), 20_015_115),
        # Nashville to Los Angeles, the usual example: 2,886.44 km on a globe of 6,371 km
        (LonLat(-86.67, 36.12), LonLat(-118.40, 33.94), 2_886_444.44 * 6_371.0088 / 6_371),
    ],
)
def test_distances_follow_the_globe(a: LonLat, b: LonLat, metres: float) -> None:
    assert distance_m(a, b) == pytest.approx(metres, abs=1)
    assert distance_m(b, a) == distance_m(a, b)


def test_a_walk_is_longer_than_the_straight_line() -> None:
    assert walking_s(1000) == pytest.approx(1000)  # 1,300 m at 1.3 m/s


PLACES = st.builds(LonLat, st.floats(-180, 180), st.floats(-90, 90))


@given(PLACES, PLACES, PLACES)
def test_a_detour_is_never_shorter(a: LonLat, b: LonLat, c: LonLat) -> None:
    assert distance_m(a, c) <= distance_m(a, b) + distance_m(b, c) + 1
    assert 0 <= distance_m(a, b) <= 20_015_116  # half the way round


@pytest.mark.parametrize(("lon", "lat"), [(180, 90), (-180, -90), (0, 0)])
def test_the_edges_of_the_world_are_places(lon: float, lat: float) -> None:
    assert LonLat(lon, lat).lon == lon
