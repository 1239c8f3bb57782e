"""Courses: a session for one skill, who is listed for it, and what came of it for each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from console.domain.errors import Refusal, Refused

SEATS = 40
"""So many members a course takes at most; courses are held for groups of about 30 (*modelled*)."""


class Result(StrEnum):
    """What came of a course for a member."""

    LISTED = "listed"
    ABSENT = "absent"
    PASSED = "passed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Entry:
    """A member on a course's list."""

    member: int
    result: Result = Result.LISTED


@dataclass(frozen=True, slots=True)
class Course:
    """A session; once closed it never changes again.

    A course that was cancelled is closed too: ``cancelled`` then says why.
    """

    id: int
    version: int
    skill: str
    day: date
    place: str
    closed: bool
    entries: tuple[Entry, ...] = ()
    cancelled: str = ""

    def count(self, result: Result) -> int:
        """For how many members that came of it."""
        return sum(entry.result is result for entry in self.entries)


def require_list(members: Iterable[int]) -> list[int]:
    """The members of a course, each once, in their order.

    Raises:
        Refusal: MISSING without any, TOO_MANY above the number of seats.
    """
    listed = list(dict.fromkeys(members))
    if not listed:
        raise Refusal(Refused.MISSING, field="members")
    if len(listed) > SEATS:
        raise Refusal(Refused.TOO_MANY, limit=SEATS)
    return listed


def require_results(listed: Iterable[int], results: Mapping[int, Result]) -> None:
    """Let a course be closed only with a result for everybody on its list.

    Raises:
        Refusal: MISSING if somebody has none.
    """
    if any(results.get(member, Result.LISTED) is Result.LISTED for member in listed):
        raise Refusal(Refused.MISSING, field="results")
