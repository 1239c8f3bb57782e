"""A file as rows of named cells, whatever its format."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from console.domain.importing import RowProblem

LON_COLUMN = "geometry.lon"
"""The column that a GeoJSON file's points appear in, beside the features' properties."""

LAT_COLUMN = "geometry.lat"
"""See ``LON_COLUMN``."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line it begins on, its number among the rows, and its cells by column.

    ``geometry`` is the feature's geometry in a GeoJSON file. ``problem`` is set when the reader
    could not make sense of the row. ``rounded`` are the columns with a number that the file may
    have cut the digits of.
    """

    line: int
    number: int
    cells: Mapping[str, str]
    geometry: Mapping[str, Any] | None = None
    problem: RowProblem | None = None
    rounded: frozenset[str] = frozenset()


class Table(Protocol):
    """A file that has been opened: its columns are known, its rows are still to be read."""

    @property
    def columns(self) -> Sequence[str]:
        """The names of the columns in their order."""

    @property
    def is_geographic(self) -> bool:
        """Whether rows have a geometry."""

    def rows(self) -> Iterator[Row]:
        """Read the rows from the beginning; wholly empty ones are left out."""

    def share_read(self) -> float:
        """How much of the file has been read, from 0 to 1."""


def named_columns(header: Sequence[str]) -> list[str]:
    """Names for all columns of a header line: trimmed, and a second one of a name numbered.

    A column without a heading gets an empty name; its cells are not read.
    """
    names: list[str] = []
    for heading in header:
        name = " ".join(heading.split())
        same, number = name, 1
        while name and name in names:
            number += 1
            name = f"{same} ({number})"
        names.append(name)
    return names
