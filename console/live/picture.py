"""The Picture: everything that is open now, in memory, kept true by the feed."""

from bisect import bisect_left, insort
from collections import Counter, deque
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from console.domain.assigning import Plan, assign
from console.domain.change import Catalogue, Center, Change, Snapshot
from console.domain.continuity import Dealings
from console.domain.cover import Hole, holes, move_up
from console.domain.crew import Crew
from console.domain.freeing import free_at
from console.domain.grid import GridTree
from console.domain.incident import RUNNING, TO_CHECK, TO_DISPATCH, Incident, State
from console.domain.offers import Offers, offers
from console.domain.people import AVAILABLE, Member
from console.domain.ranking import Proposal, best_first, propose
from console.domain.reservations import Reservations
from console.domain.shifts import Rota
from console.domain.teams import Role
from console.domain.training import goes_with
from console.domain.weights import Weights
from console.live.oversight import Oversight

if TYPE_CHECKING:
    from console.domain.category import Category
    from console.domain.courses import Course
    from console.domain.events import Event
    from console.domain.languages import Language
    from console.domain.people import Camera, Skill

PROPOSED = 9
"""So many candidates, and so many of those who may not go, are told."""

PLANNED = 100
"""So many incidents are planned at once; the next hundred have their turn afterwards."""

LAST_EVENTS = 200
"""So many of the last events are kept."""

DEFAULT_ZONE = "Asia/Shanghai"
"""The zone that holds until a center is known."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many incidents wait for what."""

    unverified: int
    to_dispatch: int
    running: int
    to_check: int
    overdue: int


class Picture:
    """What all screens read; plain Python, owned by the GUI thread."""

    def __init__(self) -> None:
        self.catalogue: Catalogue | None = None
        self.center: Center | None = None
        self.zone = ZoneInfo(DEFAULT_ZONE)
        self.tree = GridTree()
        self.skills: dict[str, Skill] = {}
        self.categories: dict[str, Category] = {}
        self.cameras: dict[int, Camera] = {}
        self.members: dict[int, Member] = {}
        self.dealings = Dealings()
        self.reservations = Reservations()
        self.crew = Crew(self.tree)
        self.languages: dict[str, Language] = {}
        self.courses: dict[int, Course] = {}
        self.rota = Rota()
        self.incidents: dict[int, Incident] = {}
        self.events: deque[Event] = deque(maxlen=LAST_EVENTS)
        self.oversight = Oversight()
        self.seq = 0
        self._states: Counter[State] = Counter()
        self._dues: list[datetime] = []
        self._bound: dict[int, set[int]] = {}
        self._parts: dict[int, set[int]] = {}

    def load(self, snapshot: Snapshot) -> None:
        """Begin anew with everything that is open."""
        self.members = {member.id: member for member in snapshot.members}
        self.dealings = Dealings(snapshot.dealt)
        self.reservations = Reservations()
        self._take_catalogue(snapshot.catalogue)
        self.oversight.load(snapshot)
        self.courses = {course.id: course for course in snapshot.courses}
        self.rota = Rota(snapshot.shift_kinds, snapshot.shifts)
        self.incidents = {incident.id: incident for incident in snapshot.incidents}
        self._states = Counter(incident.state for incident in snapshot.incidents)
        self._dues = sorted(i.due_at for i in snapshot.incidents if i.due_at is not None)
        self._bound, self._parts = {}, {}
        for incident in snapshot.incidents:
            self._bind(incident)
        self.events = deque(snapshot.events, maxlen=LAST_EVENTS)
        self.seq = snapshot.seq

    def apply(self, change: Change) -> None:
        """Take in a change; one that is known already does no harm."""
        if change.catalogue is not None:
            self._take_catalogue(change.catalogue)
        for member in change.members:
            self.members[member.id] = member
        self.crew.take_in(change.members)
        self.oversight.apply(change)
        self.dealings.take_in(change.dealt)
        for course in change.courses:
            self.courses[course.id] = course
        self.rota.take_in(change.shifts)
        for number in change.ended:
            self._forget(number)
        for incident in change.incidents:
            self._forget(incident.id)
            self._remember(incident)
        self.events.extend(event for event in change.events if event.seq > self.seq)
        self.seq = max(self.seq, change.seq)

    def propose_all(self, today: date, among: Collection[int] | None = None) -> Plan:
        """Whom to send to all that wait, the most urgent first, each member to one of them.

        ``among`` are the incidents that are meant, if not all.
        What the shift leader must decide is not among them: each needs a word of its own.
        """
        waiting = sorted(
            (
                one
                for one in self.incidents.values()
                if one.state in TO_DISPATCH
                and not one.leader_decides
                and (among is None or one.id in among)
            ),
            key=_urgency,
        )
        skills = {code: category.skill for code, category in self.categories.items()}
        needs = [(one, skills[one.category]) for one in waiting if one.category in skills]
        return assign(needs[:PLANNED], self.crew, today, self.weights)

    @property
    def weights(self) -> Weights:
        """What counts how much when somebody is proposed."""
        return Weights() if self.catalogue is None else self.catalogue.weights

    def day_of(self, at: datetime) -> date:
        """The day that an instant falls on in the center's zone."""
        return at.astimezone(self.zone).date()

    def counts(self, now: datetime) -> Counts:
        """How many incidents wait for what at an instant."""
        return Counts(
            unverified=self._states[State.REPORTED],
            to_dispatch=sum(self._states[state] for state in TO_DISPATCH),
            running=sum(self._states[state] for state in RUNNING),
            to_check=sum(self._states[state] for state in TO_CHECK),
            overdue=bisect_left(self._dues, now),
        )

    def passed_limits(self, since: datetime, now: datetime) -> list[Incident]:
        """The open incidents whose limit has passed between two instants: no event tells of it."""
        if bisect_left(self._dues, since) == bisect_left(self._dues, now):
            return []
        return [
            incident
            for incident in self.incidents.values()
            if incident.due_at is not None and since <= incident.due_at < now
        ]

    def propose(self, incident_id: int, today: date) -> Proposal:
        """Whom to send to an open incident; nobody for an unknown one."""
        needed = self._needed(incident_id)
        if needed is None:
            return Proposal()
        return propose(*needed, self.crew, today, self.weights, most=PROPOSED)

    def fit_for(self, incident_id: int, role: Role | None, today: date) -> list[Member]:
        """Who may go to an open incident in a role, or for its skill, the best one first.

        Whoever is on it, or is reserved for it, is left out.
        """
        needed = self._needed(incident_id)
        if needed is None:
            return []
        incident, skill = needed
        fit = [
            member
            for member in self._at_hand(incident)
            if (
                member.holds(skill, today)
                if role is None
                else role.may_be_filled(member, skill, today)
            )
        ]
        return best_first(incident, fit, self.crew, today, self.weights)

    def trainees_for(self, incident_id: int) -> list[tuple[Member, Member]]:
        """Who may join their mentor on an open incident, each with the mentor, by number."""
        needed = self._needed(incident_id)
        if needed is None:
            return []
        incident, skill = needed
        return sorted(
            (
                (member, self.members[mentor])
                for member in self._at_hand(incident)
                if (mentor := goes_with(member, skill)) is not None and mentor in incident.on_it
            ),
            key=lambda pair: pair[0].number,
        )

    def _at_hand(self, incident: Incident) -> Iterator[Member]:
        """Who is on duty, below the limit, and neither on an incident nor reserved for it."""
        there = {one.member for one in incident.people}
        most = self.weights.most_running
        for member in self.members.values():
            if member.duty in AVAILABLE and member.load < most and member.id not in there:
                yield member

    def _needed(self, incident_id: int) -> tuple[Incident, str] | None:
        """An open incident with the code of the skill that it needs; None for an unknown one."""
        incident = self.incidents.get(incident_id)
        category = None if incident is None else self.categories.get(incident.category)
        return None if incident is None or category is None else (incident, category.skill)

    def holes(self, today: date) -> tuple[Hole, ...]:
        """Where nobody is free for a skill now, in the order of the base grids."""
        return holes(self.crew, self.skills, today)

    def move_up(self, base: str, skill: str, today: date) -> Member | None:
        """Who could move up into a base grid where nobody is left for a skill."""
        return move_up(self.crew, base, skill, today)

    def offers(self, incident_id: int, today: date) -> Offers | None:
        """The next best where none of the own members may go; None for an unknown incident."""
        needed = self._needed(incident_id)
        return None if needed is None else offers(*needed, self.crew, today, self.weights)

    def free_at(self, incident: Incident, member: int) -> datetime | None:
        """When a member on an incident is likely to be free again, if it can be said."""
        category = self.categories.get(incident.category)
        return None if category is None else free_at(incident, member, category, self.dealings)

    def running(self, member_id: int) -> list[Incident]:
        """The open incidents that bind a member, in the order of their numbers."""
        return [self.incidents[number] for number in sorted(self._bound.get(member_id, ()))]

    def parts_of(self, incident_id: int) -> list[Incident]:
        """The open parts of a major incident, in the order of their numbers."""
        return [self.incidents[number] for number in sorted(self._parts.get(incident_id, ()))]

    def _take_catalogue(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.oversight.take_catalogue(catalogue)
        self.center = catalogue.center
        self.zone = ZoneInfo(catalogue.center.zone)
        self.tree = GridTree(catalogue.grids)
        self.crew = Crew(self.tree, self.members.values(), self.dealings, self.reservations)
        self.languages = {language.code: language for language in catalogue.languages}
        self.skills = {skill.code: skill for skill in catalogue.skills}
        self.categories = {category.code: category for category in catalogue.categories}
        self.cameras = {camera.id: camera for camera in catalogue.cameras}

    def _remember(self, incident: Incident) -> None:
        self.incidents[incident.id] = incident
        self._states[incident.state] += 1
        self._bind(incident)
        if incident.due_at is not None:
            insort(self._dues, incident.due_at)

    def _bind(self, incident: Incident) -> None:
        if incident.part_of is not None:
            self._parts.setdefault(incident.part_of, set()).add(incident.id)
        if incident.assignee is None and not incident.people:
            return  # Most of a hundred thousand.
        self.reservations.take_in(incident)
        for member in incident.on_it:
            self._bound.setdefault(member, set()).add(incident.id)

    def _forget(self, number: int) -> None:
        incident = self.incidents.pop(number, None)
        if incident is None:
            return
        self._states[incident.state] -= 1
        if incident.part_of is not None:
            self._parts[incident.part_of].discard(number)
        self.reservations.forget(incident)
        for member in incident.on_it:
            self._bound[member].discard(number)
        if incident.due_at is not None:
            del self._dues[bisect_left(self._dues, incident.due_at)]


def _urgency(incident: Incident) -> tuple[int, bool, datetime, int]:
    due = incident.due_at
    return incident.priority, due is None, due or incident.reported_at, incident.id
