"""Orders about shifts and leave."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SetPattern:
    """Give a member a week: the codes of seven shifts, Monday first, None for a free day."""

    member: int
    days: tuple[str | None, ...]
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class GrantLeave:
    """Free a member from a day to a day, for a reason."""

    member: int
    first: date
    last: date
    note: str
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class CancelLeave:
    """Take a member's leave back from a day to a day."""

    member: int
    first: date
    last: date
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class ChangeShift:
    """Give a member a shift on a day, or none; it replaces whatever the day said."""

    member: int
    day: date
    kind: str | None
    note: str = ""
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class SwapShifts:
    """Let two members take each other's shifts, each of a day of its own or of the same."""

    member: int
    day: date
    other: int
    other_day: date
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class ShiftCell:
    """A member's day in a plan: a shift, a free day, or a leave."""

    member: int
    day: date
    kind: str | None
    leave: bool = False


@dataclass(frozen=True, slots=True)
class PlanShifts:
    """Take over a plan of many members and days, such as a file's, as a whole."""

    cells: tuple[ShiftCell, ...]
