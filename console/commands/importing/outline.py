"""The outline of an area out of GeoJSON: checked, mended where that is safe, else refused."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from console.domain.grid import Outline, Ring
from console.domain.importing import RowFault, RowRefusal
from console.domain.place import LonLat

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_CHANGED_SHARE = 0.01
"""An outline is not mended if that would change the area that it covers by more than this."""

_NO_AREA = 1e-12
"""Square degrees; about a hundredth of a square metre."""


def outline_of(geometry: Mapping[str, Any] | None) -> tuple[Outline, bool]:
    """The outline, and whether it had to be mended.

    Rings that are not closed are closed, and lines that cross or touch themselves are laid anew.

    Raises:
        RowRefusal: If it is no area, out of range, or cannot be mended without changing it.
    """
    kind = None if geometry is None else geometry.get("type")
    if geometry is None or kind not in ("Polygon", "MultiPolygon"):
        raise RowRefusal(RowFault.NOT_A_POLYGON, found=str(kind)[:40])
    coordinates = geometry.get("coordinates")
    polygons = [coordinates] if kind == "Polygon" else _list(coordinates)
    mended = False
    read: list[tuple[Ring, ...]] = []
    for polygon in polygons:
        rings = [_ring(ring) for ring in _list(polygon)]
        mended = mended or any(closed for _ring_, closed in rings)
        if rings:
            read.append(tuple(ring for ring, _closed in rings))
    if not read:
        raise RowRefusal(RowFault.TOO_FEW_POINTS)
    outline, changed = _valid(tuple(read))
    return outline, mended or changed


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise RowRefusal(RowFault.BROKEN_OUTLINE, reason="coordinates")
    return value


def _ring(points: Any) -> tuple[Ring, bool]:
    ring = [_point(point) for point in _list(points)]
    open_ = len(ring) > 1 and ring[0] != ring[-1]
    if open_:
        ring.append(ring[0])
    if len(set(ring)) < 3:
        raise RowRefusal(RowFault.TOO_FEW_POINTS)
    return tuple(ring), open_


def _point(point: Any) -> tuple[float, float]:
    values = point[:2] if isinstance(point, list) else []
    if len(values) < 2 or not all(
        isinstance(v, int | float) and not isinstance(v, bool) for v in values
    ):
        raise RowRefusal(RowFault.BROKEN_OUTLINE, reason="coordinates")
    try:
        place = LonLat(float(values[0]), float(values[1]))
    except (ValueError, OverflowError) as error:
        told = [str(value)[:40] for value in values]
        raise RowRefusal(RowFault.BAD_PLACE, lon=told[0], lat=told[1]) from error
    return place.lon, place.lat


def _valid(outline: Outline) -> tuple[Outline, bool]:
    from shapely import MultiPolygon, Polygon, make_valid
    from shapely.validation import explain_validity

    shape = MultiPolygon([Polygon(rings[0], rings[1:]) for rings in outline])
    if shape.is_valid and shape.area > _NO_AREA:
        return outline, False
    reason = explain_validity(shape).split("[")[0]
    parts = _polygons(make_valid(shape))
    area = sum(part.area for part in parts)
    if area <= _NO_AREA or abs(area - shape.area) > _CHANGED_SHARE * area:
        raise RowRefusal(RowFault.BROKEN_OUTLINE, reason=reason)
    return tuple(_rings(part) for part in parts), True


def _polygons(shape: "BaseGeometry") -> "list[BaseGeometry]":
    if shape.geom_type == "Polygon":
        return [shape]
    inner = getattr(shape, "geoms", ())
    return [polygon for part in inner for polygon in _polygons(part)]


def _rings(polygon: "BaseGeometry") -> tuple[Ring, ...]:
    rings = (polygon.exterior, *polygon.interiors)
    return tuple(tuple((float(x), float(y)) for x, y, *_ in ring.coords) for ring in rings)
