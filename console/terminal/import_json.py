"""What ``grid-console import`` answers to other programs."""

from typing import Any

from console.commands.importing.mapping import Kind
from console.commands.importing.summary import Summary
from console.domain.errors import ConsoleError
from console.domain.importing import RowProblem
from console.terminal.sentences import sentence
from console.widgets.labels_import import row_sentence


def summary_json(
    kind: Kind, mapping: str, summary: Summary, seconds: float, error: ConsoleError | None
) -> dict[str, Any]:
    """An import as other programs get it."""
    told: dict[str, Any] = {
        "kind": kind.value,
        "mapping": mapping,
        "rows": summary.rows,
        "added": summary.added,
        "updated": summary.updated,
        "unchanged": summary.unchanged,
        "rejected": summary.rejected,
        "repaired": summary.repaired,
        "reasons": dict(summary.reasons),
        "problems": [problem_json(problem) for problem in summary.problems],
        "created_categories": summary.created,
        "rejects": None if summary.rejects is None else str(summary.rejects),
        "stopped": summary.stopped,
        "seconds": round(seconds, 3),
        "rows_per_second": round(summary.rows / seconds) if seconds > 0 else None,
    }
    if error is not None:
        told["error"] = error_json(error)
    return told


def error_json(error: ConsoleError) -> dict[str, Any]:
    """Why a file was not taken."""
    return {
        "code": error.code.value,
        "details": error.details,
        "message": sentence(error),
    }


def problem_json(problem: RowProblem) -> dict[str, Any]:
    """A row that is not taken, as other programs get it."""
    return {
        "line": problem.line,
        "row": problem.number,
        "code": problem.code.value,
        "details": dict(problem.details),
        "message": row_sentence(problem),
    }
