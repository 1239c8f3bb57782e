"""Places: what is a position at all, and how far it is."""

from math import inf, nan

import pytest

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
    ],
)
def test_distances_follow_the_globe(a: LonLat, b: LonLat, metres: float) -> None:
    assert distance_m(a, b) == pytest.approx(metres, abs=1)
    assert distance_m(b, a) == distance_m(a, b)


def test_a_walk_is_longer_than_the_straight_line() -> None:
    assert walking_s(1000) == pytest.approx(1000)  # 1,300 m at 1.3 m/s
