"""Orders about the catalogue of skills, badges and courses."""

from dataclasses import dataclass
from datetime import date

from console.domain.courses import Result
from console.domain.skills import SkillDraft


@dataclass(frozen=True, slots=True)
class AddSkill:
    """Add a skill to the catalogue."""

    draft: SkillDraft


@dataclass(frozen=True, slots=True)
class ChangeSkill:
    """Say something else of a skill in the catalogue; its code stays."""

    skill: str
    draft: SkillDraft
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class RemoveSkill:
    """Take a skill that nothing needs out of the catalogue."""

    skill: str
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class Certify:
    """Certify a member for a skill, or once more for one that they hold.

    Without a day it is today; ``until`` is the last day, None for no end. Without a name it is the
    operator who certifies.
    """

    member: int
    skill: str
    until: date | None = None
    on: date | None = None
    by: str = ""
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class Train:
    """Put a member into training with a mentor, who holds the skill (以旧带新)."""

    member: int
    skill: str
    mentor: int
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class Revoke:
    """Take a badge from a member, or end their training, for a reason."""

    member: int
    skill: str
    note: str
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class PlanCourse:
    """Plan a course for a skill, with the members who are to attend."""

    skill: str
    day: date
    place: str
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ChangeCourse:
    """Say something else of a planned course."""

    course: int
    skill: str
    day: date
    place: str
    members: tuple[int, ...]
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class CloseCourse:
    """Close a course with a result for everybody; who passed is certified."""

    course: int
    results: tuple[tuple[int, Result], ...]
    by: str = ""
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class CancelCourse:
    """Cancel a planned course, for a reason; nobody on its list is certified by it."""

    course: int
    note: str
    seen: int | None = None
