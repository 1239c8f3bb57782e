"""What an import of members would change, and what it did, as plain values for the screens."""

from dataclasses import dataclass
from pathlib import Path

from console.domain.importing import RowProblem
from console.domain.people import Badge


@dataclass(frozen=True, slots=True)
class MemberDifference:
    """A member of a list: the fields and skills that would change, each with before and after."""

    line: int
    number: str
    name: str
    is_new: bool
    fields: tuple[tuple[str, str, str], ...]
    badges: tuple[tuple[str, Badge | None, Badge | None], ...]


@dataclass(frozen=True, slots=True)
class ListPreview:
    """What importing a list would do; ``digest`` tells which content of the file was judged."""

    path: Path
    digest: str
    differences: tuple[MemberDifference, ...]
    unchanged: int
    problems: tuple[RowProblem, ...]
    ignored: tuple[str, ...]
    absent: int


@dataclass(frozen=True, slots=True)
class ListResult:
    """What an import did; ``rejects`` is where the rows are that were not taken."""

    added: int
    updated: int
    unchanged: int
    rejected: int
    rejects: Path | None


@dataclass(frozen=True, slots=True)
class ListWritten:
    """So many members were written to a file."""

    path: Path
    rows: int
