"""Orders: what an operator asks for, as plain values, before a command carries it out.

``seen`` is the version of the row that the operator's screen showed; None (from the command line)
means "whatever it is now". An order can be kept, sent twice or replayed: its command id, given
beside it, makes sure that it happens once.
"""

from dataclasses import dataclass
from datetime import date, datetime

from console.domain.category import Priority
from console.domain.courses import Result
from console.domain.incident import Origin
from console.domain.lifecycle import Deed
from console.domain.people import Duty
from console.domain.place import LonLat
from console.domain.skills import SkillDraft


@dataclass(frozen=True, slots=True)
class Report:
    """A report comes in; the priority is the category's unless one is given."""

    title: str
    category: str
    origin: Origin = Origin.PHONE
    description: str = ""
    address: str = ""
    place: LonLat | None = None
    priority: Priority | None = None
    reporter_name: str = ""
    reporter_phone: str = ""
    reported_at: datetime | None = None
    source_key: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A deed that only moves an incident on, with a note or a reason.

    For REJECT, WITHDRAW, RETURN, SEND_BACK, CHECK, CLOSE, REOPEN, SUSPEND, RESUME, ESCALATE,
    ACKNOWLEDGE, SET_OUT, ARRIVE and RESOLVE.
    """

    deed: Deed
    incident: int
    seen: int | None = None
    note: str = ""


NEEDS_REASON = frozenset(
    {
        Deed.REJECT,
        Deed.WITHDRAW,
        Deed.RETURN,
        Deed.SEND_BACK,
        Deed.REOPEN,
        Deed.SUSPEND,
        Deed.ESCALATE,
    }
)
"""The steps that are refused without a note."""


@dataclass(frozen=True, slots=True)
class Verify:
    """Confirm a report, by what was seen through a camera or otherwise learned."""

    incident: int
    seen: int | None = None
    note: str = ""
    camera: int | None = None


@dataclass(frozen=True, slots=True)
class Merge:
    """Declare an incident the same as another one that goes on."""

    incident: int
    into: int
    seen: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Dispatch:
    """Send a member to an incident.

    The note may stay empty, but for an incident that the shift leader must decide: there it is the
    leader's decision and name.
    """

    incident: int
    member: int
    seen: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """Write a note on an incident."""

    incident: int
    text: str


@dataclass(frozen=True, slots=True)
class Attach:
    """Attach a photo to an incident."""

    incident: int
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class ChangeDuty:
    """Set a member's duty status by hand."""

    member: int
    duty: Duty
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class ChangeWeights:
    """Change what counts how much when somebody is proposed: names with their new values."""

    values: tuple[tuple[str, float], ...]


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


Order = (
    Report
    | Step
    | Verify
    | Merge
    | Dispatch
    | Comment
    | Attach
    | ChangeDuty
    | ChangeWeights
    | AddSkill
    | ChangeSkill
    | RemoveSkill
    | Certify
    | Train
    | Revoke
    | PlanCourse
    | ChangeCourse
    | CloseCourse
    | SetPattern
    | GrantLeave
    | CancelLeave
    | ChangeShift
    | SwapShifts
    | PlanShifts
)


_DEEDS: dict[type[Order], Deed] = {
    Report: Deed.REPORT,
    Verify: Deed.VERIFY,
    Merge: Deed.MERGE,
    Dispatch: Deed.DISPATCH,
    Comment: Deed.COMMENT,
    Attach: Deed.ATTACH,
    ChangeDuty: Deed.CHANGE_DUTY,
    ChangeWeights: Deed.CHANGE_WEIGHTS,
    AddSkill: Deed.ADD_SKILL,
    ChangeSkill: Deed.CHANGE_SKILL,
    RemoveSkill: Deed.REMOVE_SKILL,
    Certify: Deed.CERTIFY,
    Train: Deed.TRAIN,
    Revoke: Deed.REVOKE,
    PlanCourse: Deed.PLAN_COURSE,
    ChangeCourse: Deed.CHANGE_COURSE,
    CloseCourse: Deed.CLOSE_COURSE,
    SetPattern: Deed.SET_PATTERN,
    GrantLeave: Deed.GRANT_LEAVE,
    CancelLeave: Deed.CANCEL_LEAVE,
    ChangeShift: Deed.CHANGE_SHIFT,
    SwapShifts: Deed.SWAP_SHIFTS,
    PlanShifts: Deed.PLAN_SHIFTS,
}


def deed_of(order: Order) -> Deed:
    """The deed that an order asks for."""
    return order.deed if isinstance(order, Step) else _DEEDS[type(order)]
