"""Mappings written as TOML files: how one is read, checked, and found by a file's columns."""

from collections.abc import Iterator, Sequence
from dataclasses import fields as dataclass_fields
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from console import assets
from console.commands.importing.mapping import TARGETS, GridPlan, Kind, LimitsFrom, Mapping
from console.commands.importing.settings import Section
from console.domain.category import Category, LimitClock, Limits, Priority
from console.domain.change import Center
from console.domain.codes import Level, level_of
from console.domain.importing import FileFault, ImportRefusal
from console.domain.people import Skill

FOLDER = ("mappings",)
_MINUTES_LIMIT = 60 * 24 * 366
_GRID_LEVELS = (Level.COMMUNITY, Level.BASE, Level.SUB)


def load_mapping(path: Path, kind: Kind) -> Mapping:
    """Read and check a mapping for files of one kind.

    Raises:
        ImportRefusal: With what is wrong in it.
    """
    mapping = read_mapping(path)
    if mapping.kind is not kind:
        raise ImportRefusal(
            FileFault.WRONG_KIND, path=str(path), found=mapping.kind.value, needed=kind.value
        )
    return mapping


def named_mapping(name: str, kind: Kind) -> Mapping:
    """A mapping by its file, or by the name of one that comes with the program.

    Raises:
        ImportRefusal: If there is none, with the names that there are.
    """
    path = Path(name)
    if path.suffix.lower() == ".toml" or path.exists():
        return load_mapping(path, kind)
    shipped = assets.path(*FOLDER, f"{name}.toml")
    if "/" in name or "\0" in name or not shipped.is_file():
        known = ", ".join(path.stem for path in _shipped_files())
        raise ImportRefusal(FileFault.NO_SUCH_MAPPING, mapping=name, mappings=known)
    return load_mapping(shipped, kind)


def fitting_mapping(kind: Kind, columns: Sequence[str]) -> Mapping | None:
    """The shipped mapping all of whose columns a file has; of several the one with the most."""
    there = set(columns)
    fitting = [m for m in _shipped(kind) if there.issuperset(_looked_for(m))]
    return max(fitting, key=lambda mapping: len(_looked_for(mapping)), default=None)


def _looked_for(mapping: Mapping) -> set[str]:
    return {*mapping.columns(), *mapping.marks}


def _shipped_files() -> list[Path]:
    return sorted(assets.path(*FOLDER).glob("*.toml"))


def _shipped(kind: Kind) -> Iterator[Mapping]:
    for path in _shipped_files():
        mapping = read_mapping(path)
        if mapping.kind is kind:
            yield mapping


def read_mapping(path: Path) -> Mapping:
    """Read and check a mapping file of any kind.

    Raises:
        ImportRefusal: With what is wrong in it.
    """
    top = Section.load(path)
    kind = Kind(top.choice("kind", [kind.value for kind in Kind], ""))
    categories, sources = _categories(top) if kind is Kind.INCIDENTS else ((), {})
    values = _values(top, path, kind)
    if sources:
        values["category"] = sources | values.get("category", {})
    extra: dict[str, Any] = {
        Kind.INCIDENTS: _incident_settings,
        Kind.GRIDS: _grid_settings,
        Kind.MEMBERS: _member_settings,
        Kind.CAMERAS: _no_settings,
    }[kind](top)
    mapping = Mapping(
        kind=kind,
        name=top.text("name", path.stem),
        source=top.text("source", path.stem),
        fields=_fields(top, path, kind),
        marks=top.texts("marks"),
        constants=_texts_of(top, "constants", path, kind),
        values=values,
        defaults=_texts_of(top, "defaults", path, kind),
        categories=categories,
        **extra,
    )
    top.done()
    _require_targets(mapping, path)
    return mapping


def _require_targets(mapping: Mapping, path: Path) -> None:
    for target, needed in TARGETS[mapping.kind].items():
        if not mapping.place_required and target in ("lon", "lat"):
            continue
        given = (mapping.fields, mapping.constants, mapping.defaults)
        if needed and not any(target in where for where in given):
            raise ImportRefusal(FileFault.MISSING_TARGET, path=str(path), target=target)


def _fields(top: Section, path: Path, kind: Kind) -> dict[str, tuple[str, ...]]:
    section = top.table("fields")
    found = {key: section.texts(key) for key in section.names()}
    _require_known(found, path, kind)
    for key, columns in found.items():
        if not columns or not all(column.strip() for column in columns):
            raise section.bad(key, '"Column", ["Column", "Other column"]')
    return {
        key: tuple(" ".join(column.split()) for column in columns)
        for key, columns in found.items()
    }


def _texts_of(top: Section, name: str, path: Path, kind: Kind) -> dict[str, str]:
    section = top.table(name)
    found = {key: section.text(key) for key in section.names()}
    _require_known(found, path, kind)
    return found


def _values(top: Section, path: Path, kind: Kind) -> dict[str, dict[str, str]]:
    section = top.table("values")
    tables: dict[str, dict[str, str]] = {}
    for key in section.names():
        inner = section.table(key)
        tables[key] = {word.strip().casefold(): inner.text(word) for word in inner.names()}
    _require_known(tables, path, kind)
    return tables


def _require_known(found: dict[str, Any], path: Path, kind: Kind) -> None:
    for key in found:
        if key not in TARGETS[kind]:
            known = ", ".join(TARGETS[kind])
            raise ImportRefusal(FileFault.UNKNOWN_TARGET, path=str(path), target=key, known=known)


def _incident_settings(top: Section) -> dict[str, Any]:
    times, state, place = top.table("times"), top.table("state"), top.table("place")
    settings = {
        "formats": times.texts("formats"),
        "zone": _zone(times, ""),
        "closed": frozenset(word.strip().casefold() for word in state.texts("closed")),
        "as_open": state.flag("as_open", default=False),
        "limits_from": _limits_from(state),
        "place_required": place.flag("required", default=True),
        "skills": tuple(_skill(section) for section in top.tables("skills")),
    }
    for section in (times, state, place):
        section.done()
    return settings


def _limits_from(state: Section) -> LimitsFrom | None:
    word = state.choice("limits_from", ["", *(choice.value for choice in LimitsFrom)], "")
    return LimitsFrom(word) if word else None


def _grid_settings(top: Section) -> dict[str, Any]:
    section = top.table("grids")
    level = Level(section.choice("level", [level.value for level in _GRID_LEVELS], "base"))
    community = section.text("community", "")
    if community and not _is_level(community, Level.COMMUNITY):
        raise section.bad("community", "12 × 0…9")
    plan = GridPlan(
        level,
        community,
        section.text("community_name", community),
        section.text("town_name", community[:9]),
    )
    section.done()
    return {"grids": plan, "center": _center(top) if "center" in top else None}


def _member_settings(top: Section) -> dict[str, Any]:
    section = top.table("skill_columns")
    return {"skill_columns": {" ".join(c.split()): section.text(c) for c in section.names()}}


def _no_settings(_top: Section) -> dict[str, Any]:
    return {}


def _center(top: Section) -> Center:
    section = top.table("center")
    code = section.text("code")
    if not (_is_level(code, Level.COMMUNITY) or _is_level(code, Level.TOWN)):
        raise section.bad("code", "9 / 12 × 0…9")
    name = section.text("name")
    center = Center(code, name, section.text("name_en", name), _zone(section), demonstration=False)
    section.done()
    return center


def _zone(section: Section, default: str | None = None) -> str:
    name = section.text("zone", default)
    if name:
        try:
            ZoneInfo(name)
        except (ValueError, OSError, LookupError) as error:
            raise section.bad("zone", "Asia/Shanghai, America/Los_Angeles, …") from error
    return name


def _categories(top: Section) -> tuple[tuple[Category, ...], dict[str, str]]:
    categories: list[Category] = []
    sources: dict[str, str] = {}
    for section in top.tables("categories"):
        code = section.text("code")
        if not 0 < len(code) <= 32 or code in [category.code for category in categories]:
            raise section.bad("code", "1 … 32, ≠")
        name = section.text("name")
        words = section.texts("from")
        sources.update({word.strip().casefold(): code for word in words})
        categories.append(
            Category(
                code,
                name,
                section.text("name_en", name),
                section.text("skill"),
                Priority(section.whole("priority", 1, 4, 3)),
                _limits(section),
                section.text("icon", "general"),
            )
        )
        section.done()
    return tuple(categories), sources


def _limits(section: Section) -> Limits:
    """The limits, each in minutes: ``acknowledge_min = 30`` and so on; and their ``clock``."""
    names = [field.name for field in dataclass_fields(Limits) if field.name != "clock"]
    minutes = {name: section.whole(f"{name}_min", 1, _MINUTES_LIMIT) for name in names}
    clocks = [clock.value for clock in LimitClock]
    clock = LimitClock(section.choice("clock", clocks, LimitClock.PLAIN.value))
    return Limits(
        **{name: timedelta(minutes=count) for name, count in minutes.items()}, clock=clock
    )


def _skill(section: Section) -> Skill:
    name = section.text("name")
    monogram = section.text("monogram")
    if not 0 < len(monogram) <= 4:
        raise section.bad("monogram", "综, 安, …")
    skill = Skill(
        section.text("code"),
        monogram,
        name,
        section.text("name_en", name),
        section.text("color", "#64778c"),
        section.text("text_color", "#ffffff"),
        section.whole("position", 0, 999, 0),
        section.text("icon", "general"),
    )
    section.done()
    return skill


def _is_level(code: str, level: Level) -> bool:
    try:
        return level_of(code) is level
    except ValueError:
        return False
