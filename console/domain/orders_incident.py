"""Orders about one incident: the report, its steps, and what is added to it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from console.domain.category import Priority
from console.domain.checking import Callback, Moment
from console.domain.incident import Origin
from console.domain.lifecycle import Deed
from console.domain.mentions import Mention
from console.domain.place import LonLat


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
    RETURN, where it is not the member, and who has checked it, which is CHECK and CLOSE, where it
    is not the operator. ``callback`` is what the reporter said when called back for a CHECK;
    ``reason`` is the code of a reason from the list with which a CLOSE or REJECT ends it.
    """

    deed: Deed
    incident: int
    seen: int | None = None
    note: str = ""
    consent: str = ""
    by: str = ""
    callback: Callback | None = None
    reason: str = ""


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
class Comment:
    """Write a note on an incident; who is mentioned in it is named in it, too."""

    incident: int
    text: str
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadMentions:
    """The operator has read all notes on an incident that mention them."""

    incident: int


@dataclass(frozen=True, slots=True)
class NeedLanguage:
    """Say which language somebody at an incident needs; empty for none in particular."""

    incident: int
    language: str
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class Attach:
    """Attach a photo to an incident; without a moment, that which its state suggests.

    For a still, ``camera`` and ``taken_at`` tell from which camera it is and of when.
    """

    incident: int
    name: str
    content: bytes = field(repr=False)
    moment: Moment | None = None
    camera: int | None = None
    taken_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TurnPhoto:
    """Show a photo turned clockwise by so many degrees; the file itself stays as it came.

    The turn is that from how the file says it is to be shown: 0, 90, 180 or 270.
    """

    incident: int
    attachment: int
    rotation: int


@dataclass(frozen=True, slots=True)
class Correct:
    """Put right what an incident says; what stands there now is struck through, never erased.

    None leaves a property as it is.
    """

    incident: int
    seen: int | None = None
    title: str | None = None
    description: str | None = None
    address: str | None = None
    category: str | None = None
    priority: Priority | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class CorrectNote:
    """Put a note right: the event with this sequence number is struck through, and this follows.

    An empty text only strikes it through.
    """

    incident: int
    event: int
    text: str


@dataclass(frozen=True, slots=True)
class Extend:
    """Prolong the limits of an incident's round by a span of their own time (延期)."""

    incident: int
    by: timedelta
    note: str
    consent: str
    seen: int | None = None
