"""The words on the map, in the language that the window speaks now."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from console.widgets.map.values import Json


@dataclass(frozen=True, slots=True)
class MapTexts:
    """The words on the map by their key in the page; ``{top}`` is left for the page to fill."""

    words: dict[str, str]

    def row(self) -> dict[str, Json]:
        """The words as the page gets them."""
        return dict(self.words)


def map_texts() -> MapTexts:
    """The words in the present language; to be asked for again when the language changes."""
    translate = QCoreApplication.translate
    return MapTexts(
        {
            "title": translate("Map", "Map of the grids"),
            "layers": translate("Map", "Layers"),
            "layer_grids": translate("Map", "Grids"),
            "layer_shading": translate("Map", "Shading"),
            "layer_incidents": translate("Map", "Incidents"),
            "layer_members": translate("Map", "Members"),
            "layer_off": translate("Map", "Off duty"),
            "layer_cameras": translate("Map", "Cameras"),
            "legend": translate("Map", "Legend"),
            "priority_1": translate("Map", "Urgent"),
            "priority_2": translate("Map", "High"),
            "priority_3": translate("Map", "Normal"),
            "priority_4": translate("Map", "Low"),
            "group_unverified": translate("Map", "To verify"),
            "group_waiting": translate("Map", "To dispatch"),
            "group_running": translate("Map", "In progress"),
            "group_checking": translate("Map", "To check"),
            "group_parked": translate("Map", "On hold"),
            "overdue": translate("Map", "Overdue"),
            "duty_off": translate("Map", "Off duty"),
            "duty_on_duty": translate("Map", "On duty"),
            "duty_en_route": translate("Map", "En route"),
            "duty_on_scene": translate("Map", "On scene"),
            "duty_break": translate("Map", "On a break"),
            "shading": translate("Map", "Shading: open incidents per sub-grid, 0 to {top}"),
            "hole": translate("Map", "Nobody free for a skill in the base grid"),
            "draw_area": translate(
                "Map", "Drag a rectangle, with Shift a circle · Enter: all in view · Esc: leave"
            ),
            "demonstration": translate("Map", "Demonstration data"),
            "zoom_in": translate("Map", "Zoom in"),
            "zoom_out": translate("Map", "Zoom out"),
        }
    )
