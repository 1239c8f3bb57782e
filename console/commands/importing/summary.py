"""What an import has done so far; it grows while the import runs."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from console.domain.importing import RowProblem

SHOWN = 20
"""How many problems are kept to be shown; all of them are in the rejects file."""


@dataclass(slots=True)
class Summary:
    """Counts of rows by what became of them; what it counts is committed."""

    rows: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    repaired: int = 0
    stopped: bool = False
    reasons: Counter[str] = field(default_factory=Counter)
    problems: list[RowProblem] = field(default_factory=list)
    created: list[str] = field(default_factory=list)
    rejects: Path | None = None

    def reject(self, problem: RowProblem) -> None:
        """Count a row that is not taken."""
        self.rejected += 1
        self.reasons[problem.code.value] += 1
        if len(self.problems) < SHOWN:
            self.problems.append(problem)


@dataclass(slots=True)
class Stored:
    """What storing some rows did, before it is committed."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    repaired: int = 0
    problems: list[RowProblem] = field(default_factory=list)
    created: list[str] = field(default_factory=list)

    def add(self, part: "Stored") -> None:
        """Count what storing further rows did."""
        self.added += part.added
        self.updated += part.updated
        self.unchanged += part.unchanged
        self.repaired += part.repaired
        self.problems += part.problems
        self.created += part.created

    def enter(self, summary: Summary) -> None:
        """Count it; to be called after the commit."""
        summary.added += self.added
        summary.updated += self.updated
        summary.unchanged += self.unchanged
        summary.repaired += self.repaired
        summary.created += self.created
