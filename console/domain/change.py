"""What the feed tells a console: everything at the start, then what changed."""

from dataclasses import dataclass, field
from datetime import datetime

from console.domain.category import Category
from console.domain.channels import Message
from console.domain.checking import EndReason, Moment
from console.domain.continuity import Dealt
from console.domain.courses import Course
from console.domain.events import Event
from console.domain.grid import Grid
from console.domain.incident import AssignmentState, Incident, State
from console.domain.ladder import Rung, Supervision
from console.domain.languages import Language
from console.domain.parts import Part
from console.domain.people import Camera, Member, Skill
from console.domain.safety import Presence, SafetyRules
from console.domain.shifts import MemberShifts, ShiftKind
from console.domain.teams import Role, Team
from console.domain.weights import Weights
from console.domain.worktime import DEFAULT_HOURS, WorkingHours


@dataclass(frozen=True, slots=True)
class Center:
    """The center that a database belongs to; ``zone`` is an IANA time zone.

    ``hours`` are its working hours, in that zone.
    """

    code: str
    name: str
    name_en: str
    zone: str
    demonstration: bool
    hours: WorkingHours = DEFAULT_HOURS


@dataclass(frozen=True, slots=True)
class Road:
    """A street as the map's quiet background shows it: an open line of (lon, lat) pairs."""

    name: str
    line: tuple[tuple[float, float], ...]
    main: bool = False


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What changes seldom; it is always replaced as a whole."""

    center: Center
    grids: tuple[Grid, ...]
    skills: tuple[Skill, ...]
    categories: tuple[Category, ...]
    cameras: tuple[Camera, ...]
    roads: tuple[Road, ...] = ()
    weights: Weights = field(default_factory=Weights)
    ladder: tuple[Rung, ...] = ()
    safety: SafetyRules = field(default_factory=SafetyRules)
    roles: tuple[Role, ...] = ()
    teams: tuple[Team, ...] = ()
    languages: tuple[Language, ...] = ()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything open, as of event ``seq``; ``events`` are the last ones, the oldest first.

    ``dealt`` is what members have dealt with in the last weeks.
    """

    seq: int
    catalogue: Catalogue
    members: tuple[Member, ...]
    incidents: tuple[Incident, ...]
    events: tuple[Event, ...]
    courses: tuple[Course, ...] = ()
    supervisions: tuple[Supervision, ...] = ()
    presences: tuple[Presence, ...] = ()
    dealt: tuple[Dealt, ...] = ()
    shift_kinds: tuple[ShiftKind, ...] = ()
    shifts: tuple[MemberShifts, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What the events up to ``seq`` changed, as the rows stand now.

    ``ended`` are incidents that have left the queue; ``catalogue`` is set only when it changed;
    ``dealt`` is all that was dealt with for the incidents of which that has changed.
    """

    seq: int
    events: tuple[Event, ...]
    incidents: tuple[Incident, ...] = ()
    ended: tuple[int, ...] = ()
    members: tuple[Member, ...] = ()
    catalogue: Catalogue | None = None
    courses: tuple[Course, ...] = ()
    supervisions: tuple[Supervision, ...] = ()
    presences: tuple[Presence, ...] = ()
    dealt: tuple[Dealt, ...] = ()
    shifts: tuple[MemberShifts, ...] = ()


@dataclass(frozen=True, slots=True)
class AssignmentView:
    """One assignment with its times; one that is only reserved has not been dispatched."""

    member: int
    state: AssignmentState
    dispatched_at: datetime | None
    acknowledged_at: datetime | None
    set_out_at: datetime | None
    arrived_at: datetime | None
    ended_at: datetime | None
    reserved_at: datetime | None = None
    role: str = ""
    leads: bool = True


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """An attached file, without its content.

    ``rotation`` is by how many degrees it is to be turned clockwise when it is shown; one that
    is ``withdrawn`` was attached in error.
    """

    id: int
    digest: str
    name: str
    media_type: str
    size: int
    added_at: datetime
    moment: Moment = Moment.BEFORE
    incident: int = 0
    rotation: int = 0
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class LedPart:
    """A part of a major incident, open or ended, with what happened to it."""

    id: int
    version: int
    title: str
    state: State
    timeline: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One incident in full, read when somebody opens it; holds personal data.

    ``handlers`` are the names of all who handled what waits for a check, ``reasons`` are those
    it may end with.
    ``parts`` are the reports that were merged into it, and into those; ``led`` are the parts of a
    major incident.
    """

    incident: Incident
    description: str
    reporter_name: str
    reporter_phone: str
    timeline: tuple[Event, ...]
    assignments: tuple[AssignmentView, ...]
    attachments: tuple[AttachmentView, ...]
    messages: tuple[Message, ...] = ()
    handlers: tuple[str, ...] = ()
    reasons: tuple[EndReason, ...] = ()
    parts: tuple[Part, ...] = ()
    led: tuple[LedPart, ...] = ()

    @property
    def all_events(self) -> tuple[Event, ...]:
        """The timeline together with those of its parts and of what was merged into it."""
        below = [part.timeline for part in self.parts] + [part.timeline for part in self.led]
        if not below:
            return self.timeline
        events = [*self.timeline, *(event for timeline in below for event in timeline)]
        return tuple(sorted(events, key=lambda event: event.seq))
