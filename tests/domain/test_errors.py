"""Expected failures: a code, plain details, and a line for the log."""

import pytest

from console.domain.errors import ConsoleError, Fault, FaultError, Refusal, Refused
from console.domain.importing import FileFault, ImportRefusal, RowFault, RowProblem, RowRefusal


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (Refusal(Refused.TOO_LONG, field="title", limit=10), "too_long (field=title, limit=10)"),
        (FaultError(Fault.UNEXPECTED), "unexpected"),
        (ImportRefusal(FileFault.BAD_ROWS, count=3), "bad_rows (count=3)"),
    ],
)
def test_a_failure_tells_the_log_its_code_and_details(error: ConsoleError, told: str) -> None:
    assert str(error) == told


def test_details_are_kept_as_they_were_given() -> None:
    refusal = Refusal(Refused.SKILL_NOT_HELD, member=7, skill="fire")

    assert refusal.code is Refused.SKILL_NOT_HELD
    assert refusal.details == {"member": 7, "skill": "fire"}


def test_no_two_failures_share_a_code() -> None:
    codes = [code.value for kind in (Refused, Fault, FileFault, RowFault) for code in kind]
    assert len(codes) == len(set(codes))


def test_a_refused_row_says_where_it_stands() -> None:
    refusal = RowRefusal(RowFault.BAD_PLACE, lon=200, lat=22)

    problem = refusal.at(12, 9)

    assert problem == RowProblem(12, 9, RowFault.BAD_PLACE, {"lon": 200, "lat": 22})
    assert not isinstance(refusal, ConsoleError)  # it never leaves the reader of rows


def test_a_problem_may_have_no_details() -> None:
    assert RowRefusal(RowFault.NO_PLACE).at(2, 1) == RowProblem(2, 1, RowFault.NO_PLACE)
