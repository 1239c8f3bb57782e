"""Draws the map's document with folium, once for a set of grids, and gathers the files it needs.

Importing this module imports folium, which takes half a second: only the press does it, on its
worker thread.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import folium
from branca.element import Figure
from folium.map import CustomPane
from PySide6.QtCore import QFile, QIODevice
from typing_extensions import override
from xstatic.pkg import leaflet

from console import assets
from console.domain.change import Road
from console.domain.codes import Level, short_code
from console.domain.grid import Grid, GridTree, Outline
from console.widgets.map.scheme import PAGE

Feature = dict[str, Any]
Style = Callable[[Feature], dict[str, object]]

SCRIPTS: Final = tuple(
    f"{name}.js" for name in ("shapes", "marks", "labels", "panels", "holes", "areas", "map")
)
STYLES: Final = ("map.css",)

_INLINE = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)
"""An inline script or style, exactly as a browser would delimit it."""

_NOWHERE = [22.94, 113.67]
"""The middle (lat, lon) of the map of a center that has no grids yet: the town."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a document is drawn from; equal sheets give the same document."""

    grids: tuple[Grid, ...]
    roads: tuple[Road, ...]
    colors: tuple[tuple[str, str], ...]


class _LocalMap(folium.Map):
    """A folium map whose scripts and styles are our own files."""

    def __init__(self, middle: list[float]) -> None:
        super().__init__(
            location=middle,
            tiles=None,
            prefer_canvas=True,
            zoom_control="bottomright",
            attribution_control=False,
            zoom_start=15,
            zoom_snap=0.25,
            zoom_delta=0.5,
            wheel_px_per_zoom_level=120,
            zoom_animation=False,
            fade_animation=False,
            inertia=False,
            box_zoom=False,
            min_zoom=3,
            max_zoom=19,
        )
        self.default_js = [(name, name) for name in ("leaflet.js", "qwebchannel.js", *SCRIPTS)]
        self.default_css = [(name, name) for name in ("leaflet.css", *STYLES)]

    @override
    def get_name(self) -> str:
        return "map_console"


class _Layer(folium.GeoJson):
    """A GeoJSON layer that our script finds by its name."""

    def __init__(self, key: str, features: list[Feature], style: Style) -> None:
        self._key = key
        super().__init__(
            {"type": "FeatureCollection", "features": features},
            style_function=style,
            smooth_factor=0.5,
            pane="base",
            interactive=False,
        )

    @override
    def get_name(self) -> str:
        return f"layer_{self._key}"


@lru_cache(maxsize=4)
def draw(sheet: Sheet) -> Mapping[str, bytes]:
    """The files of a document: the page, and its inline scripts and styles as files of their own.

    No inline script stays in the page, so that its policy can forbid them.
    """
    figure = Figure(title="grid-console")
    colors = dict(sheet.colors)
    plan = _LocalMap(_middle(sheet.grids))
    figure.add_child(plan)
    plan.add_child(CustomPane("base", z_index=390))
    for layer in _layers(sheet, colors):
        plan.add_child(layer)
    return _moved_out(figure.render())


def gather(sheet: Sheet) -> Mapping[str, bytes]:
    """All files that a page needs: the drawn document, Leaflet, the channel and our own.

    Raises:
        OSError: If a file is missing or cannot be read.
    """
    data = Path(leaflet.BASE_DIR)
    files = dict(draw(sheet))
    files["leaflet.js"] = (data / "leaflet.js").read_bytes()
    files["leaflet.css"] = (data / "leaflet.css").read_bytes()
    for name in (*SCRIPTS, *STYLES):
        files[name] = assets.path("map", name).read_bytes()
    files["qwebchannel.js"] = _channel_script()
    return files


def _middle(grids: Iterable[Grid]) -> list[float]:
    points = [
        point for grid in grids for rings in grid.outline for ring in rings for point in ring
    ]
    if not points:
        return _NOWHERE
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    return [(min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2]


def _layers(sheet: Sheet, colors: Mapping[str, str]) -> list[_Layer]:
    tree = GridTree(sheet.grids)
    border = {"fill": False, "color": colors["grid"], "lineJoin": "round", "opacity": 1}
    return [
        _Layer(
            "roads",
            [
                _feature(number, _line(road), main=road.main)
                for number, road in enumerate(sheet.roads)
            ],
            lambda road: {
                "color": colors["mapl"],
                "weight": 6 if road["properties"]["main"] else 3,
                "opacity": 1,
            },
        ),
        _Layer(
            "sub",
            [_smallest(tree, grid) for grid in tree.smallest()],
            lambda _: {**border, "weight": 1, "opacity": 0.65, "fill": True, "fillOpacity": 0},
        ),
        _Layer("base", _outlines(tree, Level.BASE), lambda _: {**border, "weight": 2}),
        _Layer("community", _outlines(tree, Level.COMMUNITY), lambda _: {**border, "weight": 2.5}),
    ]


def _outlines(tree: GridTree, level: Level) -> list[Feature]:
    return [_feature(grid.code, _polygons(grid.outline)) for grid in tree.at(level)]


def _feature(key: object, geometry: Feature, **properties: object) -> Feature:
    return {
        "type": "Feature",
        "properties": {"code": str(key), **properties},
        "geometry": geometry,
    }


def _smallest(tree: GridTree, grid: Grid) -> Feature:
    middle = tree.middle(grid.code)
    label = [middle.lat, middle.lon] if middle is not None else None
    return _feature(grid.code, _polygons(grid.outline), short=short_code(grid.code), label=label)


def _line(road: Road) -> Feature:
    return {"type": "LineString", "coordinates": [list(point) for point in road.line]}


def _polygons(outline: Outline) -> Feature:
    return {
        "type": "MultiPolygon",
        "coordinates": [[[list(point) for point in ring] for ring in rings] for rings in outline],
    }


def _moved_out(html: str) -> Mapping[str, bytes]:
    files: dict[str, bytes] = {}
    page = _INLINE.sub(_mover(files), html)
    files[PAGE] = page.encode()
    return files


def _mover(files: dict[str, bytes]) -> Callable[[re.Match[str]], str]:
    def move(found: re.Match[str]) -> str:
        kind, text = found.groups()
        name = f"inline-{len(files)}.{'js' if kind == 'script' else 'css'}"
        files[name] = text.encode()
        if kind == "script":
            return f'<script src="{name}"></script>'
        return f'<link rel="stylesheet" href="{name}"/>'

    return move


def _channel_script() -> bytes:
    file = QFile(":/qtwebchannel/qwebchannel.js")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise OSError("Qt's web channel script is missing")
    content = file.readAll().data()
    file.close()
    return bytes(content)
