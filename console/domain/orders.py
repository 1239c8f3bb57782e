"""Orders: what an operator asks for, as plain values, before a command carries it out.

``seen`` is the version of the row that the operator's screen showed; None (from the command line)
means "whatever it is now". An order can be kept, sent twice or replayed: its command id, given
beside it, makes sure that it happens once.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from console.domain.category import Priority
from console.domain.channels import Channel
from console.domain.courses import Result
from console.domain.events import Subject
from console.domain.incident import Origin
from console.domain.ladder import Climb, Rung
from console.domain.lifecycle import Deed
from console.domain.people import Duty
from console.domain.place import LonLat
from console.domain.safety import Watch
from console.domain.skills import SkillDraft


@dataclass(frozen=True, slots=True)
class Report:
    """A report comes in; the priority is the category's unless one is given.

    The language is the one that its words ask for, unless one is given; empty for none.
    """

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
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A deed that only moves an incident on, with a note or a reason.

    For REJECT, WITHDRAW, RETURN, SEND_BACK, CHECK, CLOSE, REOPEN, SUSPEND, RESUME, ESCALATE,
    ACKNOWLEDGE, SET_OUT, ARRIVE and RESOLVE. ``consent`` names the shift leader who consents to
    what stops a clock, which is SUSPEND; ``by`` names the department that sends it back, which is
    RETURN, where it is not the member.
    """

    deed: Deed
    incident: int
    seen: int | None = None
    note: str = ""
    consent: str = ""
    by: str = ""


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

NEEDS_CONSENT = frozenset({Deed.SUSPEND, Deed.EXTEND})
"""The deeds that are refused without the name of the shift leader who consents."""


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
class DispatchTeam:
    """Send several members with given roles at once: pairs of a role and a member.

    The first one leads. If somebody is on the incident already, all come as further ones.
    """

    incident: int
    team: str
    members: tuple[tuple[str, int], ...]
    seen: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class AddMember:
    """Send a further member to an incident that runs, in a role or for the skill it needs."""

    incident: int
    member: int
    role: str = ""
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class Reserve:
    """Hold a member for an incident without telling them."""

    incident: int
    member: int
    role: str = ""
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class MemberStep:
    """A deed about one member's assignment to an incident, which touches no other one's.

    For ACKNOWLEDGE, SET_OUT, ARRIVE, LEAVE, WITHDRAW, RETURN, and CALL for who is reserved. ``by``
    is as in ``Step``.
    """

    deed: Deed
    incident: int
    member: int
    note: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """Write a note on an incident."""

    incident: int
    text: str


@dataclass(frozen=True, slots=True)
class NeedLanguage:
    """Say which language somebody at an incident needs; empty for none in particular."""

    incident: int
    language: str
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class Attach:
    """Attach a photo to an incident."""

    incident: int
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Look:
    """Look at personal data that is masked otherwise, for a reason.

    The subject is an incident, for who reported it; a member, for their telephone number; or
    ``ROSTER``, for the numbers of all members.
    """

    subject: Subject
    note: str


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
class CancelCourse:
    """Cancel a planned course, for a reason; nobody on its list is certified by it."""

    course: int
    note: str
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class RaiseRung:
    """Raise a rung that an incident's limit has reached; done by no operator."""

    climb: Climb

    @property
    def incident(self) -> int:
        """The incident's id."""
        return self.climb.incident


@dataclass(frozen=True, slots=True)
class MissCheckIn:
    """Raise the alarm about somebody alone on scene who has not checked in."""

    watch: Watch

    @property
    def incident(self) -> int:
        """The incident's id."""
        return self.watch.incident


@dataclass(frozen=True, slots=True)
class AcknowledgeCard:
    """Acknowledge what was raised: as its owner, or with a note that tells how the owner did."""

    incident: int
    card: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Somebody alone on scene is well."""

    incident: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Extend:
    """Prolong the limits of an incident's round by a span of their own time (延期)."""

    incident: int
    by: timedelta
    note: str
    consent: str
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class ChangeLadder:
    """Put other rungs up, or change how often whoever is alone checks in.

    ``check_in`` holds codes of categories, or an empty text for whatever is urgent, with minutes;
    None means never.
    """

    rungs: tuple[Rung, ...] | None = None
    check_in: tuple[tuple[str, int | None], ...] = ()


@dataclass(frozen=True, slots=True)
class AddChannel:
    """Add a way to tell members; a default one takes the place of the default until now."""

    channel: Channel


@dataclass(frozen=True, slots=True)
class RemoveChannel:
    """Take a channel away; members who had it of their own are told by the default again."""

    channel: str


@dataclass(frozen=True, slots=True)
class ReachMember:
    """Tell a member through a channel and at an address of their own; None for the default."""

    member: int
    channel: str | None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A message has gone out."""

    incident: int
    message: int


@dataclass(frozen=True, slots=True)
class NotTold:
    """A message did not go out, and is not tried again by itself.

    ``claim`` is the one under which it was tried: another console may have it by now.
    """

    incident: int
    message: int
    claim: str
    trouble: str


@dataclass(frozen=True, slots=True)
class TellAgain:
    """Send what failed on an incident once more."""

    incident: int


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
    | DispatchTeam
    | AddMember
    | Reserve
    | MemberStep
    | Comment
    | NeedLanguage
    | Attach
    | Look
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
    | CancelCourse
    | RaiseRung
    | MissCheckIn
    | AcknowledgeCard
    | CheckIn
    | Extend
    | ChangeLadder
    | AddChannel
    | RemoveChannel
    | ReachMember
    | Told
    | NotTold
    | TellAgain
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
    DispatchTeam: Deed.DISPATCH_TEAM,
    AddMember: Deed.ADD_MEMBER,
    Reserve: Deed.RESERVE,
    Comment: Deed.COMMENT,
    NeedLanguage: Deed.NEED_LANGUAGE,
    Attach: Deed.ATTACH,
    Look: Deed.LOOK,
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
    CancelCourse: Deed.CANCEL_COURSE,
    RaiseRung: Deed.CLIMB,
    MissCheckIn: Deed.MISS_CHECK_IN,
    AcknowledgeCard: Deed.ACKNOWLEDGE_CARD,
    CheckIn: Deed.CHECK_IN,
    Extend: Deed.EXTEND,
    ChangeLadder: Deed.CHANGE_LADDER,
    AddChannel: Deed.ADD_CHANNEL,
    RemoveChannel: Deed.REMOVE_CHANNEL,
    ReachMember: Deed.REACH_MEMBER,
    Told: Deed.TOLD,
    NotTold: Deed.NOT_TOLD,
    TellAgain: Deed.TELL_AGAIN,
    SetPattern: Deed.SET_PATTERN,
    GrantLeave: Deed.GRANT_LEAVE,
    CancelLeave: Deed.CANCEL_LEAVE,
    ChangeShift: Deed.CHANGE_SHIFT,
    SwapShifts: Deed.SWAP_SHIFTS,
    PlanShifts: Deed.PLAN_SHIFTS,
}


def deed_of(order: Order) -> Deed:
    """The deed that an order asks for."""
    return order.deed if isinstance(order, Step | MemberStep) else _DEEDS[type(order)]
