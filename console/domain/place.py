"""Places on the earth: WGS-84 positions, distances and walking times."""

from dataclasses import dataclass
from math import asin, cos, isfinite, radians, sin, sqrt

EARTH_RADIUS_M = 6_371_008.8
"""Mean earth radius R1 in metres (IUGG)."""

DETOUR = 1.3
"""How much longer a walk is than the straight line; modelled, usual for dense street nets."""

WALKING_SPEED_M_S = 1.3
"""Speed of a member on foot in metres a second; modelled."""


@dataclass(frozen=True, slots=True)
class LonLat:
    """A WGS-84 position in degrees.

    Raises:
        ValueError: If a coordinate is not finite or out of range.
    """

    lon: float
    lat: float

    def __post_init__(self) -> None:
        if not (isfinite(self.lon) and isfinite(self.lat)):
            raise ValueError("coordinates must be finite")
        if not (-180.0 <= self.lon <= 180.0 and -90.0 <= self.lat <= 90.0):
            raise ValueError("coordinates are out of range")


def distance_m(a: LonLat, b: LonLat) -> float:
    """Great-circle distance in metres, by the haversine formula."""
    lat_a, lat_b = radians(a.lat), radians(b.lat)
    half_lat = sin((lat_b - lat_a) / 2)
    half_lon = sin(radians(b.lon - a.lon) / 2)
    chord = half_lat * half_lat + cos(lat_a) * cos(lat_b) * half_lon * half_lon
    return 2 * EARTH_RADIUS_M * asin(min(1.0, sqrt(chord)))


def walking_s(metres: float) -> float:
    """Seconds that a member needs on foot for a straight-line distance in metres."""
    return metres * DETOUR / WALKING_SPEED_M_S
