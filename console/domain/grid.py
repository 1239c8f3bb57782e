"""The grid tree: base grids, sub-grids, and which of them a point lies in."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from console.domain.codes import Level, level_of, parent_of
from console.domain.place import LonLat

if TYPE_CHECKING:
    from shapely import STRtree
    from shapely.geometry.base import BaseGeometry

Ring = tuple[tuple[float, float], ...]
"""A closed line of (lon, lat) pairs in degrees."""

Outline = tuple[tuple[Ring, ...], ...]
"""A multipolygon: polygons, each an outer ring followed by its holes."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A community, base grid or sub-grid with its outline."""

    code: str
    name: str
    outline: Outline

    @property
    def level(self) -> Level:
        """What its code names."""
        return level_of(self.code)


class GridTree:
    """All grids of a center; it never changes, a change of grids makes a new one.

    The geometry library is loaded at the first question about places and not before, because its
    import costs a quarter of a second.
    """

    def __init__(self, grids: Iterable[Grid] = ()) -> None:
        self._grids = {grid.code: grid for grid in sorted(grids, key=lambda grid: grid.code)}
        # Asked at every proposal, and it never changes.
        self._neighbours: dict[str, frozenset[str]] = {}

    def __len__(self) -> int:
        return len(self._grids)

    def __contains__(self, code: object) -> bool:
        return code in self._grids

    @property
    def grids(self) -> tuple[Grid, ...]:
        """All grids in the order of their codes."""
        return tuple(self._grids.values())

    def get(self, code: str) -> Grid | None:
        """The grid with a code, if there is one."""
        return self._grids.get(code)

    def at(self, level: Level) -> tuple[Grid, ...]:
        """The grids of one level in the order of their codes."""
        return tuple(grid for grid in self._grids.values() if grid.level is level)

    def below(self, code: str) -> tuple[Grid, ...]:
        """The grids one level below."""
        return tuple(grid for grid in self._grids.values() if parent_of(grid.code) == code)

    def smallest(self) -> tuple[Grid, ...]:
        """The sub-grids, and the base grids that are not divided into any."""
        divided = {parent_of(grid.code) for grid in self.at(Level.SUB)}
        whole = (grid for grid in self.at(Level.BASE) if grid.code not in divided)
        return (*self.at(Level.SUB), *whole)

    def locate(self, place: LonLat) -> str | None:
        """The code of the smallest grid that a place lies in, or None outside all of them.

        A place on a common border belongs to the grid with the lower code.
        """
        from shapely import Point

        hits = self._index.query(Point(place.lon, place.lat), predicate="intersects")
        codes = [self._codes[int(i)] for i in hits]
        return min(codes, key=lambda code: (-len(code), code), default=None)

    def neighbours(self, code: str) -> frozenset[str]:
        """The codes of the grids of the same level that share a border or a corner with a grid."""
        found = self._neighbours.get(code)
        if found is None:
            found = self._neighbours[code] = self._look_around(code)
        return found

    def _look_around(self, code: str) -> frozenset[str]:
        geometry = self._shapes.get(code)
        if geometry is None:
            return frozenset()
        hits = self._index.query(geometry, predicate="intersects")
        near = (self._codes[int(i)] for i in hits)
        return frozenset(other for other in near if other != code and len(other) == len(code))

    def middle(self, code: str) -> LonLat | None:
        """A point inside a grid, near its middle: where its label stands."""
        geometry = self._shapes.get(code)
        if geometry is None or geometry.is_empty:
            return None
        point = geometry.representative_point()
        return LonLat(point.x, point.y)

    @cached_property
    def _shapes(self) -> "dict[str, BaseGeometry]":
        from shapely import MultiPolygon, Polygon

        return {
            code: MultiPolygon([Polygon(rings[0], rings[1:]) for rings in grid.outline if rings])
            for code, grid in self._grids.items()
            if grid.outline
        }

    @cached_property
    def _codes(self) -> tuple[str, ...]:
        return tuple(self._shapes)

    @cached_property
    def _index(self) -> "STRtree":
        from shapely import STRtree

        return STRtree(list(self._shapes.values()))
