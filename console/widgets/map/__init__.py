"""The map: a folium document in an embedded web view that asks nothing of the internet."""

from console.widgets.map.scheme import register_scheme
from console.widgets.map.texts import MapTexts, map_texts
from console.widgets.map.values import MapIncident, MapMember, StateGroup, group_of
from console.widgets.map.view import MapView

__all__ = [
    "MapIncident",
    "MapMember",
    "MapTexts",
    "MapView",
    "StateGroup",
    "group_of",
    "map_texts",
    "register_scheme",
]
