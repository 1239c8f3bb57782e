"""The demonstration center's map for the tests, read from its files without a database."""

import json
import random
from typing import Any

from PySide6.QtGui import QColor

from console import assets
from console.domain.category import Priority
from console.domain.change import Catalogue, Center, Road
from console.domain.grid import Grid, GridTree
from console.domain.people import AVAILABLE, Camera, Duty
from console.domain.place import LonLat
from console.widgets.map.values import MapIncident, MapMember, StateGroup

TITLES = (
    "消防通道被堵", "夜间施工噪声", "居民楼可疑人员徘徊", "出租屋电动车飞线充电", "乱丢放垃圾",
    "餐饮店油烟扰民", "井盖破损", "欠薪咨询", "流动摊贩占道", "路灯不亮", "违规张贴广告",
    "药店处方登记抽查", "邻里纠纷",
)  # fmt: skip

THEMES = {
    "dark": {
        "bg": "#15191e", "panel": "#1b2027", "raised": "#232a33", "line": "#323b46",
        "text": "#e6eaee", "dim": "#9aa6b2", "faint": "#88929c", "accent": "#5aa2e8",
        "onacc": "#08131f", "red": "#ff6b5e", "amber": "#f0b24a", "green": "#5fbf8a",
        "blue": "#6aaeea", "map": "#20262d", "mapl": "#3a4550", "grid": "#8fa3b8",
    },
    "light": {
        "bg": "#e9ebee", "panel": "#f6f7f8", "raised": "#ffffff", "line": "#cfd5db",
        "text": "#1c232a", "dim": "#55616d", "faint": "#616a72", "accent": "#1766b3",
        "onacc": "#ffffff", "red": "#c0271b", "amber": "#8f5a00", "green": "#1e764b",
        "blue": "#1766b3", "map": "#dfe3e6", "mapl": "#c6ccd2", "grid": "#5b6f84",
    },
}  # fmt: skip


class Colors:
    """A palette out of a plain mapping."""

    def __init__(self, colors: dict[str, str]) -> None:
        self._colors = colors

    def color(self, name: str) -> QColor:
        return QColor(self._colors[name])


def palette(name: str) -> Colors:
    return Colors(THEMES[name])


def _read(name: str) -> Any:
    return json.loads(assets.path("demo", "baotun", name).read_text("utf-8"))


def _outline(geometry: dict[str, Any] | None) -> Any:
    if geometry is None:
        return ()
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    return tuple(
        tuple(tuple((lon, lat) for lon, lat in ring) for ring in rings) for rings in polygons
    )


def catalogue() -> Catalogue:
    """The demonstration center with its grids and cameras."""
    grids = tuple(
        Grid(
            feature["properties"]["code"],
            feature["properties"]["name"],
            _outline(feature["geometry"]),
        )
        for feature in _read("grids.geojson")["features"]
    )
    cameras = tuple(
        Camera(number, camera["code"], camera["name"], LonLat(camera["lon"], camera["lat"]))
        for number, camera in enumerate(_read("cameras.json")["cameras"], 1)
    )
    center = Center("441900122010", "宝屯", "Baotun", "Asia/Shanghai", demonstration=True)
    roads = tuple(
        Road(
            feature["properties"]["name"],
            tuple((lon, lat) for lon, lat in feature["geometry"]["coordinates"]),
            feature["properties"]["main"],
        )
        for feature in _read("roads.geojson")["features"]
    )
    return Catalogue(center, grids, skills=(), categories=(), cameras=cameras, roads=roads)


def members() -> list[MapMember]:
    """Thirty-five members in all kinds of duty."""
    duties = [Duty.ON_DUTY] * 6 + [Duty.EN_ROUTE, Duty.ON_SCENE, Duty.BREAK, Duty.OFF]
    return [
        MapMember(n, row["lon"], row["lat"], row["name"], duties[n % len(duties)], "综 治 城")
        for n, row in enumerate(_read("members.json")["members"][:35], 1)
    ]


def incidents(count: int = 18) -> list[MapIncident]:
    """Incidents of every priority and state, in places that are always the same."""
    chance = random.Random(7)
    tree = GridTree(catalogue().grids)
    subs = [grid.code for grid in tree.grids if len(grid.code) == 16]
    made = []
    for n in range(1, count + 1):
        code = subs[(n * 5) % len(subs)] if n % 4 else subs[3]
        middle = tree.middle(code)
        assert middle is not None
        group = list(StateGroup)[n % 5]
        near = sorted(
            (member for member in members() if member.duty in AVAILABLE),
            key=lambda member: abs(member.lon - middle.lon) + abs(member.lat - middle.lat),
        )
        made.append(
            MapIncident(
                id=n,
                lon=middle.lon + chance.uniform(-0.0012, 0.0012),
                lat=middle.lat + chance.uniform(-0.0010, 0.0010),
                priority=list(Priority)[(n * 3) % 4],
                group=group,
                title=TITLES[n % len(TITLES)],
                number=f"{100 + n:04d}",
                overdue=n % 7 == 0,
                assignee=(near[1].lon, near[1].lat) if group is StateGroup.RUNNING else None,
                grid=code,
            )
        )
    return made
