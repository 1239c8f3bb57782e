"""How a hole in cover and what can be done about it are said: in the roster and on the map."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from console.domain.codes import base_of_grid, short_code
from console.domain.cover import Hole
from console.domain.people import Skill
from console.domain.text import one_line
from console.widgets.words import localised


def skill_text(hole: Hole, skills: Mapping[str, Skill]) -> str:
    """The skill that nobody free has."""
    skill = skills.get(hole.skill)
    return localised(skill.name, skill.name_en) if skill else hole.skill


def hole_text(hole: Hole, skills: Mapping[str, Skill]) -> str:
    """Which skill is missing where."""
    return holes_text(hole.base, (hole,), skills)


def holes_text(base: str, holes: Iterable[Hole], skills: Mapping[str, Skill]) -> str:
    """Which skills are missing in one base grid."""
    names = QCoreApplication.translate("Cover", ", ").join(skill_text(h, skills) for h in holes)
    return QCoreApplication.translate("Cover", "{skill} in base grid {grid}").format(
        skill=names, grid=short_code(base)
    )


def remedy_text(hole: Hole) -> str:
    """Who could move up, or that nobody can."""
    up = hole.moving_up
    if up is None:
        return QCoreApplication.translate("Cover", "nobody next door can be spared")
    return QCoreApplication.translate(
        "Cover", "{name} could move up from base grid {grid}"
    ).format(name=one_line(up.name), grid=short_code(base_of_grid(up.grid) or up.grid))
