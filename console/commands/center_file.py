"""Reads the files that describe a center, and names the entry that is wrong."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path

from console import assets
from console.commands.center_entries import BadgeEntry, CameraEntry, CenterFile, MemberEntry
from console.commands.reading import Row, T, bad_file, entries, entries_of, place, section, text
from console.domain.category import Category, LimitClock, Limits, Priority
from console.domain.change import Center, Road
from console.domain.codes import level_of, parent_of
from console.domain.grid import Grid, Outline
from console.domain.people import BadgeLevel, Duty, Skill, Unit
from console.domain.place import LonLat
from console.domain.worktime import DEFAULT_HOURS, WorkingHours


def load_center(name: str | Path) -> CenterFile:
    """Read and check a center.

    Args:
        name: The name of a center that comes with the program, or a folder with its files.

    Raises:
        FaultError: BAD_FILE with the entry at fault.
    """
    folder = name if isinstance(name, Path) else assets.path("demo", name)
    file = folder / "center.json"
    found = CenterFile(
        center=entries(file, [section(file, "center")], _center)[0],
        grids=entries(folder / "grids.geojson", section(folder / "grids.geojson"), _grid),
        roads=entries(folder / "roads.geojson", section(folder / "roads.geojson"), _road),
        skills=entries(file, section(file, "skills"), _skill),
        categories=entries_of(folder, "categories", _category),
        members=entries_of(folder, "members", _member),
        cameras=entries_of(folder, "cameras", _camera),
        helpers=_if_there(folder, "helpers", _helper),
    )
    _check(folder, found)
    return found


def _if_there(folder: Path, name: str, make: Callable[[Row], T]) -> tuple[T, ...]:
    return entries_of(folder, name, make) if (folder / f"{name}.json").exists() else ()


def _center(row: Row) -> Center:
    return Center(
        code=text(row, "code"),
        name=text(row, "name"),
        name_en=text(row, "name_en"),
        zone=text(row, "zone"),
        demonstration=row.get("demonstration") is True,
        hours=WorkingHours.of(row["hours"]) if "hours" in row else DEFAULT_HOURS,
    )


def _grid(feature: Row) -> Grid:
    told = feature["properties"]
    code = text(told, "code")
    level_of(code)
    return Grid(code, text(told, "name"), _outline(feature["geometry"]))


def _outline(geometry: Row | None) -> Outline:
    if geometry is None:
        return ()
    parts = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        parts = [parts]
    elif geometry["type"] != "MultiPolygon":
        raise ValueError("the geometry must be a polygon")
    outline = tuple(tuple(_line(ring) for ring in rings) for rings in parts)
    for rings in outline:
        for ring in rings:
            if len(ring) < 4 or ring[0] != ring[-1]:
                raise ValueError("a ring of the outline is not closed")
    return outline


def _line(points: list[list[float]]) -> tuple[tuple[float, float], ...]:
    places = [LonLat(float(point[0]), float(point[1])) for point in points]
    return tuple((place.lon, place.lat) for place in places)


def _road(feature: Row) -> Road:
    if feature["geometry"]["type"] != "LineString":
        raise ValueError("the geometry must be a line")
    told = feature["properties"]
    line = _line(feature["geometry"]["coordinates"])
    return Road(text(told, "name"), line, told.get("main") is True)


def _skill(row: Row) -> Skill:
    return Skill(
        code=text(row, "code"),
        monogram=text(row, "monogram"),
        name=text(row, "name"),
        name_en=text(row, "name_en"),
        color=text(row, "color"),
        text_color=text(row, "text_color"),
        icon=text({"icon": "general", **row}, "icon"),
        valid_months=_months(row),
    )


def _months(row: Row) -> int | None:
    months = row.get("valid_months")
    if months is not None and not (isinstance(months, int) and months > 0):
        raise ValueError("valid_months must be a number above 0")
    return months


def _category(row: Row) -> Category:
    return Category(
        code=text(row, "code"),
        name=text(row, "name"),
        name_en=text(row, "name_en"),
        skill=text(row, "skill"),
        priority=Priority(row["priority"]),
        limits=Limits(
            **{
                stage: _duration(row["limits"], stage)
                for stage in ("acknowledge", "arrive", "resolve", "check")
            },
            clock=LimitClock(row.get("clock", LimitClock.PLAIN)),
        ),
        icon=text(row, "icon"),
    )


def _duration(limits: Row, stage: str) -> timedelta:
    seconds = limits[stage]
    if not isinstance(seconds, int) or seconds <= 0:
        raise ValueError(f"{stage} must be a number of seconds")
    return timedelta(seconds=seconds)


def _member(row: Row) -> MemberEntry:
    return MemberEntry(
        number=text(row, "number"),
        name=text(row, "name"),
        phone=text(row, "phone"),
        grid=text(row, "grid"),
        duty=Duty(row["duty"]),
        place=place(row),
        badges=_badges(row),
        languages=_languages(row),
    )


def _languages(row: Row) -> tuple[str, ...]:
    return tuple(row.get("languages", ()))


def _badges(row: Row) -> tuple[BadgeEntry, ...]:
    return tuple(
        BadgeEntry(
            text(badge, "skill"),
            BadgeLevel(badge["level"]),
            badge.get("valid_days"),
            badge.get("mentor", ""),
        )
        for badge in row["badges"]
    )


def _helper(row: Row) -> MemberEntry:
    unit = Unit(row["unit"])
    if unit is Unit.OWN:
        raise ValueError("unit must be squad, partner or neighbour")
    return MemberEntry(
        number=text(row, "number"),
        name=text(row, "name"),
        phone=text(row, "phone"),
        grid="",
        duty=Duty(row["duty"]),
        place=place(row),
        badges=_badges(row),
        unit=unit,
        organisation=text(row, "organisation"),
        roles=tuple(row.get("roles", ())),
        languages=_languages(row),
    )


def _camera(row: Row) -> CameraEntry:
    return CameraEntry(text(row, "code"), text(row, "name"), place(row))


def _check(folder: Path, center: CenterFile) -> None:
    """Make sure that whatever an entry refers to is there, and that nothing is there twice."""
    grids = _keys(folder / "grids.geojson", (grid.code for grid in center.grids))
    skills = _keys(folder / "center.json", (skill.code for skill in center.skills))
    _keys(folder / "categories.json", (category.code for category in center.categories))
    members = folder / "members.json"
    everybody = (*center.members, *center.helpers)
    numbers = _keys(members, (member.number for member in everybody))
    mentors = (badge.mentor for member in everybody for badge in member.badges)
    _known(members, (mentor for mentor in mentors if mentor), numbers)
    _keys(folder / "cameras.json", (camera.code for camera in center.cameras))
    parents = (parent_of(grid.code) for grid in center.grids)
    _known(folder / "grids.geojson", (parent for parent in parents if parent), grids)
    _known(folder / "center.json", [center.center.code], grids)
    _known(folder / "categories.json", (c.skill for c in center.categories), skills)
    _known(members, (member.grid for member in center.members), grids)
    _known(members, (b.skill for member in everybody for b in member.badges), skills)


def _keys(file: Path, keys: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise bad_file(file, f"{key} is there twice")
        seen.add(key)
    return seen


def _known(file: Path, named: Iterable[str], known: set[str]) -> None:
    for key in named:
        if key not in known:
            raise bad_file(file, f"{key} is not known")
