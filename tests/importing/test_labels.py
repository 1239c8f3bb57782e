"""Every reason has its sentence, and none leaves a placeholder open."""

import re
from pathlib import Path

import pytest

from console.domain import importing
from console.domain.importing import FileFault, ImportRefusal, RowFault, RowProblem
from console.widgets.labels_import import (
    counts_text,
    import_sentence,
    replayed_text,
    row_reason,
    row_sentence,
    speed_text,
    stopped_text,
)


def details_of(name: str) -> dict[str, str | int]:
    """The details that the comment after a code promises."""
    source = Path(importing.__file__).read_text(encoding="utf-8")
    found = re.search(rf"^    {name} = .*?(?:# (.*))?$", source, re.MULTILINE)
    assert found is not None
    return {detail: f"<{detail}>" for detail in (found[1] or "").split(", ") if detail}


@pytest.mark.parametrize("code", list(FileFault))
def test_a_file_fault_is_told_with_all_that_it_carries(code: FileFault) -> None:
    told = import_sentence(ImportRefusal(code, **details_of(code.name)))
    assert "{" not in told
    assert "—" not in told
    assert told.endswith(".")


@pytest.mark.parametrize("code", list(RowFault))
def test_a_row_fault_is_told_with_all_that_it_carries(code: RowFault) -> None:
    told = row_reason(RowProblem(3, 2, code, details_of(code.name)))
    assert "{" not in told
    assert "—" not in told


def test_a_row_is_named_by_line_number_and_field() -> None:
    problem = RowProblem(7, 6, RowFault.EMPTY_FIELD, {"field": "reported_at"})
    assert row_sentence(problem) == "Line 7 (row 6): the time of the report is empty."
    column = RowProblem(7, 6, RowFault.BAD_FIELD, {"field": "综管员", "value": "maybe"})
    assert row_reason(column) == "“maybe” is not possible for 综管员"


def test_a_cell_cannot_turn_the_sentence_round() -> None:
    problem = RowProblem(7, 6, RowFault.NO_SUCH_GRID, {"value": "\u202ea\nb"})
    assert row_reason(problem) == "there is no grid “a b”"


def test_what_is_not_told_is_a_dash() -> None:
    assert import_sentence(ImportRefusal(FileFault.BAD_ROWS)).startswith(
        "Nothing was imported, because — rows"
    )


def test_counts_and_speed() -> None:
    assert counts_text(added=8246, updated=0, unchanged=1, rejected=1753) == (
        "8,246 new, 0 changed, 1 already there, 1,753 not taken"
    )
    assert speed_text(1000, 0.5) == "1,000 rows in 0.5 s, 2,000 rows a second"
    assert speed_text(0, 0) == "0 rows in 0.0 s, 0 rows a second"
    assert "2,000" in stopped_text(2000)
    assert "0.3 s" in replayed_text(2, 0.34)
