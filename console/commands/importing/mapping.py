"""What the columns of a file mean: the mapping as a value."""

from collections.abc import Mapping as Table
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from console.domain.category import Category
from console.domain.change import Center
from console.domain.codes import Level
from console.domain.importing import FileFault, ImportRefusal
from console.domain.people import Skill


class Kind(StrEnum):
    """What the rows of a file are."""

    INCIDENTS = "incidents"
    GRIDS = "grids"
    MEMBERS = "members"
    CAMERAS = "cameras"


class LimitsFrom(StrEnum):
    """From when the time limits of an imported open report count."""

    ORIGINAL = "original"
    NOW = "now"


TARGETS: dict[Kind, dict[str, bool]] = {
    Kind.INCIDENTS: {
        "title": True,
        "category": True,
        "lon": True,
        "lat": True,
        "key": False,
        "description": False,
        "address": False,
        "reported_at": False,
        "closed_at": False,
        "status": False,
        "priority": False,
        "origin": False,
        "reporter_name": False,
        "reporter_phone": False,
    },
    Kind.GRIDS: {"name": True, "code": False, "key": False, "parent": False},
    Kind.MEMBERS: {
        "number": True,
        "name": True,
        "grid": True,
        "phone": False,
        "skills": False,
        "training": False,
        "duty": False,
        "unit": False,
        "organisation": False,
        "languages": False,
    },
    Kind.CAMERAS: {"code": True, "name": True, "lon": True, "lat": True, "url": False},
}
"""The fields that a mapping can fill, and whether it must."""


@dataclass(frozen=True, slots=True)
class GridPlan:
    """What the areas of a file become, and below which community."""

    level: Level = Level.BASE
    community: str = ""
    community_name: str = ""
    town_name: str = ""


@dataclass(frozen=True, slots=True)
class Mapping:
    """Where each field of a row comes from, and what its values mean.

    ``fields`` name columns, tried in order; ``constants`` fill a field for all rows; ``values``
    translate what a file says into what is meant; ``defaults`` stand in where a field is empty,
    or says what its table of values does not know. ``marks`` are columns that are not read, but
    by which a file is recognised.
    """

    kind: Kind
    name: str
    source: str
    fields: Table[str, tuple[str, ...]]
    marks: tuple[str, ...] = ()
    constants: Table[str, str] = field(default_factory=dict)
    values: Table[str, Table[str, str]] = field(default_factory=dict)
    defaults: Table[str, str] = field(default_factory=dict)
    formats: tuple[str, ...] = ()
    zone: str = ""
    closed: frozenset[str] = frozenset()
    as_open: bool = False
    limits_from: LimitsFrom | None = None
    place_required: bool = True
    categories: tuple[Category, ...] = ()
    skills: tuple[Skill, ...] = ()
    skill_columns: Table[str, str] = field(default_factory=dict)
    grids: GridPlan = field(default_factory=GridPlan)
    center: Center | None = None

    def with_place(self, *, required: bool) -> "Mapping":
        """The same mapping, but for whether a report needs coordinates."""
        return replace(self, place_required=required)

    def columns(self) -> tuple[str, ...]:
        """All columns that are read."""
        named = dict.fromkeys(c for columns in self.fields.values() for c in columns)
        return (*named, *(c for c in self.skill_columns if c not in named))

    def bind(self, columns: Sequence[str]) -> "Binding":
        """Tie the mapping to the columns that a file has.

        Raises:
            ImportRefusal: MISSING_COLUMN with the columns that there are.
        """
        there = set(columns)
        bound: dict[str, tuple[str, ...]] = {}
        for target, named in self.fields.items():
            bound[target] = tuple(column for column in named if column in there)
            if not bound[target]:
                raise missing_column(target, " / ".join(named), columns)
        for column in self.skill_columns:
            if column not in there:
                raise missing_column("skills", column, columns)
        return Binding(self, bound)


@dataclass(frozen=True, slots=True)
class Binding:
    """A mapping tied to a file."""

    mapping: Mapping
    bound: Table[str, tuple[str, ...]]

    def fills(self, target: str) -> bool:
        """Whether a field comes from the file or is the same for all rows."""
        return target in self.bound or target in self.mapping.constants

    def read(self, cells: Table[str, str], target: str) -> str:
        """A field of a row as text, empty if it has none."""
        mapping = self.mapping
        text = mapping.constants.get(target, "")
        for column in self.bound.get(target, ()):
            text = cells[column].strip()
            if text:
                break
        known = mapping.values.get(target)
        if known is not None and text:
            text = known.get(text.casefold(), mapping.defaults.get(target, text))
        return text or mapping.defaults.get(target, "")


def missing_column(target: str, column: str, columns: Sequence[str]) -> ImportRefusal:
    """A refusal that names the column looked for and those that exist."""
    return ImportRefusal(
        FileFault.MISSING_COLUMN, target=target, column=column, columns=", ".join(columns)
    )
